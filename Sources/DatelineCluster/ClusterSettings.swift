/// The settings that `dateline cluster init` writes, beside those that a running shard says it has.
enum ClusterSettings {
  /// Those that no server tells.
  static let untold = [
    "binlog_path", "binlog_flush", "listen_backlog", "ondisk_attrs", "stored_fields",
    "agent_connect_timeout", "agent_query_timeout", "ha_strategy", "agent_retry_count", "watchdog",
    "workers", "dist_threads",
  ]

  static let memoryLimit = 128 << 20
  static let packetSize = 64 << 20

  /// Settings by which other words would be kept, or other ones found. They are not written.
  private static let unwanted = [
    "stopwords", "wordforms", "exceptions", "min_word_len", "min_infix_len", "ignore_chars",
    "blend_chars", "blend_mode", "ngram_len", "ngram_chars", "html_strip", "regexp_filter",
    "phrase_boundary", "index_sp", "index_zones", "prefix_fields", "infix_fields", "overshort_step",
    "stopword_step", "stopwords_unstemmed", "embedded_limit",
  ]

  /// What a shard has otherwise, in words.
  static func problems(
    _ connection: SphinxConnection, _ index: String
  ) throws(ClusterError) -> [String] {
    var problems: [String] = []
    func differs(_ name: String, _ found: String, _ written: String) {
      problems.append(
        "\(connection.server) has \(name) = \(found) where `dateline cluster init` writes \(written)"
      )
    }
    let settings = Self.settings(
      ClusterRow.rows(of: try connection.run("SHOW INDEX \(index) SETTINGS")[0])
        .map { $0.text("Value") })
    for (name, written, unsaid) in [
      ("min_prefix_len", "\(MatchCompiler.shortestPrefix)", "0"), ("dict", "keywords", "keywords"),
      ("morphology", "none", "none"),
    ] {
      let found = settings[name] ?? unsaid
      if found != written { differs(name, found, written) }
    }
    let letters = settings["charset_table"] ?? "none"
    if letters.filter({ $0 != " " }) != ClusterConfiguration.charset.filter({ $0 != " " }) {
      differs("charset_table", String(letters.prefix(60)) + "…", "another")
    }
    for name in unwanted {
      guard let found = settings[name], !found.isEmpty, found != "0" else { continue }
      // One letter is the least that a word has.
      if name == "min_word_len", found == "1" { continue }
      differs(name, found, "none")
    }
    func least(_ name: String, _ statement: String, _ variable: String, _ written: Int)
      throws(ClusterError)
    {
      let rows = ClusterRow.rows(of: try connection.run(statement)[0])
      guard
        let found = rows.first(where: { $0.text("Variable_name") == variable })
          .flatMap({ Int($0.text("Value")) })
      else { return }
      if found < written { differs(name, "\(found)", "\(written)") }
    }
    try least("rt_mem_limit", "SHOW INDEX \(index) STATUS", "mem_limit", memoryLimit)
    try least("max_packet_size", "SHOW VARIABLES", "max_allowed_packet", packetSize)
    return problems
  }

  /// Settings as the engines print them: `name = value`, one a line.
  private static func settings(_ texts: [String]) -> [String: String] {
    var settings: [String: String] = [:]
    for line in texts.joined(separator: "\n").split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let name = line[..<sign].filter { $0 != " " }
      settings[name] = String(line[line.index(after: sign)...].drop { $0 == " " })
    }
    return settings
  }
}
