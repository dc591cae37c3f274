import DatelineIndex
import DatelineIngest
import Foundation

/// Which records of an import were committed by an interrupted run before, and which are to come.
struct ImportPlan {
  /// Records of each file to pass over; `nil` for a file that is behind us.
  private(set) var skipped: [Int?] = []
  /// Records that were committed or rejected before.
  private(set) var resumedRecords = 0
  /// Those of them that were rejected.
  private(set) var resumedRejected = 0
  /// Last committed record of each file of an interrupted import, by the file's name in origins.
  private(set) var committed: [String: Int] = [:]
  /// Files whose pages an interrupted run has not learnt yet.
  private(set) var unlearnt: [InputFile] = []

  /// Where each file stands before this run; `nil` for inputs that cannot be read again.
  private var points: [ImportCheckpoint?] = []

  /// - Parameters:
  ///   - stored: what an interrupted run has left, by path.
  ///   - options: digest of what else decides about the articles.
  init(files: [InputFile], stored: [String: ImportCheckpoint], options: String) {
    for file in files {
      var point = Self.checkpoint(for: file, options: options)
      var skip: Int? = 0
      if let fresh = point, let old = stored[fresh.file], old.concernsSameImport(as: fresh) {
        point = old
        skip = old.isFinished ? nil : old.records
        resumedRecords += old.records
        resumedRejected += old.rejected
        committed[file.path] = old.isFinished ? .max : old.records
      } else {
        unlearnt.append(file)
      }
      points.append(point)
      skipped.append(skip)
    }
  }

  /// The beginning of files that are read for the first time, to be stored once their pages are
  /// learnt.
  var beginnings: [ImportCheckpoint] {
    zip(points, skipped).compactMap { $1 == 0 && $0?.records == 0 ? $0 : nil }
  }

  /// All files that can have a checkpoint.
  var paths: [String] { points.compactMap { $0?.file } }

  /// What to store with a batch.
  func checkpoints(for progress: [FileProgress]) -> [ImportCheckpoint] {
    progress.compactMap { part in
      guard var point = points[part.file] else { return nil }
      point.records = part.records
      point.rejected += part.rejected
      point.isFinished = part.isFinished
      return point
    }
  }

  private static func checkpoint(for file: InputFile, options: String) -> ImportCheckpoint? {
    var status = stat()
    guard file.path != "-", file.size != nil, stat(file.path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    return ImportCheckpoint(
      file: URL(fileURLWithPath: file.path).standardizedFileURL.path, size: Int64(status.st_size),
      changed: Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec), options: options)
  }
}
