import DatelineAnalysis
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

  /// What is written to other servers than the front asks is not found again.
  @Test func serversMustBelongTogether() throws {
    let (cluster, other) = (try SphinxCluster(shards: 2), try SphinxCluster(shards: 2))
    func link(_ shards: [[ClusterAddress.Server]], _ front: SphinxCluster) throws -> ClusterLink {
      ClusterLink(try front.address, shards: shards, credentials: ClusterCredentials())
    }
    let servers = cluster.servers
    func refusal(_ shards: [[ClusterAddress.Server]], _ front: SphinxCluster) throws -> String {
      do {
        try link(shards, front).verify()
        return ""
      } catch {
        guard let error = error as? ClusterError, case .mismatched = error else { throw error }
        return "\(error)"
      }
    }
    // Empty servers are told apart, too.
    #expect(try refusal(servers, cluster) == "")
    #expect(try refusal(other.servers, cluster).contains("which is of another cluster"))
    #expect(
      try refusal([servers[0], other.servers[1]], cluster).contains("\(other.servers[1][0])"))
    #expect(try refusal([servers[0]], cluster).contains("has 2 shards, --shards names 1 shard"))
    try Self.filled(cluster, 40)
    #expect(try refusal(servers, cluster) == "")
    #expect(try link(servers, cluster).articleCount() == 40)
    let swapped = try refusal(servers.reversed(), cluster)
    #expect(swapped.contains("in the order in which they were filled"), "\(swapped)")
    #expect(swapped.contains("nothing was written"))
    #expect(try refusal(servers, other).contains("which is of another cluster"))
    let shard = ClusterAddress.Server(host: "127.0.0.1", port: cluster.shards[0].queryPort)
    let alone = ClusterLink(
      try ClusterAddress(server: shard, index: "news"), shards: servers,
      credentials: ClusterCredentials())
    #expect {
      try alone.verify()
    } throws: {
      "\($0)".contains("is no front")
    }
    let mirrored = try SphinxCluster(shards: 2, mirrors: 2)
    #expect(try refusal(mirrored.servers, mirrored) == "")
    let crossed = [mirrored.servers[0], [mirrored.servers[1][0], servers[1][0]]]
    #expect(try refusal(crossed, mirrored).contains("\(servers[1][0])"))
  }

  /// Each statement that asks it waits for a second; the whole answer is there not much later.
  @Test func aHungShardMakesAPartialAnswer() throws {
    let cluster = try SphinxCluster(shards: 2)
    try Self.filled(cluster, 40)
    let engine = try cluster.engine(timeout: 3)
    cluster.signal(cluster.shards[0], SIGSTOP)
    let request = SearchRequest(
      query: "council met story again NOT section:sport", limit: 100, offset: 1,
      facets: [.source, .section, .language, .entity, .year, .month])
    let start = ContinuousClock.now
    let partial = try engine.search(request)
    #expect(ContinuousClock.now - start < .seconds(9))
    #expect(partial.total > 0 && partial.total < 40 && !partial.warnings.isEmpty)
    #expect(partial.facets.count == 6 && partial.facets[4].values.map(\.count) == [partial.total])
    cluster.signal(cluster.shards[0], SIGCONT)
    #expect(try cluster.engine().search(Self.all).total == 40)
  }

  /// Nor is a front that hangs waited for longer than was said, when it is connected to.
  @Test func aHungFrontEndsInTime() throws {
    let cluster = try SphinxCluster(shards: 1)
    cluster.signal(cluster.front, SIGSTOP)
    let start = ContinuousClock.now
    #expect(throws: ClusterError.self) { try cluster.engine(timeout: 1).search(Self.all) }
    #expect(ContinuousClock.now - start < .seconds(4))
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
    // Of an engine that has been connected to it, too.
    for _ in 0..<2 {
      #expect {
        try engine.search(Self.all)
      } throws: {
        "\($0)".contains(front) && "\($0)".contains("cannot be reached")
      }
    }
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
    let writer = try cluster.writer(firstDelay: 0.01)
    for number in 0..<20 { try writer.write(Self.article(number)) }
    cluster.signal(cluster.shards[0], SIGKILL)
    #expect(throws: ClusterError.self) { try writer.flush() }
    try cluster.restart(cluster.shards[0])
    for number in 20..<24 { try writer.write(Self.article(number)) }
    try writer.flush()
    #expect(writer.written == 24)
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
    #expect(try second.delete(keys: ["key 3", "key 4", "key 4", "no such key"]) == 2)
    #expect(try second.delete(keys: ["key 3"]) == 0)
    #expect(try cluster.engine().search(Self.all).total == 23)
    let keys = (0..<3_000).map { "key \($0)" }
    #expect(try second.delete(keys: keys) == 23)
    #expect(try cluster.engine().search(Self.all).total == 0)
  }

  /// A server that is killed while it works on a batch gets it again.
  @Test func aBatchThatIsInterruptedIsSentAgain() throws {
    let cluster = try SphinxCluster(shards: 2)
    let writer = try cluster.writer()
    for number in 0..<10 { try writer.write(Self.article(number)) }
    try writer.flush()
    // It takes the connection's bytes, but does not work on them.
    cluster.signal(cluster.shards[0], SIGSTOP)
    let text = String(repeating: "The council met again. ", count: 2_000)
    var number = 10
    while number < 50 {
      try writer.write(Self.article(number, body: text))
      number += 1
    }
    cluster.signal(cluster.shards[0], SIGKILL)
    try cluster.restart(cluster.shards[0])
    try writer.flush()
    #expect(writer.written == 50 && writer.takeRejected().isEmpty)
    let response = try cluster.engine().search(
      SearchRequest(query: "council", limit: 200, fragments: 0))
    #expect(response.total == 50 && Set(response.hits.map(\.key)).count == 50)
  }

  /// A server that takes connections and does nothing else is not waited for longer than was said.
  @Test(.timeLimit(.minutes(10))) func aHungShardEndsTheWriting() throws {
    let cluster = try SphinxCluster(shards: 2)
    let writer = try cluster.writer(patience: 3)
    for number in 0..<10 { try writer.write(Self.article(number)) }
    try writer.flush()
    cluster.signal(cluster.shards[1], SIGSTOP)
    let text = String(repeating: "The council met again. ", count: 2_000)
    for number in 10..<20 { try writer.write(Self.article(number, body: text)) }
    for _ in 0..<2 {
      do {
        try writer.flush()
        Issue.record("a server that is stopped has taken articles")
      } catch {
        let said = "\(error)"
        #expect(
          said.contains("127.0.0.1:\(cluster.shards[1].queryPort)")
            && said.contains("no answer within 3 s"), "\(said)")
      }
    }
    cluster.signal(cluster.shards[1], SIGCONT)
    try writer.flush()
    #expect(writer.written == 20)
    let response = try cluster.engine().search(
      SearchRequest(query: "council", limit: 100, fragments: 0))
    #expect(response.total == 20 && Set(response.hits.map(\.key)).count == 20)
  }

  /// A row that a server does not take keeps no other from being written.
  @Test func oneRefusedRowLeavesTheOthers() throws {
    let cluster = try SphinxCluster(shards: 1)
    let writer = try cluster.writer()
    var maker = try ShardRowMaker(gazetteer: .builtIn)
    for number in 0..<30 {
      let row = try maker.row(of: Self.article(number)).get()
      if number == 17 {
        let bad = Array("(\(row.id),5)".utf8)
        try writer.write(ShardRow(id: row.id, key: row.key, origin: row.origin, bytes: bad))
      } else {
        try writer.write(row)
      }
    }
    try writer.flush()
    #expect(writer.written == 29)
    let rejected = writer.takeRejected()
    #expect(rejected.map(\.origin.record) == [17] && rejected[0].reason == .refused)
    #expect(rejected[0].message.contains("key 17: 127.0.0.1:"), "\(rejected[0].message)")
    #expect(try cluster.engine().search(Self.all).total == 29)
    // What refuses all of them is at fault itself.
    let other = try ClusterWriter(
      index: "nosuch", shards: cluster.servers, credentials: ClusterCredentials())
    for number in 0..<3 { try other.write(Self.article(number)) }
    #expect(throws: ClusterError.self) { try other.flush() }
    #expect(other.takeRejected().isEmpty)
  }

  @Test func aDeadMirrorIsNotMissed() throws {
    let cluster = try SphinxCluster(shards: 2, mirrors: 2)
    try Self.filled(cluster, 40)
    #expect(try cluster.problems.isEmpty)
    cluster.signal(cluster.groups[0][0], SIGKILL)
    let engine = try cluster.engine()
    for _ in 0..<10 {
      let answer = try engine.search(Self.all)
      #expect(answer.total == 40 && answer.warnings.isEmpty, "\(answer.warnings)")
    }
    // Mirrors stay the same: what one cannot take is not written, and the writer says so.
    let writer = try cluster.writer(firstDelay: 0.01)
    for number in 40..<60 { try writer.write(Self.article(number)) }
    #expect(throws: ClusterError.self) { try writer.flush() }
    try cluster.restart(cluster.groups[0][0])
    try writer.flush()
    #expect(writer.written == 20)
    #expect(try cluster.problems.isEmpty)
    for node in cluster.groups[1] { cluster.signal(node, SIGKILL) }
    let partial = try engine.search(Self.all)
    #expect(partial.total > 0 && partial.total < 60 && !partial.warnings.isEmpty)
    #expect(try cluster.problems.contains { $0.contains("cannot be reached") })
  }

  /// Servers with other settings find other articles.
  @Test func otherSettingsAreFound() throws {
    let stopWords = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
    try "again\n".write(to: stopWords, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: stopWords) }
    #expect(try SphinxCluster(shards: 1).problems.isEmpty)
    for (written, other, said) in [
      (
        "min_prefix_len = 1", "min_prefix_len = 3",
        "min_prefix_len = 3 where `dateline cluster init` writes 1"
      ),
      ("morphology = none", "morphology = stem_en", "morphology = stem_en"),
      ("morphology = none", "stopwords = \(stopWords.path)", "stopwords = \(stopWords.path)"),
      ("morphology = none", "min_word_len = 2", "min_word_len = 2"),
      ("charset_table = 0..9, a..z", "charset_table = 0..9, _, a..z", "charset_table"),
      ("rt_mem_limit = 128M", "rt_mem_limit = 16M", "rt_mem_limit = 16777216"),
      ("max_packet_size = 64M", "max_packet_size = 8M", "max_packet_size = 8388608"),
    ] {
      let cluster = try SphinxCluster(shards: 1) { $0.replacing(written, with: other) }
      let problems = try cluster.problems
      #expect(problems.contains { $0.contains(said) }, "\(problems)")
    }
  }

  /// Texts that are too large together for one answer of a shard come in parts.
  @Test func pagesOfLongTextsAreWhole() throws {
    let cluster = try SphinxCluster(
      shards: 2,
      changeFront: { $0.replacing("max_packet_size = 64M", with: "max_packet_size = 1M") })
    let long = (0..<30_000).map { "word\($0 % 500) " }.joined()
    let writer = try cluster.writer()
    for number in 1...24 {
      try writer.write(Self.article(number, body: "Bigmarker \(number). \(long)"))
    }
    try writer.flush()
    let engine = try cluster.engine()
    for (query, limit) in [("bigmarker", 24), ("bigmarker", 3), ("bigmarker word7", 24)] {
      let response = try engine.search(SearchRequest(query: query, limit: limit))
      #expect(response.warnings.isEmpty, "\(response.warnings)")
      #expect(response.hits.count == limit && response.total == 24, "\(query)")
      #expect(response.hits.allSatisfy { !$0.snippets.isEmpty }, "\(query)")
    }
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
    let rejected = writer.takeRejected()
    #expect(rejected.map(\.origin.record) == [3] && rejected[0].reason == .tooLarge)
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
      ("electoin~1", "write electoin*"), ("=Apple", "without ="),
      ("lead:NEAR(council met, 3)", "body:"),
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
