import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Pages that list few articles.
@Suite struct IndexPageTests {
  private static func rejection(_ html: String) -> String? {
    let document = RawDocument(
      origin: Origin(file: "page.html"), shape: .html, body: html,
      url: "https://mill.example/a/b-\(html.utf8.count)")
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    guard case .rejected(let rejection) = normalizer.article(from: document) else { return nil }
    return rejection.message
  }

  private static func sentence(_ number: Int) -> String {
    "Ward \(number) has put off its vote on the bridge until the \(number + 40) engineers have looked at the piers."
  }

  private static func headline(_ number: Int) -> String {
    "Ward \(number) waits for its bridge a tenth year"
  }

  private static func page(
    title: String, bodyClass: String = "", above: String = "", _ items: (Int) -> String
  ) -> String {
    """
    <html lang="en"><head><title>\(title)</title></head><body class="\(bodyClass)">
    <nav><a href="/">Home</a></nav><main>\(above)\((1...3).map(items).joined(separator: "\n"))</main></body></html>
    """
  }

  @Test(arguments: ["", " <a class=\"more-link\" href=\"/1\">Continue reading</a>"])
  func threeBeginningsOfArticlesAreAList(_ more: String) {
    let html = Self.page(title: "Mill Courier") { number in
      """
      <article><h2><a href="/2021/\(number)/">\(Self.headline(number))</a></h2>
      <p>\(Self.sentence(number).dropLast(12))&hellip;\(more.replacing("/1", with: "/2021/\(number)/"))</p></article>
      """
    }
    #expect(Self.rejection(html) == "list of articles")
  }

  @Test func headlinesWithDatesAndAuthorsAreAList() {
    let html = Self.page(title: "Local news", above: "<h1>Local news</h1>") { number in
      """
      <li><a href="/2021/\(number)/">\(Self.headline(number))</a> <span class="date">May \(number), 2021</span>
      <span class="author">by Ida Wren</span></li>
      """
    }
    #expect(Self.rejection(html) != nil)
  }

  private static func post(_ number: Int) -> String {
    """
    <article class="post"><h2 class="entry-title"><a href="/2021/\(number)/">\(headline(number))</a></h2>
    <div class="entry-content"><p>\(sentence(number))</p><p>\(sentence(number + 100))</p>
    <p>\(sentence(number + 200))</p></div></article>
    """
  }

  @Test func wholePostsOnAFrontPageAreAList() {
    let front = Self.page(title: "Mill Courier", bodyClass: "home blog", Self.post)
    #expect(Self.rejection(front) == "list of articles")
    // A page that does not say that it lists may be one article with linked headings.
    #expect(Self.rejection(Self.page(title: "Mill Courier", Self.post)) == nil)
  }

  @Test func titleAndClassOfAnArchiveSayThatItIsOne() {
    let above = "<h1>Category: Local</h1>"
    let archive = Self.page(
      title: "Local Archives - Mill Courier", bodyClass: "archive category", above: above,
      Self.post)
    #expect(Self.rejection(archive) == "list of articles")
    let story = """
      <html lang="en"><head><title>Rain ruins the National Archives - Mill Courier</title></head>
      <body class="single-post category"><article><h1>Rain ruins the National Archives</h1>
      \((1...5).map { "<p>\(Self.sentence($0))</p>" }.joined())</article></body></html>
      """
    #expect(Self.rejection(story) == nil)
  }

  @Test func notesOnAnAuthorAndListsOfCommentsAreNoArticles() {
    let text = (1...3).map { "<p>\(Self.sentence($0))</p>" }.joined()
    func page(_ title: String) -> String {
      "<html lang=\"en\"><head><title>\(title)</title></head><body><h1>Ida Wren</h1>\(text)</body></html>"
    }
    #expect(Self.rejection(page("Ida Wren, Author at Mill Courier")) == "list of articles")
    #expect(Self.rejection(page("Comments on: Ida Wren")) == "list of articles")
    #expect(Self.rejection(page("Ida Wren, an author of many books")) == nil)
  }
}
