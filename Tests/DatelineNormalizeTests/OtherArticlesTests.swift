import DatelineMarkup
import Testing

@testable import DatelineNormalize

@Suite struct OtherArticlesTests {
  /// Lines of a page that are another article's; the headline is the first `h1`.
  private func others(_ html: String) -> [String] {
    let tree = HTMLTree(page: Array("<body>\(html)</body>".utf8))
    let page = PageBlocks(tree)
    let headline = tree.nodes.firstIndex { $0.tag == .h1 } ?? -1
    let flags = OtherArticles.lines(tree, page, Page(text: page.text), headline: headline)
    return flags.indices.filter { flags[$0] }.map(page.string)
  }

  @Test func articlesBehindTheOwnAreOthers() {
    let own = "<article><h1>Port Ellis to dredge</h1><p>Own text.</p></article>"
    let next = "<article><header><h1>Ferry fares will rise</h1></header><p>Next text.</p></article>"
    #expect(others(own + next) == ["Ferry fares will rise", "Next text."])
    #expect(others("<div>\(own)</div><p>a</p><div>\(next)\(next)</div><p>b</p>").count == 4)
    #expect(others("<article>\(own)\(next)</article>").count == 2)
  }

  @Test func partsOfTheArticleAreNone() {
    let own = "<article><h1>Port Ellis to dredge</h1><h1>What it will cost</h1><p>Text.</p>"
    #expect(others(own + "<article><h1>A box of its own</h1><p>x</p></article></article>").isEmpty)
    #expect(others(own + "</article><article><h2>Ferry fares will rise</h2></article>").isEmpty)
    #expect(others(own + "</article><article><h1>Comments</h1></article>").isEmpty)
    #expect(
      others("<h1>Port Ellis to dredge</h1><article><h1>Not the same depth</h1></article>").isEmpty)
    #expect(others("<article><h2>No headline</h2><p>x</p></article>").isEmpty)
  }
}
