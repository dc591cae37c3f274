import Testing

@testable import DatelineIndex

/// Postings within some columns have the positions there, and no others.
@Suite struct PostingsColumnsTests {
  private struct Position: Equatable {
    var row: Int64
    var column: Int
    var offset: Int
  }

  private static func positions(_ postings: Postings) -> [Position] {
    withExtendedLifetime(postings) {
      (0..<postings.count).flatMap { place in
        var found: [Position] = []
        Postings.forEachPosition(postings.positions(at: place)) {
          found.append(Position(row: postings.rows[place], column: $0, offset: $1))
        }
        return found
      }
    }
  }

  @Test(arguments: 0..<20)
  func sameAsChoosingPositions(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Of some lists all rows have other columns, of some few.
    let share = [1, 2, 40][seed % 3]
    let postings = Postings(capacity: 1)
    var row: Int64 = 0
    for _ in 0..<Int.random(in: 1...300, using: &random) {
      row += Int64.random(in: 1...1000, using: &random)
      var columns = [0, 1, 2, 3].filter { _ in random.next() % 3 == 0 }
      if random.next() % UInt64(share) > 0 { columns = [0] }
      if columns.isEmpty { columns = [Int.random(in: 0...3, using: &random)] }
      for column in columns {
        // Distances of 127 are written with a byte 1 in the middle.
        var offset = [0, 126, 127, 16_000][Int(random.next() % 4)]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          postings.appendPosition(offset, column: column)
          offset += [1, 126, 127, 128, 16_383][Int(random.next() % 5)]
        }
      }
      postings.close(row: row)
    }
    let all = Self.positions(postings)
    for columns in UInt8(0)...15 {
      let within = postings.within(columns)
      let wanted = all.filter { columns >> UInt8($0.column) & 1 == 1 }
      #expect(Self.positions(within) == wanted, "seed \(seed), \(columns)")
      withExtendedLifetime(within) {
        let rows = Array(within.allRows)
        #expect(rows == rows.filter { row in wanted.contains { $0.row == row } }, "\(columns)")
        #expect(Set(rows).count == rows.count)
      }
    }
  }
}
