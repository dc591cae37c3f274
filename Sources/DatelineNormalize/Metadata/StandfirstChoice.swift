import DatelineMarkup

/// The summary printed between headline and text.
struct StandfirstChoice {
  private(set) var found: PageMetadata.Found?
  private(set) var node = -1

  /// Shortest and longest standfirst, in bytes.
  private static let lengths = 25...700
  /// Nodes behind the headline among which it is looked for.
  private static let reach = 160

  /// - Parameters:
  ///   - titles: Titles of the page, which are no standfirst.
  ///   - description: What the page says of itself.
  init(
    _ tree: HTMLTree, _ marks: PageMarks, headline: Int, titles: [String],
    description: String? = nil
  ) {
    guard headline >= 0 else { return }
    let start = Int(tree.nodes[headline].end)
    let asides = marks.asides(headline: headline)
    var candidates: [(node: Int, source: String)] = []
    for (node, property) in marks.properties
    where (property == .description || property == .alternativeHeadline)
      && tree.nodes[node].tag != .meta
    {
      candidates.append((node, "itemprop"))
    }
    for mark in marks.marks where mark.roles.contains(.standfirst) {
      candidates.append((mark.node, "class"))
    }
    let titles = Set(titles.map(TitleKey.init))
    for candidate in candidates.sorted(by: { $0.node < $1.node }) {
      // Above the headline stand kickers; far below it the text.
      guard candidate.node >= start, candidate.node < start + Self.reach,
        !asides.contains(candidate.node), let text = Self.text(tree, candidate.node),
        !titles.contains(TitleKey(text))
      else { continue }
      found = PageMetadata.Found(value: text, source: candidate.source)
      node = candidate.node
      return
    }
    guard let deck = Deck.node(tree, from: start, description: description),
      !asides.contains(deck), let text = Self.text(tree, deck), !titles.contains(TitleKey(text))
    else { return }
    found = PageMetadata.Found(value: text, source: "line")
    node = deck
  }

  /// The text of a standfirst's element; `nil` for a whole text, a list, an author line.
  private static func text(_ tree: HTMLTree, _ node: Int) -> String? {
    let end = Int(tree.nodes[node].end)
    guard end - node <= 40 else { return nil }
    var paragraphs = 0
    for inner in node..<end {
      switch tree.nodes[inner].tag {
      case .p: paragraphs += 1
      case .time, .h1, .figure, .img, .button: return nil
      default: break
      }
    }
    guard paragraphs <= 2 else { return nil }
    let text = TextNormalizer.line(tree.line(node))
    guard lengths.contains(text.utf8.count), text.utf8.contains(0x20) || text.utf8.count > 45
    else { return nil }
    let lower = text.prefix(12).lowercased()
    return others.contains(where: lower.hasPrefix) || LineTrims.endsWithCredit(text) ? nil : text
  }

  /// How lines begin that stand in the same place: author and date lines, credits, invitations.
  private static let others = [
    "by ", "von ", "par ", "published", "updated", "posted", "photo", "image:", "credit", "foto",
    "this story", "this article", "sign up", "subscribe", "listen", "share ",
  ]
}
