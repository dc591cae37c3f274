/// Lines that are left out of a selection unless the model is sure of them: captions, credits, calls
/// to action, notes to the article, lines that are nothing but a link, teasers, lines that stand several
/// times on the page, headings of lists of other articles.
struct LineTrims {
  private let reasons: [String?]

  /// Log-odds from which on a line stays whatever it looks like (probabilities .7, .85 and .9).
  private static let likely: Float = 0.85
  /// The same for plain sentences (.38).
  private static let unlikely: Float = -0.5
  private static let sure: Float = 1.73
  private static let verySure: Float = 2.2
  /// The same for lines that look like nothing but a link or a note (.95 and .97).
  private static let mostlySure: Float = 2.94
  private static let certain: Float = 3.48

  init(_ page: PageBlocks, _ lines: Page, _ odds: [Float]) {
    var counts: [UInt64: Int] = [:]
    for line in lines.lines { counts[line.hash, default: 0] += 1 }
    let beginnings = lines.lines.indices.map { Self.beginning(of: lines.wordHashes($0)) }
    var alike: [UInt64: Int] = [:]
    for case let beginning? in beginnings { alike[beginning, default: 0] += 1 }
    reasons = page.blocks.indices.map { index in
      let line = lines.lines[index]
      let isFigure = page.blocks[index].context.contains(.figure)
      if odds[index] < Self.sure {
        if isFigure, line.words < 70 { return "caption" }
        if line.meanings.contains(.photo) { return "picture credit" }
        if line.words < 30, line.meanings.contains(.strongCallToAction) {
          return "call to action"
        }
      }
      if line.words < 30, line.meanings.contains(.photo), Self.endsWithCredit(page.string(index)) {
        return "picture credit"
      }
      // "Share", "comments" and the like are words of sentences too.
      let isPlain =
        !line.meanings.isDisjoint(with: [.callToAction, .note, .tailHeading])
        && PlainSentence.matches(page.blocks[index], line, page.string(index))
      if odds[index] < (isPlain ? Self.unlikely : Self.likely), line.words < 30,
        line.meanings.contains(.callToAction)
      {
        return "call to action"
      }
      if odds[index] < (isPlain ? 0 : Self.certain), line.words < 60, line.meanings.contains(.note)
      {
        return "note"
      }
      let block = page.blocks[index]
      // Captions are given in full and cut short, or repeat how the text begins.
      if odds[index] < Self.certain, block.near.contains(.caption),
        let beginning = beginnings[index], alike[beginning] ?? 0 >= 2
      {
        return "caption"
      }
      // On pages with known text 4 of 253 such lines were their article's.
      if line.words > 8, Int(block.linkBytes) * 10 > block.range.count,
        Self.isCutShort(page.text[block.range])
      {
        return "teaser"
      }
      if odds[index] < Self.mostlySure, line.words >= 4, !line.isTerminated,
        Int(block.linkBytes) * 10 >= block.range.count * 7
      {
        return "link"
      }
      guard odds[index] < Self.verySure else { return nil }
      if line.words >= 3, counts[line.hash] ?? 0 >= 3 { return "doubled" }
      if !isPlain, line.meanings.contains(.tailHeading), line.words <= 8 {
        return "heading of other articles"
      }
      return nil
    }
  }

  /// Hash of a line's first six words; `nil` for shorter lines.
  private static func beginning(of words: ArraySlice<UInt64>) -> UInt64? {
    guard words.count >= 6 else { return nil }
    return words.prefix(6).reduce(WordHash.seed) { ($0 ^ $1) &* WordHash.prime }
  }

  /// Whether a line ends with who took a picture, in brackets: "(Photo by Ada Marsh)".
  static func endsWithCredit(_ line: String) -> Bool {
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "(") else { return false }
    let credit = line[line.index(after: open)...].lowercased()
    return credit.utf8.count <= 100 && credits.contains { credit.hasPrefix($0) }
  }

  private static let credits = [
    "photo by ", "photos by ", "photo: ", "photos: ", "photo courtesy", "photo credit",
    "photograph by ", "image by ", "image: ", "image courtesy", "picture: ", "picture by ",
    "ap photo/", "file photo", "foto: ", "foto von ", "foto di ", "photo : ", "crédit photo",
  ]

  /// Whether a line ends in three dots or U+2026.
  private static func isCutShort(_ line: ArraySlice<UInt8>) -> Bool {
    let end = line.suffix(3)
    return end.elementsEqual("...".utf8) || end.elementsEqual("\u{2026}".utf8)
  }

  /// Leaves the lines out.
  func apply(to selection: inout [Bool]) {
    for index in selection.indices where reasons[index] != nil { selection[index] = false }
  }

  /// Why a line is left out; `nil` for lines that may stay.
  func reason(_ index: Int) -> String? { reasons[index] }
}

/// Words for why a line is not part of the article, from the elements it stands in.
enum DropReasons {
  private static let contexts: [(ElementContext, String)] = [
    (.nav, "navigation"), (.footer, "footer"), (.aside, "aside"), (.form, "form"),
    (.button, "button"), (.figure, "caption"), (.hidden, "hidden"), (.heading, "heading"),
  ]
  private static let classes: [(ClassMeaning, String)] = [
    (.comment, "comments"), (.advertisement, "advertisement"), (.newsletter, "newsletter"),
    (.consent, "consent"), (.share, "share buttons"), (.related, "other articles"),
    (.navigation, "navigation"), (.byline, "byline"), (.date, "date line"), (.tags, "tags"),
    (.caption, "caption"), (.teaser, "teaser"), (.sidebar, "sidebar"), (.footer, "footer"),
    (.note, "note"), (.box, "box"),
  ]

  /// A reason for leaving out a line that the model spoke against.
  static func reason(_ block: PageBlock, _ line: PageLine) -> String {
    if line.isByline { return "byline" }
    if line.isDateLine { return "date line" }
    if line.isAdvertisement { return "advertisement" }
    for (context, reason) in contexts where block.context.contains(context) { return reason }
    for (meaning, reason) in classes where block.near.contains(meaning) { return reason }
    if Int(block.linkBytes) * 2 > block.range.count { return "link" }
    for (meaning, reason) in classes where block.far.contains(meaning) { return reason }
    return "outside the article"
  }
}
