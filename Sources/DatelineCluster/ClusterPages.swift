/// The statements for a page of hits: of articles with all words first, where these are preferred, then of the others.
struct ClusterPages {
  private var first: Int?
  private var rest: Int?
  private let limit: Int
  private let isWhole: Bool

  /// Adds them to a packet.
  /// - Parameters:
  ///   - found: finds the articles.
  ///   - preferred: finds those of them that come first.
  ///   - all: how many these are; `nil` where that is not known, which is no matter for the first page.
  init(
    _ found: ClusterStatement, _ preferred: ClusterStatement?, all: Int? = nil, offset: Int,
    limit: Int, _ columns: ClusterStatement.Columns, _ packet: inout ClusterPacket
  ) {
    self.limit = limit
    isWhole = preferred == nil
    if limit <= 0 { return }
    guard let preferred else {
      rest = packet.add(found.hits(offset: offset, limit: limit, columns: columns))
      return
    }
    let others = found.subtracting(preferred)
    if offset < all ?? .max {
      first = packet.add(preferred.hits(offset: offset, limit: limit, columns: columns))
    }
    let left = limit - min(limit, max(0, (all ?? offset) - offset))
    if left > 0 {
      rest = packet.add(
        others.hits(offset: max(0, offset - (all ?? offset)), limit: left, columns: columns))
    }
  }

  /// The rows of the page, and how many of them come first.
  func rows(_ answer: ClusterPacket.Answer) -> (rows: [ClusterRow], preferred: Int) {
    let first = self.first.map { answer.rows($0) } ?? []
    let rest = self.rest.map { answer.rows($0) } ?? []
    return (first + rest.prefix(max(0, limit - first.count)), first.count)
  }

  /// How many hits there are, where the front says it.
  func total(_ answer: ClusterPacket.Answer) -> Int? {
    isWhole ? rest.flatMap { Self.total(in: answer.metas[$0]) } : nil
  }

  /// How many articles the statement before `SHOW META` has found; `nil` where Manticore says that it is an
  /// estimate (`total_relation`, which Sphinx does not have).
  static func total(in meta: SphinxConnection.ResultSet) -> Int? {
    var values: [String: String] = [:]
    for row in ClusterRow.rows(of: meta) { values[row.text("Variable_name")] = row.text("Value") }
    guard values["total_relation"] ?? "eq" == "eq" else { return nil }
    return SphinxConnection.ResultSet.count(values["total_found"])
  }
}
