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
  /// Articles that are not what their checksum says, or whose text is not as long as the full-text index of the damaged
  /// file counted.
  public var doubtful: [Int64] = []
  /// What was made anew, in plain words.
  public var notes: [String] = []
  /// What is lost for good, in plain words.
  public var losses: [String] = []

  /// Whether nothing that cannot be made anew is known to be lost, and it can be told.
  public var isComplete: Bool { lostArticles == 0 && losses.isEmpty && doubtful.isEmpty }

  /// Makes a new index file of what can be read of a damaged one.
  ///
  /// Articles keep their numbers and are copied as they stand; the full-text index, mentions and all that makes
  /// searches faster are made anew from them. The damaged file is only read: SQLite works on a copy of it.
  ///
  /// In place, the file is locked from before it is copied until its new content is there: what others have committed
  /// is in the new content or comes behind it. The content is exchanged in one transaction, so that who has the
  /// file open goes on with the new one.
  ///
  /// - Parameters:
  ///   - path: the damaged file.
  ///   - target: path of the new file, where there must be none; `nil` to put its content in the place of the damaged
  ///     one, which is then kept beside it with `.damaged` at the end of its name.
  ///   - workers: threads that look for entities.
  ///   - busyTimeout: seconds to wait for others who use the file.
  /// - Throws: ``IndexError`` when others use the file, no article can be read, or the new file cannot be written; the
  ///   damaged file is then as it was.
  /// - Complexity: O(file); three times the room of the file in place, else twice.
  public static func run(
    path: String, into target: String?, workers: Int? = nil, busyTimeout: Double = 10
  ) throws(IndexError) -> IndexRepair {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    let place = DamagedFile(path)
    let target = target ?? path
    let isInPlace = BuildingFolder.followingLinks(target) == BuildingFolder.followingLinks(path)
    let folder = try BuildingFolder(beside: target, timeout: busyTimeout)
    let hold = isInPlace ? try FileHold(path, .exclusive, timeout: busyTimeout) : nil
    var isKept = false
    if let hold { isKept = try place.isKept(hold) }
    let occupied = isInPlace ? place.keptPath : target
    if FileManager.default.fileExists(atPath: occupied), !isKept {
      throw .database(
        path: occupied,
        message: "there is a file of this name already; move it away, or name another with --output"
      )
    }
    // Another file needs the lock for the copy only.
    let copy: String
    if let hold {
      copy = try place.copy(into: folder.path, hold)
    } else {
      copy = try place.copy(
        into: folder.path, FileHold(path, .reading, timeout: busyTimeout))
    }
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
    if let hold {
      unlink(copy)
      if !isKept { try place.keep(by: folder, hold) }
      try hold.replaceContent(with: folder.database)
    } else {
      try folder.publish()
    }
    return result
  }
}
