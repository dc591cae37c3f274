import DatelineCore

/// Reads one input record by record.
///
/// Memory is bounded by the largest record, not by the input. No fault of the content stops the
/// reading: what cannot be read comes as ``IngestEvent/rejected(_:)``, with the number and the
/// place of the record. Not for use from several threads at once.
package final class DocumentReader {
  /// The notation the input is read as.
  package let format: InputFormat

  private let file: InputFile
  private let buffer: InputBuffer
  private let records: any RecordReader
  private var isFailureReported = false
  private var lastRecord = 0

  /// Opens an input. The format is that of the options, else told from the name and the content.
  /// - Throws: ``InputError`` when the input cannot be opened.
  package convenience init(file: InputFile, options: IngestOptions) throws(InputError) {
    let source: ByteSource
    if file.path == "-" {
      source = ByteSource(descriptor: 0, closing: false)
    } else if let status = SystemCalls.status(file.path), status.isDirectory {
      throw .unreadable(path: file.path, message: "is a directory")
    } else if let descriptor = SystemCalls.openForReading(file.path) {
      source = ByteSource(descriptor: descriptor, closing: true)
    } else if SystemCalls.status(file.path) == nil {
      throw .notFound(path: file.path)
    } else {
      throw .unreadable(path: file.path, message: SystemCalls.lastErrorMessage)
    }
    self.init(file: file, options: options, source: source)
  }

  /// Reads a source in pieces of `chunkSize` bytes.
  init(file: InputFile, options: IngestOptions, source: ByteSource, chunkSize: Int = 1 << 18) {
    self.file = file
    buffer = InputBuffer(source: source, chunkSize: chunkSize)
    format =
      options.format
      ?? FormatSniffer.format(of: buffer, expected: file.format, mapping: options.mapping)
    switch format {
    case .text:
      records = TextReader(buffer: buffer, path: file.path, options: options)
    case .jsonl:
      records = JSONLinesReader(buffer: buffer, path: file.path, options: options)
    case .json:
      records = JSONDocumentReader(buffer: buffer, path: file.path, options: options)
    case .csv, .tsv:
      records = DelimitedReader(
        buffer: buffer, path: file.path, options: options, isTabSeparated: format == .tsv)
    case .html:
      records = HTMLReader(buffer: buffer, path: file.path, options: options)
    case .feed:
      records = XMLRecordReader(
        buffer: buffer, path: file.path, options: options, vocabulary: FeedVocabulary())
    case .newsml:
      records = XMLRecordReader(
        buffer: buffer, path: file.path, options: options, vocabulary: NewsMLVocabulary())
    case .sgml:
      records = XMLRecordReader(
        buffer: buffer, path: file.path, options: options, vocabulary: ReutersVocabulary())
    case .warc:
      records = TextReader(buffer: buffer, path: file.path, options: options)
    }
  }

  /// Bytes read from the file so far, a little ahead of the records.
  package var bytesRead: Int64 { buffer.source.bytesRead }

  /// The next document or rejected record; `nil` at the end of the input.
  package func next() -> IngestEvent? {
    if let event = records.next() {
      switch event {
      case .document(let document): lastRecord = document.origin.record
      case .rejected(let rejection): lastRecord = rejection.origin.record
      }
      return event
    }
    guard let message = buffer.source.failure, !isFailureReported else { return nil }
    isFailureReported = true
    let origin = Origin(file: file.path, record: lastRecord + 1, offset: buffer.offset)
    return .rejected(Rejection(origin: origin, reason: .unreadable, message: message))
  }
}
