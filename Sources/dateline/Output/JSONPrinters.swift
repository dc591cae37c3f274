import DatelineCore
import Foundation

/// The documented JSON of a hit. Snippets are there twice: as HTML (escaped, matches in `<mark>`) and as
/// passages, text with the ranges of the matches in Unicode scalars.
private struct HitJSON: Encodable {
  /// A text with its matches as pairs of offsets: the first scalar and the one behind the last.
  struct Passage: Encodable {
    var text: String
    var highlights: [[Int]]

    init(_ snippet: Snippet) {
      text = snippet.text
      highlights = snippet.highlights.map { [$0.lowerBound, $0.upperBound] }
    }
  }

  /// The query, where a hit stands alone on its line.
  var query: String?
  var rank: Int
  var id: Int64
  var key: String
  var score: Double
  var matchesAll: Bool
  var title: String
  var titleHighlights: [[Int]]
  var source: String?
  var published: String?
  var url: String?
  var entities: [String]
  var snippets: [String]
  var passages: [Passage]
  var explanation: Explanation?

  enum CodingKeys: String, CodingKey {
    case query, rank, id, key, score, title, source, published, url, entities, snippets, passages
    case explanation
    case matchesAll = "matches_all"
    case titleHighlights = "title_highlights"
  }

  init(_ hit: Hit, query: String? = nil, explain: Bool) {
    self.query = query
    rank = hit.rank
    id = hit.id
    key = hit.key
    score = hit.score
    matchesAll = hit.matchesAll
    title = hit.title.text
    titleHighlights = Passage(hit.title).highlights
    source = hit.source
    published = hit.published
    url = hit.url
    entities = hit.entities
    snippets = hit.snippets.map(\.html)
    passages = hit.snippets.map(Passage.init)
    explanation = explain ? hit.explanation : nil
  }

  /// Missing values are written as null, so that every hit has the same fields.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(query, forKey: .query)
    try container.encode(rank, forKey: .rank)
    try container.encode(id, forKey: .id)
    try container.encode(key, forKey: .key)
    try container.encode(score, forKey: .score)
    try container.encode(matchesAll, forKey: .matchesAll)
    try container.encode(title, forKey: .title)
    try container.encode(titleHighlights, forKey: .titleHighlights)
    try container.encode(source, forKey: .source)
    try container.encode(published, forKey: .published)
    try container.encode(url, forKey: .url)
    try container.encode(entities, forKey: .entities)
    try container.encode(snippets, forKey: .snippets)
    try container.encode(passages, forKey: .passages)
    try container.encodeIfPresent(explanation, forKey: .explanation)
  }
}

private struct FacetJSON: Encodable {
  struct Value: Encodable {
    var value: String
    var count: Int
  }

  var values: [Value]
  var otherValues: Int
  var withoutValue: Int

  enum CodingKeys: String, CodingKey {
    case values
    case otherValues = "other_values"
    case withoutValue = "without_value"
  }

  init(_ facet: Facet) {
    values = facet.values.map { Value(value: $0.name, count: $0.count) }
    otherValues = facet.otherValues
    withoutValue = facet.withoutValue
  }
}

private struct ResponseJSON: Encodable {
  var schema = 1
  var query: String
  var understoodAs: String
  var notes: [String]
  /// What is missing, and true where something is; absent for a whole answer.
  var warnings: [String]?
  var isPartial: Bool?
  var suggestion: String?
  var total: Int
  var totalMatchingAll: Int
  var milliseconds: Double
  var hits: [HitJSON]
  /// By the name of the field; absent where none was asked for.
  var facets: [String: FacetJSON]?

  enum CodingKeys: String, CodingKey {
    case schema, query, notes, warnings, total, hits, facets
    case isPartial = "partial"
    case understoodAs = "understood_as"
    case suggestion = "did_you_mean"
    case totalMatchingAll = "total_matching_all"
    case milliseconds = "took_ms"
  }
}

/// Encodes values as JSON text, keys sorted, so that equal values give equal text.
enum JSONText {
  /// The JSON of a value. What could steer a terminal is escaped: strings are the same to readers of
  /// JSON.
  static func of(_ value: some Encodable, pretty: Bool = false) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    guard let data = try? encoder.encode(value) else { return "null" }
    return escaped(String(decoding: data, as: UTF8.self))
  }

  /// JSON whose unsafe characters, which stand in strings only, are escapes.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: isEscaped) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      if isEscaped(scalar) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// JSON itself escapes the control characters below a space.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && Console.isUnsafe(scalar) || Console.isMark(scalar)
  }
}

/// One JSON object for the whole response.
struct JSONPrinter: ResponsePrinter {
  let explain: Bool
  let hasNotes = true

  func text(of response: SearchResponse, query: String) -> String {
    let json = ResponseJSON(
      query: query, understoodAs: response.reading, notes: response.notes,
      warnings: response.warnings.isEmpty ? nil : response.warnings,
      isPartial: response.warnings.isEmpty ? nil : true,
      suggestion: response.suggestion, total: response.total,
      totalMatchingAll: response.totalMatchingAll, milliseconds: response.milliseconds,
      hits: response.hits.map { HitJSON($0, explain: explain) },
      facets: response.facets.isEmpty
        ? nil
        : Dictionary(
          response.facets.map { ($0.field.rawValue, FacetJSON($0)) }, uniquingKeysWith: { $1 }))
    return JSONText.of(json, pretty: true) + "\n"
  }
}

/// One JSON object a hit, one a line, each with its query; behind the hits of a partial answer one that says so.
struct NDJSONPrinter: ResponsePrinter {
  let explain: Bool
  let hasNotes = false

  func text(of response: SearchResponse, query: String) -> String {
    var lines = response.hits.map { JSONText.of(HitJSON($0, query: query, explain: explain)) }
    if !response.warnings.isEmpty {
      lines.append(JSONText.of(Partial(query: query, warnings: response.warnings)))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private struct Partial: Encodable {
    var query: String
    var partial = true
    var warnings: [String]
  }
}
