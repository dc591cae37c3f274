import DatelineAnalysis

/// Configuration files of a cluster's shards and its front.
package struct ClusterConfiguration {
  /// The engine that reads the files.
  package enum Engine: String, CaseIterable, Sendable {
    case manticore, sphinx
  }

  /// Where a shard or the front listens.
  package struct Node: Sendable {
    package var host: String
    /// Port for other nodes.
    package var port: UInt16
    /// Port for SphinxQL.
    package var queryPort: UInt16
    /// Folder for its data, log and pid file.
    package var folder: String

    package init(host: String, port: UInt16, queryPort: UInt16, folder: String) {
      self.host = host
      self.port = port
      self.queryPort = queryPort
      self.folder = folder
    }
  }

  private let engine: Engine
  private let index: String
  private let queryTimeout: Int

  /// - Parameter queryTimeout: milliseconds that the front waits for a shard's answer.
  package init(engine: Engine, index: String, queryTimeout: Int = 5_000) {
    self.engine = engine
    self.index = index
    self.queryTimeout = queryTimeout
  }

  /// The file of a shard.
  package func shard(_ node: Node) -> String {
    var lines = [
      "type = rt", "path = \(node.folder)/\(index)",
      "rt_mem_limit = \(ClusterSettings.memoryLimit >> 20)M", "dict = keywords",
      "min_prefix_len = \(MatchCompiler.shortestPrefix)", "morphology = none",
      "charset_table = \(Self.charset)",
    ]
    lines += ClusterSchema.fields.map { "rt_field = \($0)" }
    // Manticore stores all fields unless it is told of none; texts are attributes.
    lines.append(engine == .sphinx ? "ondisk_attrs = pool" : "stored_fields =")
    lines += ClusterSchema.strings.map { "rt_attr_string = \($0)" }
    lines += ClusterSchema.numbers.map { "rt_attr_bigint = \($0)" }
    lines += ClusterSchema.shortNumbers.map { "rt_attr_uint = \($0)" }
    lines += ClusterSchema.sets.map { "rt_attr_multi_64 = \($0)" }
    return section("index \(index)", lines)
      + searchd(
        node,
        [
          "binlog_path = \(node.folder)/binlog",
          // With 1 Sphinx loses the last commit when it is killed.
          "binlog_flush = 2",
        ])
  }

  /// The file of the front: the shards in their order, the mirrors of one together.
  package func front(_ node: Node, shards: [[Node]]) -> String {
    let agents = shards.map { mirrors in
      "agent = " + mirrors.map { "\($0.host):\($0.port)" }.joined(separator: "|") + ":\(index)"
    }
    let lines =
      ["type = distributed"] + agents + [
        "agent_connect_timeout = 1000", "agent_query_timeout = \(queryTimeout)",
        "ha_strategy = nodeads",
      ]
    // Without them the first query after a mirror's death would lack its shard. Sphinx has the settings, but
    // gives up all the same; ``ClusterFront`` asks again.
    let retries =
      engine == .manticore && shards.contains { $0.count > 1 }
      ? ["agent_retry_count = 3", "agent_retry_delay = 50"] : []
    return section("index \(index)", lines)
      + searchd(
        node, ["binlog_path ="] + retries + (engine == .sphinx ? ["dist_threads = 4"] : []))
  }

  private func searchd(_ node: Node, _ more: [String]) -> String {
    let lines =
      [
        "listen = \(node.host):\(node.port)",
        "listen = \(node.host):\(node.queryPort):\(engine == .sphinx ? "mysql41" : "mysql")",
        "log = \(node.folder)/searchd.log", "pid_file = \(node.folder)/searchd.pid",
        "max_packet_size = \(ClusterSettings.packetSize >> 20)M", "watchdog = 0",
        // With the usual 5, connections of a few searches at once are dropped, and shards seem to be away.
        "listen_backlog = 512",
      ] + (engine == .sphinx ? ["workers = threads"] : []) + more
    return section("searchd", lines)
  }

  private func section(_ name: String, _ lines: [String]) -> String {
    "\(name)\n{\n" + lines.map { "    \($0)\n" }.joined() + "}\n"
  }

  /// The characters of our terms, each as itself, so that a term is one word for the engine. Letters of the
  /// alphabet in capitals stand for small ones, for queries by hand.
  static let charset = charsetRanges().joined(separator: ", ")

  private static func charsetRanges() -> [String] {
    let kept = FoldTable.unicode61.keptScalars(below: 0x10000).filter { $0 >= 0x80 }
    var ranges = ["0..9", "a..z", "A..Z->a..z"]
    var start = 0
    while start < kept.count {
      var end = start
      while end + 1 < kept.count, kept[end + 1] == kept[end] + 1 { end += 1 }
      ranges.append(
        start == end ? code(kept[start]) : code(kept[start]) + ".." + code(kept[end]))
      start = end + 1
    }
    return ranges
  }

  private static func code(_ scalar: UInt32) -> String {
    "U+" + String(scalar, radix: 16, uppercase: true)
  }
}
