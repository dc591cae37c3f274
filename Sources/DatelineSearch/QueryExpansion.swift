import DatelineAnalysis
import DatelineIndex

/// Adds words that are typical of the best articles to a query: relevance feedback.
///
/// RM3: Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD", section 3; a word's weight is
/// the sum over the best articles of their share of the score times the word's share of the text.
/// Words in more than a tenth of all articles, or in one alone, say nothing and are left out.
struct QueryExpansion {
  /// Best articles that are looked at.
  static let articles = 10
  /// Words that are added.
  static let words = 20
  /// Bytes of a text that are looked at.
  private static let longestText = 1 << 16

  let snapshot: IndexSnapshot
  private let formula: RankingFormula
  private let articleCount: Int

  init(snapshot: IndexSnapshot, formula: RankingFormula, articles: Int) {
    self.snapshot = snapshot
    self.formula = formula
    articleCount = articles
  }

  /// A plan with the words added. Their share of the weight is ``RankingFormula/expansion``; where
  /// nothing but words and names was asked for, they find further articles.
  /// - Complexity: O(bytes of the articles, and postings of about 60 words).
  func expanded(_ plan: QueryPlan, from best: [TopHits.Candidate]) throws -> QueryPlan {
    let added = try typicalWords(plan, best.prefix(Self.articles))
    guard !added.isEmpty, let positive = plan.positive else { return plan }
    var plan = plan
    let total = plan.concepts.reduce(0) { $0 + $1.weight }
    for index in plan.concepts.indices { plan.concepts[index].weight *= 1 - formula.expansion }
    let sum = added.reduce(0) { $0 + $1.weight }
    // To rank and not to find, the expression stands twice: its phrases are numbered in both.
    var phrase = plan.positivePhrases * (plan.isExpandable ? 1 : 2)
    var texts: [String] = []
    for word in added {
      let text = "{body title} : \"\(word.word)\""
      texts.append(text)
      plan.concepts.append(
        QueryPlan.Concept(
          name: "related \(word.word)", phrases: [phrase], phraseText: text, entity: nil,
          tokens: [word.word], isPrefix: false,
          weight: formula.expansion * total * word.weight / sum,
          isExpansion: true, followsPrevious: false))
      phrase += 1
    }
    let related = texts.joined(separator: " OR ")
    if plan.isExpandable {
      plan.positive = "(\(positive)) OR \(related)"
      plan.isWidened = true
    } else {
      plan.positive = "(\(positive)) AND ((\(positive)) OR \(related))"
    }
    plan.positivePhrases = phrase
    plan.notes.append("related words count too: " + added.map(\.word).joined(separator: ", "))
    return plan
  }

  private func typicalWords(
    _ plan: QueryPlan, _ best: ArraySlice<TopHits.Candidate>
  ) throws -> [(word: String, weight: Double)] {
    let scores = best.reduce(0) { $0 + max(0, $1.score) }
    guard scores > 0 else { return [] }
    let stems = try snapshot.tokenizer()
    let tokenizer = Tokenizer()
    let asked = Set(
      plan.concepts.flatMap { stems.tokens(in: $0.tokens.joined(separator: " ")).map(\.term) })
    var weights: [String: Double] = [:]
    var words: [String: String] = [:]
    for candidate in best where candidate.score > 0 {
      guard let article = try snapshot.text(id: candidate.articleID) else { continue }
      let text = article.title + "\n" + article.body.prefix(utf8: Self.longestText)
      let tokens = stems.tokens(in: text)
      let folded = tokenizer.tokens(of: text)
      guard tokens.count == folded.count, !tokens.isEmpty else { continue }
      let share = candidate.score / scores / Double(tokens.count)
      for (token, word) in zip(tokens, folded) where Self.isWord(word) {
        weights[token.term, default: 0] += share
        if words[token.term] == nil { words[token.term] = word }
      }
    }
    let ranked = weights.filter { !asked.contains($0.key) }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    var result: [(word: String, weight: Double)] = []
    for (term, weight) in ranked.prefix(Self.words * 3) {
      let count = try snapshot.articleCount(ofTerm: term)
      guard count > 1, count * 10 <= articleCount, let word = words[term] else { continue }
      result.append((word, weight))
      if result.count == Self.words { break }
    }
    return result
  }

  /// Whether a folded token may stand for what an article is about.
  private static func isWord(_ token: String) -> Bool {
    (3...20).contains(token.utf8.count) && !StopWords.english.contains(token)
      && token.utf8.contains { $0 >= 0x61 }
  }
}

extension String {
  /// The text up to a number of UTF-8 bytes, cut between characters.
  fileprivate func prefix(utf8 limit: Int) -> Substring {
    guard utf8.count > limit else { return self[...] }
    var end = utf8.index(startIndex, offsetBy: limit)
    while String.Index(end, within: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end]
  }
}
