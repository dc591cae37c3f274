import DatelineCore

/// Reads a saved HTML page, or the page of an MHTML archive, as one document.
final class HTMLReader: RecordReader {
  private let buffer: InputBuffer
  private let source: String?
  private var counter: RecordCounter
  private var isDone = false

  init(buffer: InputBuffer, path: String, options: IngestOptions) {
    self.buffer = buffer
    source = options.source
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
  }

  func next() -> IngestEvent? {
    if isDone { return nil }
    isDone = true
    let origin = counter.advance(offset: buffer.offset)
    if buffer.require(counter.limit + 1) { return counter.tooLarge(origin) }
    guard buffer.source.failure == nil else { return nil }
    let bytes = buffer.bytes
    guard UTF8Bytes.hasText(bytes) else {
      return .rejected(Rejection(origin: origin, reason: .empty, message: "the file is empty"))
    }
    if MHTMLArchive.matches(bytes) { return archived(bytes, origin) }
    let saved = SavedPage(bytes)
    return .document(
      RawDocument(
        origin: origin, shape: .html, body: CharacterEncoding.text(bytes, isHTML: true),
        retrieved: saved.saved, url: saved.url, source: source,
        contentHash: ContentHash.text(bytes)))
  }

  private func archived(_ bytes: UnsafeBufferPointer<UInt8>, _ origin: Origin) -> IngestEvent {
    guard let page = MHTMLArchive.page(bytes) else {
      return .rejected(
        Rejection(origin: origin, reason: .notAnArticle, message: "the file holds no HTML page"))
    }
    let text = page.body.withUnsafeBufferPointer {
      CharacterEncoding.text($0, declared: page.charset, isHTML: true)
    }
    return .document(
      RawDocument(
        origin: origin, shape: .html, body: text, retrieved: page.saved, url: page.url,
        source: source, contentHash: ContentHash.text(bytes)))
  }
}
