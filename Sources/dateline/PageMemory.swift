import DatelineCore
import DatelineIndex
import DatelineIngest
import DatelineNormalize
import Foundation

/// Learns what pages of a site and records of an outlet have in common, before any of them is read for indexing.
struct PageMemory {
  let options: IngestOptions
  let workers: Int
  let keepAll: Bool
  let maxSeconds: Double?
  /// Dates later than this are no dates of publication; one time for all that an import does.
  let now = Date()
  /// Lines of pages.
  private(set) var memory = LineMemory()
  /// Lines of records with fields.
  private(set) var records = LineMemory()

  init(
    options: IngestOptions, workers: Int, keepAll: Bool = false, maxSeconds: Double? = nil
  ) {
    self.options = options
    self.workers = workers
    self.keepAll = keepAll
    self.maxSeconds = maxSeconds
  }

  /// Bytes that what was learnt takes, roughly.
  var bytes: Int { memory.bytes + records.bytes }

  /// A normaliser that knows what was learnt.
  var normalizer: Normalizer {
    Normalizer(
      now: now, defaultSource: options.source, memory: memory, records: records, keepAll: keepAll,
      maxSeconds: maxSeconds)
  }

  /// What stands before the name of an outlet whose records are remembered, where pages and records are stored
  /// together.
  private static let recordPrefix = "records:"

  /// Takes over what an earlier import learnt.
  mutating func load(_ rows: [SiteMemoryRow]) {
    for row in rows {
      if row.source.hasPrefix(Self.recordPrefix) {
        let outlet = String(row.source.dropFirst(Self.recordPrefix.count))
        records.load(source: outlet, content: row.content)
      } else {
        memory.load(source: row.source, content: row.content)
      }
    }
  }

  /// What was learnt since then.
  var changes: [SiteMemoryRow] {
    memory.changes().map { SiteMemoryRow(source: $0.source, content: $0.content) }
      + records.changes().map {
        SiteMemoryRow(source: Self.recordPrefix + $0.source, content: $0.content)
      }
  }

  /// Reads the pages among the files once, and some of the records. Standard input cannot be read twice and is left
  /// alone.
  /// - Parameter progress: called now and then with the share of the bytes that was read.
  mutating func learn(_ files: [InputFile], progress: (Double) -> Void = { _ in }) throws {
    let sample = RecordSample(files.filter { $0.path != "-" && $0.size != nil }, options)
    let files = sample.files
    if files.isEmpty { return }
    let size = files.reduce(0) { $0 + ($1.size ?? 0) }
    let plain = Normalizer(now: now, defaultSource: options.source, memory: LineMemory())
    let input = RecordPipeline<Learnt>.Input(
      files: files, options: options, workers: workers, samples: sample.limits)
    let pipeline = RecordPipeline<Learnt>(input) {
      .output(
        Learnt(
          lines: PageLines($0), source: plain.memorySource(of: $0), isRecord: $0.shape == .fields))
    }
    try pipeline.run { chunk in
      for case .output(let page) in chunk.items.compactMap(\.result) {
        guard let lines = page.lines else { continue }
        if page.isRecord {
          records.learn(lines, source: page.source)
        } else {
          memory.learn(lines, source: page.source)
        }
      }
      progress(min(1, Double(chunk.bytesRead) / Double(max(size, 1))))
    }
    memory.settle()
    records.settle()
  }

  private struct Learnt: Sendable {
    var lines: PageLines?
    var source: String
    var isRecord: Bool
  }
}
