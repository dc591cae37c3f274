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
  /// Fields by which all articles that match are counted.
  public var facets: [Facet.Field]
  /// Most values of each of these fields.
  public var facetLimit: Int
  /// How recent articles are preferred, and whom, and whether related words count.
  public var preferences: Preferences

  /// Wishes for the ranking that go beyond the query. The default is none.
  public struct Preferences: Sendable, Equatable {
    /// Days after which the gain of a recent article has halved; `nil` for no gain.
    ///
    /// Ages are counted from the latest article of the file.
    public var recencyHalfLife: Double?
    /// Factors for entities by name (`nato`, `Donald Trump`): what the query says of them counts as
    /// many times as much; articles about others that it does not name gain (or lose, below 1).
    public var entityFactors: [EntityFactor]
    /// Whether words that are typical of the best articles count too (relevance feedback, RM3).
    public var isExpanded: Bool

    /// An entity and its factor.
    public struct EntityFactor: Sendable, Equatable {
      /// Identifier or name of the entity.
      public var name: String
      /// Factor, 0 or more.
      public var factor: Double

      /// Creates a factor.
      public init(name: String, factor: Double) {
        self.name = name
        self.factor = factor
      }
    }

    /// Creates wishes.
    public init(
      recencyHalfLife: Double? = nil, entityFactors: [EntityFactor] = [], isExpanded: Bool = false
    ) {
      self.recencyHalfLife = recencyHalfLife
      self.entityFactors = entityFactors
      self.isExpanded = isExpanded
    }
  }

  /// Creates a request.
  public init(
    query: String, since: String? = nil, until: String? = nil, sources: [String] = [],
    limit: Int = 10, offset: Int = 0, sort: Sort = .relevance, match: Match = .auto,
    fragments: Int = 3, explain: Bool = false, facets: [Facet.Field] = [], facetLimit: Int = 10,
    preferences: Preferences = Preferences()
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
    self.facets = facets
    self.facetLimit = facetLimit
    self.preferences = preferences
  }
}
