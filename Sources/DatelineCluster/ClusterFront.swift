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
  private let description = Mutex<Description?>(nil)
  private let means = Mutex<(value: ClusterRanking.Means, asked: ContinuousClock.Instant)?>(nil)

  /// Connects.
  init(
    _ address: ClusterAddress, connections: ConnectionPool, _ time: SearchTime
  ) throws(ClusterError) {
    self.address = address
    self.connections = connections
    dialect = try connections.withConnection(time) { connection in connection.dialect }
  }

  /// Runs the statements of a packet. The answer of a server that is no front is not whole.
  /// - Throws: also when the time is over.
  func run(_ packet: ClusterPacket, _ time: SearchTime) throws(ClusterError) -> ClusterPacket.Answer
  {
    var answer = try runAgain(packet, time)
    if let described = try? describe(time), described.isShard {
      answer.warnings.append(Self.shard(address.server))
    }
    return answer
  }

  /// What is said of a server that has articles of its own.
  static func shard(_ server: ClusterAddress.Server) -> String {
    "\(server) is no front: it finds the articles of its own shard; --engine names the front"
  }

  private func runAgain(
    _ packet: ClusterPacket, _ time: SearchTime
  ) throws(ClusterError) -> ClusterPacket.Answer {
    for attempt in 1... {
      do throws(ClusterError) {
        let answer = try runOnce(packet, time)
        if answer.warnings.isEmpty || attempt == Self.mostTries || time.isOver { return answer }
        if try !describe(time).hasMirrors { return answer }
      } catch {
        guard case .refused = error, attempt < Self.mostTries, !time.isOver,
          try describe(time).hasMirrors
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

  /// What the index at the address is.
  private struct Description {
    /// Whether some shard has mirrors: both engines call its servers `remote_1_mirror_2` or so.
    var hasMirrors: Bool
    /// Whether it has fields of its own, where that of a front has agents.
    var isShard: Bool
  }

  private func describe(_ time: SearchTime) throws(ClusterError) -> Description {
    if let known = description.withLock({ $0 }) { return known }
    let rows = try send("DESCRIBE \(address.index)", time).flatMap(ClusterRow.rows)
    let found = Description(
      hasMirrors: rows.contains { $0.text("Type").contains("_mirror_") },
      isShard: rows.contains { $0.text("Field") == "doc_key" })
    description.withLock { $0 = found }
    return found
  }
}
