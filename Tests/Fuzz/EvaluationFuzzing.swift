import DatelineSearch

/// Reads bytes as judgements and as a run in TREC's formats, and measures what can be read: all measures lie between 0
/// and 1.
enum EvaluationFuzzing {
  static func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    // Lines of both kinds come in one text; each reader is given those that have its number of columns.
    let lines = text.split(whereSeparator: \.isNewline)
    func part(_ columns: Int) -> String {
      lines.filter { $0.split(whereSeparator: \.isWhitespace).count == columns }
        .joined(separator: "\n")
    }
    _ = try? Judgements(parsing: text)
    _ = try? RankedRun(parsing: text)
    guard let judgements = try? Judgements(parsing: part(4)),
      let run = try? RankedRun(parsing: part(6))
    else { return }
    for measure in Evaluation(run, judgements).mean.all {
      precondition(measure.value >= 0 && measure.value < 1 + 1e-9, "\(measure)")
    }
  }
}
