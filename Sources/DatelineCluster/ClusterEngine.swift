package import DatelineAnalysis
public import DatelineCore
package import DatelineIndex
import Foundation
import Synchronization

/// Answers searches from a cluster of Manticore Search or Sphinx, through its front.
///
/// Which articles are found is what an index file with the same articles finds; their order is the engine's,
/// whose word frequencies are those of each shard.
///
/// Any number of threads and tasks may ask at the same time; they share a few connections. Calls block, except those
/// that are awaited.
///
/// Invariant: `spare` is touched with the lock held only; a search that was taken from it belongs to one call.
public final class ClusterEngine: SearchEngine, @unchecked Sendable {
  /// Most connections to the front at a time.
  static let mostConnections = 8
  /// Seconds in which a search is to be answered.
  package static let standardTimeout: UInt32 = 10

  private let front: ClusterFront
  private let gazetteer: Gazetteer
  private let requiresComplete: Bool
  private let timeout: UInt32
  private let threads: BlockingThreads
  private let lock = NSLock()
  private var spare: [ClusterSearch] = []

  /// Connects to a front.
  /// - Parameters:
  ///   - requiresComplete: whether an answer without some of the shards is an error.
  ///   - timeout: seconds in which a search is to be answered, all that it asks of the servers together.
  ///   - connections: most connections to the front at a time; searches beyond wait.
  package init(
    _ address: ClusterAddress, credentials: ClusterCredentials, gazetteer: Gazetteer = .builtIn,
    requiresComplete: Bool = false, connectTimeout: UInt32 = 5, timeout: UInt32 = standardTimeout,
    connections: Int = mostConnections, longestIdle: Duration = .seconds(30)
  ) throws(ClusterError) {
    self.gazetteer = gazetteer
    self.requiresComplete = requiresComplete
    self.timeout = timeout
    threads = BlockingThreads(most: connections)
    // Each search has a clock of its own.
    let timeouts = SphinxConnection.Timeouts(
      connect: min(connectTimeout, timeout), read: timeout + 1)
    front = try ClusterFront(
      address,
      connections: ConnectionPool(
        address.server, credentials: credentials, timeouts: timeouts, size: connections,
        longestIdle: longestIdle), SearchTime(seconds: timeout))
    spare = [
      try ClusterSearch(
        front, gazetteer: gazetteer, requiresComplete: requiresComplete, timeout: timeout)
    ]
  }

  /// Name and address of what answers, for people.
  package var engineName: String { "\(front.dialect.name) at \(front.address.server)" }

  /// Answers a request.
  /// - Throws: ``ClusterError/unmapped(reason:)`` for what needs a file, before anything is sent.
  public func search(_ request: SearchRequest) throws(ClusterError) -> SearchResponse {
    try withSearch { (search) throws(ClusterError) in try search.search(request) }
  }

  /// Answers a request while the task is suspended, on a thread that may wait for the servers.
  /// - Throws: as the same function for threads, and ``ClusterError/cancelled``.
  public func search(_ request: SearchRequest) async throws(ClusterError) -> SearchResponse {
    try await threads.run(cancelled: .cancelled) { () throws(ClusterError) in
      try self.search(request)
    }
  }

  /// The article with a key or number, as it was written; `nil` when there is none.
  package func article(_ name: String) throws(ClusterError) -> StoredArticle? {
    try withSearch { (search) throws(ClusterError) in try search.article(name) }
  }

  /// The first and the last date of publication, of the shards that answer; `nil` without dates.
  package func publishedDates() throws(ClusterError) -> (first: String, last: String)? {
    try withSearch { (search) throws(ClusterError) in try search.publishedDates() }
  }

  /// Keys and scores of the best hits, without snippets: for evaluation runs.
  /// - Throws: as ``search(_:)``, and when not all shards answer.
  package func run(
    _ request: SearchRequest
  ) throws(ClusterError) -> [(key: String, score: Double)] {
    try withSearch { (search) throws(ClusterError) in try search.run(request) }
  }

  /// Keys and scores of the best hits of several requests, in their order; some are asked for at the same time.
  package func run(
    _ requests: [SearchRequest]
  ) -> [Result<[(key: String, score: Double)], ClusterError>] {
    typealias Outcome = Result<[(key: String, score: Double)], ClusterError>
    let outcomes = Outcomes<Outcome>(count: requests.count, .failure(.cancelled))
    let group = DispatchGroup()
    for (number, request) in requests.enumerated() {
      group.enter()
      threads.put {
        let outcome = Outcome { () throws(ClusterError) in try self.run(request) }
        outcomes.values.withLock { $0[number] = outcome }
        group.leave()
      }
    }
    group.wait()
    return outcomes.values.withLock { $0 }
  }

  private final class Outcomes<Value: Sendable>: Sendable {
    let values: Mutex<[Value]>

    init(count: Int, _ value: Value) { values = Mutex(Array(repeating: value, count: count)) }
  }

  private func withSearch<Result>(
    _ body: (ClusterSearch) throws(ClusterError) -> Result
  ) throws(ClusterError) -> Result {
    let taken = lock.withLock { spare.popLast() }
    let search =
      if let taken { taken } else {
        try ClusterSearch(
          front, gazetteer: gazetteer, requiresComplete: requiresComplete, timeout: timeout)
      }
    defer { lock.withLock { spare.append(search) } }
    return try body(search)
  }
}
