import GRDB

/// Reads the rows of a table of a damaged file, past pages that cannot be read.
///
/// Where reading on fails, it tries ever larger row numbers until one can be read, then comes back from the end,
/// so that of a table only the rows on damaged pages are missing. Each row comes once, also where the damaged
/// tree leads to a page twice or in circles.
final class RowSalvage {
  /// What SQLite said of the damage, without repetition.
  private(set) var messages: [String] = []
  /// Row numbers where the file holds something that cannot be read, as far as it can be told.
  private(set) var gaps: [ClosedRange<Int64>] = []
  /// Whether all rows were read without a failure.
  var isComplete: Bool { messages.isEmpty }

  private let db: Database
  private let columns: String
  private let table: String
  private var seen = NumberSet()
  /// Places at which it goes on behind damage, over all.
  private static let mostPlaces = 10_000
  /// Rows in a row that came before, from which on a tree is taken for a circle.
  private static let mostRepeats = 5_000

  /// - Parameters:
  ///   - table: a table whose row numbers are in `id`.
  ///   - columns: a list of its columns, the first of them `id`.
  init(_ db: Database, table: String, columns: String) {
    self.db = db
    self.table = table
    self.columns = columns
  }

  /// Calls `body` with each row that can be read; behind damage they may come in any order.
  /// - Throws: what `body` throws.
  func readAll(_ body: (Row) throws -> Void) throws {
    var start = Int64.min
    // Last rows before damage, and first rows behind it.
    var damage: [(before: Int64, behind: Int64?)] = []
    while let failed = try read("id >= ? ORDER BY id", [start], body) {
      let before = max(failed, start == .min ? start : start - 1)
      let next = damage.count < Self.mostPlaces ? firstReadable(behind: before) : nil
      damage.append((before, next))
      guard let next else { break }
      start = next
    }
    // Back from behind the damage.
    for (before, behind) in damage {
      let failed = try read(
        "id > ? AND id <= ? ORDER BY id DESC", [before, behind ?? .max], body)
      guard let failed else { continue }
      let end = failed == .min ? behind.map { $0 - 1 } ?? .max : failed - 1
      if end > before { gaps.append(before + 1...end) }
    }
  }

  /// Whether a row with this number is missing; it counts as read from now on.
  func takes(_ id: Int64) -> Bool {
    gaps.contains { $0.contains(id) } && seen.insert(id)
  }

  /// Reads rows until the end or the first that cannot be read.
  /// - Returns: number of the last row before the failure, the least number there is where it was the first; `nil`
  ///   at the end.
  private func read(
    _ condition: String, _ arguments: StatementArguments, _ body: (Row) throws -> Void
  ) throws -> Int64? {
    var last = Int64.min
    var repeats = 0
    let rows: RowCursor
    do {
      rows = try Row.fetchCursor(
        db, sql: "SELECT \(columns) FROM \(table) WHERE \(condition)", arguments: arguments)
    } catch {
      note(error)
      return last
    }
    while true {
      let row: Row?
      do { row = try rows.next() } catch {
        note(error)
        return last
      }
      guard let row else { return nil }
      guard let id = Int64.fromDatabaseValue(row[0]) else { continue }
      if seen.insert(id) {
        try body(row)
        repeats = 0
      } else {
        repeats += 1
        if repeats == Self.mostRepeats, !messages.isEmpty { return nil }
      }
      last = id
    }
  }

  /// The number of the first row that can be read behind damage, as far as doubling steps find it.
  private func firstReadable(behind last: Int64) -> Int64? {
    let start = last == .min ? 0 : last
    var step: Int64 = 1
    while true {
      let (target, isOver) = start.addingReportingOverflow(step)
      if isOver { return nil }
      let row = try? Row.fetchOne(
        db, sql: "SELECT \(columns) FROM \(table) WHERE id >= ? ORDER BY id LIMIT 1",
        arguments: [target])
      if let id = row.flatMap({ Int64.fromDatabaseValue($0[0]) }), id > start { return id }
      let (next, overflows) = step.multipliedReportingOverflow(by: 2)
      if overflows { return nil }
      step = next
    }
  }

  private func note(_ error: any Error) {
    let message = (error as? DatabaseError)?.message ?? "\(error)"
    if messages.count < 10, !messages.contains(message) { messages.append(message) }
  }
}

/// A set of numbers, a bit each where they lie close together.
private struct NumberSet {
  private var pages: [Int64: [UInt64]] = [:]

  /// Whether `number` was not in it.
  mutating func insert(_ number: Int64) -> Bool {
    let place = Int(number & 4_095)
    let bit = UInt64(1) << UInt64(place & 63)
    let words = pages[number >> 12]?[place >> 6] ?? 0
    if words & bit != 0 { return false }
    pages[number >> 12, default: Array(repeating: 0, count: 64)][place >> 6] |= bit
    return true
  }
}
