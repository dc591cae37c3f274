import ClusterAnswers
import DatelineCore
import Foundation
import Synchronization
import Testing

@testable import DatelineCluster

/// Answers that no server should give end in an error or in less, never in a crash.
@Suite(.enabled(if: SphinxCluster.isInstalled)) struct ClusterAnswerTests {
  private typealias Answer = AnswerServer.Answer

  /// Runs a test with a server that answers each statement of a text with what a function says of it.
  private func withServer(
    _ answer: @escaping @Sendable (String) -> Answer?, _ body: (ClusterAddress) throws -> Void
  ) throws {
    let server = try AnswerServer(answer: answer)
    try withExtendedLifetime(server) {
      try body(
        ClusterAddress(server: server.address, index: "news"))
    }
  }

  private static func table(_ columns: [String], _ rows: [[String?]]) -> Answer {
    .rows(columns: columns, rows)
  }

  @Test func anArticleWithoutItsColumnsIsNone() throws {
    let server: @Sendable (String) -> Answer? = {
      $0 == "SHOW META" ? .done() : Self.table(["doc_key"], [["key 1"]])
    }
    try withServer(server) { address in
      let engine = try ClusterEngine(address, credentials: ClusterCredentials())
      #expect(try engine.article("key 1") == nil)
    }
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808"])
  func countsBeyondAllMeasureDoNotOverflow(_ count: String) throws {
    let server: @Sendable (String) -> Answer? = { statement in
      if statement == "SHOW META" {
        return Self.table(["Variable_name", "Value"], [["total_found", count]])
      }
      return statement.contains("GROUP BY")
        ? Self.table(["source_name", "c"], [[nil, count], ["", count], ["wire", count]])
        : Self.table(["c"], [[count]])
    }
    try withServer(server) { address in
      let engine = try ClusterEngine(address, credentials: ClusterCredentials())
      let request = SearchRequest(
        query: "council meets", limit: 5, offset: 5, facets: [.source, .entity])
      let response = try engine.search(request)
      #expect(response.total >= 0 && response.facets.count == 2)
      #expect(response.facets.allSatisfy { $0.withoutValue >= 0 })
      let check = ClusterCheck(
        address, shards: [[address.server], [address.server]], credentials: ClusterCredentials())
      #expect(!check.run().problems.isEmpty)
    }
  }

  /// Articles that are written while servers are asked make other counts, and no other cluster.
  @Test(arguments: [true, false]) func countsMayGrowMeanwhile(_ grows: Bool) throws {
    let count = Atomic(1)
    let server: @Sendable (String) -> Answer? = { statement in
      if statement == "SHOW META" { return .done() }
      if statement.hasPrefix("DESCRIBE") {
        return Self.table(["Field"], ClusterSchema.columns.map { [$0] })
      }
      if statement.contains("COUNT(*)"), grows || count.load(ordering: .relaxed) == 1 {
        count.add(1, ordering: .relaxed)
      }
      return Self.table(["c"], [["\(count.load(ordering: .relaxed))"]])
    }
    try withServer(server) { address in
      let shards = [[address.server], [address.server]]
      let report = ClusterCheck(address, shards: shards, credentials: ClusterCredentials()).run()
      let isForeign = report.problems.contains { $0.contains("its agents are not these shards") }
      #expect(isForeign != grows, "\(report.problems)")
    }
  }

  @Test func missingResultsAreAnError() throws {
    // One result, however many statements.
    let server: @Sendable (String) -> Answer? = {
      $0 == "SHOW META" ? nil : Self.table(["c"], [["1"]])
    }
    try withServer(server) { address in
      let engine = try ClusterEngine(address, credentials: ClusterCredentials())
      #expect(throws: ClusterError.self) { try engine.search(SearchRequest(query: "council")) }
      let report = ClusterCheck(address, shards: [], credentials: ClusterCredentials()).run()
      let refusal = "\(address.server) refused: 1 results for 2 statements; "
      #expect(report.problems.count == 1 && report.problems[0].hasPrefix(refusal))
    }
  }
}

extension AnswerServer {
  /// Where it listens.
  var address: ClusterAddress.Server { ClusterAddress.Server(host: "127.0.0.1", port: port) }
}
