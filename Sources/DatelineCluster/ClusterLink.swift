import Foundation

/// Whether a front and shards belong together: asked before anything is written, since what is written to the shards of
/// another cluster, or in another order, is not found again.
package struct ClusterLink {
  let address: ClusterAddress
  let shards: [[ClusterAddress.Server]]
  private let credentials: ClusterCredentials

  /// - Parameter shards: their servers in order, the mirrors of one together.
  package init(
    _ address: ClusterAddress, shards: [[ClusterAddress.Server]], credentials: ClusterCredentials
  ) {
    self.address = address
    self.shards = shards
    self.credentials = credentials
  }

  /// Asks all servers.
  /// - Throws: ``ClusterError/mismatched(reason:)`` when they do not belong together, and what the servers say.
  package func verify() throws(ClusterError) {
    var connections: [[SphinxConnection]] = []
    for mirrors in shards {
      var opened: [SphinxConnection] = []
      for server in mirrors { opened.append(try connect(server)) }
      connections.append(opened)
    }
    for (number, mirrors) in connections.enumerated() {
      for connection in mirrors {
        if try Self.hasStrangers(
          connection, index: address.index, shard: number, count: shards.count)
        {
          throw .mismatched(reason: Self.order(connection.server))
        }
      }
    }
    let front = try connect(address.server)
    let counts = try Self.agents(front, index: address.index)
    guard !counts.isEmpty else {
      throw .mismatched(
        reason: "\(address.server) is no front: its \(address.index) is not spread over shards; "
          + "--engine names the front, --shards the others")
    }
    guard counts == shards.map(\.count) else {
      throw .mismatched(
        reason: "\(address.server) has \(Self.words(counts)), --shards names "
          + "\(Self.words(shards.map(\.count))); name those of this front, in their order")
    }
    if let server = try stranger(front, connections) {
      throw .mismatched(reason: Self.foreign(server, to: address.server))
    }
  }

  /// Articles on all shards.
  package func articleCount() throws(ClusterError) -> Int {
    var sum = 0
    for mirrors in shards {
      guard let server = mirrors.first else { continue }
      sum += try connect(server).run("SELECT COUNT(*) AS c FROM \(address.index)")[0].number
    }
    return sum
  }

  /// Connects to one of its servers.
  func connect(_ server: ClusterAddress.Server) throws(ClusterError) -> SphinxConnection {
    try SphinxConnection(
      server, credentials: credentials,
      timeouts: SphinxConnection.Timeouts(connect: 5, read: 30))
  }

  /// A server that the front does not ask: of each that it asks the number of searches grows.
  private func stranger(
    _ front: SphinxConnection, _ connections: [[SphinxConnection]]
  ) throws(ClusterError) -> ClusterAddress.Server? {
    let servers = connections.flatMap { $0 }
    // Of mirrors one is asked at a time.
    let hasMirrors = connections.contains { $0.count > 1 }
    // Others may search meanwhile, and what they ask counts, too.
    let least = hasMirrors ? 1 : Self.probes
    var before: [Int?] = []
    for server in servers { before.append(try Self.searches(server)) }
    for attempt in 1... {
      for _ in 0..<Self.probes {
        let results = try front.run("SELECT id FROM \(address.index) LIMIT 1; SHOW META")
        let warnings = results.count < 2 ? [] : ClusterPacket.Answer(results).warnings
        if !warnings.isEmpty { throw .incomplete(warnings: warnings) }
      }
      var missing: ClusterAddress.Server?
      for (server, before) in zip(servers, before) where missing == nil {
        guard let before, let now = try Self.searches(server) else { continue }
        if now - before < least { missing = server.server }
      }
      if missing == nil || !hasMirrors || attempt == Self.mostAttempts { return missing }
      // A mirror that has come back is asked again a second later.
      Thread.sleep(forTimeInterval: 0.1)
    }
    return nil
  }

  private static let probes = 3
  private static let mostAttempts = 40

  /// How many searches other servers have asked a server for; `nil` when it does not say.
  private static func searches(_ connection: SphinxConnection) throws(ClusterError) -> Int? {
    let rows = ClusterRow.rows(of: try connection.run("SHOW STATUS")[0])
    return rows.first { $0.text("Counter") == "command_search" }.flatMap { Int($0.text("Value")) }
  }

  /// The number of mirrors of each shard that a front has; empty for a server that is no front.
  ///
  /// Both engines call them `remote_1`, or `remote_1_mirror_2` where there are several.
  static func agents(
    _ front: SphinxConnection, index: String
  ) throws(ClusterError) -> [Int] {
    var counts: [String: Int] = [:]
    for row in ClusterRow.rows(of: try front.run("DESCRIBE \(index)")[0]) {
      let type = row.text("Type")
      guard !row.text("Agent").isEmpty, type.hasPrefix("remote_") else { continue }
      counts[type.components(separatedBy: "_mirror_")[0], default: 0] += 1
    }
    return counts.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }.map(\.value)
  }

  /// Whether a server has articles of another shard than the one that it is taken for.
  static func hasStrangers(
    _ connection: SphinxConnection, index: String, shard: Int, count: Int
  ) throws(ClusterError) -> Bool {
    let ids = try connection.run("SELECT id FROM \(index) ORDER BY id ASC LIMIT 100")[0].rows
    return ids.compactMap { $0[0].flatMap { Int64($0) } }
      .contains { ClusterWriter.shard(of: $0, count: count) != shard }
  }

  /// What is said of a server with articles of other shards.
  static func order(_ server: ClusterAddress.Server) -> String {
    "\(server) has articles of other shards: --shards must name all shards in the order in which "
      + "they were filled"
  }

  /// What is said of a server that the front does not ask.
  static func foreign(
    _ server: ClusterAddress.Server, to front: ClusterAddress.Server
  ) -> String {
    "\(front) does not ask \(server), which is of another cluster: name the shards of this front"
  }

  private static func words(_ counts: [Int]) -> String {
    let shards = "\(counts.count) shard\(counts.count == 1 ? "" : "s")"
    guard counts.contains(where: { $0 > 1 }) else { return shards }
    return shards + " with " + counts.map(String.init).joined(separator: ", ") + " servers"
  }
}
