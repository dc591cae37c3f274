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
  ///   - backup: path of the copy, where there must be no file; `nil` for the file's own with `.schema1` (its
  ///     version) at the end.
  ///   - busyTimeout: seconds to wait for another writer.
  /// - Throws: ``IndexError``, when the file is no index, or of a newer version, or the copy cannot be made; the
  ///   file is then as it was, or upgraded and the copy beside it.
  /// - Complexity: O(file).
  public static func run(
    path: String, backup: String? = nil, busyTimeout: Double = 10
  ) throws(IndexError) -> IndexUpgrade {
    let (reader, version) = try IndexConnection.reader(path: path)
    guard version < Schema.version else { return IndexUpgrade(from: version, to: version) }
    let copy = backup ?? path + ".schema\(version)"
    if FileManager.default.fileExists(atPath: copy) {
      throw .database(
        path: copy,
        message:
          "there is a file of this name already; name another for the copy that an upgrade keeps: "
          + "`dateline upgrade --backup FILE --db \(path)`")
    }
    do {
      try IndexConnection.catching(copy) {
        var configuration = Configuration()
        // The folder is synchronised too: else a loss of power could cost the copy's name, or bring back the log that
        // undoes it.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = EXTRA") }
        let target = try DatabaseQueue(
          path: IndexConnection.location(copy), configuration: configuration)
        try reader.backup(to: target)
        try target.close()
        try reader.close()
      }
      try BuildingFolder.synchronize(copy, for: copy)
    } catch {
      unlink(copy)
      throw error
    }
    let writer: IndexWriter
    do {
      // Opening for writing is what upgrades.
      var options = IndexWriter.Options(busyTimeout: busyTimeout)
      options.upgradesFirst = false
      writer = try IndexWriter(path: path, options: options)
    } catch {
      // The upgrade may have been committed before the error: then, and in doubt, the copy is the only way back.
      if (try? IndexConnection.reader(path: path).schema) == version { unlink(copy) }
      throw error
    }
    try writer.close()
    return IndexUpgrade(from: version, to: Schema.version, backup: copy)
  }
}
