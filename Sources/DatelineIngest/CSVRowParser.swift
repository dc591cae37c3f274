import CLibCSV

/// Splits delimited text into cells with libcsv, one physical line at a time, so that the place of
/// every row is known.
///
/// Quotation marks and doubled quotation marks as in RFC 4180; a quotation mark inside an unquoted
/// cell is literal. Spaces round a cell that is not quoted are not part of it.
///
/// Invariant: libcsv calls back only within calls made here, so that the unretained context is alive; it is given
/// the state, which the callbacks leave alone.
final class CSVRowParser {
  /// Cells of the current row.
  private(set) var cellCount = 0
  /// True when a row was completed by the last line.
  private(set) var isRowComplete = false

  private let delimiter: UInt8
  private var state = csv_parser()
  private var text: [UInt8] = []
  private var ends: [Int] = []

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    start()
  }

  deinit { csv_free(&state) }

  /// True between the first byte of a row and its end.
  var isInRow: Bool { state.pstate != 0 }
  /// True inside a quoted cell that has not been closed.
  var isInQuotes: Bool { state.pstate == 2 && state.quoted != 0 }

  /// Forgets the current row.
  func reset() {
    csv_free(&state)
    start()
    clear()
  }

  /// Forgets the cells of a completed row.
  func clear() {
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    cellCount = 0
    isRowComplete = false
  }

  /// Parses one line with its end, which is the only line feed or carriage return in it. False
  /// when memory is short.
  func parse(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    return csv_parse(&state, line.baseAddress, line.count, Self.onCell, Self.onRow, context)
      == line.count
  }

  /// Ends the last row of a file without a line end.
  func finish() {
    csv_fini(&state, Self.onCell, Self.onRow, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Takes a line as a row in which quotation marks mean nothing.
  func parseLiterally(_ line: UnsafeBufferPointer<UInt8>) {
    reset()
    for cell in line.split(separator: delimiter, omittingEmptySubsequences: false) {
      append(UnsafeBufferPointer(rebasing: cell))
    }
    isRowComplete = true
  }

  /// Calls `body` with the bytes of a cell of the current row.
  func withCell<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = index == 0 ? 0 : ends[index - 1]
    let range = start..<ends[index]
    return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The text of a cell.
  func cell(_ index: Int) -> String {
    withCell(index) { TextDecoding.string($0) }
  }

  private func start() {
    // Only a failed allocation makes this fail, and it allocates nothing.
    _ = csv_init(&state, 0)
    csv_set_delim(&state, delimiter)
    csv_set_blk_size(&state, 1 << 16)
  }

  private func append(_ cell: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: cell)
    ends.append(text.count)
    cellCount += 1
  }

  private static let onCell:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, context in
      guard let context else { return }
      let parser = Unmanaged<CSVRowParser>.fromOpaque(context).takeUnretainedValue()
      let start = UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self)
      parser.append(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }

  private static let onRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    guard let context else { return }
    Unmanaged<CSVRowParser>.fromOpaque(context).takeUnretainedValue().isRowComplete = true
  }
}
