import Foundation
import Testing

/// Every error says what happened, to which file, record or option, and what to do. The test prints all
/// messages for review.
@Suite struct MessageTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  @Test func everyErrorSaysWhatHappenedAndWhatToDo() throws {
    try makeFiles()
    let (holder, input) = try hold("held.db")
    defer {
      holder.terminate()
      withExtendedLifetime(input) {}
    }
    var printed = ""
    for test in MessageCase.all {
      guard let result = try run(test) else {
        print("$ dateline \(test.line)\n  skipped: it needs root")
        continue
      }
      printed += result.output + result.errors
      // The shell says what is wrong among its answers.
      let lines = result.errors.split(separator: "\n").map(String.init)
      let message = lines.first { $0.hasPrefix("Error: ") } ?? ""
      print("$ dateline \(test.line)\n  \(message)")
      #expect(
        test.line.hasPrefix("shell") || result.status == 2 || result.status == 1,
        "\(test): \(result)")
      #expect(
        !message.isEmpty && !test.subject.isEmpty && !test.advice.isEmpty, "\(test): \(result)")
      for part in [test.subject, test.event] {
        #expect(part.isEmpty || message.contains(part), "\(test): \(message)")
      }
      // A usage error may say it in the lines behind the first one.
      #expect(result.errors.contains(test.advice), "\(test): \(result.errors)")
      for part in ["SQLite error", "DatabaseError", "IndexError", "Optional(", "Fatal", "NSCocoa"] {
        #expect(!result.errors.contains(part), "\(test): \(result)")
      }
    }
    let missing = try Self.writtenMessages().filter { !printed.contains($0.text) }
      .filter { written in !Self.unreachable.contains { written.text.contains($0) } }
    #expect(missing.isEmpty, "no case makes these: \(missing)")
  }

  // MARK: - What there is

  /// Messages that no command line makes by itself.
  private static let unreachable = [
    // The program cannot start itself, or a search fails that has just succeeded.
    "; run dateline by its path", "` failed (wait status ", "; run it by itself",
    // A terminal that libedit refuses.
    "the terminal cannot be used",
    // Servers that refuse articles or fail between queries, and files beside imports into servers.
    " written, ", " failed, for the reasons above", " checkpoint of an import",
    // What was checked before is checked again where it is used.
    "give either --db or --engine",
  ]

  /// The longest constant piece of each message that the command line tool makes, and where it stands.
  private static func writtenMessages() throws -> [(place: String, text: String)] {
    let sources = CommandFolder.package.appendingPathComponent("Sources/dateline")
    var found: [(String, String)] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where name.hasSuffix(".swift") {
      let source = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      for maker in ["CommandFailure(", "ValidationError("] {
        for range in source.ranges(of: maker) {
          let pieces = constants(in: source[range.upperBound...])
          if let longest = pieces.max(by: { $0.count < $1.count }), longest.count > 5 {
            found.append((name, longest))
          }
        }
      }
    }
    return found
  }

  /// The constant pieces of string literals up to the closing parenthesis.
  private static func constants(in text: Substring) -> [String] {
    var pieces = [""]
    // For each open parenthesis whether it is that of an interpolation.
    var open = [false]
    var isText = false
    var last: Character = " "
    for character in text {
      switch character {
      case "\"" where last != "\\":
        isText.toggle()
        pieces.append("")
      case "(":
        if isText, last == "\\" {
          pieces[pieces.count - 1].removeLast()
          open.append(true)
          isText = false
          pieces.append("")
        } else if isText {
          pieces[pieces.count - 1].append(character)
        } else {
          open.append(false)
        }
      case ")" where !isText:
        let wasInterpolation = open.removeLast()
        if open.isEmpty { return pieces }
        if wasInterpolation { isText = true }
        pieces.append("")
      default: if isText { pieces[pieces.count - 1].append(character) }
      }
      last = character
    }
    return pieces
  }

  // MARK: - Surroundings

  private func run(_ test: MessageCase) throws -> CommandResult? {
    let parts = test.line.components(separatedBy: " # ")
    var words = parts[0].split(separator: " ", maxSplits: 1).map(String.init)
    var assignment = ""
    if words[0].contains("=") {
      assignment = words.removeFirst() + " "
      words = [words[0]]
    }
    let command = "\(assignment)dateline \(words.joined(separator: " "))"
    switch parts.dropFirst().first {
    case let mark? where mark.hasPrefix("disk "):
      guard geteuid() == 0 else { return nil }
      let name = mark.dropFirst(5)
      return try folder.shell(
        """
        size=$(( ($(stat -c %s \(name)) + 4095) / 4096 * 4 + 96 ))
        unshare -m bash -c 'mount -t tmpfs -o size='$size'k tmpfs disk && cp \(name) disk/ && \(command)'
        """)
    case "small": return try folder.shell("trap '' XFSZ; ulimit -f 300; \(command)")
    case "nobody":
      guard geteuid() == 0 else { return nil }
      // The program, and the libraries it needs, may lie where others may not look.
      return try folder.shell(
        "setpriv --reuid=65534 --regid=65534 --clear-groups \(assignment)./\(command)")
    default: return try folder.shell(command)
    }
  }

  /// Lets another process write to a file until it is terminated.
  private func hold(_ name: String) throws -> (Process, Pipe) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", folder.path(name)]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(
      Data("BEGIN IMMEDIATE;\nSELECT writefile('\(folder.path("held"))', '');\n".utf8))
    for _ in 0..<1000 where !FileManager.default.fileExists(atPath: folder.path("held")) {
      usleep(10_000)
    }
    return (process, input)
  }

  private func makeFiles() throws {
    for (name, text) in [
      ("a.txt", "Harbour reopens\n\nThe harbour of Elm Bay was opened again on Monday.\n"),
      ("junk.db", "no database at all"), ("empty.db", ""),
      (
        "nothing.warc",
        "WARC/1.0\r\nWARC-Type: request\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
          + "Content-Type: application/http; msgtype=request\r\nContent-Length: 18\r\n\r\n"
          + "GET / HTTP/1.0\r\n\r\n\r\n\r\n"
      ),
      ("blocked.db-building", "x"),
      ("secret.txt", "x"), ("secret/a.txt", "x"), ("q.tsv", "1\tnato\n2\trussia\n"),
      ("twice.tsv", "1\tnato\n1\tnato\n"), ("one.qrels", "1 0 k 1\n"), ("zero.qrels", "1 0 k 0\n"),
      ("twice.txt", "un-1 | org | Uno\nun1 | org | Due\nu-n1 | org | Tre\n"),
      ("other.json", #"{"cluster":"another","files":{}}"#), ("made/front.conf", "x"),
      ("no-such-directive", ":frobnicate\n"), ("no-article", ":show\n"),
      ("no-switch", ":explain perhaps\n"),
      ("no-choice", ":sort x\n"), ("no-number", ":limit x\n"), ("no-date", ":since x\n"),
      ("no-format", ":format x\n"),
      ("no-query", ":next\n"), ("no-more", "nato\n:limit 100\nnato\n:next\n"),
      ("no-less", "nato\n:prev\n"),
      ("no-such-hit", ":show nowhere\n"),
    ] { try folder.write(name, text) }
    try folder.write("latin.txt", Data([0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68, 0x0A]))
    // More than fits into a file of 300 KB.
    let lines = (0..<400).map {
      #"{"id":"n\#($0)","title":"Storm \#($0)","body":"\#((0..<60).map { "w\($0 * 7919 % 9973)x\($0)" }.joined(separator: " "))"}"#
    }
    try folder.write("many.jsonl", lines.joined(separator: "\n") + "\n")
    try folder.write("keys.txt", (0..<400).map { "n\($0)\n" }.joined())
    let schema = CommandFolder.package.appendingPathComponent("Tests/schemas/version1.sql").path
    let made = try folder.shell(
      """
      ln -s "$(command -v dateline)" dateline; chmod 711 .
      mkdir -p folder closed disk; dateline index \(CommandFolder.package.path)/Corpus/articles --db ok.db -q
      cp ok.db news.db; cp ok.db held.db; cp ok.db locked.db; cp ok.db secret.db
      cp ok.db newer.db; sqlite3 newer.db "UPDATE dateline_meta SET value = '9' WHERE key = 'schema_version'"
      cp ok.db analyzer.db; sqlite3 analyzer.db "UPDATE dateline_meta SET value = 'ascii' WHERE key = 'analyzer'"
      sqlite3 other.db "CREATE TABLE t(a)"; head -c 100000 ok.db > cut.db; sqlite3 old.db < '\(schema)'
      head -200 many.jsonl > half.jsonl; sed 's/"id":"n/"id":"m/' many.jsonl > more.jsonl
      dateline index half.jsonl --db full.db -q; dateline index many.jsonl --db full.db -q
      dateline entities add Storm --kind org --db full.db
      cp full.db spoiled.db; sqlite3 spoiled.db "UPDATE articles_fts_data SET block = zeroblob(100) WHERE id > 10"
      sqlite3 old.db "INSERT INTO articles (key, title, body) VALUES ('big', 'Big', hex(randomblob(200000)))"
      cp ok.db shared.db; dateline entities add Uno --kind org --alias Shared --db shared.db
      dateline entities add Due --kind org --alias Shared --db shared.db
      chmod 600 secret.db secret.txt; chmod 700 closed secret; chmod 644 locked.db a.txt
      """)
    #expect(made.status == 0, "\(made)")
  }
}
