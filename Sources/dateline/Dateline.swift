import ArgumentParser
import DatelineIndex
import Foundation
import Logging

/// The command line tool.
@main
struct Dateline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Full-text search over news dumps, in one SQLite file.",
    discussion: """
      EXAMPLES
        dateline index dump.jsonl pages/      files and directories into news.db
        dateline extract page.html --explain  what would be indexed, and why
        dateline search nato cyber            articles with both words first
        dateline search '"rate cut" source:wire' --since 2016
        dateline search entity:russia --json
        dateline shell                        query after query, with history
        dateline show KEY                     one article in full
        dateline entities edit nato --alias "the alliance" --apply

      The file is --db, else the environment variable DATELINE_DB, else news.db here.
      Exit status: 0 success, 1 nothing found, 2 error, 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      IndexCommand.self, ExtractCommand.self, SearchCommand.self, ShellCommand.self,
      ShowCommand.self, DeleteCommand.self, EntitiesCommand.self, StatsCommand.self,
      CheckCommand.self,
      OptimizeCommand.self, UpgradeCommand.self, EvalCommand.self, BenchCommand.self,
      ExportCommand.self, ClusterCommand.self,
    ])

  static func main() {
    // A reader that closes the pipe (head) is no error.
    signal(SIGPIPE, SIG_DFL)
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments == ["help", "queries"] {
        print(QueryHelp.text)
        return
      }
      try checkCommand(in: arguments)
      var command = try parseAsRoot(SearchArguments.arranged(arguments))
      // Whether large records come through, or large lists are made again and again.
      if command is SearchCommand || command is ShellCommand || command is EvalCommand
        || (command as? BenchCommand)?.path != nil
      {
        Allocator.kept()
      } else {
        Allocator.bound()
      }
      if !(command is IndexCommand) {
        LoggingSystem.bootstrap { _ in ConsoleLogHandler(level: .notice) }
      }
      try command.run()
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let status = exitCode(for: error).rawValue
      let message = fullMessage(for: error)
      if status == 0 {
        print(message)
        Foundation.exit(0)
      }
      Console.error(message)
      // Usage errors too are 2, as with grep.
      Foundation.exit(2)
    }
  }

  /// Reports a first word, or the word behind `help`, that is no command: the parser calls it an
  /// unexpected argument, or prints the help of the tool.
  static func checkCommand(in arguments: [String]) throws(CommandFailure) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    throw CommandFailure(
      "\(word): no such command; the commands are \(names.joined(separator: ", "))")
  }
}

/// The version of the tool.
enum Version {
  static let number = "0.1.0"
  static var text: String { "dateline \(number)" }
}

/// Options that every command has.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The index file. Default: $DATELINE_DB, else news.db.", valueName: "file"),
    completion: .file())
  var path: String?

  /// The index file to use.
  var file: String {
    path ?? ProcessInfo.processInfo.environment["DATELINE_DB"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "news.db"
  }
}
