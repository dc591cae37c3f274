/// A set of articles: one bit for each row of ``FieldLengths``.
///
/// Not thread-safe: the number of members is counted when it is first asked for.
///
/// Invariant: `words` has room for `rowCount` bits, all initialised, and lives as long as the set; rows are below
/// `rowCount`, as `FieldLengths.row(of:from:)` gives them for the same table. One thread at a time.
package final class RowSet {
  /// Number of rows of the table.
  package let rowCount: Int
  /// Number of ``words``.
  package let wordCount: Int
  /// Bits of 64 rows each, the lowest for the first; bits behind the last row are 0.
  package let words: UnsafeMutablePointer<UInt64>
  private var known: Int?

  /// An empty set, or one of all rows.
  package init(rowCount: Int, isFull: Bool = false) {
    self.rowCount = rowCount
    wordCount = (rowCount + 63) / 64
    words = .allocate(capacity: max(wordCount, 1))
    words.initialize(repeating: isFull ? .max : 0, count: max(wordCount, 1))
    if isFull, rowCount % 64 != 0 || rowCount == 0 {
      words[max(wordCount - 1, 0)] = 1 << UInt64(rowCount % 64) - 1
    }
  }

  /// The rows of articles whose ids ascend; those that have no row are left out.
  package convenience init(_ ids: UnsafeBufferPointer<Int64>, _ lengths: FieldLengths) {
    self.init(rowCount: lengths.count)
    if let first = ids.first, let last = ids.last, lengths.hasNoGaps,
      let start = lengths.row(of: first), lengths.row(of: last) != nil
    {
      // They ascend, so that all have rows.
      let (words, shift) = (self.words, Int(truncatingIfNeeded: first) &- start)
      for id in ids {
        let row = Int(truncatingIfNeeded: id) &- shift
        words[row >> 6] |= 1 << UInt64(truncatingIfNeeded: row & 63)
      }
      return
    }
    var row = 0
    for id in ids {
      guard let place = lengths.row(of: id, from: row) else { continue }
      row = place
      insert(place)
    }
  }

  deinit { words.deallocate() }

  /// Number of members.
  /// - Complexity: O(rows / 64) the first time.
  package var count: Int {
    if let known { return known }
    var sum = 0
    for index in 0..<wordCount { sum &+= words[index].nonzeroBitCount }
    known = sum
    return sum
  }

  /// Whether a row is a member.
  @inline(__always)
  package func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// Adds a row.
  @inline(__always)
  package func insert(_ row: Int) {
    words[row >> 6] |= 1 << UInt64(row & 63)
    known = nil
  }

  /// Takes a row out.
  @inline(__always)
  package func remove(_ row: Int) {
    words[row >> 6] &= ~(1 << UInt64(row & 63))
    known = nil
  }

  /// Rows of both sets.
  package func intersection(_ other: RowSet) -> RowSet { combined(other) { $0 & $1 } }

  /// Rows of either.
  package func union(_ other: RowSet) -> RowSet { combined(other) { $0 | $1 } }

  /// Rows that are not in the other set.
  package func subtracting(_ other: RowSet) -> RowSet { combined(other) { $0 & ~$1 } }

  @inline(__always)
  private func combined(_ other: RowSet, _ body: (UInt64, UInt64) -> UInt64) -> RowSet {
    let result = RowSet(rowCount: rowCount)
    let (left, right, output) = (words, other.words, result.words)
    for index in 0..<min(wordCount, other.wordCount) {
      output[index] = body(left[index], right[index])
    }
    return result
  }

  /// Calls `body` with each row of a range of ``words``, ascending.
  @inline(__always)
  package func forEachRow(inWords range: Range<Int>, _ body: (Int) -> Void) {
    for index in range {
      var rest = words[index]
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// Calls `body` with each row, ascending.
  @inline(__always)
  package func forEachRow(_ body: (Int) -> Void) { forEachRow(inWords: 0..<wordCount, body) }
}

extension Postings {
  /// The set of the rows; kept where there are so many that it takes little beside them.
  func rowSet(_ lengths: FieldLengths) -> RowSet {
    if let kept = keptRows { return kept }
    let made = RowSet(allRows, lengths)
    if count > lengths.count / 32 { keptRows = made }
    return made
  }
}

extension PostingsMatcher {
  /// The rows that match.
  /// - Complexity: O(rows / 64) for each operator, and O(postings) for each phrase that was not asked for
  ///   before.
  package func rowSet(_ lengths: FieldLengths) -> RowSet { rowSet(of: expression, lengths) }

  private func rowSet(of expression: MatchExpression, _ lengths: FieldLengths) -> RowSet {
    switch expression {
    case .phrase(let number): return phrases[number].rowSet(lengths)
    case .near(let numbers, _): return phrases[numbers[0]].rowSet(lengths)
    case .and(let left, let right):
      return rowSet(of: left, lengths).intersection(rowSet(of: right, lengths))
    case .not(let left, let right):
      return rowSet(of: left, lengths).subtracting(rowSet(of: right, lengths))
    case .or(let parts):
      guard let first = parts.first else { return RowSet(rowCount: lengths.count) }
      return parts.dropFirst().reduce(rowSet(of: first, lengths)) {
        $0.union(rowSet(of: $1, lengths))
      }
    }
  }
}
