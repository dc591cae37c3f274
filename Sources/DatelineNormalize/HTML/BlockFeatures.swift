import DatelineMarkup

/// What the model that tells article text from the rest is asked about each line: figures for the
/// line itself, its elements and classes, its neighbours, and the places where several simple
/// extractors see the article.
struct BlockFeatures {
  /// Figures of one line.
  static let count = names.count

  static let names: [String] =
    [
      "words", "link density", "strong density", "terminated", "starts lower", "open ended",
      "bullet", "capitals", "doubled", "byline", "date line", "advertisement", "post author",
      "call to action", "strong call to action", "photo", "tail heading", "heading level",
      "title overlap", "title share", "ends in break", "bytes per word", "commas",
      "previous words", "previous links", "second previous words", "next words", "next links",
      "second next words", "window words", "window links", "previous terminated",
      "next terminated", "position", "text before", "text after", "below headline",
      "lines below headline", "tail headings before", "sibling share", "signature share",
      "in best container", "levels to best container", "best container share", "in best article",
      "best article share", "body property share", "in dense run", "distance to dense run",
      "votes", "depth", "container words", "container link density", "digits",
      "blocks in element", "previous same element", "next same element",
      "headlines before", "article number", "shares article with headline",
      "depth shared with headline",
      "code marks", "copies before", "copies behind", "lines since text", "lines to text",
      "cluster share", "cluster number", "in structured body", "structured body share",
      "in description", "is standfirst", "is headline", "starts with citation",
    ]
    + ClassMeaning.names.map { "near " + $0 } + ClassMeaning.names.map { "far " + $0 }
    + (0..<ElementContext.count).map { "context \($0)" }

  /// Row by row, ``count`` figures a line.
  private(set) var values: [Float] = []
  /// Lines that each simple extractor takes, for agreement and explanation.
  private(set) var candidates: [BlockCandidate] = []
  /// Nodes of the scored element; empty when there is none.
  private(set) var body = 0..<0

  init(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, _ metadata: PageMetadata,
    _ structured: StructuredBody?
  ) {
    guard !page.blocks.isEmpty else { return }
    let layout = PageLayout(tree, page, lines)
    candidates = layout.candidates
    if layout.bestContainer >= 0 {
      body = layout.bestContainer..<Int(tree.nodes[layout.bestContainer].end)
    }
    let titles = metadata.titleVariants + [metadata.title?.value ?? ""]
    let titleWords = WordSet(Set(titles.flatMap { Page(text: Array($0.utf8)).words }))
    let description = WordSet(Set(Page(text: Array((metadata.metaDescription ?? "").utf8)).words))
    let shares = lines.lines.indices.map { structured?.share(of: lines.wordHashes($0)) ?? -1 }
    var structuredShare: Float = -1
    if let structured {
      let found = lines.lines.indices.reduce(Float(0)) {
        shares[$1] > 0.6 ? $0 + Float(lines.lines[$1].words) : $0
      }
      structuredShare = min(found / Float(structured.words), 2)
    }
    values.reserveCapacity(page.blocks.count * Self.count)
    var tailHeadings: Float = 0
    var before = 0.0
    let count = page.blocks.count
    func flag(_ value: Bool) -> Float { value ? 1 : 0 }
    for index in 0..<count {
      let block = page.blocks[index]
      let line = lines.lines[index]
      func put(_ value: Float) { values.append(value) }
      func words(_ other: Int) -> Float {
        other >= 0 && other < count ? Float(min(lines.lines[other].words, 100)) : 0
      }
      func links(_ other: Int) -> Float {
        other >= 0 && other < count ? layout.linkDensity[other] : 1
      }
      func isTerminated(_ other: Int) -> Float {
        other >= 0 && other < count && lines.lines[other].isTerminated ? 1 : 0
      }
      func isSameElement(_ other: Int) -> Float {
        other >= 0 && other < count && page.blocks[other].node == block.node ? 1 : 0
      }
      let hashes = lines.wordHashes(index)
      let inTitle = hashes.reduce(0) { titleWords.contains($1) ? $0 + 1 : $0 }
      let bytes = page.text[block.range]
      let meanings = line.meanings
      let window = layout.window(index)
      put(words(index))
      put(layout.linkDensity[index])
      put(Float(block.strongBytes) / Float(max(bytes.count, 1)))
      put(flag(line.isTerminated))
      put(flag(line.startsLower))
      put(flag(line.isOpenEnded))
      put(flag(line.startsWithBullet))
      put(flag(line.isCapitals))
      put(flag(line.isDoubled))
      put(flag(line.isByline))
      put(flag(line.isDateLine))
      put(flag(line.isAdvertisement))
      put(flag(line.isPostAuthor))
      put(flag(meanings.contains(.callToAction)))
      put(flag(meanings.contains(.strongCallToAction)))
      put(flag(meanings.contains(.photo)))
      put(flag(meanings.contains(.tailHeading)))
      put(Float(block.headingLevel))
      put(hashes.isEmpty ? 0 : Float(inTitle) / Float(hashes.count))
      put(titleWords.isEmpty ? 0 : Float(inTitle) / Float(titleWords.count))
      put(flag(block.endsInBreak))
      put(Float(bytes.count) / Float(max(line.words, 1)))
      put(Float(min(bytes.count { $0 == UInt8(ascii: ",") }, 10)))
      put(words(index - 1))
      put(links(index - 1))
      put(words(index - 2))
      put(words(index + 1))
      put(links(index + 1))
      put(words(index + 2))
      put(window.words)
      put(window.links)
      put(isTerminated(index - 1))
      put(isTerminated(index + 1))
      put(Float(index) / Float(count))
      put(Float(before / layout.total))
      put(Float((layout.total - before - layout.mass[index]) / layout.total))
      put(flag(layout.headline >= 0 && index > layout.headline))
      put(layout.headline >= 0 ? Float(min(max(index - layout.headline, -50), 200)) : -60)
      put(tailHeadings)
      put(layout.siblingShare(index))
      put(layout.signatureShare(index))
      put(flag(layout.isInBestContainer(index)))
      put(layout.levelsToBest(index))
      put(layout.bestContainerShare)
      put(flag(layout.isInBestArticle(index)))
      put(layout.bestArticleShare)
      put(layout.bodyPropertyShare)
      put(flag(layout.run.contains(index)))
      put(layout.distanceToRun(index))
      put(Float(candidates.count { $0.contains(index) }))
      put(Float(min(tree.nodes[Int(block.node)].depth, 60)))
      put(layout.containerWords(index))
      put(layout.containerLinks(index))
      put(Float(min(bytes.count { $0 >= 0x30 && $0 <= 0x39 }, 20)))
      put(Float(min(layout.blocksInElement(index), 50)))
      put(isSameElement(index - 1))
      put(isSameElement(index + 1))
      put(layout.headlinesBefore[index])
      put(layout.articleNumber[index])
      put(flag(layout.sharesArticleWithHeadline(index)))
      put(layout.depthSharedWithHeadline(index))
      put(
        Float(
          min(
            bytes.count { $0 == 0x22 || $0 == 0x7B || $0 == 0x7D || $0 == 0x5C || $0 == 0x3D }, 40))
          / Float(max(line.words, 1)))
      put(layout.copiesBefore[index])
      put(layout.copiesBehind[index])
      put(layout.linesSinceText[index])
      put(layout.linesToText[index])
      put(layout.clusterShare[index])
      put(layout.clusterNumber[index])
      put(shares[index])
      put(structuredShare)
      put(
        description.isEmpty || hashes.isEmpty
          ? 0 : Float(hashes.count { description.contains($0) }) / Float(hashes.count))
      put(flag(isInside(metadata.standfirstNode, tree, block)))
      put(flag(isInside(metadata.headlineNode, tree, block)))
      put(flag(hashes.first.map(Self.citations.contains) ?? false))
      for bit in 0..<ClassMeaning.count {
        values.append(flag(block.near.rawValue >> UInt32(bit) & 1 == 1))
      }
      for bit in 0..<ClassMeaning.count {
        values.append(flag(block.far.rawValue >> UInt32(bit) & 1 == 1))
      }
      for bit in 0..<ElementContext.count {
        values.append(flag(block.context.rawValue >> UInt32(bit) & 1 == 1))
      }
      before += layout.mass[index]
      if meanings.contains(.tailHeading), line.words <= 8, !line.isTerminated,
        before > 0.2 * layout.total
      {
        tailHeadings = min(tailHeadings + 1, 10)
      }
    }
  }

  private func isInside(_ node: Int, _ tree: HTMLTree, _ block: PageBlock) -> Bool {
    node >= 0 && Int(block.firstText) > node && Int(block.firstText) < Int(tree.nodes[node].end)
  }

  /// First words of notes below the text: where it came from, what else there is.
  private static let citations = WordSet(
    text: """
      citation source sources provided contributing contributors additional reporting editing edited \
      copyright correction editor's note disclaimer doi originally journal reference references \
      contact follow published first tags topics filed photo image watch read related more also see \
      listen subscribe sign support
      """)
}
