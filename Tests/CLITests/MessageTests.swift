import Foundation
import Testing

/// Every error says what happened, to which file, and where there is a way out, which. The test prints all
/// messages for review.
@Suite struct MessageTests {
  /// A command line and what its message must hold.
  private struct Case: CustomStringConvertible {
    var line: String
    var parts: [String]
    var description: String { line }

    init(_ line: String, _ parts: String...) {
      self.line = line
      self.parts = parts
    }
  }

  private static let cases = [
    // Index files.
    Case("search x --db none.db", "none.db", "no such file", "dateline index"),
    Case("search x --db folder", "folder", "directory", "folder/news.db"),
    Case("search x --db empty.db", "empty.db", "empty", "dateline index"),
    Case("search x --db junk.db", "junk.db", "not an SQLite database", "--db"),
    Case("search x --db other.db", "other.db", "not made by dateline", "--db"),
    Case("search x --db newer.db", "newer.db", "schema 9", "update dateline"),
    Case("search x --db analyzer.db", "analyzer.db", "analyzer 'ascii'", "index the dump again"),
    Case("search x --db cut.db", "cut.db", "damaged", "check --repair"),
    Case("show x --db cut.db", "cut.db", "damaged", "check --repair"),
    Case("stats --db cut.db", "cut.db", "damaged", "check --repair"),
    Case("check --db cut.db", "cut.db", "damaged", "check --repair"),
    Case("optimize --db none.db", "none.db", "no such file"),
    Case("upgrade --db newer.db", "newer.db", "update dateline"),
    Case("check --repair --db newer.db", "newer.db", "schema 9", "update dateline"),
    Case("check --repair --in-place --db newer.db", "newer.db", "schema 9", "update dateline"),
    Case("check --repair --db junk.db", "junk.db", "not an SQLite database"),
    Case("check --repair --db cut.db --output ok.db", "ok.db", "already"),
    Case("check --output x", "--repair"),
    // Inputs.
    Case("index none.txt --db ok.db", "none.txt", "no such file"),
    Case("extract none.html", "none.html", "no such file"),
    Case("index folder --db ok.db", "folder", "no file here", ".jsonl"),
    Case("index a.txt --db folder", "folder", "directory", "folder/news.db"),
    Case("index a.txt --db nowhere/x.db", "nowhere/x.db", "no such directory"),
    Case("index a.txt --db junk.db", "junk.db", "not an SQLite database"),
    Case("index a.txt --map bad --db ok.db", "'bad'", "FIELD=NAME"),
    Case("index --db ok.db", "inputs"),
    // Options.
    Case("index a.txt --workers 0 --db ok.db", "--workers", "1 to 256"),
    Case("index a.txt --memory 1 --db ok.db", "--memory", "16"),
    Case("index a.txt --format wrong --db ok.db", "wrong", "--format", "jsonl"),
    Case("search --db ok.db", "query is missing", "dateline search"),
    Case("search x --since sometime --db ok.db", "sometime", "2016-05-04"),
    Case("search x --sorted --db ok.db", "--sorted", "--sort"),
    Case("frobnicate", "frobnicate", "no such command", "search"),
    // Articles, entities, judgements.
    Case("show nothing --db ok.db", "nothing", "no article"),
    Case("entities show nobody --db ok.db", "nobody", "no entity"),
    Case("entities edit nobody --alias x --db ok.db", "nobody", "no entity"),
    Case("entities add Acme --db ok.db", "--kind"),
    Case("entities import none.txt --db ok.db", "none.txt", "no such file"),
    Case("eval --qrels none --queries none --db ok.db", "none", "no such file"),
    Case("bench --articles 0", "--articles"),
  ]

  @Test func everyErrorSaysWhatHappenedAndWhatToDo() throws {
    let folder = try CommandFolder()
    try folder.write(
      "a.txt", "Harbour reopens\n\nThe harbour of Elm Bay was opened again on Monday.\n")
    try folder.write("junk.db", "no database at all")
    try folder.write("empty.db", "")
    let made = try folder.shell(
      """
      mkdir folder; dateline index \(CommandFolder.package.path)/Corpus/articles --db ok.db -q
      cp ok.db newer.db; sqlite3 newer.db "UPDATE dateline_meta SET value = '9' WHERE key = 'schema_version'"
      cp ok.db analyzer.db; sqlite3 analyzer.db "UPDATE dateline_meta SET value = 'ascii' WHERE key = 'analyzer'"
      sqlite3 other.db "CREATE TABLE t(a)"; head -c 100000 ok.db > cut.db
      """)
    #expect(made.status == 0, "\(made)")
    for test in Self.cases {
      let result = try folder.shell("dateline \(test.line)")
      let message = result.errors.split(separator: "\n").first.map(String.init) ?? ""
      print("$ dateline \(test.line)\n  \(message)")
      #expect(result.status == 2 || result.status == 1, "\(test): \(result)")
      #expect(message.hasPrefix("Error: "), "\(test): \(result)")
      for part in test.parts { #expect(result.errors.contains(part), "\(test): \(result)") }
      for part in ["SQLite error", "DatabaseError", "IndexError", "Optional(", "Fatal", "NSCocoa"] {
        #expect(!result.errors.contains(part), "\(test): \(result)")
      }
    }
  }
}
