/// The end of a sentence and the beginning of the next, told from the text between two tokens.
///
/// What closes a sentence follows UAX #29 (marks, then closing quotes and brackets, then space); a
/// full stop behind an abbreviation counts only before a word that begins sentences, the
/// orthographic heuristic of Punkt (Kiss and Strunk 2006, section 4).
struct SentenceBreak: Equatable {
  /// Offset behind the closing marks.
  var end: Int
  /// Offset at which the next sentence begins.
  var next: Int
  /// Whether it begins a paragraph or line.
  var isParagraph: Bool

  private enum Mark {
    /// A full stop: abbreviations and decimals have it too.
    case stop
    /// `!`, `?` and the ellipsis: a sentence may go on behind them in small letters.
    case strong
    /// Marks that do nothing else than end sentences.
    case unambiguous
  }

  /// The break in the gap between two tokens of a text, if a sentence ends there.
  /// - Complexity: O(bytes of the gap and the two tokens).
  static func inGap(
    between previous: Range<Int>, and following: Range<Int>, _ bytes: TextBytes.Buffer
  ) -> SentenceBreak? {
    let gap = previous.upperBound..<following.lowerBound
    guard mayEnd(gap, bytes) else { return nil }
    var offset = gap.lowerBound
    var mark: Mark?
    var lines = 0
    var afterLine = 0
    while offset < gap.upperBound {
      let (scalar, width) = TextBytes.scalar(bytes, at: offset)
      if TextBytes.isNewline(scalar) { break }
      if let found = self.mark(scalar) {
        mark = found
        break
      }
      offset += width
    }
    var end = offset
    var closing: UInt32 = 0
    if mark != nil { (end, closing) = closers(bytes, offset, gap.upperBound, &mark) }
    var rest = end
    while rest < gap.upperBound {
      let (scalar, width) = TextBytes.scalar(bytes, at: rest)
      rest += width
      // CR LF is one line break.
      if TextBytes.isNewline(scalar),
        scalar != 0x0D || rest == gap.upperBound || bytes[rest] != 0x0A
      {
        lines += 1
        afterLine = rest
      }
    }
    let next = skippingSpace(bytes, lines > 0 ? afterLine : end, gap.upperBound)
    if next < bytes.count, TextBytes.isExtending(TextBytes.scalar(bytes, at: next).value) {
      return nil
    }
    let found = SentenceBreak(
      end: trimmingSpace(bytes, end, gap.lowerBound), next: next, isParagraph: lines > 0)
    if lines > 1 { return found }
    guard let mark else {
      return lines > 0 && !isLower(bytes, following.lowerBound) ? found : nil
    }
    if mark == .unambiguous {
      // 「…。」と goes on behind the quotation.
      let isQuotation = closing == 0x300D || closing == 0x300F
      let follower = TextBytes.scalar(bytes, at: following.lowerBound).value
      let goesOn =
        isQuotation && end == following.lowerBound && (0x3041...0x309F).contains(follower)
      return goesOn ? nil : found
    }
    if next == end, !isUnspacedPair(previous, following, bytes) { return nil }
    if isLower(bytes, following.lowerBound) { return nil }
    if mark == .stop, lines == 0, isAbbreviation(previous, following, bytes) { return nil }
    return found
  }

  /// Quick look: most gaps are one space.
  @inline(__always)
  private static func mayEnd(_ gap: Range<Int>, _ bytes: TextBytes.Buffer) -> Bool {
    for offset in gap {
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A, 0x0D, 0x80...0xFF:
        return true
      default: continue
      }
    }
    return false
  }

  private static func mark(_ scalar: UInt32) -> Mark? {
    switch scalar {
    case 0x2E: .stop
    case 0x21, 0x3F, 0x2026, 0x203C...0x203D, 0x2047...0x2049: .strong
    // Ideographic and full-width, Arabic and Urdu, Indic, Ethiopic, Armenian, Myanmar, Khmer.
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61, 0x061F, 0x06D4, 0x0964, 0x0965, 0x1362, 0x1367,
      0x0589, 0x104A, 0x104B, 0x17D4, 0x17D5:
      .unambiguous
    default: nil
    }
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x203A, 0x3009, 0x300B,
      0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D:
      true
    default: false
    }
  }

  /// The offset behind marks and the quotes and brackets that close with them, and the last of
  /// these. `. . .` and the `. »` of French are taken together.
  private static func closers(
    _ bytes: TextBytes.Buffer, _ start: Int, _ limit: Int, _ mark: inout Mark?
  ) -> (end: Int, last: UInt32) {
    var offset = start
    var last: UInt32 = 0
    while offset < limit {
      let (scalar, width) = TextBytes.scalar(bytes, at: offset)
      if let found = self.mark(scalar) {
        // Several stops are an ellipsis; of different marks the clearer one counts.
        if offset > start, found != .stop { mark = mark == .unambiguous ? mark : found }
        if offset > start, found == .stop, mark == .stop { mark = .strong }
      } else if TextBytes.isWhitespace(scalar), !TextBytes.isNewline(scalar), offset + width < limit
      {
        let after = TextBytes.scalar(bytes, at: offset + width).value
        guard after == 0x2E || after == 0xBB else { break }
      } else if !isCloser(scalar) && !TextBytes.isExtending(scalar) {
        break
      }
      last = scalar
      offset += width
    }
    return (offset, last)
  }

  private static func skippingSpace(_ bytes: TextBytes.Buffer, _ start: Int, _ limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let (scalar, width) = TextBytes.scalar(bytes, at: offset)
      guard TextBytes.isWhitespace(scalar) else { break }
      offset += width
    }
    return offset
  }

  private static func trimmingSpace(_ bytes: TextBytes.Buffer, _ end: Int, _ limit: Int) -> Int {
    var offset = end
    while offset > limit {
      let start = TextBytes.scalarStart(bytes, atOrBefore: offset - 1)
      guard TextBytes.isWhitespace(TextBytes.scalar(bytes, at: start).value) else { break }
      offset = start
    }
    return offset
  }

  private static func isLower(_ bytes: TextBytes.Buffer, _ offset: Int) -> Bool {
    let scalar = TextBytes.scalar(bytes, at: offset).value
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  /// Whether both tokens are of scripts without spaces, which may use ASCII's marks.
  private static func isUnspacedPair(
    _ previous: Range<Int>, _ following: Range<Int>, _ bytes: TextBytes.Buffer
  ) -> Bool {
    let last = TextBytes.scalarStart(bytes, atOrBefore: previous.upperBound - 1)
    return TextBytes.isUnspaced(TextBytes.scalar(bytes, at: last).value)
      && TextBytes.isUnspaced(TextBytes.scalar(bytes, at: following.lowerBound).value)
  }

  /// Whether the full stop behind a token belongs to the token.
  private static func isAbbreviation(
    _ previous: Range<Int>, _ following: Range<Int>, _ bytes: TextBytes.Buffer
  ) -> Bool {
    // No abbreviation is longer; a stop that does not follow at once is none of the token's.
    guard previous.count <= 6, bytes[previous.upperBound] == UInt8(ascii: ".") else { return false }
    let word = text(bytes, previous)
    if Abbreviations.titles.contains(word) { return true }
    let next = following.count <= 16 ? text(bytes, following) : ""
    let isNumber = (0x30...0x39).contains(bytes[following.lowerBound])
    if Abbreviations.beforeNumbers.contains(word) { return isNumber }
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return word.utf8.count <= 2 && Abbreviations.germanMonths.contains(next)
    }
    let isInitial = word.unicodeScalars.count == 1
    guard isInitial || Abbreviations.ambiguous.contains(word) else { return false }
    // `p. 3` and `J. A. Smith`.
    if isNumber { return isInitial && word == "p" }
    let isFollowedByStop =
      following.upperBound < bytes.count && bytes[following.upperBound] == UInt8(ascii: ".")
    if following.count == 1, isFollowedByStop { return true }
    return !Abbreviations.starters.contains(next)
  }

  private static func text(_ bytes: TextBytes.Buffer, _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
