import DatelineCore
import DatelineIndex
import GRDB
import Testing

/// The same work over and over: the file stays as large as it is, and what is deleted makes room. `make stress` does
/// this for as long as one likes, and looks at memory and times too.
@Suite struct LongRunTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
  }

  private static func articles(_ round: Int, sentences: Int) -> [Article] {
    (0..<240).map { number in
      let sentence = "In round \(round) NATO talked about harbour \(number % 13). "
      return .sample(
        "k\(number)", title: "Round \(round), \(number)",
        body: String(repeating: sentence, count: sentences + (number + round) % 5),
        published: "2024-03-01")
    }
  }

  private func write(round: Int, sentences: Int = 8) throws {
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write(Self.articles(round, sentences: sentences))
    try writer.close()
  }

  private func delete(_ condition: String) throws {
    try withPlainConnection(path) {
      try $0.execute(sql: "DELETE FROM articles WHERE \(condition)")
    }
  }

  private func optimize() throws {
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    _ = try writer.optimize()
    try writer.close()
  }

  private func statistics() throws -> IndexStatistics {
    try IndexReader(path: path).statistics()
  }

  @Test func replacedAndDeletedArticlesLeaveTheFileAsLargeAsItIs() throws {
    var sizes: [Int] = []
    for round in 0..<12 {
      try write(round: round)
      try delete("id % 5 = \(round % 5)")
      if round % 2 == 1 { try optimize() }
      sizes.append(try statistics().fileBytes)
    }
    let middle = try #require(sizes[4..<8].max())
    let last = try #require(sizes[8...].max())
    #expect(last * 4 <= middle * 5, "\(sizes)")
    #expect(try IndexCheck.run(path: path).passed)
  }

  @Test func deletedArticlesMakeRoomForOthers() throws {
    try write(round: 0, sentences: 80)
    try optimize()
    let before = try statistics()
    try delete("id % 10 > 0")
    try optimize()
    let after = try statistics()
    #expect(after.articles == 24 && after.fileBytes == before.fileBytes)
    let used = after.fileBytes - after.freeBytes
    #expect(used * 2 < before.fileBytes - before.freeBytes, "\(before), \(after)")
    // They come again, in the room there is.
    try write(round: 0, sentences: 80)
    #expect(try statistics().articles == 240)
    let again = try statistics()
    #expect(again.fileBytes * 10 <= before.fileBytes * 11, "\(before), \(again)")
  }
}
