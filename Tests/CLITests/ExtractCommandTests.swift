import Foundation
import Testing

@Suite struct ExtractCommandTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    for number in 0..<4 {
      try folder.write(
        "harbour/p\(number).txt",
        """
        Crane number \(number) is painted green

        By Ada Marsh

        The crane number \(number) was painted on Monday, and ships passed it all day long.

        Our reporters stand at the quay for you, whatever the weather and the hour may be.

        """)
    }
  }

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func printsOneObjectALineAndWritesNothing() throws {
    try folder.write("d.jsonl", SampleDump.jsonl)
    let result = try folder.dateline(["extract", "d.jsonl", "harbour", "--json"])
    #expect(result.status == 0, "\(result.errors)")
    let articles = try objects(result.output)
    #expect(articles.count == 7)
    let first = try #require(articles.first)
    #expect(first["key"] as? String == "a1")
    #expect(first["file"] as? String == "d.jsonl")
    #expect(first["record"] as? Int == 1)
    #expect(first["offset"] as? Int == 0)
    #expect(first["published"] as? String == "2016-07-08")
    #expect(first["source"] as? String == "Harbour Wire")
    #expect(first["url"] as? String == "https://example.com/a1")
    // Missing values are absent, not null.
    for field in ["authors", "standfirst", "section", "hints", "image_url", "explain"] {
      #expect(first[field] == nil, "\(field)")
    }
    #expect(!result.output.contains("null"))
    #expect(first["language"] as? String == "en")
    #expect(first["evidence"] as? [String: String] == ["language": "text"])
    let page = try #require(articles.last)
    #expect(page["authors"] as? [String] == ["Ada Marsh"])
    #expect(page["title"] as? String == "Crane number 3 is painted green")
    #expect((page["body"] as? String)?.contains("crane number 3") == true)
    // Learnt from the inputs themselves.
    #expect((page["body"] as? String)?.contains("Our reporters") == false)
    #expect(!FileManager.default.fileExists(atPath: folder.path("news.db")))
  }

  @Test func equalsWhatIsIndexed() throws {
    let extracted = try objects(try folder.dateline(["extract", "harbour", "--json"]).output)
    _ = try folder.dateline(["index", "harbour"])
    for article in extracted {
      let key = try #require(article["key"] as? String)
      let shown = try folder.dateline(["show", key, "--json"])
      let stored = try #require(
        try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
      for field in ["title", "body", "file", "source"] {
        #expect(stored[field] as? String == article[field] as? String, "\(field)")
      }
    }
  }

  @Test func explainsWhatWasDropped() throws {
    let result = try folder.dateline(["extract", "harbour", "--json", "--explain"])
    let explain = try #require(try objects(result.output).first?["explain"] as? [String: Any])
    #expect(explain["chosen"] as? String == "lines")
    #expect(explain["candidates"] is [Any])
    let dropped = try #require(explain["dropped"] as? [[String: String]])
    #expect(
      dropped.contains {
        $0["reason"] == "repeated" && $0["text"]?.hasPrefix("Our reporters") == true
      }, "\(dropped)")
    let text = try folder.dateline(["extract", "harbour", "--explain"]).output
    #expect(text.contains("    dropped, repeated: Our reporters stand"), "\(text)")
    #expect(text.hasPrefix("Crane number 0 is painted green\n\n"))
    #expect(text.contains("\nauthor    Ada Marsh\n"))
  }

  @Test func explainsWhatRecordsLost() throws {
    try folder.write(
      "d.jsonl",
      #"{"id":"a","title":"Crane is green","body":"By Ada Marsh\n\nThe crane was painted on Monday.\n\n"#
        + #"Share on Facebook\n\nShips passed it."}"# + "\n")
    let result = try folder.dateline(["extract", "d.jsonl", "--json", "--explain"])
    let article = try #require(try objects(result.output).first)
    #expect((article["evidence"] as? [String: String])?["authors"] == "byline")
    let explain = try #require(article["explain"] as? [String: Any])
    #expect(
      explain["dropped"] as? [[String: String]]
        == [["text": "Share on Facebook", "reason": "call to action"]])
    let text = try folder.dateline(["extract", "d.jsonl", "--explain"]).output
    #expect(text.contains("    dropped, call to action: Share on Facebook\n"), "\(text)")
    #expect(text.contains("authors from byline"), "\(text)")
  }

  @Test func rejectionsAndExitCodes() throws {
    try folder.write("d.jsonl", "{\"id\":\"broken\n" + SampleDump.jsonl)
    let result = try folder.dateline(["extract", "d.jsonl", "--json", "--errors", "errors.jsonl"])
    #expect(result.status == 0)
    #expect(try objects(result.output).count == 3)
    #expect(result.errors.contains("d.jsonl, record 1, byte 0: malformed"), "\(result.errors)")
    let errors = try String(contentsOfFile: folder.path("errors.jsonl"), encoding: .utf8)
    #expect(errors.split(separator: "\n").count == 1)
    #expect(try folder.dateline(["extract", "d.jsonl", "--strict"]).status == 2)
    #expect(try folder.dateline(["extract", "missing.jsonl"]).status == 2)
    #expect(try folder.dateline(["extract", "d.jsonl", "--workers", "0"]).status == 2)
    try folder.write("empty.jsonl", "")
    let empty = try folder.dateline(["extract", "empty.jsonl"])
    #expect(empty.status == 0 && empty.errors.contains("empty: the file is empty"))
    let input = try folder.dateline(["extract", "-", "--json"], input: SampleDump.jsonl)
    #expect(try objects(input.output).count == 3)
  }

  @Test func sameOutputWhateverTheNumberOfWorkers() throws {
    let lines = (0..<2_000).map { #"{"id":"\#($0)","title":"T","body":"Storm \#($0)."}"# }
    try folder.write("d.jsonl", lines.joined(separator: "\n"))
    let one = try folder.dateline(["extract", "d.jsonl", "harbour", "--workers", "1"])
    let four = try folder.dateline(["extract", "d.jsonl", "harbour", "--workers", "4"])
    #expect(one.output == four.output && one.output.contains("Storm 1999."))
  }
}
