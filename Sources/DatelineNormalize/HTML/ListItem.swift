import DatelineMarkup

/// A headline that leads somewhere, with the few lines of text below it.
struct ListItem {
  /// Line of the headline.
  var line: Int
  var headlineWords: Double
  /// Where it leads.
  var address: String?
  /// Whether the headline itself does, and not a link below the text.
  var isHeadlineLinked: Bool
  /// Words below the headline, and lines that are paragraphs among them.
  var words = 0.0
  var paragraphs = 0
  /// Line of the first text.
  var text: Int?
  /// The last paragraph ends in dots.
  var isCutShort = false
  /// A link of a few words stands below the text.
  var hasMore = false
  /// An author, a date or both stand in it.
  var isSigned = false

  /// Nodes of an item that are looked at for its author and date.
  private static let mostNodes = 150

  /// Whether an author or a date is named between two nodes by their markup.
  static func isSigned(_ nodes: Range<Int>, _ tree: HTMLTree, _ page: PageBlocks) -> Bool {
    for node in nodes.prefix(mostNodes) {
      let element = tree.nodes[node]
      if element.tag == .text { continue }
      if element.tag == .time || !page.meanings[node].isDisjoint(with: [.byline, .date]) {
        return true
      }
      guard element.count > 0 else { continue }
      for (attribute, values) in [(HTMLAttribute.itemprop, properties), (.rel, relations)] {
        if let value = tree.value(attribute, of: node), values.contains(value) { return true }
      }
    }
    return false
  }

  private static let properties: Set<String> = ["author", "creator", "datePublished"]
  private static let relations: Set<String> = ["author"]
}

extension [ListItem] {
  /// Whether an item's headline is told apart from the others by an element of its own, which has its
  /// text in it too, as cards have. For most items of a list.
  func areApart(_ tree: HTMLTree, _ page: PageBlocks) -> Bool {
    var parents: [Int: Int] = [:]
    for item in self {
      guard let text = item.text else { continue }
      let common = Self.common(
        Int(page.blocks[item.line].firstText), Int(page.blocks[text].firstText), tree)
      parents[common, default: 0] += 1
    }
    return (parents.values.max() ?? 0) * 2 <= count
  }

  /// The innermost element round two nodes.
  private static func common(_ first: Int, _ second: Int, _ tree: HTMLTree) -> Int {
    var node = Swift.min(first, second)
    let other = Swift.max(first, second)
    while node > 0, Int(tree.nodes[node].end) <= other { node = Int(tree.nodes[node].parent) }
    return node
  }
}
