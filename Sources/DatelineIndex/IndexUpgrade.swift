import Foundation
import GRDB

/// Brings an index file of an older version up to date, and keeps a copy of it as it was.
///
/// ``IndexWriter`` does the same with an old file that it opens.
public struct IndexUpgrade: Sendable, Codable, Equatable {
  /// Version of the file's schema before.
  public var from: Int
  /// Version of its schema now.
  public var to: Int
  /// The copy of the file as it was; `nil` where there was nothing to do.
  public var backup: String?

  /// Upgrades a file.
  /// - Parameters:
  ///   - path: the index file.
  ///   - backup: path of the copy, where there must be no file but the copy that an upgrade has made which was broken
  ///     off; `nil` for the file's own with `.schema1` (its version) at the end.
  ///   - busyTimeout: seconds to wait for another writer.
  /// - Throws: ``IndexError``, when the file is no index, or of a newer version, or the copy cannot be made; the
  ///   file is then as it was, or upgraded and the copy beside it.
  /// - Complexity: O(file).
  public static func run(
    path: String, backup: String? = nil, busyTimeout: Double = 10
  ) throws(IndexError) -> IndexUpgrade {
    let (reader, version) = try IndexConnection.reader(path: path)
    guard version < Schema.version else {
      // One that was broken off behind its commit has left its log, which may be empty.
      if FileManager.default.fileExists(atPath: BuildingFolder.followingLinks(path) + "-wal") {
        try IndexConnection.catching(path) { try reader.close() }
        try IndexWriter(path: path, options: .init(busyTimeout: busyTimeout)).close()
      }
      return IndexUpgrade(from: version, to: version)
    }
    let copy = backup ?? path + ".schema\(version)"
    let isThere = FileManager.default.fileExists(atPath: copy)
    try makeCopy(of: reader, path: path, at: copy, isThere: isThere, busyTimeout: busyTimeout)
    let writer: IndexWriter
    do {
      // Opening for writing is what upgrades.
      var options = IndexWriter.Options(busyTimeout: busyTimeout)
      options.upgradesFirst = false
      writer = try IndexWriter(path: path, options: options)
    } catch {
      // The upgrade may have been committed before the error: then, and in doubt, the copy is the only way back.
      if !isThere, (try? IndexConnection.reader(path: path).schema) == version { unlink(copy) }
      throw error
    }
    try writer.close()
    return IndexUpgrade(from: version, to: Schema.version, backup: copy)
  }

  /// Makes the copy, which is whole before it has its name: what stands there is one, or another's file.
  private static func makeCopy(
    of reader: DatabaseQueue, path: String, at copy: String, isThere: Bool, busyTimeout: Double
  ) throws(IndexError) {
    let folder = try BuildingFolder(beside: copy, timeout: busyTimeout)
    try IndexConnection.catching(copy) {
      var configuration = Configuration()
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      let target = try DatabaseQueue(path: folder.database, configuration: configuration)
      try reader.backup(to: target)
      try target.close()
      try reader.close()
    }
    if !isThere { return try folder.publish() }
    guard holdTheSame(copy, folder.database) else {
      throw .database(
        path: copy,
        message:
          "there is a file of this name already, which is no copy of \(path); move it away, or name "
          + "another for the copy with --backup")
    }
  }

  /// Whether two files have the same pages. Where an upgrade begins, it changes how the file is logged, and its
  /// number of changes: bytes 18 and 19, 24 to 27 and 92 to 99 of "The Database Header" of SQLite's file format.
  private static func holdTheSame(_ path: String, _ other: String) -> Bool {
    let files = [path, other].compactMap {
      try? Data(contentsOf: URL(fileURLWithPath: $0), options: .alwaysMapped)
    }
    guard files.count == 2, files[0].count == files[1].count, files[0].count >= 100 else {
      return false
    }
    let headers = files.map { file in
      var header = Array(file.prefix(100))
      for range in [18..<20, 24..<28, 92..<100] { for place in range { header[place] = 0 } }
      return header
    }
    return headers[0] == headers[1] && files[0].dropFirst(100) == files[1].dropFirst(100)
  }
}
