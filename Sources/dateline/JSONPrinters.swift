import DatelineCore
import Foundation

/// The documented JSON of a hit. Snippets are HTML: text escaped, matches in `<mark>`.
private struct HitJSON: Encodable {
  var rank: Int
  var id: Int64
  var key: String
  var score: Double
  var matchesAll: Bool
  var title: String
  var source: String?
  var published: String?
  var url: String?
  var entities: [String]
  var snippets: [String]
  var explanation: Explanation?

  enum CodingKeys: String, CodingKey {
    case rank, id, key, score, title, source, published, url, entities, snippets, explanation
    case matchesAll = "matches_all"
  }

  init(_ hit: Hit, explain: Bool) {
    rank = hit.rank
    id = hit.id
    key = hit.key
    score = hit.score
    matchesAll = hit.matchesAll
    title = hit.title.text
    source = hit.source
    published = hit.published
    url = hit.url
    entities = hit.entities
    snippets = hit.snippets.map(\.html)
    explanation = explain ? hit.explanation : nil
  }

  /// Missing values are written as null, so that every hit has the same fields.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rank, forKey: .rank)
    try container.encode(id, forKey: .id)
    try container.encode(key, forKey: .key)
    try container.encode(score, forKey: .score)
    try container.encode(matchesAll, forKey: .matchesAll)
    try container.encode(title, forKey: .title)
    try container.encode(source, forKey: .source)
    try container.encode(published, forKey: .published)
    try container.encode(url, forKey: .url)
    try container.encode(entities, forKey: .entities)
    try container.encode(snippets, forKey: .snippets)
    try container.encodeIfPresent(explanation, forKey: .explanation)
  }
}

private struct ResponseJSON: Encodable {
  var schema = 1
  var query: String
  var understoodAs: String
  var notes: [String]
  var suggestion: String?
  var total: Int
  var totalMatchingAll: Int
  var milliseconds: Double
  var hits: [HitJSON]

  enum CodingKeys: String, CodingKey {
    case schema, query, notes, total, hits
    case understoodAs = "understood_as"
    case suggestion = "did_you_mean"
    case totalMatchingAll = "total_matching_all"
    case milliseconds = "took_ms"
  }
}

extension Snippet {
  /// HTML text: `&`, `<` and `>` escaped first, then the matches marked.
  var html: String {
    pieces.map {
      let text = $0.text.replacingOccurrences(of: "&", with: "&amp;")
        .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
      return $0.isHighlighted ? "<mark>\(text)</mark>" : text
    }.joined()
  }
}

/// Encodes values as JSON text, keys sorted, so that equal values give equal text.
enum JSONText {
  /// The JSON of a value.
  static func of(_ value: some Encodable, pretty: Bool = false) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// One JSON object for the whole response.
struct JSONPrinter: ResponsePrinter {
  let explain: Bool

  func print(_ response: SearchResponse, query: String) {
    let json = ResponseJSON(
      query: query, understoodAs: response.reading, notes: response.notes,
      suggestion: response.suggestion, total: response.total,
      totalMatchingAll: response.totalMatchingAll, milliseconds: response.milliseconds,
      hits: response.hits.map { HitJSON($0, explain: explain) })
    Console.write(JSONText.of(json, pretty: true) + "\n")
  }
}

/// One JSON object a hit, one a line.
struct NDJSONPrinter: ResponsePrinter {
  let explain: Bool

  func print(_ response: SearchResponse, query: String) {
    response.printNotes()
    for hit in response.hits { Console.write(JSONText.of(HitJSON(hit, explain: explain)) + "\n") }
  }
}
