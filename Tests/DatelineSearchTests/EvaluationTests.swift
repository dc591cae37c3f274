import Foundation
import Testing

@testable import DatelineSearch

@Suite struct EvaluationTests {
  private static let judgements = """
    a 0 d1 2
    a 0 d2 0
    a 0 d3 1
    a 0 d9 3
    b 0 d1 1
    c 0 d1 0
    d 0 d4 1
    """
  /// Ties, ranks that contradict the scores, an unjudged document, a query without results.
  private static let run = """
    a Q0 d2 1 5.0 x
    a Q0 d1 2 3.0 x
    a Q0 d3 3 3.0 x
    a Q0 d7 4 2.0 x
    b Q0 d5 1 1.0 x
    b Q0 d1 2 1.0 x
    c Q0 d1 1 1.0 x
    """

  @Test func measuresByHand() {
    let measures = RankingMeasures(
      ranking: ["x", "good", "y", "best"], grades: ["good": 1, "best": 2, "missed": 1, "bad": 0])
    let gain = 1 / log2(3.0) + 2 / log2(5.0)
    let ideal = 2 + 1 / log2(3.0) + 1 / log2(4.0)
    #expect(abs(measures.ndcg10 - gain / ideal) < 1e-12)
    #expect(abs(measures.averagePrecision - (0.5 + 0.5) / 3) < 1e-12)
    #expect(measures.reciprocalRank == 0.5)
    #expect(measures.precision10 == 0.2)
    #expect(abs(measures.recall100 - 2.0 / 3) < 1e-12)
    #expect(RankingMeasures(ranking: ["a"], grades: ["a": 0]) == RankingMeasures())
  }

  @Test func onlyTheFirstTenAndHundredCount() {
    let ranking = (1...200).map { TRECName("d\($0)") }
    let measures = RankingMeasures(ranking: ranking, grades: ["d11": 1, "d101": 1])
    #expect(measures.ndcg10 == 0 && measures.precision10 == 0)
    #expect(measures.recall100 == 0.5)
    #expect(measures.reciprocalRank == 1.0 / 11)
  }

  /// The expected figures are those of the reference scorer for the same two files.
  @Test func equalsTheReference() throws {
    let evaluation = Evaluation(
      try RankedRun(parsing: Self.run), try Judgements(parsing: Self.judgements))
    #expect(evaluation.queries.map(\.query) == ["a", "b", "d"])
    #expect(abs(evaluation.mean.ndcg10 - 0.32447608558532814) < 1e-12)
    #expect(abs(evaluation.mean.averagePrecision - 0.2962962962962963) < 1e-12)
    #expect(abs(evaluation.mean.reciprocalRank - 0.3333333333333333) < 1e-12)
    #expect(abs(evaluation.mean.precision10 - 0.1) < 1e-12)
    #expect(abs(evaluation.mean.recall100 - 0.5555555555555555) < 1e-12)
  }

  @Test func tiesGoByNameDownwards() throws {
    let run = try RankedRun(parsing: "q Q0 a 1 1 x\nq Q0 c 2 1 x\nq Q0 b 3 1e0 x\n\nq Q0 z 4 0 x")
    #expect(run.documents["q"] == ["c", "b", "a", "z"])
  }

  @Test(arguments: [
    ("a 0 d1 2\na 0 d2", 2), ("a 0 d1 high", 1), ("\n\na 0 d1 1 x", 3),
  ])
  func badJudgementsAreNamed(text: String, line: Int) {
    #expect {
      try Judgements(parsing: text)
    } throws: {
      ($0 as? EvaluationFormatError)?.line == line
    }
  }

  @Test(arguments: [
    ("q Q0 a 1 1 x\nq Q0 a 2 0.5 x", 2), ("q Q0 a 1 nan x", 1), ("q Q0 a 1 1", 1),
  ])
  func badRunsAreNamed(text: String, line: Int) {
    #expect {
      try RankedRun(parsing: text)
    } throws: {
      ($0 as? EvaluationFormatError)?.line == line
    }
  }

  @Test func comparisonsTellChanceFromDifference() {
    let base = (0..<40).map { Double($0 % 7) / 10 }
    let same = PairedComparison(base, base)
    #expect(same.difference == 0 && same.probability == 1)
    let better = PairedComparison(base, base.map { $0 + 0.1 })
    #expect(abs(better.difference - 0.1) < 1e-12)
    #expect(better.probability < 0.001)
    let noise = PairedComparison(
      base, base.enumerated().map { $1 + ($0 % 2 == 0 ? 0.1 : -0.1) })
    #expect(noise.probability > 0.9)
    // Three equal differences: all signs alike in 2 of 8 cases.
    let few = PairedComparison([0, 0, 0], [1, 1, 1])
    #expect(abs(few.probability - 0.25) < 0.02)
  }

  @Test func namesAreComparedByTheirBytes() throws {
    let run = try RankedRun(parsing: "q Q0 caf\u{E9} 1 2 x\nq Q0 cafe\u{301} 2 1 x")
    #expect(run.documents["q"]?.map(\.text.utf8.count) == [5, 6])
    let judgements = try Judgements(parsing: "q 0 cafe\u{301} 1")
    #expect(Evaluation(run, judgements).mean.reciprocalRank == 0.5)
  }
}
