import Foundation
import Testing

/// Files and folders that stand in the way of an import: clear errors, nothing lost. `make stress` has
/// more, with full disks and missing rights.
@Suite(.serialized) struct SurroundingsTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
  }

  private func index(_ database: String, _ options: String...) throws -> CommandResult {
    try folder.dateline(["index", "dump.jsonl", "--db", database] + options)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func aLogWhoseFileIsGoneIsNotPlayedBack() throws {
    try folder.write("old.jsonl", #"{"id":"z","title":"Old","body":"storm"}"# + "\n")
    _ = try folder.dateline(["index", "old.jsonl"])
    for (mode, suffix) in [("WAL", "-wal"), ("DELETE", "-journal")] {
      // Killed, sqlite3 leaves the log of a change to the file that is deleted afterwards.
      let made = try folder.shell(
        """
        cp news.db lost.db
        mkfifo in; sqlite3 lost.db < in > /dev/null & exec 3> in; rm in
        printf '%s\\n' 'PRAGMA journal_mode = \(mode);' 'PRAGMA cache_size = 1;' \
          'PRAGMA cache_spill = 1;' BEGIN\\; "UPDATE articles SET title = 'lost';" \
          'CREATE TABLE t AS SELECT randomblob(90000) x;' \
          '\(mode == "WAL" ? "COMMIT;" : "")' "SELECT writefile('done', '');" >&3
        while [ ! -e done ] && kill -0 $!; do sleep 0.01; done; rm -f done
        kill -KILL $!; rm lost.db; stat -c %s lost.db\(suffix)
        """)
      #expect((Int(made.output.dropLast()) ?? 0) > 0, "\(made)")
      #expect(try index("lost.db").status == 0)
      #expect(try folder.dateline(["check", "--db", "lost.db"]).status == 0)
      let titles = try folder.shell("sqlite3 lost.db 'SELECT title FROM articles'")
      #expect(titles.output.hasPrefix("NATO chief slams attacks\nMarkets rise\n"), "\(titles)")
      #expect(try names() == ["dump.jsonl", "lost.db", "news.db", "old.jsonl"])
      _ = try folder.shell("rm lost.db")
    }
  }

  @Test func linksAreFollowed() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("far"), withIntermediateDirectories: true)
    _ = try folder.shell("ln -s far/real.db news.db; ln -s circle.db circle.db")
    #expect(try index("news.db").output.hasPrefix("3 added"))
    #expect(try folder.shell("readlink news.db").output == "far/real.db\n")
    #expect(try folder.dateline(["check", "--db", "far/real.db"]).status == 0)
    #expect(try index("news.db").output.hasPrefix("0 added, 0 replaced, 3 unchanged"))
    #expect(try index("circle.db").status == 2)
    #expect(try names() == ["circle.db", "dump.jsonl", "far", "news.db"])
    #expect(try folder.shell("ls far").output == "real.db\n")
  }

  @Test(arguments: [
    "with space.db", "it's \"quoted\".db", "Zürich 東京 📰.db", "50%?#&;.db", ":memory:",
    "file:odd.db", String(repeating: "x", count: 243) + ".db",
  ])
  func everyNameCanBeUsed(name: String) throws {
    #expect(try index(name).output.hasPrefix("3 added"))
    #expect(try index(name).output.hasPrefix("0 added, 0 replaced, 3 unchanged"))
    #expect(try folder.dateline(["search", "nato", "--db", name]).status == 0)
    #expect(try folder.dateline(["check", "--db", name]).status == 0)
    #expect(try names() == [name, "dump.jsonl"].sorted())
  }

  @Test func namesThatAreTooLongAreRefused() throws {
    let result = try index(String(repeating: "x", count: 250))
    #expect(result.status == 2 && result.errors.contains("File name too long"), "\(result)")
    #expect(try names() == ["dump.jsonl"])
  }

  @Test func aFolderOfADeadProcessIsTakenOverAndOtherFilesStay() throws {
    for name in ["index.db", "index.db-journal", "run-abcdef"] {
      try folder.write("news.db-building/" + name, "left")
    }
    #expect(try index("news.db").output.hasPrefix("3 added"))
    #expect(try names() == ["dump.jsonl", "news.db"])
    try folder.write("news.db-building/notes.txt", "mine")
    #expect(try index("news.db").status == 0)
    #expect(try folder.shell("cat news.db-building/notes.txt").output == "mine")
    _ = try folder.shell("rm -r news.db-building; echo x > news.db-building")
    let result = try index("news.db")
    #expect(result.status == 2 && result.errors.contains("news.db-building: Not a directory"))
  }

  /// Another connection writes: an error after the time limit, and nothing is lost.
  @Test(arguments: ["DELETE", "WAL"])
  func aLockIsReportedInTime(mode: String) throws {
    _ = try index("news.db")
    let result = try folder.shell(
      """
      mkfifo in; sqlite3 news.db < in > /dev/null & exec 3> in
      printf '%s\\n' 'PRAGMA journal_mode = \(mode);' 'BEGIN IMMEDIATE;' \
        'UPDATE ranking SET value = value;' "SELECT writefile('locked', '');" >&3
      while [ ! -e locked ] && kill -0 $!; do sleep 0.01; done
      echo '{"id":"b","title":"T","body":"storm"}' > more.jsonl
      dateline index more.jsonl --db news.db --busy-timeout 0.3; echo "status $?"
      dateline search nato --db news.db > /dev/null; echo "status $?"
      echo 'COMMIT;' >&3; exec 3>&-; wait $!
      dateline index more.jsonl --db news.db; echo "status $?"
      """)
    #expect(result.output.hasPrefix("status 2\nstatus 0\n1 added"), "\(result)")
    #expect(result.errors.contains("another process is writing to it"), "\(result)")
    #expect(try folder.dateline(["check", "--db", "news.db"]).status == 0)
  }

  /// What only FTS5's check tells is found in a file that may not be written to, with a log in its header too.
  @Test(arguments: ["DELETE", "WAL"])
  func damageIsFoundWithoutRights(mode: String) throws {
    _ = try index("news.db")
    let result = try folder.shell(
      """
      as=""; [ $(id -u) = 0 ] && as="setpriv --reuid=65534 --regid=65534 --clear-groups"
      sqlite3 news.db 'PRAGMA journal_mode = \(mode)' > /dev/null
      run() { chmod 444 news.db; chmod 555 .; $as $(command -v dateline) check --db news.db; echo "status $?"; chmod 755 .; }
      run; chmod 644 news.db
      sqlite3 news.db "PRAGMA writable_schema = ON;
        UPDATE articles_fts_data SET block = zeroblob(length(block)) WHERE id > 100"
      run
      """)
    let parts = result.output.components(separatedBy: "status ")
    #expect(parts.count == 3 && parts[1].hasPrefix("0\n"), "\(result)")
    #expect(parts[0].contains("ok     full-text index equals the articles"), "\(result)")
    #expect(!parts[0].contains("FAILED") && !parts[0].contains("not run"), "\(result)")
    #expect(parts[1].contains("FAILED full-text index equals the articles"), "\(result)")
    #expect(parts[2] == "1\n", "\(result)")
  }

  /// Whoever holds the file is named, for every command that writes.
  @Test(arguments: [
    ("DELETE", "BEGIN IMMEDIATE;", "is writing to it"),
    ("WAL", "BEGIN IMMEDIATE;", "is writing to it"),
    ("DELETE", "BEGIN; SELECT count(*) FROM articles;", "reads it and lets nobody write"),
  ])
  func whoHoldsTheFileIsNamed(mode: String, statement: String, deed: String) throws {
    _ = try index("news.db")
    _ = try folder.shell("cp news.db copy.db")
    // A file of before, for `upgrade`.
    let schema = CommandFolder.package.appendingPathComponent("Tests/schemas/version1.sql").path
    _ = try folder.shell("sqlite3 old.db < '\(schema)'")
    let commands = [
      "index dump.jsonl --db news.db", "delete a1 --db news.db", "optimize --db news.db",
      "entities add Acme --kind org --db news.db", "entities apply --db news.db",
      "entities remove nato --apply --db news.db", "upgrade --db old.db",
    ]
    let runs = commands.map { "dateline \($0) --busy-timeout 0.2; echo \"status $?\"" }
    let result = try folder.shell(
      """
      for db in news old; do
        mkfifo $db; sqlite3 $db.db < $db > /dev/null & echo "pid $!"
        if [ $db = news ]; then exec 3> $db; else exec 4> $db; fi
      done
      for out in 3 4; do
        printf '%s\\n' 'PRAGMA journal_mode = \(mode);' '\(statement)' "SELECT writefile('held$out', '');" >&$out
        while [ ! -e held$out ]; do sleep 0.01; done
      done
      \(runs.joined(separator: "\n"))
      echo 'COMMIT;' >&3; echo 'COMMIT;' >&4; exec 3>&- 4>&-; wait
      """)
    let lines = result.output.split(separator: "\n")
    let pids = lines.filter { $0.hasPrefix("pid ") }.map { $0.dropFirst(4) }
    #expect(lines.filter { $0 == "status 2" }.count == commands.count, "\(result)")
    let errors = result.errors.split(separator: "\n")
    #expect(errors.count == commands.count, "\(result)")
    for (command, error) in zip(commands, errors) {
      let (name, pid) = command.hasPrefix("upgrade") ? ("old.db", pids[1]) : ("news.db", pids[0])
      #expect(
        error
          == "Error: \(name): another process \(deed): sqlite3 (process \(pid)); try again when it has finished",
        "\(command)")
    }
  }

  /// A second import into a new file waits, and then names the first one.
  @Test func anImportThatBuildsTheFileIsNamed() throws {
    let result = try folder.shell(
      """
      mkfifo in; dateline index - --format jsonl --commit-every 600 --db fresh.db -q < in & first=$!; exec 3> in
      cat dump.jsonl >&3
      while [ ! -e fresh.db-building ] && kill -0 $first; do sleep 0.01; done
      dateline index dump.jsonl --db fresh.db --busy-timeout 0.2; echo "status $? $first"
      exec 3>&-; wait $first; echo "status $?"
      """)
    let lines = result.output.split(separator: "\n")
    let first = lines.first?.split(separator: " ").last ?? ""
    #expect(
      lines.count == 2 && lines[0].hasPrefix("status 2 ") && lines[1] == "status 0", "\(result)")
    #expect(result.errors.contains("is writing to it: dateline (process \(first))"), "\(result)")
  }

  @Test func twoImportsIntoOneNewFileFollowEachOther() throws {
    try folder.write("other.jsonl", #"{"id":"b","title":"T","body":"storm"}"# + "\n")
    let result = try folder.shell(
      """
      dateline index dump.jsonl --db news.db --busy-timeout 600 & first=$!
      dateline index other.jsonl --db news.db --busy-timeout 600 & second=$!
      wait $first; echo "status $?"; wait $second; echo "status $?"
      """)
    #expect(result.output.split(separator: "\n").count { $0 == "status 0" } == 2, "\(result)")
    #expect(
      try folder.shell("sqlite3 news.db 'SELECT count(*) FROM articles'").output == "4\n")
    #expect(try folder.dateline(["check", "--db", "news.db"]).status == 0)
    #expect(try names() == ["dump.jsonl", "news.db", "other.jsonl"])
  }
}
