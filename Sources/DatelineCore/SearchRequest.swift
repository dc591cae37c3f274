/// What to search for and how much of the result to return.
public struct SearchRequest: Sendable, Equatable {
  /// Order of the hits.
  public enum Sort: String, Sendable, CaseIterable, Codable {
    /// Best first.
    case relevance
    /// Latest first; undated articles last.
    case date
  }

  /// How many of the words of a query an article must have.
  public enum Match: String, Sendable, CaseIterable, Codable {
    /// Articles with all words first when the query is short, then those with some.
    case auto
    /// All words.
    case all
    /// Any of the words, ranked.
    case any
  }

  /// The query as typed; every string has a reading.
  public var query: String
  /// First date included, a prefix of ISO 8601 (`2016`, `2016-05`, `2016-05-04`).
  public var since: String?
  /// Last date included, a prefix of ISO 8601.
  public var until: String?
  /// Outlets to search; empty for all.
  public var sources: [String]
  /// Most hits to return.
  public var limit: Int
  /// Hits to skip.
  public var offset: Int
  /// Order of the hits.
  public var sort: Sort
  /// How many of the words an article must have.
  public var match: Match
  /// Most fragments in a snippet; 0 for no snippets.
  public var fragments: Int
  /// Whether to explain each score.
  public var explain: Bool

  /// Creates a request.
  public init(
    query: String, since: String? = nil, until: String? = nil, sources: [String] = [],
    limit: Int = 10, offset: Int = 0, sort: Sort = .relevance, match: Match = .auto,
    fragments: Int = 3, explain: Bool = false
  ) {
    self.query = query
    self.since = since
    self.until = until
    self.sources = sources
    self.limit = limit
    self.offset = offset
    self.sort = sort
    self.match = match
    self.fragments = fragments
    self.explain = explain
  }
}
