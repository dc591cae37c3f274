import DatelineMarkup

/// Lines between headline and text that are the article's standfirst, not its first paragraph.
///
/// A standfirst is marked as such (its element is a heading or is called one), stands outside the
/// element with the text, and something that is not the article's (author, date, buttons, a picture)
/// stands between the two. A line that does not end like a sentence is no first paragraph: it needs
/// nothing but a class that means a standfirst, or to look other than the paragraphs and to have the
/// line with author or date behind it.
enum LeadingStandfirst {
  /// Most lines and words of a standfirst.
  private static let mostLines = 2
  private static let mostWords = 80.0
  /// Words of one that nothing but its place and its look tell, and of the text behind it at least.
  private static let mostUnmarkedWords = 60.0
  private static let leastUnmarkedWords = 5.0
  private static let leastText = 60.0

  /// The lines of a selection that are a standfirst. Linear in the page.
  /// - Parameters:
  ///   - body: Nodes of the element with the text.
  ///   - signed: Lines that name an author or a time.
  static func lines(
    _ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ metadata: PageMetadata, body: Range<Int>, signed: [Int] = []
  ) -> [Int] {
    // The headline itself may be selected.
    let below = chosen.indices.first { chosen[$0] && page.blocks[$0].headingLevel != 1 }
    guard let first = below, isBelowHeadline(first, page) else { return [] }
    let apart = linesApart(chosen, first, tree, page, lines, metadata, body)
    if !apart.isEmpty { return apart }
    let named = linesNamedSo(chosen, first, tree, page, lines)
    if !named.isEmpty { return named }
    let marked = sentencesBeforeSignature(chosen, first, tree, page, lines, metadata, signed)
    return marked.isEmpty ? linesBeforeSignature(chosen, first, tree, page, lines, signed) : marked
  }

  /// Marked lines outside the text's element.
  private static func linesApart(
    _ chosen: [Bool], _ first: Int, _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ metadata: PageMetadata, _ body: Range<Int>
  ) -> [Int] {
    guard !isIn(body, page.blocks[first]), isMarked(page.blocks[first], tree, metadata) else {
      return []
    }
    // All that stands above the text's element: the standfirst, and what is left out behind it.
    let end = page.blocks[first...].firstIndex { isIn(body, $0) } ?? chosen.count
    guard end < chosen.count, !chosen[end - 1] else { return [] }
    let found = (first..<end).filter { chosen[$0] }
    return isShort(found, lines, mostWords) ? found : []
  }

  /// Lines whose element or the one round it has a class that means nothing but a standfirst.
  private static func linesNamedSo(
    _ chosen: [Bool], _ first: Int, _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page
  ) -> [Int] {
    let found = (first..<chosen.count).lazy.filter { chosen[$0] }.prefix(mostLines + 1)
      .prefix { page.blocks[$0].near.contains(.standfirst) && isNamedSo(page.blocks[$0], tree) }
    let lead = Array(found)
    guard !lead.contains(where: { lines.lines[$0].isTerminated }) else { return [] }
    return isShort(lead, lines, mostWords) && textBehind(lead, chosen, lines) >= leastText / 2
      ? lead : []
  }

  /// Full sentences that are called a standfirst by class or property and have the author or date line
  /// right behind them.
  private static func sentencesBeforeSignature(
    _ chosen: [Bool], _ first: Int, _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ metadata: PageMetadata, _ signed: [Int]
  ) -> [Int] {
    guard let signature = signed.first(where: { $0 > first }), signature - first <= mostLines + 1
    else { return [] }
    let found = (first..<signature).filter { chosen[$0] }
    let node = metadata.standfirstNode
    let property =
      node >= 0 && metadata.standfirst?.source == "itemprop"
      ? node..<Int(tree.nodes[node].end) : 0..<0
    guard isShort(found, lines, mostWords), textBehind(found, chosen, lines) >= leastText,
      found.allSatisfy({ index in
        isNamedSo(page.blocks[index], tree)
          || property.contains(Int(page.blocks[index].firstText))
      })
    else { return [] }
    return found
  }

  /// Lines that look other than the paragraphs and have the author or date line right behind them.
  private static func linesBeforeSignature(
    _ chosen: [Bool], _ first: Int, _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page,
    _ signed: [Int]
  ) -> [Int] {
    guard let signature = signed.first(where: { $0 > first }) else { return [] }
    let found = (first..<signature).filter { chosen[$0] }
    guard isShort(found, lines, mostUnmarkedWords), signature - first <= 8,
      textBehind(found, chosen, lines) >= leastText,
      !found.contains(where: { lines.lines[$0].isTerminated })
    else { return [] }
    let words = found.reduce(0.0) { $0 + lines.lines[$1].words }
    guard words >= leastUnmarkedWords else { return [] }
    let looks = found.map { look(page.blocks[$0], tree) }
    var paragraphs: [String: Int] = [:]
    for index in chosen.indices
    where chosen[index] && index > signature && lines.lines[index].words >= 8 {
      paragraphs[look(page.blocks[index], tree), default: 0] += 1
    }
    return looks.allSatisfy { paragraphs[$0] == nil } && !paragraphs.isEmpty ? found : []
  }

  /// Tag and class of a line's element.
  private static func look(_ block: PageBlock, _ tree: HTMLTree) -> String {
    let node = Int(block.node)
    return "\(tree.nodes[node].tag) " + (tree.value(.class, of: node) ?? "")
  }

  private static func isShort(_ found: [Int], _ lines: Page, _ most: Double) -> Bool {
    let words = found.reduce(0.0) { $0 + lines.lines[$1].words }
    return !found.isEmpty && found.count <= mostLines && words <= most
  }

  private static func textBehind(_ found: [Int], _ chosen: [Bool], _ lines: Page) -> Double {
    guard let last = found.last else { return 0 }
    return chosen.indices.dropFirst(last + 1).reduce(0.0) {
      chosen[$1] ? $0 + lines.lines[$1].words : $0
    }
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

  /// Whether a class of a line's element or of the one round it is a word for a standfirst that
  /// nobody uses for a first paragraph.
  private static func isNamedSo(_ block: PageBlock, _ tree: HTMLTree) -> Bool {
    let node = Int(block.node)
    for node in [node, Int(tree.nodes[node].parent)] where node > 0 {
      guard let name = tree.value(.class, of: node)?.lowercased() else { continue }
      let words = name.split { !$0.isLetter }
      if words.contains(where: names.contains) { return true }
      if zip(words, words.dropFirst()).contains(where: { $0 == "sub" && titles.contains($1) }) {
        return true
      }
    }
    return false
  }

  private static let titles: Set<Substring> = ["title", "heading", "headline", "head"]
  private static let names: Set<Substring> = [
    "dek", "deck", "standfirst", "subtitle", "subheadline", "subhead", "subheading", "strapline",
    "strap", "chapo", "bajada", "copete", "entradilla", "sottotitolo", "subtitulo", "untertitel",
    "articledek", "articlesubtitle", "postsubtitle", "underrubrik", "ondertitel", "podtytul",
    "catenaccio", "soustitre",
  ]
}
