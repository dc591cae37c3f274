import DatelineAnalysis
import DatelineIndex

/// Words that may have been meant.
extension SpellingSuggester {
  /// Folded words typed beside one.
  struct Neighbours {
    var before: String?
    var behind: String?
  }

  /// A word of the index.
  struct Candidate {
    var word: String
    var distance: Int
    var articles: Int
  }

  /// Most terms of each distance whose words are looked up.
  private static let mostTerms = 8
  /// Letters that the stemmer may cut from the word that was meant.
  private static let longestCut = 4
  /// Letters of the shortest stem that is compared so.
  private static let shortestStem = 4
  /// Articles from which on two words are a pair.
  private static let fewPairs = 3

  /// The words near a token that begin with the same letter, nearest first.
  func candidates(
    near token: String, stem: String, first: Character, limit: Int, inArticles least: Int
  ) throws -> [Candidate] {
    var byToken = EditDistance(from: token, limit: limit)
    var byStem = EditDistance(from: stem, limit: limit)
    // Of the word that was meant the stemmer may have cut what it left of the misprint (`minist` of
    // `minister`, `minster`).
    var shortened = (1...Self.longestCut).filter { token.count - $0 >= Self.shortestStem }
      .map { EditDistance(from: String(token.dropLast($0)), limit: 1) }
    var terms: [[(term: String, articles: Int)]] = Array(repeating: [], count: limit + 2)
    try snapshot.forEachTerm(beginningWith: String(first)) { term in
      // A misspelt ending may keep the stemmer from cutting it.
      if term.elementsEqual(stem.utf8) { return }
      let distances = [byStem.distance(to: term), byToken.distance(to: term)].compactMap { $0 }
      if let distance = distances.min() {
        terms[distance].append((String(decoding: term, as: UTF8.self), 0))
      } else if shortened.indices.contains(where: { shortened[$0].distance(to: term) != nil }) {
        terms[limit + 1].append((String(decoding: term, as: UTF8.self), 0))
      }
    }
    var found: [Candidate] = []
    for (distance, var near) in terms.enumerated() {
      for index in near.indices {
        near[index].articles = try snapshot.articleCount(ofTerm: near[index].term)
      }
      near.removeAll { $0.articles < least }
      near.sort { ($0.articles, $1.term) > ($1.articles, $0.term) }
      for (term, articles) in near.prefix(Self.mostTerms) {
        guard let word = try snapshot.word(ofTerm: term) else { continue }
        // Of words the ending counts too: `minster` is as near to `minister` as to `monster`.
        guard let distance = byToken.distance(to: word) ?? (distance > limit ? nil : limit + 1)
        else { continue }
        found.append(Candidate(word: word, distance: distance, articles: articles))
      }
    }
    return found.sorted {
      ($0.distance, -$0.articles, $0.word) < ($1.distance, -$1.articles, $1.word)
    }
  }

  /// The word nearest to a token in the names of the entities that occur.
  /// - Parameters:
  ///   - neighbours: one of them must stand beside it in the name; `nil` for any name.
  ///   - least: how many articles must have it.
  func nameWord(
    near token: String, limit: Int, beside neighbours: Neighbours?, inArticles least: Int
  ) throws -> (word: String, distance: Int)? {
    if let neighbours, neighbours.before == nil, neighbours.behind == nil { return nil }
    let stems = try snapshot.tokenizer()
    var measure = EditDistance(from: token, limit: limit)
    var best: (word: String, distance: Int)?
    for name in try snapshot.entityNames() {
      let words = tokenizer.tokens(of: name)
      for (place, word) in words.enumerated() {
        if let neighbours {
          let isBehind = place > 0 && words[place - 1] == neighbours.before
          let isBefore = place + 1 < words.count && words[place + 1] == neighbours.behind
          guard isBehind || isBefore else { continue }
        }
        guard let distance = measure.distance(to: word), distance < best?.distance ?? .max else {
          continue
        }
        if least > 0, let term = stems.tokens(in: word).first?.term,
          try snapshot.articleCount(ofTerm: term) < least
        {
          continue
        }
        best = (word, distance)
      }
    }
    return best
  }

  /// The candidate that stands beside a neighbour in most articles, if it does in some.
  func commonPair(_ candidates: [Candidate], _ neighbours: Neighbours) throws -> String? {
    guard candidates.count > 1 else { return nil }
    var best: (word: String, articles: Int)?
    for candidate in candidates.prefix(Self.mostTerms) {
      let pairs = [
        neighbours.before.map { $0 + " " + candidate.word },
        neighbours.behind.map { candidate.word + " " + $0 },
      ].compactMap { $0 }.filter { !CJKTerms.occur(in: $0) }
      guard !pairs.isEmpty else { return nil }
      let counter = RowCounter()
      try snapshot.match(
        "{body title} : (" + pairs.map { "\"\($0)\"" }.joined(separator: " OR ") + ")",
        visitor: counter)
      if counter.count >= Self.fewPairs, counter.count > best?.articles ?? 0 {
        best = (candidate.word, counter.count)
      }
    }
    return best?.word
  }
}

/// Counts the rows of a match.
final class RowCounter: MatchVisitor {
  private(set) var count = 0
  func visit(_: MatchedRow) { count += 1 }
}
