import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation

/// An index in a folder that is removed when the test ends.
final class TestIndex {
  let folder: URL
  var path: String { folder.appendingPathComponent("news.db").path }

  init(_ articles: [Article], gazetteer: Gazetteer? = nil) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let writer = try IndexWriter(path: path)
    if let gazetteer {
      var analyzer = ArticleAnalyzer(gazetteer: gazetteer)
      try writer.write(analyzed: articles.map { analyzer.analyze($0) })
    } else {
      try writer.write(articles)
    }
    try writer.close()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

extension Article {
  /// An article for tests.
  static func sample(
    _ key: String, title: String = "Title", body: String = "Body.", published: String? = nil,
    source: String? = nil
  ) -> Article {
    Article(
      key: key, title: title, body: body, published: published, source: source,
      origin: Origin(file: "test"))
  }
}
