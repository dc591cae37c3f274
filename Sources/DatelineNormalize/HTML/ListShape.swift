import DatelineMarkup

/// How much a page looks like a list of articles or of pictures: a list of teasers is a row of linked
/// headlines, each with a few lines below it.
struct ListShape: Equatable {
  /// Headlines that are links to different addresses and have a text below them; of three that are
  /// none but have a link below the text two count, since products are shown so as well.
  var teasers: Int { linkedTeasers + otherTeasers * 2 / 3 }
  private var linkedTeasers = 0
  private var otherTeasers = 0
  /// Share of the words taken from the page that are in them.
  private(set) var teaserShare = 0.0
  /// Figures with a caption, and lines that begin like "3 of 20".
  private(set) var captions = 0
  /// Share of the page's words outside links that are in captions.
  private(set) var captionShare = 0.0
  /// Words taken from the page that are in no caption.
  private(set) var otherWords = 0.0
  /// Lines of the page that are nothing but a link of a headline's length, and those links' addresses.
  private(set) var linkedHeadlines = 0

  /// Words of a teaser, and lines, at most.
  private static let longestTeaser = 80.0
  private static let mostLines = 6
  /// Words of a headline.
  private static let headline = 3.0...30.0

  /// A list without anything in it.
  init() {}

  /// Reads the lines of a page; linear in them.
  /// - Parameter chosen: for each line whether it was taken.
  init(_ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, chosen: [Bool]) {
    var addresses: Set<String> = []
    var taken = 0.0
    var inTeasers = 0.0
    var captionWords = 0.0
    var freeWords = 0.0
    // Words and lines that may still belong to the teaser of the last headline.
    var words = 0.0
    var room = 0
    var hasText = false
    var address: String?
    var hasLinkedHeadline = false
    func closeTeaser() {
      if hasText, let address, addresses.insert(address).inserted {
        if hasLinkedHeadline { linkedTeasers += 1 } else { otherTeasers += 1 }
      }
      address = nil
      hasText = false
      room = 0
    }
    var headlines: Set<String> = []
    var figures: Set<Int> = []
    for (index, block) in page.blocks.enumerated() {
      let line = lines.lines[index]
      let isLinked = Int(block.linkBytes) * 10 >= block.range.count * 7
      if chosen[index] { taken += line.words }
      if !isLinked { freeWords += line.words }
      let figure = Self.figure(block, tree)
      if line.words >= 4, figure != nil || Self.isNumbered(page.text[block.range]) {
        if figure.map({ figures.insert($0).inserted }) ?? true { captions += 1 }
        captionWords += line.words
      } else if chosen[index] {
        otherWords += line.words
      }
      if Self.headline.contains(line.words), isLinked || (2...4).contains(block.headingLevel) {
        let link = Self.link(block, tree)
        if let link { headlines.insert(link) }
        // A card that is one link has the headline and the text under one address.
        if isLinked, link == address, address != nil {
          hasText = hasText || line.words >= 6
        } else if link != nil || block.headingLevel > 0 {
          closeTeaser()
          address = link
          hasLinkedHeadline = link != nil
          words = Self.longestTeaser
          room = Self.mostLines
          if chosen[index] { inTeasers += line.words }
          continue
        }
      } else if room > 0, address == nil, isLinked {
        // The headline is no link, but "Read more" below its text is one.
        address = Self.link(block, tree)
      }
      guard room > 0 else { continue }
      guard line.words <= words else {
        // What goes on is a text, and its heading no teaser's.
        address = nil
        room = 0
        continue
      }
      room -= 1
      words -= line.words
      if !isLinked, line.words >= 6 { hasText = true }
      if chosen[index] { inTeasers += line.words }
    }
    closeTeaser()
    linkedHeadlines = headlines.count
    teaserShare = inTeasers / max(taken, 1)
    captionShare = captionWords / max(freeWords, 1)
  }

  /// The figure a line is in.
  private static func figure(_ block: PageBlock, _ tree: HTMLTree) -> Int? {
    guard block.context.contains(.figure) else { return nil }
    var node = Int(block.node)
    for _ in 0..<10 where node > 0 && tree.nodes[node].tag != .figure {
      node = Int(tree.nodes[node].parent)
    }
    return node > 0 && tree.nodes[node].tag == .figure ? node : nil
  }

  /// Whether a line begins like "3 of 20" or "3/20".
  static func isNumbered(_ text: ArraySlice<UInt8>) -> Bool {
    func number(_ text: inout ArraySlice<UInt8>) -> Int? {
      text = text.drop { $0 == 0x20 }
      let digits = text.prefix(4).prefix { (0x30...0x39).contains($0) }
      text = text.dropFirst(digits.count)
      return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    var rest = text
    guard let first = number(&rest) else { return false }
    rest = rest.drop { $0 == 0x20 }
    guard
      let separator = ["of ", "/", "von ", "de "].first(where: { rest.starts(with: $0.utf8) })
    else { return false }
    rest = rest.dropFirst(separator.utf8.count)
    guard let count = number(&rest) else { return false }
    return count >= 3 && first <= count && rest.first.map { !(0x30...0x39).contains($0) } ?? true
      && rest.first != UInt8(ascii: "/")
  }

  /// The address of the link a line is in or has in it.
  private static func link(_ block: PageBlock, _ tree: HTMLTree) -> String? {
    var node = Int(block.firstText)
    for _ in 0..<10 where node > 0 {
      node = Int(tree.nodes[node].parent)
      if node > 0, tree.nodes[node].tag == .a { return tree.value(.href, of: node) }
    }
    for node in Int(block.firstText)...Int(block.lastText) where tree.nodes[node].tag == .a {
      return tree.value(.href, of: node)
    }
    return nil
  }
}
