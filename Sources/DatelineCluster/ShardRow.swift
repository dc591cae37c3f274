package import DatelineAnalysis
package import DatelineCore
import DatelineIndex

/// An article as a row of a cluster's index, ready to be sent.
package struct ShardRow: Sendable {
  /// Its number, which says what shard it belongs to.
  let id: Int64
  let key: String
  let origin: Origin
  /// The row in brackets, columns in the order of ``ClusterSchema/columns`` behind `id`.
  let bytes: [UInt8]

  /// The statement that writes rows, each in place of the one with its number.
  static func statement(_ rows: some Sequence<ShardRow>, index: String) -> [UInt8] {
    let columns = (["id"] + ClusterSchema.columns).joined(separator: ",")
    var sql = Array("REPLACE INTO \(index) (\(columns)) VALUES ".utf8)
    sql.reserveCapacity(sql.count + rows.reduce(0) { $0 + $1.bytes.count + 1 })
    for (number, row) in rows.enumerated() {
      if number > 0 { sql.append(UInt8(ascii: ",")) }
      sql.append(contentsOf: row.bytes)
    }
    return sql
  }

  /// What is reported of an article that is not in the cluster.
  func rejection(_ reason: Rejection.Reason, _ message: String) -> Rejection {
    Rejection(origin: origin, reason: reason, message: message)
  }
}

/// Makes rows of articles: analyses them and cuts their terms. Each thread has its own.
package struct ShardRowMaker {
  private var analyzer: ArticleAnalyzer
  private let gazetteer: Gazetteer
  private let extractor: String?
  private var document: ClusterDocument

  /// - Parameter extractor: version of the rules that made the articles, stored with each.
  /// - Throws: when this machine's SQLite cannot cut terms.
  package init(gazetteer: Gazetteer, extractor: String? = nil) throws(ClusterError) {
    self.gazetteer = gazetteer
    self.extractor = extractor
    analyzer = ArticleAnalyzer(gazetteer: gazetteer)
    do {
      document = ClusterDocument(cutter: try TermCutter(), gazetteer: gazetteer)
    } catch {
      throw .unmapped(reason: "\(error)")
    }
  }

  /// The row of an article, or why it does not fit into a cluster.
  /// - Parameter extractor: in place of that of all.
  /// - Complexity: O(bytes of its texts).
  package mutating func row(
    of article: Article, extractor: String? = nil
  ) -> Result<ShardRow, ClusterMisfit> {
    do throws(ClusterError) {
      return .success(
        try document.row(analyzer.analyze(article), extractor: extractor ?? self.extractor))
    } catch {
      return .failure(
        ClusterMisfit(Rejection(origin: article.origin, reason: .tooLarge, message: "\(error)")))
    }
  }

  /// Gives back the memory that a large article has taken.
  package mutating func trim() {
    analyzer = ArticleAnalyzer(gazetteer: gazetteer)
    document.trim()
  }
}

/// An article that does not fit into a cluster.
package struct ClusterMisfit: Error {
  package let rejection: Rejection

  package init(_ rejection: Rejection) { self.rejection = rejection }
}
