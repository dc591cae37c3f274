import DatelineMarkup

/// Chooses the lines of the article from what the model says of each: the labelling of the page's
/// elements and lines with the smallest cost, where a line costs the log-odds it goes against, and
/// every change between an element and the one round it costs the same again.
///
/// So paragraphs side by side go together, and a box between them can be left out as a whole. Exact,
/// by dynamic programming over the tree (Viterbi); linear in the elements that hold text.
struct BlockSelection {
  /// Cost of a change between an element and its parent, in log-odds; half of it between a line and
  /// its element.
  private static let changeCost: Float = 0.4
  /// Log-odds of a line count up to this.
  private static let mostEvidence: Float = 4

  private let odds: [Float]
  /// Elements that hold lines, parents first, numbered from 0; the root is 0.
  private let parents: [Int]
  /// Element of each line.
  private let elements: [Int]

  /// - Parameter odds: log-odds that a line belongs to the article, for each line.
  init(_ tree: HTMLTree, _ page: PageBlocks, odds: [Float]) {
    self.odds = odds
    var nodes: Set<Int32> = [0]
    for block in page.blocks {
      var node = block.node
      while node > 0, nodes.insert(node).inserted { node = tree.nodes[Int(node)].parent }
    }
    // Parents stand before their children in the page.
    let ordered = nodes.sorted()
    var numbers: [Int32: Int] = [:]
    for (number, node) in ordered.enumerated() { numbers[node] = number }
    parents = ordered.map { node in
      node == 0 ? -1 : numbers[max(tree.nodes[Int(node)].parent, 0)] ?? 0
    }
    elements = page.blocks.map { numbers[max($0.node, 0)] ?? 0 }
  }

  /// The article's lines when `bias` is added to all log-odds.
  func lines(bias: Float) -> [Bool] {
    let change = Self.changeCost
    let count = parents.count
    var inside = [Float](repeating: 0, count: count)
    var outside = inside
    let values = odds.map { min(max($0 + bias, -Self.mostEvidence), Self.mostEvidence) }
    for (line, element) in elements.enumerated() {
      inside[element] += max(values[line], -change / 2)
      outside[element] += max(0, values[line] - change / 2)
    }
    for element in stride(from: count - 1, to: 0, by: -1) {
      let parent = parents[element]
      inside[parent] += max(inside[element], outside[element] - change)
      outside[parent] += max(outside[element], inside[element] - change)
    }
    var isInside = [Bool](repeating: false, count: count)
    isInside[0] = inside[0] - change > outside[0]
    for element in 1..<max(count, 1) {
      isInside[element] =
        isInside[parents[element]]
        ? inside[element] > outside[element] - change
        : inside[element] - change > outside[element]
    }
    return elements.indices.map { line in
      isInside[elements[line]] ? values[line] > -change / 2 : values[line] > change / 2
    }
  }
}
