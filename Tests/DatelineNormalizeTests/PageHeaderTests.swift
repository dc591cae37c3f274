import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// What text files say of their article ahead of it.
@Suite struct PageHeaderTests {
  private static let headline = "Elm Bay to deepen its harbour"
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third.",
    "The boats would sail again in spring, the director of the company told reporters in the town hall.",
  ]
  private static let text = paragraphs.joined(separator: "\n\n")

  private func article(_ page: String) -> Article? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_720_000_000), defaultSource: "Wire", memory: LineMemory())
    let document = RawDocument(origin: Origin(file: "a.txt"), shape: .page, body: page)
    guard case .article(let article, _) = normalizer.article(from: document) else { return nil }
    return article
  }

  /// A sentence that names a day says when something happened, not when the article was published.
  @Test(arguments: [
    ("Cobalt Island was taken by the fleet on 24 February 1822.", nil),
    ("The old pier burned down on March 5, 1974.", nil),
    ("Published on 5 March 2024.", "2024-03-05"),
    ("Tuesday, March 5, 2024 at 9:30 p.m.", "2024-03-05"),
  ])
  func sentencesWithADateAreNoDateLines(line: String, published: String?) throws {
    let found = try #require(article("\(Self.headline)\n\n\(line)\n\n\(Self.text)"))
    #expect(found.title == Self.headline)
    #expect(found.published?.prefix(10) == published?.prefix(10))
  }

  @Test(arguments: [
    "Title: \(headline)\nAuthor: Jane Roe\nDate: March 5, 2024\n\n",
    "TITLE: \(headline)\nBY: Jane Roe\nPUBLISHED: 2024-03-05\nSOURCE: Wire\nURL: https://wire.example/a\n\n",
    "Subject: \(headline)\nFrom: Wire\nDate: Tue, 5 Mar 2024 00:00:00 +0000\nAuthor: Jane Roe\n\n",
    "Titel: \(headline)\nAutor: Jane Roe\nDatum: 5.3.2024\n\n",
    "Headline: \(headline)\n\nByline: Jane Roe\n\nPublication date: 5 March 2024\n\nBody: ",
    "---\ntitle: \"\(headline)\"\nauthor: Jane Roe\ndate: 2024-03-05\ntags: [harbour, town]\n---\n\n",
    "---\ntitle: \(headline)\ndate: 2024-03-05\nauthors:\n  - Jane Roe\n---\n# \(headline)\n\n",
    "# \(headline)\n\n*By Jane Roe*\n\nMarch 5, 2024\n\n",
    "\(headline)\n=================\n\nBy Jane Roe\nMarch 5, 2024\n\n",
    "\(headline)\nBYLINE: Jane Roe\nMarch 5, 2024\n\n",
    "\(headline)\nMarch 5, 2024 | By Jane Roe\n\n", "\(headline)\nBy Jane Roe | March 5, 2024\n\n",
    "\(headline)\nMarch 5, 2024 by Jane Roe\n\n",
    "\(headline)\nWritten by Jane Roe\n5 March 2024\n\n",
    "Date: 2024-03-05\nAuthor: Jane Roe\n\n\(headline)\n\n",
    "Title : \(headline)\nAuthor : Jane Roe\nDate : 2024-03-05\n\n",
    "Title: \(headline)\r\nAuthor: Jane Roe\r\nDate: 2024-03-05\r\n\r\n",
    "+++\ntitle = \"\(headline)\"\ndate = 2024-03-05\nauthor = \"Jane Roe\"\n+++\n\n",
    "**\(headline)**\n\nBy **Jane Roe**\nMarch 5, 2024\n\n",
  ])
  func headersAreFields(header: String) throws {
    let found = try #require(article(header + Self.text))
    #expect(found.title == Self.headline)
    #expect(found.authors == ["Jane Roe"])
    #expect(found.published?.prefix(10) == "2024-03-05")
    #expect(found.body == Self.text)
  }

  @Test(arguments: [
    "+++\ntitle = \"Pier closes\"\nauthors = [\"Ann Doe\", \"Ben Roe\"]\n+++\n\n",
    "---\ntitle: Pier closes\nauthors: ['Ann Doe', 'Ben Roe']\n---\n\n",
  ])
  func listsOfAuthors(header: String) throws {
    let found = try #require(article(header + Self.text))
    #expect(found.title == "Pier closes" && found.authors == ["Ann Doe", "Ben Roe"])
  }

  @Test(arguments: [
    "Updated 8 March 2024, first published 7 March 2024",
    "Published: March 7, 2024 | Updated: March 8, 2024",
  ])
  func linesWithTwoDates(line: String) throws {
    let found = try #require(
      article("Pier closes for repairs\nBy Ann Doe\n\(line)\n\n" + Self.text))
    #expect(found.published?.prefix(10) == "2024-03-07")
    #expect(found.modified?.prefix(10) == "2024-03-08")
    #expect(found.body == Self.text)
  }

  @Test func aLineWithAuthorAndTimeIsNoSentence() throws {
    let line = "By Jane Roe, Wire | Updated March 5, 2024 9:30 a.m."
    let found = try #require(article("\(Self.headline)\n\(line)\n\n\(Self.text)"))
    #expect(found.body == Self.text)
    #expect(found.authors == ["Jane Roe"])
    #expect(found.published == "2024-03-05T09:30:00Z")
  }

  @Test func summariesOfHeadersAreStandfirsts() throws {
    let page = "---\ntitle: \(Self.headline)\ndescription: What the plan costs\n---\n\(Self.text)"
    #expect(article(page)?.standfirst == "What the plan costs")
  }

  @Test func headingsLoseTheirMarks() throws {
    let page =
      "# \(Self.headline)\n\n\(Self.paragraphs[0])\n\n## What it costs\n\n\(Self.paragraphs[1])\n\n\(Self.paragraphs[2])"
    let body = try #require(article(page)?.body)
    #expect(body.contains("\n\nWhat it costs\n\n"))
    #expect(!body.contains("#"))
    let linked =
      "# \(Self.headline)\n\nThe **outer** harbour is [deep](https://bay.example/a), they say. "
      + Self.text
    let line = "#: [a] ![Pier](p.png)[b (c)](d e)[f](g).\n\n" + Self.text
    #expect(PageHeader("# T\n\n" + line)?.text == "T\n\n\n#: [a] [b (c)](d e)f.\n\n" + Self.text)
    #expect(article(linked)?.body.hasPrefix("The outer harbour is deep, they say.") == true)
  }

  @Test(arguments: [
    "Warning: the outer harbour is closed. Ships have to wait until the storm is over.\n\n",
    "Date: Monday\n\n", "--- \n\n", "#harbour is what all of them wrote about that day.\n\n",
    "--- Elm Bay ---\n\n",
  ])
  func otherBeginningsAreNoHeader(start: String) { #expect(PageHeader(start + Self.text) == nil) }

  @Test func offices() {
    #expect(AuthorLine.namesOfPage("By Jane Roe Staff Writer") == ["Jane Roe"])
    #expect(AuthorLine.namesOfPage("By Jane Roe on Monday, March 5") == ["Jane Roe"])
    #expect(AuthorLine.namesOfPage("By Jane Roe and John Doe") == ["Jane Roe", "John Doe"])
  }
}
