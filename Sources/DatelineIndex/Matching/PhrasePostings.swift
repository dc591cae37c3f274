/// Finds the rows in which terms follow each other.
struct PhrasePostings {
  private var wanted: [UInt64] = []
  private var present: [UInt64] = []

  /// A position as one number that sorts by column, then by place.
  @inline(__always)
  static func packed(_ column: Int, _ offset: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: column) << 32 | UInt64(UInt32(truncatingIfNeeded: offset))
  }

  /// The rows in which the terms of all lists stand one after the other, with the positions of the first.
  /// - Complexity: O(shortest list x log(longest) + positions in common rows).
  mutating func of(_ lists: [Postings]) -> Postings {
    let result = Postings()
    RowSearch.forEachCommonRow(of: lists) { row, places in
      load(lists[0].positions(at: places[0]), into: &wanted)
      for number in 1..<lists.count where !wanted.isEmpty {
        load(lists[number].positions(at: places[number]), into: &present)
        keepFollowed(by: UInt64(number))
      }
      if !wanted.isEmpty { result.append(row: row, packed: wanted) }
    }
    return result
  }

  private func load(_ positions: UnsafeBufferPointer<UInt8>, into list: inout [UInt64]) {
    list.removeAll(keepingCapacity: true)
    Postings.forEachPosition(positions) { list.append(Self.packed($0, $1)) }
  }

  /// Keeps the wanted positions with a present one at a distance.
  private mutating func keepFollowed(by distance: UInt64) {
    var kept = 0
    var next = 0
    for position in wanted {
      let target = position &+ distance
      while next < present.count, present[next] < target { next += 1 }
      if next == present.count { break }
      if present[next] == target {
        wanted[kept] = position
        kept += 1
      }
    }
    wanted.removeLast(wanted.count - kept)
  }
}

/// Searching in ascending rows.
enum RowSearch {
  /// Calls `body` with each row that all lists have, ascending, and its places in them.
  /// - Complexity: O(shortest list x log(longest)).
  @inline(__always)
  static func forEachCommonRow(
    of lists: [Postings], _ body: (_ row: Int64, _ places: [Int]) -> Void
  ) {
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return }
    var places = Array(repeating: 0, count: lists.count)
    rows: for row in shortest.allRows {
      for (number, list) in lists.enumerated() {
        places[number] = place(of: row, in: list.allRows, from: places[number])
        if places[number] == list.count { return }
        if list.rows[places[number]] != row { continue rows }
      }
      body(row, places)
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
