/// How the columns of hits come: with a page, for which each shard sends all rows down to its end, or for a page far down
/// by the numbers of its hits. Else the answer of a shard would be larger than servers take (`max_packet_size`).
struct ClusterColumns {
  let wanted: ClusterStatement.Columns
  private let isApart: Bool

  /// - Parameters:
  ///   - rows: hits of the page, and those that are skipped.
  ///   - isApart: whether the columns come by the numbers of the hits in any case.
  init(_ wanted: ClusterStatement.Columns, rows: Int, isApart: Bool = false) {
    self.wanted = wanted
    self.isApart = isApart || rows > Self.mostRows(wanted)
  }

  /// Asks, unless what is asked for is too large for one answer of a shard.
  /// - Parameter run: asks the front.
  /// - Returns: `nil` where it is, and would not be if the columns came apart.
  func ask(
    _ run: () throws(ClusterError) -> ClusterPacket.Answer
  ) throws(ClusterError) -> ClusterPacket.Answer? {
    try isApart ? run() : Self.askForLess(run)
  }

  /// - Returns: `nil` where the answer of some shard is larger than servers take. A front says so in words only, as an
  ///   error where it is that of all shards.
  private static func askForLess(
    _ run: () throws(ClusterError) -> ClusterPacket.Answer
  ) throws(ClusterError) -> ClusterPacket.Answer? {
    func isTooLarge(_ text: String) -> Bool { text.contains("packet size") }
    do throws(ClusterError) {
      let answer = try run()
      return answer.warnings.contains(where: isTooLarge) ? nil : answer
    } catch {
      guard case .refused(_, let reason) = error, isTooLarge(reason) else { throw error }
      return nil
    }
  }

  /// The columns that come with the page.
  var withPage: ClusterStatement.Columns { isApart ? .none : wanted }

  /// Gives rows the columns that did not come with the page. Those of articles that are gone by now are left out.
  /// - Parameters:
  ///   - run: asks the front.
  ///   - note: is told what the front warns of.
  func fill(
    _ rows: [ClusterRow], of index: String,
    run: (ClusterPacket) throws(ClusterError) -> ClusterPacket.Answer,
    note: ([String]) throws(ClusterError) -> Void
  ) throws(ClusterError) -> [ClusterRow] {
    if !isApart { return rows }
    let ids = rows.compactMap { Int64($0.text("id")) }
    var most = min(Self.mostRows(wanted), Self.mostNumbers)
    var found: [String: ClusterRow] = [:]
    var start = 0
    while start < ids.count {
      var packet = ClusterPacket()
      let part = ids[start...].prefix(most)
      let place = packet.add(ClusterStatement.articles(part, wanted, of: index))
      func ask() throws(ClusterError) -> ClusterPacket.Answer { try run(packet) }
      guard let answer = try part.count > 1 ? Self.askForLess(ask) : ask() else {
        most = part.count / 2
        continue
      }
      try note(answer.warnings)
      for row in answer.rows(place) { found[row.text("id")] = row }
      start += part.count
    }
    return rows.compactMap { found[$0.text("id")]?.adding("w", $0.text("w")) }
  }

  /// Rows of which one answer mostly has the columns: 64 MB of texts of 130 KB, or of 3 KB without.
  private static func mostRows(_ columns: ClusterStatement.Columns) -> Int {
    switch columns {
    case .text: 500
    case .none, .key, .fields: 20_000
    }
  }

  /// Numbers that one condition takes.
  private static let mostNumbers = 4_000
}
