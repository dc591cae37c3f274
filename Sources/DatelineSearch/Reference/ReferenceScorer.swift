import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation

/// The ranking stated plainly, from the texts alone: the oracle that faster scorers are tested
/// against. Nothing here is made to be fast.
///
/// The score of an article for a query of concepts (words, phrases, entities) is
///
///     coverage * sum of weight * idf * saturate(tf')  +  boosts + recency
///
/// - `tf'`: the concept's occurrences in title, lead (first 60 tokens) and rest of the body, each
///   times the field's weight and divided by `1 - b + b * length / average length`; an entity's are
///   its mentions (1 for a name, .7 for a demonym, .3 for a stand-in), or the words typed for it
///   where these are more.
/// - `saturate(x) = x * (k1 + 1) / (x + k1)`.
/// - `idf = ln(1 + (N - df + .5) / (df + .5))`; an entity's `df` is the geometric mean of the
///   articles that name it and those that mention it in any way.
/// - `coverage = (idf of what matched / idf of all) ^ g` with `g` the weight of coverage times
///   `clamp((6 - n) / 4, 0, 1)` for `n` concepts, only where the query names an entity.
/// - `boosts`: for entities that the request prefers with factor `f`, `(f - 1) * idf * saturate`.
/// - `recency`: the weight of recency times the mean idf times `2 ^ (-age / half-life)`, the age in
///   days before the latest article.
///
/// The 100 best by that, and only they, then gain
///
/// - `proximity`: for neighbouring concepts, its weight times the smaller idf times `saturate(t)`, t
///   the sum of 1 / distance² over their occurrences at most 8 tokens apart;
/// - `exact forms`: for each word, its weight times what the word would bring by its occurrences in
///   the form typed, among title and first 300 tokens of the body.
///
/// NEAR is matched by FTS5 alone and not known here, nor is what a query excludes.
struct ReferenceScorer {
  /// A ranked article.
  struct Ranked {
    var id: Int64
    var matchesAll: Bool
    var explanation: Explanation
    var score: Double { explanation.total }
  }

  let documents: [ReferenceDocument]
  var formula = RankingFormula()
  /// Half-life of the gain of recent articles, in days.
  var recencyHalfLife: Double?
  let tokenizer: StockTokenizer
  /// Folds words without stemming them.
  let words = Tokenizer()
  private let averageTitle: Double
  private let averageLead: Double
  private let averageRest: Double

  init(documents: [ReferenceDocument], tokenizer: StockTokenizer) {
    self.documents = documents
    self.tokenizer = tokenizer
    func average(_ length: (ReferenceDocument) -> Double) -> Double {
      max(1, documents.reduce(0) { $0 + length($1) } / Double(max(documents.count, 1)))
    }
    averageTitle = average { Double($0.title.count) }
    averageLead = average { $0.leadLength }
    averageRest = average { $0.bodyLength - $0.leadLength }
  }

  /// All articles that a plan finds, best first.
  func ranked(_ plan: QueryPlan, prefersAll: Bool = false) -> [Ranked] {
    let frequency = plan.concepts.map { documentFrequency(of: $0) }
    let idf = frequency.map { RankingFormula.idf(documentFrequency: $0, count: documents.count) }
    var found: [Ranked] = []
    for document in documents {
      let occurrences = plan.concepts.map { self.occurrences(of: $0, in: document) }
      let matched = occurrences.map { !$0.isEmpty }
      guard plan.condition.isMet(by: matched) else { continue }
      let parts = plan.concepts.indices.map {
        part(
          plan.concepts[$0].name, frequency[$0], occurrences[$0], plan.concepts[$0].weight,
          document)
      }
      let asked = plan.concepts.indices.filter { !plan.concepts[$0].isExpansion }
      let all = asked.reduce(0) { $0 + idf[$1] }
      let share = asked.reduce(0) { $0 + (matched[$1] ? idf[$1] : 0) }
      let power = plan.hasEntity ? formula.coveragePower(concepts: asked.count) : 0
      found.append(
        Ranked(
          id: document.id, matchesAll: plan.requirement.isMet(by: matched),
          explanation: Explanation(
            parts: parts, coverage: power == 0 || all == 0 ? 1 : pow(share / all, power),
            proximity: 0, recency: recency(document, all / Double(max(asked.count, 1))),
            boosts: boosts(plan, document))))
    }
    sort(&found, prefersAll)
    for place in found.indices.prefix(SearchExecution.rescored) {
      guard let document = documents.first(where: { $0.id == found[place].id }) else { continue }
      found[place].explanation.proximity = proximity(plan, idf, document)
      found[place].explanation.exactForms = exactForms(plan, idf, document)
    }
    let end = min(found.count, SearchExecution.rescored)
    var head = Array(found[..<end])
    sort(&head, prefersAll)
    return head + found[end...]
  }

  private func sort(_ ranked: inout [Ranked], _ prefersAll: Bool) {
    ranked.sort {
      if prefersAll, $0.matchesAll != $1.matchesAll { return $0.matchesAll }
      return ($0.score, $1.id) > ($1.score, $0.id)
    }
  }

  private func part(
    _ name: String, _ documentFrequency: Double, _ found: Scorer.Occurrences, _ weight: Double,
    _ document: ReferenceDocument
  ) -> Explanation.Part {
    let idf = RankingFormula.idf(documentFrequency: documentFrequency, count: documents.count)
    let frequency = self.frequency(found, document)
    return Explanation.Part(
      name: name, documentFrequency: documentFrequency, idf: idf, frequency: frequency,
      title: found.title, lead: found.lead, body: found.rest, weight: weight,
      score: weight * idf * formula.saturate(frequency))
  }

  func frequency(_ found: Scorer.Occurrences, _ document: ReferenceDocument) -> Double {
    func part(
      _ count: Double, _ field: RankingFormula.Field, _ length: Double, _ average: Double
    ) -> Double {
      field.weight * count / max(1 - field.b + field.b * length / average, 1e-6)
    }
    return part(found.title, formula.title, Double(document.title.count), averageTitle)
      + part(found.lead, formula.lead, document.leadLength, averageLead)
      + part(found.rest, formula.rest, document.bodyLength - document.leadLength, averageRest)
  }

  private func documentFrequency(of concept: QueryPlan.Concept) -> Double {
    if let entity = concept.entity { return documentFrequency(ofEntity: entity) }
    if concept.hasAlternatives {
      let sum = concept.alternatives.reduce(0) { $0 + documentFrequency(of: $1) }
      return min(sum, Double(documents.count))
    }
    var anywhere = concept
    anywhere.exact = nil
    if anywhere.scope == .lead { anywhere.scope = .body }
    // The index cannot tell the CJK terms of titles from those of texts.
    if anywhere.isCJK { anywhere.scope = .text }
    return Double(documents.count { !occurrences(of: anywhere, in: $0).isEmpty })
  }

  private func documentFrequency(ofEntity entity: String) -> Double {
    let mentions = documents.compactMap { $0.mentions[entity] }
    let named = mentions.count { $0.title + $0.lead + $0.rest >= 1 }
    return (Double(named) * Double(mentions.count)).squareRoot()
  }

  private func boosts(
    _ plan: QueryPlan, _ document: ReferenceDocument
  ) -> [Explanation.Part] {
    plan.boosts.compactMap { boost in
      document.mentions[boost.entity].map {
        part(boost.name, documentFrequency(ofEntity: boost.entity), $0, boost.weight, document)
      }
    }
  }

  private func recency(_ document: ReferenceDocument, _ meanIDF: Double) -> Double {
    guard let recencyHalfLife, let day = document.day,
      let latest = documents.compactMap(\.day).max()
    else { return 0 }
    return formula.recency * meanIDF * exp2(-Double(latest - day) / recencyHalfLife)
  }
}
