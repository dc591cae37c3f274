public import ArgumentParser
public import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation

extension SearchRequest.Sort: ExpressibleByArgument {}
extension SearchRequest.Match: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}

/// `dateline search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the index and print the best articles with snippets.",
    discussion: """
      EXAMPLES
        dateline search nato cyber -n 20
        dateline search '"interest rates" -fed' --since 2016-05 --until 2017
        dateline search entity:russia source:wire --sort date --csv

      QUERIES
        nato cyber            articles with both words first, then those with one
        "special unit"        these words in this order
        elect*                words that begin so
        nato AND (kyiv OR moscow) NOT sport
        title:merger          in the headline only (also body:, lead:)
        entity:russia         articles about it, however it is named
        source:wire           from an outlet (also --source, section:, language:)
        after:2016-05         from a date on (also before:, published:2016..2017)

      Whatever is typed has a reading; --explain prints it. `dateline help queries`
      prints the whole language. Everything after -- is query.
      Exit status: 0 hits, 1 none, 2 error.
      """)

  @Argument(help: "The query.")
  var words: [String] = []

  @OptionGroup var database: DatabaseOptions

  @Option(
    help: ArgumentHelp(
      "Articles from this date on (2016, 2016-05, 2016-05-04).", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Articles up to this date, that day, month or year included.", valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("Articles of this outlet; may be repeated.", valueName: "outlet"))
  var source: [String] = []

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp(
      "Most hits to print. Default: 10, with --queries 1000 a query.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Hits to skip.", valueName: "count"))
  var offset = 0

  @Option(help: ArgumentHelp("Order of the hits; by date the latest first.", valueName: "order"))
  var sort = SearchRequest.Sort.relevance

  @Option(
    help: ArgumentHelp(
      "Articles with every word, with any of them, or first the ones, then the others (auto).",
      valueName: "words"))
  var match = SearchRequest.Match.auto

  @OptionGroup var ranking: RankingOptions

  @Option(
    help: ArgumentHelp("Most snippet fragments for a hit, 0 for none.", valueName: "count"))
  var fragments = 3

  @Flag(help: "Print how the query was read and the parts of each score.")
  var explain = false

  @Option(help: ArgumentHelp("Whether to colour the output.", valueName: "when"))
  var color = ColorMode.auto

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print one JSON object a hit.")
  var ndjson = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(help: "Print tab-separated values.")
  var tsv = false

  @Option(
    help: ArgumentHelp(
      "Read queries from a file, a line each: id, tab, query.", valueName: "file"),
    completion: .file())
  var queries: String?

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "With --queries: write a TREC run to this file (- for stdout).", valueName: "file"),
    completion: .file())
  var runFile: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if offset < 0 { throw ValidationError("--offset must not be negative") }
    if fragments < 0 { throw ValidationError("--fragments must not be negative") }
    if [json, ndjson, csv, tsv].filter({ $0 }).count > 1 {
      throw ValidationError("choose one of --json, --ndjson, --csv and --tsv")
    }
    for date in [since, until].compactMap({ $0 }) where !DateArgument.isValid(date) {
      throw ValidationError("\(date): expected a date such as 2016, 2016-05 or 2016-05-04")
    }
    if (queries == nil) != (runFile == nil) {
      throw ValidationError("--queries and --run go together")
    }
    if queries == nil, words.isEmpty, since == nil, until == nil, source.isEmpty {
      throw ValidationError("a query is missing: dateline search nato cyber")
    }
  }

  func run() throws {
    let engine = try LocalEngine(path: database.file)
    if let queries, let runFile {
      try BatchSearch(engine: engine, request: request("", limit: limit ?? 1000))
        .run(queries: queries, output: runFile)
      return
    }
    let query = words.joined(separator: " ")
    let response = try engine.search(request(query, limit: limit ?? 10))
    if let since, let until, DateArgument.isAfter(since, until) {
      Console.note("note: --since \(since) is after --until \(until)")
    }
    printer.print(response, query: query)
    // Who asks for no hits asks for the number of them.
    if limit == 0 ? response.total == 0 : response.hits.isEmpty { throw ExitCode(1) }
  }

  private func request(_ query: String, limit: Int) -> SearchRequest {
    SearchRequest(
      query: query, since: since, until: until, sources: source, limit: limit, offset: offset,
      sort: sort, match: match, fragments: fragments, explain: explain,
      preferences: ranking.preferences)
  }

  private var printer: any ResponsePrinter {
    if json { return JSONPrinter(explain: explain) }
    if ndjson { return NDJSONPrinter(explain: explain) }
    if csv { return DelimitedPrinter(separator: ",") }
    if tsv { return DelimitedPrinter(separator: "\t") }
    let isOn = color.isOn(
      environment: ProcessInfo.processInfo.environment, isTerminal: Console.stdoutIsTerminal)
    return TerminalPrinter(style: Style(isOn: isOn), explain: explain)
  }
}

/// Dates on the command line: a year, a month, a day, or a day and a time.
enum DateArgument {
  /// Whether the text is a date or a part of one that ISO 8601 texts can be compared with.
  static func isValid(_ text: String) -> Bool {
    let day = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    if parts.count > 1, !(1...12).contains(Int(parts[1]) ?? 0) { return false }
    if parts.count > 2, !(1...31).contains(Int(parts[2]) ?? 0) { return false }
    return true
  }

  /// Whether nothing can be from `since` on and up to `until`, both valid.
  static func isAfter(_ since: String, _ until: String) -> Bool {
    let length = min(since.utf8.count, until.utf8.count)
    return since.prefix(length) > until.prefix(length)
  }
}
