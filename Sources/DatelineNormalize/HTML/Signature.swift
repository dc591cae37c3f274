import DatelineMarkup

/// The lines between headline and text that say who wrote an article and when.
///
/// They are read as readers see them, whatever their elements are called: by marks, labels and the
/// forms of names and dates (``SignatureLine``).
struct Signature {
  /// Lines of the selection that say nothing else.
  private(set) var lines: [Int] = []
  /// All such lines below the headline that name an author or a time, whether selected or not.
  private(set) var named: [Int] = []
  private(set) var authors: [String] = []
  /// Whether "By" or the like stands before the authors.
  private var isIntroduced = false
  private(set) var published: String?
  /// Whether a word such as "Published" stands before that date.
  private(set) var isLabelled = false
  private(set) var modified: String?

  /// Lines that are looked at above and below the headline.
  private static let above = 4
  private static let below = 24
  /// Words of a line without a number.
  private static let longestUndated = 16.0
  /// Paragraphs of a selection among which they stand: a standfirst may come before them.
  private static let paragraphs = 2

  private var isLaidOutInTables = false
  private let tree: HTMLTree
  private let page: PageBlocks

  init(
    _ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ metadata: PageMetadata, dates: PlausibleDates
  ) {
    self.tree = tree
    self.page = page
    guard let text = chosen.firstIndex(of: true) else { return }
    isLaidOutInTables = TableLayout.isUsed(chosen, page, lines)
    let site = SiteName(names: [metadata.siteName?.value].compactMap { $0 }, host: metadata.host)
    let headline = page.blocks.lastIndex {
      $0.firstText > metadata.headlineNode && metadata.headlineNode >= 0
        && Int($0.firstText) < Int(tree.nodes[metadata.headlineNode].end)
    }
    let start = headline.map { $0 + 1 } ?? max(text - Self.above, 0)
    // Nothing to find, and nothing to leave out.
    let isKnown =
      !metadata.authors.isEmpty && metadata.authorsSource != "by"
      && metadata.published.map { !metadata.isVisible($0) && $0 != metadata.modified } ?? false
    if isKnown, !Self.hasShortLine(chosen, from: text, lines) { return }
    var found: [(index: Int, line: SignatureLine)] = []
    var passed = 0
    for index in start..<max(min(max(start, text) + Self.below, chosen.count), start) {
      let line = lines.lines[index]
      let read = read(index, line, site, dates)
      // "Published ... at 5:00 a.m., updated ... at 6:00 p.m." is long and ends like a sentence.
      if chosen[index], line.isProse, read?.isDated != true {
        passed += 1
        if passed == Self.paragraphs { break }
        continue
      }
      guard let read else { continue }
      // Behind the first paragraph only who says so.
      if passed > 0, read.authors.isEmpty, read.published == nil, read.date == nil,
        !(read.isOnlyName && metadata.authors.contains(where: read.bareNames.contains))
      {
        continue
      }
      found.append((index, read))
    }
    take(
      found.filter { !$0.line.isOnlyName || !lines.lines[$0.index].isTerminated }, chosen, metadata)
    guard let headline else { return }
    let lacks = authors.isEmpty || published == nil
    for index in (max(headline - Self.above, 0)..<headline).reversed() where lacks || chosen[index]
    {
      if let read = read(index, lines.lines[index], site, dates), read.isOnlySignature {
        if lacks { add(read, names: false) }
        if chosen[index], read.isSignature { self.lines.append(index) }
      }
    }
  }

  /// Whether a short line stands before or between the first paragraphs of a selection.
  private static func hasShortLine(_ chosen: [Bool], from start: Int, _ lines: Page) -> Bool {
    var passed = 0
    for index in chosen.indices[start...].prefix(below) where chosen[index] {
      if !lines.lines[index].isProse { return true }
      passed += 1
      if passed == paragraphs { break }
    }
    return false
  }

  /// A line that may be one; `nil` for lines of other parts of the page.
  private func read(
    _ index: Int, _ line: PageLine, _ site: SiteName, _ dates: PlausibleDates
  ) -> SignatureLine? {
    let block = page.blocks[index]
    // Sentences without a number.
    if line.words > 7, line.isTerminated || line.words > Self.longestUndated,
      !page.text[block.range].contains(where: { (0x30...0x39).contains($0) || $0 >= 0xD9 })
    {
      return nil
    }
    var others: ElementContext = [.nav, .aside, .footer, .figure, .quote, .table]
    if isLaidOutInTables { others.remove(.table) }
    guard block.range.count <= SignatureLine.longest, block.context.isDisjoint(with: others),
      block.near.isDisjoint(with: [.related, .comment, .caption, .navigation]),
      !block.far.contains(.related), !block.far.contains(.comment),
      (block.headingLevel == 0 || block.headingLevel > 3 || line.isByline)
    else { return nil }
    var pieces: [String] = []
    for node in Int(block.firstText)...Int(block.lastText) where tree.nodes[node].tag == .text {
      pieces.append(String(decoding: tree.bytes[tree.range(node)], as: UTF8.self))
    }
    return SignatureLine(pieces, site: site, parse: dates.parse)
  }

  private mutating func take(
    _ found: [(index: Int, line: SignatureLine)], _ chosen: [Bool], _ metadata: PageMetadata
  ) {
    let outlets = Set(found.lazy.filter { $0.line.isOutlet }.map(\.index))
    let signed = Set(found.lazy.filter { $0.line.isOnlySignature }.map(\.index)).union(outlets)
    let names = Set(found.lazy.filter { $0.line.isOnlyName }.map(\.index))
    for (index, line) in found {
      let near = page.blocks[index].near
      let isBeside = [index - 2, index - 1, index + 1, index + 2].contains(where: signed.contains)
      var isSignature = signed.contains(index)
      if line.isOnlyName {
        let isAuthor = metadata.authors.contains { line.bareNames.contains($0) }
        isSignature = isAuthor || isBeside || near.contains(.byline)
      } else if isSignature, !line.isSignature {
        // One word such as "Facebook" may be the text's.
        isSignature =
          isBeside || near.contains(.share) || near.contains(.byline)
          || (line.isOutlet && names.contains(index - 1))
      }
      guard isSignature else { continue }
      add(line, names: line.hasTime || line.isOnlyName)
      if line.isSignature || line.isOnlyName { named.append(index) }
      if chosen[index] { lines.append(index) }
    }
  }

  /// - Parameter names: Whether names without an introduction count.
  private mutating func add(_ line: SignatureLine, names: Bool) {
    if !line.authors.isEmpty, !isIntroduced {
      authors = line.authors
      isIntroduced = true
    }
    if authors.isEmpty, names { authors = line.bareNames }
    if let date = line.published, !isLabelled {
      published = date
      isLabelled = true
    }
    if published == nil { published = line.date }
    if modified == nil { modified = line.modified }
  }
}
