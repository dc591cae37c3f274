import Foundation
import Testing

/// A file of a later version is refused by every command, whichever of the two places says so, and stays as it is.
@Suite struct NewerFileTests {
  private static let commands = [
    "search x", "show 1", "stats", "check", "check --repair", "check --repair --in-place", "export",
    "index dump.jsonl", "delete a1", "optimize", "upgrade", "entities list", "entities apply",
    "entities remove nato", "eval --queries queries.tsv --qrels qrels.txt",
  ]

  @Test(arguments: [
    "PRAGMA user_version = 9",
    "UPDATE dateline_meta SET value = '9' WHERE key = 'schema_version'",
  ])
  func everyCommandRefusesIt(change: String) throws {
    let folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    try folder.write("queries.tsv", "1\tnato\n")
    try folder.write("qrels.txt", "1 0 a1 1\n")
    #expect(try folder.dateline(["index", "dump.jsonl"]).status == 0)
    #expect(try folder.shell("sqlite3 news.db \"\(change)\"").status == 0)
    let before = try Data(contentsOf: folder.url.appendingPathComponent("news.db"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    for command in Self.commands {
      let result = try folder.shell("dateline \(command) --db news.db")
      #expect(result.status == 2, "\(command): \(result)")
      #expect(
        result.errors.contains("schema 9") && result.errors.contains("update dateline"),
        "\(command): \(result)")
    }
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("news.db")) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == names)
  }

  /// Whatever writes into a file of an older version keeps a copy of it, and says so.
  @Test(arguments: ["index dump.jsonl", "delete old", "optimize", "entities apply"])
  func olderFilesAreUpgradedWithACopy(command: String) throws {
    let folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    let schema = CommandFolder.package.appendingPathComponent("Tests/schemas/version1.sql").path
    #expect(try folder.shell("sqlite3 news.db < '\(schema)'").status == 0)
    let result = try folder.shell("dateline \(command) --db news.db")
    #expect(result.status == 0, "\(result)")
    #expect(
      result.errors.contains("upgraded from schema 1 to 3; the file as it was is news.db.schema1"))
    let versions = try folder.shell(
      "for f in news.db news.db.schema1; do sqlite3 $f 'PRAGMA user_version'; done")
    #expect(versions.output == "3\n1\n")
    #expect(try folder.dateline(["check", "--db", "news.db"]).status == 0)
  }
}
