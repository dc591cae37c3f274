import DatelineCore

/// Reads one notation from a buffer.
protocol RecordReader: AnyObject {
  /// The next document or rejected record; `nil` at the end.
  func next() -> IngestEvent?
  /// Records left out so far because they are of no kind that holds articles.
  var passedOver: Int { get }
  /// Why a file with bytes gave nothing, for messages.
  var emptyMessage: String { get }
}

extension RecordReader {
  var passedOver: Int { 0 }
  var emptyMessage: String { "the file holds no records" }
}

/// What readers have in common: the file's name, the number of records so far, and the limit.
struct RecordCounter {
  let file: String
  let limit: Int
  /// Records met so far, rejected ones among them.
  private(set) var count = 0

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Counts a record that starts at `offset`.
  mutating func advance(offset: Int64) -> Origin {
    count += 1
    return Origin(file: file, record: count, offset: offset)
  }

  /// A place that belongs to the record met last.
  func current(offset: Int64) -> Origin {
    Origin(file: file, record: max(count, 1), offset: offset)
  }

  func tooLarge(_ origin: Origin) -> IngestEvent {
    .rejected(
      Rejection(
        origin: origin, reason: .tooLarge,
        message: "the record is larger than \(limit) bytes (--max-record)"))
  }

  static func malformed(_ origin: Origin, _ message: String) -> IngestEvent {
    .rejected(Rejection(origin: origin, reason: .malformed, message: message))
  }
}

extension InputBuffer {
  /// Drops the UTF-8 byte order mark at the window's start, if there is one.
  func discardByteOrderMark() {
    if require(3), self[0] == 0xEF, self[1] == 0xBB, self[2] == 0xBF { discard(3) }
  }
}
