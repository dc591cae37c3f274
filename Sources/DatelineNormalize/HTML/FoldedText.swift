import DatelineMarkup

/// The rest of an article that its page hides until the reader asks for it.
///
/// Such an element stands beside the paragraphs that are shown, behind them, and has several paragraphs that look
/// like them and stand nowhere else on the page. Its class or a link or button beside it says that there is more:
/// notices for readers without a subscription, translations and forms are hidden in the same way.
enum FoldedText {
  private static let leastWords = 40.0
  private static let leastParagraphs = 2
  /// Words of a link or button that shows the rest, at most, and lines from the element that it may be away.
  private static let controlWords = 6.0
  private static let controlReach = 2

  /// Hidden lines that go on with a selection. Linear in the page.
  static func lines(
    _ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page
  ) -> [Int] {
    guard page.blocks.contains(where: { $0.context.contains(.hidden) }),
      let first = chosen.firstIndex(of: true)
    else { return [] }
    var counts: [UInt64: Int] = [:]
    for line in lines.lines { counts[line.hash, default: 0] += 1 }
    var found: [Int] = []
    var shown = first
    var index = first + 1
    while index < page.blocks.count {
      let block = page.blocks[index]
      if chosen[index] { shown = index }
      guard !chosen[index], block.context.contains(.hidden), lines.lines[index].isProse,
        let folder = folder(of: Int(block.node), tree)
      else {
        index += 1
        continue
      }
      let end = Int(tree.nodes[folder].end)
      let inside = page.blocks.indices[index...].prefix { Int(page.blocks[$0].firstText) < end }
      let isRest =
        !page.blocks[shown].context.contains(.hidden)
        && goesOn(folder, from: page.blocks[shown], tree)
        && page.meanings[folder].isDisjoint(with: foreign)
        && inside.contains { isAlike(page.blocks[$0], page.blocks[shown], tree) }
        && inside.allSatisfy { counts[lines.lines[$0].hash] == 1 }
      let prose = inside.filter { lines.lines[$0].isTerminated && page.blocks[$0].linkBytes == 0 }
      let words = inside.reduce(0.0) { $0 + lines.lines[$1].words }
      let proseWords = prose.reduce(0.0) { $0 + lines.lines[$1].words }
      if isRest, prose.count >= leastParagraphs, proseWords >= leastWords,
        proseWords >= 0.8 * words,
        isContinuation(folder, tree)
          || hasControl(beside: inside.startIndex..<inside.endIndex, page, lines)
      {
        found.append(contentsOf: prose)
      }
      index = max(inside.endIndex, index + 1)
    }
    return found
  }

  /// Whether the class of an element says that it holds the rest of something.
  private static func isContinuation(_ folder: Int, _ tree: HTMLTree) -> Bool {
    guard let name = tree.value(.class, of: folder), name.utf8.count < 512 else { return false }
    return name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      .contains { continuations.contains($0) }
  }

  private static let continuations: Set<Substring> = [
    "more", "rest", "readmore", "continued", "continuation", "collapse", "collapsed", "collapsible",
    "expand", "expandable", "truncated", "folded", "remainder", "subscriber", "premium",
  ]

  /// Whether a link or button just before or behind some lines offers to show more.
  private static func hasControl(
    beside range: Range<Int>, _ page: PageBlocks, _ lines: Page
  ) -> Bool {
    let near =
      Array(max(range.lowerBound - controlReach, 0)..<range.lowerBound)
      + Array(range.upperBound..<min(range.upperBound + controlReach, page.blocks.count))
    return near.contains { index in
      let block = page.blocks[index]
      guard lines.lines[index].words <= controlWords,
        block.linkBytes > 0 || block.context.contains(.button)
      else { return false }
      let text = page.string(index).lowercased()
      return controls.contains { text.contains($0) }
    }
  }

  private static let controls = [
    "read more", "show more", "see more", "view more", "more text", "continue", "full story",
    "full article", "expand", "weiterlesen", "mehr lesen", "mehr anzeigen", "lire la suite",
    "voir plus",
    "leer más", "ver más", "mostrar más", "continua", "leggi tutto", "leia mais", "ler mais",
    "lees verder",
    "läs mer", "les mer", "læs mere", "czytaj", "читать", "показать", "続き", "もっと", "더보기", "展开",
    "全文",
    "devamını", "المزيد",
  ]

  /// What is hidden for other reasons.
  private static let foreign: ClassMeaning = [
    .comment, .related, .share, .navigation, .sidebar, .byline, .caption,
    .consent, .footer, .gallery, .advertisement,
  ]

  /// The outermost hidden element round a node.
  private static func folder(of node: Int, _ tree: HTMLTree) -> Int? {
    var found: Int?
    var node = node
    while node > 0 {
      if isHidden(node, tree) { found = node }
      node = Int(tree.nodes[node].parent)
    }
    return found
  }

  private static func isHidden(_ node: Int, _ tree: HTMLTree) -> Bool {
    if tree.range(.hidden, of: node) != nil { return true }
    guard let style = tree.range(.style, of: node), style.count < 512 else { return false }
    return String(decoding: tree.bytes[style], as: UTF8.self).lowercased().filter { $0 != " " }
      .contains("display:none")
  }

  /// Whether the last line shown lies in the element round the hidden one, itself or one or two levels down.
  private static func goesOn(_ folder: Int, from block: PageBlock, _ tree: HTMLTree) -> Bool {
    let outer = Int(tree.nodes[folder].parent)
    var node = Int(block.node)
    for _ in 0..<3 where node > 0 {
      if Int(tree.nodes[node].parent) == outer { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  private static func isAlike(_ one: PageBlock, _ other: PageBlock, _ tree: HTMLTree) -> Bool {
    let (one, other) = (Int(one.node), Int(other.node))
    return tree.nodes[one].tag == .p && tree.nodes[other].tag == .p
      && tree.value(.class, of: one) == tree.value(.class, of: other)
  }
}
