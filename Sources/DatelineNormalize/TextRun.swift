import DatelineCore

/// A piece of a page's text between two tags, as it is remembered over the pages of a site.
enum TextRun {
  /// Hash of the text with white space collapsed and cut at both ends; `nil` when there is no letter
  /// or digit in it. `buffer` is scratch space. Linear.
  static func hash(_ text: UnsafeBufferPointer<UInt8>, _ buffer: inout [UInt8]) -> UInt64? {
    buffer.removeAll(keepingCapacity: true)
    var needsSpace = false
    var hasText = false
    for byte in text {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        needsSpace = !buffer.isEmpty
      } else {
        if needsSpace { buffer.append(0x20) }
        needsSpace = false
        buffer.append(byte)
        let lower = byte | 0x20
        if byte >= 0x80 || (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39) {
          hasText = true
        }
      }
    }
    return hasText ? buffer.withUnsafeBufferPointer(ContentHash.short) : nil
  }

  /// Bytes from which on a text that ends like a sentence is prose, not a headline or a label: about
  /// ten words.
  private static let shortestProse = 60
  /// Words from which on a text is prose however it ends: headlines and labels are shorter, and some
  /// scripts have no mark for the end of a sentence.
  static let longProse = 30.0

  /// The length in bytes of a text that is prose: long and ended like a sentence, or so long that it is
  /// prose anyway; 0 for all others. Linear.
  static func prose(_ text: ArraySlice<UInt8>) -> Int {
    guard text.count >= shortestProse, let last = text.last else { return 0 }
    if last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") || Sentence.isTerminated(text)
      || endsWithQuote(text)
    {
      return text.count
    }
    // A word is two bytes at least, its space included.
    guard Double(text.count) >= longProse * 2 else { return 0 }
    return text.withUnsafeBufferPointer(UnspacedScript.words) >= longProse ? text.count : 0
  }

  private static func endsWithQuote(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.suffix(3) {
    case [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xE3, 0x80, 0x8D], [0xE3, 0x80, 0x8F]: true
    default: text.suffix(2).elementsEqual([0xC2, 0xBB])
    }
  }
}
