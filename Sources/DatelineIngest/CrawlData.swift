import DatelineCore

/// The body of a crawl's record that is a file of records itself: a feed, JSON, a table.
struct CrawlData {
  let format: InputFormat
  private let buffer: InputBuffer
  private let options: IngestOptions

  /// - Parameters:
  ///   - expected: what the record's media type says; `nil` when it says nothing.
  ///   - charset: encoding that the media type names.
  /// - Returns: `nil` when the body is neither records nor a page.
  init?(
    _ body: UnsafeBufferPointer<UInt8>, expected: InputFormat?, charset: String?,
    options: IngestOptions
  ) {
    var options = options
    options.format = nil
    self.options = options
    var bytes = Array(body)
    if charset != nil, !TextDecoding.isValid(body) {
      bytes = Array(CharacterEncoding.text(body, declared: charset, isHTML: false).utf8)
    }
    // Small bodies need no more memory than they are large.
    let chunkSize = max(min(bytes.count, 1 << 18), 1 << 12)
    var buffer = InputBuffer(source: ByteSource(bytes: bytes), chunkSize: chunkSize)
    var format = FormatSniffer.format(of: buffer, expected: expected, mapping: options.mapping)
    if RecordReaders.isRows(format),
      let decoded = TranscodedStream.buffer(of: buffer, chunkSize: chunkSize)
    {
      buffer = decoded
      format = FormatSniffer.format(of: buffer, expected: expected, mapping: options.mapping)
    }
    switch format {
    case .text, .warc: return nil
    case .html, .feed, .newsml, .sgml, .json, .jsonl, .csv, .tsv: break
    }
    self.format = format
    self.buffer = buffer
  }

  /// The records, all with the place of the crawl's record. Where no article is among them, that is one
  /// rejection, with the reason of the first.
  /// - Parameters:
  ///   - url: address of the answer; that of the article too where the answer is an article.
  ///   - retrieved: when it was fetched.
  func events(
    origin: Origin, url: String?, retrieved: String?, budget: ExpansionBudget
  ) -> [IngestEvent] {
    let reader = RecordReaders.reader(
      of: format, buffer: buffer, path: origin.file, options: options, budget: budget)
    var events: [IngestEvent] = []
    var articles = 0
    while let event = reader.next() {
      switch event {
      case .document(var document):
        document.origin = origin
        document.retrieved = retrieved
        if RecordReaders.isRows(format), document.body == nil {
          events.append(.rejected(Self.headline(origin)))
        } else {
          events.append(.document(document))
          articles += 1
        }
      case .rejected(var rejection):
        rejection.origin = origin
        events.append(.rejected(rejection))
      }
    }
    if articles == 0 { return [Self.empty(events.first, reader, origin)] }
    if events.count == 1, case .document(var document) = events[0], document.url == nil {
      document.url = url
      return [.document(document)]
    }
    return events
  }

  /// Programs of pages fetch objects with a `title` that are no articles.
  private static func headline(_ origin: Origin) -> Rejection {
    Rejection(origin: origin, reason: .empty, message: "the record has a title but no text")
  }

  private static func empty(
    _ first: IngestEvent?, _ reader: any RecordReader, _ origin: Origin
  ) -> IngestEvent {
    if case .rejected(let rejection) = first {
      let message = rejection.message.replacing("the file", with: "the answer", maxReplacements: 1)
      return .rejected(Rejection(origin: origin, reason: rejection.reason, message: message))
    }
    return .rejected(
      Rejection(
        origin: origin, reason: .empty,
        message: reader.emptyMessage.replacing("the file", with: "the answer")))
  }
}
