import DatelineMarkup

/// Lines of other articles that stand on an article's page as a whole: pages that go on with the next
/// article when the reader scrolls.
///
/// Such an article is an `article` element as deep in the page as the one with the page's headline,
/// and has a first-level heading of its own.
enum OtherArticles {
  /// Words of a heading that is a headline.
  private static let fewestWords = 3.0

  /// One flag a line. Linear in the page, but for the depth of its elements.
  /// - Parameter headline: element of the page's headline; negative when there is none.
  static func lines(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, headline: Int
  ) -> [Bool] {
    var flags = [Bool](repeating: false, count: page.blocks.count)
    guard headline >= 0, let own = article(headline, tree) else { return flags }
    var others: [Range<Int>] = []
    for (index, block) in page.blocks.enumerated()
    where block.headingLevel == 1 && lines.lines[index].words >= fewestWords {
      guard let other = article(Int(block.node), tree), other != own,
        tree.nodes[other].depth == tree.nodes[own].depth, others.last?.lowerBound != other
      else { continue }
      others.append(other..<Int(tree.nodes[other].end))
    }
    var next = 0
    for (index, block) in page.blocks.enumerated() {
      let node = Int(block.node)
      while next < others.count, others[next].upperBound <= node { next += 1 }
      flags[index] = next < others.count && others[next].contains(node)
    }
    return flags
  }

  /// The innermost article element round a node.
  private static func article(_ node: Int, _ tree: HTMLTree) -> Int? {
    var node = node
    while node > 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
    return node > 0 ? node : nil
  }
}
