/// Keeps of several phrases the places where all of them stand near each other.
///
/// Invariant: lists and results are kept alive while phrases point into them.
struct NearPostings {
  /// A phrase, and where it stands in a row.
  private struct Phrase {
    /// Most that its beginning may lie before the last phrase's: its own words and those between.
    let reach: UInt64
    private let list: Postings.View
    private let result: Unmanaged<Postings>
    /// The position it stands on; ``PositionCursor/end`` behind the last.
    private(set) var position = PositionCursor.end
    /// Stands on the next one.
    private var following: PositionCursor
    /// The position that was kept last.
    private var kept = PositionCursor.end

    init(_ list: Postings, reach: UInt64, _ result: Postings) {
      self.reach = reach
      self.list = list.view
      following = PositionCursor(self.list.none)
      self.result = .passUnretained(result)
    }

    /// The position behind the one it stands on.
    var next: UInt64 { following.position }
    /// Whether a position was kept in this row.
    var isKept: Bool { kept != PositionCursor.end }

    /// Goes to the first position of a row.
    @inline(__always)
    mutating func begin(at place: Int) {
      following = PositionCursor(list.positions(at: place))
      kept = PositionCursor.end
      advance()
    }

    /// The position in a row that has no other, where it can be told at a glance.
    @inline(__always)
    func onlyPosition(at place: Int) -> UInt64? {
      let positions = list.positions(at: place)
      // Smaller values begin a column, or are a damaged file's.
      if positions.count == 1, positions[0] >= 2 { return UInt64(positions[0]) &- 2 }
      if positions.count == 2, positions[0] > 0x80, positions[1] < 0x80 {
        return (UInt64(positions[0] & 0x7F) << 7 | UInt64(positions[1])) &- 2
      }
      return nil
    }

    /// Adds a row with one position.
    @inline(__always)
    func append(row: Int64, _ position: UInt64) {
      result._withUnsafeGuaranteedRef {
        $0.appendPosition(position)
        $0.close(row: row)
      }
    }

    @inline(__always)
    mutating func advance() {
      position = following.position
      if position != PositionCursor.end { following.advance() }
    }

    /// Keeps the position it stands on, once.
    @inline(__always)
    mutating func keep() {
      if kept == position { return }
      kept = position
      result._withUnsafeGuaranteedRef { $0.appendPosition(position) }
    }

    func close(row: Int64) { result._withUnsafeGuaranteedRef { $0.close(row: row) } }
  }

  private let reach: [UInt64]

  /// - Parameters:
  ///   - tokenCounts: the number of tokens of each phrase.
  ///   - distance: most words between the end of one phrase and the beginning of the last.
  init(tokenCounts: [Int], distance: Int) {
    reach = tokenCounts.map { UInt64(clamping: $0 &+ distance) }
  }

  /// The rows in which the phrases stand near each other, one list for each phrase, with the places that are
  /// part of such a group.
  ///
  /// Source: SQLite's documentation of FTS5, section 3.4 ("FTS5 NEAR Queries"); which places count is what
  /// its function fts5ExprNearTest finds: groups are looked for from left to right, and behind each the phrase
  /// whose next place is the first goes on.
  /// - Parameter lists: the postings of the phrases; must be as many as these.
  /// - Complexity: O(shortest list x log(longest) + positions in common rows).
  func of(_ lists: [Postings]) -> [Postings] {
    let results = lists.map { _ in Postings() }
    withUnsafeTemporaryAllocation(of: Phrase.self, capacity: lists.count) { phrases in
      _ = phrases.initialize(
        from: lists.indices.lazy.map { Phrase(lists[$0], reach: reach[$0], results[$0]) })
      withExtendedLifetime((lists, results)) {
        RowSearch.forEachCommonRow(of: lists) { row, places in
          if places.count == 2, let left = phrases[0].onlyPosition(at: places[0]),
            let right = phrases[1].onlyPosition(at: places[1])
          {
            if left <= right ? right &- left <= phrases[0].reach : left &- right <= phrases[1].reach
            {
              phrases[0].append(row: row, left)
              phrases[1].append(row: row, right)
            }
            return
          }
          for number in 0..<places.count { phrases[number].begin(at: places[number]) }
          if places.count == 2 {
            Self.findPairs(&phrases[0], &phrases[1])
          } else {
            Self.findGroups(phrases)
          }
          for phrase in phrases where phrase.isKept { phrase.close(row: row) }
        }
      }
    }
    return results
  }

  /// Keeps the positions of all groups of two phrases, as ``findGroups(_:)`` does.
  @inline(__always)
  private static func findPairs(_ left: inout Phrase, _ right: inout Phrase) {
    while left.position != PositionCursor.end, right.position != PositionCursor.end {
      let (a, b) = (left.position, right.position)
      if a <= b {
        if b &- a > left.reach {
          left.advance()
          continue
        }
      } else if a &- b > right.reach {
        right.advance()
        continue
      }
      left.keep()
      right.keep()
      if right.next < left.next { right.advance() } else { left.advance() }
    }
  }

  /// Keeps the positions of all groups.
  @inline(__always)
  private static func findGroups(_ phrases: UnsafeMutableBufferPointer<Phrase>) {
    for phrase in phrases where phrase.position == PositionCursor.end { return }
    while advanceToGroup(phrases) {
      var first = 0
      for number in 0..<phrases.count {
        phrases[number].keep()
        if phrases[number].next < phrases[first].next { first = number }
      }
      phrases[first].advance()
      if phrases[first].position == PositionCursor.end { return }
    }
  }

  /// Moves the phrases on until they stand near each other.
  /// - Returns: false where one of them has no further place.
  @inline(__always)
  private static func advanceToGroup(_ phrases: UnsafeMutableBufferPointer<Phrase>) -> Bool {
    var last = phrases[0].position
    while true {
      var areNear = true
      for number in 0..<phrases.count {
        let least = last &- min(last, phrases[number].reach)
        var position = phrases[number].position
        if position >= least && position <= last { continue }
        areNear = false
        while position < least {
          phrases[number].advance()
          position = phrases[number].position
          if position == PositionCursor.end { return false }
        }
        last = max(last, position)
      }
      if areNear { return true }
    }
  }
}
