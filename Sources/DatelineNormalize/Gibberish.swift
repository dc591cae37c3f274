/// Tells texts that nobody can read: damaged files, pictures and keys taken for text.
enum Gibberish {
  /// Characters that are looked at, and fewest that say anything.
  private static let sample = 4_096
  private static let fewest = 200
  /// Share of letters, digits and spaces in any text; the rest are marks and symbols.
  private static let wordShare = 0.6
  /// Share of control and replacement characters.
  private static let damagedShare = 0.2
  /// Share of the places between two letters at which a capital follows a small one.
  private static let mixedShare = 0.15

  /// Why a text cannot be read; `nil` for texts that can. Constant time.
  static func reason(_ text: String) -> String? {
    var all = 0
    var words = 0
    var damaged = 0
    var pairs = 0
    var mixed = 0
    var wasSmall: Bool?
    for scalar in text.unicodeScalars.prefix(sample) {
      all += 1
      var isSmall: Bool?
      switch category(of: scalar) {
      case .control where scalar != "\n" && scalar != "\t", .privateUse, .unassigned, .surrogate:
        damaged += 1
      case .control, .spaceSeparator: words += 1
      case .lowercaseLetter:
        words += 1
        isSmall = true
      case .uppercaseLetter, .titlecaseLetter:
        words += 1
        isSmall = false
      case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
        .decimalNumber, .letterNumber:
        words += 1
      default: if scalar == "\u{FFFD}" { damaged += 1 }
      }
      if let isSmall {
        if let wasSmall {
          pairs += 1
          if wasSmall, !isSmall { mixed += 1 }
        }
      }
      wasSmall = isSmall
    }
    guard all >= fewest else { return nil }
    let isReadable =
      Double(words) >= wordShare * Double(all) && Double(damaged) < damagedShare * Double(all)
      && (pairs < fewest || Double(mixed) < mixedShare * Double(pairs))
    return isReadable ? nil : "no readable text"
  }

  /// The general category; of ASCII without a look into the tables.
  private static func category(of scalar: Unicode.Scalar) -> Unicode.GeneralCategory {
    switch scalar.value {
    case 0x61...0x7A: .lowercaseLetter
    case 0x20: .spaceSeparator
    case 0x41...0x5A: .uppercaseLetter
    case 0x30...0x39: .decimalNumber
    case ..<0x20, 0x7F: .control
    case ..<0x7F: .otherPunctuation
    default: scalar.properties.generalCategory
    }
  }
}
