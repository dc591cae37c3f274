import Synchronization

/// The front of a cluster: runs statements and says what it warns of. Several threads may ask at the same time, each over
/// a connection of its own.
final class ClusterFront: Sendable {
  /// Tries of statements where shards have mirrors. A front that has not yet found out that a mirror is dead may
  /// ask it all the same; it leaves it out after three failures in a row (`ha_strategy = nodeads`).
  private static let mostTries = 8

  let address: ClusterAddress
  /// The engine that answers.
  let dialect: SphinxDialect
  private let connections: ConnectionPool
  private let mirrors = Mutex<Bool?>(nil)
  private let means = Mutex<(value: ClusterRanking.Means, asked: ContinuousClock.Instant)?>(nil)

  /// Connects.
  init(
    _ address: ClusterAddress, connections: ConnectionPool, _ time: SearchTime
  ) throws(ClusterError) {
    self.address = address
    self.connections = connections
    dialect = try connections.withConnection(time) { connection in connection.dialect }
  }

  /// Runs the statements of a packet.
  /// - Throws: also when the time is over.
  func run(_ packet: ClusterPacket, _ time: SearchTime) throws(ClusterError) -> ClusterPacket.Answer
  {
    for attempt in 1... {
      do throws(ClusterError) {
        let answer = try runOnce(packet, time)
        if answer.warnings.isEmpty || attempt == Self.mostTries || time.isOver { return answer }
        if try !hasMirrors(time) { return answer }
      } catch {
        guard case .refused = error, attempt < Self.mostTries, !time.isOver, try hasMirrors(time)
        else {
          throw error
        }
      }
    }
    // The loop has no end of its own.
    throw .refused(server: "\(address.server)", reason: "it does not answer")
  }

  /// What the ranking needs of all articles together, as it was asked for in the last five minutes.
  /// - Parameter latest: whether the latest day is needed.
  func knownMeans(latest: Bool) -> ClusterRanking.Means? {
    guard let known = means.withLock({ $0 }), known.value.latest != nil || !latest,
      ContinuousClock.now - known.asked < .seconds(300)
    else { return nil }
    return known.value
  }

  /// Remembers what the ranking needs.
  func remember(_ found: ClusterRanking.Means) { means.withLock { $0 = (found, .now) } }

  private func runOnce(
    _ packet: ClusterPacket, _ time: SearchTime
  ) throws(ClusterError) -> ClusterPacket.Answer {
    let results = try send(packet.text(patience: time.patience), time)
    guard results.count == 2 * packet.selects.count else {
      throw .refused(
        server: "\(address.server)",
        reason: "\(results.count) results for \(2 * packet.selects.count) statements")
    }
    return ClusterPacket.Answer(results)
  }

  private func send(
    _ text: String, _ time: SearchTime
  ) throws(ClusterError) -> [SphinxConnection.ResultSet] {
    // Reading again harms nothing.
    try connections.withConnection(time) { (connection) throws(ClusterError) in
      try connection.run(text, time)
    }
  }

  /// Whether some shard has mirrors: both engines call its servers `remote_1_mirror_2` or so.
  private func hasMirrors(_ time: SearchTime) throws(ClusterError) -> Bool {
    if let known = mirrors.withLock({ $0 }) { return known }
    let described = try send("DESCRIBE \(address.index)", time)
    let names = described.flatMap(\.rows).compactMap { $0.last ?? nil }
    let found = names.contains { $0.contains("_mirror_") }
    mirrors.withLock { $0 = found }
    return found
  }
}
