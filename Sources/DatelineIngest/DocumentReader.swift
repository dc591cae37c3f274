import DatelineCore

/// Reads one input record by record: a file, or the files in an archive one after the other.
///
/// Memory is bounded by the largest record, not by the input. No fault of the content stops the
/// reading: what cannot be read comes as ``IngestEvent/rejected(_:)``, with the number and the
/// place of the record. Not for use from several threads at once.
package final class DocumentReader {
  /// The notation of the file that is being read; `nil` before the first file of an archive.
  package private(set) var format: InputFormat?

  private let options: IngestOptions
  private let source: ByteSource
  private let walk: InputWalk
  private let path: String
  private let chunkSize: Int
  private var leaf: InputWalk.Leaf?
  private var records: (any RecordReader)?
  private var lastRecord = 0
  /// Whether the file that is being read gave anything yet.
  private var hasEvents = false
  private var passedOverRecords = 0
  private var pending: [IngestEvent] = []
  private var isFinished = false

  /// Opens an input. Containers are told from the content; the format of the records is that of
  /// the options, else told from the name and the content.
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

  /// Reads bytes in memory under the name of a file.
  package convenience init(bytes: [UInt8], name: String, options: IngestOptions) {
    self.init(
      file: InputFile(path: name, format: options.format ?? InputFormat(path: name)),
      options: options, source: ByteSource(bytes: bytes))
  }

  /// Reads a source in pieces of `chunkSize` bytes.
  init(file: InputFile, options: IngestOptions, source: ByteSource, chunkSize: Int = 1 << 18) {
    self.options = options
    self.source = source
    path = file.path
    self.chunkSize = chunkSize
    let root = InputBuffer(source: source, chunkSize: chunkSize)
    walk = InputWalk(root: root, file: file, options: options, chunkSize: chunkSize)
    openNext()
  }

  /// Bytes read from the outer file so far, a little ahead of the records.
  package var bytesRead: Int64 { source.bytesRead }

  /// Entries of archives and records of crawls that were left out because they hold no articles.
  package var passedOver: Int { walk.passedOver + passedOverRecords + (records?.passedOver ?? 0) }

  /// The next document or rejected record; `nil` at the end of the input.
  package func next() -> IngestEvent? {
    while true {
      if let event = pending.popLast() { return event }
      if isFinished { return nil }
      guard let records, let leaf else {
        openNext()
        continue
      }
      if let event = records.next() {
        hasEvents = true
        switch event {
        case .document(let document):
          lastRecord = document.origin.record
          return event
        case .rejected(let rejection):
          // What is wrong at the end of a bomb is that it is one.
          if walk.budget.failure != nil { continue }
          lastRecord = rejection.origin.record
          return event
        }
      }
      passedOverRecords += records.passedOver
      let isWithoutRecords = !hasEvents && records.passedOver == 0
      self.records = nil
      if let failure = leaf.buffer.source.failure, walk.budget.failure == nil {
        let origin = Origin(
          file: leaf.label, record: lastRecord + 1, offset: leaf.buffer.offset)
        return .rejected(
          Rejection(origin: origin, reason: failure.reason, message: failure.message))
      }
      if isWithoutRecords, walk.budget.failure == nil {
        lastRecord = 1
        return .rejected(
          Rejection(
            origin: Origin(file: leaf.label, record: 1), reason: .empty,
            message: leaf.buffer.offset == 0 && leaf.buffer.count == 0
              ? "the file is empty" : records.emptyMessage))
      }
    }
  }

  /// Moves to the next file.
  private func openNext() {
    leaf = nil
    lastRecord = 0
    hasEvents = false
    switch walk.next() {
    case .leaf(var next):
      var format = format(of: next)
      if RecordReaders.isRows(format),
        let buffer = TranscodedStream.buffer(of: next.buffer, chunkSize: chunkSize)
      {
        next.buffer = buffer
        format = self.format(of: next)
      }
      self.format = format
      leaf = next
      records = RecordReaders.reader(
        of: format, buffer: next.buffer, path: next.label, options: options, budget: walk.budget)
    case .rejected(let rejection):
      pending.append(.rejected(rejection))
    case nil:
      isFinished = true
      guard let failure = walk.budget.failure else { return }
      pending.append(
        .rejected(
          Rejection(
            origin: Origin(file: path), reason: failure.reason, message: failure.message)))
    }
  }

  private func format(of leaf: InputWalk.Leaf) -> InputFormat {
    if let format = options.format { return format }
    if leaf.isCrawl { return .warc }
    return FormatSniffer.format(
      of: leaf.buffer, expected: leaf.format, mapping: options.mapping)
  }
}
