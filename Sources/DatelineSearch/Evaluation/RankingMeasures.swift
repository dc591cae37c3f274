import Foundation

/// How well a ranking meets the judgements, each measure from 0 to 1.
///
/// As `trec_eval -c` computes them: documents that were not judged are not relevant; gain is linear
/// and discounted by log2(rank + 1) (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
/// techniques", 2002).
package struct RankingMeasures: Sendable, Equatable, Codable {
  /// Normalised discounted cumulated gain of the first 10.
  package var ndcg10 = 0.0
  /// Average precision.
  package var averagePrecision = 0.0
  /// 1 / rank of the first relevant document.
  package var reciprocalRank = 0.0
  /// Share of relevant documents among the first 10.
  package var precision10 = 0.0
  /// Share of the relevant documents found among the first 100.
  package var recall100 = 0.0

  enum CodingKeys: String, CodingKey {
    case ndcg10 = "ndcg_cut_10"
    case averagePrecision = "map"
    case reciprocalRank = "recip_rank"
    case precision10 = "P_10"
    case recall100 = "recall_100"
  }

  /// Names and values, in the order in which they are printed.
  package var all: [(name: String, value: Double)] {
    [
      (CodingKeys.ndcg10.rawValue, ndcg10),
      (CodingKeys.averagePrecision.rawValue, averagePrecision),
      (CodingKeys.reciprocalRank.rawValue, reciprocalRank),
      (CodingKeys.precision10.rawValue, precision10), (CodingKeys.recall100.rawValue, recall100),
    ]
  }

  /// Nothing found.
  package init() {}

  /// Measures of one query.
  /// - Parameters:
  ///   - ranking: documents, best first.
  ///   - grades: the judged documents.
  package init(ranking: [TRECName], grades: [TRECName: Int]) {
    let relevant = grades.values.filter { $0 > 0 }.sorted(by: >)
    guard !relevant.isEmpty else { return }
    func discounted(_ grade: Int, _ rank: Int) -> Double { Double(grade) / log2(Double(rank + 1)) }
    var hits = 0
    var gain = 0.0
    for (index, document) in ranking.enumerated() {
      guard let grade = grades[document], grade > 0 else { continue }
      let rank = index + 1
      hits += 1
      averagePrecision += Double(hits) / Double(rank)
      if hits == 1 { reciprocalRank = 1 / Double(rank) }
      if rank <= 10 {
        gain += discounted(grade, rank)
        precision10 += 1
      }
      if rank <= 100 { recall100 += 1 }
    }
    let ideal = relevant.prefix(10).enumerated().reduce(0) {
      $0 + discounted($1.element, $1.offset + 1)
    }
    ndcg10 = gain / ideal
    averagePrecision /= Double(relevant.count)
    precision10 /= 10
    recall100 /= Double(relevant.count)
  }
}

/// Measures of a run, query by query.
package struct Evaluation: Sendable {
  /// Queries that have a relevant document, in the order of the judgements; one without results
  /// counts 0.
  package let queries: [(query: TRECName, measures: RankingMeasures)]

  /// Evaluates a run.
  package init(_ run: RankedRun, _ judgements: Judgements) {
    queries = judgements.queries.compactMap { query in
      guard let grades = judgements.grades[query], grades.values.contains(where: { $0 > 0 }) else {
        return nil
      }
      return (query, RankingMeasures(ranking: run.documents[query] ?? [], grades: grades))
    }
  }

  /// Means over the queries.
  package var mean: RankingMeasures {
    var mean = RankingMeasures()
    guard !queries.isEmpty else { return mean }
    func average(_ value: (RankingMeasures) -> Double) -> Double {
      queries.reduce(0) { $0 + value($1.measures) } / Double(queries.count)
    }
    mean.ndcg10 = average(\.ndcg10)
    mean.averagePrecision = average(\.averagePrecision)
    mean.reciprocalRank = average(\.reciprocalRank)
    mean.precision10 = average(\.precision10)
    mean.recall100 = average(\.recall100)
    return mean
  }
}
