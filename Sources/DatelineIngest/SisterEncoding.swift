/// Tells encodings apart that differ in a few letters, which statistics of short texts miss.
///
/// The Windows ones have signs and letters from 0x80 to 0x9F, where the ISO ones have nothing; what
/// both have elsewhere must make sense beside its neighbours.
enum SisterEncoding {
  /// ISO 8859-15 or windows-1252: the former has the euro sign in place of the currency sign, and
  /// "œ" in place of "½".
  static func western(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    isISO(bytes) { byte, before, after in
      switch byte {
      case 0xA4: !isLetter(before) || !isLetter(after)
      case 0xBD: isLetter(before) && isLetter(after)
      default: false
      }
    } ? "iso-8859-15" : "windows-1252"
  }

  /// ISO 8859-2 or windows-1250: the former has "ą" and "ś" in place of the signs "±" and "¶".
  static func centralEuropean(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    isISO(bytes) { byte, before, after in
      (byte == 0xB1 || byte == 0xB6) && (isLetter(before) || isLetter(after))
    } ? "iso-8859-2" : "windows-1250"
  }

  /// Whether no byte is one of Windows, and `isTelling` holds for one with its neighbours. Linear.
  private static func isISO(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isTelling: (UInt8, UInt8, UInt8) -> Bool
  ) -> Bool {
    var found = false
    for (position, byte) in bytes.enumerated() where byte >= 0x80 {
      if byte < 0xA0 { return false }
      if found { continue }
      found = isTelling(
        byte, position > 0 ? bytes[position - 1] : 0x20,
        position + 1 < bytes.count ? bytes[position + 1] : 0x20)
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
