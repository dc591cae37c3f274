import DatelineMarkup
import Testing

@testable import DatelineNormalize

@Suite struct LeadingStandfirstTests {
  private static let text = "<div id=text><p>First paragraph.</p><p>Second one.</p></div>"

  /// Lines of a page that are its standfirst, when those outside `left` were chosen and the text's
  /// element is the last `div`.
  private func standfirst(_ head: String, left: Set<String> = ["By Eve Stone"]) -> [String] {
    let html = "<body><h1>Port Ellis to dredge</h1>\(head)\(Self.text)</body>"
    let tree = HTMLTree(page: Array(html.utf8))
    let page = PageBlocks(tree)
    let body = tree.nodes.lastIndex { $0.tag == .div } ?? 0
    let chosen = page.blocks.indices.map {
      page.blocks[$0].headingLevel != 1 && !left.contains(page.string($0))
    }
    return LeadingStandfirst.lines(
      chosen, tree, page, Page(text: page.text), PageMetadata(),
      body: body..<Int(tree.nodes[body].end)
    ).map(page.string)
  }

  @Test func markedLinesAboveTheAuthorAreTheStandfirst() {
    #expect(standfirst("<h2>What it costs</h2><p>By Eve Stone</p>") == ["What it costs"])
    #expect(
      standfirst("<p class=dek>What it costs</p><p class=dek>And why</p><p>By Eve Stone</p>")
        == ["What it costs", "And why"])
  }

  @Test func whatMayBeTheFirstParagraphStays() {
    #expect(standfirst("<p>What it costs</p><p>By Eve Stone</p>").isEmpty)
    #expect(standfirst("<p>By Eve Stone</p><h2>What it costs</h2>").isEmpty)
    #expect(standfirst("<p>By Eve Stone</p>").isEmpty)
    let lines = (1...3).map { "<p class=dek>Line \($0)</p>" }.joined()
    #expect(standfirst(lines + "<p>By Eve Stone</p>").isEmpty)
    let long = Array(repeating: "word", count: 90).joined(separator: " ")
    #expect(standfirst("<h2>\(long)</h2><p>By Eve Stone</p>").isEmpty)
  }

  @Test func linesAboveTheHeadlineAreNone() {
    let html =
      "<body><h2>What it costs</h2><h1>Port Ellis to dredge</h1><p>By Eve Stone</p>\(Self.text)</body>"
    let tree = HTMLTree(page: Array(html.utf8))
    let page = PageBlocks(tree)
    let body = tree.nodes.lastIndex { $0.tag == .div } ?? 0
    let found = LeadingStandfirst.lines(
      [true, false, false, true, true], tree, page, Page(text: page.text), PageMetadata(),
      body: body..<Int(tree.nodes[body].end))
    #expect(page.blocks.count == 5 && found.isEmpty)
  }
}
