package import DatelineAnalysis
package import DatelineCore
package import DatelineIndex
import Foundation

/// A query made ready for an engine elsewhere, which holds the terms of the same analyzer but not the file.
///
/// What only a file can answer is in ``obstacles``.
package struct RemoteQuery {
  /// An expression and its phrases, which it numbers.
  package typealias Matching = (expression: MatchExpression, phrases: [MatchExpression.Phrase])

  /// A condition on articles apart from their words.
  package enum Condition: Sendable, Equatable {
    /// One of the outlets with these names, as typed.
    case source([String])
    /// One of the sections.
    case section([String])
    /// One of the languages, by code or English name.
    case language([String])
    /// Dates from the first string on and before the second, as ISO 8601 texts compare.
    case published(from: String?, before: String?)
  }

  /// The articles to find; `nil` for all.
  package private(set) var positive: Matching?
  /// Articles that are left out.
  package private(set) var negative: Matching?
  /// Conditions that must hold, and those that must not.
  package private(set) var conditions: [(condition: Condition, isNegated: Bool)] = []
  /// Identifiers of entities that the query names, for boosts.
  package private(set) var entities: [String] = []
  /// Entities whose articles gain or lose: identifier and factor of their scores.
  package private(set) var factors: [(entity: String, factor: Double)] = []
  /// Words, phrases and entities that are ranked.
  package var conceptCount: Int { plan.concepts.count }
  /// Whether articles with some of the words only are found too.
  package private(set) var isWidened = false
  /// Whether articles with all words come first.
  package private(set) var prefersAll = false
  /// Whether there was something to search for that cannot be searched for: nothing is found.
  package private(set) var isUnusable = false
  /// The query as understood, for people.
  package private(set) var reading = ""
  /// Remarks for people.
  package private(set) var notes: [String] = []
  /// Why it cannot be answered without the file, and what to write instead; empty when it can.
  package private(set) var obstacles: [String] = []

  private let plan: QueryPlan
  private let gazetteer: Gazetteer

  /// Plans a request.
  /// - Parameter cutter: gives the terms of words.
  package init(_ request: SearchRequest, gazetteer: Gazetteer, cutter: TermCutter) {
    let query = QueryParser.parse(request.query)
    var settings = QueryPlanner.Settings()
    settings.match = request.match
    settings.hasLead = true
    // Without an index nothing is read, so that nothing fails.
    settings.variants =
      (try? FuzzyExpansion(stock: cutter.stock).variants(in: query).variants) ?? [:]
    plan = QueryPlanner.plan(query, gazetteer: gazetteer, settings: settings)
    self.gazetteer = gazetteer
    isWidened = plan.isWidened
    prefersAll =
      request.match == .auto && plan.isWidened
      && plan.concepts.count <= SearchExecution.mostPreferringAll
    isUnusable = plan.isUnusable && !request.query.allSatisfy(\.isWhitespace)
    // Spellings that no article may have say nothing to people.
    settings.variants = [:]
    reading = QueryPlanner.plan(query, gazetteer: gazetteer, settings: settings).reading
    notes = plan.notes
    entities = plan.concepts.compactMap(\.entity)
    positive = parse(plan.positive)
    negative = parse(plan.negative ?? plan.excluded)
    addConditions(request)
    obstacles += Self.obstacles(query)
    if plan.hasCondition || !plan.subtracted.isEmpty, obstacles.isEmpty {
      obstacles.append(
        "the query needs a look at the texts, which a cluster cannot give; write its words without "
          + "=, title:, body: or lead:")
    }
    if request.preferences.isExpanded {
      obstacles.append("--expand needs the words of the file; leave it out")
    }
    for factor in request.preferences.entityFactors {
      if let position = gazetteer.position(named: factor.name) {
        factors.append((gazetteer.entities[position].id, factor.factor))
      } else {
        notes.append("no entity is called “\(factor.name)”; it gains nothing")
      }
    }
    if request.explain { obstacles.append("--explain needs a file; leave it out") }
  }

  /// What a text is shown with: the same snippets as from a file.
  package func snippets(with cutter: TermCutter) -> RemoteSnippets {
    RemoteSnippets(
      SnippetGenerator(tokenizer: cutter.stock, gazetteer: gazetteer, concepts: plan.concepts))
  }

  private mutating func parse(_ text: String?) -> Matching? {
    guard let text else { return nil }
    if let parsed = MatchExpression.parse(text) { return parsed }
    obstacles.append("the query nests too deep for a cluster; write it with fewer brackets")
    return nil
  }

  private mutating func addConditions(_ request: SearchRequest) {
    var filters = plan.filters
    filters += request.sources.map {
      ArticleFilter(condition: .source($0), isNegated: false, reading: "")
    }
    if request.since != nil || request.until != nil {
      filters.append(
        ArticleFilter(
          condition: .published(from: request.since, before: request.until.map(DateBound.after)),
          isNegated: false, reading: ""))
    }
    var names: [String: [String]] = [:]
    for filter in filters {
      if !filter.isNegated, let (kind, value) = filter.alternative {
        names[kind, default: []].append(value)
      } else {
        conditions.append((Self.condition(filter.condition), filter.isNegated))
      }
    }
    for (kind, values) in names.sorted(by: { $0.key < $1.key }) {
      let condition: Condition =
        switch kind {
        case "source": .source(values)
        case "section": .section(values)
        default: .language(values)
        }
      conditions.append((condition, false))
    }
  }

  private static func condition(_ condition: ArticleFilter.Condition) -> Condition {
    switch condition {
    case .source(let name): .source([name])
    case .section(let name): .section([name])
    case .language(let name): .language([name])
    case .published(let from, let before): .published(from: from, before: before)
    }
  }

  /// The parts of a query that need the file.
  private static func obstacles(_ query: Query) -> [String] {
    switch query {
    case .fuzzy(let word, _):
      ["\(query) needs the words of the file; write \(word)* or list spellings with OR"]
    case .exact: ["\(query) needs the texts of the file; write the words without ="]
    case .field(let field, let inner):
      CJKTerms.occur(in: inner.description)
        ? [
          "\(query): \(field.rawValue): with Chinese, Japanese or Korean words cannot be asked of a "
            + "cluster; write \(inner)"
        ]
        : obstacles(inner)
    case .required(let inner), .not(let inner): obstacles(inner)
    case .words(let parts), .and(let parts), .or(let parts): parts.flatMap(obstacles)
    default: []
    }
  }
}

/// Marks matches and cuts snippets of texts that came from elsewhere. Not thread-safe.
package struct RemoteSnippets {
  private let generator: SnippetGenerator

  init(_ generator: SnippetGenerator) { self.generator = generator }

  /// A headline with its matches marked.
  package func highlight(_ text: String) -> Snippet { generator.highlight(text) }

  /// The best passages of a text, at most `fragments`.
  package func snippets(of text: String, fragments: Int) -> [Snippet] {
    fragments > 0 ? generator.snippets(of: text, fragments: fragments) : []
  }
}

/// Names of outlets, sections and languages that a filter means.
package struct RemoteNames {
  private let filter: NameFilter

  /// - Parameter known: the names that there are.
  package init(known: [String]) { filter = NameFilter(known: known) }

  /// The names that a person means by one.
  package func names(matching name: String) -> [String] { filter.names(matching: name) }

  /// The codes of languages that a code or an English name stands for.
  package func languages(matching name: String) -> [String] { filter.languages(matching: name) }
}
