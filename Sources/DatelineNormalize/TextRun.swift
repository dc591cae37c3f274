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
}
