import Testing

@testable import DatelineMarkup

@Suite struct HTMLTreeTests {
  private func tree(_ page: String) -> HTMLTree { HTMLTree(page: Array(page.utf8)) }

  @Test func nodesAreInDocumentOrderWithTheirSubtrees() {
    let tree = tree("<body><div id=a class='x y'><p>One <b>two</b></p></div><p>Three</p></body>")
    let tags = tree.nodes.map(\.tag)
    #expect(tags == [.html, .body, .div, .p, .text, .b, .text, .p, .text])
    #expect(tree.nodes.map(\.end) == [9, 9, 7, 7, 5, 7, 7, 9, 9])
    #expect(tree.nodes.map(\.parent) == [-1, 0, 1, 2, 3, 3, 5, 1, 7])
    #expect(tree.value(.class, of: 2) == "x y" && tree.value(.id, of: 2) == "a")
    #expect(tree.line(0) == "One two Three")
    #expect(Array(tree.children(1)) == [2, 7])
  }

  @Test func scriptsAndTemplatesAreLeftOutButStructuredDataIsKept() {
    let tree = tree(
      """
      <head><script type="application/ld+json">{"a": "</b>"}</script><style>x</style></head>
      <body><noscript><p>no</p></noscript><template>no</template><script>no</script><p>yes</p>
      """)
    #expect(tree.structuredData.map { String(decoding: $0, as: UTF8.self) } == [#"{"a": "</b>"}"#])
    #expect(tree.line(0) == "yes")
  }

  @Test func textIsOnePieceUpToWhateverStandsBetween() {
    func texts(_ page: String) -> [String] {
      let tree = tree(page)
      return tree.nodes.indices.filter { tree.nodes[$0].tag == .text }.map(tree.text)
    }
    #expect(texts("<p>a &amp; b &eacute; c</p>") == ["a & b é c"])
    #expect(texts("<p>a<!-- x -->b<br>c<script>d</script>e<?f>g</p>") == ["a", "b", "c", "e", "g"])
  }

  @Test func prefixesOfNamesDoNotCount() {
    #expect(tree("<body><o:p>a</o:p><x:>b</x:>").nodes.map(\.tag).filter { $0 == .p }.count == 1)
  }

  @Test func whatStandsBehindTheRootIsRead() {
    let page = "<html><body><p>a</p></body></html><p>b</p><div>c</div>"
    #expect(tree(page).line(0) == "a b c")
    #expect(tree(page).nodes[0].end == tree(page).nodes.count)
    #expect(tree("<!doctype html>" + page).line(0) == "a b c")
  }

  @Test(arguments: [10, 300, 480])
  func depthLosesNothing(depth: Int) {
    let page =
      String(repeating: "<div>", count: depth) + "deep" + String(repeating: "</div>", count: depth)
      + "<p>after</p>"
    let tree = tree(page)
    #expect(tree.line(0) == "deep after")
    #expect(tree.nodes.count == depth + 5)
  }

  @Test func deeperPagesAreFlattened() {
    let parts = [
      ("<div>in", "</div>"), ("<b><p>in", "</b>"), ("<SPAN class=x>in", "</span>"),
      ("<ul><li>in", "</ul>"), ("<table><tr><td>in", "</table>"),
    ]
    for (start, end) in parts {
      let page =
        String(repeating: start + " ", count: 1_000) + String(repeating: end, count: 1_000)
        + "<p>after</p>"
      let tree = tree(page)
      let depth = tree.nodes.map(\.depth).max() ?? 0
      let isCut = tree.isCut
      let words = tree.line(0).split(separator: " ")
      #expect(depth <= HTMLNesting.deepest && !isCut, "\(start)")
      #expect(words.count == 1_001 && words.last == "after", "\(start)")
    }
    // Ends without a start inside deep elements: quadratic unless these are few.
    let ends =
      String(repeating: "<div>", count: 20_000) + String(repeating: "</span>", count: 20_000)
    #expect(tree(ends + "text").line(0) == "text")
  }

  @Test func pagesOfManyElementsAreCut() {
    let tree = tree(String(repeating: "<p>x", count: 200_010))
    let isCut = tree.isCut
    #expect(isCut)
    let count = tree.nodes.count
    #expect(count <= HTMLTree.mostNodes)
  }

  @Test(arguments: [
    "<meta name=a content=b>", "<link rel=a href=b>\n", "<p>", "<br>", "<img src=a> ", "<hr>\n\n",
    "<script>x</script>", "<i></i>", "<div><span></span></div>",
  ])
  func emptyElementsLeaveRoomForText(element: String) {
    let tree = tree(String(repeating: element, count: 250_000) + "<p>one<br>two</p><p>three</p>")
    let isCut = tree.isCut
    #expect(!isCut)
    #expect(tree.line(0) == "one two three")
  }

  @Test func comparisonsInScriptsAreNoTags() {
    let script = (0..<300).map { "x\($0)=a<b&&'" }.joined(separator: " ")
    #expect(tree("<script>\(script)</script><p>text</p>").line(0) == "text")
    #expect(tree("<p class=\"a\" b='c'd>one<p e=it's>two</p>").line(0).hasPrefix("one"))
  }

  @Test func hostilePagesAreBounded() {
    #expect(tree("a\0b").line(0) == "a b")
    #expect(tree("").nodes.isEmpty)
    #expect(tree(String(repeating: "<", count: 1_000_000)).nodes.count < 1_000_000)
    let attributes = (0..<1_000_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(tree("<p \(attributes)>text</p>").line(0) == "text")
    let long = HTMLTree(page: Array(String(repeating: "x", count: 50_000_000).utf8))
    #expect(long.isCut)
  }
}
