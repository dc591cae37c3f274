/// Columns that text takes on a terminal.
///
/// Computed from Unicode properties, not by the C library's `wcwidth`: that depends on the locale of
/// the process, which may be `C`, and knows nothing of emoji sequences. Wide are the East Asian Wide
/// and Fullwidth ranges of UAX #11 and emoji; nothing is taken by marks and format characters.
enum DisplayWidth {
  /// Columns of a text without control characters.
  /// - Complexity: O(scalars).
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// Columns of a character as readers see it.
  static func of(_ character: Character) -> Int {
    var width = 0
    var isEmoji = false
    for scalar in character.unicodeScalars {
      width += of(scalar)
      // A variation selector or joiner makes one picture of what stands before and behind it; two
      // regional indicators are a flag.
      if scalar.value == 0xFE0F || scalar.value == 0x20E3
        || (0x1F1E6...0x1F1FF).contains(scalar.value)
        || (scalar.value == 0x200D && width == 2)
      {
        isEmoji = true
      }
    }
    return isEmoji && width > 0 ? 2 : width
  }

  /// Columns of a scalar that stands alone.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    // Vowels and finals of decomposed Hangul stand in the square of their initial.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
