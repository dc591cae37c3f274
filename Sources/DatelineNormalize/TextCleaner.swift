import Foundation

/// The character-level half of normalisation: spaces, line ends, control characters, Unicode NFC.
///
/// Works on UTF-8 bytes in one pass; texts that are plainly in NFC already (all of ASCII and the
/// usual news punctuation, Latin, Cyrillic, Greek, CJK letters) are not composed again.
struct TextCleaner {
  /// What becomes of line ends.
  enum LineEnds {
    /// A line end is a space.
    case join
    /// A line end is one `\n`; blank lines are dropped.
    case lines
    /// Lines become paragraphs (``Paragraphs``). Until then a line end is one `\n`, any number of blank
    /// lines is one blank line, and a line that starts with two spaces or a tab is marked by
    /// ``indentMark``.
    case paragraphs
    /// As ``lines``, but lines that were cut at a width are joined (``Paragraphs``). Until then a line is
    /// as in ``paragraphs``, with an ``indentMark`` for each space that it begins with.
    case page
  }

  /// Stands before an indented line in ``LineEnds/paragraphs`` and ``LineEnds/page``; cannot come from
  /// the input, since control characters are removed.
  static let indentMark: UInt8 = 0x01
  private static let mostIndentMarks = 40

  private var output: [UInt8] = []
  private var needsComposition = false
  /// Whether lines stand below one another, or begin with space, so that they may be parts of
  /// paragraphs.
  private var hasLines = false
  private let lineEnds: LineEnds
  private var pendingSpaces = 0
  private var pendingLineEnds = 0

  private init(lineEnds: LineEnds, capacity: Int) {
    self.lineEnds = lineEnds
    output.reserveCapacity(capacity)
  }

  /// Cleaned UTF-8 of `input`. Linear in the size of `input`.
  static func clean(_ input: UnsafeBufferPointer<UInt8>, lineEnds: LineEnds) -> [UInt8] {
    var cleaner = TextCleaner(lineEnds: lineEnds, capacity: input.count)
    cleaner.run(input)
    let text = cleaner.composed
    guard cleaner.hasLines else { return text }
    return lineEnds == .page ? Paragraphs.joined(text) : Paragraphs.arrange(text)
  }

  private var composed: [UInt8] {
    guard needsComposition else { return output }
    return Array(CombiningMarks.limited(output).precomposedStringWithCanonicalMapping.utf8)
  }

  private mutating func run(_ input: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let count = input.count
    while index < count {
      let byte = input[index]
      if byte > 0x20 && byte < 0x7F {
        flush()
        let end = PlainRun.end(in: input, from: index)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: input[index..<end]))
        index = end
      } else if byte < 0x80 {
        control(byte, next: index + 1 < count ? input[index + 1] : 0)
        index += 1
      } else {
        index = multibyte(input, at: index)
      }
    }
  }

  private mutating func control(_ byte: UInt8, next: UInt8) {
    switch byte {
    case 0x20: pendingSpaces += 1
    case 0x09: pendingSpaces += 4
    case 0x0A: lineEnd(1)
    case 0x0D: if next != 0x0A { lineEnd(1) }
    case 0x0B: lineEnd(1)
    case 0x0C: lineEnd(2)
    default: break
    }
  }

  private mutating func lineEnd(_ count: Int) {
    if lineEnds == .join {
      pendingSpaces += 1
    } else {
      pendingLineEnds += count
      pendingSpaces = 0
    }
  }

  /// Writes the space or the line end that was read before a visible character.
  private mutating func flush() {
    if pendingLineEnds == 0 && pendingSpaces == 0 { return }
    let indented = pendingSpaces >= 2
    if pendingLineEnds > 0 {
      if !output.isEmpty {
        output.append(0x0A)
        if lineEnds == .page {
          if pendingLineEnds > 1 { output.append(0x0A) }
          for _ in 0..<min(pendingSpaces, Self.mostIndentMarks) { output.append(Self.indentMark) }
          hasLines = true
        } else if lineEnds == .paragraphs {
          if pendingLineEnds > 1 { output.append(0x0A) } else { hasLines = true }
          if indented {
            output.append(Self.indentMark)
            hasLines = true
          }
        }
      }
    } else if !output.isEmpty {
      output.append(0x20)
    }
    pendingLineEnds = 0
    pendingSpaces = 0
  }

  private mutating func multibyte(_ input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let (scalar, length) = Self.scalar(in: input, at: index)
    guard index + length <= input.count else { return input.count }
    switch ScalarClass(scalar) {
    case .space: pendingSpaces += 1
    case .lineEnd: lineEnd(1)
    case .paragraphEnd: lineEnd(2)
    case .removed: break
    case .misread:
      flush()
      let meant = Unicode.Scalar(CharacterReferences.windows1252[Int(scalar) - 0x80])
      output.append(contentsOf: UTF8.encode(meant ?? "\u{FFFD}") ?? .init())
    case .composed, .uncertain:
      flush()
      for offset in 0..<length { output.append(input[index + offset]) }
      if !ScalarClass.isSurelyComposed(scalar) { needsComposition = true }
    }
    return index + length
  }

  /// The character outside ASCII whose first byte is at `index`, and its length; if the text ends within
  /// it, a character of no meaning with a length beyond the end.
  static func scalar(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in index + 1..<min(index + length, text.count) {
      scalar = scalar << 6 | UInt32(text[offset] & 0x3F)
    }
    return (scalar, length)
  }
}

/// What the cleaner does with a character outside ASCII.
enum ScalarClass {
  case space, lineEnd, paragraphEnd, removed, misread, composed, uncertain

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x2028: self = .lineEnd
    case 0x2029: self = .paragraphEnd
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    // No text has these controls: they are windows-1252 that was written as numbers of characters
    // (`&#146;`) or read as Latin-1.
    case 0x80, 0x82...0x8C, 0x8E, 0x91...0x9C, 0x9E, 0x9F: self = .misread
    // Other C1 controls, soft hyphen, zero-width space, word joiner and byte order mark, direction
    // marks, interlinear annotation. The zero-width joiners (U+200C, U+200D) carry meaning in
    // Persian, Indic scripts and emoji and stay.
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069,
      0xFEFF, 0xFFF9...0xFFFB:
      self = .removed
    default: self = Self.isSurelyComposed(scalar) ? .composed : .uncertain
    }
  }

  /// Whether a text of such characters only is in NFC as it stands: each has the quick-check value
  /// "yes" and combining class 0 (Unicode Standard Annex 15, section 9). A conservative list of the
  /// blocks news text is made of.
  static func isSurelyComposed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300, 0x388...0x482, 0x48A...0x556, 0x5D0...0x5EA, 0x620...0x64A, 0x660...0x66F,
      0x671...0x6D5:
      return true
    case 0x10D0...0x10FF, 0x1E00...0x1EFF, 0x2010...0x206F, 0x20A0...0x20BF, 0x2150...0x218B,
      0x2190...0x2328, 0x2400...0x27BF, 0x3001...0x3029, 0x3041...0x3096, 0x30A0...0x312F,
      0x3131...0x318E, 0x31F0...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFFEE, 0xFFFD,
      0x1F300...0x1FAFF, 0x20000...0x2EBE0:
      return true
    default: return false
    }
  }
}
