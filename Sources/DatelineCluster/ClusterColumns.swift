/// How the columns of hits come: with a page, for which each shard sends all rows down to its end, or for a page far down
/// by the numbers of its hits. Else the answer of a shard would be larger than servers take (`max_packet_size`).
struct ClusterColumns {
  let wanted: ClusterStatement.Columns
  private let isApart: Bool

  /// - Parameter rows: hits of the page, and those that are skipped.
  init(_ wanted: ClusterStatement.Columns, rows: Int) {
    self.wanted = wanted
    isApart = rows > Self.mostRows(wanted)
  }

  /// The columns that come with the page.
  var withPage: ClusterStatement.Columns { isApart ? .none : wanted }

  /// Gives rows the columns that did not come with the page. Those of articles that are gone by now are left out.
  /// - Parameter run: asks the front.
  func fill(
    _ rows: [ClusterRow], of index: String,
    run: (ClusterPacket) throws(ClusterError) -> ClusterPacket.Answer
  ) throws(ClusterError) -> [ClusterRow] {
    if !isApart { return rows }
    let ids = rows.compactMap { Int64($0.text("id")) }
    let most = min(Self.mostRows(wanted), Self.mostNumbers)
    var found: [String: ClusterRow] = [:]
    for start in stride(from: 0, to: ids.count, by: most) {
      var packet = ClusterPacket()
      let place = packet.add(
        ClusterStatement.articles(ids[start...].prefix(most), wanted, of: index))
      for row in try run(packet).rows(place) { found[row.text("id")] = row }
    }
    return rows.compactMap { found[$0.text("id")]?.adding("w", $0.text("w")) }
  }

  /// Rows of which one answer has the columns: 64 MB of texts of 130 KB, or of 3 KB without.
  private static func mostRows(_ columns: ClusterStatement.Columns) -> Int {
    switch columns {
    case .text: 500
    case .none, .key, .fields: 20_000
    }
  }

  /// Numbers that one condition takes.
  private static let mostNumbers = 4_000
}
