/// The width at which the lines of a text were cut, if they were, and which of them belong together.
///
/// Where lines are cut because the next word no longer fits, one width explains most line ends: the line
/// is no longer than it, and with the first word of the next line it would be. Lists, headings and
/// texts with a paragraph a line have no such width.
struct HardWrap {
  private let width: Int
  /// Columns by which lines may be shorter.
  private let slack: Int
  /// Whether words are divided at line ends by a hyphen that is no part of them.
  private let dividesWords: Bool

  private static let widths = 34...132
  /// What a line may be shorter than the width by where people broke the lines.
  private static let raggedness = 10
  /// Line ends that a width must explain.
  private static let fewestCuts = 3

  /// False for most texts that have no width: too many lines are longer than any. Linear, and far faster
  /// than what says it for sure.
  static func mayHaveWidth(_ lines: [ArraySlice<UInt8>]) -> Bool {
    // Each of them needs four that were cut.
    let most = (lines.count - 1) / 5
    var long = 0
    for line in lines where line.count > widths.upperBound {
      let characters = line.withUnsafeBufferPointer { bytes in
        bytes.reduce(0) { $0 &+ ($1 & 0xC0 != 0x80 ? 1 : 0) }
      }
      if characters > widths.upperBound { long += 1 }
      if long > most { return false }
    }
    return true
  }

  /// The width that explains the ends of `lines`; `nil` when they were not cut. Linear.
  init?(_ lines: [WrappedLine]) {
    guard lines.count > Self.fewestCuts else { return nil }
    if let width = Self.width(of: lines, slack: 0, share: 0.6, continued: 0.2) {
      (self.width, slack) = (width, 0)
    } else if let width = Self.width(
      of: lines, slack: Self.raggedness, share: 0.8, continued: 0.4)
    {
      (self.width, slack) = (width, Self.raggedness)
    } else {
      return nil
    }
    let hyphens = lines.count { $0.endsWithHyphen }
    dividesWords = hyphens >= 3 && hyphens * 12 >= lines.count
  }

  /// The width that explains most line ends when a line may end `slack` columns early, if it explains at
  /// least `share` of those of longer lines, and at least `continued` of the lines behind them begin
  /// within a sentence.
  private static func width(
    of lines: [WrappedLine], slack: Int, share: Double, continued: Double
  ) -> Int? {
    var changes = [Int](repeating: 0, count: widths.upperBound + 2)
    for (line, next) in zip(lines, lines.dropFirst()) where next.followsDirectly {
      guard line.width <= widths.upperBound, line.width * 2 > widths.lowerBound else { continue }
      changes[max(line.width, widths.lowerBound)] += 1
      changes[min(max(line.widthWith(next) + slack, widths.lowerBound), changes.count - 1)] -= 1
    }
    var best = (width: 0, cuts: 0)
    var cuts = 0
    for width in changes.indices {
      cuts += changes[width]
      if cuts > best.cuts { best = (width, cuts) }
    }
    guard best.cuts >= fewestCuts else { return nil }
    return isPlausible(best.width, lines, slack: slack, share: share, continued: continued)
      ? best.width : nil
  }

  private static func isPlausible(
    _ width: Int, _ lines: [WrappedLine], slack: Int, share: Double, continued: Double
  ) -> Bool {
    var long = 0
    var cuts = 0
    var unfinished = 0
    var inside = 0
    for (line, next) in zip(lines, lines.dropFirst()) where next.followsDirectly {
      guard line.width * 5 >= width * 3, line.width <= width else { continue }
      long += 1
      guard line.widthWith(next) + slack > width else { continue }
      cuts += 1
      if !line.isTerminated { unfinished += 1 }
      if next.startsInside { inside += 1 }
    }
    let over = lines.count { $0.width > width && $0.hasSpace }
    return Double(cuts) >= share * Double(long) && over * 4 <= cuts
      && Double(unfinished) >= 0.6 * Double(cuts) && Double(inside) >= continued * Double(cuts)
  }

  /// Whether `next` goes on with the paragraph of `line`, the line above it.
  func joins(_ line: WrappedLine, _ next: WrappedLine) -> Bool {
    guard next.followsDirectly, line.width <= width, !next.startsWithBullet else { return false }
    if line.isTerminated { return line.widthWith(next) > width && !next.startsWithDash }
    // What stands alone above a name or a date is a headline.
    if line.width * 4 < width * 3 { return next.startsInside && line.width * 2 >= width }
    return line.widthWith(next) + slack > width || next.startsInside
  }

  /// Appends `next` to the paragraph in `output`, which ends with the line above it.
  func append(_ next: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard let last = output.last, let first = next.first else { return }
    if last == UInt8(ascii: "-"), output.count > 1, Self.isLetter(output[output.count - 2]) {
      if Self.isLetter(first), !Self.isConnective(next) {
        if dividesWords, FirstCharacter(next).isLower { output.removeLast() }
      } else {
        output.append(UInt8(ascii: " "))
      }
    } else if !WrappedLine.isWide(first, next.dropFirst().first ?? 0), !Self.endsWide(output) {
      output.append(UInt8(ascii: " "))
    }
    output.append(contentsOf: next)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// Whether the line begins with a word that stands between parts of compounds, so that the hyphen before
  /// it ends one (`Vor- und Nachteile`, `two- to three-year`).
  private static func isConnective(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix { $0 != UInt8(ascii: " ") }
    return connectives.contains(String(decoding: word, as: UTF8.self))
  }

  private static let connectives: Set<String> = [
    "und", "oder", "bis", "sowie", "and", "or", "to", "en", "of", "och", "eller", "og", "i", "et",
    "ou",
    "y", "o", "e", "a", "и", "или",
  ]

  /// Whether the text ends with a character of a script without spaces; Korean has spaces.
  private static func endsWide(_ text: [UInt8]) -> Bool {
    text.count >= 3 && text[text.count - 1] & 0xC0 == 0x80
      && WrappedLine.isWide(text[text.count - 3], text[text.count - 2])
  }
}

/// What ``HardWrap`` asks about a line of a text in UTF-8.
struct WrappedLine {
  /// Columns: one a character, two for Chinese characters and the like.
  var width = 0
  var hasSpace = false
  /// Columns of the first word, or of the first character of a script without spaces.
  private var firstWord = 0
  private var isSpacedFirst = true
  var isTerminated = false
  var endsWithHyphen = false
  /// Begins with a small letter or with a letter of a script without capitals.
  var startsInside = false
  var startsWithDash = false
  var startsWithBullet = false
  /// No blank line stands before it, and it is not indented.
  var followsDirectly: Bool

  /// Reads `line`, which is not empty. Linear.
  init(_ line: ArraySlice<UInt8>, followsDirectly: Bool) {
    self.followsDirectly = followsDirectly
    var isFirstWord = true
    for byte in line {
      if byte == UInt8(ascii: " ") {
        hasSpace = true
        isFirstWord = false
      }
      if byte & 0xC0 == 0x80 { continue }
      let columns = Self.isWide(byte, 0xBC) ? 2 : 1
      if columns == 2, isFirstWord {
        if width == 0 { firstWord = 2 }
        isFirstWord = false
      }
      width += columns
      if isFirstWord { firstWord = width }
    }
    guard let first = line.first, let last = line.last else { return }
    isSpacedFirst = !Self.isWide(first, line.dropFirst().first ?? 0)
    isTerminated = Sentence.isTerminated(line)
    endsWithHyphen =
      last == UInt8(ascii: "-") && line.count > 1 && line[line.endIndex - 2] != UInt8(ascii: " ")
    let kind = FirstCharacter(line)
    startsInside = kind.isLower || Self.hasNoCase(first, line.dropFirst().first ?? 0)
    startsWithDash = kind.isDash
    startsWithBullet = kind.isBullet && first != UInt8(ascii: "(") && first != UInt8(ascii: "[")
  }

  /// Columns of this line with the first word of `next`.
  func widthWith(_ next: WrappedLine) -> Int {
    width + next.firstWord + (next.isSpacedFirst ? 1 : 0)
  }

  /// Whether a character that begins with these bytes is of a script without spaces: U+3000 to U+ABFF, and
  /// full-width marks.
  static func isWide(_ first: UInt8, _ second: UInt8) -> Bool {
    (0xE3...0xE9).contains(first) || first == 0xEF && (0xBC...0xBE).contains(second)
  }

  /// Letters of Hebrew, Arabic, Indian scripts, Thai, Georgian, Ethiopic, Chinese, Japanese, Korean.
  private static func hasNoCase(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xD7...0xDF, 0xE0, 0xE1, 0xE4...0xED: true
    case 0xE3: second >= 0x81
    default: false
    }
  }
}

extension FirstCharacter {
  init(_ line: ArraySlice<UInt8>) {
    self = line.withUnsafeBufferPointer { FirstCharacter($0) }
  }
}
