import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation

/// What a shell does with its lines: queries, and commands that change how they are answered.
///
/// One engine answers all; it notices what other processes commit, and a file that replaced the one
/// it was opened on is opened anew.
final class ShellSession {
  private let path: String
  private let style: Style
  private let isInteractive: Bool
  private var engine: LocalEngine
  private var file: FileIdentity?
  private var settings: SearchRequest
  private var format: OutputFormat
  private var printer: any ResponsePrinter
  /// The last query with its page.
  private var last: SearchRequest?
  private var lastTotal = 0
  private var keys: [Int: String] = [:]

  /// Opens the index.
  /// - Throws: when it cannot be used.
  init(
    path: String, settings: SearchRequest, format: OutputFormat, style: Style, isInteractive: Bool
  ) throws {
    self.path = path
    self.settings = settings
    self.format = format
    self.style = style
    self.isInteractive = isInteractive
    file = FileIdentity(path)
    engine = try LocalEngine(path: path)
    printer = format.printer(explain: settings.explain, style: style, many: !isInteractive)
  }

  /// Names of the entities that the index knows.
  var entityNames: [String] { engine.entityNames }

  /// Does what a line says; nothing that goes wrong ends the shell.
  /// - Returns: whether the shell goes on.
  func take(_ line: String) -> Bool {
    if line.allSatisfy(\.isWhitespace) { return true }
    do {
      guard line.hasPrefix(":") else {
        var request = settings
        request.query = line
        try answer(request)
        return true
      }
      return try follow(ShellDirective(line))
    } catch {
      Console.error(Console.safe("\(error)"))
      return true
    }
  }

  private func follow(_ directive: ShellDirective) throws -> Bool {
    switch directive {
    case .quit: return false
    case .help: Console.write(ShellDirective.helpText)
    case .settings: Console.write(summary)
    case .next: try turn(forward: true)
    case .previous: try turn(forward: false)
    case .show(let name): try show(name)
    case .explain(let isOn): settings.explain = isOn
    case .sort(let sort): settings.sort = sort
    case .match(let match): settings.match = match
    case .limit(let limit): settings.limit = limit
    case .fragments(let count): settings.fragments = count
    case .since(let date): settings.since = date
    case .until(let date): settings.until = date
    case .source(let name): settings.sources = name.map { [$0] } ?? []
    case .format(let format): self.format = format
    }
    if case .explain = directive { renewPrinter() }
    if case .format = directive { renewPrinter() }
    return true
  }

  private func renewPrinter() {
    printer = format.printer(explain: settings.explain, style: style, many: !isInteractive)
  }

  private func answer(_ request: SearchRequest) throws {
    try reopenIfReplaced()
    let response = try engine.search(request)
    // The terminal may have another width now.
    if format == .terminal { renewPrinter() }
    last = request
    lastTotal = response.total
    keys = Dictionary(response.hits.map { ($0.rank, $0.key) }, uniquingKeysWith: { $1 })
    printer.print(response, query: request.query)
  }

  private func reopenIfReplaced() throws {
    let current = FileIdentity(path)
    // Between two files there may be none: the old one still answers.
    guard let current, current != file else { return }
    engine = try LocalEngine(path: path)
    file = current
  }

  private func turn(forward: Bool) throws {
    guard var request = last else { throw CommandFailure("there was no query yet; type one") }
    // The page is that of the query; how it looks may have changed.
    request.explain = settings.explain
    request.fragments = settings.fragments
    if forward {
      // Sums of what was typed could overflow.
      if request.limit >= lastTotal - request.offset {
        throw CommandFailure("these were the last hits; :prev goes back")
      }
      request.offset += request.limit
    } else {
      if request.offset == 0 { throw CommandFailure("these are the first hits; :next goes on") }
      request.offset = max(0, request.offset - request.limit)
    }
    try answer(request)
  }

  /// An article by its number in the last answer, else by key or id.
  private func show(_ name: String) throws {
    let reader = try IndexReader(path: path)
    let key = Int(name).flatMap { keys[$0] } ?? name
    // Behind an answer a number is that of a hit, or a whole key; never by chance an id.
    let isHit = Int(name) == nil || last == nil || keys[Int(name) ?? 0] != nil
    guard let article = try reader.article(key), isHit || article.key == name else {
      throw CommandFailure(
        "no hit has this number, no article this key: \(name); hits are numbered as they are printed"
      )
    }
    Console.write(
      format == .json || format == .ndjson
        ? JSONText.of(ArticleJSON(article), pretty: format == .json) + "\n"
        : ArticleText.of(article))
  }

  private var summary: String {
    let values: [(String, String?)] = [
      ("index", path), ("sort", settings.sort.rawValue), ("match", settings.match.rawValue),
      ("limit", "\(settings.limit)"), ("fragments", "\(settings.fragments)"),
      ("since", settings.since), ("until", settings.until),
      ("source", FieldList.joined(settings.sources)),
      ("explain", settings.explain ? "on" : "off"), ("format", format.rawValue),
    ]
    return Console.safe(FieldList.text(values))
  }
}

/// Which file a path leads to.
private struct FileIdentity: Equatable {
  var device: UInt64
  var number: UInt64

  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    device = UInt64(information.st_dev)
    number = UInt64(information.st_ino)
  }
}
