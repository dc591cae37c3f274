import DatelineCore
import Foundation
import Testing

@testable import dateline

@Suite struct ShellTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "dump.jsonl", "--quiet"])
  }

  private func shell(_ lines: String, _ arguments: [String] = []) throws -> CommandResult {
    try folder.dateline(["shell"] + arguments, input: lines)
  }

  // MARK: From a pipe

  @Test func answersLinesWithoutPromptOrHistory() throws {
    let result = try folder.dateline(
      ["shell"], input: "nato\n\n  \nzeppelin\n",
      environment: ["XDG_STATE_HOME": folder.path("state")])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("== nato\n1. "))
    #expect(result.output.contains("== zeppelin\n0 articles"))
    #expect(!result.output.contains("dateline>"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("state")))
  }

  @Test func turnsPages() throws {
    let result = try shell(":limit 1\nnato\n:next\n:next\n:prev\n:prev\n")
    let numbers = result.output.split(separator: "\n").filter { $0.first?.isNumber == true }
      .map { $0.prefix(2) }
    #expect(numbers == ["1.", "2 ", "2.", "2 ", "1.", "2 "])
    #expect(result.errors.contains("these were the last hits"))
    #expect(result.errors.contains("these are the first hits"))
    #expect(try shell(":next\n").errors.contains("there was no query yet"))
    let huge = try shell("nato\n:limit \(Int.max)\nnato\n:next\n:prev\n", ["--offset", "1"])
    #expect(huge.status == 0 && huge.errors.contains("these were the last hits"))
    #expect(huge.output.contains("\n1. "))
  }

  /// A number behind an answer is never by chance the id of an article.
  @Test func numbersBehindAnEmptyAnswerShowNothing() throws {
    let result = try shell("zeppelin\n:show 1\n")
    #expect((result.output + result.errors).contains("no hit has this number"))
  }

  @Test func showsArticlesByTheirNumber() throws {
    let result = try shell("nato\n:show 2\n:show a2\n:show 99\n:json\n:show 1\n")
    #expect(result.output.contains("key       a3") || result.output.contains("key       a1"))
    #expect(result.output.contains("key       a2"))
    #expect(result.output.contains("\"content_hash\""))
    #expect(result.errors.contains("no hit has this number, no article this key: 99"))
    // An article has this id, but there is no such hit; without an answer it is one.
    let third = try shell("zürich\n:show 3\n")
    #expect(third.errors.contains("no hit has this number, no article this key: 3"))
    #expect(try shell(":show 3\n").output.contains("key       a3"))
  }

  @Test func commandsChangeTheAnswers() throws {
    func keys(_ commands: String) throws -> [String] {
      let output = try shell(":format tsv\n\(commands)\nnato\n").output
      return output.split(separator: "\n").dropFirst().map {
        String($0.split(separator: "\t", omittingEmptySubsequences: false)[3])
      }
    }
    #expect(Set(try keys("")) == ["a1", "a3"])
    #expect(try keys(":sort date") == ["a3", "a1"])
    #expect(try keys(":since 2016-08") == ["a3"])
    #expect(try keys(":until 2016-08") == ["a1"])
    #expect(try keys(":source kestrel") == [])
    #expect(
      Set(try keys(":source kestrel\n:source off\n:since 2016-08\n:since off")) == ["a1", "a3"])
    #expect(try keys(":limit 1").count == 1)
    let explained = try shell(":explain on\nnato\n:explain off\ncyber\n").output
    #expect(explained.ranges(of: "understood as").count == 1)
    #expect(
      try shell(":fragments 0\nnato\n:fr 1\nnato\n").output.ranges(of: "[NATO] said").count == 1)
    #expect(try shell(":json\nnato\n:text\nnato\n").output.contains("\"schema\" : 1"))
    #expect(try shell(":limit 7\n:sort date\n:settings\n").output.contains("limit     7"))
  }

  @Test func errorsDoNotEndIt() throws {
    let result = try shell(
      ":nosuch\n:s\n:limit x\n:since soon\n:explain maybe\n:sort up\n:\n:format x\n:show\nnato\n")
    #expect(result.status == 0)
    #expect(result.errors.split(separator: "\n").count == 9)
    #expect(result.errors.contains(":nosuch: no such command; :help lists the commands"))
    #expect(result.errors.contains("could be :show, :sort, :since, :source, :settings"))
    #expect(result.output.contains("== nato\n1. "))
  }

  @Test func endsWithQuitOrTheInput() throws {
    #expect(try shell("nato\n:quit\nzeppelin\n").output.contains("zeppelin") == false)
    #expect(try shell("nato\n:q\nzeppelin\n").output.contains("zeppelin") == false)
    #expect(try shell("").status == 0)
    #expect(try shell(":help\n").output.contains(":next, :prev"))
    #expect(try folder.dateline(["shell", "--db", "nosuch.db"], input: "nato\n").status == 2)
    #expect(
      try shell("nato\n", ["--since", "2016-08", "--ndjson"]).output.split(separator: "\n").count
        == 1)
  }

  @Test func helpNamesEveryCommand() {
    for name in ShellDirective.names {
      #expect(ShellDirective.helpText.contains(":" + name), "\(name)")
    }
    for line in ShellDirective.helpText.split(separator: "\n") { #expect(line.count <= 80) }
  }

  /// What another process commits, and a file that takes the place of the index, are seen.
  @Test func changesOfTheIndexAreNoticed() throws {
    let process = Process()
    process.executableURL = CommandFolder.binary
    process.arguments = ["shell", "--ndjson", "--fragments", "0"]
    process.currentDirectoryURL = folder.url
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    func ask(_ query: String) throws -> String {
      try input.fileHandleForWriting.write(contentsOf: Data((query + "\n").utf8))
      return String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    #expect(try ask("nato").contains("\"key\":\"a1\""))
    try folder.write("more.jsonl", #"{"id":"b1","title":"Zeppelin","body":"A zeppelin came."}"#)
    #expect(try folder.dateline(["index", "more.jsonl", "--quiet"]).status == 0)
    #expect(try ask("zeppelin").contains("\"key\":\"b1\""))
    try folder.write("other.jsonl", #"{"id":"c1","title":"Zeppelin","body":"Another zeppelin."}"#)
    #expect(try folder.dateline(["index", "other.jsonl", "--quiet", "--db", "new.db"]).status == 0)
    #expect(try folder.shell("rm -f news.db-wal news.db-shm; mv new.db news.db").status == 0)
    let replaced = try ask("zeppelin")
    #expect(replaced.contains("\"key\":\"c1\"") && !replaced.contains("b1"))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  // MARK: At a terminal

  private func terminal(_ arguments: [String] = [], columns: UInt16 = 80) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["shell", "--color", "never"] + arguments, in: folder.url, columns: columns,
      environment: [
        "XDG_STATE_HOME": folder.path("state"), "HOME": folder.path("home"), "LC_ALL": "C",
      ])
  }

  @Test func editsLinesAtATerminal() throws {
    let terminal = try terminal()
    #expect(terminal.waitForPrompt())
    terminal.type("zeppelin")
    #expect(terminal.wait(for: "zeppelin"))
    terminal.type("\u{3}")
    #expect(terminal.wait(for: "^C"), "\(terminal.output)")
    #expect(terminal.waitForPrompt())
    terminal.type("nato\n")
    #expect(terminal.wait(for: "2 articles"), "\(terminal.output)")
    #expect(terminal.waitForPrompt())
    // Letters of more than a byte, whatever the locale.
    terminal.type("zürich\n")
    #expect(terminal.wait(for: "Shares rose in [Zürich]"), "\(terminal.output)")
    #expect(terminal.waitForPrompt())
    // The arrow gives the line before.
    terminal.type("\u{1B}[A\u{1B}[A shares\n")
    #expect(terminal.wait(for: "articles"))
    #expect(terminal.waitForPrompt())
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
    #expect(!terminal.output.contains("0 articles"), "\(terminal.output)")
    let history = try String(contentsOfFile: folder.path("state/dateline/history"), encoding: .utf8)
    #expect(history == "nato\nzürich\nnato shares\n")
    let rights =
      try FileManager.default.attributesOfItem(
        atPath: folder.path("state/dateline/history"))[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let next = try self.terminal()
    #expect(next.waitForPrompt())
    next.type("\u{1B}[A\u{1B}[A\n")
    #expect(next.wait(for: "Shares rose in [Zürich]"), "\(next.output)")
  }

  @Test func completesNamesAtATerminal() throws {
    let terminal = try terminal(["--no-history"])
    #expect(terminal.waitForPrompt())
    terminal.type("entity:donald tr")
    #expect(terminal.wait(for: "donald tr"))
    terminal.type("\u{3}")
    #expect(terminal.waitForPrompt())
    terminal.type("entity:\"donald tr\t\n")
    #expect(terminal.wait(for: "1 article"), "\(terminal.output)")
    #expect(terminal.waitForPrompt())
    terminal.type(":qu\t\n")
    #expect(terminal.finish() == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("state")))
  }

  @Test func wrapsAtTheWidthOfTheTerminal() throws {
    let terminal = try terminal(["--no-history"], columns: 40)
    #expect(terminal.waitForPrompt())
    terminal.type("nato\n")
    #expect(terminal.wait(for: "2 articles"))
    #expect(terminal.waitForPrompt())
    func widest(_ output: Substring) -> Int? {
      output.split(whereSeparator: \.isNewline).filter { !$0.contains("dateline") }.map(\.count)
        .max()
    }
    let narrow = terminal.output
    #expect(try #require(widest(narrow[...])) <= 40, "\(narrow)")
    // And at a new one.
    terminal.resize(columns: 100)
    terminal.type("nato\n")
    #expect(terminal.wait(for: "2 articles"))
    #expect(terminal.waitForPrompt())
    let wide = terminal.output.dropFirst(narrow.count)
    #expect((41...100).contains(try #require(widest(wide))), "\(wide)")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }
}

@Suite struct ShellPartTests {
  @Test(arguments: [
    (":NEXT", ShellDirective.next), (":n", .next), (":p", .previous), (":q", .quit),
    (":exit", .quit),
    (":show  12 ", .show("12")), (":explain", .explain(true)), (":explain OFF", .explain(false)),
    (":sort date", .sort(.date)), (":match all", .match(.all)), (":limit 20", .limit(20)),
    (":since 2016-05", .since("2016-05")), (":until off", .until(nil)),
    (":source Harbour Wire", .source("Harbour Wire")), (":source", .source(nil)),
    (":json", .format(.json)),
    (":text", .format(.terminal)), (":format html", .format(.html)),
    (":fragments 0", .fragments(0)),
  ])
  func directives(line: String, expected: ShellDirective) throws {
    #expect(try ShellDirective(line) == expected)
  }

  private let completion = EntityCompletion(names: [
    "NATO", "Vladimir Putin", "Vladimir Lenin", "Vladivostok", "United States", "Côte d'Ivoire",
  ])

  @Test(
    arguments: [
      ("entity:na", "na", "NATO "), ("storm entity:\"NA", "\"NA", "\"NATO\" "),
      ("-person:vladimir p", nil, nil),
      ("(entity:\"vladimir p", "\"vladimir p", "\"Vladimir Putin\" "),
      ("entity:v", "v", "Vladi"), ("place:unit", "unit", "\"United States\" "),
      ("entity:côte", "côte", "\"Côte d'Ivoire\" "), ("entity:\"NATO\"", nil, nil),
      ("title:na", nil, nil),
      ("na", nil, nil), ("entity:zzz", nil, nil), (":he", ":he", ":help "),
      (":sh", ":sh", ":show "),
      (":show na", nil, nil), ("", nil, nil), (":", nil, nil),
    ] as [(String, String?, String?)])
  func completes(line: String, replaced: String?, text: String?) {
    let found = completion.complete(line)
    if line == ":" {
      #expect(found?.choices.count == ShellDirective.names.count)
    } else {
      #expect(found?.replaced == replaced)
      #expect(found?.text == text)
    }
  }

  @Test func listsWhatANameCanBecome() {
    #expect(
      completion.complete("entity:\"vladimir ")?.choices == ["Vladimir Lenin", "Vladimir Putin"])
    #expect(completion.complete("entity:vladi")?.choices.count == 3)
    let many = EntityCompletion(names: (0..<50).map { "Name \($0)" })
    #expect(many.complete("entity:\"name ")?.choices.count == EntityCompletion.mostChoices + 1)
  }

  @Test func historyIsShortenedAndPrivate() throws {
    let folder = try CommandFolder()
    #expect(ShellHistory(environment: [:]) == nil)
    #expect(ShellHistory(environment: ["HOME": "/h"])?.path == "/h/.local/state/dateline/history")
    #expect(
      ShellHistory(environment: ["HOME": "/h", "XDG_STATE_HOME": "relative"])?.path.hasPrefix("/h/")
        == true)
    let history = try #require(ShellHistory(environment: ["XDG_STATE_HOME": folder.url.path]))
    #expect(history.lines() == [])
    for number in 0...2 * ShellHistory.longest { history.append("line \(number)") }
    let lines = history.lines()
    #expect(lines.count == ShellHistory.longest && lines.last == "line \(2 * ShellHistory.longest)")
    let text = try String(contentsOfFile: history.path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == ShellHistory.longest)
    let rights =
      try FileManager.default.attributesOfItem(atPath: history.path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }
}
