/// Which of two fields of a record holds the whole text, where the one that its name speaks for is only the beginning.
enum FullerText {
  /// Letters that both have in common from where the shorter one begins.
  private static let common = 60
  /// Letters of the longer text among which the shorter one may begin: captions and datelines stand above it.
  private static let reach = 2_000
  /// The same of a page.
  private static let pageReach = 20_000

  /// Whether `other` begins as `chosen` does, tags and spaces left out, and is longer by half. A whole page is
  /// taken only in the place of a text that says that it is cut off, since it has more in it than its article.
  /// Linear in the texts where they are alike, else in the beginning of the longer one.
  static func isFuller(
    _ other: UnsafeBufferPointer<UInt8>, than chosen: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard other.count > chosen.count else { return false }
    let isCut = isCutOff(chosen)
    let isPage = RecordAssembler.isPage(other)
    if isPage, !isCut { return false }
    let start = letters(of: chosen, most: common)
    guard start.count >= 12, start.count == common || chosen.count < 4 * common else {
      return false
    }
    let head = letters(of: other, most: isPage ? pageReach : reach)
    guard contains(head, start) else { return false }
    if isPage { return true }
    return letterCount(other) * 2 >= letterCount(chosen) * 3
  }

  /// Whether a text ends with the mark of an interface that shows beginnings only.
  private static func isCutOff(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    while end > 0, UTF8Bytes.isSpace(text[end - 1]) { end -= 1 }
    let tail = text[max(end - 12, 0)..<end]
    return tail.suffix(3).elementsEqual("...".utf8) || tail.suffix(3).elementsEqual("…".utf8)
      || tail.suffix(4).elementsEqual("...]".utf8) || tail.suffix(4).elementsEqual("…]".utf8)
      || tail.suffix(6).elementsEqual("chars]".utf8)
  }

  private static func letters(
    of text: UnsafeBufferPointer<UInt8>, most: Int
  ) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(min(most, text.count))
    forEachLetter(of: text) {
      letters.append($0)
      return letters.count < most
    }
    return letters
  }

  private static func letterCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    forEachLetter(of: text) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Passes over ASCII letters and digits in text outside of tags and of references in ASCII.
  private static func forEachLetter(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Bool
  ) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      let lower = byte | 0x20
      if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(byte) {
        if !body(byte < 0x40 ? byte : lower) { return }
      } else if byte == UInt8(ascii: "<"), index < text.count,
        text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "!")
          || (0x61...0x7A).contains(text[index] | 0x20)
      {
        while index < text.count, text[index] != UInt8(ascii: ">") { index += 1 }
      } else if byte == UInt8(ascii: "&") {
        let end = text[index..<min(index + 10, text.count)].firstIndex(of: UInt8(ascii: ";"))
        if let end, !text[index..<end].contains(where: UTF8Bytes.isSpace) { index = end + 1 }
      } else if byte >= 0xE3 {
        // Scripts without spaces; marks below them are written in several ways.
        if !body(byte) { return }
      }
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    for start in 0...(text.count - part.count)
    where text[start] == part[0] && text[start..<start + part.count].elementsEqual(part) {
      return true
    }
    return false
  }
}
