import DatelineMarkup
import Testing

@testable import DatelineNormalize

@Suite struct LineTrimsTests {
  /// The reason for which the only line of a page is left out.
  private func reason(_ html: String, odds: Float) -> String? {
    let page = PageBlocks(HTMLTree(page: Array("<body><p>\(html)</p></body>".utf8)))
    return LineTrims(page, Page(text: page.text), [odds]).reason(0)
  }

  @Test(
    arguments: [
      "Citation: Old harbours silt up faster (2023)", "Read more: What the harbour was",
      "Additional reporting by Joe Bloggs in Ostend.", "On example.com: Cranes for sale",
      "Follow the paper's full coverage of harbours", "Leggi anche: Il porto vecchio",
    ])
  func notesAreLeftOutUnlessTheModelIsCertain(line: String) {
    #expect(reason(line, odds: 3) != nil)
    #expect(reason(line, odds: 4) == nil)
  }

  @Test func longParagraphsAreNoNotes() {
    let paragraph =
      "Related costs rose as well, " + Array(repeating: "word", count: 70).joined(separator: " ")
    #expect(reason(paragraph + ".", odds: 3) == nil)
  }

  @Test func loneLinksAreLeftOut() {
    let link = "<a href='/x'>What the old harbour was like</a>"
    #expect(reason(link, odds: 2.5) == "link")
    #expect(reason(link, odds: 3) == nil)
    #expect(
      reason("He said so in <a href='/x'>a long letter</a> to the council of the town", odds: 2.5)
        == nil)
    #expect(reason("<a href='/x'>The harbour is what it was.</a>", odds: 2.5) == nil)
    #expect(reason("<a href='/x'>Old harbour</a>", odds: 2.5) == nil)
  }
}
