import Testing

@testable import DatelineNormalize

@Suite struct ClosingLineTests {
  private let page = """
    Town hall opens after repairs

    By Ada Marsh

    12 July 2016

    The town hall opened its doors again on Tuesday after two years of repairs that the council had \
    put off for a decade, and several hundred people came to see the new roof.

    ADVERTISEMENT

    It cost 12 million euros, the council said.

    """

  private func body(_ text: String) -> String {
    PlainTextExtractor().extract(text, source: "s", memory: LineMemory()).body
  }

  @Test func shortSentenceBehindAnAdvertisementCloses() {
    #expect(body(page).hasSuffix("It cost 12 million euros, the council said."))
    #expect(!body(page).contains("ADVERTISEMENT"))
  }

  @Test func headlinesBehindTheTextDoNot() {
    #expect(!body(page + "Five tips for your garden\n\nA walk by the river\n").contains("garden"))
  }
}
