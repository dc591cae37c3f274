import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct ArchivedPageTests {
  private static let paragraphs = [
    "The harbour of Westerby will be deepened by two metres next year, the town council decided on Monday.",
    "Larger ships could then reach the new terminal at any tide, the harbour master told reporters there.",
    "Opponents fear for the oyster beds at the mouth of the river and have announced an appeal in court.",
  ]

  private func article(_ html: String, url: String? = nil) -> Article? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_800_000_000), defaultSource: nil, memory: LineMemory())
    let document = RawDocument(origin: Origin(file: "a.html"), shape: .html, body: html, url: url)
    if case .article(let article, _) = normalizer.article(from: document) { return article }
    return nil
  }

  private func page(prefix: String, bar: String) -> String {
    let body = Self.paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html><html><head><title>Westerby to deepen its harbour</title>
      <link rel="canonical" href="\(prefix)https://news.westerby.example/harbour">
      <meta property="og:image" content="\(prefix)https://news.westerby.example/a.jpg"></head><body>
      \(bar)<nav><a href="\(prefix)https://news.westerby.example/">Home</a></nav>
      <article><h1>Westerby to deepen its harbour</h1>\(body)</article></body></html>
      """
  }

  @Test(arguments: [
    (
      "https://web.archive.org/web/20230102030405/https://a.example/b?c=d",
      "https://a.example/b?c=d",
      "2023-01-02T03:04:05Z"
    ),
    (
      "http://web.archive.org/web/20230102030405id_/http://a.example/b", "http://a.example/b",
      "2023-01-02T03:04:05Z"
    ),
    ("https://arquivo.pt/wayback/20120315/http:/a.example/b", "http://a.example/b", "2012-03-15"),
    ("https://web.archive.org/web/2023/https://a.example/b", "https://a.example/b", nil),
  ])
  func addressesOfCopies(address: String, original: String, taken: String?) throws {
    let copy = try #require(ArchivedAddress(address))
    #expect(copy.original == original)
    #expect(copy.taken == taken)
  }

  @Test(arguments: [
    "https://a.example/share?u=/20230102030405/https://b.example/",
    "https://a.example/2023/01/02/b",
    "https://a.example/https://b.example/", "20230102030405/https://b.example/",
  ])
  func otherAddressesAreNone(address: String) {
    #expect(ArchivedAddress(address) == nil)
  }

  @Test func recordsHaveTheAddressOfThePage() {
    let html = page(prefix: "", bar: "").replacing(
      "<link rel=\"canonical\"", with: "<link rel=\"x\"")
    let found = article(
      html, url: "https://web.archive.org/web/20230102030405/https://news.westerby.example/harbour")
    #expect(found?.url == "https://news.westerby.example/harbour")
    #expect(found?.source == "news.westerby.example")
  }

  @Test(arguments: ["https://web.archive.org", ""])
  func savedCopiesAreAsThePageWas(host: String) {
    let bar = """
      <!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div><p>The Wayback Machine has 12 captures
      of this page, between the second of January and today, in all of its archive.</p></div></div>
      <!-- END WAYBACK TOOLBAR INSERT -->
      """
    let found = article(page(prefix: host + "/web/20230102030405/", bar: bar))
    #expect(found?.url == "https://news.westerby.example/harbour")
    #expect(found?.source == "news.westerby.example")
    #expect(found?.imageURL == "https://news.westerby.example/a.jpg")
    #expect(found?.body == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func barsWithoutCommentsAreLeftOut() throws {
    let bar =
      "<div id=\"wm-ipp-base\" lang=en><div><p>Twelve captures of this page.</p></div><div>x</div></div>"
    let html = page(prefix: "https://web.archive.org/web/20230102030405/", bar: bar)
    let restored = try #require(ArchivedPage.restored(Array(html.utf8)))
    #expect(String(decoding: restored.page, as: UTF8.self) == page(prefix: "", bar: ""))
    #expect(restored.taken == "2023-01-02T03:04:05Z")
  }

  @Test func otherPagesStayAsTheyAre() {
    #expect(ArchivedPage.restored(Array(page(prefix: "", bar: "<p>archive</p>").utf8)) == nil)
  }

  @Test func pagesWithLinksToCopiesStayAsTheyAre() {
    let link =
      "<p><a href=\"https://web.archive.org/web/20050102030405/http://old.example/b\">Old</a></p>"
    #expect(ArchivedPage.restored(Array(page(prefix: "", bar: link).utf8)) == nil)
    let data =
      "<script type=\"application/ld+json\">{\"citation\": \"https://web.archive.org/web/20050102030405/http://old.example/b\"}</script>"
    let html = page(prefix: "", bar: "").replacing("</head>", with: data + "</head>")
    #expect(ArchivedPage.restored(Array(html.utf8)) == nil)
  }
}
