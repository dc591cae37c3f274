import Foundation
import Testing

@Suite struct SearchCommandTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "dump.jsonl", "--quiet"])
  }

  private func object(_ arguments: [String]) throws -> [String: Any] {
    let result = try folder.dateline(arguments)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func statusTellsWhetherThereAreHits() throws {
    #expect(try folder.dateline(["search", "nato"]).status == 0)
    #expect(try folder.dateline(["search", "zeppelin"]).status == 1)
  }

  @Test func jsonHasTheDocumentedFields() throws {
    let json = try object(["search", "nato", "cyber", "--json"])
    #expect(json["schema"] as? Int == 1)
    #expect(json["query"] as? String == "nato cyber")
    #expect(json["total"] as? Int == 2)
    #expect(json["took_ms"] is Double)
    let hits = try #require(json["hits"] as? [[String: Any]])
    let first = try #require(hits.first)
    #expect(first["rank"] as? Int == 1)
    #expect(first["id"] as? Int == 1)
    #expect(first["key"] as? String == "a1")
    #expect(first["title"] as? String == "NATO chief slams attacks")
    #expect(first["source"] as? String == "Harbour Wire")
    #expect(first["published"] as? String == "2016-07-08")
    #expect(first["url"] as? String == "https://example.com/a1")
    #expect(first["entities"] as? [String] == ["NATO", "Russia"])
    #expect((first["snippets"] as? [String])?.first?.contains("<mark>cyber</mark>") == true)
    #expect(first["score"] is Double)
    #expect(hits.last?["url"] is NSNull)
  }

  @Test func facetsInEveryForm() throws {
    let facet = ["search", "nato", "--facet", "source,year", "--facet", "entity", "-n", "0"]
    let text = try folder.dateline(facet)
    #expect(text.status == 0)
    #expect(
      text.output.contains("by source: Harbour Wire ") && text.output.contains("by year: 2016 ")
        && text.output.contains("by entity: NATO 2"), "\(text.output)")
    let json = try object(facet + ["--json"])
    let facets = try #require(json["facets"] as? [String: [String: Any]])
    #expect(Set(facets.keys) == ["source", "year", "entity"])
    let entities = try #require(facets["entity"]?["values"] as? [[String: Any]])
    #expect(entities.first?["value"] as? String == "NATO")
    #expect(entities.first?["count"] as? Int == 2)
    #expect(facets["year"]?["without_value"] is Int && facets["year"]?["other_values"] is Int)
    #expect(try object(["search", "nato", "--json"])["facets"] == nil)
    #expect(try folder.dateline(facet + ["--html"]).output.contains("<li>NATO 2</li>"))
    for other in [
      ["--csv"], ["--tsv"], ["--ndjson"], ["--facet", "colour"], ["--facet-limit", "0"],
    ] {
      let refused = try folder.dateline(facet + other)
      #expect(refused.status == 2 && refused.errors.contains("--facet"), "\(refused.errors)")
    }
  }

  @Test func phrasesAreMarkedAsAWhole() throws {
    let json = try object(["search", "\"special response unit\"", "--json"])
    let hits = try #require(json["hits"] as? [[String: Any]])
    let snippet = try #require((hits.first?["snippets"] as? [String])?.first)
    #expect(snippet.contains("<mark>special response unit</mark>"))
  }

  @Test func linesAndTables() throws {
    let ndjson = try folder.dateline(["search", "nato", "--ndjson"]).output
    #expect(ndjson.split(separator: "\n").count == 2)
    let csv = try folder.dateline(["search", "nato", "--csv"]).output
    #expect(
      csv.hasPrefix("rank,id,key,score,title,source,published,url,entities,snippet,matches_all\n1,")
    )
    let tsv = try folder.dateline(["search", "nato", "--tsv"]).output
    #expect(
      tsv.split(separator: "\n").allSatisfy {
        $0.split(separator: "\t", omittingEmptySubsequences: false).count == 11
      })
  }

  @Test func colourFollowsOptionAndEnvironment() throws {
    let escape = "\u{1B}["
    #expect(try !folder.dateline(["search", "nato"]).output.contains(escape))
    #expect(try folder.dateline(["search", "nato", "--color", "always"]).output.contains(escape))
    #expect(
      try folder.dateline(["search", "nato"], environment: ["CLICOLOR_FORCE": "1"]).output
        .contains(escape))
    #expect(
      try !folder.dateline(
        ["search", "nato"], environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
      ).output.contains(escape))
  }

  @Test func articlesCannotSteerTheTerminal() throws {
    _ = try folder.shell(
      """
      sqlite3 news.db "INSERT INTO articles (key, title, body) VALUES \
      ('evil' || char(27) || '[31m', 'Storm' || char(27) || ']0;x' || char(7), \
      'storm' || char(27) || '[2J here' || char(155) || 'x')"
      """)
    for arguments in [["search", "storm"], ["search", "storm", "--explain"], ["show", "4"]] {
      let result = try folder.dateline(arguments)
      #expect(result.status == 0)
      #expect(
        !result.output.unicodeScalars.contains {
          $0.value == 0x1B || $0.value == 0x9B || $0.value == 7
        })
    }
  }

  @Test func explainShowsReadingAndParts() throws {
    let output = try folder.dateline(["search", "nato", "cyber", "--explain"]).output
    #expect(output.contains("understood as: entity NATO + cyber"))
    #expect(output.contains("entity NATO: idf"))
    #expect(output.contains("coverage"))
  }

  @Test func wordsWithDashesAreQueryText() throws {
    #expect(
      try folder.dateline(["search", "nato", "-cyber", "--ndjson"]).output.contains(#""a3""#))
    #expect(
      try !folder.dateline(["search", "nato", "-cyber", "--ndjson"]).output.contains(#""a1""#))
    #expect(try folder.dateline(["search", "-nato"]).status == 0)
    #expect(try folder.dateline(["search", "--json", "--", "-nato"]).status == 0)
  }

  @Test func filtersOnTheCommandLine() throws {
    #expect(
      try folder.dateline(["search", "nato", "--since", "2016-08", "--tsv"]).output.contains("a3"))
    #expect(
      try folder.dateline(["search", "nato", "--until", "2016-07-08", "--tsv"]).output.contains(
        "a1"))
    #expect(try folder.dateline(["search", "nato", "--source", "kestrel"]).status == 1)
    #expect(try folder.dateline(["search", "source:kestrel"]).status == 0)
    #expect(
      try folder.dateline(["search", "nato", "-n", "1", "--ndjson"]).output.split(separator: "\n")
        .count == 1)
  }

  @Test func datesMayBeWords() throws {
    #expect(
      try folder.dateline(["search", "nato", "--since", "August 2016", "--tsv"]).output
        .contains("a3"))
    #expect(try folder.dateline(["search", "nato", "--until", "last week", "-n", "0"]).status == 0)
    #expect(try folder.dateline(["search", "nato", "--since", "yesterday"]).status == 1)
    let wrong = try folder.dateline(["search", "nato", "--since", "soonish"])
    #expect(wrong.status == 2 && wrong.errors.contains("last week"))
  }

  @Test func noHitsWantedAsksForTheirNumber() throws {
    let some = try folder.dateline(["search", "nato", "--limit", "0"])
    #expect(some.status == 0 && some.output.hasPrefix("2 articles"))
    #expect(try folder.dateline(["search", "zeppelin", "--limit", "0"]).status == 1)
  }

  @Test(arguments: [
    ("2017", "2016", true), ("2016-05", "2016-04-30", true), ("2016-05", "2016", false),
    ("2016", "2016-05-04", false), ("2016-05-04", "2016-05-04", false),
  ])
  func datesInTheWrongOrderAreNoted(since: String, until: String, isNoted: Bool) throws {
    let result = try folder.dateline(["search", "nato", "--since", since, "--until", until])
    #expect(result.errors.contains("is after --until") == isNoted)
    #expect(result.status < 2)
  }

  @Test func runsForEvaluation() throws {
    try folder.write("q.tsv", "q1\tnato\nq2\tzürich shares\nq3\tzeppelin\n")
    #expect(try folder.dateline(["search", "--queries", "q.tsv", "--run", "out.run"]).status == 0)
    let lines = try String(contentsOfFile: folder.path("out.run"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "dateline" })
    #expect(Set(lines.filter { $0[0] == "q1" }.map { $0[2] }) == ["a1", "a3"])
    #expect(lines.last.map { Array($0[0...3]) } == ["q2", "Q0", "a2", "1"])
  }

  @Test func hugeNumbersAreHarmless() throws {
    let most = "9223372036854775807"
    #expect(
      try folder.dateline(["search", "nato", "--offset", most, "--limit", most]).status == 1)
    #expect(try folder.dateline(["search", "nato", "--limit", most]).status == 0)
    #expect(try folder.dateline(["search", "nato", "--fragments", most]).status == 0)
    for option in ["--max-record", "--busy-timeout"] {
      #expect(try folder.dateline(["index", "dump.jsonl", option, most]).status == 2)
    }
  }

  @Test func fullDiskIsAnError() throws {
    let result = try folder.shell("dateline search nato > /dev/full")
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot be written"))
  }

  @Test func closedPipeIsQuiet() throws {
    let result = try folder.shell("dateline search nato --ndjson | head -c 5 >/dev/null")
    #expect(result.errors.isEmpty)
  }

  @Test func showAndHelp() throws {
    let shown = try folder.dateline(["show", "a2"])
    #expect(shown.status == 0)
    #expect(shown.output.contains("Shares rose in Zürich."))
    #expect(shown.output.contains(#"{"tags":["money"]}"#))
    #expect(try folder.dateline(["show", "nosuch"]).status == 1)
    #expect(try folder.dateline(["--version"]).output.hasPrefix("dateline "))
    #expect(try folder.dateline(["--help"]).output.contains("EXAMPLES"))
    for command in ["index", "search", "shell", "show", "stats", "check", "optimize", "bench"] {
      let help = try folder.dateline(["help", command])
      #expect(help.status == 0 && help.output.contains("USAGE"))
    }
    for shell in ["bash", "zsh", "fish"] {
      #expect(try folder.dateline(["--generate-completion-script", shell]).status == 0)
    }
    // The shell offers the names of files for INPUT.
    let completed = try folder.shell(
      """
      source <(dateline --generate-completion-script bash)
      COMP_WORDS=(dateline index dum); COMP_CWORD=2; COMP_LINE='dateline index dum'
      COMP_POINT=${#COMP_LINE}
      _dateline dateline dum index 2>/dev/null; echo "${COMPREPLY[@]}"
      """)
    #expect(completed.output == "dump.jsonl\n", "\(completed.errors)")
  }

  /// The parser breaks lines at the width of the terminal: those we broke must not be longer than
  /// the usual one.
  @Test func helpFitsATerminal() throws {
    for command in [
      "", "index", "extract", "search", "shell", "show", "stats", "check", "optimize", "bench",
    ] {
      let help = try folder.dateline(
        command.isEmpty ? ["help"] : ["help", command], environment: ["COLUMNS": "500"]
      ).output
      let discussion = help.components(separatedBy: "USAGE:")[0]
      #expect(discussion.contains("OVERVIEW"))
      for line in discussion.split(separator: "\n").dropFirst() {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  static let hostile: [String] = [
    "", " ", "\"", "\"\"", "\"\"\"", "'", "''", "`", "*", "**", "a*b", "^", "^a", "+", "+a", "-",
    "--",
    "---", "a -", "(", ")", "()", "((((", "))))", "(a", "a)", "AND", "OR", "NOT", "AND AND",
    "a AND",
    "OR a", "NOT NOT", "a NOT", "NEAR(a b)", "NEAR(", "NEAR/3", "a NEAR b", ":", "a:", ":a",
    "a:b:c",
    "title:", "title:\"", "entity:", "entity:()", "source:*", "body:x", "{a b}:c", "{", "}", "[",
    "]",
    "\\", "\\\"", "/", "//", "%", "_", "?", "!", "#", "$", "&", "|", "~", "<", ">", "=", ";", ",",
    ".",
    "...", "a.b.c", "'; DROP TABLE articles; --", "1 OR 1=1", "\" OR \"\"=\"",
    "' UNION SELECT * --",
    "😀", "👩‍👩‍👧‍👦 family", "\u{202E}abc", "\u{200B}", "\u{FEFF}", "\u{301}", "é", "北京", "한국어 기사",
    "العربية",
    "\n", "\t\r\n", "\u{7}", "\u{1B}[31m", "C++", "AT&T", "multi-agent", "U.S.", "e-mail@x.org",
    "#hashtag", "http://x.org/?q=1&r=2", "1,200.50", "-5", "--x", "don't", "rock 'n' roll",
    String(repeating: "(", count: 5000), String(repeating: "\"", count: 5001),
    String(repeating: "a ", count: 10_000), String(repeating: "NOT ", count: 3000) + "a",
    String(repeating: "x", count: 100_000),
  ]

  @Test func noQueryIsAnError() throws {
    for query in Self.hostile {
      let result = try folder.dateline(["search", "--json", "--explain", "--", query])
      #expect(
        result.status == 0 || result.status == 1,
        "\(query.prefix(40).debugDescription): \(result.status) \(result.errors.prefix(200))")
    }
    let file = (0..<Self.hostile.count).map { "q\($0)\t\(Self.hostile[$0])" }
      .filter { !$0.dropFirst(5).contains { $0.isNewline } }.joined(separator: "\n")
    try folder.write("hostile.tsv", file + "\nnul\ta\u{0}b\n")
    let batch = try folder.dateline(["search", "--queries", "hostile.tsv", "--run", "-"])
    #expect(batch.status == 0, "\(batch.errors)")
  }

  @Test func queryLanguageHasAHelpTopic() throws {
    let folder = try CommandFolder()
    let result = try folder.dateline(["help", "queries"])
    #expect(result.status == 0)
    // The article of the library has the same grammar.
    let article = try String(
      contentsOf: CommandFolder.package.appendingPathComponent(
        "Sources/DatelineSearch/DatelineSearch.docc/QueryLanguage.md"), encoding: .utf8)
    let grammar = try #require(article.split(separator: "```").dropFirst().first)
    let rules = grammar.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(rules.count > 8)
    for rule in rules { #expect(result.output.contains(rule)) }
  }
}
