public import ArgumentParser
public import DatelineCore
import DatelineIndex
import Foundation

extension SearchRequest.Sort: ExpressibleByArgument {}
extension SearchRequest.Match: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}

/// Options of a search apart from its query.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Articles from this date on (2016, 2016-05-04, \"last week\").", valueName: "date"))
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
      "Most hits to print. Default: 10, with --run 1000 a query.", valueName: "count"))
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

  @Option(
    name: .customLong("facet"),
    help: ArgumentHelp(
      "Count all articles that match by source, section, language, entity, year or month; several with commas.",
      valueName: "fields"))
  var facet: [String] = []

  @Option(help: ArgumentHelp("Most values of each of these to print.", valueName: "count"))
  var facetLimit = 10

  /// The fields to count by.
  var facets: [Facet.Field] { fieldNames.compactMap(Facet.Field.init) }

  private var fieldNames: [String] {
    facet.flatMap { $0.split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
  }

  func validate() throws {
    if let name = fieldNames.first(where: { Facet.Field(rawValue: $0) == nil }) {
      let known = Facet.Field.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--facet \(Console.safe(name)): expected some of \(known)")
    }
    if facetLimit < 1 { throw ValidationError("--facet-limit must be at least 1") }
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if offset < 0 { throw ValidationError("--offset must not be negative") }
    if fragments < 0 { throw ValidationError("--fragments must not be negative") }
    for date in [since, until].compactMap({ $0 })
    where DateArgument.beginning(date) == nil {
      throw ValidationError("\(Console.safe(date)): expected \(DateArgument.expected)")
    }
  }

  /// Whether they alone say which articles are meant.
  var hasFilter: Bool { since != nil || until != nil || !source.isEmpty }

  /// A request for a query.
  func request(_ query: String, defaultLimit: Int = 10, explain: Bool) -> SearchRequest {
    SearchRequest(
      query: query, since: since.flatMap { DateArgument.beginning($0) },
      until: until.flatMap { DateArgument.end($0) }, sources: source, limit: limit ?? defaultLimit,
      offset: offset, sort: sort, match: match, fragments: fragments, explain: explain,
      facets: facets, facetLimit: facetLimit, preferences: ranking.preferences)
  }

  /// Says so when no date can be in the period.
  func noteDates() {
    if let since, let until, let first = DateArgument.beginning(since),
      let last = DateArgument.end(until), DateArgument.isAfter(first, last)
    {
      Console.note("note: --since \(since) is after --until \(until)")
    }
  }
}
