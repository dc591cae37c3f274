/// A statement that selects, and its options.
struct ClusterSelect: Equatable {
  var text: String
  var options: [String] = []

  /// The statement as it is sent.
  /// - Parameter patience: milliseconds that the front is to wait for shards. Manticore holds to it; Sphinx 2.2 takes
  ///   it and waits as long as its file says.
  func statement(patience: Int) -> String {
    "\(text) OPTION " + (options + ["agent_query_timeout=\(patience)"]).joined(separator: ", ")
  }
}

/// Statements that go to the front together. The front asks each shard once for all of them, so that one that hangs is
/// waited for once.
struct ClusterPacket {
  private(set) var selects: [ClusterSelect] = []

  var isEmpty: Bool { selects.isEmpty }

  /// Adds a statement.
  /// - Returns: its place in the answer.
  mutating func add(_ select: ClusterSelect) -> Int {
    selects.append(select)
    return selects.count - 1
  }

  /// What is sent: behind each statement the question what its answer lacks.
  func text(patience: Int) -> String {
    selects.flatMap { [$0.statement(patience: patience), Self.meta] }.joined(separator: "; ")
  }

  private static let meta = "SHOW META"

  /// What the statements gave.
  struct Answer {
    /// A result for each statement.
    var results: [SphinxConnection.ResultSet] = []
    /// What the front says of each.
    var metas: [SphinxConnection.ResultSet] = []
    /// What it says of shards that did not answer.
    var warnings: [String] = []

    /// Takes the results of statements and of what was asked behind them.
    init(_ all: [SphinxConnection.ResultSet]) {
      for place in stride(from: 0, to: all.count - 1, by: 2) {
        results.append(all[place])
        metas.append(all[place + 1])
        let told = all[place + 1].rows.filter { $0.first == "warning" || $0.first == "error" }
          .compactMap { $0.last ?? nil }
        for warning in told where !warnings.contains(warning) { warnings.append(warning) }
        if told.isEmpty, all[place].warningCount > 0 {
          warnings.append("the front gives no reason")
        }
      }
    }

    /// The rows that a statement gave.
    func rows(_ place: Int) -> [ClusterRow] { ClusterRow.rows(of: results[place]) }
  }
}
