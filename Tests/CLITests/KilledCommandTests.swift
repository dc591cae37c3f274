import Foundation
import Testing

/// Commands that change a file are killed at several moments: the file is in order and as before or as after, and
/// the command then runs to its end as if nothing had been. `make stress` does the same a thousand times.
@Suite(.serialized) struct KilledCommandTests {
  enum Command: String, CaseIterable {
    case delete, optimize, upgrade, repair, entities

    var arguments: String {
      switch self {
      case .delete: "delete --keys keys.txt --db cut.db"
      case .optimize: "optimize --db cut.db"
      case .upgrade: "upgrade --db cut.db"
      case .repair: "check --repair --in-place --db cut.db"
      case .entities: "entities apply --db cut.db"
      }
    }

    /// What makes the file that it is used on.
    var preparation: String {
      switch self {
      case .delete: "seq -f n%g 0 2 600 > keys.txt; \(Self.index("old.db", "a.jsonl", "b.jsonl"))"
      case .optimize: Self.index("old.db", "a.jsonl", "b.jsonl")
      case .upgrade:
        """
        sqlite3 old.db < '\(CommandFolder.package.path)/Tests/schemas/version1.sql'
        sqlite3 old.db "WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 400)
          INSERT INTO articles (key, title, body) SELECT 'n' || n, 'Old ' || n, 'NATO met in ' || n FROM n"
        """
      case .repair:
        Self.index("old.db", "a.jsonl", "b.jsonl")
          + """
          ; sqlite3 old.db "UPDATE articles_fts_data SET block = zeroblob(100) WHERE id > 10" \
          "DELETE FROM mentions WHERE article_id < 20"
          """
      case .entities:
        Self.index("old.db", "a.jsonl", "b.jsonl")
          + "; dateline entities add Harbour --kind org --db old.db; dateline entities remove nato --db old.db"
      }
    }

    /// What of the old file lies beside the new one.
    var kept: String? {
      switch self {
      case .upgrade: "cut.db.schema1"
      case .repair: "cut.db.damaged"
      default: nil
      }
    }

    private static func index(_ database: String, _ dumps: String...) -> String {
      dumps.map { "dateline index \($0) --db \(database) -q" }.joined(separator: "; ")
    }
  }

  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    for (name, numbers) in [("a.jsonl", 0..<500), ("b.jsonl", 450..<600)] {
      try folder.write(
        name,
        numbers.map {
          #"{"id":"n\#($0)","title":"\#(name) \#($0)","body":"NATO met in \#($0 % 7) harbour towns."}"#
            + "\n"
        }.joined())
    }
  }

  /// Everything that users see, and the parts of the full-text index; a copy is looked at, so that the next run finds
  /// what was left.
  private func content(_ name: String) throws -> String {
    let result = try folder.shell(
      """
      rm -f copy.db*; cp \(name) copy.db
      for log in wal journal; do [ ! -e \(name)-$log ] || cp \(name)-$log copy.db-$log; done
      for query in "SELECT * FROM articles ORDER BY id" "SELECT * FROM mentions" "SELECT count(*) FROM gazetteer" \
        "SELECT value FROM dateline_meta WHERE key = 'schema_version'" "SELECT DISTINCT segid FROM articles_fts_idx"; do
        sqlite3 copy.db "$query" 2>&1
      done
      """)
    return result.output
  }

  /// Whether `dateline check` finds a file in order; a copy is checked.
  private func isInOrder() throws -> Bool {
    let result = try folder.shell(
      """
      rm -f copy.db*; cp cut.db copy.db
      for log in wal journal; do [ ! -e cut.db-$log ] || cp cut.db-$log copy.db-$log; done
      dateline check --db copy.db
      """)
    return result.status == 0
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name))
  }

  @Test(arguments: Command.allCases)
  func theFileIsAsBeforeOrAsAfter(command: Command) throws {
    let made = try folder.shell(command.preparation)
    #expect(made.status == 0, "\(made)")
    let old = try content("old.db")
    let start = Date()
    let whole = try folder.shell("cp old.db cut.db; dateline \(command.arguments)")
    let seconds = Date().timeIntervalSince(start)
    #expect(whole.status == 0, "\(whole)")
    let new = try content("cut.db")
    #expect(new != old)
    let copy = try command.kept.map(content)
    var landed = 0
    for share in [0.6, 0.92] {
      let result = try folder.shell(
        """
        rm -rf cut.db*; cp old.db cut.db; dateline \(command.arguments) > /dev/null & pid=$!
        sleep \(seconds * share); kill -KILL $pid; wait $pid; echo "status $?"
        """)
      #expect(result.output == "status 137\n" || result.output == "status 0\n", "\(result)")
      if result.output == "status 137\n" { landed += 1 }
      let found = try content("cut.db")
      #expect(found == old || found == new, "\(share)")
      if command == .repair, found == old {
        #expect(try bytes("cut.db") == bytes("old.db"))
      } else {
        #expect(try isInOrder(), "\(share)")
      }
      if let kept = command.kept, found == new { #expect(try content(kept) == copy) }
      let rest = try folder.shell("dateline \(command.arguments)")
      // What was deleted already is not there.
      let isDone = rest.status == 0 || command == .delete && found == new && rest.status == 1
      #expect(isDone, "\(share): \(rest)")
      #expect(try content("cut.db") == new && isInOrder(), "\(share)")
      if let kept = command.kept { #expect(try content(kept) == copy, "\(share)") }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      let left = names.filter { $0.hasPrefix("cut.db") && $0 != "cut.db" && $0 != command.kept }
      #expect(left.isEmpty, "\(share): \(left)")
    }
    #expect(landed > 0)
  }
}
