/// Quotation marks that are written with a backslash inside quoted cells (`"he said \\"no\\""`), as MySQL, Spark
/// and Python's `escapechar` do, instead of doubled as RFC 4180 asks.
enum BackslashedQuotes {
  static let backslash = UInt8(ascii: "\\")
  private static let quote = UInt8(ascii: "\"")
  /// Bytes of a row that are looked at.
  private static let mostBytes = 1 << 20

  /// Whether a quoted cell of the row has one beyond doubt: behind it neither the cell ends nor another
  /// quotation mark stands, as they would behind one that closes the cell or is doubled. Linear.
  static func occur(in row: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
    let row = UnsafeBufferPointer(rebasing: row.prefix(mostBytes))
    guard var position = row.firstIndex(of: backslash) else { return false }
    var isKnown = false
    while position + 2 < row.count {
      guard row[position] == backslash else {
        position += 1
        continue
      }
      let next = row[position + 1]
      let behind = row[position + 2]
      if next == quote, behind != quote, behind != delimiter, behind != 0x0A, behind != 0x0D {
        if startsQuotedCell(row[..<position], delimiter) { return true }
        // Once is enough for rows with many marks in plain cells.
        if isKnown { return false }
        isKnown = true
      }
      position += next == backslash ? 2 : 1
    }
    return false
  }

  private static func startsQuotedCell(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ delimiter: UInt8
  ) -> Bool {
    var isCellStart = true
    for byte in bytes {
      if isCellStart && byte == quote { return true }
      isCellStart = byte == delimiter || byte == 0x0A || byte == 0x0D || isCellStart && byte == 0x20
    }
    return false
  }

  /// The line as RFC 4180 has it. Linear.
  /// - Parameter isQuoted: whether the line begins inside a quoted cell.
  static func doubled(
    _ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isQuoted: Bool
  ) -> [UInt8] {
    var isQuoted = isQuoted
    var isCellStart = true
    var output: [UInt8] = []
    output.reserveCapacity(line.count + 16)
    var position = 0
    while position < line.count {
      let byte = line[position]
      position += 1
      if byte == backslash, position < line.count {
        let next = line[position]
        isCellStart = false
        switch next {
        case quote:
          output.append(quote)
          if isQuoted { output.append(quote) }
          position += 1
        case backslash:
          output.append(backslash)
          position += 1
        // A line end inside a cell.
        case 0x0A, 0x0D: break
        default: output.append(byte)
        }
        continue
      }
      if byte == quote {
        if isQuoted || isCellStart { isQuoted.toggle() }
        isCellStart = false
      } else if !isQuoted {
        isCellStart = byte == delimiter || isCellStart && byte == 0x20
      }
      output.append(byte)
    }
    return output
  }
}
