import DatelineAnalysis
import DatelineIndex
import Foundation

/// Finds the words of the index that are near the fuzzy words of a query.
struct FuzzyExpansion {
  /// A word of the index for a fuzzy one.
  struct Variant: Equatable {
    var word: String
    /// How much an occurrence counts: half for each letter that differs.
    var weight: Double
  }

  /// Most words that stand for one; nearer ones and those in more articles go first.
  static let mostWords = 12
  /// Most fuzzy words of a query that are looked up; each is compared with many terms.
  static let mostFuzzy = 16
  /// Most words of a query for which other spellings are looked up: as many as can be ranked.
  static let mostSpelled = QueryPlanner.mostConcepts

  /// The index; without one nothing is known of its words, and each spelling may be one of them.
  let snapshot: IndexSnapshot?
  /// Spellings that were found before in the same file, by the word.
  let known: [String: [Variant]]
  let tokenizer = Tokenizer()
  let stock: StockTokenizer

  init(snapshot: IndexSnapshot, known: [String: [Variant]] = [:]) throws {
    self.snapshot = snapshot
    self.known = known
    stock = try snapshot.tokenizer()
  }

  /// Spellings for an index that cannot be asked.
  init(stock: StockTokenizer) {
    snapshot = nil
    known = [:]
    self.stock = stock
  }

  /// What was found for the words of a query.
  private struct Collected {
    var variants: [String: [Variant]] = [:]
    var fuzzy = 0
    var spelled: [String: [Variant]] = [:]
  }

  /// The words for each fuzzy word of a query, by how it prints, nearest first, and the spellings of
  /// words that can be written in another way; the spellings of each word also by the word itself. Fuzzy words
  /// behind the first ``mostFuzzy`` have no entry.
  /// - Complexity: O(terms with the same first letter, and postings of those that are near) a fuzzy word.
  func variants(
    in query: Query
  ) throws -> (variants: [String: [Variant]], spellings: [String: [Variant]]) {
    var collected = Collected()
    try collect(query, &collected)
    return (collected.variants, collected.spelled)
  }

  private func collect(_ query: Query, _ collected: inout Collected) throws {
    switch query {
    case .fuzzy(let word, let distance):
      let name = query.description
      guard collected.variants[name] == nil, collected.fuzzy < Self.mostFuzzy else { return }
      collected.fuzzy += 1
      collected.variants[name] = try words(near: word, distance)
    case .field(_, let inner), .required(let inner), .not(let inner):
      try collect(inner, &collected)
    case .words(let parts), .and(let parts), .or(let parts):
      for part in parts { try collect(part, &collected) }
    case .word(let word):
      guard collected.spelled.count < Self.mostSpelled, collected.spelled[word] == nil
      else { return }
      let spellings = try known[word] ?? spellings(of: word)
      collected.spelled[word] = spellings
      if !spellings.isEmpty { collected.variants[query.description] = spellings }
    case .phrase, .prefix, .phrasePrefix, .near, .exact, .entity, .filter, .everything: break
    }
  }

  private func words(near word: String, _ distance: Int) throws -> [Variant] {
    let tokens = tokenizer.tokens(of: word)
    guard let snapshot, tokens.count == 1, let token = tokens.first, !CJKTerms.occur(in: token),
      let first = token.first,
      let stem = stock.tokens(in: token).first?.term
    else { return [] }
    var byToken = EditDistance(from: token, limit: distance)
    var byStem = EditDistance(from: stem, limit: distance)
    var found: [(term: String, distance: Int, articles: Int)] = []
    try snapshot.forEachTerm(beginningWith: String(first)) { term in
      let distances = [byToken.distance(to: term), byStem.distance(to: term)].compactMap { $0 }
      if let distance = distances.min() {
        found.append((String(decoding: term, as: UTF8.self), distance, 0))
      }
    }
    for index in found.indices {
      found[index].articles = try snapshot.articleCount(ofTerm: found[index].term)
    }
    found.removeAll { $0.articles == 0 }
    found.sort { ($0.distance, -$0.articles, $0.term) < ($1.distance, -$1.articles, $1.term) }
    var words: [Variant] = []
    for candidate in found.prefix(Self.mostWords) {
      // Terms of entities stand in no text and have no word. A term may be near where its word,
      // with the ending that the stemmer cut, is not.
      if let word = try snapshot.word(ofTerm: candidate.term),
        !words.contains(where: { $0.word == word }),
        candidate.term == stem || byToken.distance(to: word) != nil
      {
        words.append(Variant(word: word, weight: pow(0.5, Double(candidate.distance))))
      }
    }
    return words
  }
}
