import DatelineCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a saved HTML page as one document.
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
    return .document(
      RawDocument(
        origin: origin, shape: .html, body: CharacterEncoding.text(bytes, isHTML: true),
        url: Self.savedAddress(bytes), source: source, contentHash: ContentHash.text(bytes)))
  }

  /// The address in the comment that browsers put into saved pages ("mark of the web"):
  /// `saved from url=(0042)https://…`, with the number of its characters.
  static func savedAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // Few pages have one; the search by bytes spares the others that of a text.
    let start = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.prefix(4_096)))
    guard holds("saved from url=(", start) else { return nil }
    let head = String(decoding: start, as: UTF8.self)
    guard let mark = head.firstRange(of: "saved from url=("),
      let close = head[mark.upperBound...].firstIndex(of: ")"),
      let length = Int(head[mark.upperBound..<close])
    else { return nil }
    let address = head[head.index(after: close)...].prefix(length).prefix { !$0.isWhitespace }
    return RelativeAddress.isWeb(address) ? String(address) : nil
  }

  private static func holds(_ text: StaticString, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let base = bytes.baseAddress, bytes.count >= length else { return false }
    var place = 0
    while place + length <= bytes.count,
      let found = memchr(base + place, Int32(text.utf8Start[0]), bytes.count - length - place + 1)
    {
      if memcmp(found, text.utf8Start, length) == 0 { return true }
      place = UnsafeRawPointer(found) - base + 1
    }
    return false
  }
}
