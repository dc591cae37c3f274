import ArgumentParser
import DatelineCore
import DatelineIndex
import DatelineSearch

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
        dateline search nato --facet source,year      how the articles are spread
        dateline search - --ndjson < queries.txt      a query a line

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
      prints the whole language. Everything after -- is query. A single - reads
      queries from standard input and answers each when it comes.
      Exit status: 0 hits, 1 none, 2 error.
      """)

  @Argument(help: "The query; - for queries from standard input.")
  var words: [String] = []

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Read queries from a file (- for stdin): one a line, or id, tab, query.",
      valueName: "file"),
    completion: .file())
  var queries: String?

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "With --queries: write a TREC run to this file (- for stdout).", valueName: "file"),
    completion: .file())
  var runFile: String?

  func validate() throws {
    if runFile != nil, queries == nil { throw ValidationError("--run goes with --queries") }
    if !search.facets.isEmpty, runFile != nil || [.csv, .tsv, .ndjson].contains(output.format) {
      throw ValidationError("--facet goes with --json, --html or plain text")
    }
    if queries != nil, !words.isEmpty {
      throw ValidationError("give either a query or --queries")
    }
    if queries == nil, words.isEmpty, !search.hasFilter {
      throw ValidationError("a query is missing: dateline search nato cyber")
    }
  }

  func run() throws {
    let engine = try engine.target(database)
    search.noteDates()
    if let queries, let runFile {
      let request = search.request("", defaultLimit: 1000, explain: false)
      var batch = BatchSearch(engine: engine, request: request)
      try batch.run(queries: queries, output: runFile)
      return
    }
    if let file = queries ?? (words == ["-"] ? "-" : nil) {
      if try !answer(QueryLines(file), with: engine) { throw ExitCode(1) }
      return
    }
    let query = words.joined(separator: " ")
    let response = try engine.search(search.request(query, explain: output.explain))
    var printer = output.format.printer(explain: output.explain, style: output.style, many: false)
    printer.print(response, query: query)
    if !isFound(response) { throw ExitCode(1) }
  }

  /// Answers one query after the other as they come. What fails is reported, and the next is answered.
  /// - Returns: whether anything was found.
  /// - Throws: when the queries cannot be read, or one of them failed.
  private func answer(_ lines: QueryLines, with engine: SearchTarget) throws -> Bool {
    var printer = output.format.printer(explain: output.explain, style: output.style, many: true)
    var wasFound = false
    var hasFailed = false
    while let query = try lines.next() {
      do {
        let response = try engine.search(search.request(query, explain: output.explain))
        printer.print(response, query: query)
        if isFound(response) { wasFound = true }
      } catch {
        Console.error(Console.safe("\(query): \(error)"))
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode(2) }
    return wasFound
  }

  private func isFound(_ response: SearchResponse) -> Bool {
    // Who asks for no hits asks for the number of them.
    search.limit == 0 ? response.total > 0 : !response.hits.isEmpty
  }
}
