import CBuiltins
import Foundation

/// The folder beside an index file in which a new one is built and temporary files lie.
///
/// Its name is that of the file with `-building`; it stands beside the file itself where that is named
/// by a symbolic link. One process works in it at a time (`flock`); what a process that died has left is
/// removed by the next one. It is gone when the work ends.
final class BuildingFolder {
  /// Path of the folder.
  let path: String
  /// Path of the index file, which is no link.
  private let file: String
  private let descriptor: Int32

  /// Path of the file that is being built.
  var database: String { path + "/index.db" }

  /// Makes the folder, or takes over one whose owner has died.
  /// - Parameters:
  ///   - file: the index file.
  ///   - timeout: seconds to wait for another process.
  /// - Throws: ``IndexError/busy(path:)``, or that the folder cannot be made.
  init(beside file: String, timeout: Double) throws(IndexError) {
    self.file = Self.followingLinks(file)
    path = self.file + "-building"
    let deadline = Date(timeIntervalSinceNow: timeout)
    while true {
      if mkdir(path, 0o777) != 0, errno != EEXIST {
        throw .database(
          path: file,
          message: "cannot make a folder beside it: " + String(cString: strerror(errno))
            + "; choose another place with --db")
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor < 0 {
        if errno == ENOENT { continue }
        throw .database(
          path: file,
          message: "\(path): " + String(cString: strerror(errno)) + "; move it away")
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if Self.isSame(descriptor, path) {
          self.descriptor = descriptor
          break
        }
        // The owner removed it meanwhile.
        close(descriptor)
        continue
      }
      let code = errno
      close(descriptor)
      if code != EWOULDBLOCK, code != EINTR {
        throw .database(
          path: file, message: "\(path) cannot be locked: " + String(cString: strerror(code)))
      }
      if Date() >= deadline {
        throw .busy(path: file, holders: LockHolder.blocking(file))
      }
      usleep(20_000)
    }
    removeContent()
  }

  deinit {
    removeContent()
    rmdir(path)
    close(descriptor)
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Removes what a build leaves; anything else in a folder of this name is not ours.
  private func removeContent() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where name.hasPrefix("index.db") || name.hasPrefix(TemporaryFile.prefix) {
      unlink(path + "/" + name)
    }
  }

  /// Where a path leads that may be a symbolic link, even one to nothing.
  static func followingLinks(_ path: String) -> String {
    var path = path
    // As many as Linux follows; a circle is found out by whoever uses it.
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return path
      }
      let parent = (path as NSString).deletingLastPathComponent
      path = next.hasPrefix("/") || parent.isEmpty ? next : parent + "/" + next
    }
    return path
  }

  /// Has the system begin to write to disk what the file that is being built holds, on another thread, so that
  /// ``publish()`` need not wait for all of it.
  func beginWriting() {
    DispatchQueue.global(qos: .utility).async { [database] in
      let descriptor = open(database, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { return }
      cbuiltins_begin_writing(descriptor)
      close(descriptor)
    }
  }

  /// Gives the finished file its name, in one step and for good.
  /// - Throws: when a file with content has come into being there, or the system refuses.
  func publish() throws(IndexError) {
    try Self.synchronize(database, for: file)
    try removeLogs()
    // A link does not replace what is there, as a new name would.
    if link(database, file) == 0 {
      unlink(database)
    } else {
      let code = errno
      var present = stat()
      let isFree = lstat(file, &present) != 0 || present.st_size == 0
      if !isFree {
        throw .database(
          path: file,
          message: "another file of this name has been made meanwhile; run the command again")
      }
      // Tools that only look for a file may leave an empty one; and not all file systems know links.
      if rename(database, file) != 0 {
        throw .database(
          path: file, message: "cannot be made: " + String(cString: strerror(code)))
      }
    }
    try Self.synchronizeFolder(of: file)
  }

  /// Brings the names in a file's folder to disk.
  static func synchronizeFolder(of file: String) throws(IndexError) {
    let parent = (followingLinks(file) as NSString).deletingLastPathComponent
    try synchronize(parent.isEmpty ? "." : parent, for: file)
  }

  /// Removes logs whose file is gone: SQLite would play them back into the new one.
  private func removeLogs() throws(IndexError) {
    var present = stat()
    if lstat(file, &present) == 0 { return }
    for suffix in ["-wal", "-shm", "-journal"] where unlink(file + suffix) != 0 {
      let code = errno
      if code == ENOENT { continue }
      throw .database(
        path: file,
        message: "\(file)\(suffix) belongs to a file that is gone and cannot be removed: "
          + String(cString: strerror(code)))
    }
  }

  /// Brings a file's content to disk.
  static func synchronize(_ path: String, for file: String) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    if descriptor < 0 || fsync(descriptor) != 0 {
      throw .database(
        path: file, message: "cannot be written to disk: " + String(cString: strerror(errno)))
    }
  }
}
