import DatelineCore
import Testing

@testable import DatelineNormalize

/// Credits that stand in paragraphs of their own.
@Suite struct TailCreditTests {
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, despite objections.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third before the summer came.",
    "The boats would sail again in spring, the director of the company told reporters who had come to the town hall.",
  ]
  private static let text = paragraphs.joined(separator: "\n\n")

  private func body(_ lines: [String]) -> String? {
    article(
      ofPage: """
        <html><head><title>Council dredges the harbour</title></head><body><article>
        <h1>Council dredges the harbour</h1>\(lines.map { "<p>\($0)</p>" }.joined())</article></body></html>
        """)?.body
  }

  @Test(arguments: [
    "hvo/dpa", "dpa/hvo", "(EFE)", "(avec AFP)", "(Con información de EFE)", "jr/ab (dpa, afp)",
    "Reuters", "(SDA)",
    "AFP",
  ])
  func creditsGo(line: String) { #expect(body(Self.paragraphs + [line]) == Self.text) }

  @Test(arguments: ["He left", "It was AP", "and/or", "The end", "dpa 2024"])
  func otherLinesAreNoCredits(line: String) { #expect(!TailCredits.isCredit(line)) }

  @Test(arguments: [
    "A dredger off Elm Bay. (Photo by Ada Marsh)", "Der Bagger vor Elmbucht (Foto: Ada Marsh/dpa)",
  ])
  func captionsAmongParagraphsGo(line: String) {
    var lines = Self.paragraphs
    lines.insert(line, at: 1)
    #expect(body(lines) == Self.text)
  }

  @Test func bracketsThatCreditNobodyStay() throws {
    var lines = Self.paragraphs
    lines.insert(
      "The harbour office keeps a photo of the old mole (it was lost in the flood)", at: 1)
    #expect(try #require(body(lines)).contains("old mole"))
  }
}
