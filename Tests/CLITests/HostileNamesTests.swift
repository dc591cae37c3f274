import Foundation
import Testing

/// Names and texts that would steer a terminal or lead out of a folder.
@Suite struct HostileNamesTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  /// Escape sequences: colours, the window's title, a C1 control; changes of writing direction.
  private static let junk =
    "\u{1B}[31m\u{1B}]0;owned\u{7}\u{9B}31m\u{8}\u{85}\u{202A}\u{202E}\u{2066}\u{2069}"
    + marks
  /// Invisible marks of writing direction, which are left to other programs.
  private static let marks = "\u{200E}\u{200F}\u{61C}"

  /// What steers a terminal or changes the order of what it shows: C0, C1, Unicode's Bidi_Control, line separators.
  private func harm(in text: String, allowed: String = "") -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      let isHarmful =
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C: true
        default: false
        }
      return isHarmful && !allowed.unicodeScalars.contains(scalar)
    }
  }

  /// What a terminal gets, without the ends of lines it makes itself, the progress bar and our own styles.
  private func printed(_ arguments: [String]) throws -> String {
    let terminal = try PseudoTerminal(arguments, in: folder.url)
    _ = terminal.finish()
    var text = terminal.output.replacing("\r\n", with: "\n")
    if arguments.first == "index" { text = text.replacing("\r", with: "") }
    for own in ["\u{1B}[K", "\u{1B}[0m", "\u{1B}[1m", "\u{1B}[2m", "\u{1B}[1;33m"] {
      text = text.replacing(own, with: "")
    }
    return text
  }

  /// A dump whose every field has the junk, files of such names, and articles and an entity that another tool wrote.
  private func makeIndex() throws {
    let junk = Self.junk
    let record = [
      "id": "a\(junk)", "title": "Storm \(junk)", "body": "NATO saw a storm\(junk).",
      "source": "W\(junk)",
      "author": "Ann\(junk)", "section": "S\(junk)", "url": "http://a.example/\(junk)",
      "tags": "t\(junk)",
    ]
    let line = try JSONSerialization.data(withJSONObject: record)
    try folder.write("d\(junk).jsonl", line + Data("\n{broken\(junk)\n".utf8))
    try folder.write(
      "p\(junk).html", "<html><title>x\(junk)</title><body><p>y\(junk)</p></body></html>")
    try folder.write("other\(junk).bin", "x")
    #expect(try folder.dateline(["index", "d\(junk).jsonl", "-q"]).status == 0)
    try folder.write(
      "insert.sql",
      """
      INSERT INTO articles (key, title, body, url, source, author, section, origin_file, extra)
      VALUES ('b\(junk)', 'NATO \(junk)', 'A storm \(junk)', 'u\(junk)', 'V\(junk)', 'Bo\(junk)', 'T\(junk)',
        'f\(junk)', '{"x":"\(junk)"}');
      """)
    #expect(try folder.shell("sqlite3 news.db < insert.sql").status == 0)
    try folder.write("entities.txt", "acme | org | Ac\(junk)me | Storm\(junk)\n")
    try folder.write("queries.tsv", "1\tstorm\n2\tn\(junk)\n")
    try folder.write("qrels", "1 0 a\(junk) 1\n")
  }

  private static let commands: [[String]] = [
    ["index", ".", "-v"], ["index", "missing\(junk)"], ["extract", "."],
    ["extract", ".", "--explain"], ["extract", ".", "--json"], ["search", "storm\(junk)"],
    ["search", "nato", "--explain"], ["search", "nato", "--facet", "source,section"],
    ["search", "nato", "--csv"], ["search", "nato", "--tsv"], ["search", "nato", "--html"],
    ["search", "nato", "--json"], ["search", "nato", "--ndjson"], ["search", "nato storm~"],
    ["search", "--queries", "queries.tsv", "--run", "-"],
    ["eval", "--queries", "queries.tsv", "--qrels", "qrels", "--per-query"],
    ["show", "1"], ["show", "2"], ["show", "2", "--json"], ["show", "none\(junk)"], ["stats"],
    ["stats", "--json"], ["check"], ["check", "--json"],
    ["entities", "import", "entities.txt"], ["entities", "list"], ["entities", "list", "--tsv"],
    ["entities", "list", "--json"], ["entities", "export"], ["entities", "show", "nato"],
    ["entities", "show", "acme"], ["entities", "show", "none\(junk)"],
    ["entities", "remove", "none\(junk)"], ["search", "x", "--db", "none\(junk).db"],
    ["export"], ["export", "--format", "csv"],
    ["export", "--format", "opensearch-bulk", "--index-name", "i\(junk)"],
    ["export", "--output", "no\(junk)/x"], ["delete", "none\(junk)"], ["junk\(junk)"],
    ["search", "--\(junk)"],
  ]

  @Test func noCommandLetsThemReachATerminal() throws {
    try makeIndex()
    for arguments in Self.commands {
      let text = try printed(arguments)
      #expect(!text.isEmpty && harm(in: text) == [], "\(arguments): \(text.debugDescription)")
    }
  }

  /// Where a file or a pipe gets what people read, it gets the marks of direction too, and no more; what is
  /// read by programs is as it was stored.
  @Test func noCommandLetsThemReachAPagerExceptAsData() throws {
    try makeIndex()
    let isData = { (arguments: [String]) in
      arguments.starts(with: ["export", "--format", "csv"]) || arguments.contains("--run")
        || arguments.starts(with: ["entities", "export"]) || arguments.last == "--tsv"
    }
    for arguments in Self.commands {
      let result = try folder.dateline(arguments)
      let output = isData(arguments) ? "" : result.output
      let found = harm(in: output + result.errors, allowed: Self.marks)
      #expect(found == [], "\(arguments): \(result)")
    }
    let session = try folder.shell(
      "printf 'storm\\n:show 1\\n:source W\(Self.junk)\\n' | dateline shell")
    #expect(harm(in: session.output + session.errors, allowed: Self.marks) == [])
  }

  /// A terminal sees what stands in an export, a file gets it as it is, and it comes back.
  @Test(arguments: ["csv", "jsonl"]) func exportsAreExactExceptAtATerminal(format: String) throws {
    try makeIndex()
    let seen = try printed(["export", "--format", format])
    #expect(
      seen.contains(format == "csv" ? "\"b<U+001B>[31m<U+001B>]0;owned<U+0007>" : #""b\u001b[31m"#))
    #expect(seen.contains(format == "csv" ? "<U+200E><U+200F><U+061C>" : #"\u200e\u200f\u061c"#))
    let piped = try folder.shell(
      """
      dateline export --format \(format) | tee all.\(format) | dateline index - --format \(format) --db back.db -q
      for db in news back; do
        sqlite3 $db.db "SELECT hex(key), hex(title), hex(url), hex(source), hex(section) FROM articles ORDER BY key"
      done
      """)
    let rows = piped.output.split(separator: "\n")
    #expect(rows.count == 4 && rows[0] == rows[2] && rows[1] == rows[3], "\(piped)")
    let key = "b\(Self.junk)".utf8.map { String(format: "%02X", $0) }.joined()
    #expect(rows.contains { $0.hasPrefix(key + "|") }, "\(piped)")
  }

  /// Archives are read as streams: their paths name places in messages and nothing else.
  @Test func pathsInArchivesAreNoPlacesOnDisk() throws {
    let made = try folder.shell(
      """
      mkdir -p deep/er out && printf 'A title\\n\\nA text of the first file, long enough.\\n' > deep/a.txt
      printf 'Another title\\n\\nA text of the other file, long enough.\\n' > deep/b.txt
      ln -s /etc deep/link
      tar cPf x.tar --transform 's,^deep/a.txt,../../evil.txt,;s,^deep/b.txt,/tmp/dateline-evil/b.txt,' \
        deep/a.txt deep/b.txt deep/link
      cd deep/er && dateline index ../../x.tar --db ../../out/news.db
      """)
    #expect(made.status == 0 && made.output.contains("2 added"), "\(made.errors)")
    let list = try folder.shell("test ! -e /tmp/dateline-evil && ls . deep deep/er out")
    #expect(
      list.output
        == ".:\ndeep\nout\nx.tar\n\ndeep:\na.txt\nb.txt\ner\nlink\n\ndeep/er:\n\nout:\nnews.db\n")
    let places = try folder.shell(
      "sqlite3 out/news.db 'SELECT origin_file FROM articles ORDER BY id'")
    #expect(places.output.contains("x.tar!../../evil.txt"))
    #expect(places.output.contains("x.tar!/tmp/dateline-evil/b.txt"))
  }
}
