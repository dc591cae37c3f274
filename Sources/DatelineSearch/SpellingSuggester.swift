import DatelineAnalysis
import DatelineIndex

/// Finds what a query with words that no article has may have meant, or hardly any while nearly all
/// have a word like it: "did you mean".
///
/// Candidates are the words of the index that begin with the same letter, those that differ in the
/// first letter alone, and the names of entities, by edit distance, then by the number of articles.
/// What makes a name or a common pair with the word beside it goes first.
struct SpellingSuggester {
  /// Words of a query that are looked at.
  static let mostWords = 8
  /// Articles from which on a word is taken as it is.
  static let fewArticles = 10
  /// How many times as many articles must have the word that is meant in place of one that is there.
  static let timesAsMany = 30

  let snapshot: IndexSnapshot
  let tokenizer = Tokenizer()

  init(snapshot: IndexSnapshot) {
    self.snapshot = snapshot
  }

  /// The query with its unknown words replaced; `nil` when there is nothing to say.
  /// - Complexity: O(terms with the same first letter, and postings of those that are near) for each
  ///   unknown word.
  func suggestion(for query: Query) throws -> Query? {
    let words = Array(Self.words(of: query).prefix(Self.mostWords))
    var replacements: [String: String] = [:]
    for (place, word) in words.enumerated() where replacements[word] == nil {
      guard let token = single(word) else { continue }
      let before = place > 0 ? tokenizer.tokens(of: words[place - 1]).last : nil
      let behind = place + 1 < words.count ? tokenizer.tokens(of: words[place + 1]).first : nil
      if let better = try correction(of: token, Neighbours(before: before, behind: behind)),
        better != token
      {
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

  private func correction(of token: String, _ neighbours: Neighbours) throws -> String? {
    let stems = try snapshot.tokenizer()
    guard let first = token.first, let stem = stems.tokens(in: token).first?.term else {
      return nil
    }
    // Long questions are made of known words: telling that must cost next to nothing.
    let articles = try snapshot.hasTerm(stem) ? snapshot.articleCount(ofTerm: stem) : 0
    guard articles < Self.fewArticles else { return nil }
    // A word that is there is taken for another one with more caution.
    let limit = min(EditDistance.limit(for: token), articles > 0 && token.count < 8 ? 1 : 2)
    guard limit > 0 else { return nil }
    // What was found under another spelling needs no suggestion.
    if try !FuzzyExpansion(snapshot: snapshot).spellings(of: token).isEmpty { return nil }
    if articles == 0 {
      for candidate in PlainLetters.candidates(for: token) {
        if let term = stems.tokens(in: candidate).first?.term, try snapshot.hasTerm(term) {
          return candidate
        }
      }
    }
    let least = articles * Self.timesAsMany
    if let name = try nameWord(near: token, limit: limit, beside: neighbours, inArticles: least) {
      return name.word
    }
    var candidates = try candidates(
      near: token, stem: stem, first: first, limit: limit, inArticles: max(1, least))
    if candidates.first?.distance ?? 2 > 1, let other = try otherFirstLetter(token),
      other.articles >= least, let word = try snapshot.word(ofTerm: other.term)
    {
      candidates.insert(Candidate(word: word, distance: 1, articles: other.articles), at: 0)
    }
    if let pair = try commonPair(candidates, neighbours) { return pair }
    let name = try nameWord(near: token, limit: limit, beside: nil, inArticles: least)
    if let name, name.distance < candidates.first?.distance ?? .max { return name.word }
    return candidates.first?.word
  }

  /// The term in most articles whose word differs from a token by an edit of its first letter: other
  /// terms begin with the same letter and are compared one by one, these are looked up.
  /// - Complexity: O(log terms) for each of 54 words in letters of ASCII.
  private func otherFirstLetter(
    _ token: String
  ) throws -> (term: String, distance: Int, articles: Int)? {
    let stems = try snapshot.tokenizer()
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(Unicode.Scalar($0)) }
    let rest = String(token.dropFirst())
    // In the place of the first letter, before it, without it, behind the second.
    var candidates = letters.map { $0 + rest } + letters.map { $0 + token } + [rest]
    if let second = rest.first, let first = token.first {
      candidates.append("\(second)\(first)" + rest.dropFirst())
    }
    var best: (term: String, distance: Int, articles: Int)?
    for candidate in candidates where candidate != token && candidate.count > 2 {
      guard let term = stems.tokens(in: candidate).first?.term, try snapshot.hasTerm(term) else {
        continue
      }
      let articles = try snapshot.articleCount(ofTerm: term)
      if articles > best?.articles ?? 0 { best = (term, 1, articles) }
    }
    return best
  }

  /// Words that were typed whole, in order.
  private static func words(of query: Query) -> [String] {
    switch query {
    case .word(let word): [word]
    case .field(_, let inner), .required(let inner): words(of: inner)
    case .entity(let name, _): [name]
    case .phrase(let text): text.split(separator: " ").map(String.init)
    case .near(let parts, _): parts.flatMap { $0.split(separator: " ").map(String.init) }
    case .words(let parts), .and(let parts), .or(let parts): parts.flatMap { words(of: $0) }
    case .prefix, .fuzzy, .exact, .phrasePrefix, .filter, .not, .everything: []
    }
  }
}

extension Query {
  /// The query with some of its words replaced by others.
  fileprivate func replacingWords(_ replacements: [String: String]) -> Query {
    func replaced(_ parts: [Query]) -> [Query] { parts.map { $0.replacingWords(replacements) } }
    func replaced(_ text: String) -> String {
      text.split(separator: " ", omittingEmptySubsequences: false)
        .map { replacements[String($0)] ?? String($0) }.joined(separator: " ")
    }
    return switch self {
    case .word(let word): .word(replacements[word] ?? word)
    case .entity(let name, let kind): .entity(replacements[name] ?? name, kind)
    case .field(let field, let inner): .field(field, inner.replacingWords(replacements))
    case .required(let inner): .required(inner.replacingWords(replacements))
    case .words(let parts): .words(replaced(parts))
    case .and(let parts): .and(replaced(parts))
    case .or(let parts): .or(replaced(parts))
    case .phrase(let text): .phrase(replaced(text))
    case .near(let parts, let distance): .near(parts.map { replaced($0) }, distance: distance)
    case .prefix, .fuzzy, .exact, .phrasePrefix, .filter, .not, .everything: self
    }
  }
}
