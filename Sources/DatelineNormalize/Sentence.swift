/// Sentence ends in UTF-8.
enum Sentence {
  /// Whether `line` ends with a full stop, question or exclamation mark or an ellipsis, closing
  /// quotes and brackets apart. Scripts: Latin, Greek, Cyrillic, CJK, Arabic, Devanagari, Khmer,
  /// Burmese.
  static func isTerminated(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    endMark(line).map { $0 != UInt8(ascii: ":") } ?? false
  }

  /// Whether `line` ends with a colon.
  static func endsWithColon(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    endMark(line) == UInt8(ascii: ":")
  }

  /// The terminal mark at the end of `line` as ASCII, the marks of other scripts as `.`.
  private static func endMark(_ line: some BidirectionalCollection<UInt8>) -> UInt8? {
    var end = line.endIndex
    while end > line.startIndex {
      let last = line.index(before: end)
      let byte = line[last]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        return byte
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: " "):
        end = last
      case 0x80...0xBF:
        // Step to the lead byte and read the character.
        var lead = last
        while lead > line.startIndex, line[lead] & 0xC0 == 0x80 { lead = line.index(before: lead) }
        var scalar: UInt32 = 0
        for unit in line[lead..<end] { scalar = scalar << 8 | UInt32(unit) }
        switch scalar {
        case 0xE2809D, 0xE2809C, 0xE28099, 0xC2BB, 0xC2AB, 0xE3808D, 0xE3808F:  // ” “ ’ » « 」 』
          end = lead
        case 0xE280A6, 0xE38082, 0xEFBC81, 0xEFBC9F, 0xE0A5A4, 0xD89F, 0xDB94, 0xE19F94,
          0xE1818B:  // … 。 ！ ？ । ؟ ۔ ។ ။
          return UInt8(ascii: ".")
        default: return nil
        }
      default: return nil
      }
    }
    return nil
  }
}
