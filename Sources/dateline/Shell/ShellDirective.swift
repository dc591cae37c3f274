import DatelineCore

/// A command of the shell: a colon, its name or an unambiguous beginning of it, and an argument.
enum ShellDirective: Equatable {
  case help, next, previous, settings, quit
  case show(String)
  case explain(Bool)
  case sort(SearchRequest.Sort)
  case match(SearchRequest.Match)
  case limit(Int)
  case fragments(Int)
  /// Dates and outlets; `nil` for all.
  case since(String?)
  case until(String?)
  case source(String?)
  case format(OutputFormat)

  /// All names, in the order of the help.
  static let names = [
    "help", "next", "prev", "show", "explain", "sort", "match", "limit", "fragments", "since",
    "until", "source", "format", "json", "text", "settings", "quit",
  ]

  static let helpText = """
    A line is a query; `dateline help queries` has the language. Commands:
      :next, :prev          the next hits, and back
      :show N               the article with this number (or key) in full
      :explain on|off       how the query was read, and the parts of each score
      :sort relevance|date  order of the hits
      :match auto|all|any   which of the words are needed
      :limit N              hits on a page
      :fragments N          snippet fragments for a hit
      :since DATE|off, :until DATE|off
                            articles from, up to a date (2016, 2016-05, 2016-05-04)
      :source NAME|off      articles of an outlet
      :format text|json|ndjson|csv|tsv|html
                            form of the output; :json and :text for short
      :settings             what is set
      :help, :quit

    """

  /// Reads a line that begins with a colon.
  /// - Throws: what is wrong with it, for the person who typed it.
  init(_ line: String) throws(CommandFailure) {
    let parts = line.dropFirst().split(
      maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
    let typed = parts.first.map { $0.lowercased() } ?? ""
    let value = parts.count > 1 ? String(parts[1]).trimmed : ""
    switch try Self.name(typed) {
    case "help": self = .help
    case "next": self = .next
    case "prev": self = .previous
    case "settings": self = .settings
    case "quit": self = .quit
    case "json": self = .format(.json)
    case "text": self = .format(.terminal)
    case "show":
      if value.isEmpty { throw CommandFailure("which article? Its number or key: :show 1") }
      self = .show(value)
    case "explain": self = .explain(try Self.isOn(value))
    case "sort": self = .sort(try Self.choice(value, of: "sort"))
    case "match": self = .match(try Self.choice(value, of: "match"))
    case "limit": self = .limit(try Self.number(value, of: "limit", from: 1))
    case "fragments": self = .fragments(try Self.number(value, of: "fragments", from: 0))
    case "since": self = .since(try Self.date(value, of: "since"))
    case "until": self = .until(try Self.date(value, of: "until"))
    case "source": self = .source(value.isEmpty || value == "off" ? nil : value)
    default: self = .format(try Self.format(value))
    }
  }

  private static func name(_ typed: String) throws(CommandFailure) -> String {
    if typed == "q" || typed == "exit" { return "quit" }
    if names.contains(typed) { return typed }
    let found = typed.isEmpty ? [] : names.filter { $0.hasPrefix(typed) }
    if found.count == 1 { return found[0] }
    let problem =
      found.isEmpty
      ? "no such command" : "could be " + found.map { ":" + $0 }.joined(separator: ", ")
    throw CommandFailure(":\(typed): \(problem); :help lists the commands")
  }

  private static func isOn(_ value: String) throws(CommandFailure) -> Bool {
    switch value.lowercased() {
    case "on", "": return true
    case "off": return false
    default: throw CommandFailure("\(value): expected on or off, as in :explain on")
    }
  }

  private static func choice<T: CaseIterable & RawRepresentable<String>>(
    _ value: String, of name: String
  ) throws(CommandFailure) -> T {
    if let found = T(rawValue: value.lowercased()) { return found }
    let all = T.allCases.map(\.rawValue).joined(separator: ", ")
    throw CommandFailure(":\(name) takes one of \(all)")
  }

  private static func number(
    _ value: String, of name: String, from least: Int
  ) throws(CommandFailure) -> Int {
    if let number = Int(value), number >= least { return number }
    throw CommandFailure(":\(name) takes a number from \(least) on")
  }

  private static func date(_ value: String, of name: String) throws(CommandFailure) -> String? {
    if value.isEmpty || value == "off" { return nil }
    let date = name == "until" ? DateArgument.end(value) : DateArgument.beginning(value)
    if let date { return date }
    throw CommandFailure(":\(name) takes \(DateArgument.expected), or off")
  }

  private static func format(_ value: String) throws(CommandFailure) -> OutputFormat {
    if let format = OutputFormat(rawValue: value.lowercased()) { return format }
    throw CommandFailure(
      ":format takes one of " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
