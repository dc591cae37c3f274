import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct FeedSignatureTests {
  private func article(_ body: String, _ standfirst: String?) -> Article? {
    let document = RawDocument(
      origin: Origin(file: "feed.rss"), shape: .fields, title: "Storm closes the harbour",
      standfirst: standfirst, body: body)
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    guard case .article(let article, _) = normalizer.article(from: document) else { return nil }
    return article
  }

  @Test func theSentenceOfWordPressIsNoText() throws {
    let found = try #require(
      article(
        """
        <p>Waves broke over the pier.</p><p>It opens on Monday.</p>
        <p>The post <a href="x">Storm closes the harbour</a> appeared first on <a href="y">The Wire</a>.</p>
        <div><a>share</a></div>
        """,
        "Waves as never before. The post Storm closes the harbour appeared first on The Wire."))
    #expect(found.body == "Waves broke over the pier.\n\nIt opens on Monday.\n\nshare")
    #expect(found.standfirst == "Waves as never before.")
  }

  @Test(arguments: [
    "The post of harbour master appeared in the paper.",
    "Her name appeared first on the list, and stayed there for years.",
    "The post he took appeared first on no list.\n\nA storm.\n\nB storm.\n\nC storm.\n\nD storm.",
  ])
  func otherSentencesStay(body: String) {
    #expect(article(body, nil)?.body == body)
    let line = body.replacing("\n\n", with: " ")
    #expect(article("The harbour is shut.", line)?.standfirst == line)
  }
}
