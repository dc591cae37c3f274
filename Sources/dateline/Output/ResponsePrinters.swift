import ArgumentParser
import DatelineCore
import Foundation

/// Writes the result of a search as text.
protocol ResponsePrinter {
  /// Whether the text has the notes; else they go to stderr.
  var hasNotes: Bool { get }
  /// Whether the text has styles for a terminal.
  var isStyled: Bool { get }

  /// A response as text that ends with a line break, or nothing.
  mutating func text(of response: SearchResponse, query: String) -> String
}

extension ResponsePrinter {
  var isStyled: Bool { false }

  /// Prints a response at once: readers of a pipe get each answer when it is there.
  mutating func print(_ response: SearchResponse, query: String) {
    let text = text(of: response, query: query)
    if !hasNotes {
      for note in response.notes { Console.note("note: \(Console.safe(note))") }
      if let suggestion = response.suggestion {
        Console.note("Did you mean: \(Console.safe(suggestion))")
      }
    }
    Console.write(text, isStyled ? .styled : .text)
    // Behind the hits, where it is not overlooked.
    if !response.warnings.isEmpty {
      Console.note("warning: this is a partial answer")
      for warning in response.warnings { Console.note("warning: \(Console.safe(warning))") }
    }
  }
}

extension [Snippet] {
  /// The fragments as one text without marks; "…" stands between them.
  var joined: String {
    var result = ""
    for snippet in self {
      if !result.isEmpty {
        result += result.hasSuffix("…") || snippet.text.hasPrefix("…") ? " " : " … "
      }
      result += snippet.text
    }
    return result
  }
}

/// The form of the output.
enum OutputFormat: String, CaseIterable, Sendable {
  case terminal = "text"
  case json, ndjson, csv, tsv, html

  /// A printer for it.
  /// - Parameter many: whether it prints the responses to several queries, and so says to which.
  func printer(explain: Bool, style: Style, many: Bool) -> any ResponsePrinter {
    switch self {
    case .terminal:
      TerminalPrinter(style: style, width: Console.terminalWidth, explain: explain, isHeaded: many)
    case .json: JSONPrinter(explain: explain)
    case .ndjson: NDJSONPrinter(explain: explain)
    case .csv: DelimitedPrinter(separator: ",", hasQueries: many)
    case .tsv: DelimitedPrinter(separator: "\t", hasQueries: many)
    case .html: HTMLPrinter(explain: explain)
    }
  }
}

/// Options for the form of the output.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print how the query was read and the parts of each score.")
  var explain = false

  @Option(help: ArgumentHelp("Whether to colour the output.", valueName: "when"))
  var color = ColorMode.auto

  @Flag(help: "Print one JSON object for each query.")
  var json = false

  @Flag(help: "Print one JSON object a hit, one a line.")
  var ndjson = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(help: "Print tab-separated values.")
  var tsv = false

  @Flag(help: "Print a fragment of HTML, matches in <mark>.")
  var html = false

  func validate() throws {
    if [json, ndjson, csv, tsv, html].filter({ $0 }).count > 1 {
      throw ValidationError("choose one of --json, --ndjson, --csv, --tsv and --html")
    }
  }

  /// The form asked for.
  var format: OutputFormat {
    json ? .json : ndjson ? .ndjson : csv ? .csv : tsv ? .tsv : html ? .html : .terminal
  }

  /// Styles of stdout.
  var style: Style {
    Style(
      isOn: color.isOn(
        environment: ProcessInfo.processInfo.environment, isTerminal: Console.stdoutIsTerminal))
  }
}
