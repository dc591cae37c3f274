import DatelineCore
import DatelineIndex
import Foundation
import Testing

@testable import DatelineCluster

/// What happens when parts of a cluster fail: real servers, real signals.
@Suite(.enabled(if: SphinxCluster.isInstalled), .serialized) struct ClusterFailureTests {
  private static func article(_ number: Int, body: String = "The council met again.") -> Article {
    Article(
      key: "key \(number)", title: "Story \(number)", body: body, published: "2020-01-01",
      origin: Origin(file: "test", record: number, offset: 0))
  }

  private static func filled(_ cluster: SphinxCluster, _ count: Int) throws {
    let writer = try cluster.writer()
    for number in 0..<count { try writer.write(article(number)) }
    try writer.flush()
  }

  private static let all = SearchRequest(query: "council", limit: 100)

  @Test func aDeadShardMakesAPartialAnswer() throws {
    let cluster = try SphinxCluster(shards: 3)
    try Self.filled(cluster, 60)
    let engine = try cluster.engine()
    let whole = try engine.search(Self.all)
    #expect(whole.total == 60 && whole.warnings.isEmpty)
    cluster.signal(cluster.shards[1], SIGKILL)
    let partial = try engine.search(Self.all)
    #expect(partial.total < 60 && partial.total > 0)
    #expect(partial.warnings.joined().contains("127.0.0.1:\(cluster.shards[1].port)"))
    // An article of the shard may be there all the same.
    let keys = Set(partial.hits.map(\.key))
    let missing = try #require((0..<60).map { "key \($0)" }.first { !keys.contains($0) })
    #expect(throws: ClusterError.self) { try engine.article(missing) }
    #expect(try engine.article(try #require(keys.first))?.key == keys.first)
    let strict = try cluster.engine(requiresComplete: true)
    #expect(throws: ClusterError.self) { try strict.search(Self.all) }
    // Nothing that was confirmed is lost.
    try cluster.restart(cluster.shards[1])
    let again = try engine.search(Self.all)
    #expect(again.total == 60 && again.warnings.isEmpty)
    // A front that was restarted is asked again.
    cluster.signal(cluster.front, SIGKILL)
    try cluster.restart(cluster.front)
    #expect(try engine.search(Self.all).total == 60)
  }

  @Test func aHungShardMakesAPartialAnswer() throws {
    let cluster = try SphinxCluster(shards: 2)
    try Self.filled(cluster, 40)
    let engine = try cluster.engine()
    cluster.signal(cluster.shards[0], SIGSTOP)
    let partial = try engine.search(Self.all)
    #expect(partial.total < 40 && !partial.warnings.isEmpty)
    cluster.signal(cluster.shards[0], SIGCONT)
    #expect(try cluster.engine().search(Self.all).total == 40)
  }

  @Test func anErrorNamesTheServers() throws {
    let cluster = try SphinxCluster(shards: 2)
    try Self.filled(cluster, 10)
    let engine = try cluster.engine()
    for shard in cluster.shards { cluster.signal(shard, SIGKILL) }
    do {
      let response = try engine.search(Self.all)
      Issue.record("all shards are down, and the answer is \(response)")
    } catch {
      for shard in cluster.shards { #expect("\(error)".contains("127.0.0.1:\(shard.port)")) }
    }
    cluster.signal(cluster.front, SIGKILL)
    let front = "127.0.0.1:\(cluster.front.queryPort)"
    do {
      _ = try cluster.engine()
      Issue.record("the front is down")
    } catch {
      #expect("\(error)".contains(front) && "\(error)".contains("cannot be reached"))
    }
  }

  /// A batch that fails is sent again; what is written twice is there once.
  @Test func writingGoesOnWhereAShardComesBack() throws {
    let cluster = try SphinxCluster(shards: 2)
    let writer = try cluster.writer()
    writer.firstDelay = 0.01
    for number in 0..<20 { try writer.write(Self.article(number)) }
    cluster.signal(cluster.shards[0], SIGKILL)
    #expect(throws: ClusterError.self) { try writer.flush() }
    try cluster.restart(cluster.shards[0])
    try writer.flush()
    #expect(writer.written == 20)
    // Resumed from its beginning, as after a crash.
    let second = try cluster.writer()
    for number in 0..<25 { try second.write(Self.article(number)) }
    try second.flush()
    // Killed right after the last confirmation.
    for shard in cluster.shards { cluster.signal(shard, SIGKILL) }
    for shard in cluster.shards { try cluster.restart(shard) }
    let response = try cluster.engine().search(Self.all)
    #expect(response.total == 25)
    #expect(Set(response.hits.map(\.key)).count == 25)
    try second.delete(keys: ["key 3", "key 4", "no such key"])
    #expect(try cluster.engine().search(Self.all).total == 23)
  }

  @Test func textsComeBackAsTheyWere() throws {
    let cluster = try SphinxCluster(shards: 2)
    let hostile =
      "It's \\' OR 1=1; DROP TABLE news; -- \" ) | ( @title ^x$ =y !z ~ / < %s \u{1}\n\nemoji 😀 中文 naïve ₿"
    let large = (0..<700_000).map { "word\($0 % 5_000) " }.joined() + "lastword 中文"
    #expect(large.utf8.count > 5_000_000)
    let writer = try cluster.writer()
    try writer.write(Self.article(1, body: hostile))
    try writer.write(Self.article(2, body: large))
    try writer.write(Self.article(3, body: String(repeating: "toolong ", count: 1_300_000)))
    try writer.flush()
    #expect(writer.written == 2)
    #expect(writer.rejected.map(\.key) == ["key 3"])
    let engine = try cluster.engine()
    func body(_ query: String) throws -> String? {
      let response = try engine.search(SearchRequest(query: query, limit: 10))
      #expect(response.total == 1, "\(query)")
      return try response.hits.first.flatMap { try engine.article($0.key)?.body }
    }
    #expect(try body("naive") == hostile)
    #expect(try body("lastword") == large)
    for query in [
      hostile, "'", "\\", "\"; DROP TABLE news", "@title", "a | b ) ( -", "%' OR '1'='1",
    ] {
      // Whatever is typed is no error of the server.
      _ = try engine.search(SearchRequest(query: query))
    }
    #expect(try engine.search(SearchRequest(query: "")).total == 2)
  }

  @Test func whatNeedsAFileIsRefusedWithAReason() throws {
    let cluster = try SphinxCluster(shards: 1)
    try Self.filled(cluster, 2)
    let engine = try cluster.engine()
    for (query, advice) in [
      ("electoin~1", "write electoin*"), ("=Apple", "without ="), ("lead:council", "body:council"),
      ("\"the coun*\"", "single words"),
      (String(repeating: "c", count: 50) + "*", "up to 40 letters"),
      ("NEAR(council council, 3)", "same word twice"),
      ("NEAR(\"a b\" c d, 3)", "more than two parts"),
    ] {
      do {
        _ = try engine.search(SearchRequest(query: query))
        Issue.record("\(query) was answered")
      } catch {
        #expect("\(error)".contains(advice), "\(query): \(error)")
      }
    }
  }
}
