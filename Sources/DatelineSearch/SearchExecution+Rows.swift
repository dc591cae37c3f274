import DatelineIndex

/// Rows that are let through where FTS5 alone cannot say which: what a plan subtracts, and its rule.
extension SearchExecution {
  /// Leaves only rows that a plan lets through, apart from its filters.
  func narrow(
    _ filter: inout RowSet?, to plan: QueryPlan, _ notes: inout [String],
    _ memory: inout IndexMemory
  ) throws {
    for part in plan.subtracted {
      guard let excluded = try rows(of: part, among: filter, &notes, &memory) else { continue }
      filter = (filter ?? RowSet(rowCount: lengths.count, isFull: true)).subtracting(excluded)
    }
    if let rule = plan.rule {
      let found = try rows(of: rule, among: filter, &notes, &memory)
      filter = filter?.intersection(found) ?? found
    }
  }

  /// What an expression finds.
  func rows(of expression: String) throws -> RowSet {
    let marker = RowMarker(lengths)
    try snapshot.match(expression, visitor: marker)
    return marker.rows
  }

  /// What a plan finds among some rows; `nil` when it looks for nothing.
  private func rows(
    of plan: QueryPlan, among filter: RowSet?, _ notes: inout [String],
    _ memory: inout IndexMemory
  ) throws -> RowSet? {
    guard let expression = plan.expression else { return nil }
    var inner = filter
    if !plan.filters.isEmpty {
      let rows = try RowFilter(snapshot: snapshot, lengths: lengths).rows(plan.filters, &notes)
      inner = filter?.intersection(rows) ?? rows
    }
    try narrow(&inner, to: plan, &notes, &memory)
    let scorer = try score(
      plan, expression, allowed: inner, &memory, capacity: 1, prefersAll: false, purpose: .rows)
    return scorer.rows?.found
  }

  /// What a rule finds; of rows that are not let through anything.
  private func rows(
    of rule: RowRule, among filter: RowSet?, _ notes: inout [String],
    _ memory: inout IndexMemory
  ) throws -> RowSet {
    switch rule {
    case .expression(let expression): return try rows(of: expression)
    case .plan(let plan):
      return try rows(of: plan, among: filter, &notes, &memory) ?? RowSet(rowCount: lengths.count)
    case .all(let parts):
      return try parts.reduce(RowSet(rowCount: lengths.count, isFull: true)) {
        try $0.intersection(rows(of: $1, among: filter, &notes, &memory))
      }
    case .any(let parts):
      return try parts.reduce(RowSet(rowCount: lengths.count)) {
        try $0.union(rows(of: $1, among: filter, &notes, &memory))
      }
    case .without(let base, let excluded):
      return try rows(of: base, among: filter, &notes, &memory)
        .subtracting(rows(of: excluded, among: filter, &notes, &memory))
    }
  }
}

/// Collects the rows of a match.
private final class RowMarker: MatchVisitor {
  private let lengths: FieldLengths
  let rows: RowSet

  init(_ lengths: FieldLengths) {
    self.lengths = lengths
    rows = RowSet(rowCount: lengths.count)
  }

  func visit(_ match: MatchedRow) {
    if let row = lengths.row(of: match.articleID) { rows.insert(row) }
  }
}
