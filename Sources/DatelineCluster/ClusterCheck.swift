import DatelineIndex
import Foundation

/// Compares running servers with what a cluster should be.
package struct ClusterCheck {
  /// What was found.
  package struct Report: Sendable {
    /// What is wrong, in words; empty when all is well.
    package var problems: [String] = []
    /// Engine of the front.
    package var engine = ""
    /// Articles on each shard.
    package var counts: [Int] = []
    /// Articles that the front counts.
    package var total = 0
    /// Settings that the servers do not tell, to be compared by hand.
    package let untold = ClusterSettings.untold
  }

  private let link: ClusterLink
  private var address: ClusterAddress { link.address }
  private var shards: [[ClusterAddress.Server]] { link.shards }

  /// - Parameter shards: the servers of the shards in order, mirrors together; none where the front alone is asked.
  package init(
    _ address: ClusterAddress, shards: [[ClusterAddress.Server]], credentials: ClusterCredentials
  ) {
    link = ClusterLink(address, shards: shards, credentials: credentials)
  }

  /// Asks all servers. What cannot be reached is a problem, no error.
  package func run() -> Report {
    var report = Report()
    for (number, mirrors) in shards.enumerated() {
      var counts: [Int] = []
      for server in mirrors {
        do throws(ClusterError) {
          counts.append(try checkShard(number, server, &report))
        } catch {
          report.problems.append("\(error)")
        }
      }
      if Set(counts).count > 1 {
        report.problems.append(
          "the mirrors of shard \(number) have \(counts.map(String.init).joined(separator: " and ")) "
            + "articles; write the dump again")
      }
      report.counts.append(counts.max() ?? 0)
    }
    do throws(ClusterError) {
      try checkFront(&report)
    } catch {
      report.problems.append("\(error)")
    }
    return report
  }

  private func checkShard(
    _ number: Int, _ server: ClusterAddress.Server, _ report: inout Report
  ) throws(ClusterError) -> Int {
    let connection = try link.connect(server)
    let described = ClusterRow.rows(of: try connection.run("DESCRIBE \(address.index)")[0])
    let columns = Set(described.map { $0.text("Field") })
    let missing = ClusterSchema.columns.filter { !columns.contains($0) }
    if !missing.isEmpty {
      report.problems.append(
        "\(server) has no \(missing.joined(separator: ", ")) in \(address.index); "
          + "make it with the files of `dateline cluster init`")
      return 0
    }
    try checkWords(connection, &report)
    try report.problems.append(contentsOf: ClusterSettings.problems(connection, address.index))
    if try ClusterLink.hasStrangers(
      connection, index: address.index, shard: number, count: shards.count)
    {
      report.problems.append(ClusterLink.order(server))
    }
    return try connection.run("SELECT COUNT(*) AS c FROM \(address.index)")[0].number
  }

  /// Letters of many scripts, each of which must come out of the server as it is.
  private static let probe = "zzprobe straße łodz αθηνα ёлка 北京 かな 한국 हिन्दी عربي 𠀀𠀁"

  private func checkWords(
    _ connection: SphinxConnection, _ report: inout Report
  ) throws(ClusterError) {
    // Folded, as they are sent.
    var sent: [String] = []
    (try? TermCutter())?.forEachWord(of: Self.probe) {
      var word: [UInt8] = []
      ClusterTerm.append($0, to: &word)
      sent.append(String(decoding: word, as: UTF8.self))
    }
    let text = sent.joined(separator: " ")
    var words: [String] = []
    for row in ClusterRow.rows(
      of: try connection.run(
        "CALL KEYWORDS(\(SphinxLiteral.text(text)), '\(address.index)')")[0])
    {
      words.append(row.text("normalized"))
    }
    let changed = sent.filter { !words.contains($0) }
    if !changed.isEmpty {
      report.problems.append(
        "\(connection.server) does not keep \(changed.joined(separator: ", ")) whole: its "
          + "charset_table is not that of `dateline cluster init`")
    }
  }

  private func checkFront(_ report: inout Report) throws(ClusterError) {
    let front = try link.connect(address.server)
    report.engine = front.dialect.name
    let results = try front.run("SELECT COUNT(*) AS c FROM \(address.index); SHOW META")
    report.total = results[0].number
    guard results.count == 2 else {
      throw .refused(
        server: "\(address.server)", reason: "\(results.count) results for 2 statements")
    }
    if try ClusterLink.agents(front, index: address.index).isEmpty {
      report.problems.append(ClusterFront.shard(address.server))
    }
    for row in ClusterRow.rows(of: results[1]) where row.text("Variable_name") == "warning" {
      report.problems.append("\(address.server) warns: \(row.text("Value"))")
    }
    if !shards.isEmpty {
      do throws(ClusterError) {
        try link.verify()
      } catch {
        // What else is wrong was said of each server.
        if case .mismatched(let reason) = error, !report.problems.contains(reason) {
          report.problems.append(reason)
        }
      }
    }
    let sum = report.counts.reduce(0, +)
    // Others may write meanwhile: then the shards have another number now.
    if !shards.isEmpty, report.total != sum, (try? link.articleCount()) == sum {
      report.problems.append(
        "\(address.server) finds \(report.total) articles where the shards have \(sum): its agents "
          + "are not these shards")
    }
  }
}
