import DatelineCore

/// Reads JSON texts one element at a time: an array of objects, an object, an object that holds
/// such an array (``ListFinder``), or several of these one after the other.
///
/// Memory is bounded by the largest element. An element that is no JSON is rejected, and reading
/// goes on behind it; when its quotation marks or brackets do not match, so that its end is
/// uncertain, at the next object inside it that is an article (``ElementWindow/recover``).
final class JSONDocumentReader: RecordReader {
  private enum Place {
    case top
    case list
    /// In an object around the list that was read last.
    case members
    /// In an object whose members are articles.
    case articles
  }

  private let buffer: InputBuffer
  private let window: ElementWindow
  private let lists: ListFinder
  private let records: JSONRecordReader
  private let mapping: FieldMapping
  /// The columns where the list's elements are rows of a table.
  private var table: JSONTable?
  /// Rows of a table that was read as a whole, the last one first, and its place.
  private var rows: [[UInt8]] = []
  private var rowsOffset: Int64 = 0
  let emptyMessage = "the list of articles is empty"
  private var counter: RecordCounter
  private var dateOrder = JSONDateOrderFinder()
  private var place = Place.top
  private var openObjects = 0
  private var consumed = 0
  private var expectsElement = true
  private var hasStarted = false
  private var hasContent = false
  private var isEndReported = false

  init(buffer: InputBuffer, path: String, options: IngestOptions) {
    self.buffer = buffer
    records = JSONRecordReader(options: options)
    mapping = options.mapping
    window = ElementWindow(buffer: buffer, records: records, limit: options.maxRecordBytes)
    lists = ListFinder(buffer: buffer, window: window, records: records, mapping: options.mapping)
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
  }

  func next() -> IngestEvent? {
    nextRecord().map { dateOrder.completed($0, buffer) }
  }

  private func nextRecord() -> IngestEvent? {
    if !hasStarted {
      hasStarted = true
      buffer.discardByteOrderMark()
    }
    while true {
      if let row = rows.popLast() {
        return row.withUnsafeBufferPointer {
          records.event(object: row, origin: counter.advance(offset: rowsOffset), raw: $0)
        }
      }
      buffer.discard(consumed)
      consumed = 0
      guard let byte = window.skipSpace() else { return endOfFile() }
      hasContent = true
      if place == .members {
        moveToNextList()
      } else if let event = read(byte) {
        return event
      }
    }
  }

  /// Reads the element that starts with `byte` at the window's start, or moves over a byte of the
  /// structure around the elements.
  private func read(_ byte: UInt8) -> IngestEvent? {
    switch byte {
    case UInt8(ascii: ","):
      consumed = 1
      expectsElement = true
      return nil
    case UInt8(ascii: "]") where place == .list:
      consumed = 1
      table = nil
      place = openObjects > 0 ? .members : .top
      return nil
    case UInt8(ascii: "[") where place == .top:
      enterList(openObjects: 0, at: 1)
      return nil
    case UInt8(ascii: "{"):
      if place == .top, let list = lists.find(behindBrace: 1) {
        records.feed = lists.feed
        enterList(openObjects: list.depth, at: list.start)
        table = lists.table
        return nil
      }
      if place == .top, lists.startsArticles(behindBrace: 1) {
        place = .articles
        consumed = 1
        return nil
      }
      return readElement()
    case UInt8(ascii: "}") where place == .articles:
      consumed = 1
      place = .top
      return nil
    case UInt8(ascii: "\"") where place == .articles:
      guard let value = lists.member(at: 0)?.value else { return readElement() }
      consumed = value
      return nil
    case UInt8(ascii: "["), UInt8(ascii: "\""):
      return readElement()
    default:
      return readScalar()
    }
  }

  private func enterList(openObjects depth: Int, at position: Int) {
    place = .list
    openObjects = depth
    consumed = position
    expectsElement = true
  }

  private func moveToNextList() {
    switch lists.findNext(openObjects: openObjects) {
    case .list(let depth):
      enterList(openObjects: depth, at: 0)
    case .closed:
      place = .top
      records.feed = nil
    case .broken:
      place = buffer.count == 0 && buffer.isAtEnd ? .members : .top
    }
  }

  private func readElement() -> IngestEvent? {
    let before = counter
    let origin = counter.advance(offset: buffer.offset)
    expectsElement = false
    let extent = window.extent(from: 0, limit: counter.limit)
    switch extent.outcome {
    case .complete(let end):
      guard let message = records.parser.parse(buffer.slice(0..<end)) else {
        consumed = end
        if startsTable(isFirst: before.count == 0) {
          counter = before
          return nil
        }
        if let table, buffer[0] == UInt8(ascii: "[") {
          let row = buffer.slice(0..<end)
          return records.event(object: table.object(row: row), origin: origin, raw: row)
        }
        let event = records.event(origin: origin, raw: buffer.slice(0..<end))
        if place == .top, lists.hasEmptyList, case .rejected(let rejection) = event,
          rejection.reason == .notAnArticle
        {
          counter = before
          return nil
        }
        return event
      }
      consumed = (extent.isUncertain ? window.recover(within: end) : nil) ?? end
      return RecordCounter.malformed(origin, message)
    case .mismatch(let position):
      let isListEnd = place == .list && buffer[position] == UInt8(ascii: "]")
      consumed = window.recover(within: position) ?? (isListEnd ? position : position + 1)
      return RecordCounter.malformed(origin, "the brackets of the record do not match")
    case .unclosed(let end):
      let next = window.recover(within: end)
      consumed = next ?? end
      isEndReported = next == nil
      return RecordCounter.malformed(origin, "the file ends inside this record")
    case .tooLarge:
      if let next = window.recover(within: counter.limit) {
        consumed = next
      } else {
        isEndReported = !window.skipValue()
      }
      return counter.tooLarge(origin)
    }
  }

  /// Whether the element that was parsed is the header of a table whose rows follow, or a whole table.
  private func startsTable(isFirst: Bool) -> Bool {
    guard table == nil else { return false }
    if place == .list, isFirst, buffer[0] == UInt8(ascii: "[") {
      table = JSONTable(header: records.parser, mapping)
      return table != nil
    }
    guard place == .top, let rows = JSONTable.rows(ofColumns: records.parser, mapping) else {
      return false
    }
    self.rows = rows.reversed()
    rowsOffset = buffer.offset
    return true
  }

  /// A number or literal, which is no article, or something that is no JSON.
  private func readScalar() -> IngestEvent? {
    let isElement = expectsElement
    let offset = buffer.offset
    if isElement, ElementWindow.startsScalar(buffer[0]) {
      let extent = window.extent(from: 0, limit: counter.limit)
      if case .complete(let end) = extent.outcome,
        records.parser.parse(buffer.slice(0..<end)) == nil
      {
        consumed = end
        expectsElement = place == .top
        return records.event(
          origin: counter.advance(offset: offset), raw: buffer.slice(0..<end))
      }
    }
    let origin = isElement ? counter.advance(offset: offset) : counter.current(offset: offset)
    let isInList = place == .list
    window.skip { byte in
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        || isInList && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"))
    }
    expectsElement = place == .top
    return RecordCounter.malformed(
      origin, isInList ? "no JSON value" : "no JSON object or array")
  }

  private func endOfFile() -> IngestEvent? {
    if isEndReported || buffer.source.failure != nil { return nil }
    isEndReported = true
    if !hasContent {
      return .rejected(
        Rejection(
          origin: counter.advance(offset: buffer.offset), reason: .empty,
          message: "the file is empty"))
    }
    if place == .top { return nil }
    return RecordCounter.malformed(
      counter.current(offset: buffer.offset),
      "the file ends before its \(place == .list ? "array" : "object") is closed")
  }
}
