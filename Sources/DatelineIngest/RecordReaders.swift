/// The reader of each notation.
enum RecordReaders {
  /// Whether the records of a format are found by ASCII bytes, and share one encoding.
  static func isRows(_ format: InputFormat) -> Bool {
    switch format {
    case .json, .jsonl, .csv, .tsv: true
    default: false
    }
  }

  /// A reader of a buffer's records.
  /// - Parameters:
  ///   - path: the file's name in messages and origins.
  ///   - budget: what may come out of compressed pages of crawls.
  static func reader(
    of format: InputFormat, buffer: InputBuffer, path: String, options: IngestOptions,
    budget: ExpansionBudget
  ) -> any RecordReader {
    switch format {
    case .text:
      TextReader(buffer: buffer, path: path, options: options)
    case .jsonl:
      JSONLinesReader(buffer: buffer, path: path, options: options)
    case .json:
      JSONDocumentReader(buffer: buffer, path: path, options: options)
    case .csv, .tsv:
      DelimitedReader(
        buffer: buffer, path: path, options: options, isTabSeparated: format == .tsv)
    case .warc:
      CrawlReader(buffer: buffer, path: path, options: options, budget: budget)
    case .html:
      HTMLReader(buffer: buffer, path: path, options: options)
    case .feed:
      XMLRecordReader(
        buffer: buffer, path: path, options: options, vocabulary: FeedVocabulary())
    case .newsml:
      XMLRecordReader(
        buffer: buffer, path: path, options: options, vocabulary: NewsMLVocabulary())
    case .sgml:
      XMLRecordReader(
        buffer: buffer, path: path, options: options, vocabulary: SGMLVocabulary())
    }
  }
}
