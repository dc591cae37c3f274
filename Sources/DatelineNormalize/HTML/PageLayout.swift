import DatelineMarkup

/// Lines that one simple way of finding the article takes.
struct BlockCandidate {
  var name: String
  /// One flag a line.
  var lines: [Bool]

  func contains(_ index: Int) -> Bool { lines[index] }
}

/// Where the text of a page stands: how much of it each element holds, and where simple extractors
/// see the article.
struct PageLayout {
  /// Words of each line that count as text: sentences without many links.
  let mass: [Double]
  let linkDensity: [Float]
  /// Sum of ``mass``, at least 1.
  let total: Double
  /// Line of the headline (first `h1`, else the first heading), -1 when there is none.
  let headline: Int
  /// The contiguous lines with the largest sum of scores.
  private(set) var run = 0..<0
  private(set) var bestContainer = -1
  private(set) var bestArticle = -1
  private(set) var bestContainerShare: Float = 0
  private(set) var bestArticleShare: Float = 0
  private(set) var bodyPropertyShare: Float = 0
  private(set) var candidates: [BlockCandidate] = []

  /// `h1` lines above each line.
  private(set) var headlinesBefore: [Float] = []
  /// Number of the article element a line is in, among those with text; -1 outside.
  private(set) var articleNumber: [Float] = []
  /// How often a line's text stands above and below it.
  private(set) var copiesBefore: [Float] = []
  private(set) var copiesBehind: [Float] = []
  /// Lines from the last and to the next line of text.
  private(set) var linesSinceText: [Float] = []
  private(set) var linesToText: [Float] = []
  /// Share of the text that stands in the same cluster of lines, and the cluster's number.
  private(set) var clusterShare: [Float] = []
  private(set) var clusterNumber: [Float] = []
  /// For each element: whether the headline is in it.
  private var holdsHeadline: [Bool] = []

  private let tree: HTMLTree
  private let page: PageBlocks
  /// By number of the element, plus one.
  private var siblingMass: [Double] = []
  private var signatureMass: [UInt64: Double] = [:]
  private var signatures: [UInt64] = []
  private var subtreeWords: [Float] = []
  private var subtreeLinks: [Float] = []
  private var elementBlocks: [Int32] = []
  private var prefixWords: [Float] = [0]
  private var prefixLinks: [Float] = [0]

  /// Contexts in which text is hardly the article's.
  private static let outside: ElementContext = [.aside, .nav, .footer, .form, .button, .figure]
  private static let outsideClasses: ClassMeaning = [
    .comment, .related, .advertisement, .newsletter, .navigation, .consent, .sidebar,
  ]

  init(_ tree: HTMLTree, _ page: PageBlocks, _ lines: Page) {
    self.tree = tree
    self.page = page
    let count = page.blocks.count
    var mass = [Double](repeating: 0, count: count)
    var density = [Float](repeating: 0, count: count)
    var headline = -1
    for index in 0..<count {
      let block = page.blocks[index]
      let line = lines.lines[index]
      density[index] = min(Float(block.linkBytes) / Float(max(block.range.count, 1)), 1)
      let isSentence = line.words >= 8 && (line.isTerminated || line.words >= 20)
      if isSentence, density[index] < 0.4, block.context.isDisjoint(with: Self.outside),
        line.meanings.isDisjoint(with: [.strongCallToAction, .photo])
      {
        mass[index] = min(line.words, 120) * Double(1 - density[index])
        if !block.near.isDisjoint(with: Self.outsideClasses) { mass[index] *= 0.3 }
      }
      if block.headingLevel == 1, headline < 0, line.words >= 2 { headline = index }
    }
    Self.discountHidden(&mass, page)
    self.mass = mass
    linkDensity = density
    self.headline = headline
    total = max(mass.reduce(0, +), 1)
    measure(lines)
    findContainers()
    findRun(lines)
    placeLines(lines)
    collectCandidates(lines)
  }

  /// What is hidden is no text, unless most of the text is: walls hide articles until scripts have
  /// run.
  private static func discountHidden(_ mass: inout [Double], _ page: PageBlocks) {
    var hidden = 0.0
    var visible = 0.0
    for index in mass.indices {
      if page.blocks[index].context.contains(.hidden) {
        hidden += mass[index]
      } else {
        visible += mass[index]
      }
    }
    guard hidden > 0, hidden < 2 * visible else { return }
    for index in mass.indices where page.blocks[index].context.contains(.hidden) {
      mass[index] = 0
    }
  }

  private mutating func measure(_ lines: Page) {
    subtreeWords = [Float](repeating: 0, count: tree.nodes.count)
    subtreeLinks = subtreeWords
    siblingMass = [Double](repeating: 0, count: tree.nodes.count + 1)
    elementBlocks = [Int32](repeating: 0, count: tree.nodes.count)
    signatures.reserveCapacity(mass.count)
    for index in mass.indices {
      let block = page.blocks[index]
      let node = Int(block.node)
      let parent = tree.nodes[node].parent
      siblingMass[Int(parent) + 1] += mass[index]
      elementBlocks[node] += 1
      let signature = signature(node)
      signatures.append(signature)
      signatureMass[signature, default: 0] += mass[index]
      let words = Float(lines.lines[index].words)
      subtreeWords[node] += words
      subtreeLinks[node] += words * linkDensity[index]
      prefixWords.append((prefixWords.last ?? 0) + min(words, 100))
      prefixLinks.append((prefixLinks.last ?? 0) + linkDensity[index])
    }
    // Children stand behind their parents: one pass from the end sums subtrees.
    for node in stride(from: tree.nodes.count - 1, to: 0, by: -1) {
      let parent = Int(tree.nodes[node].parent)
      if parent >= 0, subtreeWords[node] > 0 {
        subtreeWords[parent] += subtreeWords[node]
        subtreeLinks[parent] += subtreeLinks[node]
      }
    }
  }

  /// Tag and subjects of an element and of the two round it.
  private func signature(_ node: Int) -> UInt64 {
    var hash = WordHash.seed
    var node = node
    for _ in 0..<3 where node >= 0 {
      hash = (hash ^ UInt64(tree.nodes[node].tag.rawValue)) &* WordHash.prime
      hash = (hash ^ UInt64(page.meanings[node].rawValue)) &* WordHash.prime
      node = Int(tree.nodes[node].parent)
    }
    return hash
  }

  private mutating func findContainers() {
    var scores: [Int: Double] = [:]
    var articles: [Int: Double] = [:]
    var property = 0.0
    for index in mass.indices where mass[index] > 0 {
      let block = page.blocks[index]
      // A paragraph speaks for the element round it, half for the next, a third for the one after.
      var node = Int(tree.nodes[Int(block.node)].parent)
      if !block.context.contains(.paragraph) { node = Int(block.node) }
      for divisor in [1.0, 2.0, 3.0] where node > 0 {
        scores[node, default: 0] += mass[index] / divisor
        node = Int(tree.nodes[node].parent)
      }
      node = Int(block.node)
      while node > 0 {
        if tree.nodes[node].tag == .article { articles[node, default: 0] += mass[index] }
        node = Int(tree.nodes[node].parent)
      }
      if block.context.contains(.bodyProperty) { property += mass[index] }
    }
    var best = 0.0
    for (node, score) in scores {
      let words = subtreeWords[node]
      let links = words > 0 ? Double(subtreeLinks[node] / words) : 1
      let value = score * (1 - links)
      if value > best || (value == best && node < bestContainer) {
        best = value
        bestContainer = node
      }
    }
    best = 0
    for (node, score) in articles where score > best || (score == best && node > bestArticle) {
      best = score
      bestArticle = node
    }
    bestArticleShare = Float(best / total)
    bodyPropertyShare = Float(property / total)
    if bestContainer >= 0 {
      let inside = mass.indices.reduce(0.0) {
        isInside($1, bestContainer) ? $0 + mass[$1] : $0
      }
      bestContainerShare = Float(inside / total)
    }
  }

  private mutating func findRun(_ lines: Page) {
    var best = 0.0
    var sum = 0.0
    var start = 0
    for index in mass.indices {
      let value = mass[index] > 0 ? mass[index] - 4 : -min(max(lines.lines[index].words, 2), 8)
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += value
      if sum > best {
        best = sum
        run = start..<index + 1
      }
    }
  }

  private mutating func placeLines(_ lines: Page) {
    let count = mass.count
    var headlines: Float = 0
    var articles: [Int: Float] = [:]
    var counts: [UInt64: Float] = [:]
    for line in lines.lines { counts[line.hash, default: 0] += 1 }
    var seen: [UInt64: Float] = [:]
    var since: Float = 60
    for index in 0..<count {
      let block = page.blocks[index]
      headlinesBefore.append(headlines)
      if block.headingLevel == 1, lines.lines[index].words >= 3 {
        headlines = min(headlines + 1, 8)
      }
      let article = articleElement(index)
      if article >= 0, articles[article] == nil, mass[index] > 0 {
        articles[article] = Float(min(articles.count, 12))
      }
      articleNumber.append(article >= 0 ? articles[article] ?? -2 : -1)
      let hash = lines.lines[index].hash
      copiesBefore.append(min(seen[hash] ?? 0, 9))
      seen[hash, default: 0] += 1
      copiesBehind.append(min((counts[hash] ?? 1) - (seen[hash] ?? 1), 9))
      linesSinceText.append(since)
      since = mass[index] > 0 ? 0 : min(since + 1, 60)
    }
    linesToText = [Float](repeating: 0, count: count)
    var to: Float = 60
    for index in stride(from: count - 1, through: 0, by: -1) {
      linesToText[index] = to
      to = mass[index] > 0 ? 0 : min(to + 1, 60)
    }
    findClusters()
    holdsHeadline = [Bool](repeating: false, count: tree.nodes.count)
    var node = headline >= 0 ? Int(page.blocks[headline].node) : -1
    while node >= 0 {
      holdsHeadline[node] = true
      node = Int(tree.nodes[node].parent)
    }
  }

  /// Clusters are lines of text with at most eight others between them.
  private mutating func findClusters() {
    clusterShare = [Float](repeating: 0, count: mass.count)
    clusterNumber = [Float](repeating: -1, count: mass.count)
    var number: Float = 0
    var start = 0
    while start < mass.count {
      guard mass[start] > 0 else {
        start += 1
        continue
      }
      var end = start + 1
      var sum = mass[start]
      var index = start + 1
      while index < mass.count, index - end < 8 {
        if mass[index] > 0 {
          sum += mass[index]
          end = index + 1
        }
        index += 1
      }
      for line in start..<end {
        clusterShare[line] = Float(sum / total)
        clusterNumber[line] = number
      }
      if sum > 0.05 * total { number = min(number + 1, 12) }
      start = end
    }
  }

  /// The innermost article element round a line; -1 when there is none.
  private func articleElement(_ index: Int) -> Int {
    guard page.blocks[index].context.contains(.article) else { return -1 }
    var node = Int(page.blocks[index].node)
    while node > 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
    return node
  }

  func sharesArticleWithHeadline(_ index: Int) -> Bool {
    let article = articleElement(index)
    return headline >= 0 && article >= 0 && holdsHeadline[article]
  }

  /// Depth of the innermost element round both the line and the headline, as a share of the
  /// headline's; -1 without a headline.
  func depthSharedWithHeadline(_ index: Int) -> Float {
    guard headline >= 0 else { return -1 }
    var node = Int(page.blocks[index].node)
    while node > 0, !holdsHeadline[node] { node = Int(tree.nodes[node].parent) }
    let depth = max(tree.nodes[Int(page.blocks[headline].node)].depth, 1)
    return Float(tree.nodes[max(node, 0)].depth) / Float(depth)
  }

  private mutating func collectCandidates(_ lines: Page) {
    func candidate(_ name: String, _ isIn: (Int) -> Bool) {
      candidates.append(BlockCandidate(name: name, lines: mass.indices.map(isIn)))
    }
    candidate("scored element") { mass[$0] > 0 && isInBestContainer($0) }
    candidate("article element") { mass[$0] > 0 && isInBestArticle($0) }
    candidate("articleBody property") {
      mass[$0] > 0 && page.blocks[$0].context.contains(.bodyProperty)
    }
    candidate("dense run") { mass[$0] > 0 && run.contains($0) }
    candidate("dense paragraphs") { mass[$0] >= 12 }
    candidate("alike paragraphs") { mass[$0] > 0 && signatureShare($0) >= 0.5 }
  }

  private func isInside(_ index: Int, _ node: Int) -> Bool {
    node >= 0 && Int(page.blocks[index].node) >= node
      && Int(page.blocks[index].node) < Int(tree.nodes[node].end)
  }

  func isInBestContainer(_ index: Int) -> Bool { isInside(index, bestContainer) }
  func isInBestArticle(_ index: Int) -> Bool { isInside(index, bestArticle) }

  /// Elements between the line and the best container; -1 outside of it.
  func levelsToBest(_ index: Int) -> Float {
    guard isInBestContainer(index) else { return -1 }
    let levels =
      Int(tree.nodes[Int(page.blocks[index].node)].depth) - Int(tree.nodes[bestContainer].depth)
    return Float(min(levels, 20))
  }

  func siblingShare(_ index: Int) -> Float {
    Float(siblingMass[Int(tree.nodes[Int(page.blocks[index].node)].parent) + 1] / total)
  }

  func signatureShare(_ index: Int) -> Float {
    Float((signatureMass[signatures[index]] ?? 0) / total)
  }

  /// Lines from the run; 0 inside of it, negative before.
  func distanceToRun(_ index: Int) -> Float {
    if index < run.lowerBound { return Float(max(index - run.lowerBound, -100)) }
    return index >= run.upperBound ? Float(min(index - run.upperBound + 1, 100)) : 0
  }

  func blocksInElement(_ index: Int) -> Int { Int(elementBlocks[Int(page.blocks[index].node)]) }

  private func container(_ index: Int) -> Int {
    max(Int(tree.nodes[Int(page.blocks[index].node)].parent), 0)
  }

  func containerWords(_ index: Int) -> Float { min(subtreeWords[container(index)], 5000) }

  func containerLinks(_ index: Int) -> Float {
    let words = subtreeWords[container(index)]
    return words > 0 ? subtreeLinks[container(index)] / words : 0
  }

  /// Mean words and link density of the five lines on either side.
  func window(_ index: Int) -> (words: Float, links: Float) {
    let range = max(index - 5, 0)..<min(index + 6, mass.count)
    let count = Float(range.count)
    return (
      (prefixWords[range.upperBound] - prefixWords[range.lowerBound]) / count,
      (prefixLinks[range.upperBound] - prefixLinks[range.lowerBound]) / count
    )
  }
}
