import DatelineMarkup

/// Lines between headline and text that are the article's standfirst, not its first paragraph.
///
/// A standfirst is marked as such (its element is a heading or is called one), stands outside the
/// element with the text, and something that is not the article's (author, date, buttons, a picture)
/// stands between the two.
enum LeadingStandfirst {
  /// Most lines and words of a standfirst.
  private static let mostLines = 2
  private static let mostWords = 80.0

  /// The lines of a selection that are a standfirst. Linear in the page.
  /// - Parameter body: Nodes of the element with the text.
  static func lines(
    _ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ metadata: PageMetadata, body: Range<Int>
  ) -> [Int] {
    guard let first = chosen.firstIndex(of: true), !isIn(body, page.blocks[first]),
      isBelowHeadline(first, page), isMarked(page.blocks[first], tree, metadata)
    else { return [] }
    // All that stands above the text's element: the standfirst, and what is left out behind it.
    let end = page.blocks[first...].firstIndex { isIn(body, $0) } ?? chosen.count
    guard end < chosen.count, !chosen[end - 1] else { return [] }
    let found = (first..<end).filter { chosen[$0] }
    let words = found.reduce(0.0) { $0 + lines.lines[$1].words }
    return found.count <= mostLines && words <= mostWords ? found : []
  }

  private static func isIn(_ nodes: Range<Int>, _ block: PageBlock) -> Bool {
    nodes.contains(Int(block.node))
  }

  private static func isBelowHeadline(_ index: Int, _ page: PageBlocks) -> Bool {
    page.blocks[..<index].contains { $0.headingLevel == 1 }
  }

  private static func isMarked(
    _ block: PageBlock, _ tree: HTMLTree, _ metadata: PageMetadata
  ) -> Bool {
    if block.headingLevel > 1 || block.near.contains(.standfirst) { return true }
    let node = metadata.standfirstNode
    return node >= 0 && Int(block.firstText) > node
      && Int(block.firstText) < Int(tree.nodes[node].end)
  }
}
