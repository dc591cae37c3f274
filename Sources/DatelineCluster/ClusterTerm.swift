import DatelineCore

/// Terms of the analyzer as words that the engine keeps whole.
///
/// Engines do not know characters beyond the basic plane in all versions. Each of them is sent as two of the private
/// use area (U+E000 to U+E803, then U+E400 to U+E7FF, ten bits each, as in surrogates), and so is what a text has of
/// that area up to U+EFFF: no two terms become the same word, and what begins a term begins its word.
enum ClusterTerm {
  /// Longest word in code points; the engines cut off what is longer.
  /// Source: SPH_MAX_WORD_LEN in Sphinx and Manticore is 42.
  static let mostScalars = 40
  /// Begins a word that stands for a longer one, and no other.
  private static let longMark = "\u{EFFF}"
  /// A word that no article has.
  static let nothing = "\u{EFFE}"

  /// Appends a term; one that is too long as a word with its hash.
  static func append(_ term: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    if appendBeginning(of: term, to: &output) { return }
    output.removeSubrange(start...)
    let hash = ContentHash.short(term)
    output.append(contentsOf: (longMark + String(hash, radix: 16)).utf8)
  }

  /// Appends the beginning of a word that the engine keeps whole, for a search for beginnings.
  /// - Returns: whether it is all of the word.
  @discardableResult static func appendBeginning(
    of word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    if word.count <= mostScalars, !word.contains(where: { $0 >= firstPrivateByte }) {
      output.append(contentsOf: word)
      return true
    }
    var scalars = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      let (high, low) = pair(scalar)
      scalars += low == nil ? 1 : 2
      if scalars > mostScalars { return false }
      output.append(contentsOf: UTF8.encode(high).map(Array.init) ?? [])
      if let low { output.append(contentsOf: UTF8.encode(low).map(Array.init) ?? []) }
    }
    return true
  }

  /// The byte that U+E000 begins with in UTF-8.
  private static let firstPrivateByte: UInt8 = 0xEE

  /// What a character is sent as.
  private static func pair(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar?) {
    let value = scalar.value
    let number: UInt32
    switch value {
    // Behind the numbers of all that lies beyond the basic plane.
    case 0xE000...0xEFFF: number = value - 0xE000 + 0x100_000
    case 0x10000...: number = value - 0x10000
    default: return (scalar, nil)
    }
    let high = 0xE000 + (number >> 10 & 0x3FF) + (number >> 20) * 0x800
    return (
      Unicode.Scalar(high) ?? scalar, Unicode.Scalar(0xE400 + (number & 0x3FF)) ?? scalar
    )
  }

  /// A number for a text, from 1 to 2^62, the same in every run: of an article for its key, so that writing it
  /// twice replaces it, and of an outlet, section, language or entity for its name.
  ///
  /// The first 62 bits of XXH3-64: among 100 million keys two with one number are to be expected in one of a
  /// thousand collections.
  static func number(_ text: String) -> Int64 {
    var text = text
    return text.withUTF8 { Int64(ContentHash.short($0) >> 2) + 1 }
  }
}
