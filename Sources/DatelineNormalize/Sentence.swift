/// Sentence ends in UTF-8.
enum Sentence {
  /// Whether `line` ends with a full stop, question or exclamation mark or an ellipsis, closing
  /// quotes and brackets apart. Thai and Lao have hardly any such marks: what is long is prose there,
  /// see ``PageLine/isProse``.
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
        if closing.contains(scalar) {
          end = lead
        } else if ends.contains(scalar) {
          return UInt8(ascii: ".")
        } else {
          return scalar == colon ? UInt8(ascii: ":") : nil
        }
      default: return nil
      }
    }
    return nil
  }

  /// Quotes and brackets that may stand behind the end.
  private static let closing = units("”“’»«」』）》〉】〕›")
  /// Marks that end sentences: Latin, CJK in both widths, Arabic and Urdu, Indian scripts, Khmer, Burmese,
  /// Thai and Lao (at the ends of texts), Tibetan, Ethiopic, Armenian.
  private static let ends = units("…⋯‥。！？．｡؟۔।॥។៕៚။๚๛།༎።։‼⁉⁈")
  private static let colon: UInt32 = 0xEFBC9A

  /// The UTF-8 of each character as one number.
  private static func units(_ characters: String) -> Set<UInt32> {
    Set(characters.unicodeScalars.map { String($0).utf8.reduce(0) { $0 << 8 | UInt32($1) } })
  }
}
