/// How a text reads in an encoding of one byte a character.
struct SingleByteReading {
  let encoding: String
  /// Whether its letters beyond ASCII are Latin.
  let isLatin: Bool
  var isWestern: Bool { ["windows-1252", "iso-8859-15", "macintosh"].contains(encoding) }
  private let languages: [LetterModel.Language]
  /// Logarithm of how usual the encoding is, beside the most usual one.
  private let prior: Double
  private let kinds: [Kind]
  private let scalars: [Unicode.Scalar]
  /// Number of a byte's letter in the model; -1 for none.
  private let letters: [Int]

  enum Kind: UInt8 {
    case small, capital
    /// A letter of a script without capitals, or an accent.
    case plain
    case sign
    /// No character, or a control character.
    case none
    case space, digit
    var isLetter: Bool { rawValue <= 2 }
  }

  static let all: [SingleByteReading] = LetterModel.encodings.map(SingleByteReading.init)

  private init(_ entry: LetterModel.Encoding) {
    encoding = entry.name
    languages = entry.languages.compactMap { LetterModel.languages[$0] }
    prior = entry.prior
    var kinds: [Kind] = []
    var scalars: [Unicode.Scalar] = []
    var letters: [Int] = []
    for byte in UInt8.min...UInt8.max {
      let scalar = Self.scalar(of: byte, in: entry.name)
      let kind = byte < 0x80 ? Self.asciiKind(byte) : scalar.map(Self.kind) ?? .none
      kinds.append(kind)
      scalars.append(scalar ?? "\u{FFFD}")
      letters.append(kind.isLetter ? LetterModel.number(scalar ?? "\u{FFFD}") : -1)
    }
    isLatin = entry.isLatin
    self.kinds = kinds
    self.scalars = scalars
    self.letters = letters
  }

  private static func scalar(of byte: UInt8, in encoding: String) -> Unicode.Scalar? {
    if encoding == "windows-1252" { return TextDecoding.windows1252(byte) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { bytes in
      bytes[0] = byte
      guard
        let result = Transcoder.convert(UnsafeBufferPointer(bytes), from: encoding),
        result.faults == 0
      else { return nil }
      return String(decoding: result.text, as: UTF8.self).unicodeScalars.first
    }
  }

  private static func asciiKind(_ byte: UInt8) -> Kind {
    switch byte {
    case 0x61...0x7A: .small
    case 0x41...0x5A: .capital
    case 0x30...0x39: .digit
    default: .space
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .unassigned: .none
    case .lowercaseLetter: .small
    case .uppercaseLetter, .titlecaseLetter: .capital
    case .otherLetter: scalar == "ª" || scalar == "º" ? .sign : .plain
    case .modifierLetter, .nonspacingMark, .spacingMark: .plain
    default: .sign
    }
  }

  /// Logarithm of the probability of the words in the likeliest language. Linear.
  func score(_ words: SampleWords, asciiWords: Int) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    var lettered = 0
    var form = 0.0
    for range in words.ranges {
      var hasLetter = false
      var before: Kind = words[range.lowerBound - 1].isDigit ? .digit : .space
      let behind: Kind = words[range.upperBound].isDigit ? .digit : .space
      for position in range {
        let byte = words.bytes[position]
        let kind = kinds[Int(byte)]
        let next =
          position + 1 < range.upperBound ? kinds[Int(words.bytes[position + 1])] : behind
        counts[Int(byte)] += 1
        if kind == .capital {
          form += before == .small ? -6 : before == .capital ? -0.3 : -2
        } else if kind == .small {
          form += before.isLetter || before == .sign ? -0.1 : -0.2
        }
        if byte >= 0x80 {
          if kind.isLetter { hasLetter = true }
          form += place(byte, kind, before, next)
        }
        before = kind
      }
      if hasLetter { lettered += 1 }
    }
    var best = -Double.infinity
    let plainWords = Double(min(asciiWords, 3 * words.count))
    for language in languages {
      var score = plainWords * language.asciiWord + Double(lettered) * language.otherWord
      for byte in 0x41..<256 where counts[byte] > 0 && letters[byte] >= 0 {
        score += Double(counts[byte]) * language.letters[letters[byte]]
      }
      best = max(best, score)
    }
    return best + form + prior
  }

  /// What speaks against a byte beyond ASCII between its neighbours.
  private func place(_ byte: UInt8, _ kind: Kind, _ before: Kind, _ next: Kind) -> Double {
    let left = before.isLetter
    let right = next.isLetter
    switch kind {
    case .none: return scalars[Int(byte)].value < 0xA0 ? -14 : -18
    case .sign: break
    default: return before == .digit || next == .digit ? -3 : 0
    }
    let scalar = scalars[Int(byte)]
    let usual = Self.usualSigns[scalar] ?? -10
    switch scalar {
    case "’": return usual - (left ? 0 : 2)
    case "–", "—": return usual - (left && right ? 1.5 : 0)
    case "\u{A0}", "\u{AD}", "·": return usual - (left && right ? 3 : 0)
    // In German and Slavic languages these close.
    case "“", "«", "‘": return usual - (left && right ? 4 : 0)
    case "„", "‚", "‹", "¿", "¡", "£": return usual - (left ? 6 : 0)
    case "”", "»", "›": return usual - (right ? (left ? 4 : 2) : 0)
    case "…": return usual - (right ? 1.5 : 0)
    case "ª", "º", "²", "³", "®", "™": return usual - (right ? 4 : 0)
    case "½", "¼", "¾": return usual - (right ? 6 : 0)
    default: return usual - (left && right ? 5 : left || right ? 2.5 : 0)
    }
  }

  /// Logarithms of how often signs stand among letters beyond ASCII.
  private static let usualSigns: [Unicode.Scalar: Double] = [
    "’": -4.5, "“": -5.5, "”": -5.5, "–": -5, "—": -5.5, "…": -5.5, "«": -5.5, "»": -5.5,
    "\u{A0}": -5, "„": -5.5, "‘": -6, "°": -7, "§": -7, "€": -6, "£": -6, "•": -6.5, "®": -7,
    "©": -7, "™": -7, "²": -7.5, "½": -7.5, "º": -7, "ª": -7.5, "¿": -6, "¡": -7, "´": -7.5,
    "·": -7, "×": -8, "±": -8, "\u{AD}": -8, "‚": -7.5, "‹": -8, "›": -8, "№": -7, "³": -8,
    "¼": -8, "¾": -8, "¤": -12, "־": -6,
    "\u{200E}": -6, "\u{200F}": -6,
  ]
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
