import Synchronization

/// The front of a cluster: runs statements and says what it warns of. Several threads may ask at the same time, each over
/// a connection of its own.
final class ClusterFront: Sendable {
  /// What statements gave.
  struct Answer {
    var results: [SphinxConnection.ResultSet]
    /// What the front says of shards that did not answer.
    var warnings: [String]
  }

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
  init(_ address: ClusterAddress, connections: ConnectionPool) throws(ClusterError) {
    self.address = address
    self.connections = connections
    dialect = try connections.withConnection { connection in connection.dialect }
  }

  /// Runs statements in one packet, where `SHOW META` behind one asks what it lacks.
  func run(_ sql: [String]) throws(ClusterError) -> Answer {
    for attempt in 1... {
      do throws(ClusterError) {
        let answer = try runOnce(sql)
        if answer.warnings.isEmpty || attempt == Self.mostTries { return answer }
        if try !hasMirrors() { return answer }
      } catch {
        guard case .refused = error, attempt < Self.mostTries, try hasMirrors() else {
          throw error
        }
      }
    }
    // The loop has no end of its own.
    throw .refused(server: "\(address.server)", reason: "it does not answer")
  }

  /// What the ranking needs of all articles together: known for five minutes, or asked for now.
  /// - Parameter latest: whether the latest day is needed.
  /// - Returns: it, and what the front warns of.
  func knownMeans(
    latest: Bool
  ) throws(ClusterError) -> (value: ClusterRanking.Means, warnings: [String]) {
    if let known = means.withLock({ $0 }), known.value.latest != nil || !latest,
      ContinuousClock.now - known.asked < .seconds(300)
    {
      return (known.value, [])
    }
    var sql = [ClusterStatement.lengths(of: address.index), ClusterStatement.meta]
    if latest {
      sql.append(ClusterStatement.latest(of: address.index, today: ClusterDate.today))
      sql.append(ClusterStatement.meta)
    }
    let answer = try run(sql)
    var found = ClusterRanking.Means()
    if let row = ClusterRow.rows(of: answer.results[0]).first,
      let title = Double(row.text("t")), let body = Double(row.text("b")), title.isFinite,
      body.isFinite, title > 0 || body > 0
    {
      // Rounded, so that statements stay the same for some time.
      (found.title, found.body) = (title.rounded(), body.rounded())
    }
    // 0 where no article has a date.
    if latest { found.latest = answer.results[2].number }
    if answer.warnings.isEmpty { means.withLock { $0 = (found, .now) } }
    return (found, answer.warnings)
  }

  private func runOnce(_ sql: [String]) throws(ClusterError) -> Answer {
    let results = try send(sql.joined(separator: "; "))
    guard results.count == sql.count else {
      throw .refused(
        server: "\(address.server)",
        reason: "\(results.count) results for \(sql.count) statements")
    }
    var warnings: [String] = []
    for (result, meta) in zip(results, results.dropFirst())
    where meta.columns.first == "Variable_name" {
      let told = meta.rows.filter { $0.first == "warning" || $0.first == "error" }
        .compactMap { $0.last ?? nil }
      warnings += told
      if told.isEmpty, result.warningCount > 0 { warnings.append("the front gives no reason") }
    }
    return Answer(results: results, warnings: warnings)
  }

  private func send(_ text: String) throws(ClusterError) -> [SphinxConnection.ResultSet] {
    // Reading again harms nothing.
    try connections.withConnection { (connection) throws(ClusterError) in
      try connection.run(text)
    }
  }

  /// Whether some shard has mirrors: both engines call its servers `remote_1_mirror_2` or so.
  private func hasMirrors() throws(ClusterError) -> Bool {
    if let known = mirrors.withLock({ $0 }) { return known }
    let described = try send("DESCRIBE \(address.index)")
    let names = described.flatMap(\.rows).compactMap { $0.last ?? nil }
    let found = names.contains { $0.contains("_mirror_") }
    mirrors.withLock { $0 = found }
    return found
  }
}
