import Foundation
import Testing

/// Names and texts that would steer a terminal or lead out of a folder.
@Suite struct HostileNamesTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  /// Escape sequences: colours, the window's title, a C1 control, an override of the writing direction.
  private static let junk = "\u{1B}[31m\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}"

  private func isHarmless(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
        || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value)
    }
  }

  @Test func noCommandLetsThemReachATerminal() throws {
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
    let lines = [
      "dateline index . -v", "dateline index 'missing\(junk)'", "dateline extract .",
      "dateline extract . --explain", "dateline extract . --json", "dateline search 'storm\(junk)'",
      "dateline search nato --explain", "dateline search nato --facet source,section",
      "dateline search nato --csv", "dateline search nato --html", "dateline search nato --json",
      "dateline show 1", "dateline show 'none\(junk)'", "dateline stats", "dateline stats --json",
      "dateline check", "dateline entities list", "dateline entities show nato",
      "dateline entities show 'none\(junk)'", "dateline search x --db 'none\(junk).db'",
      "printf 'storm\\n:show 1\\n:source W\(junk)\\n' | dateline shell",
    ]
    for line in lines {
      let result = try folder.shell(line)
      #expect(isHarmless(result.output) && isHarmless(result.errors), "\(line.debugDescription)")
    }
    #expect(try folder.dateline(["stats"]).output.contains("1"))
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
