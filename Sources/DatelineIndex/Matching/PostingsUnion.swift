/// Rows that are in any of several lists, with the positions of all.
enum PostingsUnion {
  /// - Complexity: O(n log n) for n postings.
  static func of(_ lists: [Postings]) -> Postings {
    let filled = lists.filter { $0.count > 0 }
    if filled.count == 1 { return filled[0] }
    var order: [(row: Int64, list: Int32, place: Int32)] = []
    order.reserveCapacity(filled.reduce(0) { $0 + $1.count })
    for (number, list) in filled.enumerated() {
      for place in 0..<list.count {
        order.append((list.rows[place], Int32(number), Int32(truncatingIfNeeded: place)))
      }
    }
    order.sort { $0.row != $1.row ? $0.row < $1.row : $0.list < $1.list }
    let result = Postings(capacity: order.count)
    var positions: [UInt64] = []
    var index = 0
    while index < order.count {
      let row = order[index].row
      var end = index + 1
      while end < order.count, order[end].row == row { end += 1 }
      if end == index + 1 {
        let list = filled[Int(order[index].list)]
        result.append(row: row, list.positions(at: Int(order[index].place)))
      } else {
        positions.removeAll(keepingCapacity: true)
        for entry in order[index..<end] {
          var cursor = PositionCursor(filled[Int(entry.list)].positions(at: Int(entry.place)))
          while cursor.position != PositionCursor.end {
            positions.append(cursor.position)
            cursor.advance()
          }
        }
        positions.sort()
        result.append(row: row, positions)
      }
      index = end
    }
    return result
  }
}

extension Postings {
  /// Adds a row with positions as ``PositionCursor`` gives them; ascending, equal ones once.
  fileprivate func append(row: Int64, _ positions: [UInt64]) {
    var last = PositionCursor.end
    for position in positions where position != last {
      appendPosition(position)
      last = position
    }
    close(row: row)
  }
}
