import Foundation
import Testing

/// The result of an import does not depend on how it is spread over threads.
@Suite struct PipelineTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  @Test func sameFileWhateverTheNumberOfWorkers() throws {
    var seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var lines = ""
    for number in 0..<3_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      // Long and short texts, so that chunks end at different times.
      let words = seed >> 33 % 200 == 0 ? 20_000 : Int(seed >> 40 % 30) + 1
      let body = Array(repeating: "NATO met in Kyiv.", count: words).joined(separator: " ")
      lines += #"{"id":"k\#(seed >> 52)","title":"T \#(number)","body":"\#(body)"}"# + "\n"
      if seed >> 35 % 50 == 0 { lines += "[not an article]\n" }
    }
    try folder.write("in/dump.jsonl", lines)
    for number in 0..<300 {
      try folder.write(
        "in/pages/\(number).txt",
        "Title \(number)\n\nA page of some length about the harbour in year \(number).\n\nShare\n")
    }
    var results: Set<String> = []
    for workers in ["1", "2", "7"] {
      let database = "w\(workers).db"
      let result = try folder.dateline([
        "index", "in", "--db", database, "--workers", workers, "--errors", workers + ".errors",
      ])
      #expect(result.status == 0, "\(result.errors)")
      let summary = result.output.split(separator: "\n").first ?? ""
      let dump = try folder.shell(
        """
        sqlite3 \(database) 'SELECT * FROM articles ORDER BY id' \
        'SELECT * FROM superseded' 'SELECT hex(block) FROM articles_fts_data'
        """)
      #expect(dump.errors.isEmpty)
      let errors = try String(contentsOfFile: folder.path(workers + ".errors"), encoding: .utf8)
      results.insert(summary + dump.output + errors)
    }
    #expect(results.count == 1)
    #expect(results.first?.contains("rejected (") == true)
  }

  @Test func dryRunCountsAndWritesNothing() throws {
    try folder.write("d.jsonl", SampleDump.jsonl + "{\"id\":\"broken\n")
    let result = try folder.dateline(["index", "d.jsonl", "--dry-run", "--workers", "1"])
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix("3 articles, 1 rejected (1 malformed); nothing written\n"),
      "\(result.output)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["d.jsonl"])
    #expect(try folder.dateline(["index", "d.jsonl", "--dry-run", "--strict"]).status == 2)
    let json = try folder.dateline(["index", "d.jsonl", "--dry-run", "--json", "--quiet"])
    for field in [#""dry_run" : true"#, #""jsonl" : 3"#, #""malformed" : 1"#, #""articles" : 3"#] {
      #expect(json.output.contains(field), "\(field) in \(json.output)")
    }
  }

  @Test func interruptedReaderHandsOverWhatItRead() throws {
    // The input stays open behind its records; what came before is committed nevertheless.
    let lines = (1...5_000).map { #"{"id":"n\#($0)","title":"Storm","body":"The harbour."}"# }
    try folder.write("d.jsonl", lines.joined(separator: "\n") + "\n")
    let result = try folder.shell(
      """
      mkfifo pipe; dateline index - --format jsonl < pipe & pid=$!
      exec 3> pipe; cat d.jsonl >&3
      until [ -e news.db ]; do sleep 0.01; done
      kill -INT $pid; wait $pid; echo "status $?"
      """)
    #expect(result.output.contains("status 130"), "\(result.output)\(result.errors)")
    let statistics = try folder.dateline(["stats", "--json"])
    // The last records are on their way to the workers in groups; a group that is not full waits.
    #expect(statistics.output.contains(#""articles" : 4992"#), "\(statistics.output)")
  }
}
