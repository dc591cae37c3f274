import DatelineMarkup

/// Elements whose class or id says without a doubt that they are not the article's: readers' comments, and boxes
/// between its paragraphs that ask for an address, money or a vote, lead to other articles or repeat a sentence.
///
/// The words here are those nobody gives the element that holds an article; what the model makes of the many
/// others depends on all that it knows.
enum MarkedElements {
  /// Share of the selection's words that a box may have.
  private static let mostShare = 0.5
  private static let mostWords = 120.0

  /// Lines of readers' comments, where prose stands between the headline and them. Linear in the page.
  /// - Parameter headline: Nodes of the page's headline.
  static func comments(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, headline: Range<Int>
  ) -> [Int] {
    guard !headline.isEmpty else { return [] }
    var found: [Int] = []
    var end = headline.upperBound
    for node in tree.nodes.indices where node >= end {
      guard holdsMark(node, tree, page), isComments(node, tree) else { continue }
      end = Int(tree.nodes[node].end)
      let first = index(of: node, page)
      if found.isEmpty {
        let text = index(of: headline.upperBound, page)..<first
        guard text.contains(where: { lines.lines[$0].isProse }) else { return [] }
      }
      // "20 responses to ..."
      if first > 0, page.blocks[first - 1].headingLevel > 1,
        Int(page.blocks[first - 1].firstText) >= headline.upperBound
      {
        found.append(first - 1)
      }
      found.append(contentsOf: first..<index(of: end, page))
    }
    return found
  }

  /// Lines of a selection that stand in boxes between its paragraphs or behind them. Linear in the page but for
  /// the words of nested boxes.
  static func boxes(
    _ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page
  ) -> [Int] {
    guard let start = chosen.firstIndex(of: true) else { return [] }
    func words(_ range: Range<Int>) -> Double {
      range.reduce(0.0) { chosen[$1] ? $0 + lines.lines[$1].words : $0 }
    }
    let total = words(chosen.indices)
    var found: [Int] = []
    var end = Int(page.blocks[start].lastText)
    for node in tree.nodes.indices where node > end {
      guard holdsMark(node, tree, page), isBox(node, tree) else { continue }
      let inside = index(of: node, page)..<index(of: Int(tree.nodes[node].end), page)
      let size = words(inside)
      guard size <= min(mostShare * total, mostWords) else { continue }
      end = Int(tree.nodes[node].end) - 1
      found.append(contentsOf: inside.filter { chosen[$0] })
    }
    return found
  }

  /// Words of which one is in the class or id of every element that is asked for.
  private static let marks: ClassMeaning = [.newsletter, .related, .box, .comment, .pullQuote]

  private static func holdsMark(_ node: Int, _ tree: HTMLTree, _ page: PageBlocks) -> Bool {
    switch tree.nodes[node].tag {
    case .aside, .div, .section, .ul, .li, .article, .form:
      !page.meanings[node].isDisjoint(with: marks)
    // `commentlist` is one word.
    case .ol: tree.nodes[node].count > 0
    default: false
    }
  }

  private static func names(_ node: Int, _ tree: HTMLTree) -> [Substring] {
    [HTMLAttribute.class, .id].flatMap { attribute -> [Substring] in
      guard let range = tree.range(attribute, of: node), range.count < 256 else { return [] }
      let names = String(decoding: tree.bytes[range], as: UTF8.self).lowercased()
      return names.utf8.split { $0 <= 0x20 }.map(Substring.init)
    }
  }

  private static func isComments(_ node: Int, _ tree: HTMLTree) -> Bool {
    names(node, tree).contains { name in
      if commentLists.contains(name) { return true }
      // `comment-4711`, as blogs number them.
      guard tree.nodes[node].tag == .li || tree.nodes[node].tag == .div,
        name.hasPrefix("comment-")
      else { return false }
      let number = name.dropFirst("comment-".count)
      return !number.isEmpty && number.allSatisfy(\.isNumber)
    }
  }

  private static func isBox(_ node: Int, _ tree: HTMLTree) -> Bool {
    let isAside = tree.nodes[node].tag == .aside
    return names(node, tree).contains { name in
      if others.contains(name) { return true }
      let words = name.utf8.split { !(0x61...0x7A).contains($0) }.map(Substring.init)
      guard let first = words.first, let last = words.last else { return false }
      if polls.contains(first) || polls.contains(last) { return true }
      return words.contains { appeals.contains($0) || (isAside && asides.contains($0)) }
    }
  }

  private static let commentLists: Set<Substring> = [
    "commentlist", "comment-list", "comments-list",
  ]
  private static let appeals: Set<Substring> = [
    "newsletter", "newsletters", "donate", "donation", "donations",
  ]
  private static let polls: Set<Substring> = ["poll", "polls"]
  private static let asides: Set<Substring> = ["related", "recommended", "pullquote"]
  /// Whole class names.
  private static let others: Set<Substring> = [
    "related-story", "related-stories", "related-article", "related-articles", "related-posts",
    "related-links", "related-content",
  ]

  /// The first line at or behind a node; logarithmic.
  private static func index(of node: Int, _ page: PageBlocks) -> Int {
    var low = 0
    var high = page.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(page.blocks[middle].firstText) < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
