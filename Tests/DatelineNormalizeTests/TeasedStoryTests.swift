import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Stories that other pages of the site tease or show whole.
@Suite struct TeasedStoryTests {
  private static func title(_ story: Int) -> String {
    "Ward \(story * 3 + 11) waits for its bridge a tenth year"
  }

  private static func sentences(_ story: Int) -> [String] {
    (0..<6).map { number in
      let key = story * 10 + number
      return """
        Engineer \(key) told the council of ward \(key * 7) on Monday that pier \(key + 40) of the old bridge \
        had sunk by \(key + 3) inches since the flood of the spring.
        """
    }
  }

  private static func article(_ story: Int, extra: String = "") -> String {
    let text = sentences(story).map { "<p>\($0)</p>" }
    return """
      <article><h1>\(title(story))</h1><p class="byline">By Eve Stone</p><div class="entry-content">
      \(text[..<3].joined(separator: "\n"))\(extra)\(text[3...].joined(separator: "\n"))</div></article>
      """
  }

  private static func page(_ story: Int, _ content: String, description: String? = nil)
    -> RawDocument
  {
    let meta = description.map { "<meta name=\"description\" content=\"\($0)\">" } ?? ""
    return RawDocument(
      origin: Origin(file: "p\(story).html"), shape: .html,
      body:
        "<html><head><title>\(title(story))</title>\(meta)</head><body>\(content)</body></html>",
      url: "https://creek.example/\(story)")
  }

  private static func articles(_ documents: [RawDocument]) -> [Article?] {
    let plain = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    var memory = LineMemory()
    for document in documents { memory.learn(document, source: plain.memorySource(of: document)) }
    let knowing = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory)
    return documents.map {
      guard case .article(let article, _) = knowing.article(from: $0) else { return nil }
      return article
    }
  }

  @Test func storyThatAllPagesTeaseKeepsItsFirstParagraph() throws {
    let note = """
      <p>Readers of the Courier can send what they know of the bridge to the desk in Mill Street at any hour.</p>
      """
    let teaser = """
      <aside class="recent-posts"><h3>Recent posts</h3><ul><li><a href="/0">\(Self.title(0))</a>
      <p>\(Self.sentences(0)[0])</p></li></ul></aside>
      """
    let documents = (0..<6).map { story in
      Self.page(story, Self.article(story, extra: note) + (story > 0 ? teaser : ""))
    }
    let found = Self.articles(documents)
    for story in documents.indices {
      // The site's note goes, though it is seen on as many pages as the lede.
      #expect(
        try #require(found[story]).body == Self.sentences(story).joined(separator: "\n\n"))
    }
  }

  @Test func storyThatAnotherPageShowsWholeKeepsItsText() throws {
    let shown = [[0, 1, 2], [1, 3, 4], [2, 0, 3]]
    let documents = shown.map { stories in
      Self.page(stories[0], stories.map { Self.article($0) }.joined())
    }
    let found = Self.articles(documents)
    for (article, stories) in zip(found, shown) {
      #expect(
        try #require(article).body == Self.sentences(stories[0]).joined(separator: "\n\n"))
    }
  }
}
