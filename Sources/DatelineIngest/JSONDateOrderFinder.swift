import DatelineCore

/// Tells from the other dates of a JSON text whether day or month comes first in a record's. As
/// ``DateOrderFinder`` does it for tables: what a record is read as depends on the file alone.
struct JSONDateOrderFinder {
  /// Bytes that are looked ahead.
  private static let reach = 8 << 20
  /// Bytes of the longest value that is taken for a date.
  private static let longest = 40

  private var counts = DateOrderCounts()
  /// Offset up to which the text was looked at.
  private var seenUpTo: Int64 = 0

  /// A record's event with the order of its dates. Records that are new are counted.
  mutating func completed(_ event: IngestEvent, _ buffer: InputBuffer) -> IngestEvent {
    guard case .document(let document) = event, document.shape == .fields else { return event }
    let isNew = buffer.offset >= seenUpTo
    let dates = [document.published, document.modified].map { look(at: $0, counts: isNew) }
    guard dates.contains(true) else { return event }
    if isNew, counts.isEmpty { lookAhead(buffer) }
    if document.dateOrder == counts.order { return event }
    var ordered = document
    ordered.dateOrder = counts.order
    return .document(ordered)
  }

  private mutating func look(at date: String?, counts isNew: Bool) -> Bool {
    guard var date else { return false }
    return date.withUTF8 { counts.look(at: $0, counts: isNew) }
  }

  /// Looks at what stands between quotation marks; texts with marks of their own are cut there, and are
  /// no dates in any part.
  private mutating func lookAhead(_ buffer: InputBuffer) {
    _ = buffer.require(Self.reach)
    let bytes = UnsafeBufferPointer(rebasing: buffer.bytes.prefix(Self.reach))
    seenUpTo = buffer.offset + Int64(bytes.count)
    var start: Int?
    for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
      if let start, position - start <= Self.longest { look(atString: bytes[start..<position]) }
      start = position + 1
    }
  }

  private mutating func look(atString string: Slice<UnsafeBufferPointer<UInt8>>) {
    guard string.contains(UInt8(ascii: "\\")) else {
      _ = counts.look(at: UnsafeBufferPointer(rebasing: string))
      return
    }
    // PHP writes `25\/06\/2019`.
    let plain = string.filter { $0 != UInt8(ascii: "\\") }
    plain.withUnsafeBufferPointer { _ = counts.look(at: $0) }
  }
}
