import CSQLite
import Foundation
import GRDB
import GRDBSQLite

/// Keeps others away from an index file through SQLite's own locks, reads its bytes and replaces its content.
///
/// A file that is renamed or unlinked is not safe from those who have it open: they go on with the old file, and play
/// its logs back into the new one. So the file stays, and what is in it is replaced in one transaction, which whoever
/// has it open sees as any other. Source: "How To Corrupt An SQLite Database File", section 2.4.
///
/// Bytes are read through SQLite's own handle: where a process closes another one of the same file, the system takes
/// away all locks that the process has on it.
///
/// Invariant: the connection is this object's alone, is used by one thread, and closed once, when it goes.
final class FileHold {
  /// What others may do meanwhile.
  enum Kind {
    /// Read and, with a log, write: what is read here does not change.
    case reading
    /// Nothing.
    case exclusive
  }

  private let path: String
  private let kind: Kind
  private let connection: OpaquePointer
  /// Whether SQLite takes the file for empty, since it cannot make sense of its header.
  private let isUnreadable: Bool

  /// Takes the lock.
  /// - Parameter timeout: seconds to wait for others. To keep all others out, those with a log must close the file.
  /// - Throws: ``IndexError/busy(path:holders:)``, or that the file cannot be opened or, to keep others out, not be written to.
  init(_ path: String, _ kind: Kind, timeout: Double) throws(IndexError) {
    self.path = path
    self.kind = kind
    let opened = try Self.open(path, timeout: timeout)
    var code = Self.lock(opened, kind)
    if code == SQLITE_OK || kind == .reading && code & 0xFF != SQLITE_BUSY {
      // What SQLite cannot read at all nobody writes to.
      (connection, isUnreadable) = (opened, code != SQLITE_OK)
      return
    }
    var error = Self.error(opened, path, code)
    sqlite3_close_v2(opened)
    // A file of a later format is as unreadable as one without permission; the second attempt tells them apart.
    guard kind == .exclusive,
      [SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_READONLY].contains(code & 0xFF)
    else { throw error }
    let second = try Self.open(path, timeout: timeout)
    csqlite_take_for_empty(second)
    code = Self.lock(second, kind)
    guard code == SQLITE_OK else {
      error = Self.error(second, path, code)
      sqlite3_close_v2(second)
      throw error
    }
    (connection, isUnreadable) = (second, true)
  }

  deinit {
    if kind == .exclusive { removeSpentJournal() }
    sqlite3_close_v2(connection)
  }

  private static func open(_ path: String, timeout: Double) throws(IndexError) -> OpaquePointer {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      IndexConnection.location(path), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw error(opened, path, code)
    }
    sqlite3_busy_timeout(opened, CInt(min(timeout, 86_400) * 1000))
    csqlite_leave_log(opened)
    return opened
  }

  private static func lock(_ connection: OpaquePointer, _ kind: Kind) -> CInt {
    func run(_ sql: String) -> CInt { sqlite3_exec(connection, sql, nil, nil, nil) }
    if kind == .reading { return run("BEGIN; SELECT count(*) FROM sqlite_master") }
    // While it waits it has no lock, as one that asked for an exclusive mode at once would; without a log it does not
    // let go of the file in between.
    var code = run("BEGIN EXCLUSIVE")
    if code == SQLITE_OK { code = run("PRAGMA locking_mode = EXCLUSIVE; ROLLBACK") }
    // Only with a log there is anything to wait for: others that have it open.
    if code == SQLITE_OK { code = run("BEGIN EXCLUSIVE; ROLLBACK") }
    return code
  }

  private static func error(_ connection: OpaquePointer?, _ path: String, _ code: CInt)
    -> IndexError
  {
    let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
    return IndexConnection.error(
      DatabaseError(resultCode: ResultCode(rawValue: code), message: message), path)
  }

  // MARK: Reading

  /// Calls `body` with the bytes of the file, piece by piece, as they are on the disk; logs are apart.
  /// - Throws: an error of SQLite, or what `body` throws.
  func readBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var file: UnsafeMutablePointer<sqlite3_file>?
    var size: sqlite3_int64 = 0
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard let file, let methods = file.pointee.pMethods?.pointee, let read = methods.xRead,
      methods.xFileSize?(file, &size) == SQLITE_OK
    else { throw IndexError.database(path: path, message: "cannot be read") }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var place: sqlite3_int64 = 0
    while place < size {
      let count = Int(min(size - place, Int64(buffer.count)))
      let code = read(file, buffer.baseAddress, CInt(count), place)
      guard code == SQLITE_OK else {
        throw IndexError.database(
          path: path, message: "cannot be read: " + String(cString: sqlite3_errstr(code)))
      }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      place += Int64(count)
    }
  }

  // MARK: Writing

  /// Replaces all that is in the file: others see the old content or the new one.
  /// - Parameter source: a file that nobody else uses.
  /// - Throws: ``IndexError``; then the file holds what it held, when its journal has been played back.
  /// - Complexity: O(both files).
  func replaceContent(with source: String) throws(IndexError) {
    var opened: OpaquePointer?
    defer { sqlite3_close_v2(opened) }
    var code = sqlite3_open_v2(source, &opened, SQLITE_OPEN_READONLY, nil)
    guard code == SQLITE_OK, let opened else { throw Self.error(opened, source, code) }
    // The folder too: a loss of power must not bring back a journal that undoes what others write afterwards.
    sqlite3_exec(connection, "PRAGMA synchronous = EXTRA", nil, nil, nil)
    code = copyPages(from: opened)
    if code & 0xFF == SQLITE_READONLY, !isUnreadable {
      // With a log, pages keep their size.
      sqlite3_exec(connection, "PRAGMA journal_mode = DELETE", nil, nil, nil)
      code = copyPages(from: opened)
    }
    guard code == SQLITE_OK else { throw Self.error(connection, path, code) }
    // One plain file. What stands in the way of that is no error: the log is valid.
    sqlite3_exec(connection, "PRAGMA journal_mode = DELETE", nil, nil, nil)
  }

  private func copyPages(from source: OpaquePointer) -> CInt {
    guard let backup = sqlite3_backup_init(connection, "main", source, "main") else {
      return sqlite3_errcode(connection)
    }
    let code = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    return code == SQLITE_DONE ? end : end == SQLITE_OK ? code : end
  }

  /// Whoever keeps others out does not delete its journal, but makes its head zeros.
  private func removeSpentJournal() {
    let journal = BuildingFolder.followingLinks(path) + "-journal"
    guard let file = FileHandle(forReadingAtPath: journal) else { return }
    defer { try? file.close() }
    if (try? file.read(upToCount: 1))?.first ?? 0 == 0 { unlink(journal) }
  }
}
