import DatelineIngest

/// How much of each file is read to learn what its records have in common: all pages, and of records a bounded part,
/// since that says what a dump repeats.
struct RecordSample {
  /// What is read of a file.
  struct Limit: Sendable {
    /// Bytes of records.
    var bytes: Int
    /// Whether pages count as well, not records with fields alone.
    var includesPages = false
  }

  /// The files that are read.
  private(set) var files: [InputFile] = []
  /// What is read of each.
  private(set) var limits: [Limit] = []

  /// Bytes of records that are read over all files.
  private static let most = 32 << 20
  /// Size of files with some records; of very many every fourth is read.
  private static let smallSize = 64 << 10
  private static let manyFiles = 400

  init(_ inputs: [InputFile], _ options: IngestOptions) {
    // Not by the size of files: compressed ones must give the same.
    let budget = max(Self.most / max(inputs.count, 1), Self.smallSize)
    func isSmall(_ file: InputFile) -> Bool {
      !Self.mayHoldPages(file, options) && (file.size ?? 0) < Self.smallSize
    }
    let areMany = inputs.count(where: isSmall) > Self.manyFiles
    var small = 0
    for file in inputs {
      if areMany, isSmall(file) {
        small += 1
        if small % 4 != 1 { continue }
      }
      files.append(file)
      limits.append(Limit(bytes: budget, includesPages: !Self.mayHoldPages(file, options)))
    }
  }

  /// Pages in formats with fields are records like the others; a name that says nothing may stand for a container.
  private static func mayHoldPages(_ file: InputFile, _ options: IngestOptions) -> Bool {
    switch options.format ?? file.format {
    case .text, .html, .warc, nil: true
    case .json, .jsonl, .csv, .tsv, .feed, .newsml, .sgml: false
    }
  }
}
