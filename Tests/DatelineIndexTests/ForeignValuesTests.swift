import DatelineCore
import DatelineIndex
import GRDB
import Testing

/// Other tools may store what is no text, or no UTF-8, in any column.
@Suite struct ForeignValuesTests {
  @Test func bytesThatAreNoTextAreRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("news.db")
    let writer = try IndexWriter(path: path)
    try writer.write([.sample("a", title: "Storm", body: "A storm.")])
    try writer.close()
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          INSERT INTO articles (key, title, body, source, published, author, url, extra, entities)
          VALUES (x'62FF', x'53FF', x'41FF2073746F726D', x'FF', x'32303136FF', x'FF', 7, x'FF', x'FF');
          INSERT INTO articles (key, title, body)
          VALUES ('c', CAST(x'C328' AS TEXT), CAST(x'F0288CBC73746F726D00E282' AS TEXT));
          """)
    }
    let reader = try IndexReader(path: path)
    let article = try #require(try reader.article(id: 2))
    #expect(article.key == "b\u{FFFD}" && article.title == "S\u{FFFD}")
    #expect(article.body == "A\u{FFFD} storm" && article.source == "\u{FFFD}")
    #expect(article.published == "2016\u{FFFD}" && article.url == "7" && article.entities == [])
    #expect(try reader.article(id: 3)?.title == "\u{FFFD}(")
    let statistics = try reader.statistics()
    #expect(statistics.sources.map(\.name).contains("\u{FFFD}"))
    let text = try reader.read { try $0.text(id: 2) }
    let names = try reader.read { try $0.names(in: .source) }
    let key = try reader.read { try $0.key(id: 2) }
    #expect(text?.body == "A\u{FFFD} storm" && names.contains("\u{FFFD}") && key == "b\u{FFFD}")
  }
}
