import DatelineCore

/// Tells from the dates of a table whether day or month comes first in them: one of a number above 12 says it
/// for all.
///
/// Until a date needs that, rows are only looked at as they pass; then the rows ahead are as well, as far as
/// ``reach`` bytes. So what a row is read as depends on the file alone.
struct DateOrderFinder {
  /// Bytes that are looked ahead.
  private static let reach = 8 << 20

  private var counts = DateOrderCounts()
  /// Offset up to which rows were looked at.
  private var seenUpTo: Int64 = 0

  /// The order for the row at the window's start, whose cells are `cells`.
  mutating func order(
    _ cells: CSVRowParser, _ header: DelimitedHeader, _ rows: DelimitedRowScanner,
    _ buffer: InputBuffer
  ) -> RawDocument.DateOrder? {
    let isNew = buffer.offset >= seenUpTo
    let needsOrder = look(at: cells, header, counts: isNew)
    guard needsOrder else { return nil }
    if isNew, counts.isEmpty { lookAhead(header, rows, buffer) }
    if counts.isEmpty, header.isTranslated || rows.delimiter == UInt8(ascii: ";") {
      return .likelyDayFirst
    }
    return counts.order
  }

  /// Counts the dates of a row. Whether there is one that can be read in both orders.
  private mutating func look(
    at cells: CSVRowParser, _ header: DelimitedHeader, counts: Bool
  ) -> Bool {
    var needsOrder = false
    for column in header.dateColumns where column < cells.cellCount {
      let isAmbiguous = cells.withCell(column) { self.counts.look(at: $0, counts: counts) }
      needsOrder = isAmbiguous || needsOrder
    }
    return needsOrder
  }

  private mutating func lookAhead(
    _ header: DelimitedHeader, _ rows: DelimitedRowScanner, _ buffer: InputBuffer
  ) {
    _ = buffer.require(Self.reach)
    let ahead = InputBuffer(source: ByteSource(bytes: Array(buffer.bytes.prefix(Self.reach))))
    seenUpTo = buffer.offset + Int64(min(buffer.count, Self.reach))
    let scanner = DelimitedRowScanner(like: rows, buffer: ahead)
    while scanner.skipLineEnds() {
      let row = scanner.scan()
      guard row.end > 0 else { return }
      if row.outcome == .complete, scanner.cells.cellCount == header.columns.count {
        _ = look(at: scanner.cells, header, counts: true)
      }
      let isWhole = row.outcome == .complete || row.outcome == .blank || row.firstLineEnd == 0
      ahead.discard(isWhole ? row.end : row.firstLineEnd)
    }
  }
}
