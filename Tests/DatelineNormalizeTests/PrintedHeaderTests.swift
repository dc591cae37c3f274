import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite("Author and dates ahead of the Daily Mail's stories")
struct PrintedHeaderTests {
  private static let text = "The ferry is back after two years. It runs daily."

  @Test(
    "The header is read and leaves the text",
    arguments: [
      "By . Ada Marsh . PUBLISHED: . 03:48 EST, 20 May 2013 . | . UPDATED: . 05:05 EST, 21 May 2013 . ",
      "By\n\n.\n\nAda Marsh\n\n.\n\nPUBLISHED:\n\n.\n\n03:48 EST, 20 May 2013\n\n.\n\n|\n\n.\n\nUPDATED:"
        + "\n\n.\n\n05:05 EST, 21 May 2013\n\n.\n\n",
      "By . Ada Marsh . PUBLISHED: 03:48 EST, 20 May 2013 | UPDATED: 05:05 EST, 21 May 2013 . ",
      "By Ada Marsh PUBLISHED: 03:48 EST, 20 May 2013 | UPDATED: 05:05 EST, 21 May 2013 ",
      "By . Ada Marsh . Published: . 03:48 EST, 20 May 2013 . | . Updated: . 05:05 EST, 21 May 2013 . ",
    ])
  func headers(start: String) throws {
    let article = try #require(read(start + Self.text))
    #expect(article.body == Self.text && article.authors == ["Ada Marsh"])
    #expect(article.published == "2013-05-20T03:48:00-05:00")
    #expect(article.modified == "2013-05-21T05:05:00-05:00")
    #expect(article.evidence["authors"] == "byline")
    #expect(article.evidence["published"] == "date line")
    #expect(article.evidence["modified"] == "date line")
  }

  @Test("Parts may be missing")
  func parts() throws {
    let noName = try #require(
      read(
        "PUBLISHED: . 03:48 EST, 20 May 2013 . | . UPDATED: . 03:48 EST, 20 May 2013 . " + Self.text
      ))
    #expect(noName.body == Self.text && noName.authors.isEmpty && noName.modified == nil)
    #expect(noName.published == "2013-05-20T03:48:00-05:00")
    let changed = try #require(
      read("By . Ada Marsh . Last updated at 7:21 AM on 20th January 2012 . " + Self.text))
    #expect(changed.body == Self.text && changed.published == nil)
    #expect(
      changed.modified?.hasPrefix("2012-01-20T07:21") == true && changed.authors == ["Ada Marsh"])
    let two = try #require(read("By . Ada Marsh . and Bo Sample . " + Self.text))
    #expect(two.body == Self.text && two.authors == ["Ada Marsh", "Bo Sample"])
  }

  @Test(
    "Texts without such a header stay as they are",
    arguments: [
      "By Monday the ferry will be back. It runs daily.",
      "By the time it left, the pier was closed . It reopened in 2014 .",
      "Published in 1987, the book sold well. It is out of print.",
      "Last updated rules on ferries came in 2012 and they did not last long, he said.",
      "Updated: the ferry is back. It runs daily.", "By . ",
      "By Ada Marsh\n\nFor decades the pier stood empty.",
      "Published: June 4, 2019 at noon\n\nThe ferry is back.", "Bygones are bygones, he said.",
    ])
  func others(text: String) {
    #expect(PrintedHeader(text) == nil)
  }

  private func read(_ body: String) -> Article? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    let raw = RawDocument(
      origin: Origin(file: "x.csv", record: 1, offset: 0), title: "Ferry returns", body: body)
    guard case .article(let article, _) = normalizer.article(from: raw) else { return nil }
    return article
  }
}
