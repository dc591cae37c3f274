import ClusterAnswers
import DatelineCore
import Foundation
import Synchronization
import Testing

@testable import DatelineCluster

/// Connections are shared, few, replaced when they break, and keep no task's thread.
@Suite(.enabled(if: SphinxCluster.isInstalled)) struct ConnectionPoolTests {
  /// Counts, and who must wait until a count is reached.
  private final class Gate: Sendable {
    let inside = Mutex((now: 0, most: 0))
    let opened = DispatchSemaphore(value: 0)
  }

  private static func answer(_ statement: String) -> AnswerServer.Answer {
    if statement == "SHOW META" {
      return .rows(columns: ["Variable_name", "Value"], [["total_found", "7"]])
    }
    return statement.contains("COUNT(*)")
      ? .rows(columns: ["c"], [["7"]]) : .rows(columns: ["id"], [])
  }

  private static let count = SearchRequest(query: "council", limit: 0)

  private static func engine(
    _ server: AnswerServer, connections: Int = 4, timeout: UInt32 = 30
  ) throws -> ClusterEngine {
    // Other tests may keep this one from its turn for minutes.
    try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials(),
      connectTimeout: 60, timeout: timeout, connections: connections,
      longestIdle: .seconds(3600))
  }

  /// More searches wait for the server than tasks have threads, and a task goes on: it lets them go.
  @Test(.timeLimit(.minutes(20))) func waitingSearchesKeepNoTaskWaiting() async throws {
    let gate = Gate()
    let server = try AnswerServer { statement in
      if statement.contains("COUNT(*)") {
        gate.inside.withLock { ($0.now, $0.most) = ($0.now + 1, max($0.most, $0.now + 1)) }
        gate.opened.wait()
        gate.inside.withLock { $0.now -= 1 }
      }
      return Self.answer(statement)
    }
    let searches = 3 * ProcessInfo.processInfo.activeProcessorCount + 6
    let engine = try Self.engine(server, connections: searches - 2, timeout: 300)
    let totals = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<searches { group.addTask { try await engine.search(Self.count).total } }
      group.addTask {
        while gate.inside.withLock({ $0.most }) < searches - 2 {
          try await Task.sleep(for: .milliseconds(5))
        }
        for _ in 0..<searches { gate.opened.signal() }
        return 0
      }
      return try await group.reduce(0, +)
    }
    #expect(totals == 7 * searches)
    #expect(gate.inside.withLock { $0.most } == searches - 2)
    #expect(server.logins == searches - 2)
  }

  @Test func connectionsAreUsedAgain() async throws {
    let server = try AnswerServer(answer: Self.answer)
    let engine = try Self.engine(server)
    for _ in 0..<20 { #expect(try await engine.search(Self.count).total == 7) }
    #expect(server.logins == 1)
    await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<200 { group.addTask { try? await engine.search(Self.count).total } }
      for await total in group { #expect(total == 7) }
    }
    #expect((1...4).contains(server.logins), "\(server.logins)")
  }

  /// Several queries are under way together, and each gets its own answer.
  @Test(.timeLimit(.minutes(20))) func queriesOfAFileAreAskedTogether() throws {
    let gate = Gate()
    let server = try AnswerServer { statement in
      guard let found = statement.firstMatch(of: /MATCH\('.*?(zq[a-z])\b/) else {
        return Self.answer(statement)
      }
      // Nobody is answered before four have asked.
      let asked = gate.inside.withLock { inside in
        inside.most += 1
        return inside.most
      }
      if asked == 4 { for _ in 0..<100 { gate.opened.signal() } }
      gate.opened.wait()
      return .rows(columns: ["id", "w", "doc_key"], [["1", "100000", String(found.1)]])
    }
    let engine = try Self.engine(server)
    let words = "bcdfghjklmnpqrtvwxz".map { "zq\($0)" }
    let outcomes = engine.run(words.map { SearchRequest(query: $0, match: .all) })
    for (word, outcome) in zip(words, outcomes) {
      #expect(try outcome.get().map(\.key) == [word])
    }
    #expect(outcomes.count == words.count && server.logins == 4)
  }

  @Test func brokenConnectionsAreReplaced() async throws {
    let server = try AnswerServer(answer: Self.answer)
    let engine = try Self.engine(server)
    for round in 1...3 {
      #expect(try await engine.search(Self.count).total == 7)
      #expect(server.logins == round)
      server.disconnectAll()
    }
  }

  /// An answer that did not come in time is not waited for twice, and its connection is not used again.
  @Test func lateAnswersAreNotAskedForAgain() throws {
    let isSlow = Mutex(false)
    let server = try AnswerServer { statement in
      if statement.contains("COUNT(*)"), isSlow.withLock({ $0 }) { sleep(3) }
      return Self.answer(statement)
    }
    let engine = try Self.engine(server, timeout: 1)
    #expect(try engine.search(Self.count).total == 7)
    isSlow.withLock { $0 = true }
    do {
      let total = try engine.search(Self.count).total
      Issue.record("\(total) came in time")
    } catch {
      guard case .unreachable = error else { throw error }
    }
    #expect(server.statements.count { $0.contains("COUNT(*)") } == 2)
    isSlow.withLock { $0 = false }
    #expect(try engine.search(Self.count).total == 7)
    #expect(server.logins == 2)
  }

  /// The time is that of the whole search, however many packets it needs.
  @Test func aSearchEndsWhenItsTimeIsOver() throws {
    let server = try AnswerServer { statement in
      if statement.contains("AVG(") { sleep(2) }
      if statement.contains("WEIGHT()") { sleep(30) }
      return Self.answer(statement)
    }
    let engine = try Self.engine(server, timeout: 3)
    let start = ContinuousClock.now
    #expect {
      try engine.search(SearchRequest(query: "council", limit: 5))
    } throws: {
      "\($0)".contains("no answer within 3 s")
    }
    #expect(ContinuousClock.now - start < .seconds(15))
  }

  @Test func silentConnectionsAreReplaced() throws {
    let server = try AnswerServer(answer: Self.answer)
    func pool(_ longestIdle: Duration) -> ConnectionPool {
      ConnectionPool(
        server.address, credentials: ClusterCredentials(), timeouts: .init(), size: 2,
        longestIdle: longestIdle)
    }
    for (pool, logins) in [(pool(.seconds(100)), 1), (pool(.zero), 1 + 3)] {
      for _ in 0..<3 { try pool.withConnection(SearchTime(seconds: 1)) { _ = $0 } }
      #expect(server.logins == logins)
    }
  }

  @Test func whoFindsAllConnectionsInUseIsTold() throws {
    let server = try AnswerServer(answer: Self.answer)
    let pool = ConnectionPool(
      server.address, credentials: ClusterCredentials(), timeouts: .init(connect: 1, read: 0),
      size: 1)
    let _: Void = try pool.withConnection(SearchTime(seconds: 1)) { (_) throws(ClusterError) in
      #expect(throws: ClusterError.busy(server: "\(server.address)", connections: 1)) {
        try pool.withConnection(SearchTime(seconds: 1)) { _ = $0 }
      }
    }
    #expect(server.logins == 1)
    try pool.withConnection(SearchTime(seconds: 1)) { _ = $0 }
  }

  /// A search whose task has ended is not asked for.
  @Test func cancelledSearchesAreNotSent() async throws {
    let gate = Gate()
    let server = try AnswerServer { statement in
      if statement.contains("COUNT(*)") {
        gate.inside.withLock { $0.most += 1 }
        gate.opened.wait()
      }
      return Self.answer(statement)
    }
    let engine = try Self.engine(server, connections: 1)
    let first = Task { try await engine.search(Self.count).total }
    while gate.inside.withLock({ $0.most }) < 1 { try await Task.sleep(for: .milliseconds(5)) }
    let second = Task { try await engine.search(Self.count).total }
    second.cancel()
    gate.opened.signal()
    #expect(try await first.value == 7)
    await #expect(throws: ClusterError.cancelled) { try await second.value }
    #expect(gate.inside.withLock { $0.most } == 1)
  }

  /// Real servers: many searches at once find what one after the other finds, also after a restart.
  @Test func manySearchesAtOnceFindTheSame() async throws {
    let cluster = try SphinxCluster(shards: 2, queryTimeout: 60_000)
    let writer = try cluster.writer()
    let words = ["harbour", "council", "strike", "budget", "election"]
    for number in 0..<200 {
      let body = words.enumerated().filter { number % ($0.offset + 2) == 0 }.map(\.element)
      try writer.write(
        Article(
          key: "key \(number)", title: "Story \(number)", body: body.joined(separator: " "),
          origin: Origin(file: "test", record: number, offset: 0)))
    }
    try writer.flush()
    // On a busy machine a shard may be late: an answer without it is none.
    let engine = try cluster.engine(requiresComplete: true)
    let requests = words.flatMap { first in
      words.map { SearchRequest(query: "\(first) \($0)", limit: 5) }
    }
    func keys(_ response: SearchResponse) -> [String] { response.hits.map(\.key) }
    let expected = requests.map { request in Result { keys(try engine.search(request)) } }
    for _ in 0..<2 {
      let found = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
        for (number, request) in requests.enumerated() {
          group.addTask { (number, keys(try await engine.search(request))) }
        }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      for (number, keys) in expected.enumerated() {
        #expect(try found[number] == keys.get(), "\(requests[number].query)")
      }
      cluster.signal(cluster.front, SIGKILL)
      try cluster.restart(cluster.front)
    }
  }
}
