import CBuiltins
import DatelineAnalysis
import DatelineIndex
import Foundation

/// Looks at how words are written where FTS5 has found their terms in the current row.
struct WrittenWords {
  private let tokenizer = Tokenizer()
  private var tokens = TokenBuffer()
  private var starts: [MatchedRow.Field: [Int]] = [:]
  private var folded: [UInt8] = []

  /// Occurrences of an exact form among those of its phrase.
  /// - Complexity: O(bytes of the fields that have the phrase).
  mutating func occurrences(
    of form: ExactForm, _ match: MatchedRow, phrase: Int32, scope: QueryPlanner.Scope
  ) -> Scorer.Occurrences {
    collect([phrase], match, scope)
    starts[.cjkTerms] = nil
    return count(match, tokens: form.count) {
      Self.contains($0, form.rarestBytes)
    } isMeant: { spans, text in
      for index in 0..<form.count {
        let token = text[Int(spans[index].start)..<Int(spans[index].end)]
        if !form.matches(UnsafeBufferPointer(rebasing: token), at: index) { return false }
      }
      return true
    }
  }

  /// Occurrences among those of phrases of so many tokens whose last one begins with folded bytes.
  /// - Complexity: O(bytes of the fields that have the phrases).
  mutating func occurrences(
    beginningWith beginning: [UInt8], _ match: MatchedRow, phrases: [Int32], tokens count: Int,
    scope: QueryPlanner.Scope
  ) -> Scorer.Occurrences {
    collect(phrases, match, scope)
    var folded = self.folded
    self.folded = []
    defer { self.folded = folded }
    let isASCII = beginning.allSatisfy { $0 < 0x80 }
    return self.count(match, tokens: count) {
      !isASCII
        || cbuiltins_may_have($0.baseAddress, $0.count, beginning, beginning.count)
    } isMeant: { [tokenizer] spans, text in
      let last = spans[count - 1]
      let token = UnsafeBufferPointer(rebasing: text[Int(last.start)..<Int(last.end)])
      return tokenizer.begins(token, with: beginning, &folded)
    }
  }

  private mutating func collect(
    _ phrases: [Int32], _ match: MatchedRow, _ scope: QueryPlanner.Scope
  ) {
    for field in starts.keys { starts[field]?.removeAll(keepingCapacity: true) }
    for phrase in phrases {
      match.forEachPosition(ofPhrase: phrase) { field, offset in
        if field == .body, scope == .lead, offset >= EntityTagger.leadLength { return }
        starts[field, default: []].append(offset)
      }
    }
  }

  /// - Parameter mayHave: false for a text that cannot have what is meant; most texts need no more than this.
  private mutating func count(
    _ match: MatchedRow, tokens length: Int, mayHave: (UnsafeBufferPointer<UInt8>) -> Bool,
    isMeant: (UnsafeBufferPointer<TokenSpan>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Scorer.Occurrences {
    var found = Scorer.Occurrences()
    for (field, places) in starts {
      guard field != .entityTerms, let last = places.max() else { continue }
      match.withText(of: field) { text in
        if !mayHave(text) { return }
        fill(text, past: last + length)
        tokens.withSpans { spans in
          for place in places where place + length <= spans.count {
            guard isMeant(UnsafeBufferPointer(rebasing: spans[place..<place + length]), text) else {
              continue
            }
            switch field {
            case .title: found.title += 1
            case .body where place < EntityTagger.leadLength: found.lead += 1
            default: found.rest += 1
            }
          }
        }
      }
    }
    return found
  }

  /// Cuts a text as far as so many tokens.
  private mutating func fill(_ text: UnsafeBufferPointer<UInt8>, past count: Int) {
    var limit = count * 8 + 64
    while true {
      var end = min(limit, text.count)
      // Not into a character.
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      tokens.fill(from: UnsafeBufferPointer(rebasing: text[..<end]))
      // The last token may be cut.
      if end == text.count || tokens.count > count { return }
      limit *= 4
    }
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8]) -> Bool {
    guard let base = text.baseAddress, let first = bytes.first else { return bytes.isEmpty }
    return bytes.withUnsafeBytes { wanted in
      guard let wantedBase = wanted.baseAddress else { return true }
      var start = 0
      // Invariant: a match is looked for only where all the bytes have room up to the end of the text.
      while start + wanted.count <= text.count,
        let found = memchr(base + start, Int32(first), text.count - start - wanted.count + 1)
      {
        if memcmp(found, wantedBase, wanted.count) == 0 { return true }
        start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      }
      return false
    }
  }
}

extension Tokenizer {
  /// Whether a token, folded, begins with folded bytes.
  @inline(__always)
  func begins(
    _ token: UnsafeBufferPointer<UInt8>, with beginning: [UInt8], _ folded: inout [UInt8]
  ) -> Bool {
    var index = 0
    while index < beginning.count {
      if index == token.count { return false }
      let byte = token[index]
      if byte >= 0x80 {
        let count = fold(token, into: &folded)
        return folded[..<count].starts(with: beginning)
      }
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if small != beginning[index] { return false }
      index += 1
    }
    return true
  }
}
