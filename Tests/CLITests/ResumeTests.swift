import Foundation
import Testing

/// An import that ended in the middle goes on where it stopped.
@Suite struct ResumeTests {
  private let folder: CommandFolder
  private static let count = 3_000

  init() throws { folder = try CommandFolder() }

  /// Pages with furniture, and a dump in which some articles come in two versions and some records
  /// are broken.
  private func writeDump() throws {
    for number in 0..<12 {
      try folder.write(
        "pages/p\(number).txt",
        """
        Harbour notes \(number)

        The crane number \(number) was painted on Monday, and ships passed it all day long.

        Our reporters stand at the quay for you, whatever the weather and the hour may be.

        """)
    }
    var lines = ""
    for number in 0..<Self.count {
      let key = number % 1_500 == 1_499 ? number - 1_400 : number
      lines +=
        #"{"id":"n\#(key)","title":"Storm \#(number)","body":"The harbour was closed by NATO."}"#
        + "\n"
      if number % 1_500 == 17 { lines += "{\"id\":\"broken\n" }
    }
    try folder.write("big.jsonl", lines)
  }

  /// Everything that an import decides, as text.
  private func content(_ database: String) throws -> String {
    let result = try folder.shell(
      """
      sqlite3 \(database) "SELECT * FROM articles ORDER BY id" "SELECT * FROM mentions" \
      "SELECT * FROM superseded" "SELECT source, hex(content) FROM site_memory"
      """)
    #expect(result.errors.isEmpty, "\(result.errors)")
    return result.output
  }

  /// Starts an import and ends it with a signal once a batch is committed. The reader waits at a
  /// pipe that nobody writes to, so that the import cannot be faster than the signal.
  private func interrupt(_ signal: String) throws -> CommandResult {
    try folder.shell(
      """
      rm -f pipe; mkfifo pipe
      dateline index pages big.jsonl pipe --db cut.db --workers 2 & pid=$!
      committed() {
        sqlite3 cut.db 'SELECT records FROM import_checkpoints ORDER BY records DESC' 2>/dev/null
      }
      until [ "$(committed | head -1)" -ge 1900 ] 2>/dev/null; do sleep 0.01; done
      kill -\(signal) $pid; wait $pid; echo "status $?"
      """)
  }

  private func resumed(_ output: String) -> Int {
    let text = output.split(separator: "resumed: ").dropFirst().first ?? ""
    return Int(text.prefix { $0.isNumber }) ?? 0
  }

  @Test(arguments: ["KILL", "INT"])
  func interruptedImportEqualsAnUndisturbedOne(signal: String) throws {
    try writeDump()
    let whole = try folder.dateline(["index", "pages", "big.jsonl", "--db", "whole.db"])
    #expect(whole.status == 0 && !whole.output.contains("resumed"), "\(whole.output)")
    let cut = try interrupt(signal)
    #expect(cut.output.contains(signal == "INT" ? "status 130" : "status 137"), "\(cut)")
    let rest = try folder.dateline([
      "index", "pages", "big.jsonl", "--db", "cut.db", "--workers", "3",
    ])
    #expect(rest.status == 0, "\(rest.errors)")
    // What was committed is passed over: nothing is read twice, so nothing is unchanged.
    #expect(resumed(rest.output) >= 1_912, "\(rest.output)")
    #expect(rest.output.contains(" 0 unchanged"), "\(rest.output)")
    #expect(try content("cut.db") == content("whole.db"))
    #expect(try folder.dateline(["check", "--db", "cut.db"]).status == 0)
    let again = try folder.dateline(["index", "pages", "big.jsonl", "--db", "cut.db"])
    #expect(!again.output.contains("resumed"), "\(again.output)")
    #expect(again.output.hasPrefix("0 added, 0 replaced, "), "\(again.output)")
  }

  /// Its input never makes the reader wait, so that nothing but the time brings the first commit.
  @Test func aBusyImportThatIsKilledGoesOnFromItsFirstCommit() throws {
    try writeDump()
    let whole = try folder.dateline(["index", "pages", "big.jsonl", "--db", "whole.db"])
    #expect(whole.status == 0, "\(whole.errors)")
    let cut = try folder.shell(
      """
      rm -f pipe; mkfifo pipe
      yes '{"id":"tide","title":"Tide","body":"The tide came in."}' > pipe & feeder=$!
      dateline index pages big.jsonl pipe --db cut.db -q --commit-every 0.3 & pid=$!
      committed() {
        sqlite3 cut.db 'SELECT sum(records) FROM import_checkpoints' 2>/dev/null
      }
      tries=0
      until [ "$(committed)" -ge 12 ] 2>/dev/null || [ $tries -ge 600 ]; do
        sleep 0.05; tries=$((tries + 1))
      done
      kill -KILL $pid; wait $pid; echo "status $?"; kill $feeder 2>/dev/null
      echo "committed $(committed)"
      """)
    #expect(cut.output.contains("status 137"), "\(cut)")
    let committed = Int(
      cut.output.split(separator: "committed ").last?.prefix { $0.isNumber } ?? "")
    #expect(committed ?? 0 >= 12, "\(cut)")
    let rest = try folder.dateline(["index", "pages", "big.jsonl", "--db", "cut.db"])
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(resumed(rest.output) == committed, "\(rest.output)")
    #expect(rest.output.contains(" 0 unchanged"), "\(rest.output)")
    _ = try folder.shell("sqlite3 cut.db \"DELETE FROM articles WHERE key = 'tide'\"")
    #expect(try content("cut.db") == content("whole.db"))
    #expect(try folder.dateline(["check", "--db", "cut.db"]).status == 0)
  }

  @Test func changedFilesAndOtherOptionsStartAnew() throws {
    try writeDump()
    _ = try interrupt("KILL")
    let other = try folder.dateline([
      "index", "big.jsonl", "--db", "cut.db", "--dry-run", "--json",
    ])
    #expect(other.output.contains(#""articles" : 3000"#), "\(other.output)")
    let options = try folder.dateline(["index", "big.jsonl", "--db", "cut.db", "--source", "Wire"])
    #expect(!options.output.contains("resumed"), "\(options.output)")
    _ = try folder.shell("rm cut.db*")
    _ = try interrupt("KILL")
    _ = try folder.shell(#"echo '{"id":"last","title":"T","body":"B"}' >> big.jsonl"#)
    let rest = try folder.dateline(["index", "pages", "big.jsonl", "--db", "cut.db", "--json"])
    // The pages are finished and unchanged, the dump is another.
    #expect(rest.output.contains(#""resumed" : 12"#), "\(rest.output)")
    #expect(rest.output.contains(#""jsonl" : 3001"#), "\(rest.output)")
  }

  @Test func rejectedRecordsOfTheFirstPartCountForStrict() throws {
    try writeDump()
    _ = try interrupt("KILL")
    let rest = try folder.dateline(["index", "pages", "big.jsonl", "--db", "cut.db", "--strict"])
    #expect(rest.status == 2)
    #expect(rest.output.contains("of them rejected"), "\(rest.output)")
  }

  @Test func finishedImportsAndStandardInputLeaveNoCheckpoint() throws {
    try folder.write("d.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "d.jsonl"])
    _ = try folder.dateline(["index", "-"], input: SampleDump.jsonl)
    let rows = try folder.shell("sqlite3 news.db 'SELECT count(*) FROM import_checkpoints'")
    #expect(rows.output == "0\n")
  }
}
