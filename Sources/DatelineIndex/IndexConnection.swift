import Foundation
import GRDB

/// Opens SQLite connections the way the index needs them.
enum IndexConnection {
  /// Bytes of a page of a new file: four leaves of the full-text index and most articles' small columns
  /// fit on one.
  static let pageSize = 16_384

  /// Opens a new file that nobody else can see: nothing is journaled or synchronised.
  ///
  /// Rows are appended, so that few pages are needed again, and memory that is used again is near: see
  /// ``growCache(_:)``.
  /// - Throws: ``IndexError``.
  static func builder(path: String) throws(IndexError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "dateline.builder"
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA page_size = \(pageSize);
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA cache_size = -8192;
          PRAGMA temp_store = FILE;
          """)
    }
    return try catching(path) {
      try DatabaseQueue(path: location(path), configuration: configuration)
    }
  }

  /// Gives a new file that has become large a larger cache: the index of keys is written to in no order.
  static func growCache(_ db: Database) throws {
    try db.execute(sql: "PRAGMA cache_size = -65536")
  }

  /// Articles of a new file whose index of keys fits into the cache of ``builder(path:)``.
  static let mostInSmallCache = 50_000

  /// A path as SQLite takes it: some names mean something else to it.
  static func location(_ path: String) -> String {
    path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
  }

  /// Opens for writing; creates the file when there is none.
  /// - Parameter allowsLongTransactions: whether a transaction may go on from one access to the next.
  /// - Throws: ``IndexError``.
  static func writer(
    path: String, busyTimeout: Double, allowsLongTransactions: Bool = false
  ) throws(IndexError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = allowsLongTransactions
    configuration.busyMode = .timeout(busyTimeout)
    configuration.label = "dateline.writer"
    // The writer keeps references right itself; checking each costs a look-up a mention.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      // WAL lets readers go on; with FULL a commit is on the disk when it returns.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -65536;
          PRAGMA temp_store = FILE;
          """)
    }
    if isDirectory(path) { throw .isDirectory(path: path) }
    return try catching(path) {
      let isNew = !FileManager.default.fileExists(atPath: path) || isEmptyFile(path)
      let queue = try DatabaseQueue(path: location(path), configuration: configuration)
      try queue.writeWithoutTransaction { db in
        if isNew { try db.execute(sql: "PRAGMA page_size = \(pageSize)") }
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
        let found = isNew ? nil : try Schema.verify(db, path: path)
        // Changes two bytes of the file's first sector and a counter there. Nothing else depends on their
        // being on disk: SQLite reads a log that is there whatever they say.
        try db.execute(sql: "PRAGMA synchronous = OFF")
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA synchronous = FULL")
        if try found != Schema.version || !ArticleChecksum.isKnown(db) {
          try db.inTransaction(.immediate) {
            try Schema.prepare(db, path: path)
            return .commit
          }
        }
      }
      return queue
    }
  }

  /// Opens for reading only; the file must exist.
  /// - Returns: the connection and the version of the file's schema.
  /// - Throws: ``IndexError``.
  static func reader(path: String) throws(IndexError) -> (DatabaseQueue, schema: Int) {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    if isDirectory(path) { throw .isDirectory(path: path) }
    let log = BuildingFolder.followingLinks(path) + "-wal"
    if isEmptyFile(path), !FileManager.default.fileExists(atPath: log) {
      throw .emptyFile(path: path)
    }
    return try catching(path) {
      do {
        return try reader(path: path, immutable: false)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        if isInterrupted(path) {
          try recover(path)
          return try reader(path: path, immutable: false)
        }
        // A file in WAL mode in a directory that cannot be written to: without a log beside it
        // nobody is writing, and it can be read as it is.
        guard !FileManager.default.fileExists(atPath: log) else { throw error }
        return try reader(path: path, immutable: true)
      }
    }
  }

  /// Whether a journal with content lies beside a file: a write was interrupted, and the file is right only
  /// after SQLite has played it back.
  private static func isInterrupted(_ path: String) -> Bool {
    let journal = BuildingFolder.followingLinks(path) + "-journal"
    return FileManager.default.fileExists(atPath: journal) && !isEmptyFile(journal)
  }

  /// Lets SQLite play back what an interrupted write has left; only a connection that may write does.
  private static func recover(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    do {
      let queue = try DatabaseQueue(path: location(path), configuration: configuration)
      try queue.writeWithoutTransaction { db in
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
      }
      try queue.close()
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      throw IndexError.database(
        path: path,
        message: "a write into it was interrupted; open it once where it may be written to, and "
          + "SQLite puts it in order")
    }
  }

  private static func reader(
    path: String, immutable: Bool
  ) throws -> (DatabaseQueue, schema: Int) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.label = "dateline.reader"
    configuration.prepareDatabase { db in
      // As much as SQLite maps at most.
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147418112;")
      try FTS5Bridge.registerVisitor(on: db)
    }
    var location = Self.location(path)
    if immutable {
      let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
      let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
      location = "file:\(escaped)?immutable=1"
    }
    let queue = try DatabaseQueue(path: location, configuration: configuration)
    let schema = try queue.read { db in
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
      return try Schema.verify(db, path: path)
    }
    return (queue, schema)
  }

  /// Checks that a file can be made in its folder.
  /// - Throws: ``IndexError``.
  static func checkFolder(of path: String) throws(IndexError) {
    let parent =
      (BuildingFolder.followingLinks(path) as NSString).deletingLastPathComponent
    if access(parent.isEmpty ? "." : parent, W_OK | X_OK) != 0 {
      throw .database(
        path: path,
        message:
          "cannot be opened (no such directory, or no permission); choose another place with --db")
    }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func isEmptyFile(_ path: String) -> Bool { FileLength.bytes(of: path) == 0 }

  /// Runs `body`, turning the errors of SQLite into ``IndexError``.
  static func catching<T>(_ path: String, _ body: () throws -> T) throws(IndexError) -> T {
    do {
      return try body()
    } catch let error as IndexError {
      throw error
    } catch let error as DatabaseError {
      throw self.error(error, path)
    } catch {
      throw .database(path: path, message: "\(error)")
    }
  }

  /// What an error of SQLite means for the file, and what to do.
  static func error(_ error: DatabaseError, _ path: String) -> IndexError {
    let text = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notADatabase(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .busy(path: path, holders: LockHolder.blocking(path))
    case .SQLITE_CORRUPT: return .damaged(path: path, message: text)
    case .SQLITE_CANTOPEN:
      return .database(
        path: path,
        message:
          "cannot be opened (no such directory, or no permission); choose another place with --db")
    case .SQLITE_FULL:
      return .database(
        path: path,
        message:
          "the disk is full; what was committed before is there still, make room and run the command again"
      )
    case .SQLITE_IOERR:
      return .database(
        path: path,
        message:
          "the disk cannot be read or written (\(text)); what was committed before is there still, look for "
          + "the disk's fault or limit and run the command again")
    case .SQLITE_READONLY:
      return .database(
        path: path, message: "cannot be written to (no permission); `ls -l` shows who may")
    default:
      return .database(
        path: path,
        message: text + "; `dateline check --db \(path)` says whether the file is in order")
    }
  }
}
