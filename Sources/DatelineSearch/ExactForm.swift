import DatelineAnalysis
import DatelineIndex

/// Words that must stand in the text as written: unstemmed, with letter case and accents.
///
/// A word typed in small letters also counts with a capital at its beginning, as sentences have it.
struct ExactForm: Equatable {
  /// As typed.
  let text: String
  /// UTF-8 of each token, not folded.
  private let tokens: [[UInt8]]

  init(_ text: String) {
    self.text = text
    var tokens: [[UInt8]] = []
    var folded: [UInt8] = []
    var copy = text
    copy.withUTF8 { bytes in
      Tokenizer().forEachToken(in: bytes, folded: &folded) { _, start, end in
        tokens.append(Array(bytes[start..<end]))
      }
    }
    self.tokens = tokens
  }

  /// Whether a token of a text is the token of the form with this number.
  @inline(__always)
  func matches(_ token: some Collection<UInt8>, at number: Int) -> Bool {
    let wanted = tokens[number]
    guard token.count == wanted.count else { return false }
    if token.elementsEqual(wanted) { return true }
    guard let first = token.first, let small = wanted.first, first | 0x20 == small,
      (0x61...0x7A).contains(small)
    else { return false }
    return token.dropFirst().elementsEqual(wanted.dropFirst())
  }

  /// Occurrences of the form among those of a phrase of the current row.
  /// - Complexity: O(bytes of the fields that have the phrase).
  func occurrences(
    _ match: MatchedRow, phrase: Int32, inLeadOnly: Bool, tokenizer: Tokenizer
  ) -> Scorer.Occurrences {
    var starts: (title: [Int], body: [Int]) = ([], [])
    match.forEachPosition(ofPhrase: phrase) { field, offset in
      switch field {
      case .title: starts.title.append(offset)
      case .body: if !inLeadOnly || offset < EntityTagger.leadLength { starts.body.append(offset) }
      case .entityTerms, .cjkTerms: break
      }
    }
    var found = Scorer.Occurrences()
    found.title = Double(count(starts.title, .title, match, tokenizer).count)
    for offset in count(starts.body, .body, match, tokenizer) {
      if offset < EntityTagger.leadLength { found.lead += 1 } else { found.rest += 1 }
    }
    return found
  }

  /// The positions at which the form stands, among ascending ones at which its terms stand.
  private func count(
    _ starts: [Int], _ field: MatchedRow.Field, _ match: MatchedRow, _ tokenizer: Tokenizer
  ) -> [Int] {
    guard let last = starts.last else { return [] }
    var result: [Int] = []
    match.withText(of: field) { bytes in
      var spans: [Range<Int>] = []
      var folded: [UInt8] = []
      tokenizer.forEachToken(in: bytes, folded: &folded) { _, start, end in
        if spans.count < last + tokens.count { spans.append(start..<end) }
      }
      for start in starts where start + tokens.count <= spans.count {
        let stands = tokens.indices.allSatisfy { matches(bytes[spans[start + $0]], at: $0) }
        if stands { result.append(start) }
      }
    }
    return result
  }
}
