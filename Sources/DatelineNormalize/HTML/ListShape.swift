import DatelineMarkup

/// How much a page looks like a list of articles or of pictures: a list of teasers is a row of linked
/// headlines, each with a few lines below it.
struct ListShape: Equatable {
  /// Headlines that are links to different addresses and have a text below them; of three that are
  /// none but have a link below the text two count, since products are shown so as well.
  var teasers: Int { linkedTeasers + otherTeasers * 2 / 3 }
  private var linkedTeasers = 0
  private var otherTeasers = 0
  /// Teasers that have an author or a date of their own.
  private(set) var signedTeasers = 0
  /// Teasers whose headline is a link and whose text is cut short.
  private(set) var cutTeasers = 0
  /// Share of the words taken from the page that are in them.
  private(set) var teaserShare = 0.0
  /// Whether the headlines are the parts of one article, see ``Listicle``.
  private(set) var isListicle = false
  /// Figures with a caption, and lines that begin like "3 of 20".
  private(set) var captions = 0
  /// Share of the page's words outside links that are in captions.
  private(set) var captionShare = 0.0
  /// Words taken from the page that are in no caption.
  private(set) var otherWords = 0.0
  /// Whether the captions are counted ("3 of 12") as those of galleries are.
  private(set) var isCounted = false
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
  init(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, _ metadata: PageMetadata, chosen: [Bool]
  ) {
    let counters = PictureCounters(tree, page, lines)
    isCounted = counters.isGallery
    readCaptions(tree, page, lines, counters, chosen)
    var addresses: Set<String> = []
    var headlines: Set<String> = []
    var items: [ListItem] = []
    var taken = 0.0
    var inTeasers = 0.0
    // The item that may go on, with the words and lines it may still have.
    var item: ListItem?
    var words = 0.0
    var room = 0
    func close(before end: Int) {
      defer { item = nil }
      guard var done = item, done.text != nil, let address = done.address,
        addresses.insert(address).inserted
      else { return }
      let nodes = Int(page.blocks[done.line].node)..<end
      done.isSigned = done.isSigned || ListItem.isSigned(nodes, tree, page)
      items.append(done)
    }
    for (index, block) in page.blocks.enumerated() {
      let line = lines.lines[index]
      if chosen[index] { taken += line.words }
      let scripted = PageAim.scripted(block, tree)
      // An author or a date may stand on the line of the link.
      let isLink = Int(block.linkBytes) * 2 >= block.range.count
      if Self.headline.contains(line.words),
        isLink || scripted != nil || (2...4).contains(block.headingLevel)
      {
        let aim = PageAim.address(block, tree)
        if let aim { headlines.insert(aim) }
        // A card that is one link has the headline and the text under one address.
        if isLink || scripted != nil, let aim, aim == item?.address {
          if isLink, line.words >= 6 { item?.read(line, index, page) }
        } else if aim != nil || block.headingLevel > 0 {
          close(before: Int(block.firstText))
          item = ListItem(
            line: index, headlineWords: line.words, address: aim, isHeadlineLinked: aim != nil)
          words = Self.longestTeaser
          room = Self.mostLines
          if chosen[index] { inTeasers += line.words }
          continue
        }
      } else if room > 0, isLink {
        if item?.address == nil {
          // The headline is no link, but "Read more" below its text is one.
          item?.address = PageAim.address(block, tree)
        }
        if item?.text != nil { item?.hasMore = true }
      }
      guard room > 0 else { continue }
      guard line.words <= words else {
        // What goes on is a text, and its heading no teaser's.
        item = nil
        room = 0
        continue
      }
      room -= 1
      words -= line.words
      if line.isByline || line.isDateLine { item?.isSigned = true }
      if !isLink, line.words >= 6 { item?.read(line, index, page) }
      if chosen[index] { inTeasers += line.words }
    }
    close(before: tree.nodes.count)
    linkedTeasers = items.count(where: \.isHeadlineLinked)
    otherTeasers = items.count - linkedTeasers
    cutTeasers = items.count { $0.isHeadlineLinked && $0.isCutShort }
    signedTeasers = items.count(where: \.isSigned)
    linkedHeadlines = headlines.count
    teaserShare = inTeasers / max(taken, 1)
    isListicle = Listicle.holds(items, tree, page, lines, metadata)
  }

  private mutating func readCaptions(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, _ counters: PictureCounters,
    _ chosen: [Bool]
  ) {
    var captionWords = 0.0
    var freeWords = 0.0
    var figures: Set<Int> = []
    for (index, block) in page.blocks.enumerated() {
      let line = lines.lines[index]
      if Int(block.linkBytes) * 10 < block.range.count * 7 { freeWords += line.words }
      let figure = Self.figure(block, tree)
      let isCaption =
        figure != nil || counters.captions.contains(index)
        || (counters.pictures >= 3 && PictureCounters.leading(page.text[block.range]) != nil)
      if line.words >= 4, isCaption {
        if figure.map({ figures.insert($0).inserted }) ?? true { captions += 1 }
        captionWords += line.words
      } else if chosen[index] {
        otherWords += line.words
      }
    }
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
}

extension ListItem {
  /// Takes a line of text below the headline.
  fileprivate mutating func read(_ line: PageLine, _ index: Int, _ page: PageBlocks) {
    if text == nil { text = index }
    words += line.words
    guard line.words >= 12 else { return }
    paragraphs += 1
    isCutShort = Self.isCutShort(page.text[page.blocks[index].range], page.blocks[index])
  }

  /// Whether a text ends in dots, behind which its link may stand ("… Continue reading").
  private static func isCutShort(_ text: ArraySlice<UInt8>, _ block: PageBlock) -> Bool {
    let link = Int(block.linkBytes)
    guard link <= longestMore else { return false }
    var rest = text
    var passed = 0
    while passed < link, let last = rest.popLast() { if last != 0x20 { passed += 1 } }
    while rest.last == 0x20 { rest.removeLast() }
    let end = rest.suffix(3)
    return end.elementsEqual("...".utf8) || end.elementsEqual("\u{2026}".utf8)
  }

  /// Letters of a link to the whole text.
  private static let longestMore = 40
}
