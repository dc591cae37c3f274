/// The searchable form of Chinese, Japanese and Korean text.
///
/// The stock tokenizer makes one token of a run of letters, and these scripts write sentences
/// without spaces: nobody would find a word in one. So each such run is indexed again, in a column of
/// its own, as overlapping pairs of characters and its last character (`東京大学` as `東京 京大 大学
/// 学`): any word of two characters or more is a phrase of pairs, and a single character is the
/// beginning of a pair. Letters of other scripts within the run stay together (`iPhone手机` as
/// `iphone 手机 机`).
///
/// Source: bigram indexing as in Lucene's CJKBigramFilter; the last character is ours.
package struct CJKTerms: Sendable {
  private let tokenizer = Tokenizer()
  private var folded: [UInt8] = []

  /// Creates a maker of terms, with its scratch space.
  package init() {}

  /// What one token gives.
  private enum Piece {
    case run([Unicode.Scalar])
    case other([Unicode.Scalar])
  }

  /// Whether a scalar belongs to a script that is written without spaces, or to Korean, whose words
  /// carry particles: kana, Han and Hangul.
  @inline(__always)
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a text has any such scalar.
  /// - Complexity: O(bytes).
  package static func occur(in text: String) -> Bool {
    mayOccur(in: text) && text.unicodeScalars.contains(where: contains)
  }

  /// The least first byte of these scalars in UTF-8 tells most other texts apart.
  private static func mayOccur(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return false }
      // Invariant: words of eight bytes are read only where all eight lie within the text; any alignment.
      let raw = UnsafeRawPointer(base)
      var index = 0
      while index + 8 <= bytes.count {
        // Seven bits of a byte above 0x62, and the eighth: none carries into the next byte.
        let lane = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let high = lane & 0x8080_8080_8080_8080
        if high != 0, ((lane ^ high) &+ 0x1D1D_1D1D_1D1D_1D1D) & high != 0 { return true }
        index += 8
      }
      return bytes[index...].contains { $0 >= 0xE3 }
    }
  }

  /// Terms of an article, those of the title first, separated by spaces; empty for an article
  /// without such text.
  /// - Complexity: O(bytes).
  package mutating func text(title: String, body: String) -> String {
    var result = ""
    for text in [title, body] where Self.mayOccur(in: text) { append(text, to: &result) }
    return result
  }

  /// Terms that stand in an article's column where it has a word, in order, each run of them in
  /// turn; the last is the beginning of a term when `isPrefix`.
  ///
  /// - Parameter token: a folded token with at least one CJK character.
  /// - Parameter isLast: whether no other token follows in the phrase; else the run ends here in the
  ///   text too.
  package static func query(
    token: String, isLast: Bool
  ) -> (terms: [String], isPrefix: Bool) {
    var terms: [String] = []
    var isPrefix = false
    let pieces = pieces(of: token)
    for (index, piece) in pieces.enumerated() {
      let endsPhrase = isLast && index == pieces.count - 1
      switch piece {
      case .other(let scalars):
        terms.append(string(scalars[...]))
        // The text may go on within the token.
        isPrefix = false
      case .run(let scalars):
        for pair in 0..<(scalars.count - 1) { terms.append(string(scalars[pair...pair + 1])) }
        if !endsPhrase {
          terms.append(string(scalars[(scalars.count - 1)...]))
        } else if scalars.count == 1 {
          terms.append(string(scalars[...]))
          isPrefix = true
        }
      }
    }
    return (terms, isPrefix)
  }

  /// Number of terms that a text gives.
  /// - Complexity: O(bytes).
  package mutating func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    forEachTerm(in: bytes) { _ in count += 1 }
    return count
  }

  private mutating func append(_ text: String, to result: inout String) {
    var text = text
    text.withUTF8 { bytes in
      forEachTerm(in: bytes) { term in
        if !result.isEmpty { result += " " }
        result += term
      }
    }
  }

  private mutating func forEachTerm(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (String) -> Void
  ) {
    tokenizer.forEachToken(in: bytes, folded: &folded) { token, _, _ in
      guard token.contains(where: { $0 >= 0xE3 }) else { return }
      let token = String(decoding: token, as: UTF8.self)
      guard token.unicodeScalars.contains(where: Self.contains) else { return }
      for term in Self.query(token: token, isLast: false).terms { body(term) }
    }
  }

  private static func pieces(of token: String) -> [Piece] {
    var pieces: [Piece] = []
    var scalars: [Unicode.Scalar] = []
    var isRun = false
    for scalar in token.unicodeScalars {
      if contains(scalar) != isRun {
        if !scalars.isEmpty { pieces.append(isRun ? .run(scalars) : .other(scalars)) }
        scalars.removeAll()
        isRun.toggle()
      }
      scalars.append(scalar)
    }
    if !scalars.isEmpty { pieces.append(isRun ? .run(scalars) : .other(scalars)) }
    return pieces
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
