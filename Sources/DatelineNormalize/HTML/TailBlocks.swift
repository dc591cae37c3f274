import DatelineMarkup

/// Lists of other articles and readers' comments in a selection, told by their headings: the element that
/// begins with such a heading goes as a whole; where it has none of its own, the links below the heading
/// go, and their teasers at the end of the text.
struct TailBlocks {
  /// Flags of the lines that go.
  private(set) var lines: Set<Int> = []

  /// Bytes and words of a heading.
  private static let longest = 90
  private static let mostWords = 8.0
  /// Share of the selection's words that may go with one heading.
  private static let mostShare = 0.5
  /// Words of a teaser.
  private static let longestTeaser = 60.0
  /// Lines behind a heading among which one must be selected.
  private static let reach = 6

  private let chosen: [Bool]
  private let tree: HTMLTree
  private let page: PageBlocks
  private let texts: Page
  private let total: Double

  /// Reads a selection. Linear in the page but for the depth of the headings' elements.
  init(_ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page) {
    (self.chosen, self.tree, self.page) = (chosen, tree, page)
    texts = lines
    total = chosen.indices.reduce(0.0) { chosen[$1] ? $0 + lines.lines[$1].words : $0 }
    guard let first = chosen.firstIndex(of: true), let last = chosen.lastIndex(of: true) else {
      return
    }
    var passed = 0.0
    for index in first...last {
      if chosen[index] { passed += lines.lines[index].words }
      guard !self.lines.contains(index), isShort(index),
        TailPhrases.mayBegin(page.text[page.blocks[index].range]),
        chosen[index...].prefix(Self.reach + 1).contains(true)
      else { continue }
      let text = Self.heading(page.string(index))
      if TailPhrases.begins(text, with: TailPhrases.related) {
        dropRelated(index, last)
      } else if passed * 5 > total * 2, TailPhrases.begins(text, with: TailPhrases.comments) {
        dropComments(index, last)
      }
    }
  }

  private func isShort(_ index: Int) -> Bool {
    let line = texts.lines[index]
    return line.words <= Self.mostWords && page.blocks[index].range.count <= Self.longest
      && (!line.isTerminated || page.blocks[index].headingLevel > 0)
  }

  /// A heading in small letters without the number of comments before it.
  static func heading(_ text: String) -> String {
    let rest = text.lowercased().replacing("’", with: "'").drop {
      $0.isNumber || " #•►▶»·|-–—:【［[■◆●▼▽★☆（(".contains($0)
    }
    return String(rest)
  }

  private mutating func dropRelated(_ index: Int, _ last: Int) {
    let block = wrapper(index)
    let inside = chosen.indices[index...].prefix { isIn(block, page.blocks[$0]) }
    let items = inside.dropFirst().count { isItem($0) }
    if inside.count > 1, items >= 1, words(inside) <= Self.mostShare * total {
      lines.formUnion(inside.filter { chosen[$0] })
      return
    }
    dropBelow(index, last)
  }

  /// Links that follow a heading in the text's own element.
  private mutating func dropBelow(_ index: Int, _ last: Int) {
    var found = [index]
    var items = 0
    var next = index + 1
    while next <= last {
      if isLink(next) {
        items += 1
        found.append(next)
      } else if chosen[next] {
        break
      }
      next += 1
    }
    guard items > 0 else { return }
    lines.formUnion(found.filter { chosen[$0] })
    // Teasers follow their links up to the end.
    var teasers: [Int] = []
    var isTeaser = true
    for place in next..<max(last + 1, next) {
      if isLink(place) {
        items += 1
        isTeaser = true
        teasers.append(place)
      } else if chosen[place] {
        guard isTeaser, texts.lines[place].words <= Self.longestTeaser else { return }
        isTeaser = false
        teasers.append(place)
      }
    }
    if words(teasers[...]) <= Self.mostShare * total / 2 || items > 1 {
      lines.formUnion(teasers.filter { chosen[$0] })
    }
  }

  private mutating func dropComments(_ index: Int, _ last: Int) {
    let isHeading = page.blocks[index].headingLevel > 0
    // A link with their number leads to comments that stand elsewhere.
    let isCounted = page.text[page.blocks[index].range].contains { (0x30...0x39).contains($0) }
    let isLink = Int(page.blocks[index].linkBytes) * 2 >= page.blocks[index].range.count
    guard isHeading || (isCounted && !isLink) else { return }
    let block = wrapper(index)
    let inside = chosen.indices[index...].prefix { isIn(block, page.blocks[$0]) }
    let gone = inside.count > 1 ? Array(inside) : Array(index...last)
    if words(gone[...]) <= Self.mostShare * total { lines.formUnion(gone.filter { chosen[$0] }) }
  }

  /// Whether a line is a headline of another article: a link, or a heading.
  private func isItem(_ index: Int) -> Bool {
    let words = texts.lines[index].words
    return isLink(index) || (page.blocks[index].headingLevel > 1 && words >= 2 && words <= 30)
  }

  private func isLink(_ index: Int) -> Bool {
    let block = page.blocks[index]
    let words = texts.lines[index].words
    return words >= 2 && words <= 30 && block.headingLevel != 1
      && Int(block.linkBytes) * 10 >= block.range.count * 7
  }

  /// The outermost element that begins with a heading and does not hold most of the text.
  private func wrapper(_ index: Int) -> Range<Int> {
    var node = Int(page.blocks[index].node)
    let before = index > 0 ? Int(page.blocks[index - 1].lastText) : -1
    while true {
      let parent = Int(tree.nodes[node].parent)
      guard parent > before, parent > 0 else { break }
      let range = parent..<Int(tree.nodes[parent].end)
      let inside = chosen.indices[index...].prefix { isIn(range, page.blocks[$0]) }
      if words(inside) > Self.mostShare * total { break }
      node = parent
    }
    return node..<Int(tree.nodes[node].end)
  }

  private func isIn(_ nodes: Range<Int>, _ block: PageBlock) -> Bool {
    nodes.contains(Int(block.firstText))
  }

  private func words(_ indices: some Sequence<Int>) -> Double {
    indices.reduce(0.0) { chosen[$1] ? $0 + texts.lines[$1].words : $0 }
  }
}
