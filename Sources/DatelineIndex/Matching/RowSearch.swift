/// Searching in ascending rows.
///
/// Invariant: lists are kept alive and do not change while their rows are looked at.
enum RowSearch {
  /// Calls `body` with each row that all lists have, ascending, and its places in them.
  /// - Complexity: O(shortest list x log(longest)).
  @inline(__always)
  static func forEachCommonRow(
    of lists: [Postings], _ body: (_ row: Int64, _ places: UnsafeMutableBufferPointer<Int>) -> Void
  ) {
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return }
    let count = lists.count
    withUnsafeTemporaryAllocation(of: UnsafeBufferPointer<Int64>.self, capacity: count) { all in
      _ = all.initialize(from: lists.lazy.map(\.allRows))
      withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { places in
        places.initialize(repeating: 0)
        withExtendedLifetime(lists) {
          if count == 2, areAlike(all[0].count, all[1].count) {
            forEachCommonRow(all[0], all[1], places, body)
            return
          }
          rows: for row in shortest.allRows {
            for number in 0..<count {
              let place = place(of: row, in: all[number], from: places[number])
              places[number] = place
              if place == all[number].count { return }
              if all[number][place] != row { continue rows }
            }
            body(row, places)
          }
        }
      }
    }
  }

  /// Whether two lists are so alike in length that going through both takes less time than searching in one.
  @inline(__always)
  private static func areAlike(_ left: Int, _ right: Int) -> Bool {
    max(left, right) <= 4 * min(left, right)
  }

  @inline(__always)
  private static func forEachCommonRow(
    _ left: UnsafeBufferPointer<Int64>, _ right: UnsafeBufferPointer<Int64>,
    _ places: UnsafeMutableBufferPointer<Int>,
    _ body: (_ row: Int64, _ places: UnsafeMutableBufferPointer<Int>) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i], right[j])
      if a == b {
        places[0] = i
        places[1] = j
        body(a, places)
      }
      i &+= a <= b ? 1 : 0
      j &+= b <= a ? 1 : 0
    }
  }

  /// The place of the first row that is not less than another, from a place on.
  ///
  /// Source: galloping search (J. L. Bentley, A. C. Yao, "An almost optimal algorithm for unbounded
  /// searching", 1976).
  /// - Complexity: O(log distance).
  @inline(__always)
  static func place(
    of row: Int64, in rows: UnsafeBufferPointer<Int64>, from start: Int
  ) -> Int {
    guard let base = rows.baseAddress, start < rows.count, base[start] < row else { return start }
    var step = 1
    var low = start
    while low + step < rows.count, base[low + step] < row {
      low += step
      step *= 2
    }
    var high = min(low + step, rows.count)
    low += 1
    while low < high {
      let middle = (low + high) / 2
      if base[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
