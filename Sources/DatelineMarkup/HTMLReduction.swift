/// Leaves out what no reader of a page's tree sees before the page is parsed: contents of scripts and
/// styles, comments, attributes that are not kept. Most of a news page is such.
///
/// It also bounds what the parser does: libxml2 compares every attribute of a tag with those before it,
/// which takes minutes for a tag with a million of them.
///
/// Tags are cut as libxml2 cuts them (`htmlParseStartTag`, `htmlParseScript`, `htmlParseComment` of its
/// HTMLparser.c), so that what is left parses to the same tree.
///
/// Invariant: `output` has room for as many bytes as `page`, and no more is written than was read: `written <=
/// copied <= page.count`. Both are lent to `reduce` for the call.
struct HTMLReduction {
  /// Attributes of a tag that are kept; no honest tag has more.
  static let mostAttributes = 256

  private let page: UnsafeBufferPointer<UInt8>
  private var output: UnsafeMutableBufferPointer<UInt8>
  private var written = 0
  /// Next byte to read; all before ``copied`` is written or left out.
  private var index = 0
  private var copied = 0
  /// Whether no comment ends behind ``index``: it is looked for once.
  private var hasNoCommentEnd = false

  /// The page without what is left out; NULs become spaces. Never longer than the page. Linear in it.
  static func reduce(_ page: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: page.count) { output, count in
      var reduction = HTMLReduction(page: page, output: output)
      reduction.run()
      count = reduction.written
      for position in 0..<count where output[position] == 0 { output[position] = 0x20 }
    }
  }

  private init(page: UnsafeBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>) {
    self.page = page
    self.output = output
  }

  private mutating func run() {
    while let start = ByteSearching.first(UInt8(ascii: "<"), page, from: index) {
      index = start + 1
      guard index < page.count else { break }
      let next = page[index]
      if Self.isLetter(next) {
        startTag()
      } else if next == UInt8(ascii: "!"), hasPrefix("!--", at: index) {
        index += 3
        comment()
      } else if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      {
        index = behind(UInt8(ascii: ">"), from: index)
      }
    }
    index = page.count
    keep(upTo: index)
  }

  /// Writes what was not written up to a position.
  private mutating func keep(upTo end: Int) {
    guard end > copied else { return }
    UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: output[written...]))
      .copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: page[copied..<end])))
    written += end - copied
    copied = end
  }

  /// Leaves out what was not written up to a position.
  private mutating func drop(upTo end: Int) { copied = max(end, copied) }

  /// Behind `<!--`: the content becomes one letter. Comments that libxml2 ends at once are left as
  /// they are, and those without an end.
  private mutating func comment() {
    let start = index
    if hasNoCommentEnd { return }
    if hasPrefix(">", at: start) || hasPrefix("->", at: start) { return }
    var place = start
    while let dash = ByteSearching.first(UInt8(ascii: "-"), page, from: place) {
      if hasPrefix("-->", at: dash) || hasPrefix("--!>", at: dash) {
        index = dash + (hasPrefix("-->", at: dash) ? 3 : 4)
        if dash > start {
          keep(upTo: start + 1)
          // What stays of the content must be no dash.
          output[written - 1] = UInt8(ascii: "x")
          drop(upTo: dash)
        }
        return
      }
      place = dash + 1
    }
    hasNoCommentEnd = true
  }

  /// At the name of a start tag.
  private mutating func startTag() {
    let name = nameEnd(from: index, upTo: page.count)
    let isRaw = isName("script", index..<name) || isName("style", index..<name)
    let start = index
    index = name
    let isEmpty = attributes()
    guard isRaw, !isEmpty, index < page.count else { return }
    let tag = UnsafeBufferPointer(rebasing: page[start..<index])
    // The type may be written with character references.
    let isData =
      ByteSearching.holds("json", tag)
      || ByteSearching.first(UInt8(ascii: "&"), tag, from: 0) != nil
    let length = name - start
    // The content ends where `</` and the name of the element follow.
    var place = index
    while let end = ByteSearching.first(UInt8(ascii: "<"), page, from: place) {
      if end + 2 + length <= page.count, page[end + 1] == UInt8(ascii: "/"),
        isSame(end + 2, start, length)
      {
        if !isData {
          keep(upTo: index)
          drop(upTo: end)
        }
        index = end
        return
      }
      place = end + 1
    }
    index = page.count
  }

  /// Attributes up to the end of the tag; those that no reader knows are left out.
  /// - Returns: whether the tag is an element of its own (`/>`).
  private mutating func attributes() -> Bool {
    var kept = 0
    while index < page.count {
      let byte = page[index]
      if Self.isBlank(byte) {
        index += 1
        continue
      }
      if byte == UInt8(ascii: ">") {
        index += 1
        return false
      }
      if isSlashEnd(index) {
        index += 2
        return true
      }
      let start = index
      guard Self.isNameStart(byte) else {
        // Nothing that libxml2 takes for an attribute, up to the next blank.
        while index < page.count, !Self.isBlank(page[index]), page[index] != UInt8(ascii: ">"),
          !isSlashEnd(index)
        {
          index += 1
        }
        continue
      }
      index = nameEnd(from: index, upTo: min(start + Self.longestName, page.count))
      let name = start..<index
      var behind = index
      while behind < page.count, Self.isBlank(page[behind]) { behind += 1 }
      if behind < page.count, page[behind] == UInt8(ascii: "=") {
        index = value(from: behind + 1)
      }
      let isKept =
        kept < Self.mostAttributes
        && HTMLAttribute.isKnown(UnsafeBufferPointer(rebasing: page[name]))
      if isKept {
        kept += 1
      } else if index < page.count {
        keep(upTo: start)
        drop(upTo: index)
      }
    }
    return false
  }

  /// The position behind an attribute's value, from behind its `=`.
  private func value(from start: Int) -> Int {
    var place = start
    while place < page.count, Self.isBlank(page[place]) { place += 1 }
    guard place < page.count else { return place }
    let quote = page[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return behind(quote, from: place + 1)
    }
    while place < page.count, !Self.isBlank(page[place]), page[place] != UInt8(ascii: ">") {
      place += 1
    }
    return place
  }

  private func behind(_ byte: UInt8, from start: Int) -> Int {
    ByteSearching.first(byte, page, from: start).map { $0 + 1 } ?? page.count
  }

  private func nameEnd(from start: Int, upTo limit: Int) -> Int {
    var end = start
    while end < limit, Self.isNamePart(page[end]) { end += 1 }
    return end
  }

  private func isSlashEnd(_ place: Int) -> Bool {
    page[place] == UInt8(ascii: "/") && place + 1 < page.count
      && page[place + 1] == UInt8(ascii: ">")
  }

  private func hasPrefix(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= page.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where page[place + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private func isName(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where page[range.lowerBound + offset] | 0x20 != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether two places hold the same letters, whatever their case.
  private func isSame(_ place: Int, _ other: Int, _ count: Int) -> Bool {
    for offset in 0..<count where page[place + offset] | 0x20 != page[other + offset] | 0x20 {
      return false
    }
    return true
  }

  /// libxml2 cuts longer names.
  private static let longestName = 100

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "-")
  }
}
