import DatelineCore

/// Reads a plain text file as one page, or as the documents that a news library exported into it.
final class TextReader: RecordReader {
  private let buffer: InputBuffer
  private let sourceName: String?
  private var counter: RecordCounter
  private var isDone = false
  /// Documents of an export that are still to come, the last one first.
  private var exported: [RawDocument] = []

  init(buffer: InputBuffer, path: String, options: IngestOptions) {
    self.buffer = buffer
    sourceName = options.source ?? Self.directoryName(path)
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
  }

  func next() -> IngestEvent? {
    if isDone { return exported.popLast().map { .document($0) } }
    isDone = true
    buffer.discardByteOrderMark()
    let origin = counter.advance(offset: buffer.offset)
    if buffer.require(counter.limit + 1) { return counter.tooLarge(origin) }
    guard buffer.source.failure == nil else { return nil }
    if let kind = otherKind {
      return .rejected(
        Rejection(
          origin: origin, reason: .notAnArticle, message: "the file is \(kind), not text"))
    }
    let text = CharacterEncoding.text(buffer.bytes, isHTML: false)
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "\0" }) {
      return .rejected(
        Rejection(origin: origin, reason: .empty, message: "the file holds no text"))
    }
    if let export = LibraryExport(text) { return first(of: export, origin) }
    return .document(
      RawDocument(
        origin: origin, shape: .page, body: text, source: sourceName,
        contentHash: ContentHash.text(buffer.bytes)))
  }

  private func first(of export: LibraryExport, _ origin: Origin) -> IngestEvent? {
    let start = buffer.offset
    for (index, part) in export.documents.enumerated() {
      var document = part.document
      document.origin = index == 0 ? origin : counter.advance(offset: start + Int64(part.offset))
      document.source = document.source ?? sourceName
      var text = (document.title ?? "") + "\n" + (document.body ?? "")
      document.contentHash = text.withUTF8(ContentHash.text)
      exported.append(document)
    }
    exported.reverse()
    return exported.popLast().map { .document($0) }
  }

  /// What the file is when it is no text. Documents and pictures that begin with text, or are too
  /// short to tell by their control characters, are known by their first bytes (ISO 32000-1, 7.5.2;
  /// PNG, 5.2).
  private var otherKind: String? {
    if buffer.bytes.starts(with: Array("%PDF-".utf8)) { return "a PDF document" }
    if buffer.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) { return "a PNG picture" }
    return isBinary ? "binary" : nil
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
