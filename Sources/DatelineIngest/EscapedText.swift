/// Text of seven-bit encodings that switch between character sets by escape sequences: ISO-2022-JP
/// (RFC 1468; WHATWG Encoding Standard, section 13.2), ISO-2022-KR (RFC 1557) and HZ (RFC 1843).
///
/// Their characters are those of the EUC encodings with the eighth bit cleared, so they are written
/// as these and converted then. That reads the vendors' characters too, which `iconv` refuses under
/// the standards' names. Bytes may come in pieces.
struct EscapedText {
  /// Whether an encoding of ``EncodingLabels`` is one of these.
  static func handles(_ encoding: String) -> Bool { euc[encoding] != nil }

  /// The seven-bit encoding of bytes without a declaration, by the first sequence that switches to
  /// characters of two bytes; `nil` for none, and for bytes that use the eighth bit. Linear.
  static func encoding(of bytes: some Collection<UInt8>) -> String? {
    var found: String?
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte >= 0x80 || byte == 0 { return nil }
      guard byte == 0x1B, found == nil else { continue }
      for (sequence, encoding) in designations where rest.starts(with: sequence.utf8) {
        let behind = rest.dropFirst(sequence.utf8.count).prefix(2)
        if encoding == "iso-2022-kr" || behind.allSatisfy({ (0x21...0x7E).contains($0) }) {
          found = encoding
        }
      }
    }
    return found
  }

  private static let designations = [
    ("$B", "iso-2022-jp"), ("$@", "iso-2022-jp"), ("$(D", "iso-2022-jp"), ("(I", "iso-2022-jp"),
    ("$)C", "iso-2022-kr"),
  ]
  private static let euc = ["iso-2022-jp": "euc-jp", "iso-2022-kr": "euc-kr", "hz": "gb18030"]

  private enum CharacterSet {
    case single, katakana, double, supplement
  }

  private let encoding: String
  private let converted: String
  private var current = CharacterSet.single
  /// Bytes of a sequence or character that goes on in the next piece.
  private var pending: [UInt8] = []

  /// A decoder for one of the encodings that ``handles(_:)`` knows.
  init(_ encoding: String) {
    self.encoding = encoding
    converted = Self.euc[encoding] ?? "utf-8"
  }

  /// The text of the next piece as UTF-8; bytes that are no character become U+FFFD. Linear.
  mutating func text(of bytes: some Sequence<UInt8>, isLast: Bool) -> Transcoder.Result {
    let input = pending + bytes
    pending = []
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var position = 0
    while position < input.count {
      let count = step(input[position...], isLast: isLast, &output)
      if count == 0 { break }
      position += count
    }
    pending = Array(input[position...])
    let result = output.withUnsafeBufferPointer { Transcoder.convert($0, from: converted) }
    return result ?? Transcoder.Result(text: output, faults: 0)
  }

  /// Reads one sequence or character and returns the number of its bytes; 0 when it is cut off.
  private mutating func step(
    _ rest: ArraySlice<UInt8>, isLast: Bool, _ output: inout [UInt8]
  ) -> Int {
    let byte = rest[rest.startIndex]
    if let count = escape(rest, isLast: isLast, &output) { return count }
    // Lines begin with single bytes, whatever was lost of the one before.
    if byte == 0x0A || byte == 0x0D { current = .single }
    switch current {
    case .katakana where (0x21...0x5F).contains(byte):
      output.append(contentsOf: [0x8E, byte | 0x80])
    case .double where (0x21...0x7E).contains(byte), .supplement where (0x21...0x7E).contains(byte):
      guard rest.count > 1 else {
        if isLast { output.append(0xFF) }
        return isLast ? 1 : 0
      }
      let second = rest[rest.startIndex + 1]
      guard (0x21...0x7E).contains(second) else {
        output.append(0xFF)
        return 1
      }
      if current == .supplement { output.append(0x8F) }
      output.append(contentsOf: [byte | 0x80, second | 0x80])
      return 2
    default:
      output.append(byte < 0x80 ? byte : 0xFF)
    }
    return 1
  }

  /// Reads a sequence that switches; `nil` when there is none, 0 when it is cut off.
  private mutating func escape(
    _ rest: ArraySlice<UInt8>, isLast: Bool, _ output: inout [UInt8]
  ) -> Int? {
    let byte = rest[rest.startIndex]
    switch encoding {
    case "iso-2022-kr" where byte == 0x0E || byte == 0x0F:
      current = byte == 0x0E ? .double : .single
      return 1
    case "hz" where byte == UInt8(ascii: "~"):
      guard rest.count > 1 else { return isLast ? nil : 0 }
      switch rest[rest.startIndex + 1] {
      case UInt8(ascii: "{"): current = .double
      case UInt8(ascii: "}"): current = .single
      case UInt8(ascii: "~") where current == .single: output.append(byte)
      case 0x0A where current == .single: break
      default: return nil
      }
      return 2
    case "iso-2022-jp" where byte == 0x1B, "iso-2022-kr" where byte == 0x1B:
      for (sequence, set) in Self.sequences where rest.dropFirst().starts(with: sequence.utf8) {
        if let set { current = set }
        return 1 + sequence.utf8.count
      }
      return rest.count < 4 && !isLast ? 0 : nil
    default:
      return nil
    }
  }

  /// What stands behind the escape character; the Roman set is taken for ASCII, which old programs
  /// meant. Korean designates once and shifts.
  private static let sequences: [(String, CharacterSet?)] = [
    ("(B", .single), ("(J", .single), ("(H", .single), ("(I", .katakana), ("$B", .double),
    ("$@", .double), ("$(D", .supplement), ("$)C", nil),
  ]
}
