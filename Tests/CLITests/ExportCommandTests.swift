import Foundation
import Testing

/// What is exported comes back as it was.
@Suite struct ExportCommandTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  /// The columns that an export keeps, of all articles.
  private func content(_ database: String) throws -> String {
    let query = """
      SELECT key, title, standfirst, body, published, modified, source, author, section, language, url,
      image_url, entities FROM articles ORDER BY key
      """
    let result = try folder.run("/usr/bin/env", ["sqlite3", database, query])
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test(arguments: ["jsonl", "csv"]) func articlesComeBack(format: String) throws {
    let corpus = CommandFolder.package.appendingPathComponent("Corpus/articles").path
    #expect(try folder.dateline(["index", corpus, "--quiet"]).status == 0)
    let exported = try folder.dateline(["export", "--format", format, "--output", "all.\(format)"])
    #expect(exported.status == 0, "\(exported.errors)")
    let back = try folder.dateline(["index", "all.\(format)", "--db", "back.db", "--quiet"])
    #expect(back.status == 0, "\(back.errors)")
    let (before, after) = (try content("news.db"), try content("back.db"))
    #expect(!before.isEmpty && before == after)
    let printed = try folder.dateline(["export", "--format", format])
    #expect(
      printed.output == (try String(contentsOfFile: folder.path("all.\(format)"), encoding: .utf8)))
  }

  /// What would be taken for a headline, for furniture or for markup stays, too.
  @Test(arguments: ["jsonl", "csv"]) func textsComeBackWhateverTheySay(format: String) throws {
    let records = [
      #"{"id":"same","title":"NATO meets in Brussels.","body":"NATO meets in Brussels."}"#,
      #"{"id":"untitled","body":"The council met on Monday."}"#,
      #"{"id":"first","body":"The council met on Monday.\n\nIt will meet again."}"#,
      #"{"id":"markup","title":"AT&amp;amp;T &lt;b&gt;","body":"&lt;html&gt; says &amp;amp;amp;"}"#,
      #"{"id":"quotes","title":"Said","body":"\"Yes\",\n\n\"no\", \"\"\n\n,\"perhaps\""}"#,
      #"{"id":"slashes","title":"C:\\\"news","body":"\"No\\\" and C:\\temp\\\"x\n\nb\\"}"#,
      // Of a quotation mark and an accent Swift makes one character.
      #"{"id":"accents","title":"\"\u0300No\"","body":"a,\u0301 \"\u0300b, \"\",\u0300 c"}"#,
      #"{"id":"authors","title":"Two","body":"It did.","authors":["Roe, Jane","ANN POE"]}"#,
      #"{"id":"summary","title":"Short","summary":"What it says.","body":"None"}"#,
    ]
    try folder.write("d.jsonl", records.joined(separator: "\n") + "\n")
    #expect(try folder.dateline(["index", "d.jsonl", "--quiet"]).status == 0)
    // What other programs write into the table.
    let others = try folder.run(
      "/usr/bin/env",
      [
        "sqlite3", "news.db",
        """
        UPDATE articles SET body = 'NATO meets in Brussels.' WHERE key = 'same';
        UPDATE articles SET body = 'By Jane Roe' || char(10, 10) || 'Read more: All of it'
          || char(10, 10) || 'None' WHERE key = 'authors';
        UPDATE articles SET title = 'unknown', body = '<html><body>none</body></html>',
          source = 'A &amp; B' WHERE key = 'markup';
        """,
      ])
    #expect(others.status == 0, "\(others.errors)")
    let exported = try folder.dateline(["export", "--format", format, "--output", "all.\(format)"])
    #expect(exported.status == 0, "\(exported.errors)")
    let back = try folder.dateline(["index", "all.\(format)", "--db", "back.db", "--quiet"])
    #expect(back.status == 0, "\(back.errors)")
    let (before, after) = (try content("news.db"), try content("back.db"))
    #expect(
      before.split(separator: "\n").contains { $0.hasPrefix("same|NATO meets in Brussels.||NATO") })
    #expect(before == after)
    let extra = try folder.run(
      "/usr/bin/env", ["sqlite3", "back.db", "SELECT count(*), count(extra) FROM articles"])
    #expect(extra.output == "9|0\n")
  }

  @Test func bulkLinesHaveAnActionEach() throws {
    try folder.write(
      "d.jsonl", #"{"id":"a\"1","title":"NATO meets","body":"It did.\nTwice."}"# + "\n")
    #expect(try folder.dateline(["index", "d.jsonl", "--quiet"]).status == 0)
    let result = try folder.dateline([
      "export", "--format", "opensearch-bulk", "--mapping", "m.json", "--index-name", "wire",
    ])
    let lines = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.count == 2)
    let action = try #require(lines[0]["index"] as? [String: String])
    #expect(action == ["_index": "wire", "_id": "a\"1"])
    #expect(lines[1]["title"] as? String == "NATO meets")
    #expect(lines[1]["entities"] as? [String] == ["NATO"])
    let data = try Data(contentsOf: folder.url.appendingPathComponent("m.json"))
    let mapping = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(mapping?["mappings"] != nil)
  }

  @Test(arguments: [
    (["--to", "sphinxql://h/news"], "--shards go together"),
    (["--mapping", "m"], "goes with --format opensearch-bulk"),
    (["--format", "xml"], "jsonl"), (["--db", "none.db"], "none.db"),
    (["--output", "news.db"], "is the index itself"),
    (["--output", "no/such/place"], "no/such/place: cannot be written"),
  ])
  func mistakesAreExplained(options: [String], message: String) throws {
    try folder.write("d.jsonl", #"{"id":"a","title":"NATO meets","body":"It did."}"# + "\n")
    #expect(try folder.dateline(["index", "d.jsonl", "--quiet"]).status == 0)
    let result = try folder.dateline(["export"] + options)
    #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
  }
}
