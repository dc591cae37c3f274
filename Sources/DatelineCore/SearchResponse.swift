/// A piece of text with the parts to highlight.
public struct Snippet: Sendable, Hashable, Codable {
  /// The text, on one line.
  public var text: String
  /// Ranges to highlight, as offsets in Unicode scalars of ``text``: ascending, disjoint.
  public var highlights: [Range<Int>]

  /// Creates a snippet.
  public init(text: String, highlights: [Range<Int>]) {
    self.text = text
    self.highlights = highlights
  }

  /// The text cut into plain and highlighted pieces.
  public var pieces: [(text: String, isHighlighted: Bool)] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [(String, Bool)] = []
    var position = 0
    func piece(_ range: Range<Int>) -> String {
      var result = String.UnicodeScalarView()
      result.append(contentsOf: scalars[range])
      return String(result)
    }
    for range in highlights where range.lowerBound >= position && range.upperBound <= scalars.count
    {
      if range.lowerBound > position { pieces.append((piece(position..<range.lowerBound), false)) }
      pieces.append((piece(range), true))
      position = range.upperBound
    }
    if position < scalars.count { pieces.append((piece(position..<scalars.count), false)) }
    return pieces
  }
}

/// Why a hit has its score.
public struct Explanation: Sendable, Hashable, Codable {
  /// What one part of the query contributed.
  public struct Part: Sendable, Hashable, Codable {
    /// The part as read (`word cyber`, `entity NATO`).
    public var name: String
    /// Articles that have it.
    public var documentFrequency: Double
    /// Inverse document frequency.
    public var idf: Double
    /// Weighted, length-normalised frequency in this article.
    public var frequency: Double
    /// Occurrences in the title (entities: weight in mentions).
    public var title: Double
    /// Occurrences in the lead.
    public var lead: Double
    /// Occurrences in the rest of the body.
    public var body: Double
    /// Factor for entities and repeated words.
    public var weight: Double
    /// Contribution to the score.
    public var score: Double

    enum CodingKeys: String, CodingKey {
      case name, idf, frequency, title, lead, body, weight, score
      case documentFrequency = "document_frequency"
    }

    /// Creates a part.
    public init(
      name: String, documentFrequency: Double, idf: Double, frequency: Double, title: Double,
      lead: Double, body: Double, weight: Double, score: Double
    ) {
      self.name = name
      self.documentFrequency = documentFrequency
      self.idf = idf
      self.frequency = frequency
      self.title = title
      self.lead = lead
      self.body = body
      self.weight = weight
      self.score = score
    }
  }

  /// Contributions of the parts of the query.
  public var parts: [Part]
  /// Factor for the share of the query that matched; 1 when nothing is taken off.
  public var coverage: Double
  /// Addition for words that stand close together.
  public var proximity: Double
  /// Addition for words in the very form that was typed.
  public var exactForms: Double
  /// Addition for recent articles.
  public var recency: Double
  /// Additions for entities that the request prefers and the query does not name.
  public var boosts: [Part]

  /// The score that is explained: the sum of the parts times the coverage, and the additions.
  public var total: Double {
    let base = parts.reduce(0) { $0 + $1.score } * coverage
    return base + boosts.reduce(0) { $0 + $1.score } + recency + (proximity + exactForms)
  }

  enum CodingKeys: String, CodingKey {
    case parts, coverage, proximity, recency, boosts
    case exactForms = "exact_forms"
  }

  /// Creates an explanation.
  public init(
    parts: [Part], coverage: Double, proximity: Double, exactForms: Double = 0,
    recency: Double = 0, boosts: [Part] = []
  ) {
    self.parts = parts
    self.coverage = coverage
    self.proximity = proximity
    self.exactForms = exactForms
    self.recency = recency
    self.boosts = boosts
  }
}

/// One article of a result.
public struct Hit: Sendable, Equatable {
  /// Place in the result, from 1.
  public var rank: Int
  /// Row number of the article.
  public var id: Int64
  /// Identity of the article.
  public var key: String
  /// Score; larger is better, 0 where nothing was ranked.
  public var score: Double
  /// Whether the article has every word of the query.
  public var matchesAll: Bool
  /// Headline.
  public var title: Snippet
  /// Outlet.
  public var source: String?
  /// ISO 8601 date or date and time.
  public var published: String?
  /// Address.
  public var url: String?
  /// Canonical names of the entities, most mentioned first.
  public var entities: [String]
  /// Fragments of the text with the matches.
  public var snippets: [Snippet]
  /// Why the score is what it is, when asked for.
  public var explanation: Explanation?

  /// Creates a hit.
  public init(
    rank: Int, id: Int64, key: String, score: Double, matchesAll: Bool, title: Snippet,
    source: String?, published: String?, url: String?, entities: [String], snippets: [Snippet],
    explanation: Explanation?
  ) {
    self.rank = rank
    self.id = id
    self.key = key
    self.score = score
    self.matchesAll = matchesAll
    self.title = title
    self.source = source
    self.published = published
    self.url = url
    self.entities = entities
    self.snippets = snippets
    self.explanation = explanation
  }
}

/// Result of a search.
public struct SearchResponse: Sendable, Equatable {
  /// The query as it was understood.
  public var reading: String
  /// Remarks for the reader: parts of the query that were left out, and why.
  public var notes: [String]
  /// What is missing in the answer, and why: a part of the articles could not be searched. Empty when the
  /// answer is whole.
  public var warnings: [String]
  /// A query with other words that would find more, where little or nothing was found.
  public var suggestion: String?
  /// Number of articles that match.
  public var total: Int
  /// Number of articles that match every word; equal to ``total`` unless the query was widened.
  public var totalMatchingAll: Int
  /// The hits asked for.
  public var hits: [Hit]
  /// All articles that match, counted by the fields asked for, in that order.
  public var facets: [Facet]
  /// Time from request to response in milliseconds.
  public var milliseconds: Double

  /// Creates a response.
  public init(
    reading: String, notes: [String], warnings: [String] = [], suggestion: String? = nil,
    total: Int, totalMatchingAll: Int, hits: [Hit], facets: [Facet] = [], milliseconds: Double
  ) {
    self.reading = reading
    self.notes = notes
    self.warnings = warnings
    self.suggestion = suggestion
    self.total = total
    self.totalMatchingAll = totalMatchingAll
    self.hits = hits
    self.facets = facets
    self.milliseconds = milliseconds
  }
}

/// Something that answers searches.
public protocol SearchEngine {
  /// What goes wrong.
  associatedtype Failure: Error

  /// Answers a request. No query text is an error.
  func search(_ request: SearchRequest) throws(Failure) -> SearchResponse
}
