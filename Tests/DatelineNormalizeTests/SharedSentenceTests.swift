import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// A short sentence that a few of many stories have stays where it stands amid the story's text; what leads
/// somewhere or speaks of the house goes.
@Suite struct SharedSentenceTests {
  private static let sentences = [
    "Why?",
    "No one was hurt.",
    "Police are investigating.",
    "He pleaded not guilty.",
    "The company did not immediately respond to a request for comment.",
    "“That is about to change.”",
    "Verletzt wurde niemand.",
    "No group claimed responsibility.", "Both men deny the charges.", "He denies wrongdoing.",
    "Shares fell 3 percent.", "Oil prices rose.", "She leaves a husband and two sons.",
    "The Courier could not independently verify the report.",
  ]
  private static let others = [
    "Story continues below.",
    "Read the full report here.",
    "This is a developing story.",
    "The reporting was done in three towns.",
    "The harbour is shown on the map below.",
    "Follow the council on the social network.",
    "Our readers have said it first.",
    "Photo was taken by the harbour master.",
    "Dieser Artikel ist zuerst am Hafen erschienen.",
  ]

  /// How many of the first three of thirty pages of a site keep a line that they share.
  private func kept(_ line: String, pages: Int = 3, place: Int = 3) -> Int {
    let documents = (0..<30).map { number in
      var paragraphs = (0..<6).map { PageKinds.text(number * 17 + $0, 40) }
      if number < pages { paragraphs.insert(line, at: place) }
      let title = PageKinds.headline(number)
      var document = RawDocument(origin: Origin(file: "a/\(number)"), shape: .html)
      document.body = """
        <html><head><title>\(title)</title></head><body>
        <nav><a href=/>Home</a><a href=/n>News</a></nav><article><h1>\(title)</h1>
        \(paragraphs.map { "<p>\($0)</p>" }.joined())</article></body></html>
        """
      document.url = "https://courier.example/news/story-\(number)"
      return document
    }
    var memory = LineMemory()
    for document in documents { memory.learn(document, source: "courier.example") }
    memory.settle()
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory)
    return documents.prefix(pages).count { document in
      guard case .article(let article, _) = normalizer.article(from: document) else { return false }
      return article.body.split(separator: "\n").contains { $0 == line }
    }
  }

  @Test(arguments: sentences)
  func sentencesOfStoriesStay(line: String) {
    #expect(kept(line) == 3)
  }

  @Test(arguments: others)
  func whatIsTheSitesGoes(line: String) {
    #expect(kept(line) == 0)
  }

  @Test func whatManyPagesHaveOrWhatEndsThemGoes() {
    #expect(kept("No one was hurt.", pages: 8) == 0)
    #expect(kept("No one was hurt.", place: 6) == 0)
  }
}
