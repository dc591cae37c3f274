import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation

/// One request answered from one snapshot: from the plan to the page of hits.
struct SearchExecution {
  /// Hits of which the closeness and the exact forms of words are taken into account.
  static let rescored = 100
  /// Most concepts of a query for which articles with all of them come first in `auto`.
  static let mostPreferringAll = 2
  /// Articles that are given as hits, at most.
  private static let most = 1 << 40

  let request: SearchRequest
  let snapshot: IndexSnapshot
  let gazetteer: Gazetteer
  let formula: RankingFormula
  let lengths: FieldLengths

  /// What was found.
  struct Found {
    var page: [TopHits.Candidate] = []
    var total = 0
    var totalMatchingAll = 0
    var explanations: [Int64: Explanation] = [:]
    var notes: [String] = []
    /// The articles that match, where they are needed.
    var rows: RowSet?
    /// The plan as it was followed, with related words where these were asked for.
    var plan: QueryPlan
  }

  /// Plans a query as the request wants it.
  func plan(_ query: Query, _ memory: inout IndexMemory) throws -> QueryPlan {
    var settings = QueryPlanner.Settings()
    settings.match = request.match
    settings.hasCJKTerms = snapshot.hasCJKTerms
    settings.entityWeight = formula.entityWeight
    var unknown: [String] = []
    var factors: [(entity: Entity, factor: Double)] = []
    for factor in request.preferences.entityFactors {
      if let position = gazetteer.position(named: factor.name) {
        factors.append((gazetteer.entities[position], factor.factor))
      } else {
        unknown.append("no entity is called “\(factor.name)”; it gains nothing")
      }
    }
    settings.factors = Dictionary(
      factors.map { ($0.entity.id, $0.factor) }, uniquingKeysWith: { $1 })
    let expansion = try FuzzyExpansion(snapshot: snapshot, known: memory.spellings)
    let (variants, spellings) = try expansion.variants(in: query)
    settings.variants = variants
    memory.remember(spellings: spellings)
    settings.prefixes = try PrefixExpansion(snapshot: snapshot, known: memory.prefixes)
      .forms(in: query)
    memory.remember(settings.prefixes)
    var plan = QueryPlanner.plan(query, gazetteer: gazetteer, settings: settings)
    plan.notes += unknown
    let named = Set(plan.concepts.compactMap(\.entity))
    for (entity, factor) in factors where factor != 1 && !named.contains(entity.id) {
      plan.boosts.removeAll { $0.entity == entity.id }
      plan.boosts.append(
        QueryPlan.Boost(entity: entity.id, name: "entity \(entity.name)", weight: factor - 1))
    }
    return plan
  }

  /// Reads and plans the query, or takes it as it was prepared before.
  func prepare(_ memory: inout IndexMemory) throws -> PreparedQuery {
    if let known = memory.prepared.find(request) { return known }
    let query = QueryParser.parse(request.query)
    let made = PreparedQuery(query, try plan(query, &memory))
    memory.prepared.remember(made, for: request)
    return made
  }

  /// Finds, scores and orders.
  func run(_ prepared: PreparedQuery, _ memory: inout IndexMemory) throws -> Found {
    var plan = prepared.plan
    if let word = prepared.word, let ranked = try rank(word, &memory) {
      return Found(
        page: ranked.hits, total: ranked.total,
        totalMatchingAll: word.matchesAll ? ranked.total : 0, plan: plan)
    }
    var found = Found(plan: plan)
    var filter = try allowedRows(plan, &found.notes)
    try narrow(&filter, to: plan, &found.notes, &memory)
    if plan.expression == nil {
      // There may have been text, but nothing in it that can be searched for.
      if plan.isUnusable, !request.query.allSatisfy(\.isWhitespace) { return found }
      return try listAll(plan, filter, found)
    }
    let prefersAll = prefersAll(plan)
    if request.preferences.isExpanded {
      plan = try expanded(plan, prefersAll: prefersAll, filter, &memory)
      found.plan = plan
    }
    return try rank(plan, prefersAll: prefersAll, filter, found, &memory)
  }

  private func prefersAll(_ plan: QueryPlan) -> Bool {
    request.match == .auto && plan.isWidened && plan.concepts.count <= Self.mostPreferringAll
  }

  private func expanded(
    _ plan: QueryPlan, prefersAll: Bool, _ filter: RowSet?, _ memory: inout IndexMemory
  ) throws -> QueryPlan {
    guard let expression = plan.expression else { return plan }
    let scorer = try score(
      plan, expression, allowed: filter, &memory, capacity: Self.rescored, prefersAll: prefersAll)
    let best = scorer.hits(rescored: Self.rescored, wanted: Self.rescored) { _ in 0 }
    return try QueryExpansion(snapshot: snapshot, formula: formula, articles: lengths.count)
      .expanded(plan, from: best)
  }

  /// The hits of a query that is one word, without all that others need.
  /// - Returns: `nil` where that cannot be done.
  func rank(
    _ word: PreparedQuery.Word, _ memory: inout IndexMemory
  ) throws -> (hits: [TopHits.Candidate], total: Int)? {
    guard request.isPlain, let ranking = ranking(word, memory) else { return nil }
    let offset = max(0, request.offset)
    guard offset <= Self.rescored, request.limit <= Self.rescored else { return nil }
    let known = word.form.map { memory.values(of: $0, in: word.scope) }
    var forms = word.form.flatMap { form in
      known.map { PreferredFormScorer(form, in: word.scope, $0, formula, lengths) }
    }
    let best = try ranking.best(offset + max(0, request.limit), known) { id, row in
      try forms?.value(of: id, row, snapshot) ?? 0
    }
    return best.map { (offset == 0 ? $0 : Array($0.dropFirst(offset)), ranking.total) }
  }

  private func ranking(_ word: PreparedQuery.Word, _ memory: IndexMemory) -> WordRanking? {
    if let list = memory.frequencies(under: word.key) {
      return WordRanking(word, list, formula, lengths)
    }
    return memory.bestArticles[word.key].map { WordRanking(word, $0, formula, lengths) }
  }

  private func rank(
    _ plan: QueryPlan, prefersAll: Bool, _ filter: RowSet?, _ before: Found,
    _ memory: inout IndexMemory
  ) throws -> Found {
    guard let expression = plan.expression else { return before }
    var found = before
    let wanted =
      min(max(0, request.offset), Self.most) + min(max(0, request.limit), Self.most)
    let byDate = request.sort == .date
    let scorer = try score(
      plan, expression, allowed: filter, &memory, capacity: byDate ? 1 : max(wanted, Self.rescored),
      prefersAll: prefersAll,
      purpose: byDate ? .rows : request.facets.isEmpty ? .best : .bestAndRows)
    found.total = scorer.total
    found.totalMatchingAll = scorer.totalMatchingAll
    found.rows = scorer.rows?.found
    if byDate {
      found.page = try pageByDate(scorer, plan, prefersAll: prefersAll)
    } else {
      var forms = PreferredFormScorer(scorer)
      let hits = try scorer.hits(rescored: Self.rescored, wanted: wanted) { candidate in
        try forms?.score(of: candidate.articleID, snapshot) ?? 0
      }
      found.page = Array(hits.dropFirst(max(0, request.offset)).prefix(max(0, request.limit)))
    }
    if request.explain, !found.page.isEmpty {
      let explainer = try score(
        plan, expression, allowed: filter, &memory, capacity: 1, prefersAll: prefersAll,
        explained: Set(found.page.map(\.articleID)))
      found.explanations = explainer.explanations
      for hit in found.page {
        found.explanations[hit.articleID]?.proximity = hit.proximity
        found.explanations[hit.articleID]?.exactForms = hit.addition
      }
    }
    return found
  }

  func input(
    _ plan: QueryPlan, allowed: RowSet?, usesLists: Bool, _ memory: inout IndexMemory
  ) throws -> Scorer.Input {
    var recency: Scorer.Recency?
    if let halfLife = request.preferences.recencyHalfLife {
      recency = Scorer.Recency(
        days: try memory.publicationDays(snapshot), halfLife: max(halfLife, 0.01))
    }
    return Scorer.Input(
      plan: plan, formula: formula, lengths: lengths,
      mentions: try plan.concepts.map { concept in
        try concept.entity.map { try memory.mentions(ofEntity: $0, snapshot) }
      },
      boosted: try plan.boosts.map { try memory.mentions(ofEntity: $0.entity, snapshot) },
      recency: recency, allowed: allowed, knownFrequencies: memory.frequencies(of: plan.concepts),
      // All or none: a single concept that is counted in each article needs them visited.
      frequencies: usesLists ? try memory.conceptFrequencies(of: plan.concepts, snapshot) : [],
      forms: memory.formValues(of: plan.concepts))
  }

  /// Scores the articles of a plan.
  func score(
    _ plan: QueryPlan, _ expression: String, allowed: RowSet?, _ memory: inout IndexMemory,
    capacity: Int, prefersAll: Bool, purpose: Scorer.Purpose = .best, explained: Set<Int64> = []
  ) throws -> Scorer {
    if purpose == .best, explained.isEmpty, allowed == nil, capacity <= Scorer.mostFromBlocks,
      let scorer = try scoreBlocks(plan, &memory, capacity: capacity, prefersAll: prefersAll)
    {
      return scorer
    }
    if explained.isEmpty,
      let scorer = try scoreConjunction(
        plan, expression, allowed: allowed, &memory, capacity: capacity, prefersAll: prefersAll,
        purpose: purpose)
    {
      return scorer
    }
    let matcher = try snapshot.matcher(for: expression)
    var rows: [Int64]?
    let usesLists =
      try explained.isEmpty && plan.areInLists
      && matcher.map { try isWorthLists(plan, $0, &rows, &memory) } ?? false
    let scorer = Scorer(
      try input(plan, allowed: allowed, usesLists: usesLists, &memory), capacity: capacity,
      prefersAll: prefersAll, purpose: purpose, explained: explained)
    if let matcher, scorer.usesLists {
      try scorer.score(matcher) { memory.scoreSums() }
      return scorer
    }
    if let matcher {
      try matcher.show(rows ?? matcher.rows(), to: scorer)
    } else {
      try snapshot.match(expression, visitor: scorer)
    }
    memory.remember(scorer.frequencies)
    return scorer
  }

  /// Scores a query that is one word and nothing else, whose list is not in memory, by its champions, or by its blocks
  /// where the list was not wanted before.
  /// - Returns: `nil` where that cannot be done.
  private func scoreBlocks(
    _ plan: QueryPlan, _ memory: inout IndexMemory, capacity: Int, prefersAll: Bool
  ) throws -> Scorer? {
    guard plan.isOneWord, let concept = plan.concepts.first,
      request.preferences.recencyHalfLife == nil, !memory.hasFrequencies(of: concept),
      let word = try snapshot.wordBlocks(ofPhrase: concept.phraseText, formula, lengths)
    else { return nil }
    let scorer = Scorer(
      try input(plan, allowed: nil, usesLists: false, &memory), capacity: capacity,
      prefersAll: prefersAll)
    scorer.prepare(word)
    if let best = scorer.scoreChampions(word) {
      if capacity == Self.rescored, let key = concept.frequencyKey {
        memory.bestArticles.remember(best, under: key)
      }
      return scorer
    }
    guard !memory.wereWanted(concept), try scorer.scoreBlocks(word) else { return nil }
    memory.rememberWanted(concept)
    return scorer
  }

  /// Time for counting one concept in a row that is visited, beside that for a row of a list that is made.
  private static let visitCost = 3
  /// Rows of a list that is computed where it is looked at, in the time of one of a list that is made whole.
  private static let rowsInTime = 8

  /// Whether the frequencies of all concepts are in memory, or take less time to make than visiting the few
  /// rows that match; those of concepts that are asked for again are made in any case.
  /// - Parameter rows: the rows that match, where they were looked for.
  private func isWorthLists(
    _ plan: QueryPlan, _ matcher: PostingsMatcher, _ rows: inout [Int64]?,
    _ memory: inout IndexMemory
  ) throws -> Bool {
    let missing = plan.concepts.filter { !memory.hasFrequencies(of: $0) }
    if missing.isEmpty || matcher.onlyPhraseCount != nil { return true }
    let isRead = missing.contains(where: \.isReadInText)
    if !isRead, missing.allSatisfy({ memory.wereWanted($0) }) { return true }
    var postings = 0
    for concept in missing {
      let count = concept.phrases.reduce(0) {
        // What is near others has been looked for.
        concept.near == nil
          ? $0 + matcher.count(ofPhrase: $1)
          : $0 + (matcher.counts(ofPhrase: $1)?.articles.count ?? 0)
      }
      let isLazy =
        try concept.isWholePhrase
        && snapshot.hasBlocks(
          ofPhrase: concept.phraseText, formula, lengths)
      postings += isLazy ? count / Self.rowsInTime : count
    }
    // Where texts are read, that of most rows must be in any case.
    let cost = isRead ? 2 : Self.visitCost * plan.concepts.count
    if matcher.leastCount * cost >= postings { return true }
    let found = matcher.rows()
    if found.count * cost >= postings { return true }
    rows = found
    for concept in missing { memory.rememberWanted(concept) }
    return false
  }

  /// Rows that the filters let through; `nil` when nothing is filtered.
  private func allowedRows(_ plan: QueryPlan, _ notes: inout [String]) throws -> RowSet? {
    let filters = filters(plan)
    if filters.isEmpty { return nil }
    return try RowFilter(snapshot: snapshot, lengths: lengths).rows(filters, &notes)
  }

  /// The filters of a query and of its request.
  func filters(_ plan: QueryPlan) -> [ArticleFilter] {
    var filters = plan.filters
    for source in request.sources {
      filters.append(
        ArticleFilter(condition: .source(source), isNegated: false, reading: "source \(source)"))
    }
    if request.since != nil || request.until != nil {
      filters.append(
        ArticleFilter(
          condition: .published(from: request.since, before: request.until.map(DateBound.after)),
          isNegated: false, reading: ""))
    }
    return filters
  }
}

extension SearchRequest {
  /// Whether it asks for hits by their score and nothing else, of all articles.
  var isPlain: Bool {
    sort == .relevance && !explain && facets.isEmpty && sources.isEmpty && since == nil
      && until == nil && preferences.recencyHalfLife == nil && preferences.entityFactors.isEmpty
      && !preferences.isExpanded
  }
}
