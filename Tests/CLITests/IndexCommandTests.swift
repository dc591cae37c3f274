import Foundation
import Testing

@Suite struct IndexCommandTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  @Test func sameDumpAgainChangesNothing() throws {
    try folder.write("dump.jsonl", SampleDump.jsonl)
    let first = try folder.dateline(["index", "dump.jsonl"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("3 added, 0 replaced, 0 unchanged, 0 rejected\n"))
    let second = try folder.dateline(["index", "dump.jsonl"])
    #expect(second.output.hasPrefix("0 added, 0 replaced, 3 unchanged, 0 rejected\n"))
    try folder.write(
      "dump.jsonl", SampleDump.jsonl.replacingOccurrences(of: "The euro fell", with: "It rose"))
    let third = try folder.dateline(["index", "dump.jsonl"])
    #expect(third.output.hasPrefix("0 added, 1 replaced, 2 unchanged, 0 rejected\n"))
    #expect(try folder.dateline(["check"]).status == 0)
  }

  @Test func readsEveryFormat() throws {
    try folder.write(
      "in/one.txt",
      "A headline\n\nBy Ada Marsh\n\nThe storm reached the coast on Monday, and the harbour was closed for the day.\n"
    )
    try folder.write(
      "in/two.json", #"[{"headline":"H","text":"storm two","link":"https://x.example/2"}]"#)
    try folder.write("in/three.csv", "id,title,body\nc1,\"Title, quoted\",\"storm\nthree\"\n")
    try folder.write("in/four.tsv", "id\ttitle\tbody\nt1\tTitle\tstorm four\n")
    try folder.write("in/five.jsonl", #"{"id":"j1","title":"T","body":"storm five"}"# + "\n")
    try folder.write("in/ignored.bin", "storm")
    let result = try folder.dateline(["index", "in"])
    #expect(result.output.hasPrefix("5 added"), "\(result.output)\(result.errors)")
    let hits = try folder.dateline(["search", "storm", "--ndjson"])
    #expect(hits.output.split(separator: "\n").count == 5)
  }

  @Test func readsStandardInputAndGlobs() throws {
    #expect(
      try folder.dateline(["index", "-"], input: SampleDump.jsonl).output.hasPrefix("3 added"))
    try folder.write("x1.jsonl", #"{"id":"x1","title":"T","body":"one"}"# + "\n")
    try folder.write("x2.jsonl", #"{"id":"x2","title":"T","body":"two"}"# + "\n")
    #expect(try folder.dateline(["index", "x*.jsonl"]).output.hasPrefix("2 added"))
  }

  @Test func mapsDropsAndNamesFields() throws {
    try folder.write(
      "d.jsonl", #"{"nr":"k1","title":"Secret","articleText":"storm","mood":"calm"}"# + "\n")
    let result = try folder.dateline([
      "index", "d.jsonl", "--map", "body=articleText", "--map", "key=nr", "--drop", "title",
      "--source", "My Desk",
    ])
    #expect(result.output.hasPrefix("1 added"), "\(result.errors)")
    let shown = try folder.dateline(["show", "k1", "--json"])
    #expect(shown.output.contains(#""source" : "My Desk""#))
    #expect(shown.output.contains("calm"))
    #expect(!shown.output.contains("Secret"))
  }

  @Test func databaseFromOptionAndEnvironment() throws {
    try folder.write("d.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "d.jsonl", "--db", "one.db"])
    _ = try folder.dateline(["index", "d.jsonl"], environment: ["DATELINE_DB": "two.db"])
    #expect(FileManager.default.fileExists(atPath: folder.path("one.db")))
    #expect(FileManager.default.fileExists(atPath: folder.path("two.db")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("news.db")))
  }

  @Test func badRecordsAreCountedAndReported() throws {
    try folder.write(
      "d.jsonl",
      """
      {"id":"a","title":"Good","body":"storm"}
      {"id":"b","title":"Cut off
      [1,2,3]
      {"id":"c"}
      {"id":"d","title":"Good","body":"storm"}

      """)
    let result = try folder.dateline(["index", "d.jsonl", "--errors", "errors.jsonl"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("2 added, 0 replaced, 0 unchanged, 3 rejected"))
    #expect(result.errors.contains("d.jsonl, record 2, byte 41"))
    let lines = try String(contentsOfFile: folder.path("errors.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(try folder.dateline(["index", "d.jsonl", "--strict"]).status == 2)
    #expect(try folder.dateline(["check"]).status == 0)
  }

  @Test(arguments: [
    (
      "truncated JSON", #"[{"id":"a","title":"T","body":"storm"},{"id":"b","ti"#, "x.json",
      "1 added"
    ),
    ("empty file", "", "x.jsonl", ""),
    ("only white space", " \n \n", "x.txt", "0 added"),
    ("not JSON at all", "hello there", "x.json", "0 added"),
  ])
  func poorFilesEndWithAMessage(name: String, content: String, file: String, summary: String) throws
  {
    try folder.write(file, content)
    let result = try folder.dateline(["index", file])
    #expect(result.status == 0 || result.status == 2, "\(name)")
    #expect(
      summary.isEmpty || result.output.contains(summary),
      "\(name): \(result.output)\(result.errors)")
    #expect(!result.errors.isEmpty, "\(name) must be reported")
  }

  @Test func invalidUTF8IsDecodedAsWindows1252() throws {
    try folder.write(
      "d.jsonl", Data(#"{"id":"a","title":"Z"#.utf8) + [0xFC] + Data(#"rich","body":"storm"}"#.utf8)
    )
    #expect(try folder.dateline(["index", "d.jsonl"]).output.hasPrefix("1 added"))
    #expect(try folder.dateline(["show", "a"]).output.hasPrefix("Zürich\n"))
  }

  @Test(arguments: [
    ["index", "missing.jsonl"], ["index", "emptydir"],
    ["index", "d.jsonl", "--db", "no/such/dir.db"],
    ["index", "d.jsonl", "--db", "foreign.db"], ["index", "d.jsonl", "--db", "other.db"],
    ["index", "d.jsonl", "--db", "newer.db"], ["search", "x", "--db", "missing.db"],
    ["search", "x", "--db", "foreign.db"], ["search", "x", "--db", "newer.db"],
    ["show", "x", "--db", "missing.db"], ["stats", "--db", "foreign.db"],
    ["check", "--db", "foreign.db"], ["index", "d.jsonl", "--map", "nonsense"], ["index"],
    ["search"], ["nosuchcommand"], ["search", "x", "--since", "yesterday"],
    ["search", "x", "--limit", "many"], ["search", "x", "--nosuchoption"],
  ])
  func errorsExitWithTwoAndSayWhy(arguments: [String]) throws {
    try folder.write("d.jsonl", SampleDump.jsonl)
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("emptydir"), withIntermediateDirectories: true)
    try folder.write("foreign.db", "This is just text and no database, long enough to be read.")
    _ = try folder.shell("sqlite3 other.db 'CREATE TABLE notes (text)'")
    _ = try folder.dateline(["index", "d.jsonl", "--db", "newer.db"])
    _ = try folder.shell(
      "sqlite3 newer.db \"UPDATE dateline_meta SET value = '99' WHERE key = 'schema_version'\"")
    let before = try Data(contentsOf: folder.url.appendingPathComponent("foreign.db"))
    let result = try folder.dateline(arguments)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("foreign.db")) == before)
  }

  @Test(arguments: [
    (["serach", "nato"], "serach: no such command; the commands are index, extract, search"),
    (["help", "serach"], "serach: no such command"),
    (["search", "x", "--db", "folder"], "folder: this is a directory"),
    (["index", "d.jsonl", "--db", "folder"], "folder: this is a directory"),
    (["stats", "--db", "empty.db"], "empty.db: the file is empty"),
    (["search", "--queries", "missing.tsv", "--run", "-"], "missing.tsv: no such file"),
  ])
  func mistakesAreNamed(arguments: [String], message: String) throws {
    try folder.write("d.jsonl", SampleDump.jsonl)
    try folder.write("folder/x.txt", "")
    try folder.write("empty.db", "")
    _ = try folder.dateline(["index", "d.jsonl"])
    let result = try folder.dateline(arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func skippedFilesAreCountedAndNamedOnRequest() throws {
    try folder.write("in/d.jsonl", SampleDump.jsonl)
    try folder.write("in/picture.png", "x")
    let short = try folder.dateline(["index", "in", "--dry-run"])
    #expect(short.errors == "skipped 1 file of other formats\n")
    let long = try folder.dateline(["index", "in", "--dry-run", "--verbose"])
    #expect(long.errors.contains("skipped: in/picture.png\n"))
    try folder.write("in/more.gif", "x")
    let two = try folder.dateline(["index", "in", "--dry-run"])
    #expect(two.errors == "skipped 2 files of other formats\n")
  }

  @Test func ratesAreLeftOutWhenNothingWasRead() throws {
    try folder.write("empty.jsonl", "")
    let nothing = try folder.dateline(["index", "empty.jsonl"])
    #expect(!nothing.output.contains("articles/s"), "\(nothing.output)")
    try folder.write("d.jsonl", SampleDump.jsonl)
    #expect(try folder.dateline(["index", "d.jsonl"]).output.contains(" articles/s"))
  }

  @Test func interruptCommitsAndTheNextRunGoesOn() throws {
    var lines = ""
    for number in 0..<60_000 {
      lines +=
        #"{"id":"n\#(number)","title":"Storm \#(number)","body":"The harbour was closed."}"# + "\n"
    }
    try folder.write("big.jsonl", lines)
    // The signal is sent once a batch has come to the file that is being built.
    let result = try folder.shell(
      """
      dateline index big.jsonl & pid=$!
      until [ -e news.db-building/index.db ] || ! kill -0 $pid; do sleep 0.005; done
      kill -INT $pid; wait $pid; echo "status $?"
      """)
    #expect(result.output.contains("status 130"), "\(result.output)\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("news.db-building")))
    #expect(try folder.dateline(["check"]).status == 0)
    let rest = try folder.dateline(["index", "big.jsonl"])
    #expect(rest.status == 0)
    #expect(try folder.dateline(["stats", "--json"]).output.contains(#""articles" : 60000"#))
  }
}
