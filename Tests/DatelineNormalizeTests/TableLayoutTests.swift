import DatelineCore
import DatelineMarkup
import Testing

@testable import DatelineNormalize

/// Pages whose columns are cells of tables, as they were made until about 2005.
@Suite struct TableLayoutTests {
  private static let headline = "Elm Bay to deepen its harbour"
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, despite objections.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third before the summer.",
    "The boats would sail again in spring, the director of the company told reporters who had come to the town hall.",
    "Larger ships could then reach the new terminal at any tide, the harbour master said on Wednesday.",
  ]

  private static let pages = [
    """
    <table width=760><tr><td colspan=3><img src=logo.gif></td></tr><tr><td width=120><font size=1><a href=/>Home</a><br>
    <a href=/n>News</a><br><a href=/s>Sport</a></font></td><td width=480><font size=5><b>\(headline)</b></font><br>
    <font size=2>By Jane Roe<br>Staff Writer<br>March 5, 2001</font><p><font face=arial size=2>
    \(paragraphs.joined(separator: "<p>"))</font><p><font size=1><a href=m>E-mail this story</a> |
    <a href=p>Printer-friendly version</a></font></td></tr></table>
    """,
    """
    <center><table><tr><td><font size=1><a href=/>HOME</a> | <a href=/n>NEWS</a> | <a href=/s>SPORT</a></font></td></tr>
    </table></center><table><tr><td><font size=-1>Tuesday, March 5, 2001</font><h2>\(headline)</h2><font size=-1>
    <i>By Jane Roe, Bay Courier</i></font><br><br>\(paragraphs.joined(separator: "<br><br>"))<br><br><hr><font size=-1>
    <a href=x>Back to top</a> | <a href=y>Next story</a></font></td></tr></table>
    """,
    """
    <table><tr><td><table><tr><td><a href=/>Front page</a><br><a href=/archive>Archive</a></td></tr></table></td><td>
    <table><tr><td><font size=1>Posted: Monday March 5, 2001</font></td></tr><tr><td><font size=4><b>\(headline)</b></font>
    </td></tr><tr><td><font size=2><b>Jane Roe</b><br>Bay Courier Staff</font></td></tr><tr><td><font size=2>
    \(paragraphs.joined(separator: "<br><br>"))</font></td></tr><tr><td><font size=1>[ <a href=a>Send this to a friend</a> ]
    [ <a href=b>Print</a> ]</font></td></tr></table></td></tr></table>
    """,
  ]

  @Test(arguments: pages) func linesRoundTheTextGo(page: String) throws {
    let html = "<html><head><title>\(Self.headline)</title></head><body>\(page)</body></html>"
    let found = try #require(article(ofPage: html))
    #expect(found.title == Self.headline)
    #expect(found.authors == ["Jane Roe"])
    #expect(found.published == "2001-03-05")
    #expect(found.body == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func tablesInsideTextsAreNoLayout() throws {
    let cells = "<table><tr><td><a href=/1>Pier Walk</a></td><td>4</td></tr></table>"
    let html = """
      <html><head><title>\(Self.headline)</title></head><body><article><h1>\(Self.headline)</h1>
      \(Self.paragraphs.map { "<p>\($0)</p>" }.joined())\(cells)</article></body></html>
      """
    let page = PageBlocks(HTMLTree(page: Array(html.utf8)))
    let lines = Page(text: page.text)
    let all = [Bool](repeating: true, count: page.blocks.count)
    #expect(!TableLayout.isUsed(all, page, lines))
    #expect(TableLayout.menus(all, page, lines).isEmpty)
  }
}
