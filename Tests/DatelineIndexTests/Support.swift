import DatelineCore
import Foundation
import GRDB

/// A folder that is removed when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

extension Article {
  /// An article for tests.
  static func sample(
    _ key: String, title: String = "Title", body: String = "Body.", published: String? = nil,
    source: String? = nil
  ) -> Article {
    Article(
      key: key, title: title, body: body, published: published, source: source,
      origin: Origin(file: "test", record: 1, offset: 0))
  }
}

/// Runs SQL on a file through a plain connection, as another tool would.
func withPlainConnection<T>(_ path: String, _ body: (Database) throws -> T) throws -> T {
  let queue = try DatabaseQueue(path: path)
  return try queue.writeWithoutTransaction(body)
}
