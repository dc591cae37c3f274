import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Text files that hold an article and little else: headline, author and day, paragraphs.
@Suite struct TextFileTests {
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third.",
    "The boats would sail again in spring, the director of the company told reporters in the town hall.",
    "Elm Bay has had no ferry since the storm that took the landing stage eleven years ago.",
  ]
  private static let text = paragraphs.joined(separator: "\n\n")
  private static let menu = "Home\n\nNews\n\nSport\n\nLog in\n\n"

  private func article(
    _ page: String, memory: LineMemory = LineMemory(), source: String = "Wire"
  ) -> Article? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_720_000_000), defaultSource: source, memory: memory)
    let document = RawDocument(origin: Origin(file: "a.txt"), shape: .page, body: page)
    guard case .article(let article, _) = normalizer.article(from: document) else { return nil }
    return article
  }

  @Test(
    "What stands above author or day is the headline, whatever it says",
    arguments: [
      "'Shocking' bill for the new pier", "'No ferry': a town waits", "OPINION: Is Elm Bay Fair?",
      "Storm",
      "Captain Crozier", "Council Plans $4.7 Million Pier for 2020", "Unprepared for Worst?",
      "The Council Meets Monday. Here's What to Expect.",
    ],
    [
      "By Jane Roe", "March 5, 2024", "By Jane Roe\n\nMarch 5, 2024", "By Jane Roe | March 5, 2024",
    ])
  func headlines(headline: String, credits: String) throws {
    for start in ["", Self.menu] {
      let found = try #require(article("\(start)\(headline)\n\n\(credits)\n\n\(Self.text)"))
      #expect(found.title == headline)
      #expect(found.body == Self.text)
    }
  }

  @Test(
    "The headline below outlet, section, author, day or address is found",
    arguments: [
      "Elm Bay leaders agree on pier deal", "Oil prices fall", "Two dead", "Pier closes",
    ],
    [
      "Coast Post\n5 March 2024", "5 March 2024", "Coast Post", "By Ann Doe",
      "5 March 2024\nBy Ann Doe",
      "https://coast.example/a/1", "BC-PIER",
    ])
  func headlinesBelowHeads(headline: String, head: String) throws {
    let found = try #require(article(head + "\n" + headline + "\n\n" + Self.text))
    #expect(found.title == headline)
    #expect(found.body == Self.text)
  }

  @Test(
    "A short first line above the text is its headline",
    arguments: ["'Shocking' bill", "Captain Crozier", "Storm"])
  func shortFirstLines(headline: String) throws {
    let found = try #require(article(headline + "\n\n" + Self.text))
    #expect(found.title == headline)
    #expect(found.body == Self.text)
  }

  @Test(
    "Short sentences stay wherever they stand",
    arguments: [
      "Why?", "Nobody knows.", "Comments from residents were mostly hostile.",
      "His comments irked some.",
      "\u{201C}We will not sell,\u{201D} he said.", "On 24 February 2022 the ferry sank.",
    ])
  func shortSentences(sentence: String) throws {
    let head = "Elm Bay to deepen its harbour\n\nBy Jane Roe\n\n"
    for place in 0...Self.paragraphs.count {
      // What asks something below the text is a headline more often.
      if sentence == "Why?", place == Self.paragraphs.count { continue }
      var lines = Self.paragraphs
      lines.insert(sentence, at: place)
      let found = try #require(article(head + lines.joined(separator: "\n\n")))
      #expect(found.body == lines.joined(separator: "\n\n"))
      #expect(found.title == "Elm Bay to deepen its harbour")
    }
  }

  @Test("A first line above a short first sentence is the headline")
  func shortFirstSentences() throws {
    for sentence in [
      "How did we get into this mess?", "Elm Bay has a ferry problem that none denies.",
    ] {
      let found = try #require(article("How a Ferry Was Lost\n\n\(sentence)\n\n\(Self.text)"))
      #expect(found.title == "How a Ferry Was Lost")
      #expect(found.body == sentence + "\n\n" + Self.text)
    }
  }

  @Test("Where links cut a page, quoted titles are pieces of sentences")
  func quotedPieces() throws {
    let pieces =
      "The board read the report in\n'No Ferry for Elm Bay'\nand the letter, it said\non Monday."
    let found = try #require(
      article("Elm Bay to deepen its harbour\n\nBy Jane Roe\n\n\(pieces)\n\n\(Self.text)"))
    #expect(
      found.body.contains(
        "read the report in 'No Ferry for Elm Bay' and the letter, it said on Monday."))
  }

  @Test("A sentence that stands twice stays, and so does what is round it")
  func sentencesTwice() throws {
    for sentence in [
      "\"We will not sell,\" he said.", "What will the ferry cost the town of Elm Bay?",
    ] {
      var lines = Self.paragraphs
      lines.insert(sentence, at: 1)
      lines.insert(sentence, at: 3)
      let found = try #require(
        article("Elm Bay to deepen its harbour\n\n" + lines.joined(separator: "\n\n")))
      #expect(found.body == lines.joined(separator: "\n\n"))
    }
  }

  @Test("A line of the site goes alone, and what few stories share stays")
  func linesOfTheSite() throws {
    let call = "Reporting in Elm Bay costs money, and readers pay for it."
    let denial = "The mayor's office did not respond to a request for comment."
    var memory = LineMemory()
    func page(_ number: Int, _ extra: [String]) -> String {
      let own = (0..<3).map {
        "Story \(number) tells in its part \($0) what happened on a day by the sea to people of the town."
      }
      return (["Story \(number) of the day", own[0]] + extra + [own[1], call, own[2]]).joined(
        separator: "\n\n")
    }
    for number in 0..<30 {
      memory.learn(page: page(number, number % 8 == 0 ? [denial] : []), source: "Wire")
    }
    let text = page(8, [denial])
    let found = try #require(article(text, memory: memory))
    let lines = text.components(separatedBy: "\n\n")
    #expect(found.title == lines[0])
    #expect(found.body == lines[1...].filter { $0 != call }.joined(separator: "\n\n"))
  }

  @Test("A standfirst below the author is one")
  func standfirstBelowAuthor() throws {
    let line = "The work is to begin in spring and will take two years"
    let found = try #require(
      article("Elm Bay to deepen its harbour\n\nBy Jane Roe\n\n\(line)\n\n\(Self.text)"))
    #expect(found.standfirst == line)
    #expect(found.body == Self.text)
  }
}
