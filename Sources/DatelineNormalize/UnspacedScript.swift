/// Letters of scripts that put no spaces between words, in UTF-8; two of them count as a word.
enum UnspacedScript {
  /// Whether a letter of three bytes begins at `index`: kana, Chinese characters and Hangul (E3 81 to
  /// ED 9E), Thai and Lao (E0 B8 to E0 BB), Burmese (E1 80 to E1 82), Khmer (E1 9E, E1 9F). Constant
  /// time.
  static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, upTo end: Int) -> Bool {
    guard index + 2 < end else { return false }
    switch (bytes[index], bytes[index + 1]) {
    case (0xE3, 0x81...), (0xE4...0xE9, _), (0xEA, 0xB0...), (0xEB...0xED, _): return true
    case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): return true
    default: return false
    }
  }

  /// Whether a vowel or tone sign begins at `index` that stands above, below or round a letter of Thai,
  /// Lao, Burmese or Khmer. Constant time.
  static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, upTo end: Int) -> Bool {
    guard index + 2 < end else { return false }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE0, 0xB8, 0xB1), (0xE0, 0xB8, 0xB4...0xBA), (0xE0, 0xB9, 0x87...0x8E): return true
    case (0xE0, 0xBA, 0xB1), (0xE0, 0xBA, 0xB4...0xBC), (0xE0, 0xBB, 0x88...0x8D): return true
    case (0xE1, 0x80, 0xAB...0xBE), (0xE1, 0x9E, 0xB4...0xBF), (0xE1, 0x9F, 0x80...0x93):
      return true
    default: return false
    }
  }

  /// Words of a text: pieces between spaces, and two letters of these scripts a word. Linear.
  static func words(_ text: UnsafeBufferPointer<UInt8>) -> Double {
    var words = 0.0
    var isInWord = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isLetter(text, index, upTo: text.count) {
        if !isMark(text, index, upTo: text.count) { words += 0.5 }
        index += 3
        continue
      }
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        isInWord = false
      } else if !isInWord, isASCIIWord(byte) || byte >= 0xC3 && byte != 0xE2 && byte != 0xE3 {
        isInWord = true
        words += 1
      }
      index += 1
    }
    return words
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }
}
