import Foundation

/// Lengths of files. `FileManager` looks up the names of their owners too, for which the C library may ask a daemon
/// through a socket.
enum FileLength {
  /// Bytes of a file, of a link those of its path; `nil` where there is none.
  static func bytes(of path: String) -> Int64? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int64(status.st_size) : nil
  }
}
