import DatelineCore
import Foundation
import Testing

@testable import dateline

/// The forms of output, and that nothing from an article acts in any of them.
@Suite struct PrinterTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "dump.jsonl", "--quiet"])
  }

  private func insert(title: String, body: String, url: String = "https://example.com") throws {
    try folder.write(
      "extra.jsonl", JSONText.of(["id": "evil", "title": title, "body": body, "url": url]))
    // The import would take control characters out.
    let text = { (text: String) in "'" + text.replacing("'", with: "''") + "'" }
    try folder.write(
      "insert.sql",
      "INSERT INTO articles (key, title, body, url) VALUES "
        + "('evil', \(text(title)), \(text(body)), \(text(url)));")
    let result = try folder.shell("sqlite3 news.db < insert.sql")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func markupFromArticlesIsText() throws {
    try insert(
      title: "Storm <script>alert(\"1\")</script> & more",
      body: "A storm <script>alert('2')</script> <mark>not ours</mark> &amp; <b>rain</b>.",
      url: "https://example.com/?a=\"><script>alert(3)</script>&b='")
    let html = try folder.dateline(["search", "storm", "mark", "--html"]).output
    #expect(!html.lowercased().contains("<script"))
    #expect(html.contains("<p class=\"total\">1 article</p>") == !html.contains("value=\"2\""))
    #expect(
      html.contains("<mark>Storm</mark> &lt;script&gt;alert(\"1\")&lt;/script&gt; &amp; more</a>"))
    #expect(html.contains("A <mark>storm</mark> &lt;script&gt;"))
    #expect(
      html.contains(
        "&lt;<mark>mark</mark>&gt;not ours&lt;/<mark>mark</mark>&gt; &amp;amp; &lt;b&gt;"))
    #expect(html.contains("href=\"https://example.com/?a=&quot;&gt;&lt;script&gt;alert(3)"))
    #expect(html.hasPrefix("<section class=\"dateline\">\n<h2 dir=\"auto\">storm mark</h2>"))
    #expect(html.hasSuffix("</section>\n"))
    // Every element that is opened is closed.
    for name in ["section", "ol", "li", "article", "h2", "h3", "p", "a", "mark"] {
      let opened = html.ranges(of: "<\(name)>").count + html.ranges(of: "<\(name) ").count
      #expect(opened == html.ranges(of: "</\(name)>").count, "\(name)")
    }
    let json = try folder.dateline(["search", "storm", "--json"]).output
    #expect(json.contains("A <mark>storm</mark> &lt;script&gt;"))
  }

  @Test func onlyAddressesOfTheWebAreLinks() throws {
    try insert(title: "Storm", body: "A storm.", url: " JavaScript:alert(1)")
    let html = try folder.dateline(["search", "storm", "--html"]).output
    #expect(!html.contains("href"))
    #expect(html.contains("<h3 dir=\"auto\"><mark>Storm</mark></h3>"))
  }

  @Test func queriesAreTextToo() throws {
    let html = try folder.dateline(["search", "--html", "--", "<script>nato</script>"]).output
    #expect(html.contains("<h2 dir=\"auto\">&lt;script&gt;nato&lt;/script&gt;</h2>"))
  }

  @Test func passagesHaveTheOffsetsOfTheirMatches() throws {
    try insert(title: "Storm in 東京", body: "Łódź e\u{301} 😀 storm, “storms” & storm.")
    let output = try folder.dateline(["search", "storm", "--ndjson"]).output
    let hit = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(hit["query"] as? String == "storm")
    #expect(hit["title_highlights"] as? [[Int]] == [[0, 5]])
    let passages = try #require(hit["passages"] as? [[String: Any]])
    let text = try #require(passages.first?["text"] as? String)
    let scalars = Array(text.unicodeScalars)
    let marked = (passages.first?["highlights"] as? [[Int]])?.map { range in
      String(String.UnicodeScalarView(scalars[range[0]..<range[1]]))
    }
    #expect(marked == ["storm", "storms", "storm"])
    #expect((hit["snippets"] as? [String])?.first?.contains("“<mark>storms</mark>” &amp; ") == true)
  }

  /// Controls, C1 controls, embeddings, overrides, isolates.
  private static let unsafe: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{8}", "\u{7F}", "\u{9B}", "\u{9D}", "\u{202A}", "\u{202B}", "\u{202C}",
    "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{2028}",
  ]

  @Test func nothingThatSteersATerminalIsPrinted() throws {
    let junk = String(String.UnicodeScalarView(Self.unsafe))
    try insert(
      title: "Storm \(junk) title", body: "A storm \(junk)here, \(junk) storm.", url: "u\(junk)")
    for form in [[], ["--explain"], ["--html"], ["--json"], ["--ndjson"], ["--csv"], ["--tsv"]] {
      let output = try folder.dateline(["search", "storm"] + form).output
      #expect(!output.unicodeScalars.contains { Self.unsafe.contains($0) }, "\(form)")
    }
    // JSON has them as escapes.
    let json = try folder.dateline(["search", "storm", "--ndjson"]).output
    let hit = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let kept = junk.unicodeScalars.filter { (0x202A...0x2069).contains($0.value) }
    #expect(hit["title"] as? String == "Storm \(String(String.UnicodeScalarView(kept)))  title")
  }

  /// Hits of a topped-up list that lack a word are marked in every form.
  @Test func hitsWithSomeOfTheWordsAreMarked() throws {
    let query = ["search", "nato cyber", "-n", "50"]
    let html = try folder.dateline(query + ["--html"]).output
    let partial = html.ranges(of: " class=\"partial\">").count
    let total = html.ranges(of: "<li ").count
    #expect(partial > 0 && partial < total, "\(html)")
    #expect(html.ranges(of: " · some of the words</p>").count == partial)
    #expect(html.contains(">\(total) articles, \(total - partial) with every word</p>"))
    for form in ["--csv", "--tsv"] {
      let lines = try folder.dateline(query + [form]).output.split(separator: "\n")
      #expect(lines.first?.hasSuffix("matches_all") == true)
      #expect(lines.count { $0.hasSuffix("false") } == partial)
      #expect(lines.count { $0.hasSuffix("true") } == total - partial)
    }
    let one = try folder.dateline(["search", "nato", "--html"]).output
    #expect(!one.contains("partial") && !one.contains("every word"))
  }

  /// Related words weigh little, but not nothing.
  @Test func smallWeightsAreTold() {
    func text(_ weight: Double) -> String {
      let part = Explanation.Part(
        name: "kyiv", documentFrequency: 2, idf: 1, frequency: 1, title: 0, lead: 1, body: 2.4,
        weight: weight, score: 1)
      let hit = Hit(
        rank: 1, id: 1, key: "a", score: 1, matchesAll: true,
        title: Snippet(text: "T", highlights: []), source: nil, published: nil, url: nil,
        entities: [], snippets: [],
        explanation: Explanation(parts: [part], coverage: 1, proximity: 0))
      return TerminalPrinter(
        style: Style(isOn: false), width: nil, explain: true, isHeaded: false
      ).text(
        of: SearchResponse(
          reading: "", notes: [], total: 1, totalMatchingAll: 1, hits: [hit], milliseconds: 0),
        query: "")
    }
    #expect(text(0.01234).contains("body 2.4), weight 0.0123"))
    #expect(text(2).contains(", weight 2\n"))
  }

  /// For Swift an accent belongs to the character ahead of it, for programs that read CSV it does not.
  @Test(arguments: [
    ("a", "a"), ("a, b", "\"a, b\""), ("a,\u{300}b", "\"a,\u{300}b\""),
    ("\"\u{300}a\"", "\"\"\"\u{300}a\"\"\""), ("a\r\nb", "\"a\r\nb\""),
  ])
  func valuesOfTablesAreQuoted(value: String, expected: String) {
    #expect(Array(CSVText.field(value).utf8) == Array(expected.utf8))
  }

  @Test func safeTextKeepsMarksOfDirection() {
    #expect(
      Console.safe("a\u{202E}b\u{2067}c\u{200F}d\u{61C}\n\u{85}") == "a b c\u{200F}d\u{61C}\n ")
  }

  @Test func linesAreWrappedAtATerminalOnly() throws {
    try insert(title: "A storm", body: "A storm " + String(repeating: "word ", count: 30) + "end.")
    let piped = try folder.dateline(["search", "storm"]).output
    #expect(piped.split(separator: "\n").contains { $0.count > 120 })
    for (setting, width) in [
      ("stty cols 50;", 50), ("stty cols 50; COLUMNS=44", 44), ("stty cols 0;", 80),
    ] {
      let result = try folder.shell(
        "script -qec \"\(setting) dateline search storm --color never\" /dev/null")
      let lines = result.output.split { $0.isNewline }
      #expect(lines.contains { $0.contains("[storm]") }, "\(result.output)\(result.errors)")
      #expect(lines.allSatisfy { $0.count <= width }, "\(setting) \(result.output)")
      #expect(lines.contains { $0.count > width - 8 }, "\(setting) \(result.output)")
      #expect(lines.contains { $0.hasPrefix("     word") })
    }
  }

  @Test func oneFormAtATime() throws {
    #expect(try folder.dateline(["search", "nato", "--json", "--html"]).status == 2)
  }
}
