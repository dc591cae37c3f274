import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

/// What is stored about an article's page and its record, and what of it makes a new version.
@Suite struct ProvenanceTests {
  private let folder: TemporaryFolder
  private let path: String
  private let article = Article(
    key: "a", title: "Title", body: "Text.", published: "2016-05-04",
    modified: "2016-05-05T10:00:00Z", url: "https://example.com/a",
    authors: ["Ada Marsh", "Jonas Wirth"], imageURL: "https://example.com/a.jpg",
    hints: [.liveBlog, .paywall], evidence: ["title": "og:title", "published": "json-ld"],
    origin: Origin(file: "f", record: 3, offset: 40), contentHash: "00ff")

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
  }

  private func write(_ article: Article, extractor: String = "1") throws -> IndexWriter.Outcome {
    let writer = try IndexWriter(path: path, extractor: extractor)
    defer { try? writer.close() }
    return try writer.write([article])
  }

  @Test func everythingIsStored() throws {
    _ = try write(article)
    let stored = try #require(try IndexReader(path: path).article("a"))
    #expect(stored.modified == article.modified)
    #expect(stored.imageURL == article.imageURL)
    #expect(stored.hints == article.hints)
    #expect(stored.evidence == article.evidence)
    #expect(stored.contentHash == "00ff")
    #expect(stored.extractor == "1")
    #expect(stored.author == "Ada Marsh; Jonas Wirth")
    try withPlainConnection(path) { (db: Database) throws in
      #expect(
        try String.fetchAll(db, sql: "SELECT hints || evidence FROM articles") == [
          #"["live-blog","paywall"]{"published":"json-ld","title":"og:title"}"#
        ])
    }
  }

  @Test func authorsComeOutAsTheyWentIn() throws {
    var article = article
    article.authors = ["Ada Marsh, Jr.", "Jonas Wirth", "Mo; Ltd"]
    _ = try write(article, extractor: "3")
    let reader = try IndexReader(path: path)
    #expect(try reader.article("a")?.authors == ["Ada Marsh, Jr.", "Jonas Wirth", "Mo, Ltd"])
    // As older versions and other tools wrote them.
    for (author, extractor, names) in [
      ("Ada Marsh, Jonas Wirth", "2", ["Ada Marsh", "Jonas Wirth"]),
      ("Ada Marsh, Jonas Wirth", nil, ["Ada Marsh", "Jonas Wirth"]),
      ("Ada Marsh; Jonas Wirth, Jr.", nil, ["Ada Marsh", "Jonas Wirth, Jr."]), ("", nil, []),
    ] as [(String, String?, [String])] {
      try withPlainConnection(path) { (db: Database) throws in
        try db.execute(
          sql: "UPDATE articles SET author = ?, extractor = ?", arguments: [author, extractor])
      }
      #expect(try reader.article("a")?.authors == names)
    }
  }

  @Test func authorsOfOlderVersionsAreNoChange() throws {
    _ = try write(article, extractor: "2")
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(sql: "UPDATE articles SET author = 'Ada Marsh, Jonas Wirth'")
    }
    #expect(try write(article, extractor: "3").unchanged == 1)
    #expect(try IndexReader(path: path).article("a")?.authors == ["Ada Marsh", "Jonas Wirth"])
  }

  @Test func nothingKnownIsNull() throws {
    _ = try write(Article.sample("b"))
    try withPlainConnection(path) { (db: Database) throws in
      #expect(
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM articles WHERE hints = '[]' AND evidence IS NULL
              AND modified IS NULL AND image_url IS NULL AND origin_hash IS NULL
            """) == 1)
    }
  }

  @Test func whatThePageSaysMakesAVersion() throws {
    _ = try write(article)
    let changes: [(inout Article) -> Void] = [
      { $0.modified = nil }, { $0.imageURL = "https://example.com/b.jpg" }, { $0.hints = [] },
      { $0.evidence = ["title": "h1"] },
    ]
    var changed = article
    for change in changes {
      change(&changed)
      #expect(try write(changed).replaced == 1)
      #expect(try write(changed).unchanged == 1)
    }
  }

  @Test func bytesAndRulesMakeNone() throws {
    _ = try write(article)
    var other = article
    other.contentHash = "11"
    #expect(try write(other, extractor: "2").unchanged == 1)
    #expect(try IndexReader(path: path).article("a")?.contentHash == "00ff")
  }

  @Test func checkpointsAreWrittenWithTheirArticles() throws {
    var point = ImportCheckpoint(file: "/dump", size: 9, changed: 1, options: "x")
    let writer = try IndexWriter(path: path)
    try writer.save([], checkpoints: [point])
    #expect(try writer.checkpoints() == ["/dump": point])
    point.records = 5
    point.rejected = 2
    var analyzer = ArticleAnalyzer(gazetteer: .builtIn)
    let analyzed = analyzer.analyze(article)
    #expect(try writer.write(analyzed: [analyzed], checkpoints: [point]).added == 1)
    #expect(try writer.checkpoints() == ["/dump": point])
    // Records that were all rejected advance as well.
    point.isFinished = true
    #expect(try writer.write(analyzed: [], checkpoints: [point]) == IndexWriter.Outcome())
    #expect(try writer.checkpoints() == ["/dump": point])
    try writer.removeCheckpoints(of: ["/dump"])
    #expect(try writer.checkpoints().isEmpty)
    try writer.close()
  }

  @Test func secondVersionAfterAResumptionIsNoChange() throws {
    let old = article
    var new = article
    new.body = "Another text."
    new.origin.record = 9
    _ = try write(old)
    let writer = try IndexWriter(path: path)
    writer.resume(after: ["f": 3])
    #expect(try writer.write([new]).replaced == 1)
    try writer.close()
    // The whole import again: its first version is known to be the older one.
    #expect(try write(old).unchanged == 1)
    #expect(try write(new).unchanged == 1)
  }
}
