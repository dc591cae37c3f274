/// Finds the rows in which terms follow each other.
///
/// Invariant: lists are kept alive and unchanged while cursors and views point into them; all cursors are
/// initialised for a row before they are used.
enum PhrasePostings {
  /// The rows in which the terms of all lists stand one after the other, with the positions of the first.
  /// - Complexity: O(shortest list x log(longest) + positions in common rows).
  static func of(_ lists: [Postings]) -> Postings {
    let result = Postings()
    if lists.count == 2 {
      let (first, second) = (lists[0].view, lists[1].view)
      RowSearch.forEachCommonRow(of: lists) { row, places in
        if addFollowed(
          PositionCursor(first.positions(at: places[0])),
          PositionCursor(second.positions(at: places[1])), to: result)
        {
          result.close(row: row)
        }
      }
      return result
    }
    withUnsafeTemporaryAllocation(of: Postings.View.self, capacity: lists.count) { views in
      _ = views.initialize(from: lists.lazy.map(\.view))
      withUnsafeTemporaryAllocation(of: PositionCursor.self, capacity: lists.count) { cursors in
        RowSearch.forEachCommonRow(of: lists) { row, places in
          for number in 0..<places.count {
            cursors.initializeElement(
              at: number, to: PositionCursor(views[number].positions(at: places[number])))
          }
          if addFollowed(cursors, to: result) { result.close(row: row) }
        }
      }
    }
    return result
  }

  /// Adds the positions of a term that another follows.
  /// - Returns: whether there is one.
  @inline(__always)
  private static func addFollowed(
    _ first: consuming PositionCursor, _ second: consuming PositionCursor, to result: Postings
  ) -> Bool {
    var isOne = false
    while first.position != PositionCursor.end {
      let wanted = first.position &+ 1
      second.advance(to: wanted)
      if second.position == wanted {
        result.appendPosition(first.position)
        isOne = true
      } else if second.position == PositionCursor.end {
        break
      }
      // No place before leads to that of the second. A damaged list may go back.
      first.advance()
      first.advance(to: second.position &- 1)
    }
    return isOne
  }

  /// Adds the positions of the first term that the others follow.
  /// - Returns: whether there is one.
  @inline(__always)
  private static func addFollowed(
    _ cursors: UnsafeMutableBufferPointer<PositionCursor>, to result: Postings
  ) -> Bool {
    var isOne = false
    rows: while cursors[0].position != PositionCursor.end {
      let first = cursors[0].position
      for number in 1..<cursors.count {
        let wanted = first &+ UInt64(number)
        cursors[number].advance(to: wanted)
        let found = cursors[number].position
        if found == PositionCursor.end { return isOne }
        if found != wanted {
          // No place before leads to this one.
          cursors[0].advance(to: found &- UInt64(number))
          // A damaged list may go back.
          if cursors[0].position <= first { cursors[0].advance() }
          continue rows
        }
      }
      result.appendPosition(first)
      isOne = true
      cursors[0].advance()
    }
    return isOne
  }
}
