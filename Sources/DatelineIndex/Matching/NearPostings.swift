/// Keeps of several phrases the places where all of them stand near each other.
struct NearPostings {
  /// Places of one phrase in a row, and the one it stands on.
  private struct Places {
    var all: [UInt64] = []
    var next = 0
    var kept: [UInt64] = []
    /// Most that its beginning may lie before the last phrase's: its own words and those between.
    var reach: UInt64
  }

  private var phrases: [Places]

  /// - Parameters:
  ///   - tokenCounts: the number of tokens of each phrase.
  ///   - distance: most words between the end of one phrase and the beginning of the last.
  init(tokenCounts: [Int], distance: Int) {
    phrases = tokenCounts.map { Places(reach: UInt64(clamping: $0 &+ distance)) }
  }

  /// The rows in which the phrases stand near each other, one list for each phrase, with the places that are
  /// part of such a group.
  ///
  /// Source: SQLite's documentation of FTS5, section 3.4 ("FTS5 NEAR Queries"); which places count is what
  /// its function fts5ExprNearTest finds: groups are looked for from left to right, and behind each the phrase
  /// whose next place is the first goes on.
  /// - Parameter lists: the postings of the phrases; must be as many as these.
  /// - Complexity: O(shortest list x log(longest) + positions in common rows).
  mutating func of(_ lists: [Postings]) -> [Postings] {
    let results = lists.map { _ in Postings() }
    RowSearch.forEachCommonRow(of: lists) { row, places in
      for (number, list) in lists.enumerated() {
        load(list.positions(at: places[number]), number)
      }
      findGroups()
      for (number, phrase) in phrases.enumerated() where !phrase.kept.isEmpty {
        results[number].append(row: row, packed: phrase.kept)
      }
    }
    return results
  }

  private mutating func load(_ positions: UnsafeBufferPointer<UInt8>, _ number: Int) {
    phrases[number].all.removeAll(keepingCapacity: true)
    phrases[number].kept.removeAll(keepingCapacity: true)
    phrases[number].next = 0
    Postings.forEachPosition(positions) {
      phrases[number].all.append(PhrasePostings.packed($0, $1))
    }
  }

  private mutating func findGroups() {
    if phrases.contains(where: { $0.all.isEmpty }) { return }
    while true {
      guard advanceToGroup() else { return }
      for number in phrases.indices {
        let place = phrases[number].all[phrases[number].next]
        if phrases[number].kept.last != place { phrases[number].kept.append(place) }
      }
      var first = 0
      for number in phrases.indices where following(number) < following(first) { first = number }
      phrases[first].next += 1
      if phrases[first].next == phrases[first].all.count { return }
    }
  }

  /// The place of a phrase behind the one it stands on.
  private func following(_ number: Int) -> UInt64 {
    let next = phrases[number].next + 1
    return next < phrases[number].all.count ? phrases[number].all[next] : .max
  }

  /// Moves the phrases on until they stand near each other.
  /// - Returns: false where one of them has no further place.
  private mutating func advanceToGroup() -> Bool {
    var last = phrases[0].all[phrases[0].next]
    while true {
      var areNear = true
      for number in phrases.indices {
        let least = last - min(last, phrases[number].reach)
        var place = phrases[number].all[phrases[number].next]
        if place >= least && place <= last { continue }
        areNear = false
        while place < least {
          phrases[number].next += 1
          if phrases[number].next == phrases[number].all.count { return false }
          place = phrases[number].all[phrases[number].next]
        }
        last = max(last, place)
      }
      if areNear { return true }
    }
  }
}
