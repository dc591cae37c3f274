import Foundation
import Testing

/// The sample corpus: every format goes in, and the judged queries find what they should.
@Suite struct CorpusTests {
  private let folder: CommandFolder
  private static let corpus = CommandFolder.package.appendingPathComponent("Corpus")

  init() throws {
    folder = try CommandFolder()
    let result = try folder.dateline(["index", Self.corpus.appendingPathComponent("articles").path])
    #expect(result.status == 0)
    #expect(result.output.contains(", 0 rejected"), "\(result.output)\(result.errors)")
  }

  @Test func isLargeAndInOrder() throws {
    let statistics = try folder.dateline(["stats", "--json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(statistics.output.utf8)) as? [String: Any])
    #expect(json["articles"] as? Int ?? 0 >= 80)
    #expect(try folder.dateline(["check"]).status == 0)
  }

  @Test func judgedArticlesExistAndRankHigh() throws {
    let queries = Self.corpus.appendingPathComponent("queries.tsv").path
    let run = try folder.dateline(["search", "--queries", queries, "--run", "-"]).output
    var ranked: [String: [String]] = [:]
    for line in run.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      ranked[fields[0], default: []].append(fields[2])
    }
    var gains: [String: [String: Double]] = [:]
    let judgements = try String(
      contentsOf: Self.corpus.appendingPathComponent("qrels.txt"), encoding: .utf8)
    for line in judgements.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      gains[fields[0], default: [:]][fields[2]] = Double(fields[3])
    }
    #expect(gains.count == 20)
    for key in Set(gains.values.flatMap(\.keys)) {
      #expect(try folder.dateline(["show", key]).status == 0, "judged but not there: \(key)")
    }
    var sum = 0.0
    for (query, gain) in gains {
      sum += Self.ndcg(ranked[query] ?? [], gain)
    }
    // 0.91 when this was written; a fall below the floor is a change of ranking to look at.
    #expect(sum / Double(gains.count) > 0.88)
  }

  /// nDCG at 10 with linear gain, as trec_eval computes it.
  private static func ndcg(_ ranking: [String], _ gain: [String: Double]) -> Double {
    func discounted(_ gains: some Sequence<Double>) -> Double {
      gains.prefix(10).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
    }
    let ideal = discounted(gain.values.sorted(by: >))
    return ideal == 0 ? 0 : discounted(ranking.prefix(10).map { gain[$0] ?? 0 }) / ideal
  }
}
