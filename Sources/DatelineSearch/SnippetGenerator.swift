import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// Cuts the passages of a text that show best why it was found, and marks the matches.
///
/// Terms come from the index's own tokenizer, so that what matched is what is marked (stems,
/// accents); a phrase is marked as a whole, an entity wherever a name of it stands.
struct SnippetGenerator {
  /// Tokens in a fragment, about.
  static let fragmentLength = 30
  /// Bytes of a text that are looked at: a book among the articles must not stall a search.
  static let longestText = 1 << 20

  /// Something to look for: a run of terms.
  private struct Pattern {
    var concept: Int
    var terms: [String]
    var lastIsPrefix: Bool
    var exact: ExactForm?
  }

  /// A match in a text.
  private struct Match {
    var concept: Int
    var tokens: Range<Int>
  }

  private let tokenizer: StockTokenizer
  private let gazetteer: Gazetteer
  private let conceptCount: Int
  private var patterns: [String: [Pattern]] = [:]
  private var prefixPatterns: [Pattern] = []
  private var entities: [Int: Int] = [:]

  init(tokenizer: StockTokenizer, gazetteer: Gazetteer, concepts: [QueryPlan.Concept]) {
    self.tokenizer = tokenizer
    self.gazetteer = gazetteer
    conceptCount = concepts.count
    for (index, concept) in concepts.enumerated() {
      if let id = concept.entity, let position = gazetteer.position(ofID: id) {
        entities[position] = index
      }
      let terms = tokenizer.tokens(in: concept.tokens.joined(separator: " ")).map(\.term)
      guard let first = terms.first else { continue }
      let pattern = Pattern(
        concept: index, terms: terms, lastIsPrefix: concept.isPrefix,
        exact: concept.exact)
      if terms.count == 1 && concept.isPrefix {
        prefixPatterns.append(pattern)
      } else {
        patterns[first, default: []].append(pattern)
      }
    }
  }

  /// A short text (a headline) with its matches marked.
  func highlight(_ text: String) -> Snippet {
    let tokens = tokenizer.tokens(in: text)
    let matches = self.matches(tokens, text)
    return snippet(text, tokens, 0..<tokens.count, matches, isWhole: true)
  }

  /// The best passages of a text in their order, at most `fragments`; its beginning when nothing in
  /// it matches.
  /// - Complexity: O(bytes), up to ``longestText``.
  func snippets(of text: String, fragments: Int) -> [Snippet] {
    let text = shortened(text)
    let tokens = tokenizer.tokens(in: text)
    if tokens.isEmpty { return [] }
    let matches = self.matches(tokens, text)
    var windows: [Range<Int>] = []
    var seen = Set<Int>()
    while windows.count < fragments {
      guard let window = bestWindow(matches, tokens, text, avoiding: windows, seen: seen) else {
        break
      }
      windows.append(window)
      for match in matches where window.contains(match.tokens.lowerBound) {
        seen.insert(match.concept)
      }
    }
    if windows.isEmpty { windows = [0..<min(tokens.count, Self.fragmentLength)] }
    return windows.sorted { $0.lowerBound < $1.lowerBound }
      .map { snippet(text, tokens, $0, matches, isWhole: false) }
  }

  private func shortened(_ text: String) -> String {
    guard text.utf8.count > Self.longestText else { return text }
    let end = text.utf8.index(text.startIndex, offsetBy: Self.longestText)
    return String(decoding: text.utf8[..<end], as: UTF8.self)
  }

  private func matches(_ tokens: [StockTokenizer.Token], _ text: String) -> [Match] {
    var found: [Match] = []
    for index in tokens.indices {
      var best: Match?
      for pattern in patterns[tokens[index].term] ?? [] {
        guard self.matches(pattern, tokens, index, text) else { continue }
        let length = pattern.terms.count
        if length > best?.tokens.count ?? 0 {
          best = Match(concept: pattern.concept, tokens: index..<index + length)
        }
      }
      if best == nil {
        for pattern in prefixPatterns where tokens[index].term.hasPrefix(pattern.terms[0]) {
          best = Match(concept: pattern.concept, tokens: index..<index + 1)
        }
      }
      if let best { found.append(best) }
    }
    if !entities.isEmpty { found.append(contentsOf: entityMatches(tokens, text)) }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func matches(
    _ pattern: Pattern, _ tokens: [StockTokenizer.Token], _ start: Int, _ text: String
  ) -> Bool {
    guard start + pattern.terms.count <= tokens.count else { return false }
    for (offset, term) in pattern.terms.enumerated() {
      let isLast = offset == pattern.terms.count - 1
      let token = tokens[start + offset].term
      if isLast && pattern.lastIsPrefix ? !token.hasPrefix(term) : token != term { return false }
      if let exact = pattern.exact,
        !exact.matches(text.slice(tokens[start + offset].range).utf8, at: offset)
      {
        return false
      }
    }
    return true
  }

  private func entityMatches(_ tokens: [StockTokenizer.Token], _ text: String) -> [Match] {
    var tagger = EntityTagger(gazetteer: gazetteer)
    var found: [Match] = []
    var index = 0
    for match in tagger.matches(in: text) {
      guard let concept = entities[match.entity] else { continue }
      while index < tokens.count, tokens[index].range.lowerBound < match.range.lowerBound {
        index += 1
      }
      var end = index
      while end < tokens.count, tokens[end].range.upperBound <= match.range.upperBound { end += 1 }
      if end > index { found.append(Match(concept: concept, tokens: index..<end)) }
    }
    return found
  }

  /// The window with the most different concepts, then the most matches, then the earliest.
  private func bestWindow(
    _ matches: [Match], _ tokens: [StockTokenizer.Token], _ text: String,
    avoiding windows: [Range<Int>], seen: Set<Int>
  ) -> Range<Int>? {
    var best: (score: Double, window: Range<Int>)?
    for (index, match) in matches.enumerated() {
      let window = self.window(around: match, tokens, text)
      if windows.contains(where: { $0.overlaps(window) }) { continue }
      var concepts = Set<Int>()
      var score = 0.0
      for other in matches[index...] {
        guard other.tokens.upperBound <= window.upperBound else { break }
        if concepts.insert(other.concept).inserted {
          score += seen.contains(other.concept) ? 1 : 4
        } else {
          score += 0.25
        }
        score += Double(other.tokens.count - 1)
      }
      if score > best?.score ?? 0 { best = (score, window) }
    }
    return best?.window
  }

  /// About ``fragmentLength`` tokens from the beginning of the sentence, if that is near.
  private func window(
    around match: Match, _ tokens: [StockTokenizer.Token], _ text: String
  ) -> Range<Int> {
    var start = match.tokens.lowerBound
    let earliest = max(0, start - Self.fragmentLength / 3)
    while start > earliest {
      if text.endsSentence(tokens[start - 1].range.upperBound..<tokens[start].range.lowerBound) {
        break
      }
      start -= 1
    }
    let end = max(start + Self.fragmentLength, match.tokens.upperBound)
    return start..<min(end, tokens.count)
  }

  private func snippet(
    _ text: String, _ tokens: [StockTokenizer.Token], _ window: Range<Int>, _ matches: [Match],
    isWhole: Bool
  ) -> Snippet {
    let bytes = text.utf8.count
    guard !window.isEmpty else { return Snippet(text: isWhole ? text : "", highlights: []) }
    let reachesEnd = window.upperBound == tokens.count
    let start = isWhole || window.lowerBound == 0 ? 0 : tokens[window.lowerBound].range.lowerBound
    var end = reachesEnd ? bytes : tokens[window.upperBound - 1].range.upperBound
    if !reachesEnd { end = text.includingPunctuation(after: end) }
    var builder = SnippetBuilder()
    if start > 0 { builder.append("…") }
    var position = start
    for match in matches
    where match.tokens.lowerBound >= window.lowerBound
      && match.tokens.upperBound <= window.upperBound
    {
      let first = tokens[match.tokens.lowerBound].range
      let last = tokens[match.tokens.upperBound - 1].range
      let range = text.includingFinalDot(first.lowerBound..<last.upperBound)
      // Overlapping matches: the part not yet marked.
      let from = max(range.lowerBound, position)
      guard from < range.upperBound, from == range.lowerBound else { continue }
      builder.append(text.slice(position..<from))
      builder.appendHighlight(text.slice(range))
      position = range.upperBound
    }
    builder.append(text.slice(position..<end))
    if end < bytes { builder.append("…") }
    return builder.snippet
  }
}

/// Collects the text of a snippet on one line, counting scalars.
private struct SnippetBuilder {
  private var scalars = String.UnicodeScalarView()
  private var count = 0
  private var highlights: [Range<Int>] = []

  mutating func append(_ text: Substring) {
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029
      {
        if scalars.last == " " || count == 0 { continue }
        scalars.append(" ")
      } else {
        scalars.append(scalar)
      }
      count += 1
    }
  }

  mutating func append(_ text: String) { append(text[...]) }

  mutating func appendHighlight(_ text: Substring) {
    let start = count
    append(text)
    if count > start { highlights.append(start..<count) }
  }

  var snippet: Snippet { Snippet(text: String(scalars), highlights: highlights) }
}

extension String {
  /// The text of a range of UTF-8 offsets.
  fileprivate func slice(_ range: Range<Int>) -> Substring {
    guard range.lowerBound < range.upperBound else { return "" }
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// Whether the text between two tokens ends a sentence or a paragraph.
  fileprivate func endsSentence(_ gap: Range<Int>) -> Bool {
    let gap = slice(gap)
    if gap.contains("\n") { return true }
    return gap.contains { $0 == "." || $0 == "!" || $0 == "?" || $0 == "。" }
      && gap.contains { $0 == " " || $0 == "。" }
  }

  /// The range with the dot behind it when it is an acronym written with dots (`N.A.T.O.`).
  fileprivate func includingFinalDot(_ range: Range<Int>) -> Range<Int> {
    let bytes = utf8
    let end = bytes.index(startIndex, offsetBy: range.upperBound)
    guard end < endIndex, bytes[end] == UInt8(ascii: "."), range.count >= 3 else { return range }
    let letters = slice(range).utf8
    let isAcronym = letters.enumerated().allSatisfy { offset, byte in
      offset % 2 == 1 ? byte == UInt8(ascii: ".") : (0x41...0x5A).contains(byte)
    }
    return isAcronym ? range.lowerBound..<range.upperBound + 1 : range
  }

  /// The offset behind the punctuation that closes a token.
  fileprivate func includingPunctuation(after offset: Int) -> Int {
    var end = offset
    for byte in utf8[utf8.index(startIndex, offsetBy: offset)...].prefix(2) {
      guard
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"")
          || byte == UInt8(ascii: "'")
      else { break }
      end += 1
    }
    return end
  }
}
