import DatelineMarkup

/// Counters that stand beside the pictures of a gallery: "3 of 12", "3/12", "Bild 3 von 12", alone on a
/// line or at either end of a caption.
struct PictureCounters {
  /// Lines that are captions by the counters beside them.
  private(set) var captions: Set<Int> = []
  /// Pictures on the page.
  let pictures: Int
  /// Whether so many pictures are counted that they make the page.
  var isGallery: Bool { !captions.isEmpty }

  /// Pictures of a gallery at least, and at most.
  private static let fewest = 5
  private static let most = 300
  /// Words of a caption at most, of a credit below it, and of a line that is only a counter.
  private static let longestCaption = 80.0
  private static let longestCredit = 20.0
  private static let longestCounter = 5.0

  /// Reads the lines of a page; linear in them.
  init(_ tree: HTMLTree, _ page: PageBlocks, _ lines: Page) {
    pictures = tree.nodes.count {
      $0.tag == .img || $0.tag == .picture || $0.tag == .figure || $0.tag == .svg
    }
    var found: [Int: [Int]] = [:]
    var last: [Int: Int] = [:]
    for (index, block) in page.blocks.enumerated() {
      let isShort = lines.lines[index].words <= Self.longestCounter
      guard let (number, count) = Self.counter(page.text[block.range], isShort: isShort),
        number > last[count] ?? 0
      else { continue }
      found[count, default: []].append(index)
      last[count] = number
    }
    guard
      let (count, counters) = found.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
      ),
      counters.count >= Self.fewest, counters.count * 5 >= count * 3, pictures * 2 >= counters.count
    else { return }
    for (place, counter) in counters.enumerated() {
      let end = place + 1 < counters.count ? counters[place + 1] : counter + 4
      addCaption(counter..<min(end, lines.lines.count), lines)
    }
  }

  /// Of the lines from one counter to the next the longest one is the caption, short ones are credits.
  private mutating func addCaption(_ range: Range<Int>, _ lines: Page) {
    let first = range.lowerBound
    var caption = first
    if lines.lines[first].words <= Self.longestCounter {
      for index in range where lines.lines[index].words > lines.lines[caption].words {
        caption = index
      }
    }
    for index in range
    where lines.lines[index].words <= (index == caption ? Self.longestCaption : Self.longestCredit)
    {
      captions.insert(index)
    }
  }

  /// The counter at the beginning of a line: "3 of 20", "3/20".
  static func leading(_ text: ArraySlice<UInt8>) -> (number: Int, count: Int)? {
    let rest = text.drop { $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    return read(rest)?.counter
  }

  /// The counter at the beginning or the end of a line, of a short line anywhere in it.
  static func counter(_ text: ArraySlice<UInt8>, isShort: Bool) -> (number: Int, count: Int)? {
    if let found = leading(text) { return found }
    var start = text.startIndex
    if !isShort, text.count > 24 { start = text.endIndex - 24 }
    while let digit = text[start...].firstIndex(where: isDigit) {
      let before = digit > text.startIndex ? text[digit - 1] : 0x20
      start = text[digit...].firstIndex { !isDigit($0) } ?? text.endIndex
      guard before == 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: "["),
        let (counter, rest) = read(text[digit...])
      else { continue }
      let isAtEnd = rest.allSatisfy { " ).]".utf8.contains($0) }
      if isShort || isAtEnd { return counter }
    }
    return nil
  }

  private static let separators = ["of ", "/", "von ", "de ", "sur ", "di ", "van ", "из ", "av "]

  /// A counter at the very beginning of a text, and what stands behind it.
  private static func read(
    _ text: ArraySlice<UInt8>
  ) -> (counter: (number: Int, count: Int), rest: ArraySlice<UInt8>)? {
    var rest = text
    guard let number = readNumber(&rest) else { return nil }
    rest = rest.drop { $0 == 0x20 }
    guard let separator = separators.first(where: { rest.starts(with: $0.utf8) }) else {
      return nil
    }
    rest = rest.dropFirst(separator.utf8.count).drop { $0 == 0x20 }
    guard let count = readNumber(&rest), (3...most).contains(count), (1...count).contains(number),
      rest.first.map({ !isDigit($0) && $0 != UInt8(ascii: "/") }) ?? true
    else { return nil }
    return ((number, count), rest)
  }

  private static func readNumber(_ text: inout ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix(4).prefix(while: isDigit)
    text = text.dropFirst(digits.count)
    return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
