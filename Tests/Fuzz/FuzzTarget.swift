import DatelineIngest

/// What libFuzzer runs on bytes, and the tests on bytes that are kept.
///
/// An input is any bytes; nothing may crash, hang or grow without bound.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Records as an import reads them, see ``RecordFuzzing``.
  case html, warc, feed, archive, json, csv, text, sgml
  /// The text of a query, see ``QueryFuzzing``.
  case query
  /// Dates as written, see ``DateFuzzing``.
  case date
  /// Entities as users write them, see ``GazetteerFuzzing``.
  case gazetteer
  /// The bytes of an index file, see ``DatabaseFuzzing``.
  case database
  /// What a cluster answers, see ``AnswerFuzzing``.
  case answers
  /// Judgements and runs, see ``EvaluationFuzzing``.
  case evaluation

  package func run(_ bytes: [UInt8]) {
    switch self {
    case .html: RecordFuzzing.read(bytes, as: .html)
    case .warc: RecordFuzzing.read(bytes, as: .warc)
    case .feed: RecordFuzzing.read(bytes, as: .feed)
    case .archive: RecordFuzzing.read(bytes, as: nil)
    case .json: for format in [InputFormat.json, .jsonl] { RecordFuzzing.read(bytes, as: format) }
    case .csv: for format in [InputFormat.csv, .tsv] { RecordFuzzing.read(bytes, as: format) }
    case .text: RecordFuzzing.read(bytes, as: .text)
    case .sgml: for format in [InputFormat.sgml, .newsml] { RecordFuzzing.read(bytes, as: format) }
    case .query: QueryFuzzing.search(bytes)
    case .date: DateFuzzing.parse(bytes)
    case .gazetteer: GazetteerFuzzing.read(bytes)
    case .database: DatabaseFuzzing.open(bytes)
    case .answers: AnswerFuzzing.ask(bytes)
    case .evaluation: EvaluationFuzzing.read(bytes)
    }
  }
}
