import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineNormalize
import Foundation
import Testing

@testable import dateline

@Suite("JSON of articles")
struct ArticleJSONTests {
  private let article = Article(
    key: "k", title: "Title", standfirst: "Standfirst.", body: "Body.", published: "2024-01-02",
    modified: "2024-01-03", source: "Harbour Wire", url: "https://example.com/a",
    authors: ["Ann Smith, Jr.", "Bo Sample"], section: "City", language: "en",
    imageURL: "https://example.com/a.jpg", hints: [.paywall], evidence: ["title": "h1"],
    extra: "{\"a\":1}", origin: Origin(file: "f", record: 3, offset: 40), contentHash: "00ff")

  private func object(_ json: ArticleJSON) throws -> [String: Any] {
    let text = Data(JSONText.of(json).utf8)
    return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
  }

  @Test("Extracted and stored articles have the same fields, and the stored ones some more")
  func same() throws {
    let folder = try CommandFolder()
    let writer = try IndexWriter(
      path: folder.path("a.db"), extractor: Normalizer.version)
    try writer.write([article])
    try writer.close()
    let reader = try IndexReader(path: folder.path("a.db"))
    let stored = try object(ArticleJSON(try #require(try reader.article("k"))))
    let extracted = try object(ArticleJSON(article))
    for (field, value) in extracted where field != "body" {
      #expect(stored[field] as? NSObject == value as? NSObject, "\(field)")
    }
    #expect(stored["authors"] as? [String] == ["Ann Smith, Jr.", "Bo Sample"])
    #expect(stored["author"] as? String == "Ann Smith, Jr.; Bo Sample")
    #expect(
      Set(stored.keys).subtracting(extracted.keys)
        == ["schema", "id", "author", "entities", "extractor"])
    #expect(extracted.count == 19)
  }

  @Test("What is not known is absent; columns that are never NULL are always there")
  func absent() throws {
    let bare = Article(key: "k", title: "", body: "", origin: Origin(file: "f"))
    #expect(try Set(object(ArticleJSON(bare)).keys) == ["file", "record", "offset", "key"])
    let folder = try CommandFolder()
    let writer = try IndexWriter(path: folder.path("a.db"))
    try writer.write([bare])
    try writer.close()
    let stored = try IndexReader(path: folder.path("a.db")).article("k")
    #expect(
      try Set(object(ArticleJSON(try #require(stored))).keys) == [
        "schema", "id", "file", "record", "offset", "key", "title", "body", "entities", "hints",
      ])
  }
}
