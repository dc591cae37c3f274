import CFaultVFS
import Foundation

@testable import DatelineIndex

/// A folder with an index file whose calls are watched. One at a time: the watch is the process's.
final class FaultFolder {
  let operation: WriterOperation
  let url: URL
  /// The watched file.
  let file: String
  /// A file as it was before.
  let template: String

  init(for operation: WriterOperation) throws {
    self.operation = operation
    fault_vfs_register()
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-faults-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent("watched"), withIntermediateDirectories: true)
    file = url.appendingPathComponent("watched/news.db").path
    template = url.appendingPathComponent("template.db").path
    try operation.makeFile(template)
  }

  deinit {
    fault_vfs_unwatch()
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Puts the file there as it was before an operation, and begins to watch it.
  func restore() throws {
    fault_vfs_unwatch()
    let folder = (file as NSString).deletingLastPathComponent
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    if operation != .fresh { try FileManager.default.copyItem(atPath: template, toPath: file) }
    fault_vfs_watch(folder)
  }

  /// What is not in order in a file; `nil` where all is, or there is none, or it is the damaged one as it was.
  func fault(in path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    if operation == .repair {
      // SQLite puts back what a repair had changed when it was broken off.
      _ = try WriterOperation.content(path)
      if try contents(path) == contents(template) { return nil }
    }
    let check = try IndexCheck.run(path: path)
    return check.passed ? nil : "\(check.findings.filter { !$0.passed })"
  }

  /// What of the old file should be beside a new one and is not; `nil` where nothing is missing.
  func loss(beside path: String) throws -> String? {
    switch operation {
    case .upgrade:
      let copy = WriterOperation.copyPath(path)
      return try WriterOperation.content(copy) == WriterOperation.content(template)
        ? nil : "the copy is not the old file"
    case .repair:
      return try contents(path + ".damaged") == contents(template)
        ? nil : "the damaged file is not there any more"
    default: return nil
    }
  }

  private func contents(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// How often something is tried: the number, unless a long run asks for more.
  static func rounds(_ count: Int) -> Int {
    let times = ProcessInfo.processInfo.environment["DATELINE_STRESS_FACTOR"].flatMap(Int.init)
    return count * max(times ?? 1, 1)
  }

  /// The seed of a run, random unless it is given.
  static func seed() -> UInt64 {
    ProcessInfo.processInfo.environment["DATELINE_STRESS_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 1...999_999)
  }
}
