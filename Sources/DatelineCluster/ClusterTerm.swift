import DatelineCore

/// Terms of the analyzer as words that the engine keeps whole.
enum ClusterTerm {
  /// Longest word in code points; the engines cut off what is longer.
  /// Source: SPH_MAX_WORD_LEN in Sphinx and Manticore is 42.
  static let mostScalars = 40
  /// Begins a word that stands for a longer one.
  private static let longPrefix = "zzlong"

  /// Appends a term; one that is too long, or has characters beyond the basic plane, which not all versions
  /// know, as a word with its hash.
  static func append(_ term: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard isLong(term) || term.contains(where: { $0 >= 0xF0 }) else {
      output.append(contentsOf: term)
      return
    }
    let hash = ContentHash.short(term)
    output.append(contentsOf: (longPrefix + String(hash, radix: 16)).utf8)
  }

  /// The beginning of a word that the engine keeps whole, for a search for beginnings; it may be empty.
  static func beginning(
    of word: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var end = 0
    var scalars = 0
    while end < word.count, word[end] < 0xF0, scalars < mostScalars {
      end += 1
      while end < word.count, word[end] & 0xC0 == 0x80 { end += 1 }
      scalars += 1
    }
    return UnsafeBufferPointer(rebasing: word[..<end])
  }

  private static func isLong(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    term.count > mostScalars && term.count { $0 & 0xC0 != 0x80 } > mostScalars
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
