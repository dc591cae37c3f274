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

  @Test func callsToActionAreLeftOutUnlessTheModelIsSure() {
    #expect(reason("He asked them to share this with all", odds: 0.5) == "call to action")
    #expect(reason("He asked them to share this with all", odds: 1) == nil)
    #expect(reason("He asked them to subscribe to the paper", odds: 1) == "call to action")
    #expect(reason("He asked them to subscribe to the paper", odds: 2) == nil)
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

  @Test func teasersAreLeftOut() {
    let text = "Dredgers came back to the harbour this week, and the council says that"
    #expect(reason("<a href='/x'>Dredgers wanted</a>: \(text)...", odds: 5) == "teaser")
    #expect(reason("\(text) <a href='/x'>it will pay…</a>", odds: 5) == "teaser")
    #expect(reason("\(text)...", odds: 5) == nil)
    #expect(reason("<a href='/x'>Dredgers wanted</a>: \(text) it pays.", odds: 5) == nil)
  }

  @Test func captionsThatBeginAlikeAreLeftOut() {
    let caption = "A dredger at work in the outer harbour of Port Ellis on Tuesday"
    func reasons(_ second: String, odds: Float) -> [String?] {
      let html =
        "<body><div class=caption>\(caption).</div><p>Text.</p>"
        + "<div class=caption>\(second)</div></body>"
      let page = PageBlocks(HTMLTree(page: Array(html.utf8)))
      let trims = LineTrims(page, Page(text: page.text), [odds, odds, odds])
      return (0..<3).map(trims.reason)
    }
    #expect(reasons("\(caption), where it will stay", odds: 3) == ["caption", nil, "caption"])
    #expect(reasons("\(caption), where it will stay", odds: 4) == [nil, nil, nil])
    #expect(reasons("The dredger again, at work further out", odds: 3) == [nil, nil, nil])
  }
}
