import DatelineCore

/// Reads one JSON object a line (jsonlines.org), and forgives what such files have in practice:
/// byte order marks, CRLF, blank lines, several objects on one line, and objects printed over many
/// lines when the first of them is a lone `{`. Lines may be arrays below an array of names, and the requests
/// of Elasticsearch's bulk interface may stand before the objects.
///
/// Every line that is an object of its own is read, whatever stands before it.
final class JSONLinesReader: RecordReader {
  private let buffer: InputBuffer
  private let records: JSONRecordReader
  private let mapping: FieldMapping
  /// The columns where the lines are rows of a table.
  private var table: JSONTable?
  /// Requests of a bulk interface so far.
  private(set) var passedOver = 0
  /// The identifier in the request before the line.
  private var requestedKey: String?
  private static let longestRequest = 1 << 10
  private var counter: RecordCounter
  private var dateOrder = JSONDateOrderFinder()
  /// Bytes of the window that belong to the record read last.
  private var consumed = 0
  /// The rest of a line that holds several objects.
  private var rest: Range<Int>?
  /// True while the lines are those of a printed object that is broken.
  private var isInBrokenObject = false

  init(buffer: InputBuffer, path: String, options: IngestOptions) {
    self.buffer = buffer
    records = JSONRecordReader(options: options)
    mapping = options.mapping
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
  }

  func next() -> IngestEvent? {
    nextRecord().map { dateOrder.completed($0, buffer) }
  }

  private func nextRecord() -> IngestEvent? {
    if let rest, let event = nextOnLine(rest) { return event }
    rest = nil
    while true {
      buffer.discard(consumed)
      consumed = 0
      guard let end = lineEnd(from: 0) else {
        if buffer.count > 0 { return skipLongLine() }
        return nil
      }
      consumed = min(end + 1, buffer.count)
      if isInBrokenObject {
        if buffer[0] != UInt8(ascii: "{") { continue }
        isInBrokenObject = false
      }
      let line = trimmed(0..<end)
      if line.isEmpty { continue }
      if line.count > counter.limit {
        return counter.tooLarge(counter.advance(offset: offset(line.lowerBound)))
      }
      if let event = read(line) { return event }
    }
  }

  private func offset(_ position: Int) -> Int64 { buffer.offset + Int64(position) }

  /// Position of the line feed that ends the line at `start`, or of the file's end; `nil` when
  /// the file ends at `start`, or the line is longer than a record may be.
  private func lineEnd(from start: Int) -> Int? {
    // One byte more for the carriage return that may belong to the line's end.
    let last = start + counter.limit + 1
    var searched = start
    while true {
      if let end = buffer.firstIndex(of: 0x0A, from: searched) { return end <= last ? end : nil }
      searched = buffer.count
      if searched > last { return nil }
      if !buffer.fill() { return searched > start ? searched : nil }
    }
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    if end - start >= 3, buffer[start] == 0xEF, buffer[start + 1] == 0xBB,
      buffer[start + 2] == 0xBF
    {
      start += 3
    }
    while start < end && UTF8Bytes.isSpace(buffer[start]) { start += 1 }
    while end > start && UTF8Bytes.isSpace(buffer[end - 1]) { end -= 1 }
    return start..<end
  }

  private func skipLongLine() -> IngestEvent {
    let origin = counter.advance(offset: buffer.offset)
    while true {
      if let end = buffer.firstIndex(of: 0x0A, from: 0) {
        buffer.discard(end + 1)
        break
      }
      buffer.discard(buffer.count)
      if !buffer.fill() { break }
    }
    return counter.tooLarge(origin)
  }

  /// What a line is; `nil` for one that belongs to others.
  private func read(_ line: Range<Int>) -> IngestEvent? {
    guard let message = records.parser.parse(buffer.slice(line)) else { return readWhole(line) }
    if buffer[line.lowerBound] == UInt8(ascii: "{") {
      if line.count == 1, let event = readPrinted(from: line.lowerBound) { return event }
      if let event = nextOnLine(line) { return event }
    }
    let origin = counter.advance(offset: offset(line.lowerBound))
    return RecordCounter.malformed(origin, message)
  }

  /// Reads a line that is JSON.
  private func readWhole(_ line: Range<Int>) -> IngestEvent? {
    let raw = buffer.slice(line)
    let isArray = buffer[line.lowerBound] == UInt8(ascii: "[")
    if isArray, table == nil, counter.count == 0 {
      table = JSONTable(header: records.parser, mapping)
      if table != nil { return nil }
    }
    if raw.count <= Self.longestRequest, let request = records.bulkRequest {
      passedOver += 1
      requestedKey = request.key
      return nil
    }
    let origin = counter.advance(offset: offset(line.lowerBound))
    if isArray, let table {
      return records.event(object: table.object(row: raw), origin: origin, raw: raw)
    }
    let event = records.event(origin: origin, raw: raw)
    guard let key = requestedKey else { return event }
    requestedKey = nil
    guard case .document(var document) = event, document.key == nil else { return event }
    document.key = key
    return .document(document)
  }

  /// Reads the first of several objects on one line, and remembers the others. `nil` when the
  /// line does not start with a complete object.
  private func nextOnLine(_ line: Range<Int>) -> IngestEvent? {
    var start = line.lowerBound
    while start < line.upperBound
      && (UTF8Bytes.isSpace(buffer[start]) || buffer[start] == UInt8(ascii: ","))
    {
      start += 1
    }
    if start == line.upperBound { return nil }
    let isFirst = rest == nil
    var scanner = ElementScanner(from: start)
    let bytes = UnsafeBufferPointer(rebasing: buffer.bytes[..<line.upperBound])
    if buffer[start] == UInt8(ascii: "{"), case .end(let end) = scanner.scan(bytes),
      records.parser.parse(buffer.slice(start..<end)) == nil
    {
      rest = end..<line.upperBound
      return records.event(
        origin: counter.advance(offset: offset(start)), raw: buffer.slice(start..<end))
    }
    if isFirst { return nil }
    rest = nil
    return RecordCounter.malformed(
      counter.advance(offset: offset(start)), "unexpected text behind an object")
  }

  /// Reads an object that is printed over many lines. It ends with its closing bracket, or before
  /// the next line that starts with `{`, which then is a record of its own; `nil` in that case
  /// when nothing follows the opening bracket.
  private func readPrinted(from start: Int) -> IngestEvent? {
    var scanner = ElementScanner(from: start)
    var lineStart = consumed
    while let end = lineEnd(from: lineStart) {
      if buffer[lineStart] == UInt8(ascii: "{") { break }
      let next = min(end + 1, buffer.count)
      if end - start > counter.limit {
        return counter.tooLarge(brokenObject(at: start, consuming: next))
      }
      lineStart = next
      switch scanner.scan(UnsafeBufferPointer(rebasing: buffer.bytes[..<next])) {
      case .needsMore:
        continue
      case .mismatch:
        return RecordCounter.malformed(
          brokenObject(at: start, consuming: next), "the brackets of the object do not match")
      case .end(let objectEnd):
        consumed = next
        let message = records.parser.parse(buffer.slice(start..<objectEnd))
        let origin = counter.advance(offset: offset(start))
        if let message { return RecordCounter.malformed(origin, message) }
        rest = objectEnd..<trimmed(objectEnd..<next).upperBound
        return records.event(origin: origin, raw: buffer.slice(start..<objectEnd))
      }
    }
    if lineStart == consumed { return nil }
    return RecordCounter.malformed(
      brokenObject(at: start, consuming: lineStart), "the object that starts here is not closed")
  }

  private func brokenObject(at start: Int, consuming end: Int) -> Origin {
    consumed = end
    isInBrokenObject = true
    return counter.advance(offset: offset(start))
  }
}
