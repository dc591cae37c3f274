import Testing

@testable import DatelineNormalize

@Suite struct TitleChoiceTests {
  private let headline = "Town hall opens after two years of repairs"

  @Test func theVisibleHeadlineBeatsTitlesForSearchEngines() {
    let page = metadata(
      head: """
        <title>Town hall reopening: all you need to know | Harbour Wire</title>
        <meta property="og:title" content="The town hall is back. Here is why it took two years">
        """,
      body: "<h1>\(headline)</h1><p>Text.</p>")
    #expect(page.title == .init(value: headline, source: "h1"))
    #expect(page.headlineNode > 0)
    #expect(page.titleVariants.contains("Town hall reopening: all you need to know | Harbour Wire"))
  }

  @Test func amongHeadingsTheOneThatAgreesIsChosen() {
    let page = metadata(
      head: "<title>\(headline) - Harbour Wire</title>",
      body: """
        <header><h1><a href="/">Harbour Wire</a></h1></header>
        <h1>Most read stories of this week</h1><h1>\(headline)</h1>
        """)
    #expect(page.title?.value == headline)
  }

  @Test func secondLevelHeadingsCountWhenTheyAgree() {
    let page = metadata(
      head: "<meta property='og:title' content='\(headline)'>",
      body: "<h1>Harbour Wire</h1><h2>Council elects a new mayor</h2><h2>\(headline)</h2>")
    #expect(page.title == .init(value: headline, source: "h2"))
  }

  @Test(arguments: [
    "Town hall opens after two years of repairs | Harbour Wire",
    "Town hall opens after two years of repairs – harbour-wire.example.com",
    "Harbour Wire: Town hall opens after two years of repairs",
    "Town hall opens after two years of repairs | News | Harbour Wire",
    "Town hall opens after two years of repairs - The Harbour Wire",
  ])
  func theOutletIsNoPartOfTheTitle(title: String) {
    let page = metadata(
      head: """
        <title>\(title)</title><meta property="og:site_name" content="Harbour Wire">
        """)
    #expect(page.title?.value == headline)
  }

  @Test(arguments: [
    "Mayor: we shall rebuild", "Rail - the forgotten half", "Ada Marsh | a life in pictures",
  ])
  func marksInAHeadlineStay(title: String) {
    let page = metadata(
      head: "<title>\(title)</title><meta property='og:site_name' content='Harbour Wire'>")
    #expect(page.title?.value == title)
  }

  @Test func sectionsAndKickersInTheHeadingAreCutWhereOtherTitlesLackThem() {
    let head = "<meta property='og:title' content='\(headline)'>"
    let section = metadata(head: head, body: "<h1>Local | \(headline)</h1>")
    #expect(section.title?.value == headline)
    let kicker = metadata(
      head: head, body: "<h1><span>Old quarter</span> <span>\(headline)</span></h1>")
    #expect(kicker.title?.value == headline)
  }

  @Test func withoutHeadingTheTitlesVote() {
    let page = metadata(
      head: """
        <title>Why it took so long</title><meta property="og:title" content="\(headline)">
        \(structured("{\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\"}"))
        """)
    #expect(page.title == .init(value: headline, source: "json-ld"))
    #expect(page.headlineNode == -1)
  }

  @Test func theOutletsNameAsHeadingIsNoHeadline() {
    let page = metadata(
      head: "<title>\(headline) :: Northgate</title>", body: "<h1>Northgate</h1><p>Text.</p>")
    #expect(page.title?.value == headline)
  }

  @Test func emptyPagesHaveNone() {
    #expect(metadata(head: "<title> </title>", body: "<h1></h1>").title == nil)
    #expect(metadata().title == nil)
  }

  @Test func keysIgnoreCaseMarksAndSpaces() {
    #expect(TitleKey("It’s  “Über” – A Test!") == TitleKey("its über a test"))
    #expect(TitleKey("子どもへの体罰").similarity(TitleKey("子どもの体罰")) > 0.8)
    #expect(TitleKey("one two three").similarity(TitleKey("four five six")) == 0)
    #expect(TitleKey("a b c d").similarity(TitleKey("a b x y")) == 0.5)
  }
}

/// Headlines of pages whose first-level heading is none, or that have no heading at all.
@Suite struct TitleWithoutHeadingTests {
  private static let headline = "Council approves plan to dredge the harbour"
  private static let text = """
    <p>The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, it said.</p>
    """

  private func title(_ title: String, _ main: String, footer: String = "") -> String? {
    metadata(
      head: "<title>\(title)</title>",
      body:
        "<header><a href=/><img alt='Elm Bay Gazette'></a></header>\(main)\(Self.text)\(footer)",
      url: nil
    ).title?.value
  }

  @Test(arguments: [
    "%@ | Elm Bay Gazette", "Elm Bay Gazette: %@", "Elm Bay Gazette | %@", "%@ - Elm Bay Gazette",
    "%@ — Elm Bay Gazette News", "%@ | News | Elm Bay Gazette", "News - %@ - Elm Bay Gazette",
    "%@ « Elm Bay Gazette",
    "%@ - Local - Elm Bay Gazette", "%@ | Other Outlet",
  ])
  func theOutletIsNoPartOfATitle(form: String) {
    #expect(title(form.replacing("%@", with: Self.headline), "") == Self.headline)
  }

  @Test func whoHasTheCopyrightIsTheOutlet() {
    let footer = "<footer>© 2023 Port Ellis Post. All rights reserved.</footer>"
    #expect(title("\(Self.headline) - Port Ellis Post", "", footer: footer) == Self.headline)
  }

  @Test(arguments: ["News", "Elm Bay Gazette", "World", "Политика", "Wirtschaft"])
  func aSectionOverTheHeadlineIsNoTitle(heading: String) {
    let main = "<h1>\(heading)</h1><h2>\(Self.headline)</h2>"
    #expect(title("\(Self.headline) | Elm Bay Gazette", main) == Self.headline)
    #expect(title("Elm Bay Gazette", main) == Self.headline)
    #expect(title("\(heading) - Elm Bay Gazette", main) == Self.headline)
  }

  @Test(arguments: [
    "What comes next: a harbour in figures", "Sea, salt | A life on the islands of the bay",
  ])
  func otherTitlesStay(text: String) { #expect(title(text, "<h1>\(text)</h1>") == text) }
}
