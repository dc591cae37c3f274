import DatelineMarkup

/// A standfirst that nothing but its place tells: the heading right below the headline, or the line there that
/// is the page's description.
enum Deck {
  /// Nodes behind the headline among which it stands.
  private static let reach = 60
  /// Words of a heading that is a sentence, and of a line above it that is no paragraph.
  private static let fewestWords = 8
  private static let mostBetween = 12
  /// Nodes behind it among which a second heading of its level says that both are the text's.
  private static let section = 1_500

  /// The node of its element; `nil` when there is none. Bounded.
  /// - Parameter start: First node behind the headline.
  static func node(_ tree: HTMLTree, from start: Int, description: String?) -> Int? {
    let description = description.map(TitleKey.init).flatMap { $0.isEmpty ? nil : $0 }
    var node = start
    let end = min(start + reach, tree.nodes.count)
    while node < end {
      let element = tree.nodes[node]
      switch element.tag {
      case .h2, .h3, .h4:
        let text = tree.line(node)
        if isDescription(text, description) { return node }
        return isSentence(text) && !holdsLink(node, tree) && isAlone(node, tree) ? node : nil
      case .p, .div, .span:
        if !holdsBlock(node, tree) {
          let text = tree.line(node)
          // A first paragraph is often the description too.
          if !Sentence.isTerminated(text.utf8), isDescription(text, description) { return node }
          if words(text) > mostBetween { return nil }
          node = Int(element.end)
          continue
        }
      case .figure, .nav, .aside, .form, .ul:
        node = Int(element.end)
        continue
      case .h1: return nil
      default: break
      }
      node += 1
    }
    return nil
  }

  private static func isDescription(_ text: String, _ description: TitleKey?) -> Bool {
    words(text) >= fewestWords / 2 && description == TitleKey(text)
  }

  private static func isSentence(_ text: String) -> Bool {
    let count = words(text)
    return count >= fewestWords && count <= 60 && !text.hasSuffix(":") && !text.hasSuffix("?")
  }

  private static func words(_ text: String) -> Int {
    text.split(separator: " ").count
  }

  private static func holdsLink(_ node: Int, _ tree: HTMLTree) -> Bool {
    (node..<Int(tree.nodes[node].end)).contains { tree.nodes[$0].tag == .a }
  }

  private static func holdsBlock(_ node: Int, _ tree: HTMLTree) -> Bool {
    let end = min(Int(tree.nodes[node].end), node + reach)
    return (node + 1..<max(end, node + 1)).contains { tree.nodes[$0].tag.isBlock }
  }

  /// Whether no other heading of its level follows before the text's end, links apart.
  private static func isAlone(_ node: Int, _ tree: HTMLTree) -> Bool {
    let start = Int(tree.nodes[node].end)
    return !(start..<min(start + section, tree.nodes.count)).contains {
      tree.nodes[$0].tag == tree.nodes[node].tag && !holdsLink($0, tree)
    }
  }
}
