import DatelineMarkup

/// Finds the text of the article on an HTML page.
///
/// The page is cut into lines (``PageBlocks``); simple extractors say where they see the article
/// (``PageLayout``), and a model weighs their votes with what each line, its elements and neighbours
/// look like (``BlockModel``). ``BlockSelection`` turns that into selections of lines, stricter and
/// laxer ones; the one most like the others is taken, or the one most like the text in the page's
/// JSON-LD if it has one. Captions, calls to action, doubled lines, the standfirst above the text and
/// lines that stand on other pages of the site are trimmed.
struct HTMLExtractor {
  /// What was found.
  struct Result {
    /// Text, paragraphs separated by one blank line; empty when there is none.
    var body = ""
    /// Words of the text.
    var words = 0
    /// Share of the page's words that stand in links.
    var linkDensity = 0.0
    /// How much the page looks like a list; not asked of one that says that it is an article.
    var shape = ListShape()
    /// How much it looks like several texts; not asked either.
    var posts = PostShape()
    /// Whether the page has more lines than are weighed.
    var isCut = false
    /// Whether the text says the same again and again and hardly anything else, as galleries with one
    /// caption for all their pictures do.
    var isRepetition = false
    /// Whether the text is the JSON-LD's, since the page's own is not there.
    var isStructured = false
    /// Whether the text is lines that are hardly more than a link each, without a sentence.
    var isLinks = false
    /// Whether the line of the standfirst is part of the body.
    var holdsStandfirst = false
    /// The standfirst, if it is no part of the body.
    var standfirst: PageMetadata.Found?
    /// What the lines round the headline say of author and dates.
    var signature: Signature?
  }

  /// Selections that are compared: bias in log-odds and weight in the vote.
  private static let biases: [(bias: Float, weight: Double)] = [
    (-2, 0), (-1, 0.5), (0, 1), (1, 1), (2, 0.5), (3, 0), (4, 0),
  ]
  private static let plain = 2

  /// Extracts the article. Linear in the page.
  /// - Parameters:
  ///   - memory: lines of the site's other pages.
  ///   - clock: asked between the steps.
  static func extract(
    _ tree: HTMLTree, _ metadata: PageMetadata, memory: LineMemory.Counts,
    dates: PlausibleDates, clock: RecordClock, trace: inout ExtractionTrace?
  ) throws(RecordClock.IsOver) -> Result {
    var result = Result(standfirst: metadata.standfirst)
    let page = PageBlocks(tree)
    guard !page.blocks.isEmpty else { return structuredOnly(metadata, result) }
    try clock.check()
    let lines = Page(text: page.text)
    try clock.check()
    let structured = StructuredBody(metadata.structuredBody)
    let features = BlockFeatures(tree, page, lines, metadata, structured)
    try clock.check()
    var odds = BlockModel.standard.odds(features)
    try clock.check()
    let headline =
      metadata.headlineNode < 0
      ? 0..<0 : metadata.headlineNode..<Int(tree.nodes[metadata.headlineNode].end)
    let repeated = SiteRepeats.lines(
      tree, page, lines, memory, odds: odds, description: metadata.metaDescription,
      site: metadata.outletNames, headline: headline)
    try clock.check()
    let others = OtherArticles.lines(tree, page, lines, headline: metadata.headlineNode)
    for line in odds.indices where others[line] || repeated[line] { odds[line] = -100 }
    for line in MarkedElements.comments(tree, page, lines, headline: headline) { odds[line] = -100 }
    try clock.check()
    let selection = BlockSelection(tree, page, odds: odds)
    let trims = LineTrims(page, lines, odds)
    try clock.check()
    let selections = biases.map { bias in
      var chosen = selection.lines(bias: bias.bias)
      trims.apply(to: &chosen)
      return chosen
    }
    try clock.check()
    let words = lines.lines.map { Float(min($0.words, 100)) + 0.3 }
    var best = medoid(selections, words)
    if let structured {
      let shares = lines.lines.indices.map { structured.share(of: lines.wordHashes($0)) }
      let agreement = selections.map { Self.agreement($0, lines, shares, structured) }
      var closest = plain
      for index in agreement.indices
      where agreement[index] > agreement[closest] + (closest == plain ? 0.03 : 0) {
        closest = index
      }
      if agreement[closest] > 0.6, agreement[closest] > agreement[best] + 0.03 {
        best = closest
      } else if agreement[closest] < 0.3, structured.words > 130,
        lineWords(selections[plain], lines) * 2 < Double(structured.words)
      {
        trace?.chosen = "JSON-LD articleBody"
        return structuredOnly(metadata, result)
      }
    }
    var chosen = selections[best]
    try clock.check()
    for line in FoldedText.lines(chosen, tree, page, lines) { chosen[line] = true }
    for line in MarkedElements.boxes(chosen, tree, page, lines) { chosen[line] = false }
    for line in TailBlocks(chosen, tree, page, lines).lines { chosen[line] = false }
    try clock.check()
    for line in LabelledLinks.lines(chosen, tree, page) { chosen[line] = false }
    for line in FurnitureLines.lines(chosen, page, lines, headline: headline) {
      chosen[line] = false
    }
    for line in TableLayout.menus(chosen, page, lines) { chosen[line] = false }
    for line in TailCredits.lines(chosen, page, lines) { chosen[line] = false }
    try clock.check()
    let signature = Signature(chosen, tree, page, lines, metadata, dates: dates)
    for line in signature.lines
    where !lines.lines[line].isDateLine || !isParagraph(line, chosen, tree, page, lines) {
      chosen[line] = false
    }
    result.signature = signature
    if let byline = LeadingByline.line(chosen, page, metadata) { chosen[byline] = false }
    let standfirst = LeadingStandfirst.lines(
      chosen, tree, page, lines, metadata, body: features.body, signed: signature.named)
    for line in standfirst { chosen[line] = false }
    let above = standfirst.map(page.string).joined(separator: " ")
    if !above.isEmpty, metadata.standfirst?.value.contains(above) != true {
      result.standfirst = PageMetadata.Found(value: above, source: "line")
    }
    try clock.check()
    result.body = text(page, chosen)
    result.words = Int(lineWords(chosen, lines))
    result.linkDensity = linkDensity(page, lines)
    result.isLinks = isLinks(chosen, page, lines)
    result.isRepetition = isRepetition(chosen, lines)
    try clock.check()
    if !metadata.isDeclaredArticle {
      result.shape = ListShape(tree, page, lines, metadata, chosen: chosen)
      result.posts = PostShape(tree, page, lines, chosen: chosen)
    }
    result.isCut = page.isCut
    result.holdsStandfirst = page.blocks.indices.contains {
      chosen[$0] && isInside(page.blocks[$0], metadata.standfirstNode, tree)
    }
    if trace != nil {
      explain(
        &trace, page, lines, features, chosen, (repeated, others, standfirst), trims,
        bias: biases[best].bias)
    }
    if result.body.isEmpty || structured?.goesOn(from: result.body, words: result.words) == true {
      return structuredOnly(metadata, result)
    }
    return result
  }

  private static func structuredOnly(_ metadata: PageMetadata, _ empty: Result) -> Result {
    guard let structured = StructuredBody(metadata.structuredBody) else { return empty }
    var result = empty
    result.body = structured.text
    result.words = structured.words
    result.isStructured = true
    return result
  }

  /// The selection with the largest sum of weighted overlaps (Dice) with the others.
  private static func medoid(_ selections: [[Bool]], _ words: [Float]) -> Int {
    let sizes = selections.map { selection in
      selection.indices.reduce(0.0) { selection[$1] ? $0 + Double(words[$1]) : $0 }
    }
    var best = plain
    var bestScore = -1.0
    for (index, candidate) in biases.enumerated() where candidate.weight > 0 {
      var score = index == plain ? 0.05 : index == plain + 1 ? 0.03 : index < plain ? -0.05 : 0
      for (other, voter) in biases.enumerated() where voter.weight > 0 {
        let common = words.indices.reduce(0.0) {
          selections[index][$1] && selections[other][$1] ? $0 + Double(words[$1]) : $0
        }
        score += voter.weight * 2 * common / max(sizes[index] + sizes[other], 1)
      }
      if score > bestScore {
        bestScore = score
        best = index
      }
    }
    return best
  }

  /// Harmonic mean of the shares of the selection in the JSON-LD's text and the other way round.
  private static func agreement(
    _ selection: [Bool], _ lines: Page, _ shares: [Float], _ structured: StructuredBody
  ) -> Double {
    var size = 0.0
    var common = 0.0
    for index in selection.indices where selection[index] {
      size += lines.lines[index].words
      common += lines.lines[index].words * Double(shares[index])
    }
    return 2 * common / max(size + Double(structured.words), 1)
  }

  private static func lineWords(_ selection: [Bool], _ lines: Page) -> Double {
    selection.indices.reduce(0.0) { selection[$1] ? $0 + lines.lines[$1].words : $0 }
  }

  private static func isRepetition(_ selection: [Bool], _ lines: Page) -> Bool {
    var known: Set<UInt64> = []
    var count = 0
    var words = 0.0
    for index in selection.indices where selection[index] {
      count += 1
      if known.insert(lines.lines[index].hash).inserted { words += lines.lines[index].words }
      if words > 40 { return false }
    }
    return count >= 6 && known.count * 3 <= count
  }

  /// Whether a line with a date is a sentence that begins a row of paragraphs.
  private static func isParagraph(
    _ index: Int, _ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page
  ) -> Bool {
    let text = page.string(index)
    guard PlainSentence.matches(page.blocks[index], lines.lines[index], text),
      !text.contains(":"), !beginsWithLabel(text),
      let next = chosen.indices.dropFirst(index + 1).first(where: { chosen[$0] })
    else { return false }
    let (one, other) = (Int(page.blocks[index].node), Int(page.blocks[next].node))
    return lines.lines[next].isProse && tree.nodes[one].parent == tree.nodes[other].parent
      && tree.value(.class, of: one) == tree.value(.class, of: other)
  }

  private static func beginsWithLabel(_ text: String) -> Bool {
    guard let word = text.lowercased().split(whereSeparator: { !$0.isLetter }).first else {
      return true
    }
    return SignatureWords.published[String(word)] != nil
      || SignatureWords.modified[String(word)] != nil || word == "last"
  }

  private static func isLinks(_ chosen: [Bool], _ page: PageBlocks, _ lines: Page) -> Bool {
    var bytes = 0
    var linked = 0
    for index in chosen.indices where chosen[index] {
      let line = lines.lines[index]
      if line.isProse || (line.isTerminated && line.words >= 4) { return false }
      bytes += page.blocks[index].range.count
      linked += Int(page.blocks[index].linkBytes)
    }
    return linked * 2 > bytes
  }

  private static func linkDensity(_ page: PageBlocks, _ lines: Page) -> Double {
    var bytes = 0
    var linked = 0
    for block in page.blocks {
      bytes += block.range.count
      linked += min(Int(block.linkBytes), block.range.count)
    }
    return Double(linked) / Double(max(bytes, 1))
  }

  private static func text(_ page: PageBlocks, _ chosen: [Bool]) -> String {
    var bytes: [UInt8] = []
    for index in chosen.indices where chosen[index] {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes.append(contentsOf: page.text[page.blocks[index].range])
    }
    let clean = bytes.withUnsafeBufferPointer { TextCleaner.clean($0, lineEnds: .lines) }
    var paragraphs: [UInt8] = []
    paragraphs.reserveCapacity(clean.count + clean.count / 64)
    for byte in clean {
      paragraphs.append(byte)
      if byte == 0x0A { paragraphs.append(byte) }
    }
    return String(decoding: paragraphs, as: UTF8.self)
  }

  private static func isInside(_ block: PageBlock, _ node: Int, _ tree: HTMLTree) -> Bool {
    node >= 0 && Int(block.firstText) > node && Int(block.firstText) < Int(tree.nodes[node].end)
  }

  private static func explain(
    _ trace: inout ExtractionTrace?, _ page: PageBlocks, _ lines: Page, _ features: BlockFeatures,
    _ chosen: [Bool], _ left: (repeated: [Bool], others: [Bool], standfirst: [Int]),
    _ trims: LineTrims, bias: Float
  ) {
    let size = lineWords(chosen, lines)
    trace?.candidates = features.candidates.map { candidate in
      let common = chosen.indices.reduce(0.0) {
        chosen[$1] && candidate.lines[$1] ? $0 + lines.lines[$1].words : $0
      }
      let words = lineWords(candidate.lines, lines)
      return .init(
        name: candidate.name, score: 2 * common / max(size + words, 1), words: Int(words))
    }
    trace?.chosen = bias == 0 ? "weighed lines" : "weighed lines, bias \(bias)"
    trace?.dropped = chosen.indices.compactMap { index in
      if chosen[index] { return nil }
      if left.standfirst.contains(index) {
        return .init(text: page.string(index), reason: "standfirst")
      }
      let reason =
        left.repeated[index]
        ? "repeated on the site"
        : left.others[index]
          ? "other articles"
          : trims.reason(index) ?? DropReasons.reason(page.blocks[index], lines.lines[index])
      return .init(text: page.string(index), reason: reason)
    }
  }
}
