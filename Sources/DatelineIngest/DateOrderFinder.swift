import DatelineCore

/// Tells from the dates of a table whether day or month comes first in them: one of a number above 12 says it
/// for all.
///
/// Until a date needs that, rows are only looked at as they pass; then the rows ahead are as well, as far as
/// ``reach`` bytes. So what a row is read as depends on the file alone.
struct DateOrderFinder {
  /// Bytes that are looked ahead.
  private static let reach = 8 << 20

  private var dayFirst = 0
  private var monthFirst = 0
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
    if isNew, dayFirst + monthFirst == 0 { lookAhead(header, rows, buffer) }
    switch (dayFirst, monthFirst) {
    case (1..., 0): return .dayFirst
    case (0, 1...): return .monthFirst
    case (0, 0):
      return header.isTranslated || rows.delimiter == UInt8(ascii: ";") ? .likelyDayFirst : nil
    default: return nil
    }
  }

  /// Counts the dates of a row. Whether there is one that can be read in both orders.
  private mutating func look(
    at cells: CSVRowParser, _ header: DelimitedHeader, counts: Bool
  ) -> Bool {
    var needsOrder = false
    for column in header.dateColumns where column < cells.cellCount {
      guard let (first, second) = cells.withCell(column, Self.numbers) else { continue }
      if first <= 12, second <= 12 {
        if first != second { needsOrder = true }
      } else if counts {
        if first > 12, second <= 12 { dayFirst += 1 }
        if second > 12, first <= 12 { monthFirst += 1 }
      }
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

  /// The two numbers before the year in a date of three numbers with the same mark between them.
  private static func numbers(_ cell: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    var position = cell.firstIndex { isDigit($0) } ?? cell.count
    func number() -> (value: Int, digits: Int) {
      let start = position
      var value = 0
      while position < cell.count, isDigit(cell[position]), position - start < 5 {
        value = value * 10 + Int(cell[position] - 0x30)
        position += 1
      }
      return (value, position - start)
    }
    let first = number()
    guard position < cell.count else { return nil }
    let mark = cell[position]
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else {
      return nil
    }
    position += 1
    let second = number()
    guard position < cell.count, cell[position] == mark else { return nil }
    position += 1
    let year = number()
    guard (1...2).contains(first.digits), (1...2).contains(second.digits), first.value > 0,
      second.value > 0, year.digits == 4 || year.digits == 2
    else { return nil }
    return (first.value, second.value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
