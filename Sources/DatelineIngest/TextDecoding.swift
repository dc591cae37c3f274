import CSimdJSON

/// Bytes to Unicode for text that should be UTF-8 and sometimes is not.
///
/// Well-formed UTF-8 sequences are kept; every other byte is read as windows-1252 (WHATWG Encoding
/// Standard, index windows-1252), but for a character that is cut off at the end of what is UTF-8. So one stray byte harms nothing else, and a whole file of
/// windows-1252 comes out right, since its letters hardly ever form UTF-8 by chance.
enum TextDecoding {
  /// The text of some bytes. Linear; the bytes are copied once when they are valid UTF-8.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if isValid(bytes) { return valid(bytes) }
    return String(decoding: repaired(bytes), as: UTF8.self)
  }

  /// The text of bytes of which ``isValid(_:)`` is true; the standard library would look at them once more,
  /// several times slower.
  static func valid(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    #if compiler(>=6.2) && !canImport(Darwin)
      String(copying: UTF8Span(unchecked: Span(_unsafeElements: bytes), isKnownASCII: false))
    #else
      String(decoding: bytes, as: UTF8.self)
    #endif
  }

  /// True when the bytes are valid UTF-8.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    return csimdjson_is_utf8(base, bytes.count)
  }

  /// Valid UTF-8 with the same text, see ``TextDecoding``.
  static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    let cut = UTF8Bytes.cutLength(bytes)
    var position = 0
    var sequences = 0
    var strays = 0
    while position < bytes.count {
      let length = UTF8Bytes.sequenceLength(bytes, at: position)
      if length > 0 {
        if length > 1 { sequences += 1 }
        result.append(contentsOf: bytes[position..<position + length])
        position += length
      } else if bytes.count - position == cut, strays == 0, cut > 1 || sequences > 0 {
        result.append(contentsOf: "\u{FFFD}".utf8)
        position += cut
      } else {
        strays += 1
        result.append(contentsOf: String(windows1252(bytes[position])).utf8)
        position += 1
      }
    }
    return result
  }

  /// UTF-8 of bytes that are windows-1252 throughout. Linear.
  static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: String(windows1252(byte)).utf8)
      }
    }
    return result
  }

  /// The character that a byte stands for in windows-1252; the five bytes without a character
  /// stand for the control characters of the same number.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upperHalf[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  /// Characters of the bytes 0x80 to 0x9F; all others are those of ISO 8859-1.
  private static let upperHalf: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
