import DatelineCore

/// Do the tokens of a form belong together in the text?
extension FormScanner {
  /// What stands between two tokens.
  private struct Gap: OptionSet {
    let rawValue: UInt16

    static let blank = Gap(rawValue: 1 << 0)
    static let hyphen = Gap(rawValue: 1 << 1)
    static let apostrophe = Gap(rawValue: 1 << 2)
    static let ampersand = Gap(rawValue: 1 << 3)
    static let stop = Gap(rawValue: 1 << 4)
    static let slash = Gap(rawValue: 1 << 5)
    static let quote = Gap(rawValue: 1 << 6)
    static let comma = Gap(rawValue: 1 << 9)
    /// A dash and whatever else parts words.
    static let other = Gap(rawValue: 1 << 7)
    /// Marks that no name needs: of trade (®), soft hyphens.
    static let nothing = Gap(rawValue: 1 << 8)
  }

  /// Whether nothing parts the tokens of a form in the text: blanks, hyphens and apostrophes do not,
  /// nor does the full stop of an initial or abbreviation ("U.S. Senate", "St. Louis"); anything else
  /// does unless the form is spelled with it ("Washington, D.C.").
  /// - Complexity: O(1) for each token behind one blank.
  func isUnbroken(_ form: EntityForm, _ first: Int, _ end: Int) -> Bool {
    var token = first + 1
    while token < end {
      if !isNext(token), !joins(token, first, form) { return false }
      token += 1
    }
    return true
  }

  private func joins(_ token: Int, _ first: Int, _ form: EntityForm) -> Bool {
    let start = Int(spans[token - 1].end)
    let gap = Self.gap(bytes, start..<Int(spans[token].start))
    let own = ownGap(token - first, of: form)
    if gap == own { return true }
    if own.contains(.ampersand), gap.isDisjoint(with: [.ampersand, .hyphen, .slash]) {
      return false
    }
    let extra = gap.subtracting(own)
    if extra.contains(.other) { return false }
    // "Donald Trump, Jr.", "Firearms, and Explosives"
    if extra.contains(.comma),
      !cues[spans[token].hash].hasAny(of: .abbreviation | .conjunction)
    {
      return false
    }
    // "World - Bank" is two names; so is "the World 'Bank of".
    if extra.contains(.hyphen), gap.contains(.blank) { return false }
    if extra.contains(.apostrophe), bytes[start] == UInt8(ascii: " ") { return false }
    if extra.contains(.slash), own.isDisjoint(with: [.hyphen, .ampersand]) { return false }
    // Joaquin "El Chapo" Guzman
    if extra.contains(.quote), form.kind != .person || form.length < 3 { return false }
    return !extra.contains(.stop) || isAbbreviation(token - 1)
  }

  /// Whether a token is an initial or one of the abbreviations that are written with a full stop.
  private func isAbbreviation(_ token: Int) -> Bool {
    let span = spans[token]
    if span.end - span.start > 1 { return cues[span.hash].contains(.abbreviation) }
    if span.start == 0 { return !isNumber(token) }
    // The "s" of a possessive is none: ' or ’ stands before it.
    let before = bytes[Int(span.start) - 1]
    return !isNumber(token) && before != UInt8(ascii: "'") && before != 0x99
  }

  /// What stands before a token of a form in its own spelling.
  private func ownGap(_ number: Int, of form: EntityForm) -> Gap {
    let spelling = trie.spelling(of: form)
    var index = 0
    var number = number
    while index < spelling.count {
      while index < spelling.count, Self.width(spelling, index) == 0 { index += 1 }
      let start = index
      while index < spelling.count, Self.width(spelling, index) > 0 {
        index += Self.width(spelling, index)
      }
      // Marks before the first token.
      if start == 0 { continue }
      number -= 1
      if number == 0 { return Self.gap(spelling, start..<min(index, spelling.count)) }
    }
    return []
  }

  /// Bytes of the mark between tokens that begins at a byte; 0 inside a token.
  private static func width(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 0
    case ..<0x80: 1
    // U+2000 to U+203F: spaces, dashes, quotes.
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80: 3
    // U+00A0 to U+00BF, of which ª, µ and º are letters.
    case 0xC2 where index + 1 < bytes.count: 2
    default: 0
    }
  }

  private static func gap(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Gap {
    var gap: Gap = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        gap.insert(.blank)
      case UInt8(ascii: "-"): gap.insert(.hyphen)
      case UInt8(ascii: "'"), UInt8(ascii: "`"): gap.insert(.apostrophe)
      case UInt8(ascii: "&"), UInt8(ascii: "+"): gap.insert(.ampersand)
      case UInt8(ascii: "."): gap.insert(.stop)
      // Added by an editor: "Nancy [Pelosi]".
      case UInt8(ascii: "["), UInt8(ascii: "]"): gap.insert(.nothing)
      case UInt8(ascii: ","): gap.insert(.comma)
      case UInt8(ascii: "/"): gap.insert(.slash)
      case UInt8(ascii: "\""): gap.insert(.quote)
      case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x80:
        gap.insert(wide(bytes[index + 2]))
        index += 2
      case 0xC2 where index + 1 < range.upperBound:
        switch bytes[index + 1] {
        case 0xA0: gap.insert(.blank)
        case 0xAD, 0xAE: gap.insert(.nothing)
        default: gap.insert(.other)
        }
        index += 1
      default: gap.insert(.other)
      }
      index += 1
    }
    return gap
  }

  /// A mark of U+2000 to U+203F, by its last byte.
  private static func wide(_ byte: UInt8) -> Gap {
    switch byte {
    case 0x80...0x8A, 0xAF: .blank
    case 0x8B...0x8F: .nothing
    // Hyphens, and the dash of "Austria–Hungary".
    case 0x90...0x93: .hyphen
    case 0x98, 0x99: .apostrophe
    case 0x9C...0x9E: .quote
    default: .other
    }
  }
}
