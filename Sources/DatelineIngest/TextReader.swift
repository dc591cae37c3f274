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
    if isBinary {
      return .rejected(
        Rejection(
          origin: origin, reason: .notAnArticle,
          message: "the file is binary, not text"))
    }
    let text = CharacterEncoding.text(buffer.bytes, isHTML: false)
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "\0" }) {
      return .rejected(
        Rejection(origin: origin, reason: .empty, message: "the file holds no text"))
    }
    return .document(
      RawDocument(
        origin: origin, shape: .page, body: text, source: sourceName,
        contentHash: ContentHash.text(buffer.bytes)))
  }

  /// Whether the beginning has more control characters than any text: NULs and others that are
  /// neither spaces nor line ends, one in twenty bytes. UTF-16 is told by its byte order mark.
  private var isBinary: Bool {
    let head = buffer.bytes.prefix(4_096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
    if head.count < 64 { return false }
    let controls = head.reduce(0) { $0 + ($1 < 0x09 || ($1 > 0x0D && $1 < 0x1B) ? 1 : 0) }
    return controls * 20 > head.count
  }

  /// Name of the directory that the path names as the file's place, in an archive or not; `nil`
  /// when it names none.
  static func directoryName(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return nil }
    var name = parts[parts.count - 2]
    if let mark = name.lastIndex(of: "!"), name.index(after: mark) < name.endIndex {
      name = name[name.index(after: mark)...]
    }
    return name == "." || name == ".." ? nil : String(name)
  }
}
