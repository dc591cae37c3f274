import DatelineAnalysis

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

  /// Number of tokens.
  var count: Int { tokens.count }

  /// Bytes without which a text cannot have the form: the longest token, its first letter aside where
  /// that may be a capital.
  var rarestBytes: [UInt8] {
    let longest = tokens.max { $0.count < $1.count } ?? []
    return longest.first.map { (0x61...0x7A).contains($0) } ?? false
      ? Array(longest.dropFirst()) : longest
  }
}
