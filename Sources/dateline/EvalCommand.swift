import ArgumentParser
import DatelineCore
import DatelineSearch
import Foundation

/// `dateline eval`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure how well queries find what was judged relevant.",
    discussion: """
      EXAMPLES
        dateline eval --queries Corpus/queries.tsv --qrels Corpus/qrels.txt
        dateline eval --queries q.tsv --qrels r.txt --match any --save any.run
        dateline eval --run any.run --qrels r.txt --compare all.run

      Queries are lines of id, tab, query; judgements and runs are TREC files
      whose documents are keys of articles. Prints means over all queries with a
      relevant article: nDCG@10, MAP, MRR, P@10 and recall@100, as trec_eval.
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var engine: EngineOptions

  @Option(help: ArgumentHelp("File of queries to answer.", valueName: "file"), completion: .file())
  var queries: String?

  @Option(help: ArgumentHelp("File of judgements.", valueName: "file"), completion: .file())
  var qrels: String

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Measure this run instead of searching.", valueName: "file"),
    completion: .file())
  var runFile: String?

  @Option(
    help: ArgumentHelp(
      "Compare with this run: difference and p of a paired randomisation test.",
      valueName: "file"), completion: .file())
  var compare: String?

  @Option(
    help: ArgumentHelp("Write the run to this file (- for stdout).", valueName: "file"),
    completion: .file())
  var save: String?

  @Option(help: ArgumentHelp("Which of the words are needed.", valueName: "mode"))
  var match = SearchRequest.Match.auto

  @OptionGroup var ranking: RankingOptions

  @Option(name: [.customShort("n"), .long], help: "Most hits for a query.")
  var limit = 1000

  @Flag(help: "Print every query's measures before the means.")
  var perQuery = false

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if (queries == nil) == (runFile == nil) {
      throw ValidationError("give either --queries to search for or a --run to measure")
    }
    if runFile != nil, save != nil { throw ValidationError("--save goes with --queries") }
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let judgements = try read(qrels) { text throws(EvaluationFormatError) in
      try Judgements(parsing: text)
    }
    let evaluation = Evaluation(try rankedRun(), judgements)
    let other = try compare.map { Evaluation(try readRun($0), judgements) }
    if evaluation.queries.isEmpty {
      throw CommandFailure(
        "\(qrels): nothing is judged relevant; a line is QUERY 0 KEY GRADE, with a grade above 0 for what is"
      )
    }
    if json {
      Console.write(JSONText.of(EvaluationJSON(evaluation, other, perQuery), pretty: true) + "\n")
      return
    }
    if perQuery {
      for (query, measures) in evaluation.queries {
        let values = measures.all.map { "\($0.name)=" + String(format: "%.4f", $0.value) }
        Console.write(([Console.safe(query.text)] + values).joined(separator: "\t") + "\n")
      }
    }
    Console.write("queries\t\(evaluation.queries.count)\n")
    for (index, measure) in evaluation.mean.all.enumerated() {
      var line = "\(measure.name)\t" + String(format: "%.4f", measure.value)
      if let other {
        let comparison = evaluation.compared(with: other, measure: index)
        line += String(
          format: "\tcompared with %.4f\t%+.4f\tp=%.4f", measure.value - comparison.difference,
          comparison.difference, comparison.probability)
      }
      Console.write(line + "\n")
    }
  }

  private func rankedRun() throws -> RankedRun {
    guard let queries else { return try readRun(runFile ?? "") }
    let request = SearchRequest(
      query: "", limit: limit, match: match, fragments: 0, preferences: ranking.preferences)
    var batch = BatchSearch(engine: try engine.target(database), request: request)
    let lines = try batch.lines(queries: queries)
    if let save { try batch.write(lines, to: save) }
    try batch.reportFailures()
    do {
      return try RankedRun(parsing: lines)
    } catch {
      throw CommandFailure(
        "\(queries): an id comes twice or has a space (\(error)); a line is an id, a tab and a query"
      )
    }
  }

  private func readRun(_ path: String) throws -> RankedRun {
    try read(path) { text throws(EvaluationFormatError) in try RankedRun(parsing: text) }
  }

  private func read<T>(
    _ path: String, _ parse: (String) throws(EvaluationFormatError) -> T
  ) throws -> T {
    let text = try TextFile.read(path)
    do {
      return try parse(text)
    } catch {
      throw CommandFailure("\(path), \(error)")
    }
  }
}

extension Evaluation {
  /// How much better this run is than another by a measure, by its place in
  /// ``RankingMeasures/all``.
  fileprivate func compared(with other: Evaluation, measure: Int) -> PairedComparison {
    PairedComparison(
      other.queries.map { $0.measures.all[measure].value },
      queries.map { $0.measures.all[measure].value })
  }
}

/// An evaluation as JSON.
private struct EvaluationJSON: Encodable {
  struct Difference: Encodable {
    var difference: Double
    var p: Double
  }

  let schema = 1
  var queries: Int
  var mean: RankingMeasures
  var perQuery: [String: RankingMeasures]?
  var compared: [String: Difference]?

  enum CodingKeys: String, CodingKey {
    case schema, queries, mean, compared
    case perQuery = "per_query"
  }

  init(_ evaluation: Evaluation, _ other: Evaluation?, _ perQuery: Bool) {
    queries = evaluation.queries.count
    mean = evaluation.mean
    if perQuery {
      self.perQuery = Dictionary(
        evaluation.queries.map { ($0.query.text, $0.measures) }, uniquingKeysWith: { $1 })
    }
    guard let other else { return }
    var compared: [String: Difference] = [:]
    for (index, measure) in mean.all.enumerated() {
      let comparison = evaluation.compared(with: other, measure: index)
      compared[measure.name] = Difference(
        difference: comparison.difference, p: comparison.probability)
    }
    self.compared = compared
  }
}
