import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Short sentences that begin like furniture.
@Suite struct PlainSentenceTests {
  private static let title = "Millbrook moves its market to the old tannery"
  private static let text = [
    "The weekly market of Millbrook moves to the yard of the old tannery in April, the town clerk said on Monday.",
    "Stall holders had wanted a roof since the storm of last winter, which carried nine tents into the river.",
    "Rent for a stall goes up by two crowns a week, and pays for lamps, drains and a watchman on Friday nights.",
    "Ann Carver, who sells cheese, said that she would rather have kept the square and bought a heavier tent.",
    "The first market in the yard is planned for the second Saturday of April, whatever the weather does.",
  ]

  private static func body(_ line: String, at place: Int) throws -> String {
    var text = text
    text.insert(line, at: place)
    let html = """
      <html lang="en"><head><title>\(title)</title><meta property="og:type" content="article">
      <meta property="article:published_time" content="2022-05-05T10:00:00Z"></head>
      <body><article><h1>\(title)</h1><div class="byline">By Ida Wren</div>
      <div class="content">\(text.map { "<p>\($0)</p>" }.joined(separator: "\n"))</div></article></body></html>
      """
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    let document = RawDocument(
      origin: Origin(file: "page.html"), shape: .html, body: html,
      url: "https://mill.example/a/1")
    guard case .article(let article, _) = normalizer.article(from: document) else { return "" }
    return article.body
  }

  @Test(arguments: [
    "Comments from residents were mostly hostile.",
    "Related charges against his brother were dropped.",
    "Copyright law protects the tannery's old sign until 2040, the judge ruled.",
    "Listen to what the river tells, the old men of the village say.",
  ])
  func sentenceOfTheStoryStays(_ line: String) throws {
    #expect(try Self.body(line, at: 3).contains(line))
  }

  @Test(arguments: [
    "By Monday, June 7, 2021, all was dry.",
    "The flood had come on Tuesday, June 1, 2021.",
  ])
  func firstParagraphWithADateStays(_ line: String) throws {
    #expect(try Self.body(line, at: 0).hasPrefix(line))
  }

  @Test(arguments: [
    "Comments on this article are now closed.",
    "Subscribe to our newsletter for more of our stories.",
    "Mehr dazu steht morgen in der Beilage.",
    "Additional reporting by Joe Bloggs and Ann Marsh in Elm Bay.",
    "Related reading is in our archive for members.",
  ])
  func furnitureStillGoes(_ line: String) throws {
    #expect(!(try Self.body(line, at: 5).contains(line)))
  }

  @Test func dateLineStillGoes() throws {
    let line = "Posted: Thursday, April 21, 2022. 10:11 pm CST."
    #expect(!(try Self.body(line, at: 0).contains(line)))
  }
}
