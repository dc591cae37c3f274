import Foundation
import Testing

@Suite struct EvalCommandTests {
  private let folder: CommandFolder
  private static let corpus = CommandFolder.package.appendingPathComponent("Corpus")
  private static let queries = corpus.appendingPathComponent("queries.tsv").path
  private static let qrels = corpus.appendingPathComponent("qrels.txt").path

  init() throws {
    folder = try CommandFolder()
    let result = try folder.dateline(["index", Self.corpus.appendingPathComponent("articles").path])
    #expect(result.status == 0)
  }

  @Test func queriesAndTheirRunAreMeasuredAlike() throws {
    let searched = try folder.dateline([
      "eval", "--queries", Self.queries, "--qrels", Self.qrels, "--save", folder.path("a.run"),
    ])
    #expect(searched.status == 0, "\(searched.errors)")
    let measured = try folder.dateline([
      "eval", "--run", folder.path("a.run"), "--qrels", Self.qrels,
    ])
    #expect(measured.output == searched.output)
    let lines = measured.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(
      lines.map { String($0[0]) }
        == ["queries", "ndcg_cut_10", "map", "recip_rank", "P_10", "recall_100"])
    // The sample's queries find what was judged, but not by constants.
    #expect(Double(lines[1][1]) ?? 0 > 0.8)
    #expect(Double(lines[4][1]) ?? 1 < 1)
  }

  @Test func twoConfigurationsAreCompared() throws {
    let files = ["--queries", Self.queries, "--qrels", Self.qrels]
    #expect(
      try folder.dateline(["eval"] + files + ["-n", "1", "--save", folder.path("one.run")]).status
        == 0)
    let result = try folder.dateline(
      ["eval"] + files + ["--compare", folder.path("one.run"), "--json", "--per-query"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let compared = try #require(json["compared"] as? [String: [String: Double]])
    #expect(compared["recall_100"]?["difference"] ?? 0 > 0)
    #expect(compared["recall_100"]?["p"] ?? 1 < 1)
    #expect(compared["recip_rank"]?["difference"] == 0)
    #expect(compared["recip_rank"]?["p"] == 1)
    let perQuery = try #require(json["per_query"] as? [String: Any])
    #expect(perQuery.count == json["queries"] as? Int)
  }

  @Test func mistakesAreNamed() throws {
    try folder.write("odd.tsv", "q1\tnato\n\nno tab here\n")
    let odd = try folder.dateline(["eval", "--queries", "odd.tsv", "--qrels", Self.qrels])
    #expect(odd.status == 0)
    #expect(odd.errors.contains("odd.tsv, line 3: left out"))
    try folder.write("bad.run", "q Q0 a 1 1 x\nq Q0\n")
    let bad = try folder.dateline(["eval", "--run", folder.path("bad.run"), "--qrels", Self.qrels])
    #expect(bad.status == 2 && bad.errors.contains("bad.run, line 2: expected a query"))
    let missing = try folder.dateline(["eval", "--run", "none.run", "--qrels", Self.qrels])
    #expect(missing.status == 2 && missing.errors.contains("none.run: no such file"))
    let neither = try folder.dateline(["eval", "--qrels", Self.qrels])
    #expect(neither.status == 2 && neither.errors.contains("either --queries"))
  }
}
