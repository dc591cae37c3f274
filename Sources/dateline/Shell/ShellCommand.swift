import ArgumentParser
import DatelineIndex
import Foundation

/// `dateline shell`.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Ask one query after the other.",
    discussion: """
      EXAMPLES
        dateline shell
        dateline shell --since 2016 --sort date
        printf 'nato\\n:next\\n' | dateline shell

      A line is a query, or a command: :next and :prev turn pages, :show 2 prints an
      article in full, :help lists the others. The tab key completes names behind
      entity:, the arrows go back to earlier lines. Ctrl-C gives a line up, Ctrl-D
      ends the shell.

      Lines are kept in $XDG_STATE_HOME/dateline/history, else in
      ~/.local/state/dateline/history. From a pipe there is no prompt and no history.
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Keep no history of what is typed.")
  var noHistory = false

  func run() throws {
    search.noteDates()
    let isInteractive = isatty(STDIN_FILENO) == 1 && Console.stdoutIsTerminal
    let session = try ShellSession(
      path: database.file, settings: search.request("", explain: output.explain),
      format: output.format, style: output.style, isInteractive: isInteractive)
    let lines: any LineSource
    if isInteractive {
      let history =
        noHistory ? nil : ShellHistory(environment: ProcessInfo.processInfo.environment)
      lines = try TerminalLines(history: history) { session.entityNames }
      // While a query is answered, Ctrl-C must not end the shell.
      signal(SIGINT) { _ in }
      Console.write("\(Version.text), \(Console.safe(database.file)); :help for help\n")
    } else {
      lines = PipedLines(lines: try QueryLines("-"))
    }
    while true {
      switch try lines.next() {
      case .line(let line): if !session.take(line) { return }
      case .cancelled: continue
      case .end: return
      }
    }
  }
}
