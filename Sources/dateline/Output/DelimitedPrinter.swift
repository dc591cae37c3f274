import DatelineCore
import Foundation

/// Comma- or tab-separated values with a header row (RFC 4180; tabs and line breaks in values of
/// tab-separated output become spaces). What could steer a terminal becomes a space: tables are looked at
/// there too, through `head` or `less`.
struct DelimitedPrinter: ResponsePrinter {
  let separator: String
  /// Whether there is a column for the query.
  let hasQueries: Bool
  let hasNotes = false
  private var hasHeader = false

  init(separator: String, hasQueries: Bool) {
    self.separator = separator
    self.hasQueries = hasQueries
  }

  mutating func text(of response: SearchResponse, query: String) -> String {
    var text = ""
    if !hasHeader {
      text += row(
        [
          "rank", "id", "key", "score", "title", "source", "published", "url", "entities",
          "snippet", "matches_all",
        ], query: "query")
      hasHeader = true
    }
    for hit in response.hits {
      text += row(
        [
          "\(hit.rank)", "\(hit.id)", hit.key, String(format: "%.4f", hit.score), hit.title.text,
          hit.source ?? "", hit.published ?? "", hit.url ?? "",
          hit.entities.joined(separator: "; "), hit.snippets.joined,
          "\(hit.matchesAll)",
        ], query: query)
    }
    return text
  }

  private func row(_ values: [String], query: String) -> String {
    ((hasQueries ? [query] : []) + values).map(field).joined(separator: separator) + "\n"
  }

  private func field(_ value: String) -> String {
    let value = Console.safe(value)
    if separator == "\t" {
      return value.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ")
    }
    return CSVText.field(value)
  }
}
