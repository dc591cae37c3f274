import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// What stands between the paragraphs of an article and is marked as something else, what its page hides, and
/// what stands above its text.
@Suite struct MarkedElementsTests {
  private static let title = "Millbrook moves its market to the old tannery"
  private static let text = [
    "The weekly market of Millbrook moves to the yard of the old tannery in April, the town clerk said on Monday.",
    "Stall holders had asked for a roof since the storm of last winter, which carried nine tents into the river.",
    "Rent for a stall goes up by two crowns a week, and pays for lamps, drains and a watchman on Friday nights.",
    "Ann Carver, who sells cheese, said that she would rather have kept the square and bought a heavier tent.",
    "The first market in the yard is planned for the second Saturday of April, whatever the weather does.",
  ]

  private static func paragraphs(_ text: [String]) -> String {
    text.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }

  private static func page(_ body: String, above: String = "", head: String = "") -> String {
    """
    <html lang="en"><head><title>\(title)</title><meta property="og:type" content="article">\(head)</head>
    <body><article><h1>\(title)</h1>\(above)<div class="byline">By Ida Wren</div>
    <div class="content">\(body)</div></article></body></html>
    """
  }

  private static func normalized(_ html: String) -> NormalizedDocument {
    Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory()
    ).article(
      from: RawDocument(
        origin: Origin(file: "page.html"), shape: .html, body: html,
        url: "https://mill.example/a/1"))
  }

  private static func article(_ html: String) -> Article? {
    guard case .article(let article, _) = normalized(html) else { return nil }
    return article
  }

  private static var whole: String { text.joined(separator: "\n\n") }

  @Test(arguments: [
    #"<aside class="newsletter"><h3>Newsletter: Market day</h3><p>What the town buys and sells, every week before six. Thank you! A letter is on its way.</p></aside>"#,
    #"<div class="newsletter-signup"><p>What the town buys and sells, every week before six. Leave whenever you like, and nobody will be cross.</p></div>"#,
    #"<aside class="related-story"><h4>The bridge that sang</h4><p>When the north wind took the bridge at Elm Bay last year, three choirs came to hear it hum.</p></aside>"#,
    #"<aside class="pullquote"><p>She would sooner have had a heavier tent</p></aside>"#,
    #"<div class="donate-box"><p>Your gift keeps the presses warm. Give what you can today and a donor will double it.</p></div>"#,
    #"<div class="poll"><h4>Poll: is the yard better?</h4><ul><li>Yes</li><li>No</li><li>It is not a yard</li></ul><p>1,204 votes so far. Results are not scientific.</p></div>"#,
  ])
  func markedBoxBetweenParagraphsIsLeftOut(_ box: String) throws {
    let body =
      Self.paragraphs(Array(Self.text[..<2])) + box + Self.paragraphs(Array(Self.text[2...]))
    #expect(try #require(Self.article(Self.page(body))).body == Self.whole)
  }

  @Test func elementOfTheArticleMayBeCalledLikeABox() throws {
    let body = "<div class=\"newsletter\">\(Self.paragraphs(Self.text))</div>"
    #expect(try #require(Self.article(Self.page(body))).body == Self.whole)
  }

  @Test func readersCommentsDoNotWinOverAShortText() throws {
    let comments = (0..<20).map { number in
      """
      <li class="alt" id="comment-\(number)"><cite>Reader \(number)</cite> Says:<br/>
      <small>June \(number + 1), 2021 at 10:1\(number % 10) am</small>
      <p>In the year \(1900 + number) the market stood in the yard as well, and \(number * 3 + 2) carts were washed \
      away when the river rose above the wall. Nobody who was there would do it again.</p></li>
      """
    }
    let html = """
      <html lang="en"><head><title>\(Self.title)</title></head><body><div id="content"><div class="post">
      <h2>\(Self.title)</h2><div class="entry">\(Self.paragraphs(Array(Self.text[..<3])))</div></div>
      <h3 id="comments">20 Responses to “\(Self.title)”</h3><ol class="commentlist">\(comments.joined())</ol>
      </div></body></html>
      """
    #expect(
      try #require(Self.article(html)).body == Self.text[..<3].joined(separator: "\n\n"))
  }

  @Test(arguments: ["hidden", "style=\"display: none\""])
  func hiddenRestOfTheTextIsTaken(_ mark: String) throws {
    let body =
      Self.paragraphs(Array(Self.text[..<2]))
      + "<div class=\"more-text\" \(mark)>\(Self.paragraphs(Array(Self.text[2...])))</div>"
    #expect(try #require(Self.article(Self.page(body))).body == Self.whole)
  }

  @Test func buttonsShowHiddenRests() throws {
    let body =
      Self.paragraphs(Array(Self.text[..<2])) + "<p><a href=\"#\" role=\"button\">Read more</a></p>"
      + "<div style=\"display:none\">\(Self.paragraphs(Array(Self.text[2...])))</div>"
    #expect(try #require(Self.article(Self.page(body))).body == Self.whole)
  }

  /// What is hidden for other reasons says nothing of a rest, or is a single paragraph.
  @Test(arguments: [
    "<div style=\"display:none\">", "<div class=\"paywall\" hidden>", "<div class=\"more\" hidden>",
  ])
  func hiddenNoticesStayHidden(_ element: String) throws {
    let notice = """
      Your session has ended, and to go on with this story please enter the password again or ask the help desk for \
      a new one, which takes less than a minute and costs nothing at all to readers of the paper.
      """
    let notices =
      element.contains("paywall")
      ? "<p>\(notice)</p><p>\(notice.uppercased())</p>" : "<p>\(notice)</p>"
    let body = Self.paragraphs(Self.text) + element + notices + "</div>"
    #expect(try #require(Self.article(Self.page(body))).body == Self.whole)
  }

  @Test func hiddenCopyIsNotTaken() throws {
    let body =
      Self.paragraphs(Self.text) + "<div hidden>\(Self.paragraphs(Array(Self.text[1...3])))</div>"
    #expect(try #require(Self.article(Self.page(body))).body == Self.whole)
  }

  @Test func textOfJSONLDServesWhereThePageShowsItsBeginning() throws {
    let head = """
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "\(Self.title)",
      "articleBody": "\(Self.text.joined(separator: "\\n\\n"))"}</script>
      """
    let body =
      Self.paragraphs(Array(Self.text[..<2]))
      + "<div class=\"paywall\"><p>Subscribe to continue reading this article.</p></div>"
    #expect(try #require(Self.article(Self.page(body, head: head))).body == Self.whole)
    // A text that begins otherwise is not this page's.
    let other = Self.paragraphs(Array(Self.text[2...3]))
    #expect(
      try #require(Self.article(Self.page(other, head: head))).body
        == Self.text[2...3].joined(separator: "\n\n"))
  }

  @Test func pageWithNothingButItsHeadlineIsNoArticle() {
    guard
      case .rejected(let rejection) = Self.normalized(Self.page("<template><p>x</p></template>"))
    else {
      Issue.record("taken")
      return
    }
    #expect(rejection.reason == .notAnArticle)
  }

  @Test(arguments: ["Page-lead", "lead-media", "article-lead-image"])
  func captionAboveTheTextIsNoStandfirst(_ name: String) throws {
    let caption =
      "<div class=\"\(name)\"><p>Tents lie in the river on Monday morning. (Photo: Ole Bern)</p></div>"
    let found = try #require(Self.article(Self.page(Self.paragraphs(Self.text), above: caption)))
    #expect(found.standfirst == nil)
  }

  @Test(arguments: ["h2", "h3"]) func headingRightBelowTheHeadlineIsItsDeck(_ tag: String) throws {
    let deck = "Traders get the roof they asked for, and a bill that they did not"
    let above = "<\(tag)>\(deck)</\(tag)>"
    let found = try #require(Self.article(Self.page(Self.paragraphs(Self.text), above: above)))
    #expect(found.standfirst == deck)
    #expect(found.body == Self.whole)
    // Where others follow it is the first section's.
    let sections =
      Self.paragraphs(Array(Self.text[..<3])) + "<\(tag)>What the tents were good for</\(tag)>"
      + Self.paragraphs(Array(Self.text[3...]))
    #expect(try #require(Self.article(Self.page(sections, above: above))).standfirst == nil)
  }

  @Test func plainLineThatIsTheDescriptionIsTheStandfirst() throws {
    let deck = "Traders get the roof they asked for, and a bill"
    let head = "<meta name=\"description\" content=\"\(deck)\">"
    let found = try #require(
      Self.article(Self.page(Self.paragraphs(Self.text), above: "<p>\(deck)</p>", head: head)))
    #expect(found.standfirst == deck)
    #expect(found.body == Self.whole)
  }
}
