import Foundation
import Testing

/// `dateline search` with queries from standard input.
@Suite struct QueryInputTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "dump.jsonl", "--quiet"])
  }

  private let queries = "nato\n\n   \nzeppelin\r\nq7\tzürich shares\n\"rate"

  @Test func answersEachLine() throws {
    for arguments in [["-"], ["--queries", "-"]] {
      let result = try folder.dateline(["search"] + arguments, input: queries)
      #expect(result.status == 0)
      let headings = result.output.split(separator: "\n").filter { $0.hasPrefix("== ") }
      #expect(headings == ["== nato", "== zeppelin", "== zürich shares", "== \"rate"])
      #expect(result.output.contains("2 articles ("))
    }
    try folder.write("q.txt", queries)
    let file = try folder.dateline(["search", "--queries", "q.txt"])
    #expect(file.output.contains("== zürich shares\n1. Markets rise"))
  }

  @Test func everyFormSaysWhichQuery() throws {
    func output(_ form: String) throws -> String {
      try folder.dateline(["search", "-", form, "-n", "1"], input: queries).output
    }
    let lines = try output("--ndjson").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains(#""query":"nato""#) == true)
    #expect(lines.last?.contains(#""query":"zürich shares""#) == true)
    let csv = try output("--csv").split(separator: "\n")
    #expect(csv.first?.hasPrefix("query,rank,id,") == true)
    #expect(csv.dropFirst().map { $0.split(separator: ",")[0] } == ["nato", "zürich shares"])
    let tsv = try output("--tsv").split(separator: "\n")
    #expect(tsv.count == 3 && tsv[1].hasPrefix("nato\t1\t"))
    #expect(try output("--json").ranges(of: "\"schema\"").count == 4)
    #expect(try output("--html").ranges(of: "<section").count == 4)
  }

  @Test func statusTellsWhetherAnyQueryFound() throws {
    #expect(try folder.dateline(["search", "-"], input: "zeppelin\nnato\n").status == 0)
    #expect(try folder.dateline(["search", "-"], input: "zeppelin\n").status == 1)
    #expect(try folder.dateline(["search", "-"], input: "").status == 1)
    #expect(try folder.dateline(["search", "-", "-n", "0"], input: "nato\n").status == 0)
    #expect(try folder.dateline(["search", "--queries", "nosuch"]).status == 2)
    #expect(try folder.dateline(["search", "--queries", "."]).status == 2)
    #expect(try folder.dateline(["search", "nato", "--queries", "-"]).status == 2)
    #expect(try folder.dateline(["search", "nato", "--run", "-"]).status == 2)
  }

  /// Without the mentions, what names an entity cannot be answered; other queries can.
  @Test func aQueryThatFailsDoesNotEndTheOthers() throws {
    _ = try folder.shell("sqlite3 news.db 'DROP TABLE mentions'")
    let input = "nato\nshares\n"
    let result = try folder.dateline(["search", "-", "--ndjson"], input: input)
    #expect(result.status == 2)
    #expect(result.output.contains(#""query":"shares""#))
    #expect(result.errors.hasPrefix("Error: nato: "))
    try folder.write("q.tsv", "q1\tnato\nq2\tshares\n")
    let run = try folder.dateline(["search", "--queries", "q.tsv", "--run", "-"])
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("q2 Q0 ") && run.errors.contains("a query failed"))
  }

  @Test func optionsApplyToEach() throws {
    let result = try folder.dateline(
      ["search", "-", "--until", "2016-08", "--ndjson"], input: "nato\ntrump\n")
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains(#""key":"a1""#))
  }

  @Test func oddLinesAreAnswered() throws {
    var data = Data("nato\0x\n".utf8)
    data.append(contentsOf: [0xFF, 0xFE, 0x0A])
    data.append(Data((String(repeating: "(", count: 100_000) + "\n\u{1B}[31mnato\n").utf8))
    try folder.write("odd.bin", data)
    let result = try folder.shell("dateline search - --color never < odd.bin")
    #expect(result.status == 0)
    #expect(result.output.ranges(of: "== ").count == 4)
    #expect(!result.output.contains("\u{1B}"))
  }

  /// The answer to a line comes before the next line is sent.
  @Test func answersAreNotHeldBack() throws {
    let process = Process()
    process.executableURL = CommandFolder.binary
    process.arguments = ["search", "-", "--ndjson", "-n", "1"]
    process.currentDirectoryURL = folder.url
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for query in ["nato", "zürich", "trump"] {
      try input.fileHandleForWriting.write(contentsOf: Data((query + "\n").utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.contains("\"query\":\"\(query)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func runsFromStandardInput() throws {
    let result = try folder.dateline(
      ["search", "--queries", "-", "--run", "-"], input: "q1\tnato\nq2\tzeppelin\n")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("q1 Q0 ") })
    #expect(result.output.split(separator: "\n").count == 2)
  }
}
