import Foundation
import Testing

/// An import that is killed leaves the old file or the new one, and nothing that is in the way of the
/// next. `make stress` does the same some hundred times.
@Suite(.serialized) struct CrashTests {
  private let folder: CommandFolder
  /// Enough for one large transaction.
  private static let count = 2_100
  private static let oldCount = 40

  init() throws {
    folder = try CommandFolder()
    try folder.write("old.jsonl", Self.lines(0..<Self.oldCount, "Old"))
    // Some of the old ones have changed.
    try folder.write("new.jsonl", Self.lines(30..<30 + Self.count, "Storm"))
  }

  private static func lines(_ numbers: Range<Int>, _ title: String) -> String {
    numbers.map {
      #"{"id":"n\#($0)","title":"\#(title) \#($0)","body":"NATO met in \#($0 % 7) places."}"#
        + "\n"
    }.joined()
  }

  /// Everything that an import decides; `nil` where there is no file.
  private func content(_ name: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: folder.path(name)) else { return nil }
    // A copy, so that the next run finds what was left.
    let result = try folder.shell(
      """
      rm -f copy.db*; cp \(name) copy.db
      for log in wal journal; do [ ! -e \(name)-$log ] || cp \(name)-$log copy.db-$log; done
      sqlite3 copy.db "PRAGMA integrity_check" \
      "INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)" \
      "SELECT * FROM articles ORDER BY id" "SELECT * FROM mentions" "SELECT * FROM superseded" \
      "SELECT id, hex(sz) FROM articles_fts_docsize"
      """)
    #expect(result.errors.isEmpty && result.output.hasPrefix("ok\n"), "\(result)")
    return result.output
  }

  /// Kills an import a moment after a file has come into being; whether it was at work still.
  private func kill(_ sign: String, after seconds: Double) throws -> Bool {
    let result = try folder.shell(
      """
      dateline index new.jsonl --db cut.db --memory 16 --quiet & pid=$!
      until [ -e \(sign) ] || ! kill -0 $pid; do :; done
      sleep \(seconds); kill -KILL $pid; wait $pid; echo "status $?"
      """)
    #expect(result.output == "status 137\n" || result.output == "status 0\n", "\(result)")
    return result.output == "status 137\n"
  }

  @Test(arguments: [false, true])
  func killedImportsLeaveTheOldFileOrTheNewOne(isAppend: Bool) throws {
    if isAppend {
      _ = try folder.shell(
        "dateline index old.jsonl --db whole.db -q; cp whole.db cut.db")
    }
    let old = try content("cut.db")
    let whole = try folder.dateline(["index", "new.jsonl", "--db", "whole.db"])
    #expect(whole.status == 0, "\(whole)")
    let new = try content("whole.db")
    var landed = 0
    // One kill comes upon what the other has left.
    for (sign, seconds) in [
      ("cut.db-building", 0.0), (isAppend ? "cut.db-wal" : "cut.db-building/index.db", 0.05),
    ] {
      if try kill(sign, after: seconds) { landed += 1 }
      let found = try content("cut.db")
      #expect(found == old || found == new, "\(sign): \(found?.count ?? 0) bytes")
    }
    #expect(landed > 0)
    let rest = try folder.dateline(["index", "new.jsonl", "--db", "cut.db"])
    #expect(rest.status == 0, "\(rest)")
    #expect(try content("cut.db") == new)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasPrefix("cut.db-") }
    #expect(left.isEmpty, "\(left)")
  }

  /// As on a full disk: a write fails in the middle.
  @Test(arguments: [100, 1_000])
  func failedWritesLeaveTheOldFile(kilobytes: Int) throws {
    _ = try folder.dateline(["index", "old.jsonl", "--db", "cut.db"])
    let old = try content("cut.db")
    for name in ["cut.db", "fresh.db"] {
      let result = try folder.shell(
        "trap '' XFSZ; ulimit -f \(kilobytes); dateline index new.jsonl --db \(name) --memory 16")
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      #expect(result.errors.hasPrefix("Error: \(name): "), "\(result)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result)")
    }
    #expect(try content("cut.db") == old)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasPrefix("cut.db-") || $0.hasPrefix("fresh") }
    #expect(left.isEmpty, "\(left)")
  }
}
