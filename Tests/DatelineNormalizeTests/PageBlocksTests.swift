import DatelineMarkup
import Testing

@testable import DatelineNormalize

@Suite struct PageBlocksTests {
  private func blocks(_ html: String) -> (HTMLTree, PageBlocks) {
    let tree = HTMLTree(page: Array(html.utf8))
    return (tree, PageBlocks(tree))
  }

  @Test func linesAreThoseABrowserShows() {
    let (_, page) = blocks(
      """
      <body><div>One <b>t</b>wo<p>Three<br>four</p>five\u{A0}six</div>
      <ul><li>a</li><li> b  c </li></ul><table><tr><td>x</td><td>y</td></tr></table></body>
      """)
    let lines = page.blocks.indices.map(page.string)
    #expect(lines == ["One two", "Three", "four", "five six", "a", "b c", "x", "y"])
    #expect(page.blocks.map(\.endsInBreak) == [false, true] + Array(repeating: false, count: 6))
    #expect(page.text.split(separator: 0x0A).count == page.blocks.count)
  }

  @Test func linksHeadingsAndContextsAreKnown() {
    let (_, page) = blocks(
      """
      <body><nav><a href="/">Home page</a></nav><h2>Head <i>line</i></h2>
      <article itemprop="articleBody"><p>Some <a href="/x">text</a></p></article>
      <div style="display: none">gone</div></body>
      """)
    let byText = Dictionary(
      page.blocks.indices.map { (page.string($0), page.blocks[$0]) },
      uniquingKeysWith: { first, _ in first })
    #expect(byText["Home page"]?.context.contains(.nav) == true)
    #expect(byText["Home page"]?.linkBytes == 8)
    #expect(byText["Head line"]?.headingLevel == 2)
    #expect(
      byText["Some text"]?.context.isSuperset(of: [.article, .bodyProperty, .paragraph]) == true)
    #expect(byText["Some text"]?.linkBytes == 4)
    #expect(byText["gone"]?.context.contains(.hidden) == true)
  }

  @Test(arguments: [
    ("article-body", ClassMeaning.articleBody), ("articleBody", .articleBody),
    ("c-share__list", .share), ("newsletterSignup", .newsletter), ("related_posts", .related),
    ("wp-caption-text", .caption), ("entry-content", .articleBody), ("SiteFooter", .footer),
  ])
  func classesAreReadWordByWord(name: String, meaning: ClassMeaning) {
    var reader = ClassReader()
    let found = Array(name.utf8).withUnsafeBufferPointer { reader.meaning($0) }
    #expect(found.isSuperset(of: meaning), "\(name): \(found)")
  }

  @Test func wordsOfTwoClassesAreNoPair() {
    var reader = ClassReader()
    let found = Array("sign up-date".utf8).withUnsafeBufferPointer { reader.meaning($0) }
    #expect(!found.contains(.newsletter))
  }
}

@Suite struct BlockSelectionTests {
  /// Every labelling of a small page, to find the cheapest one by trying all.
  private func cheapest(_ tree: HTMLTree, _ page: PageBlocks, _ odds: [Float]) -> Float {
    let nodes = Set(
      page.blocks.flatMap { block -> [Int] in
        var path: [Int] = [0]
        var node = Int(block.node)
        while node > 0 {
          path.append(node)
          node = Int(tree.nodes[node].parent)
        }
        return path
      }
    ).sorted()
    var best = -Float.infinity
    for labels in 0..<(1 << nodes.count) {
      func isInside(_ node: Int) -> Bool {
        (nodes.firstIndex(of: node)).map { labels >> $0 & 1 == 1 } ?? false
      }
      var value: Float = isInside(0) ? -0.4 : 0
      for node in nodes where node > 0 {
        if isInside(node) != isInside(Int(tree.nodes[node].parent)) { value -= 0.4 }
      }
      for (line, block) in page.blocks.enumerated() {
        let inside = odds[line] - (isInside(Int(block.node)) ? 0 : 0.2)
        let outside: Float = isInside(Int(block.node)) ? -0.2 : 0
        value += max(inside, outside)
      }
      best = max(best, value)
    }
    return best
  }

  private func value(
    _ tree: HTMLTree, _ page: PageBlocks, _ odds: [Float], _ chosen: [Bool]
  ) -> Float {
    // The best elements for the given lines.
    let forced = odds.indices.map { chosen[$0] ? Float(100) : Float(-100) }
    return cheapest(tree, page, forced)
      + odds.indices.reduce(0) { chosen[$1] ? $0 + odds[$1] - 100 : $0 }
  }

  @Test(arguments: 1...20)
  func selectionIsTheCheapest(seed: Int) {
    let html = """
      <body><div><p>one</p><div>two<p>three</p></div></div><div><p>four</p>five</div></body>
      """
    let tree = HTMLTree(page: Array(html.utf8))
    let page = PageBlocks(tree)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    let odds = page.blocks.map { _ -> Float in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int(state >> 33) % 2000 - 1000) / 800
    }
    let chosen = BlockSelection(tree, page, odds: odds).lines(bias: 0)
    let best = cheapest(tree, page, odds)
    #expect(abs(value(tree, page, odds, chosen) - best) < 0.01, "odds \(odds)")
  }
}
