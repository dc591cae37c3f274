import DatelineAnalysis
import Foundation
import GRDB

/// What a repair has saved of a damaged index file, and what is lost.
public struct IndexRepair: Sendable, Codable, Equatable {
  /// The file that was written.
  public var file: String
  /// Where the damaged file is now.
  public var damaged: String
  /// Articles in the new file.
  public var articles = 0
  /// Articles that the full-text index of the damaged file knew and that could not be read; `nil` where it cannot say.
  public var lostArticles: Int?
  /// Articles whose text is not as long as the full-text index of the damaged file counted, the first 1,000: damage
  /// inside a text shows in nothing else.
  public var doubtful: [Int64] = []
  /// What was made anew, in plain words.
  public var notes: [String] = []
  /// What is lost for good, in plain words.
  public var losses: [String] = []

  /// Whether nothing that cannot be made anew is known to be lost, and it can be told.
  public var isComplete: Bool { lostArticles == 0 && losses.isEmpty && doubtful.isEmpty }

  /// Whether a repair in place was broken off when the damaged file had its second name already: without the logs
  /// that were moved, the file may look as if it were in order.
  public static func isInterrupted(at path: String) -> Bool { DamagedFile(path).isKept }

  /// Makes a new index file of what can be read of a damaged one.
  ///
  /// Articles keep their numbers and are copied as they stand; the full-text index, mentions and all that makes
  /// searches faster are made anew from them. The damaged file is only read: SQLite works on a copy of it.
  ///
  /// - Parameters:
  ///   - path: the damaged file.
  ///   - target: path of the new file, where there must be none; `nil` to take the place of the damaged file,
  ///     which is then kept beside it with `.damaged` at the end of its name.
  ///   - workers: threads that look for entities.
  /// - Throws: ``IndexError`` when no article can be read, or the new file cannot be written.
  /// - Complexity: O(file).
  public static func run(
    path: String, into target: String?, workers: Int? = nil
  ) throws(IndexError) -> IndexRepair {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    let place = DamagedFile(path)
    let target = target ?? path
    let isInPlace = BuildingFolder.followingLinks(target) == BuildingFolder.followingLinks(path)
    let occupied = isInPlace ? place.keptPath : target
    if FileManager.default.fileExists(atPath: occupied), !(isInPlace && place.isKept) {
      throw .database(
        path: occupied,
        message: "there is a file of this name already; move it away, or name another with --output"
      )
    }
    let folder = try BuildingFolder(beside: target, timeout: 10)
    let copy = try place.copy(into: folder.path)
    var result = IndexRepair(file: target, damaged: isInPlace ? place.keptPath : path)
    let rebuilder = IndexRebuilder(
      workers: max(workers ?? ProcessInfo.processInfo.activeProcessorCount, 1))
    try IndexConnection.catching(path) {
      try rebuilder.run(
        from: copy, length: place.length, to: folder.database, &result)
    }
    let check = try IndexCheck.run(path: folder.database)
    guard check.passed else {
      let failed = check.findings.filter { !$0.passed }.map { "\($0.check): \($0.detail)" }
      throw .database(
        path: target, message: "the new file is not in order: " + failed.joined(separator: "; "))
    }
    if isInPlace {
      try place.keep()
      try folder.publish(replacing: true)
    } else {
      try folder.publish()
    }
    return result
  }
}
