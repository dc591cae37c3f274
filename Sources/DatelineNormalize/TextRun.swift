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

  /// The length in bytes of a text that is long and ends like a sentence; 0 for all others. Constant
  /// time.
  static func prose(_ text: ArraySlice<UInt8>) -> Int {
    guard text.count >= shortestProse, let last = text.last else { return 0 }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      return text.count
    case 0x80...:
      return marks.contains(Array(text.suffix(3))) || text.suffix(2).elementsEqual([0xC2, 0xBB])
        ? text.count : 0
    default: return 0
    }
  }

  /// Marks at the end of sentences outside ASCII.
  private static let marks = Set("”’…。！？।។။」".unicodeScalars.map { Array(String($0).utf8) })
}
