import ArgumentParser
import DatelineIndex
import Foundation

/// `dateline optimize`.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Merge the parts of the full-text index into one, for faster searches.",
    discussion: """
      Each import adds a part to the index, and replaced or deleted articles leave
      traces in it. Afterwards the same is found as before. Tables that make
      searches faster and that other tools leave behind as they were are renewed;
      --rebuild does that alone where there is nothing to merge. Searches go on
      meanwhile; one transaction does it all, and nothing is lost on Ctrl-C.

      What becomes free stays in the file for later imports;
      sqlite3 FILE VACUUM makes the file smaller.
      Exit status: 0 done, or nothing to do, 2 error.
      """)

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var busy: BusyOptions

  @Flag(help: "Let FTS5's own command do it.")
  var stock = false

  @Flag(
    help: "Write the tables that make searches faster anew, also where there is nothing to merge.")
  var rebuild = false

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    guard FileManager.default.fileExists(atPath: database.file) else {
      throw IndexError.notFound(path: database.file)
    }
    let writer = try IndexWriter(
      path: database.file, options: .init(busyTimeout: busy.busyTimeout))
    Console.note(writer.upgrade)
    let clock = ContinuousClock()
    let start = clock.now
    let result = try writer.optimize(usingStock: stock, rebuildsTables: rebuild)
    let duration = start.duration(to: clock.now)
    try writer.close()
    let summary = Summary(
      segmentsBefore: result.segmentsBefore, segmentsAfter: result.segmentsAfter,
      rebuiltTables: result.rebuiltTables,
      freeBytes: result.freeBytes, seconds: duration / .seconds(1))
    Console.write((json ? JSONText.of(summary, pretty: true) : summary.text) + "\n")
  }

  private struct Summary: Encodable {
    var segmentsBefore: Int?
    var segmentsAfter: Int?
    var rebuiltTables: Bool
    var freeBytes: Int
    var seconds: Double

    var text: String {
      if let before = segmentsBefore, before < 2 {
        return Quantity.text(before, "segment")
          + (rebuiltTables ? ", tables for searching rebuilt" : ", nothing to do")
      }
      let number = segmentsBefore.map { "\($0) segments" } ?? "segments"
      return number + " merged into \(segmentsAfter ?? 1)\n"
        + String(format: "%.1f s, ", seconds) + Size.text(freeBytes) + " of the file free"
    }

    enum CodingKeys: String, CodingKey {
      case segmentsBefore = "segments_before"
      case segmentsAfter = "segments_after"
      case rebuiltTables = "rebuilt_tables"
      case freeBytes = "free_bytes"
      case seconds
    }
  }
}
