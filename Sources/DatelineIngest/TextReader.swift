import DatelineCore

/// Reads a plain text file as one page.
final class TextReader: RecordReader {
  private let buffer: InputBuffer
  private let sourceName: String?
  private var counter: RecordCounter
  private var isDone = false

  init(buffer: InputBuffer, path: String, options: IngestOptions) {
    self.buffer = buffer
    sourceName = options.source ?? Self.directoryName(path)
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
  }

  func next() -> IngestEvent? {
    if isDone { return nil }
    isDone = true
    buffer.discardByteOrderMark()
    let origin = counter.advance(offset: buffer.offset)
    if buffer.require(counter.limit + 1) { return counter.tooLarge(origin) }
    guard buffer.source.failure == nil else { return nil }
    let text = TextDecoding.string(buffer.bytes)
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "\0" }) {
      return .rejected(
        Rejection(origin: origin, reason: .empty, message: "the file holds no text"))
    }
    return .document(
      RawDocument(origin: origin, shape: .page, body: text, source: sourceName))
  }

  /// Name of the directory that the path names as the file's place; `nil` when it names none.
  static func directoryName(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return nil }
    let name = parts[parts.count - 2]
    return name == "." || name == ".." ? nil : String(name)
  }
}
