/// Why an index file could not be opened, read or written.
public enum IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file at the path.
  case notFound(path: String)
  /// The path leads to a directory.
  case isDirectory(path: String)
  /// The file has no content at all.
  case emptyFile(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database without Dateline's tables.
  case notAnIndex(path: String)
  /// The file was written by a later version of Dateline.
  case newerSchema(path: String, found: Int, supported: Int)
  /// The file was written with another analyzer.
  case otherAnalyzer(path: String, found: String, expected: String)
  /// Another process is writing to the file, or reads it and lets nobody write; which, where that can be told.
  case busy(path: String, holders: [LockHolder] = [])
  /// The work was given up before it was done; nothing was written.
  case cancelled(path: String)
  /// The file is an index whose content is damaged; the message is SQLite's.
  case damaged(path: String, message: String)
  /// SQLite reported an error.
  case database(path: String, message: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .notFound(let path):
      "\(path): no such file; make one with `dateline index INPUT --db \(path)`"
    case .isDirectory(let path):
      "\(path): this is a directory; name a file in it, such as --db \(path)/news.db"
    case .emptyFile(let path):
      "\(path): the file is empty; fill it with `dateline index INPUT --db \(path)`"
    case .notADatabase(let path):
      "\(path): this file is not an SQLite database; choose another file with --db"
    case .notAnIndex(let path):
      "\(path): this SQLite database was not made by dateline; choose another file with --db"
    case .newerSchema(let path, let found, let supported):
      "\(path): written by a newer dateline (schema \(found), this one knows up to \(supported)); "
        + "update dateline to open it"
    case .otherAnalyzer(let path, let found, let expected):
      "\(path): written with the analyzer '\(found)', this dateline uses '\(expected)'; "
        + "index the dump again into a new file"
    case .cancelled(let path):
      "\(path): cancelled; nothing was written, and the same call does it again"
    case .busy(let path, let holders):
      "\(path): another process \(Self.deed(of: holders, at: path)); try again when it has finished"
    case .damaged(let path, let message):
      "\(path): the file is damaged (\(message)); `dateline check --repair --db \(path)` makes a new one of "
        + "what can be read of it"
    case .database(let path, let message):
      "\(path): \(message)"
    }
  }

  /// What those do who stand in the way, and who they are; else how to find out.
  private static func deed(of holders: [LockHolder], at path: String) -> String {
    guard let first = holders.first else {
      return
        "is writing to it, or reads it and lets nobody write; `lsof \(path)` names who has it open"
    }
    let names = holders.prefix(3).map(\.description).joined(separator: ", ")
    let rest = holders.count > 3 ? " and \(holders.count - 3) more" : ""
    return (first.isWriter ? "is writing to it: " : "reads it and lets nobody write: ") + names
      + rest
  }
}
