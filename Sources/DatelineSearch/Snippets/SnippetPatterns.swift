import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// Something to look for in a text: a run of terms of one concept.
struct SnippetPattern {
  /// Number of the concept in the plan.
  var concept: Int
  /// Terms as the index has them: folded and stemmed.
  var terms: [String]
  /// Beginning of the last word, folded, in the place of its term; `nil` when the word is whole.
  var beginning: [UInt8]?
  /// Words as they must stand; `nil` when any form counts.
  var exact: ExactForm?
  /// Whether only the lead of an article counts.
  var isLead: Bool
  /// The first term when its script has no spaces: it may stand inside a longer token, and the first
  /// of several at the end of one.
  var run: [UInt8]?
}

/// The part of an article a snippet is made from.
enum SnippetField {
  case title
  case body
}

/// All that is to be marked in one field, with a quick test that leaves out nearly all tokens.
struct SnippetPatterns {
  /// Patterns by their first term.
  private(set) var byFirstTerm: [String: [SnippetPattern]] = [:]
  /// Patterns that are nothing but the beginning of a term.
  private(set) var prefixes: [SnippetPattern] = []
  /// Patterns of scripts without spaces.
  private(set) var runs: [SnippetPattern] = []
  /// Concept of each entity, by its position in the gazetteer.
  private(set) var entities: [Int: Int] = [:]
  /// Tokens of the longest pattern.
  private(set) var longest = 1
  /// Concepts that can be found and were asked for.
  private(set) var concepts = Set<Int>()
  /// A bit for each pair of first bytes that a token of interest can have.
  private var pairs = [UInt64](repeating: 0, count: 1024)
  /// Whether a token of interest can begin with a byte.
  private var firsts = [Bool](repeating: false, count: 256)

  init(
    _ concepts: [QueryPlan.Concept], field: SnippetField, tokenizer: StockTokenizer,
    gazetteer: Gazetteer
  ) {
    for (index, concept) in concepts.enumerated() where concept.isSought(in: field) {
      if let id = concept.entity, let position = gazetteer.position(ofID: id) {
        entities[position] = index
        self.concepts.insert(index)
      }
      for variant in concept.variants {
        let terms = tokenizer.tokens(in: variant.word).map(\.term)
        guard !terms.isEmpty else { continue }
        add(
          SnippetPattern(
            concept: index, terms: terms, beginning: nil, exact: nil,
            isLead: concept.scope == .lead))
        self.concepts.insert(index)
      }
      if !concept.variants.isEmpty { continue }
      let terms = tokenizer.tokens(in: concept.tokens.joined(separator: " ")).map(\.term)
      guard !terms.isEmpty else { continue }
      var pattern = SnippetPattern(
        concept: index, terms: terms,
        beginning: concept.isPrefix ? concept.tokens.last.map { Array($0.utf8) } : nil,
        exact: concept.exact,
        isLead: concept.scope == .lead)
      if concept.exact == nil,
        terms[0].unicodeScalars.contains(where: { TextBytes.isUnspaced($0.value) })
      {
        pattern.run = Array(terms[0].utf8)
      }
      add(pattern)
      if !concept.isExpansion { self.concepts.insert(index) }
    }
  }

  private mutating func add(_ pattern: SnippetPattern) {
    longest = max(longest, pattern.terms.count)
    if pattern.run != nil {
      runs.append(pattern)
      return
    }
    if pattern.terms.count == 1, pattern.beginning != nil {
      prefixes.append(pattern)
    } else {
      byFirstTerm[pattern.terms[0], default: []].append(pattern)
    }
    // A stem begins with the first two bytes of its word, but for a `y` that became `i`; a stem of
    // one byte (`ied`) can come from any word with that byte.
    let isBeginning = pattern.terms.count == 1 && pattern.beginning != nil
    let bytes = (isBeginning ? pattern.beginning : nil) ?? Array(pattern.terms[0].utf8)
    if bytes.count == 1 {
      for second in 0...UInt8.max { mark(bytes[0], second) }
    } else {
      mark(bytes[0], bytes[1])
      if bytes[1] == UInt8(ascii: "i") { mark(bytes[0], UInt8(ascii: "y")) }
    }
  }

  private mutating func mark(_ first: UInt8, _ second: UInt8) {
    firsts[Int(first)] = true
    let pair = Int(first) << 8 | Int(second)
    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// Whether a pattern may begin with a token, from its first bytes, not yet folded.
  @inline(__always)
  func mayBegin(with token: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = token[0]
    let second = token.count > 1 ? token[1] : 0
    // Letters become small, digits stay.
    if first < 0x80 {
      if second >= 0x80 { return firsts[Int(first | 0x20)] }
      return isMarked(first | 0x20, second == 0 ? 0 : second | 0x20)
    }
    let folded = FoldTable.unicode61[TextBytes.scalar(token, at: 0).value]
    switch folded {
    case 0..<0x80: return firsts[Int(folded)]
    case 0x80..<0x800: return isMarked(UInt8(0xC0 | folded >> 6), UInt8(0x80 | folded & 0x3F))
    case 0x800..<0x10000:
      return isMarked(UInt8(0xE0 | folded >> 12), UInt8(0x80 | folded >> 6 & 0x3F))
    default: return isMarked(UInt8(0xF0 | folded >> 18 & 7), UInt8(0x80 | folded >> 12 & 0x3F))
    }
  }

  @inline(__always)
  private func isMarked(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Int(first) << 8 | Int(second)
    return pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0
  }
}

extension QueryPlan.Concept {
  /// Whether the words of the concept count in a field; entities do in both.
  fileprivate func isSought(in field: SnippetField) -> Bool {
    switch scope {
    case .text: true
    case .title: field == .title
    case .body, .lead: field == .body
    }
  }
}
