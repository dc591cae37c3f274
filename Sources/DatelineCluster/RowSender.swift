/// Sends rows to a server so that one it does not take keeps no other from being written: the rows of a statement
/// that is refused, or warned of, are sent again in halves. A row that is written twice replaces itself.
struct RowSender {
  /// What a server said to a statement.
  struct Answer {
    var affected: UInt64 = 0
    var warnings: [String] = []
  }

  /// What has become of rows.
  struct Result {
    var written = 0
    /// Rows that the server did not take, and why.
    var refused: [(row: ShardRow, error: ClusterError)] = []
    /// What the server said of rows that it took.
    var warnings: [String] = []

    mutating func add(_ other: Result) {
      written += other.written
      refused += other.refused
      warnings += other.warnings
    }
  }

  /// Rows refused one after the other from which on it is not they that are at fault.
  private static let mostRefused = 8
  /// Statements for one lot of rows after which warnings are given for several together.
  private static let mostStatements = 64

  /// Address of the server.
  let server: String
  let index: String
  /// Whether the server has taken rows before: then a row that it does not take is at fault itself.
  let hasTaken: Bool
  /// Runs a statement.
  let run: ([UInt8]) throws(ClusterError) -> Answer

  /// Sends rows.
  /// - Throws: when the server does not answer, or refuses all of several rows.
  func send(_ rows: [ShardRow]) throws(ClusterError) -> Result {
    var result = Result()
    var statements = 0
    try send(rows[...], &result, &statements)
    if result.written == 0, let (_, error) = result.refused.first, rows.count > 1 || !hasTaken {
      throw error
    }
    return result
  }

  private func send(
    _ rows: ArraySlice<ShardRow>, _ result: inout Result, _ statements: inout Int
  ) throws(ClusterError) {
    guard let first = rows.first, let last = rows.last else { return }
    statements += 1
    let answer: Answer
    do throws(ClusterError) {
      answer = try run(ShardRow.statement(rows, index: index))
      if answer.affected < UInt64(rows.count) {
        throw .refused(
          server: server, reason: "\(answer.affected) of \(rows.count) rows were taken")
      }
    } catch {
      guard case .refused = error else { throw error }
      if rows.count > 1 { return try sendHalves(rows, &result, &statements) }
      if result.written == 0, result.refused.count >= Self.mostRefused { throw error }
      result.refused.append((first, error))
      return
    }
    if !answer.warnings.isEmpty, rows.count > 1, statements < Self.mostStatements {
      return try sendHalves(rows, &result, &statements)
    }
    result.written += rows.count
    let name = rows.count == 1 ? first.key : "\(first.key) to \(last.key), \(rows.count) articles"
    result.warnings += answer.warnings.map { "\(name): \($0)" }
  }

  private func sendHalves(
    _ rows: ArraySlice<ShardRow>, _ result: inout Result, _ statements: inout Int
  ) throws(ClusterError) {
    let middle = rows.startIndex + rows.count / 2
    try send(rows[..<middle], &result, &statements)
    try send(rows[middle...], &result, &statements)
  }
}
