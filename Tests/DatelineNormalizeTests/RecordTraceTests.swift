import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite("What was left out of records and text files, and where their author and date come from")
struct RecordTraceTests {
  private let normalizer = Normalizer(
    now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())

  private static let first =
    "The ferry is back after two years, the mayor of the island said on Monday."
  private static let second = "It runs daily from the old pier, and costs 2.40 pounds."

  private func read(_ raw: RawDocument) -> (article: Article, dropped: [String])? {
    var trace: ExtractionTrace? = ExtractionTrace()
    guard case .article(let article, _) = normalizer.article(from: raw, trace: &trace) else {
      Issue.record("no article")
      return nil
    }
    var none: ExtractionTrace?
    guard case .article(let untraced, _) = normalizer.article(from: raw, trace: &none) else {
      return nil
    }
    #expect(untraced == article)
    return (article, trace?.dropped.map { "\($0.reason): \($0.text)" } ?? [])
  }

  private func record(_ body: String) -> RawDocument {
    RawDocument(
      origin: Origin(file: "x.jsonl", record: 1, offset: 0), title: "Ferry returns", body: body)
  }

  @Test("Furniture lines of a record, each with its reason")
  func furniture() throws {
    let body = [
      "Share on Twitter", Self.first, "ADVERTISEMENT", "Read more: Storm takes the stage",
      Self.second, "Copyright 2019 Harbour Post. All rights reserved.",
    ].joined(separator: "\n\n")
    let found = try #require(read(record(body)))
    #expect(found.article.body == Self.first + "\n\n" + Self.second)
    #expect(
      found.dropped == [
        "call to action: Share on Twitter", "advertisement: ADVERTISEMENT",
        "teaser: Read more: Storm takes the stage",
        "notice of rights: Copyright 2019 Harbour Post. All rights reserved.",
      ])
  }

  @Test("Ends that programs added to title, standfirst and text")
  func trims() throws {
    var raw = record(Self.first + "\n\n" + Self.second + " It… [+1200 chars]")
    raw.title = "Ferry returns - Harbour Post"
    raw.source = "Harbour Post"
    raw.standfirst = "The ferry is back after two years […]"
    let found = try #require(read(raw))
    #expect(found.article.title == "Ferry returns" && found.article.standfirst == nil)
    #expect(
      found.dropped == [
        "outlet: - Harbour Post", "standfirst: The ferry is back after two years […]",
        "note: … [+1200 chars]",
      ])
    var feed = record(
      Self.first + "\n\nThe post Ferry returns appeared first on Harbour Post.")
    feed.standfirst = "A boat at last. The post Ferry returns appeared first on Harbour Post."
    let item = try #require(read(feed))
    #expect(item.article.standfirst == "A boat at last." && item.article.body == Self.first)
    let note = "The post Ferry returns appeared first on Harbour Post."
    #expect(item.dropped == ["standfirst: " + note, "note: " + note])
    let twice = try #require(read(record("Ferry returns\n\n" + Self.first)))
    #expect(twice.dropped == ["doubled: Ferry returns"])
  }

  @Test("Author and date of a record from its text, from fields, from the address")
  func evidence() throws {
    let body = "By Ann Example\n\nPublished: June 4, 2019\n\n" + Self.first
    var raw = record(body)
    let lines = try #require(read(raw))
    #expect(lines.article.authors == ["Ann Example"] && lines.article.published == "2019-06-04")
    #expect(lines.article.evidence["authors"] == "byline")
    #expect(lines.article.evidence["published"] == "date line" && lines.dropped.isEmpty)
    raw.byline = "Cy Writer"
    raw.published = "2020-01-02"
    let fields = try #require(read(raw))
    #expect(fields.article.evidence["authors"] == nil)
    #expect(fields.article.evidence["published"] == nil)
    #expect(fields.dropped == ["byline: By Ann Example", "byline: Published: June 4, 2019"])
    var address = record(Self.first)
    address.url = "https://e.example.org/2021/03/04/ferry"
    let found = try #require(read(address)).article
    #expect(found.published == "2021-03-04" && found.evidence["published"] == "url")
    address.published = "1970-01-01T00:00:00Z"
    #expect(try #require(read(address)).article.published == "2021-03-04")
  }

  @Test("Author and date of a text file from its lines, from its header")
  func pages() throws {
    let text =
      "Ferry returns to the island\n\nBy Ann Example\n\nJune 4, 2019\n\n\(Self.first)\n\n\(Self.second)\n"
    var raw = RawDocument(
      origin: Origin(file: "a.txt", record: 1, offset: 0), shape: .page, body: text)
    let lines = try #require(read(raw)).article
    #expect(lines.authors == ["Ann Example"] && lines.published == "2019-06-04")
    #expect(lines.evidence["authors"] == "byline" && lines.evidence["published"] == "date line")
    raw.body =
      "Title: Ferry returns\nAuthor: Cy Writer\nDate: 2020-01-02\nSection: Coast\n\n\(Self.first)\n\n\(Self.second)\n"
    let header = try #require(read(raw))
    #expect(header.article.authors == ["Cy Writer"] && header.article.published == "2020-01-02")
    #expect(header.article.evidence["authors"] == "header")
    #expect(header.article.evidence["published"] == "header")
    #expect(header.dropped == ["header: Section: Coast"])
    raw.body = text
    raw.byline = "Cy Writer"
    raw.published = "2020-01-02"
    let given = try #require(read(raw))
    #expect(given.article.evidence["authors"] == nil)
    #expect(given.dropped.contains("byline: By Ann Example"))
    #expect(given.dropped.contains("byline: June 4, 2019"))
  }
}
