import DatelineCore
import DatelineMarkup
import Foundation
import Testing

@testable import DatelineNormalize

/// Text of articles found on whole pages.
@Suite struct HTMLExtractorTests {
  private static let paragraphs = [
    """
    The harbour board of Port Ellis voted on Tuesday to dredge the northern channel, a project that \
    has been argued about for eleven years and that will cost 48 million dollars.
    """,
    """
    "We have waited long enough," said Ada Marsh, who chairs the board. "Ships of the new class need \
    fourteen metres of water, and at low tide we can offer them barely twelve."
    """,
    """
    Fishermen from the eastern villages had asked for a study of the herring grounds first. Their \
    speaker, Joe Bloggs, called the vote a mistake and said that he would go to court.
    """,
    """
    Work is to begin in the spring, when the ice has gone, and to end before the following winter. \
    The board expects twenty more ships a month once the channel is open to them.
    """,
  ]

  private func page(extra: String = "", footer: String = "", body: [String] = paragraphs) -> String
  {
    """
    <html><head><title>Port Ellis to dredge its northern channel | Harbour Wire</title>
    <meta property="og:title" content="Port Ellis to dredge its northern channel">
    <meta property="og:type" content="article"></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <main><article><h1>Port Ellis to dredge its northern channel</h1>
    <p class="byline">By Eve Stone</p>
    <div class="article-body">\(body.map { "<p>\($0)</p>" }.joined(separator: "\n"))\(extra)</div>
    </article></main>
    <aside class="related"><h3>Most read</h3><ul>
    <li><a href="/1">Ten lighthouses to see before winter comes</a></li>
    <li><a href="/2">Ferry company raises its fares again in May</a></li></ul></aside>
    <footer><p>Sign up for our newsletter.</p><p>© 2024 Harbour Wire. All rights reserved.</p>\(footer)
    </footer></body></html>
    """
  }

  private func document(_ html: String, url: String? = "https://wire.example.com/a/1")
    -> RawDocument
  {
    RawDocument(origin: Origin(file: "page.html"), shape: .html, body: html, url: url)
  }

  private func article(
    _ html: String, memory: LineMemory = LineMemory(), keepAll: Bool = false
  ) -> Article? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory,
      keepAll: keepAll)
    guard case .article(let article, _) = normalizer.article(from: document(html)) else {
      return nil
    }
    return article
  }

  @Test func textIsTheParagraphsAndNothingElse() throws {
    let found = try #require(article(page()))
    #expect(found.title == "Port Ellis to dredge its northern channel")
    #expect(found.body == Self.paragraphs.joined(separator: "\n\n"))
    #expect(found.authors == ["Eve Stone"])
    #expect(found.language == "en")
    #expect(found.source == "wire.example.com" || found.source == "Harbour Wire")
    #expect(found.evidence["title"] != nil)
  }

  @Test func inlineElementsDoNotSplitWords() throws {
    var body = Self.paragraphs
    body[1] = "“We have <b>wait</b>ed long enough,” said <a href='/m'>Ada\n Marsh</a>, who chairs."
    let found = try #require(article(page(body: body)))
    #expect(
      found.body.contains("“We have waited long enough,” said Ada Marsh, who chairs."))
  }

  @Test func captionsAndCallsToActionInTheTextAreTrimmed() throws {
    let extra = """
      <figure><img src="x.jpg"><figcaption>The northern channel at low tide. Photo: Port Ellis \
      Harbour Board</figcaption></figure>
      <p>Sign up for our newsletter to get the best stories in your inbox.</p>
      """
    let found = try #require(article(page(extra: extra)))
    #expect(!found.body.contains("Photo:") && !found.body.contains("newsletter"))
    #expect(found.body.hasPrefix(Self.paragraphs[0]))
  }

  @Test func linesOfOtherPagesOfTheSiteAreLeftOut() throws {
    let note = """
      <p>This story is part of a series on the ports of the north, which readers of the Harbour Wire \
      have helped to pay for since the autumn of last year.</p>
      """
    let plain = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    var memory = LineMemory()
    let html = page(extra: note)
    for number in 1...4 {
      let text = ["Story \(number) of the harbour, with a sentence that only it has, and no other."]
      let other = document(
        page(extra: note, body: text), url: "https://wire.example.com/b/\(number)")
      memory.learn(other, source: plain.memorySource(of: other))
      // Two pages are too few to overrule the model.
      if number == 2 {
        #expect(try #require(article(html, memory: memory)).body.contains("part of a series"))
      }
    }
    #expect(try #require(article(html)).body.contains("part of a series"))
    let found = try #require(article(html, memory: memory))
    #expect(!found.body.contains("part of a series"))
    #expect(found.body.contains(Self.paragraphs[3]))
  }

  @Test func standfirstAboveTheTextIsAFieldOfItsOwn() throws {
    let line = "The board wants twenty more ships a month, fishermen fear for the herring grounds."
    let html = page().replacing(
      "<p class=\"byline\">", with: "<h2>\(line)</h2><p class=\"byline\">")
    let found = try #require(article(html))
    #expect(found.standfirst == line)
    #expect(found.body == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func copiesOfAPageDoNotMakeItsTextFurniture() throws {
    let plain = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    var memory = LineMemory()
    for number in 1...4 {
      // The same article at other addresses: pages that differ in a byte.
      let copy = document(page(footer: "<p>\(number)</p>"))
      memory.learn(copy, source: plain.memorySource(of: copy))
    }
    let found = try #require(article(page(), memory: memory))
    #expect(found.body == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func textOfJSONLDServesWherePageHasNone() throws {
    let text = Self.paragraphs.joined(separator: "\\n\\n").replacing("\"", with: "\\\"")
    let long = text + "\\n\\n" + String(repeating: "The board will meet again. ", count: 20)
    let html = """
      <html><head><title>Channel</title><script type="application/ld+json">
      {"@type": "NewsArticle", "headline": "Port Ellis to dredge its northern channel",
       "articleBody": "\(long)"}</script></head>
      <body><div id="app"><p>Loading the story, please wait a moment.</p></div></body></html>
      """
    let found = try #require(article(html))
    #expect(found.body.hasPrefix(Self.paragraphs[0]))
    #expect(found.evidence["body"] == "json-ld")
  }

  @Test func pagesThatAreNoArticlesAreRejectedUnlessKept() throws {
    let links = (1...40).map { "<li><a href='/s/\($0)'>Headline number \($0) of the day</a></li>" }
    let html = """
      <html><head><title>Harbour Wire</title><meta property="og:type" content="website"></head>
      <body><h1>Harbour Wire</h1><ul>\(links.joined())</ul></body></html>
      """
    let normalizer = Normalizer(now: Date(), defaultSource: nil, memory: LineMemory())
    let front = document(html, url: "https://wire.example.com/")
    guard case .rejected(let rejection) = normalizer.article(from: front) else {
      Issue.record("taken for an article")
      return
    }
    #expect(rejection.reason == .notAnArticle && !rejection.message.isEmpty)
    #expect(article(html, keepAll: true) != nil)
  }

  @Test func traceNamesEveryLineLeftOut() throws {
    var trace: ExtractionTrace? = ExtractionTrace()
    let normalizer = Normalizer(now: Date(), defaultSource: nil, memory: LineMemory())
    _ = normalizer.article(from: document(page()), trace: &trace)
    let found = try #require(trace)
    #expect(found.chosen != nil && found.candidates.count >= 4)
    let reasons = Dictionary(
      found.dropped.map { ($0.text, $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(reasons["Home"] == "navigation")
    #expect(reasons["By Eve Stone"] == "byline")
    #expect(reasons["Most read"] != nil)
    #expect(found.dropped.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func hostilePagesAreBounded() {
    let pages = [
      "", "<", String(repeating: "<div>", count: 50_000) + "text",
      String(repeating: "<p>a</p>", count: 20_000), String(repeating: "x", count: 3_000_000),
      "<title>\u{0}</title><p>\u{0}\u{FFFE}</p>",
      "<script type='application/ld+json'>" + String(repeating: "[", count: 100_000),
    ]
    for html in pages {
      // Nothing is expected but an answer.
      if let found = article(html, keepAll: true) { #expect(!found.key.isEmpty) }
    }
  }

  /// Data that a page prints as text: long runs of numbers without a space. Comparing each with each would
  /// take minutes.
  @Test(arguments: ["1,", "[1,2,3],", "1.2.", "(12:30),", "May1,2,"])
  func longRunsOfNumbersAreSkipped(data: String) throws {
    let run = String(repeating: data, count: 300_000 / data.utf8.count)
    let prose = (0..<8).map {
      "<p>The council voted on point \($0) of the plan after a long debate about the money.</p>"
    }
    let html = "<h1>Council votes on plan</h1><p>\(run)</p>" + prose.joined()
    var document = RawDocument(origin: Origin(file: "t.html", record: 1))
    document.body = html
    document.shape = .html
    _ = Normalizer(now: Date(), defaultSource: nil, memory: LineMemory()).article(from: document)
    document.body = prose.joined(separator: "\n\n") + "\n\n" + run
    document.shape = .page
    _ = Normalizer(now: Date(), defaultSource: nil, memory: LineMemory()).article(from: document)
  }
}
