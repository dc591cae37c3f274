/// Finds the rows of a delimited file in a buffer. A row starts at the window's start.
final class DelimitedRowScanner {
  struct Row {
    enum Outcome {
      /// The row has ended; its cells can be read.
      case complete
      /// A line without cells.
      case blank
      /// A quoted cell was still open at the end of the file, or after too many bytes.
      case unclosed
      /// The row is longer than the limit.
      case tooLarge
    }

    var outcome: Outcome
    /// Position behind the row's first line; 0 when not even that ended within the limit.
    var firstLineEnd: Int
    /// Position behind the row, or behind the lines of it that were looked at.
    var end: Int

    var isFirstLineComplete: Bool { firstLineEnd > 0 }
  }

  /// The cells of the row scanned last.
  let cells: CSVRowParser
  /// True when quotation marks mean nothing, so that every line is a row.
  var quotesAreLiteral = false
  /// True when a backslash before a quotation mark says that it is part of the cell.
  private(set) var hasBackslashes = false

  private let buffer: InputBuffer
  let delimiter: UInt8
  private let limit: Int
  private let multilineLimit: Int

  /// - Parameters:
  ///   - limit: largest row in bytes.
  ///   - multilineLimit: largest row over several lines.
  init(buffer: InputBuffer, delimiter: UInt8, limit: Int, multilineLimit: Int) {
    self.buffer = buffer
    self.limit = limit
    self.multilineLimit = multilineLimit
    self.delimiter = delimiter
    cells = CSVRowParser(delimiter: delimiter)
  }

  /// A scanner that reads another buffer as `other` reads its own.
  convenience init(like other: DelimitedRowScanner, buffer: InputBuffer) {
    self.init(
      buffer: buffer, delimiter: other.delimiter, limit: other.limit,
      multilineLimit: other.multilineLimit)
    quotesAreLiteral = other.quotesAreLiteral
    hasBackslashes = other.hasBackslashes
  }

  /// Moves the window to the next byte that is no line end; false at the end of the file.
  func skipLineEnds() -> Bool {
    while true {
      var position = 0
      while position < buffer.count && Self.isLineEnd(buffer[position]) { position += 1 }
      buffer.discard(position)
      if buffer.count > 0 { return true }
      if !buffer.fill() { return false }
    }
  }

  /// Reads a row. Linear in its length.
  func scan() -> Row {
    let row = scanRow()
    if hasBackslashes || quotesAreLiteral { return row }
    guard BackslashedQuotes.occur(in: buffer.slice(0..<row.end), delimiter: delimiter) else {
      return row
    }
    hasBackslashes = true
    return scanRow()
  }

  private func scanRow() -> Row {
    cells.reset()
    var row = Row(outcome: .complete, firstLineEnd: 0, end: 0)
    while true {
      guard let lineEnd = lineEnd(from: row.end) else {
        row.outcome = .tooLarge
        return row
      }
      let line = row.end..<lineEnd
      if !row.isFirstLineComplete {
        row.firstLineEnd = lineEnd
      } else if lineEnd > multilineLimit {
        row.outcome = .unclosed
        return row
      }
      row.end = lineEnd
      if quotesAreLiteral {
        scanLiterally(lineEnd: lineEnd)
        return row
      }
      if !parse(buffer.slice(line)) {
        row.outcome = .tooLarge
        return row
      }
      if cells.isRowComplete { return row }
      if buffer.isAtEnd && lineEnd == buffer.count {
        return atEndOfFile(row)
      }
      if !cells.isInRow {
        row.outcome = .blank
        return row
      }
    }
  }

  private func parse(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard hasBackslashes, line.contains(BackslashedQuotes.backslash) else {
      return cells.parse(line)
    }
    let doubled = BackslashedQuotes.doubled(
      line, delimiter: delimiter, isQuoted: cells.isInQuotes)
    return doubled.withUnsafeBufferPointer(cells.parse)
  }

  /// Reads the window's first line as a row in which quotation marks mean nothing.
  func scanLiterally(lineEnd: Int) {
    var end = lineEnd
    while end > 0 && Self.isLineEnd(buffer[end - 1]) { end -= 1 }
    cells.parseLiterally(buffer.slice(0..<end))
  }

  /// True when a quoted cell of the row holds a quotation mark that stands like an opening one:
  /// first in a cell or a line, and before something else than the cell's end. Then the quotation
  /// mark that opened the cell was probably not closed where it should have been.
  func opensQuotesInsideQuotes(_ row: Row) -> Bool {
    let bytes = buffer.slice(0..<row.end)
    let quote = UInt8(ascii: "\"")
    var isQuoted = false
    var isCellStart = true
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if hasBackslashes, byte == BackslashedQuotes.backslash {
        isCellStart = false
        position += 2
      } else if isQuoted && byte == quote {
        let runStart = position
        while position < bytes.count && bytes[position] == quote { position += 1 }
        // Of a run of quotation marks only an odd one is not an escaped pair.
        if (position - runStart) % 2 == 0 { continue }
        var next = position
        while next < bytes.count && bytes[next] == 0x20 { next += 1 }
        if next == bytes.count || isCellEnd(bytes[next]) {
          isQuoted = false
        } else if isCellEnd(bytes[runStart - 1]) {
          return true
        }
      } else {
        if !isQuoted {
          if isCellEnd(byte) {
            isCellStart = true
          } else if byte == quote && isCellStart {
            isQuoted = true
          } else if byte != 0x20 {
            isCellStart = false
          }
        }
        position += 1
      }
    }
    return false
  }

  /// Moves the window to the end of its first line.
  func skipLine() {
    while true {
      if let end = buffer.bytes.firstIndex(where: Self.isLineEnd) {
        buffer.discard(end)
        return
      }
      buffer.discard(buffer.count)
      if !buffer.fill() { return }
    }
  }

  private func atEndOfFile(_ row: Row) -> Row {
    var row = row
    if cells.isInQuotes {
      row.outcome = .unclosed
    } else if cells.isInRow {
      cells.finish()
    } else {
      row.outcome = .blank
    }
    return row
  }

  /// Position behind the next line feed or carriage return, or of the file's end; `nil` when
  /// there is none within the limit.
  private func lineEnd(from start: Int) -> Int? {
    var searched = start
    while true {
      let bytes = buffer.bytes
      while searched < bytes.count {
        if Self.isLineEnd(bytes[searched]) { return searched + 1 }
        searched += 1
        if searched > limit { return nil }
      }
      if !buffer.fill() { return searched }
    }
  }

  private func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || Self.isLineEnd(byte) }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
