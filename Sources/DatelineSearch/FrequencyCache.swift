import DatelineIndex

/// Frequencies of concepts and mentions of entities from recent queries, for one state of a file.
struct FrequencyCache {
  /// Most postings that are kept, 12 bytes each: so many, or so many for each article of the file.
  private static let most = 12_000_000
  private static let mostForEachArticle = 64

  private var frequencies: [QueryPlan.Concept.FrequencyKey: ConceptFrequencies] = [:]
  private var mentions: [String: EntityMentions] = [:]
  private var count = 0
  /// Keys of frequencies that were wanted and not made.
  private var wanted: Set<QueryPlan.Concept.FrequencyKey> = []
  /// Most of them.
  private static let mostWanted = 10_000
  private var table: FrequencyTable?

  /// Whether the frequencies of a concept are here.
  func hasFrequencies(of concept: QueryPlan.Concept) -> Bool {
    concept.frequencyKey.map { frequencies[$0] != nil } ?? false
  }

  /// The frequencies that are kept under a key.
  func frequencies(under key: QueryPlan.Concept.FrequencyKey) -> ConceptFrequencies? {
    frequencies[key]
  }

  /// Whether the frequencies of a concept were wanted before, and not made.
  func wereWanted(_ concept: QueryPlan.Concept) -> Bool {
    concept.frequencyKey.map { wanted.contains($0) } ?? false
  }

  /// Remembers that frequencies of a concept were wanted and not made.
  mutating func rememberWanted(_ concept: QueryPlan.Concept) {
    if wanted.count >= Self.mostWanted { wanted.removeAll() }
    if let key = concept.frequencyKey { wanted.insert(key) }
  }

  /// Mentions of an entity.
  /// - Parameter articles: number of all articles.
  mutating func mentions(
    ofEntity id: String, _ snapshot: IndexSnapshot, articles: Int
  ) throws -> EntityMentions {
    if let known = mentions[id] { return known }
    let read = try snapshot.mentions(ofEntity: id)
    makeRoom(for: read.articles.count, articles)
    mentions[id] = read
    return read
  }

  /// Frequencies of a concept; `nil` where they are counted in each article, or by FTS5.
  mutating func frequencies(
    of concept: QueryPlan.Concept, _ snapshot: IndexSnapshot, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) throws -> ConceptFrequencies? {
    guard let key = concept.frequencyKey else { return nil }
    if let known = frequencies[key] {
      known.isUsedAgain = true
      return known
    }
    guard
      let made = concept.hasWordsOfItsOwn
        ? try collected(concept, snapshot, formula, lengths)
        : try phrase(concept, snapshot, formula, lengths)
          ?? counted(concept, snapshot, formula, lengths)
    else { return nil }
    makeRoom(for: made.cost, lengths.count)
    frequencies[key] = made
    return made
  }

  /// What frequencies are computed with.
  mutating func table(_ formula: RankingFormula, _ lengths: FieldLengths) -> FrequencyTable {
    let table = self.table ?? FrequencyTable(formula, lengths.averages)
    self.table = table
    return table
  }

  /// From the postings of its phrase, of which all occurrences count.
  private mutating func phrase(
    _ concept: QueryPlan.Concept, _ snapshot: IndexSnapshot, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) throws -> ConceptFrequencies? {
    guard concept.isWholePhrase, let counts = try snapshot.counts(ofPhrase: concept.phraseText)
    else { return nil }
    return ConceptFrequencies(
      PhraseFrequencies(counts, formula, table(formula, lengths), lengths),
      try snapshot.frequencyBounds(ofPhrase: concept.phraseText, formula, lengths),
      lengths: lengths)
  }

  /// From the postings of its phrase, and the mentions of its entity.
  private mutating func counted(
    _ concept: QueryPlan.Concept, _ snapshot: IndexSnapshot, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) throws -> ConceptFrequencies? {
    if let near = concept.near { return try self.near(concept, near, snapshot, formula, lengths) }
    var counts: PhraseCounts?
    if !concept.phrases.isEmpty {
      guard let found = try snapshot.counts(ofPhrase: concept.phraseText) else { return nil }
      counts = found
    }
    let mentions = try concept.entity.map {
      try self.mentions(ofEntity: $0, snapshot, articles: lengths.count)
    }
    return ConceptFrequencies(
      ConceptOccurrences(counts, mentions: mentions, inLeadOnly: concept.scope == .lead),
      documentFrequency: mentions?.documentFrequency
        ?? Double(min(counts?.articles.count ?? 0, lengths.count)),
      formula: formula, lengths: lengths)
  }

  /// From the postings of its phrase near others.
  private func near(
    _ concept: QueryPlan.Concept, _ near: QueryPlan.Concept.Near, _ snapshot: IndexSnapshot,
    _ formula: RankingFormula, _ lengths: FieldLengths
  ) throws -> ConceptFrequencies? {
    guard let matcher = try snapshot.matcher(for: near.expression) else { return nil }
    return ConceptFrequencies(
      ConceptOccurrences(
        matcher.counts(ofPhrase: near.number), mentions: nil, inLeadOnly: concept.scope == .lead),
      // Wherever it stands, as for all words.
      documentFrequency: Double(min(matcher.count(ofPhrase: near.number), lengths.count)),
      formula: formula, lengths: lengths)
  }

  /// From the rows with its phrases, each looked at.
  private func collected(
    _ concept: QueryPlan.Concept, _ snapshot: IndexSnapshot, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) throws -> ConceptFrequencies? {
    guard concept.entity == nil, let matcher = try snapshot.matcher(for: concept.phraseText) else {
      return nil
    }
    let collector = OccurrenceCollector(concept)
    try matcher.run(collector)
    let phrases = concept.hasAlternatives ? Int32(concept.phrases.count) : 1
    let articles = (0..<phrases).reduce(0) { $0 + matcher.count(ofPhrase: $1) }
    return ConceptFrequencies(
      CollectedOccurrences(collector), documentFrequency: Double(min(articles, lengths.count)),
      formula: formula, lengths: lengths)
  }

  /// Forgets others until there is room, long lists first: short ones take little. Which ones is left to chance: of
  /// queries that are asked in turn and do not all fit, some are found then, where forgetting the oldest would find
  /// none.
  private mutating func makeRoom(for more: Int, _ articles: Int) {
    let most = max(Self.most, Self.mostForEachArticle * articles)
    // Some more than is needed now: each time goes over all lists.
    let least = most - most / 8
    while count + more > most, !frequencies.isEmpty {
      let average = frequencies.values.reduce(0) { $0 + $1.cost } / frequencies.count
      for (key, list) in frequencies.shuffled() where list.cost >= average {
        frequencies[key] = nil
        count -= list.cost
        if count + more <= least { break }
      }
    }
    while count + more > most, let (key, list) = mentions.randomElement() {
      mentions[key] = nil
      count -= list.articles.count
    }
    count += more
  }
}
