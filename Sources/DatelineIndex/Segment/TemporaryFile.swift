import Foundation

/// A file without a name: it is gone when it is closed, however the process ends.
///
/// Invariant: one thread writes, and hands the file on under a lock; from then on it is only read, at places that
/// the reader gives.
final class TemporaryFile: @unchecked Sendable {
  /// A call of the system that failed.
  struct Failure: Error, CustomStringConvertible {
    var operation: String
    var code: Int32

    var description: String {
      "cannot \(operation) a temporary file"
        + (code == 0 ? " (it ends early)" : ": " + String(cString: strerror(code)))
        + "; nothing was written, make room beside the index and run the command again"
    }
  }

  /// How the names begin that files have for a moment.
  static let prefix = "run-"

  private let descriptor: Int32
  /// Bytes written.
  private(set) var count: Int64 = 0

  /// Creates a file in a directory.
  init(in directory: String) throws(Failure) {
    let template = directory + "/" + Self.prefix + "XXXXXX"
    var path = Array(template.utf8CString)
    descriptor = mkstemp(&path)
    if descriptor < 0 { throw Failure(operation: "create", code: errno) }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Writes at the end. One thread writes; reading begins afterwards.
  func append(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let written = pwrite(descriptor, base, rest.count, off_t(count))
      if written < 0 {
        if errno == EINTR { continue }
        throw Failure(operation: "write", code: errno)
      }
      count += Int64(written)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
  }

  /// Reads bytes.
  /// - Returns: how many; fewer than asked for at the end only.
  func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let count = pread(descriptor, base + done, buffer.count - done, off_t(offset) + off_t(done))
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(operation: "read", code: errno)
      }
      if count == 0 { break }
      done += count
    }
    return done
  }
}
