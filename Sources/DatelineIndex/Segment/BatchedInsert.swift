import GRDB

/// Inserts many small rows, some dozens with one statement: beginning and ending a statement, and finding
/// anew where the table ends, take SQLite longer than such a row does.
///
/// Values are given column by column, ``endRow()`` follows the last one, ``finish()`` the last row.
///
/// Invariant: one thread uses it, and nothing that is called while a value is added adds another one.
final class BatchedInsert {
  /// Rows of one statement.
  private static let rows = 64

  private enum Value {
    case integer(Int64)
    case text(Range<Int>)
    case blob(Range<Int>)
  }

  private let many: PreparedStatement
  private let one: PreparedStatement
  private let columns: Int
  @exclusivity(unchecked) private var values: [Value] = []
  /// Texts and blobs of the rows that wait.
  @exclusivity(unchecked) private var bytes = ByteBuffer(capacity: 1 << 13)

  /// - Parameters:
  ///   - insert: the statement up to its values, such as `INSERT INTO t (a, b)`.
  ///   - columns: their number.
  init(_ db: Database, _ insert: String, columns: Int) throws {
    self.columns = columns
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
    one = try PreparedStatement(db, sql: insert + " VALUES " + row)
    many = try PreparedStatement(
      db,
      sql: insert + " VALUES " + Array(repeating: row, count: Self.rows).joined(separator: ","))
    values.reserveCapacity(columns * Self.rows)
  }

  func add(_ value: Int64) { values.append(.integer(value)) }

  func add(text: UnsafeBufferPointer<UInt8>) { values.append(.text(copy(text))) }

  func add(blob: UnsafeRawBufferPointer) {
    values.append(.blob(copy(blob.bindMemory(to: UInt8.self))))
  }

  private func copy(_ source: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = bytes.count
    if let base = source.baseAddress { bytes.append(base, source.count) }
    return start..<bytes.count
  }

  /// Ends a row.
  func endRow() throws {
    if values.count < columns * Self.rows { return }
    for index in values.indices { bind(many, CInt(index + 1), values[index]) }
    try many.run()
    forget()
  }

  /// Writes the rows that wait.
  func finish() throws {
    for start in stride(from: 0, to: values.count, by: columns) {
      for column in 0..<columns { bind(one, CInt(column + 1), values[start + column]) }
      try one.run()
    }
    forget()
  }

  private func forget() {
    values.removeAll(keepingCapacity: true)
    bytes.count = 0
  }

  @inline(__always)
  private func bind(_ statement: PreparedStatement, _ index: CInt, _ value: Value) {
    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: UnsafePointer(bytes.base) + range.lowerBound, count: range.count)
    }
    switch value {
    case .integer(let number): statement.bind(index, number)
    case .text(let range): statement.bind(index, text: slice(range))
    case .blob(let range): statement.bind(index, blob: UnsafeRawBufferPointer(slice(range)))
    }
  }
}
