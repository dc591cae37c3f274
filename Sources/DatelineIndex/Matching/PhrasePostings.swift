/// Finds the rows in which terms follow each other.
enum PhrasePostings {
  /// A position as one number that sorts by column, then by place.
  @inline(__always)
  static func packed(_ column: Int, _ offset: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: column) << 32 | UInt64(UInt32(truncatingIfNeeded: offset))
  }

  /// Reads the positions of a term in a row one after the other.
  ///
  /// Invariant: points into a list that `of` holds; an integer that a damaged list has cut off ends within the
  /// slack behind its bytes.
  private struct Cursor {
    private var next: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private var column: UInt64 = 0
    private var offset: UInt64 = 0
    /// The position it stands on, see ``packed(_:_:)``; all bits set behind the last.
    private(set) var position: UInt64 = 0

    /// Stands on the first position in the row at a place of a list.
    @inline(__always)
    init(_ list: Postings, at place: Int) {
      let positions = list.positions(at: place)
      next = positions.baseAddress.unsafelyUnwrapped
      end = next + positions.count
      advance()
    }

    @inline(__always)
    mutating func advance() {
      while next < end {
        let value = Varint.read(&next)
        if value != 1 {
          offset &+= value &- 2
          position = column << 32 | offset & 0xFFFF_FFFF
          return
        }
        column = Varint.read(&next)
        offset = 0
      }
      position = .max
    }

    /// Goes to a position or the first one behind it.
    @inline(__always)
    mutating func advance(to wanted: UInt64) {
      while position < wanted { advance() }
    }
  }

  /// The rows in which the terms of all lists stand one after the other, with the positions of the first.
  /// - Complexity: O(shortest list x log(longest) + positions in common rows).
  static func of(_ lists: [Postings]) -> Postings {
    let result = Postings()
    withUnsafeTemporaryAllocation(of: Cursor.self, capacity: lists.count) { cursors in
      RowSearch.forEachCommonRow(of: lists) { row, places in
        for (number, list) in lists.enumerated() {
          cursors.initializeElement(at: number, to: Cursor(list, at: places[number]))
        }
        if addFollowed(cursors, to: result) { result.close(row: row) }
      }
    }
    return result
  }

  /// Adds the positions of the first term that the others follow.
  /// - Returns: whether there is one.
  @inline(__always)
  private static func addFollowed(
    _ cursors: UnsafeMutableBufferPointer<Cursor>, to result: Postings
  ) -> Bool {
    var isOne = false
    rows: while cursors[0].position != .max {
      let first = cursors[0].position
      for number in 1..<cursors.count {
        let wanted = first &+ UInt64(number)
        cursors[number].advance(to: wanted)
        let found = cursors[number].position
        if found == .max { return isOne }
        if found != wanted {
          // No place before leads to this one.
          cursors[0].advance(to: found &- UInt64(number))
          // A damaged list may go back.
          if cursors[0].position <= first { cursors[0].advance() }
          continue rows
        }
      }
      result.appendPosition(
        Int(truncatingIfNeeded: first & 0xFFFF_FFFF), column: Int(truncatingIfNeeded: first >> 32))
      isOne = true
      cursors[0].advance()
    }
    return isOne
  }
}

/// Searching in ascending rows.
enum RowSearch {
  /// Calls `body` with each row that all lists have, ascending, and its places in them.
  /// - Complexity: O(shortest list x log(longest)).
  @inline(__always)
  static func forEachCommonRow(
    of lists: [Postings], _ body: (_ row: Int64, _ places: UnsafeMutableBufferPointer<Int>) -> Void
  ) {
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: lists.count) { places in
      places.initialize(repeating: 0)
      rows: for row in shortest.allRows {
        for (number, list) in lists.enumerated() {
          places[number] = place(of: row, in: list.allRows, from: places[number])
          if places[number] == list.count { return }
          if list.rows[places[number]] != row { continue rows }
        }
        body(row, places)
      }
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
