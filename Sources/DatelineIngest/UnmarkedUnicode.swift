/// UTF-16 and UTF-32 without a byte order mark.
enum UnmarkedUnicode {
  /// The encoding of a text that begins with `head`; `nil` for bytes in which a character may have
  /// one byte. Needs two characters. Linear in `head`.
  static func encoding(of head: UnsafeBufferPointer<UInt8>) -> String? {
    guard head.count >= 4, head.contains(0) else { return nil }
    // One NUL in ASCII would turn letters into pairs of them, which are ideographs.
    let printable = head.reduce(0) { $0 + ((0x20..<0x7F).contains($1) ? 1 : 0) }
    guard printable * 4 <= head.count * 3 else { return nil }
    if isUTF32(head, littleEndian: true) { return "utf-32le" }
    if isUTF32(head, littleEndian: false) { return "utf-32be" }
    let little = marks(in: head, littleEndian: true)
    let big = marks(in: head, littleEndian: false)
    if max(little, big) <= 0 { return nil }
    return little >= big ? "utf-16le" : "utf-16be"
  }

  private static func isUTF32(_ head: UnsafeBufferPointer<UInt8>, littleEndian: Bool) -> Bool {
    guard head.count >= 8 else { return false }
    for start in stride(from: 0, to: head.count - 3, by: 4) {
      let bytes = (0..<4).map { UInt32(head[start + (littleEndian ? 3 - $0 : $0)]) }
      guard let scalar = Unicode.Scalar(bytes.reduce(0) { $0 << 8 | $1 }), isText(scalar) else {
        return false
      }
    }
    return true
  }

  /// Characters of ASCII and CJK punctuation when the bytes are read as UTF-16, which every text
  /// has; -1 when the bytes are none.
  private static func marks(
    in head: UnsafeBufferPointer<UInt8>, littleEndian: Bool
  ) -> Int {
    var count = 0
    var high: UInt32 = 0
    for start in stride(from: 0, to: head.count - 1, by: 2) {
      let first = UInt32(head[start])
      let second = UInt32(head[start + 1])
      let unit = littleEndian ? second << 8 | first : first << 8 | second
      if high != 0 {
        guard unit & 0xFC00 == 0xDC00 else { return -1 }
        let scalar = Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF))
        high = 0
        guard let scalar, isText(scalar) else { return -1 }
      } else if unit & 0xFC00 == 0xD800 {
        high = unit
      } else {
        guard let scalar = Unicode.Scalar(unit), isText(scalar) else { return -1 }
        if unit < 0x80 || (0x3001...0x3002).contains(unit) { count += 1 }
      }
    }
    return count
  }

  private static func isText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x09, 0x0A, 0x0C, 0x0D: return true
    case ..<0xA0: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse, .surrogate, .control: return false
    default: return true
    }
  }
}
