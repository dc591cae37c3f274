import DatelineMarkup

/// Articles that are lists: "ten walks around the bay", each with a linked heading and a text of its own.
///
/// Lists of teasers look much the same. No single sign decides; each speaks for one or the other, and
/// the signs are added up.
enum Listicle {
  /// Sum of the signs from which on a list is an article.
  private static let enough = 3
  private static let fewestItems = 3

  /// Whether the items of a page are the parts of one article. Linear in the page.
  static func holds(
    _ items: [ListItem], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ metadata: PageMetadata
  ) -> Bool {
    guard items.count >= fewestItems, let first = items.first else { return false }
    let count = Double(items.count)
    func most(_ condition: (ListItem) -> Bool) -> Bool {
      items.count(where: condition) * 2 >= items.count
    }
    var sum = 0
    if isCounted(items, page, metadata) { sum += 2 }
    if leadsElsewhere(items, tree, host: metadata.host) { sum += 2 }
    if introduction(before: first.line, tree, page, lines, metadata) >= 25 { sum += 1 }
    if items.reduce(0, { $0 + $1.words }) / count >= 38 { sum += 1 }
    if most({ $0.paragraphs >= 2 }) { sum += 1 }
    let isApart = items.areApart(tree, page)
    if !isApart { sum += 1 }
    // Names of things are short, headlines are sentences.
    let headline = items.reduce(0) { $0 + $1.headlineWords } / count
    sum += headline <= 5 ? 1 : headline >= 6 ? -1 : 0
    if most(\.isSigned) { sum -= 2 }
    if items.count(where: \.isCutShort) * 3 >= items.count { sum -= 2 }
    if most(\.hasMore) { sum -= 1 }
    if isApart, areCards(items, tree, page) { sum -= 1 }
    if metadata.isFrontPage || metadata.isDeclaredOther { sum -= 2 }
    return sum >= enough
  }

  /// Whether items stand in elements that are called cards or teasers, or in article elements of their own.
  private static func areCards(_ items: [ListItem], _ tree: HTMLTree, _ page: PageBlocks) -> Bool {
    var articles: Set<Int> = []
    var teasers = 0
    for item in items {
      let block = page.blocks[item.line]
      if block.near.union(block.far).contains(.teaser) { teasers += 1 }
      var node = Int(block.node)
      while node > 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
      if node > 0 { articles.insert(node) }
    }
    return max(articles.count, teasers) * 2 >= items.count
  }

  /// Words of text between the page's headline and a line.
  private static func introduction(
    before line: Int, _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, _ metadata: PageMetadata
  ) -> Double {
    let node = metadata.headlineNode
    let headline = node < 0 ? 0..<0 : node..<Int(tree.nodes[node].end)
    let title = page.blocks[..<line].lastIndex {
      $0.headingLevel == 1 || headline.contains(Int($0.firstText))
    }
    guard let title else { return 0 }
    return (title..<line).reduce(0) { sum, index in
      let isText =
        lines.lines[index].words >= 10
        && Int(page.blocks[index].linkBytes) * 2 < page.blocks[index].range.count
      return isText && page.blocks[index].headingLevel == 0 ? sum + lines.lines[index].words : sum
    }
  }

  /// Whether the title says how many items there are, or their headings are numbered.
  private static func isCounted(
    _ items: [ListItem], _ page: PageBlocks, _ metadata: PageMetadata
  ) -> Bool {
    for title in metadata.titleVariants + [metadata.title?.value ?? ""] {
      for word in TitleKey(title).text.split(separator: " ") {
        guard let number = Int(word) ?? numberWords[String(word)] else { continue }
        // Items without a text or a link of their own are not among the items.
        if number >= items.count, number * 4 <= items.count * 5 { return true }
      }
    }
    let numbers = items.map { number(page.text[page.blocks[$0.line].range]) }
    let steps = zip(numbers, numbers.dropFirst()).count { first, second in
      guard let first, let second else { return false }
      return abs(first - second) == 1
    }
    return steps * 5 >= (items.count - 1) * 4
  }

  /// The number a heading begins with.
  private static func number(_ heading: ArraySlice<UInt8>) -> Int? {
    let rest = heading.drop { $0 == UInt8(ascii: "#") }
    let digits = rest.prefix(3).prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let next = rest.dropFirst(digits.count).first,
      " .):-".utf8.contains(next) || next >= 0x80
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// Whether most items lead to other sites: what an article speaks of stands there, what a list leads
  /// to is on the site itself.
  private static func leadsElsewhere(_ items: [ListItem], _ tree: HTMLTree, host: String?) -> Bool {
    let hosts = items.compactMap { $0.address.flatMap(WebAddress.host) }
    guard hosts.count * 2 >= items.count else { return false }
    if let host { return hosts.count { $0 != host } * 2 >= items.count }
    if Set(hosts).count * 3 >= items.count { return true }
    // A page that says where it is by none of its addresses links to itself by paths.
    let own = tree.nodes.indices.lazy.filter { tree.nodes[$0].tag == .a }.prefix(50)
    return own.contains { tree.value(.href, of: $0)?.hasPrefix("/") == true }
  }

  private static let numberWords: [String: Int] = {
    let languages = [
      "three four five six seven eight nine ten eleven twelve",
      "drei vier fünf sechs sieben acht neun zehn elf zwölf",
      "trois quatre cinq six sept huit neuf dix onze douze",
      "tres cuatro cinco seis siete ocho nueve diez once doce",
      "tre quattro cinque sei sette otto nove dieci undici dodici",
      "três quatro cinco seis sete oito nove dez onze doze",
      "drie vier vijf zes zeven acht negen tien elf twaalf",
    ]
    var words: [String: Int] = [:]
    for language in languages {
      for (index, word) in language.split(separator: " ").enumerated() {
        words[String(word)] = index + 3
      }
    }
    return words
  }()
}
