import DatelineCore

/// Finds the elements of a JSON text in a buffer, reading on as needed.
final class ElementWindow {
  /// How far an element reaches. Positions are relative to the buffer's window.
  struct Extent {
    enum Outcome {
      /// The element ends before this position.
      case complete(Int)
      /// A closing bracket here does not fit.
      case mismatch(Int)
      /// The file ends here, inside the element.
      case unclosed(Int)
      /// The element is longer than the limit.
      case tooLarge
    }

    var outcome: Outcome
    /// True when a quotation mark seems to be missing, so that the end may be wrong.
    var isUncertain: Bool
  }

  private let buffer: InputBuffer
  private let records: JSONRecordReader
  let limit: Int
  /// Bytes that searches behind broken elements may still look at; keeps the time for a file that
  /// is broken everywhere proportional to its length.
  private var recoveryBudget = 64 << 20

  /// Largest element that ``recover(within:)`` tries.
  private static let recoveryLimit = 1 << 20

  init(buffer: InputBuffer, records: JSONRecordReader, limit: Int) {
    self.buffer = buffer
    self.records = records
    self.limit = limit
  }

  static func startsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "t") || byte == UInt8(ascii: "f") || byte == UInt8(ascii: "n")
  }

  /// Moves the window to the next byte that is no space, and returns it; `nil` at the file's end.
  func skipSpace() -> UInt8? {
    while true {
      var position = 0
      while position < buffer.count && UTF8Bytes.isSpace(buffer[position]) { position += 1 }
      buffer.discard(position)
      if buffer.count > 0 { return buffer[0] }
      if !buffer.fill() { return nil }
    }
  }

  /// Moves the window by one byte or more to the next byte that `isStop` accepts, or to the file's
  /// end.
  func skip(to isStop: (UInt8) -> Bool) {
    buffer.discard(1)
    while true {
      var position = 0
      while position < buffer.count && !isStop(buffer[position]) { position += 1 }
      buffer.discard(position)
      if buffer.count > 0 || !buffer.fill() { return }
    }
  }

  /// Position of the next byte at or behind `position` that is no space; `nil` at the file's end
  /// or when the window would become larger than a record may be.
  func significant(from position: Int) -> Int? {
    var position = position
    while position <= limit {
      if position < buffer.count {
        if !UTF8Bytes.isSpace(buffer[position]) { return position }
        position += 1
      } else if !buffer.fill() {
        return nil
      }
    }
    return nil
  }

  /// How far the value that starts at `start` reaches. Linear in its length, but for the limit.
  func extent(from start: Int, limit: Int) -> Extent {
    var scanner = ElementScanner(from: start)
    while true {
      let outcome: Extent.Outcome
      switch scanner.scan(buffer.bytes) {
      case .end(let end):
        outcome = end - start <= limit ? .complete(end) : .tooLarge
      case .mismatch(let position):
        outcome = position - start <= limit ? .mismatch(position) : .tooLarge
      case .needsMore:
        if buffer.count - start > limit {
          outcome = .tooLarge
        } else if buffer.fill() {
          continue
        } else {
          outcome = scanner.isInScalar ? .complete(buffer.count) : .unclosed(buffer.count)
        }
      }
      return Extent(outcome: outcome, isUncertain: scanner.hasLineBreakInString)
    }
  }

  /// Moves the window behind the value at its start, keeping nothing of it. False when the file
  /// ends before.
  func skipValue() -> Bool {
    var scanner = ElementScanner(from: 0)
    while true {
      switch scanner.scan(buffer.bytes) {
      case .end(let end):
        buffer.discard(end)
        return true
      case .mismatch(let position):
        buffer.discard(position)
        return true
      case .needsMore:
        let seen = scanner.position
        buffer.discard(seen)
        scanner.rebase(by: seen)
        if !buffer.fill() {
          buffer.discard(buffer.count)
          return scanner.isInScalar
        }
      }
    }
  }

  /// The first object inside a broken element that looks like the next element: it stands behind a
  /// comma, starts with a key, and is an article. `end` is where the search stops.
  func recover(within end: Int) -> Int? {
    var position = 1
    while recoveryBudget > 0,
      let brace = buffer.firstIndex(of: UInt8(ascii: "{"), from: position), brace < end
    {
      position = brace + 1
      guard isBehindComma(brace), let next = significant(from: brace + 1),
        buffer[next] == UInt8(ascii: "\"")
      else { continue }
      let extent = extent(from: brace, limit: min(limit, Self.recoveryLimit))
      switch extent.outcome {
      case .complete(let objectEnd):
        recoveryBudget -= objectEnd - brace
        if isArticle(brace..<objectEnd) { return brace }
      case .mismatch(let stop), .unclosed(let stop):
        recoveryBudget -= stop - brace
      case .tooLarge:
        recoveryBudget -= Self.recoveryLimit
      }
    }
    return nil
  }

  private func isArticle(_ range: Range<Int>) -> Bool {
    guard records.parser.parse(buffer.slice(range)) == nil,
      case .document = records.event(origin: Origin(file: ""), raw: buffer.slice(range))
    else { return false }
    return true
  }

  private func isBehindComma(_ position: Int) -> Bool {
    var position = position - 1
    while position > 0 && UTF8Bytes.isSpace(buffer[position]) { position -= 1 }
    return position > 0 && buffer[position] == UInt8(ascii: ",")
  }
}
