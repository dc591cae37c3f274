import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite("What programs copied along with the text of a record")
struct FieldFurnitureTests {
  private static let first =
    "The ferry is back after two years, the mayor of the island said on Monday."
  private static let second = "It runs daily from the old pier, and costs 2.40 pounds."

  @Test(
    "Lines that no article has leave the text",
    arguments: [
      "Share on Facebook", "Share this article", "Advertisement", "ANZEIGE", "Continue reading…",
      "Read more", "READ MORE: Storm takes the landing stage", "Related: Storm takes the stage",
      "Lesen sie auch: Sturm über der Insel", "E-mail to a friend",
      "Story continues below advertisement", "© 2019 Harbour Post. All rights reserved.",
      "Copyright 2019 Harbour Post. All rights reserved.", "Alle Rechte vorbehalten.",
      "Sign up for our daily newsletter to get the best of the Post in your inbox.",
      "Follow us on Twitter and Facebook.", "Weiterlesen »",
    ])
  func furniture(line: String) {
    let body = [Self.first, line, Self.second].joined(separator: "\n\n")
    #expect(FieldFurniture(body).text == Self.first + "\n\n" + Self.second)
    #expect(FieldFurniture(Self.first + "\n\n" + line).text == Self.first)
  }

  @Test(
    "Sentences with such words stay",
    arguments: [
      "Share prices fell on Monday.", "Read more books, she said.",
      "\"Follow us on Twitter,\" he said.",
      "Related: a word with two meanings, as in \"of the same family\", and it goes on for so long that no "
        + "headline would ever be as long as this, the linguist said in her talk.",
      "Facebook changed its privacy policy on Monday.", "Advertisement sales fell by a third.",
      "Sign up for the race ends on Friday.", "Copyright law is to change next year.",
      "The film had all rights reserved by a studio in Rome.", "Print", "Comments were few.",
      "He asked people to subscribe to our newsletter.", "Published in 1987, the book sold well.",
    ])
  func sentences(line: String) {
    let body = [Self.first, line, Self.second].joined(separator: "\n\n")
    #expect(FieldFurniture(body).text == body)
  }

  @Test("Author and date above the text are fields where the record has none")
  func head() throws {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    var raw = RawDocument(
      origin: Origin(file: "x.jsonl", record: 1, offset: 0), title: "Ferry returns",
      body:
        "Share on Twitter\n\nBy Ann Example\n\nPublished: June 4, 2019\n\n\(Self.first)\n\nBy Bo Other"
    )
    guard case .article(let article, _) = normalizer.article(from: raw) else {
      Issue.record("no article")
      return
    }
    #expect(article.body == Self.first + "\n\nBy Bo Other")
    #expect(article.authors == ["Ann Example"] && article.published == "2019-06-04")
    raw.byline = "Cy Writer"
    raw.published = "2020-01-02"
    guard case .article(let given, _) = normalizer.article(from: raw) else {
      Issue.record("no article")
      return
    }
    #expect(given.authors == ["Cy Writer"] && given.published == "2020-01-02")
    #expect(given.body == article.body)
    raw.published = nil
    raw.url = "https://e.example.org/2021/03/04/ferry"
    raw.body = "Updated at 11:45 p.m. ET\n\n\(Self.first)"
    guard case .article(let changed, let warnings) = normalizer.article(from: raw) else {
      Issue.record("no article")
      return
    }
    #expect(changed.published == "2021-03-04" && changed.body == Self.first && warnings.isEmpty)
  }

  @Test("A text that is nothing else stays; captions in HTML go")
  func others() {
    #expect(FieldFurniture("Advertisement\n\nRead more").text == "Advertisement\n\nRead more")
    let html =
      "<figure><img src='a.jpg'><figcaption>The pier</figcaption></figure><p>The ferry.</p>"
    #expect(TextNormalizer.body(html) == "The ferry.")
    #expect(TextNormalizer.body("One<figcaption>x</figcaption>two") == "One\n\ntwo")
  }
}
