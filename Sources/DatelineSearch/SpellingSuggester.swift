import DatelineAnalysis
import DatelineIndex

/// Finds what a query with words that no article has may have meant: "did you mean".
///
/// Candidates are the words of the index and the names of entities, by edit distance, then by the
/// number of articles.
struct SpellingSuggester {
  /// Words of a query that are looked at.
  static let mostWords = 8

  let snapshot: IndexSnapshot
  private let tokenizer = Tokenizer()

  init(snapshot: IndexSnapshot) {
    self.snapshot = snapshot
  }

  /// The query with its unknown words replaced; `nil` when there is nothing to say.
  /// - Complexity: O(postings of the terms with the same first letter) for each unknown word.
  func suggestion(for query: Query) throws -> Query? {
    let words = Self.words(of: query).prefix(Self.mostWords)
    let stems = try snapshot.tokenizer()
    var replacements: [String: String] = [:]
    for word in words where replacements[word] == nil {
      guard let token = single(word), let stem = stems.tokens(in: token).first?.term else {
        continue
      }
      if let better = try correction(of: token, stem: stem), better != token {
        replacements[word] = better
      }
    }
    return replacements.isEmpty ? nil : query.replacingWords(replacements)
  }

  private func single(_ word: String) -> String? {
    let tokens = tokenizer.tokens(of: word)
    // Pairs of characters are no words.
    return tokens.count == 1 && !CJKTerms.occur(in: tokens[0])
      && !StopWords.english.contains(tokens[0]) ? tokens[0] : nil
  }

  private func correction(of token: String, stem: String) throws -> String? {
    let limit = EditDistance.limit(for: token)
    // Long questions are made of known words: telling that must cost next to nothing.
    guard limit > 0, let first = token.first, try !snapshot.hasTerm(stem) else { return nil }
    // What was found under another spelling needs no suggestion.
    if try !FuzzyExpansion(snapshot: snapshot).spellings(of: token).isEmpty { return nil }
    let stems = try snapshot.tokenizer()
    for candidate in PlainLetters.candidates(for: token) {
      if let term = stems.tokens(in: candidate).first?.term, try snapshot.hasTerm(term) {
        return candidate
      }
    }
    var byToken = EditDistance(from: token, limit: limit)
    var byStem = EditDistance(from: stem, limit: limit)
    var best: (term: String, distance: Int, articles: Int)?
    try snapshot.forEachTerm(beginningWith: String(first)) { term, articles in
      // A misspelt ending may keep the stemmer from cutting it.
      guard
        let distance = [byStem.distance(to: term), byToken.distance(to: term)].compactMap({ $0 })
          .min()
      else { return }
      if let best, (distance, -articles) >= (best.distance, -best.articles) { return }
      best = (term, distance, articles)
    }
    let name = try nameWord(near: token, limit: limit)
    if let name, name.distance < best?.distance ?? .max { return name.word }
    guard let best else { return name?.word }
    return try snapshot.word(ofTerm: best.term) ?? name?.word
  }

  /// The word nearest to a token in the names of the entities that occur.
  private func nameWord(
    near token: String, limit: Int
  ) throws -> (word: String, distance: Int)? {
    var measure = EditDistance(from: token, limit: limit)
    var best: (word: String, distance: Int)?
    for name in try snapshot.entityNames() {
      for word in tokenizer.tokens(of: name) {
        if let distance = measure.distance(to: word), distance < best?.distance ?? .max {
          best = (word, distance)
        }
      }
    }
    return best
  }

  /// Words that were typed one by one, in order.
  private static func words(of query: Query) -> [String] {
    switch query {
    case .word(let word): [word]
    case .field(_, let inner), .required(let inner): words(of: inner)
    case .entity(let name, _): [name]
    case .words(let parts), .and(let parts), .or(let parts): parts.flatMap { words(of: $0) }
    case .phrase, .prefix, .fuzzy, .exact, .phrasePrefix, .near, .filter, .not, .everything: []
    }
  }
}

extension Query {
  /// The query with some of its words replaced by others.
  fileprivate func replacingWords(_ replacements: [String: String]) -> Query {
    func replaced(_ parts: [Query]) -> [Query] { parts.map { $0.replacingWords(replacements) } }
    return switch self {
    case .word(let word): .word(replacements[word] ?? word)
    case .entity(let name, let kind): .entity(replacements[name] ?? name, kind)
    case .field(let field, let inner): .field(field, inner.replacingWords(replacements))
    case .required(let inner): .required(inner.replacingWords(replacements))
    case .words(let parts): .words(replaced(parts))
    case .and(let parts): .and(replaced(parts))
    case .or(let parts): .or(replaced(parts))
    case .phrase, .prefix, .fuzzy, .exact, .phrasePrefix, .near, .filter, .not, .everything: self
    }
  }
}
