import DatelineCore
import DatelineIndex
import Foundation

/// What an engine keeps of its file in memory, for as long as nobody else writes to it.
struct IndexMemory {
  private var version: Int64?
  private(set) var lengths = FieldLengths(leadLength: 0)
  private(set) var formula = RankingFormula()
  /// Remarks on the file that go with every answer.
  private(set) var notes: [String] = []
  /// Most frequencies that are remembered.
  private static let mostFrequencies = 100_000

  /// Frequencies counted by earlier queries, by ``QueryPlan/Concept/phraseText``.
  private var frequencies: [String: Int] = [:]
  /// Terms found for beginnings of words, by the folded beginning.
  private(set) var prefixes: [String: [PrefixExpansion.Form]] = [:]
  /// Most beginnings that are remembered.
  private static let mostPrefixes = 1000
  /// Other spellings found for words, by the word.
  private(set) var spellings: [String: [FuzzyExpansion.Variant]] = [:]
  /// Most words whose spellings are remembered.
  private static let mostSpellings = 10_000
  /// Occurrences in the form that was typed, by the form and where it counts.
  private var forms: [FormKey: FormValues] = [:]
  /// Most of them.
  private static let mostForms = 1000
  /// Suggestions for queries, by the query; those without one have an entry too.
  private var suggestions: [String: String?] = [:]
  /// Most of them.
  private static let mostSuggestions = 1000
  /// Queries that were prepared last.
  var prepared = PreparedQueries()
  private var days: PublicationDays?
  private var facetColumns: [Facet.Field: FacetColumn] = [:]
  private var frequencyCache = FrequencyCache()
  /// Of words that have no list in memory.
  var bestArticles = BestArticlesCache()
  private var sums: ScoreSums?

  /// Reads anew what another connection may have changed.
  mutating func update(_ snapshot: IndexSnapshot) throws {
    let current = snapshot.version
    if current == version { return }
    lengths = try snapshot.fieldLengths()
    let (weights, unusable) = try snapshot.rankingWeights()
    formula = RankingFormula(weights)
    notes = unusable.map {
      "the weight \($0) in the table ranking has no meaning; the usual ones are taken"
    }
    prepared = PreparedQueries()
    frequencies.removeAll()
    frequencyCache = FrequencyCache()
    bestArticles = BestArticlesCache()
    sums = nil
    prefixes.removeAll()
    spellings.removeAll()
    forms.removeAll()
    suggestions.removeAll()
    days = nil
    facetColumns.removeAll()
    version = current
  }

  /// Remembers frequencies for later queries; all others are forgotten when these become too many.
  mutating func remember(_ counted: [String: Int]) {
    if frequencies.count + counted.count > Self.mostFrequencies { frequencies.removeAll() }
    frequencies.merge(counted) { _, new in new }
  }

  /// Remembers the terms for beginnings of words in the same way.
  mutating func remember(_ found: [String: [PrefixExpansion.Form]]) {
    if prefixes.count + found.count > Self.mostPrefixes { prefixes.removeAll() }
    prefixes.merge(found) { _, new in new }
  }

  /// Remembers the spellings of words in the same way.
  mutating func remember(spellings found: [String: [FuzzyExpansion.Variant]]) {
    if spellings.count + found.count > Self.mostSpellings { spellings.removeAll() }
    spellings.merge(found) { _, new in new }
  }

  /// What a query may have meant, see ``SpellingSuggester``.
  mutating func suggestion(for query: Query, _ snapshot: IndexSnapshot) throws -> String? {
    let key = query.description
    if let known = suggestions[key] { return known }
    if suggestions.count >= Self.mostSuggestions { suggestions.removeAll() }
    let made = try SpellingSuggester(snapshot: snapshot).suggestion(for: query)?.description
    suggestions[key] = .some(made)
    return made
  }

  private struct FormKey: Hashable {
    var form: PreferredForm
    var scope: QueryPlanner.Scope
  }

  /// What is known of a form in which words were typed.
  mutating func values(of form: PreferredForm, in scope: QueryPlanner.Scope) -> FormValues {
    let key = FormKey(form: form, scope: scope)
    if let known = forms[key] { return known }
    if forms.count >= Self.mostForms { forms.removeAll() }
    let made = FormValues()
    forms[key] = made
    return made
  }

  /// What is known of the forms of concepts; `nil` for those without one.
  mutating func formValues(of concepts: [QueryPlan.Concept]) -> [FormValues?] {
    concepts.map { concept in
      concept.preferred.map { values(of: $0, in: concept.scope) }
    }
  }

  /// What is known of the frequencies of concepts.
  func frequencies(of concepts: [QueryPlan.Concept]) -> [String: Int] {
    var known: [String: Int] = [:]
    for concept in concepts { known[concept.phraseText] = frequencies[concept.phraseText] }
    return known
  }

  /// Mentions of an entity.
  mutating func mentions(
    ofEntity id: String, _ snapshot: IndexSnapshot
  ) throws -> EntityMentions {
    try frequencyCache.mentions(ofEntity: id, snapshot, articles: lengths.count)
  }

  /// Whether the frequencies of a concept are in memory.
  func hasFrequencies(of concept: QueryPlan.Concept) -> Bool {
    frequencyCache.hasFrequencies(of: concept)
  }

  /// Whether a query has wanted the frequencies of a concept that were not made, see ``rememberWanted(_:)``.
  func wereWanted(_ concept: QueryPlan.Concept) -> Bool { frequencyCache.wereWanted(concept) }

  /// Remembers that frequencies of a concept were wanted and not made.
  mutating func rememberWanted(_ concept: QueryPlan.Concept) {
    frequencyCache.rememberWanted(concept)
  }

  /// What frequencies are computed with.
  var frequencyTable: FrequencyTable {
    mutating get { frequencyCache.table(formula, lengths) }
  }

  /// Frequencies that are in memory.
  func frequencies(under key: QueryPlan.Concept.FrequencyKey) -> ConceptFrequencies? {
    frequencyCache.frequencies(under: key)
  }

  /// Frequencies of concepts, `nil` where they are counted in each article.
  mutating func conceptFrequencies(
    of concepts: [QueryPlan.Concept], _ snapshot: IndexSnapshot
  ) throws -> [ConceptFrequencies?] {
    try concepts.map { try frequencyCache.frequencies(of: $0, snapshot, formula, lengths) }
  }

  /// Room for the scores of all articles.
  mutating func scoreSums() -> ScoreSums {
    let room = sums ?? ScoreSums(count: lengths.count)
    sums = room
    return room
  }

  /// The values of a field in the rows of ``lengths``; read when first asked for.
  mutating func facetColumn(
    _ field: Facet.Field, _ snapshot: IndexSnapshot
  ) throws -> FacetColumn {
    if let known = facetColumns[field] { return known }
    let read = try snapshot.facetColumn(field, lengths)
    facetColumns[field] = read
    return read
  }

  /// Days of publication in the rows of ``lengths``; read when first asked for.
  mutating func publicationDays(_ snapshot: IndexSnapshot) throws -> PublicationDays {
    if let days { return days }
    let today = Int32(clamping: Int(Date().timeIntervalSince1970 / 86_400))
    let read = try snapshot.publicationDays(lengths, today: today)
    days = read
    return read
  }
}
