import DatelineCore

/// Reads comma or tab separated values, one article a row.
///
/// The first row is the header when its names are known (``DelimitedHeader``); without a header
/// the columns are column1, column2, … and must be mapped. The delimiter of a `.csv` file is the
/// one of `,` `;` tab `|` that makes the header readable. Rows with fewer cells than the header
/// lack the last fields, further cells go to `extra`.
///
/// A quotation mark that is not closed would swallow the rows behind it. So a row over several
/// lines is believed only when it ends, has as many cells as the header, and no quotation mark
/// inside a quoted cell looks like the start of another one. If not, a row of a comma separated
/// file is rejected, and reading goes on at the next line that is a row beyond doubt; in a tab
/// separated file, where many writers do not quote at all, its first line is read again with the
/// quotation marks as plain characters.
final class DelimitedReader: RecordReader {
  private let buffer: InputBuffer
  private let options: IngestOptions
  private let isTabSeparated: Bool
  private var counter: RecordCounter
  private var rows: DelimitedRowScanner?
  private var header: DelimitedHeader?
  private var extra = ExtraWriter()
  private var dateOrder = DateOrderFinder()
  private var consumed = 0
  /// True behind a broken row, until a row beyond doubt.
  private var isRecovering = false
  /// Bytes that may still be read a second time behind broken rows.
  private var rereadBudget = 64 << 20

  init(buffer: InputBuffer, path: String, options: IngestOptions, isTabSeparated: Bool) {
    self.buffer = buffer
    self.options = options
    self.isTabSeparated = isTabSeparated
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
  }

  var emptyMessage: String { "the table has no rows below its header" }

  func next() -> IngestEvent? {
    let rows = rows ?? start()
    while true {
      buffer.discard(consumed)
      consumed = 0
      guard rows.skipLineEnds() else { return nil }
      let row = rows.scan()
      consumed = row.end
      switch row.outcome {
      case .blank:
        continue
      case .complete:
        if let event = read(row, rows) { return event }
      case .unclosed, .tooLarge:
        if let event = readBroken(row, rows) { return event }
      }
    }
  }

  private func start() -> DelimitedRowScanner {
    buffer.discardByteOrderMark()
    var delimiters: [UInt8] = [UInt8(ascii: "\t")]
    if !isTabSeparated {
      delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    }
    _ = buffer.require(Self.longestHeader)
    var line = buffer.slice(0..<min(buffer.count, Self.longestHeader))
    if let end = line.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      line = UnsafeBufferPointer(rebasing: line[..<end])
    }
    var delimiter = DelimitedHeader.delimiter(
      of: line, among: delimiters, mapping: options.mapping)
    // A spreadsheet program's note of its delimiter.
    if line.count == 5, line.starts(with: "sep=".utf8) {
      delimiter = line[4]
      buffer.discard(5)
    }
    let scanner = DelimitedRowScanner(
      buffer: buffer, delimiter: delimiter, limit: counter.limit,
      multilineLimit: isTabSeparated ? 1 << 20 : counter.limit)
    rows = scanner
    return scanner
  }

  private static let longestHeader = 1 << 16

  /// Reads a row that ends; `nil` for the header and for rows of which nothing is to be said.
  private func read(_ row: DelimitedRowScanner.Row, _ rows: DelimitedRowScanner) -> IngestEvent? {
    let cells = rows.cells
    guard let header else {
      let names = (0..<cells.cellCount).map(cells.cell)
      let header = DelimitedHeader(names: names, mapping: options.mapping)
      self.header = header
      return header.isRecognised ? nil : document(header, cells, rowEnd: row.end)
    }
    let isExpectedCount = cells.cellCount == header.columns.count
    if isRecovering {
      guard isExpectedCount, isBeyondDoubt(row, header, cells) else {
        _ = stepBack(row)
        return nil
      }
      isRecovering = false
    } else if row.firstLineEnd < row.end
      // Our own quotation marks are closed, whatever stands between them.
      && (!isExpectedCount || header.markColumn == nil && rows.opensQuotesInsideQuotes(row))
    {
      return readBroken(row, rows)
    }
    return document(header, cells, rowEnd: row.end)
  }

  /// Has reading go on behind the row's first line instead of behind the row, if the budget lasts.
  private func stepBack(_ row: DelimitedRowScanner.Row) -> Bool {
    let reread = row.end - row.firstLineEnd
    guard rereadBudget >= reread else { return false }
    rereadBudget -= reread
    consumed = row.firstLineEnd
    return true
  }

  private func readBroken(
    _ row: DelimitedRowScanner.Row, _ rows: DelimitedRowScanner
  ) -> IngestEvent? {
    let wasRecovering = isRecovering
    let hasColumns = header.map { $0.columns.count > 1 } ?? false
    guard row.isFirstLineComplete else {
      let origin = wasRecovering ? nil : counter.advance(offset: buffer.offset)
      rows.skipLine()
      isRecovering = hasColumns && !isTabSeparated
      return origin.map(counter.tooLarge)
    }
    let hasSteppedBack = stepBack(row)
    if isTabSeparated {
      if !hasSteppedBack { rows.quotesAreLiteral = true }
      consumed = row.firstLineEnd
      rows.scanLiterally(lineEnd: consumed)
      return read(.init(outcome: .complete, firstLineEnd: consumed, end: consumed), rows)
    }
    if wasRecovering { return nil }
    isRecovering = hasSteppedBack && hasColumns
    if !isRecovering { consumed = row.end }
    let origin = counter.advance(offset: buffer.offset)
    switch row.outcome {
    case .tooLarge:
      return counter.tooLarge(origin)
    case .unclosed:
      return RecordCounter.malformed(
        origin, "a quotation mark in the row that starts here is never closed")
    default:
      return RecordCounter.malformed(
        origin,
        "a quotation mark in the row that starts here is probably not closed: "
          + "\(rows.cells.cellCount) cells over several lines")
    }
  }

  /// True when the cells of a row behind a broken one fit their columns, so that it is hardly a
  /// line of running text with the right number of commas.
  private func isBeyondDoubt(
    _ row: DelimitedRowScanner.Row, _ header: DelimitedHeader, _ cells: CSVRowParser
  ) -> Bool {
    for (index, column) in header.columns.enumerated() {
      guard case .field(let field, _) = column.role else { continue }
      let fits = cells.withCell(index) { cell in
        switch field {
        case .key, .url, .language: return cell.count <= 2048 && !cell.contains(0x20)
        case .published:
          return cell.count <= 40
            && (cell.isEmpty || cell.contains { (0x30...0x39).contains($0) })
        case .source, .section: return cell.count <= 100
        case .title: return cell.count <= 1000
        default: return true
        }
      }
      if !fits { return false }
    }
    return header.columns.count >= 3
      || buffer.slice(0..<row.end).contains(UInt8(ascii: "\""))
  }

  private func document(
    _ header: DelimitedHeader, _ cells: CSVRowParser, rowEnd: Int
  ) -> IngestEvent {
    let origin = counter.advance(offset: buffer.offset)
    var best = Array(repeating: (rank: Int.max, cell: -1), count: DocumentField.allCases.count)
    let known = min(cells.cellCount, header.columns.count)
    for index in 0..<known {
      if case .field(let field, let rank) = header.columns[index].role,
        rank < best[field.ordinal].rank,
        cells.withCell(index, { FieldNames.accepts($0, for: field) })
      {
        best[field.ordinal] = (rank, index)
      }
    }
    var record = RecordAssembler()
    if let mark = header.markColumn, mark < known {
      record.isExport = cells.cell(mark) == FieldNames.exportMark
    }
    let short = best[DocumentField.body.ordinal].cell
    if short >= 0, let full = fullerText(than: short, header, cells, known) {
      best[DocumentField.body.ordinal].cell = full
    }
    for field in DocumentField.allCases where best[field.ordinal].cell >= 0 {
      record[field] = cells.cell(best[field.ordinal].cell)
    }
    let standfirst = best[DocumentField.standfirst.ordinal].cell
    if standfirst >= 0,
      FieldMapping.normalized(header.columns[standfirst].name) == FieldNames.highlights
    {
      record.joinHighlights()
    }
    if record[.body] == nil, header.isRecognised, !options.mapping.drops(.body),
      let cell = longestProse(header, cells, known)
    {
      record[.body] = cells.cell(cell)
      best[DocumentField.body.ordinal].cell = cell
    }
    // `Quelle` and the like are where the article was found as often as who published it.
    if best[DocumentField.source.ordinal].rank >= FieldNames.translatedRank, record[.url] == nil,
      let source = record[.source], RelativeAddress.isWeb(source)
    {
      record[.url] = source
      record[.source] = nil
    }
    extra.reset()
    for index in 0..<cells.cellCount where cells.withCell(index, UTF8Bytes.hasText) {
      guard index < known else {
        extra.add(key: DelimitedHeader.columnName(index), text: cells.cell(index))
        continue
      }
      let column = header.columns[index]
      if case .field(let field, _) = column.role, best[field.ordinal].cell == index { continue }
      if best[DocumentField.body.ordinal].cell == index { continue }
      // The beginning of the text says nothing that the text does not.
      if index == short { continue }
      if column.role == .dropped || column.role == .mark { continue }
      extra.add(key: column.name, text: cells.cell(index))
    }
    let document = record.document(
      origin: origin, defaultSource: options.source, extra: extra.text(), raw: row(rowEnd))
    if var document {
      if let rows, !header.dateColumns.isEmpty {
        document.dateOrder = dateOrder.order(cells, header, rows, buffer)
      }
      return .document(document)
    }
    return .rejected(rejection(origin, header))
  }

  /// The cell with the whole text, where `chosen` has its beginning only; see ``FullerText``.
  private func fullerText(
    than chosen: Int, _ header: DelimitedHeader, _ cells: CSVRowParser, _ known: Int
  ) -> Int? {
    var fullest: Int?
    for index in 0..<known where index != chosen {
      guard case .field(.body, let rank) = header.columns[index].role, rank >= 0,
        case .field(_, let own) = header.columns[chosen].role, own >= 0
      else { continue }
      let isFuller = cells.withCell(index) { other in
        cells.withCell(fullest ?? chosen) { FullerText.isFuller(other, than: $0) }
      }
      if isFuller { fullest = index }
    }
    return fullest
  }

  /// The longest cell below an unknown name that holds a text.
  private func longestProse(
    _ header: DelimitedHeader, _ cells: CSVRowParser, _ known: Int
  ) -> Int? {
    var longest: (cell: Int, count: Int)?
    for index in 0..<known
    where header.columns[index].role == .unknown && !FieldNames.isApart(header.columns[index].name)
    {
      let count = cells.withCell(index) { FieldNames.isLongProse($0) ? $0.count : 0 }
      if count > longest?.count ?? 0 { longest = (index, count) }
    }
    return longest?.cell
  }

  /// The bytes of the row that ends at `end`, without its line end.
  private func row(_ end: Int) -> UnsafeBufferPointer<UInt8> {
    var end = end
    while end > 0 && (buffer[end - 1] == 0x0A || buffer[end - 1] == 0x0D) { end -= 1 }
    return buffer.slice(0..<end)
  }

  private func rejection(_ origin: Origin, _ header: DelimitedHeader) -> Rejection {
    let hasTextFields = header.columns.contains {
      if case .field(let field, _) = $0.role { return field.isText }
      return false
    }
    if !header.isRecognised && !hasTextFields {
      return Rejection(
        origin: origin, reason: .notAnArticle,
        message: "the file has no header with known names; name the columns with --map, "
          + "for example --map title=column1 (there are \(header.columns.count))")
    }
    return RecordAssembler.rejection(
      origin: origin, hasTextFields: hasTextFields, names: header.columns.map(\.name))
  }
}
