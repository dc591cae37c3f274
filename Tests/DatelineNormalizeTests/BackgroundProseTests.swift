import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// A paragraph that several stories of a site share because it tells what led to the news stays; what the
/// site says of itself goes.
@Suite struct BackgroundProseTests {
  private static let background =
    "The dredging of the outer harbour was first proposed in 1998, when the old breakwater gave way in a "
    + "storm. It has divided the town ever since, and three mayors have lost their office over it."
  private static let others = [
    "Our evening newsletter brings the news of the bay to thousands of readers every day, and it takes less "
      + "than a minute to subscribe to it.",
    "The Elm Bay Courier app for phones and tablets has all stories and push alerts on breaking news, and it can "
      + "be had in every store.",
    "The texts on these pages are the property of their publisher and must not be copied, stored or passed on "
      + "without written permission.",
    "The Elm Bay Courier is an independent paper of the coast, and it has told the stories of the bay and its "
      + "people since 1921.",
    "You can find out what the plan means for each street on the map of the harbour, which shows the depth of "
      + "the water and the new piers.",
  ]

  private func document(_ number: Int, _ paragraphs: [String], html: Bool) -> RawDocument {
    var document = RawDocument(origin: Origin(file: "a/\(number)"), shape: html ? .html : .page)
    let title = PageKinds.headline(number)
    if html {
      document.body = """
        <html><head><title>\(title)</title><meta property=og:site_name content="Elm Bay Courier"></head><body>
        <nav><a href=/>Home</a><a href=/n>News</a></nav><article><h1>\(title)</h1>
        \(paragraphs.map { "<p>\($0)</p>" }.joined())</article></body></html>
        """
      document.url = "https://courier.example/news/story-\(number)"
    } else {
      document.body = (["Home", "News", title] + paragraphs + ["Imprint"]).joined(separator: "\n\n")
      document.source = "Elm Bay Courier"
    }
    return document
  }

  /// How many of the first pages of a site keep a line that they share in the middle of their text.
  private func kept(
    _ line: String, on pages: Int, of all: Int, html: Bool, place: Int = 3
  ) -> Int {
    let documents = (0..<all).map { number in
      var paragraphs = (0..<6).map { PageKinds.text(number * 17 + $0, 40) }
      if number < pages { paragraphs.insert(line, at: place) }
      return document(number, paragraphs, html: html)
    }
    var memory = LineMemory()
    let source = html ? "courier.example" : "Elm Bay Courier"
    for document in documents { memory.learn(document, source: source) }
    memory.settle()
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory)
    return documents.prefix(pages).count { document in
      guard case .article(let article, _) = normalizer.article(from: document) else { return false }
      return article.body.contains(line)
    }
  }

  @Test(arguments: [(3, 10), (5, 10), (4, 14), (8, 30)], [true, false])
  func backgroundStays(pages: (some: Int, all: Int), html: Bool) {
    #expect(kept(Self.background, on: pages.some, of: pages.all, html: html) == pages.some)
  }

  @Test(arguments: others, [true, false])
  func whatASiteSaysOfItselfGoes(line: String, html: Bool) {
    #expect(kept(line, on: 4, of: 10, html: html) == 0)
  }

  @Test(arguments: [true, false])
  func whatMostPagesHaveOrWhatEndsThemGoes(html: Bool) {
    #expect(kept(Self.background, on: 9, of: 10, html: html) == 0)
    #expect(kept(Self.background, on: 4, of: 10, html: html, place: 6) == 0)
  }
}
