import DatelineCore
import DatelineIndex
import DatelineIngest
import DatelineNormalize
import Foundation

/// Learns what pages of a site have in common, before any of them is read for indexing.
struct PageMemory {
  let options: IngestOptions
  let workers: Int
  let keepAll: Bool
  /// Dates later than this are no dates of publication; one time for all that an import does.
  let now = Date()
  private(set) var memory = LineMemory()

  init(options: IngestOptions, workers: Int, keepAll: Bool = false) {
    self.options = options
    self.workers = workers
    self.keepAll = keepAll
  }

  /// A normaliser that knows what was learnt.
  var normalizer: Normalizer {
    Normalizer(
      now: now, defaultSource: options.source, memory: memory, keepAll: keepAll)
  }

  /// Takes over what an earlier import learnt.
  mutating func load(_ rows: [SiteMemoryRow]) {
    for row in rows { memory.load(source: row.source, content: row.content) }
  }

  /// What was learnt since then.
  var changes: [SiteMemoryRow] {
    memory.changes().map { SiteMemoryRow(source: $0.source, content: $0.content) }
  }

  /// Reads the pages among the files once. Standard input cannot be read twice and is left alone.
  /// - Parameter progress: called now and then with the share of the bytes that was read.
  mutating func learn(_ files: [InputFile], progress: (Double) -> Void = { _ in }) throws {
    let files = files.filter(mayHoldPages)
    if files.isEmpty { return }
    let size = files.reduce(0) { $0 + ($1.size ?? 0) }
    let plain = Normalizer(now: now, defaultSource: options.source, memory: LineMemory())
    let input = RecordPipeline<Learnt>.Input(
      files: files, options: options, workers: workers, readsPagesOnly: true)
    let pipeline = RecordPipeline<Learnt>(input) {
      .output(Learnt(lines: PageLines($0), source: plain.memorySource(of: $0)))
    }
    try pipeline.run { chunk in
      for case .output(let page) in chunk.items.compactMap(\.result) {
        if let lines = page.lines { memory.learn(lines, source: page.source) }
      }
      progress(min(1, Double(chunk.bytesRead) / Double(max(size, 1))))
    }
    memory.settle()
  }

  private struct Learnt: Sendable {
    var lines: PageLines?
    var source: String
  }

  /// Formats with fields hold no pages; a name that says nothing may stand for a container.
  private func mayHoldPages(_ file: InputFile) -> Bool {
    if file.path == "-" || file.size == nil { return false }
    return switch options.format ?? file.format {
    case .text, .html, .warc, nil: true
    case .json, .jsonl, .csv, .tsv, .feed, .newsml, .sgml: false
    }
  }
}
