/// Reading scalars of well-formed UTF-8 in place.
enum TextBytes {
  typealias Buffer = UnsafeBufferPointer<UInt8>

  /// The scalar at an offset and its width in bytes.
  @inline(__always)
  static func scalar(_ bytes: Buffer, at offset: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[offset])
    func next(_ distance: Int) -> UInt32 {
      offset + distance < bytes.count ? UInt32(bytes[offset + distance]) & 0x3F : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// The offset, or the first one before it where a scalar begins.
  static func scalarStart(_ bytes: Buffer, atOrBefore offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Spaces of all widths, tabs and line breaks.
  static func isWhitespace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether the scalar starts a new line.
  static func isNewline(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
  }

  /// Whether the scalar belongs to the character before it: marks, joiners, variation selectors.
  static func isExtending(_ scalar: UInt32) -> Bool {
    // Dashes and quotes are most of what is asked for.
    if scalar < 0x300 || (0x2010...0x2027).contains(scalar) { return false }
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    if scalar.properties.isGraphemeExtend || scalar.value == 0x200D { return true }
    switch scalar.properties.generalCategory {
    case .spacingMark, .enclosingMark, .nonspacingMark: return true
    default: return false
    }
  }

  /// Scripts that are written without spaces between words (Unicode blocks): Thai to Tibetan,
  /// Myanmar, Khmer, kana, Chinese characters; and Hangul, whose particles are written together
  /// with the word.
  static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF,
      0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3041...0x30FA, 0x30FC...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFF66...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
