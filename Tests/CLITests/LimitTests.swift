import Foundation
import Testing

/// What a record, or what comes out of a file, may take: the options that bound it.
@Suite struct LimitTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  /// What `index --json` says of the rejected records: their number by reason.
  private func rejected(_ arguments: [String]) throws -> [String: Int] {
    let result = try folder.dateline(["index"] + arguments + ["--json", "--quiet"])
    #expect(result.status == 0, "\(result.errors)")
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return try #require(summary["rejected"] as? [String: Int])
  }

  @Test func largerRecordsAreRejectedAndTheOthersRead() throws {
    let long = String(repeating: "A long story. ", count: 100)
    try folder.write(
      "d.jsonl", SampleDump.jsonl + "{\"id\":\"long\",\"title\":\"Long\",\"body\":\"\(long)\"}\n")
    #expect(try rejected(["d.jsonl", "--max-record", "1000"]) == ["too large": 1])
    #expect(try folder.dateline(["show", "a3"]).status == 0)
    #expect(try rejected(["d.jsonl", "--max-record", "10000"]) == [:])
    #expect(try folder.dateline(["show", "long"]).status == 0)
  }

  @Test func whatComesOutOfACompressedFileIsBounded() throws {
    // One line of text in front, and so many zeros that the first 64 MB, which are free, are passed.
    let bomb = try folder.shell(
      "(echo '{\"id\":\"b\",\"title\":\"Bomb\",\"body\":\"It grows.\"}'; head -c 80000000 /dev/zero) "
        + "| gzip > bomb.jsonl.gz")
    #expect(bomb.status == 0)
    let reasons = try rejected(["bomb.jsonl.gz", "--max-expansion", "10"])
    #expect(reasons["too large", default: 0] >= 1)
    #expect(try folder.dateline(["show", "b"]).status == 0)
  }

  /// The time is up before the first stage ends; nothing here depends on how fast the machine is.
  @Test func recordsThatTakeTooLongAreRejectedWithThatReason() throws {
    try folder.write("d.jsonl", SampleDump.jsonl)
    try folder.write("p.txt", "A title\n\nA text of a page, which is long enough to be one.\n")
    try folder.write(
      "p.html", "<html><body><h1>A title</h1><p>A text of a page, with sentences.</p></body></html>"
    )
    let inputs = ["d.jsonl", "p.txt", "p.html"]
    #expect(try rejected(inputs + ["--max-time", "1e-9", "--dry-run"]) == ["too slow": 5])
    let result = try folder.dateline(["extract", "d.jsonl", "--max-time", "1e-9"])
    #expect(
      result.errors.contains("d.jsonl, record 1, byte 0: too slow: it took longer than 1e-09 s"))
    let whole = try folder.dateline(["extract", "--json"] + inputs)
    let limited = try folder.dateline(["extract", "--json", "--max-time", "3600"] + inputs)
    #expect(!whole.output.isEmpty && whole.output == limited.output)
    for value in ["0", "-1", "nan", "1e9"] {
      #expect(try folder.dateline(["extract", "d.jsonl", "--max-time=\(value)"]).status == 2)
    }
  }
}
