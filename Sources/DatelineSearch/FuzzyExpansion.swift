import DatelineAnalysis
import DatelineIndex

/// Replaces fuzzy words by the words of the index that are near them.
struct FuzzyExpansion {
  /// Most words that stand for one; nearer ones and those in more articles go first.
  static let mostWords = 12

  let snapshot: IndexSnapshot
  private let tokenizer = Tokenizer()

  init(snapshot: IndexSnapshot) { self.snapshot = snapshot }

  /// The query with every fuzzy word as an OR of words; others are left as they are.
  /// - Complexity: O(postings of the terms with the same first letter) a fuzzy word.
  func expand(_ query: Query) throws -> Query {
    func expanded(_ parts: [Query]) throws -> [Query] { try parts.map { try expand($0) } }
    switch query {
    case .fuzzy(let word, let distance): return try words(near: word, distance)
    case .field(let field, let inner): return .field(field, try expand(inner))
    case .required(let inner): return .required(try expand(inner))
    case .not(let inner): return .not(try expand(inner))
    case .words(let parts): return .words(try expanded(parts))
    case .and(let parts): return .and(try expanded(parts))
    case .or(let parts): return .or(try expanded(parts))
    default: return query
    }
  }

  private func words(near word: String, _ distance: Int) throws -> Query {
    let tokens = tokenizer.tokens(of: word)
    guard tokens.count == 1, let token = tokens.first, !CJKTerms.occur(in: token),
      let first = token.first,
      let stem = try snapshot.tokenizer().tokens(in: token).first?.term
    else { return .phrase(word) }
    var byToken = EditDistance(from: token, limit: distance)
    var byStem = EditDistance(from: stem, limit: distance)
    var found: [(term: String, distance: Int, articles: Int)] = []
    try snapshot.forEachTerm(beginningWith: String(first)) { term, articles in
      let distances = [byToken.distance(to: term), byStem.distance(to: term)].compactMap { $0 }
      if let distance = distances.min() { found.append((term, distance, articles)) }
    }
    found.sort { ($0.distance, -$0.articles, $0.term) < ($1.distance, -$1.articles, $1.term) }
    var words: [String] = []
    for candidate in found.prefix(Self.mostWords) {
      // Terms of entities stand in no text and have no word. A term may be near where its word,
      // with the ending that the stemmer cut, is not.
      if let word = try snapshot.word(ofTerm: candidate.term), !words.contains(word),
        candidate.term == stem || byToken.distance(to: word) != nil
      {
        words.append(word)
      }
    }
    switch words.count {
    case 0: return .phrase(word)
    case 1: return .phrase(words[0])
    default: return .or(words.map { .phrase($0) })
    }
  }
}
