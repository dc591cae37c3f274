import DatelineIndex

/// Takes rows from a ``ListEvaluation``.
protocol RowCollector: AnyObject {
  /// A score that a row must reach to be wanted; never falls.
  var threshold: Double { get }
  /// Takes a row and its sum.
  func collect(_ row: Int, sum: Double)
}

/// Finds the rows with the greatest sums of concepts' contributions without summing up for all of them.
///
/// Rows are taken in windows. A window is passed over where the greatest frequencies in it could not bring a row
/// among the best; in others only those rows are summed up that have a concept without which they could not
/// be among them. Sums are made in the order of the concepts, so that they are what any other way of
/// scoring gives, to the last bit.
///
/// Source: windows as in Lucene's MaxScoreBulkScorer; bounds as in H. Turtle, J. Flood, "Query Evaluation:
/// Strategies and Optimizations", 1995 (MaxScore) and S. Ding, T. Suel, "Faster Top-k Document Retrieval Using
/// Block-Max Indexes", 2011.
struct ListEvaluation {
  private static let windowSize = 1 << ConceptFrequencies.windowBits
  private static let wordsInWindow = windowSize / 64
  /// Time for a look at one concept's frequency in a row, beside that for adding one of a list.
  private static let lookCost = 3

  private typealias View = ConceptFrequencies.View

  /// A list, and what a saturated frequency of 1 gives; not negative.
  struct Part {
    var list: ConceptFrequencies
    var factor: Double
  }

  let parts: [Part]
  /// The most that is added to the sum of a row by what is no concept; not negative.
  let mostExtra: Double

  /// Postings in all lists.
  var postings: Int { parts.reduce(0) { $0 + $1.list.count } }

  /// The sum of all contributions in a row.
  func sum(at row: Int) -> Double {
    parts.reduce(0.0) { $0 + $1.factor * $1.list.view.value(at: row) }
  }

  /// A score that at least so many of the rows reach; `nil` where so many were not found among those with
  /// most of one concept.
  /// - Parameter score: gives the score of a row that has a sum.
  /// - Complexity: O(count x lists²).
  func firstThreshold(
    of rows: RowSet, count: Int, score: (_ row: Int, _ sum: Double) -> Double
  ) -> Double? {
    var chosen: [Int32] = []
    for part in parts where count <= ConceptFrequencies.mostBest {
      for place in part.list.best.prefix(count) {
        let row = part.list.rows[Int(place)]
        if rows.contains(Int(row)) { chosen.append(row) }
      }
    }
    if chosen.count < count { return nil }
    chosen.sort()
    var scores: [Double] = []
    for (index, row) in chosen.enumerated() where index == 0 || row != chosen[index - 1] {
      scores.append(score(Int(row), sum(at: Int(row))))
    }
    if scores.count < count { return nil }
    scores.sort(by: >)
    return scores[count - 1]
  }

  /// Shows rows and their sums, in ascending order, and leaves out only rows whose sum with ``mostExtra`` is
  /// less than the threshold at that time.
  /// - Complexity: O(rows / 64) and O(postings) of the lists at worst.
  func run(_ rows: RowSet, _ collector: some RowCollector) {
    let windows = ConceptFrequencies.windows(rows.rowCount)
    withExtendedLifetime((parts, rows)) {
      var run = Run(parts, mostExtra: mostExtra, rows)
      for number in 0..<windows { run.visit(number, collector) }
    }
  }

  /// The evaluation under way: all in plain memory.
  ///
  /// Invariant: lists and rows are kept alive by `run`; all lists are of the same table as the rows, so that a
  /// window's places fit `sums` and `bits`. Freed once.
  private struct Run: ~Copyable {
    let count: Int
    let views: UnsafeMutablePointer<View>
    let factors: UnsafeMutablePointer<Double>
    /// Numbers of the lists, those first that can bring least in the window.
    let order: UnsafeMutablePointer<Int>
    /// The most that each list can bring in the window.
    let most: UnsafeMutablePointer<Double>
    let sums: UnsafeMutablePointer<Double>
    let bits: UnsafeMutablePointer<UInt64>
    let mostExtra: Double
    let rows: UnsafeMutablePointer<UInt64>
    let wordCount: Int

    init(_ parts: [Part], mostExtra: Double, _ rows: RowSet) {
      self.mostExtra = mostExtra
      self.rows = rows.words
      wordCount = rows.wordCount
      count = parts.count
      let room = max(count, 1)
      views = .allocate(capacity: room)
      factors = .allocate(capacity: room)
      order = .allocate(capacity: room)
      most = .allocate(capacity: room)
      sums = .allocate(capacity: ListEvaluation.windowSize)
      sums.initialize(repeating: 0, count: ListEvaluation.windowSize)
      bits = .allocate(capacity: ListEvaluation.wordsInWindow)
      for (index, part) in parts.enumerated() {
        (views + index).initialize(to: part.list.view)
        factors[index] = part.factor
        order[index] = index
        most[index] = 0
      }
    }

    deinit {
      views.deallocate()
      factors.deallocate()
      order.deallocate()
      most.deallocate()
      sums.deallocate()
      bits.deallocate()
    }

    /// Shows what is wanted of a window.
    mutating func visit(_ number: Int, _ collector: some RowCollector) {
      let first = number * ListEvaluation.wordsInWindow
      let words = Range(
        uncheckedBounds: (first, min(first + ListEvaluation.wordsInWindow, wordCount)))
      var wanted = 0
      for word in words { wanted &+= rows[word].nonzeroBitCount }
      if wanted == 0 { return }
      var bound = mostExtra
      var postings = 0
      for index in 0..<count {
        most[index] = factors[index] * views[index].maxima[number]
        bound += most[index]
        postings &+= views[index].places(inWindow: number).count
      }
      let least = collector.threshold
      // The sum may be rounded in another order than that of a row, here and below.
      if bound * (1 + 1e-12) < least { return }
      let needed = neededLists(least)
      var neededPostings = 0
      for place in needed..<count {
        neededPostings &+= views[order[place]].places(inWindow: number).count
      }
      let looks = ListEvaluation.lookCost * count
      let byNeeded = needed == 0 ? Int.max : neededPostings * (1 + looks)
      let byRows = wanted * looks
      if byNeeded < min(byRows, postings + wanted) {
        for index in 0..<words.count { bits[index] = 0 }
        for place in needed..<count { mark(order[place], number) }
        for word in words { look(word, bits[word - first] & rows[word], collector) }
      } else if byRows < postings + wanted {
        for word in words { look(word, rows[word], collector) }
      } else {
        addUp(words, number, collector)
      }
    }

    /// Puts the lists in order; rows that are in none from the returned place on stay below the threshold.
    private func neededLists(_ least: Double) -> Int {
      for start in 1..<max(count, 1) {
        var place = start
        while place > 0, most[order[place]] < most[order[place - 1]] {
          (order[place], order[place - 1]) = (order[place - 1], order[place])
          place -= 1
        }
      }
      var sum = mostExtra
      for place in 0..<count {
        sum += most[order[place]]
        if sum * (1 + 1e-12) >= least { return place }
      }
      return count
    }

    @inline(__always)
    private func mark(_ index: Int, _ number: Int) {
      let mask = Int32(ListEvaluation.windowSize - 1)
      for place in views[index].places(inWindow: number) {
        let row = views[index].rows[place] & mask
        bits[Int(row >> 6)] |= 1 << UInt64(row & 63)
      }
    }

    /// Looks up the frequencies of some rows.
    @inline(__always)
    private func look(_ word: Int, _ members: UInt64, _ collector: some RowCollector) {
      var rest = members
      while rest != 0 {
        let row = word << 6 + rest.trailingZeroBitCount
        rest &= rest &- 1
        var sum = 0.0
        for index in 0..<count { sum += factors[index] * views[index].value(at: row) }
        if sum + mostExtra >= collector.threshold { collector.collect(row, sum: sum) }
      }
    }

    /// Adds up all lists.
    private func addUp(_ words: Range<Int>, _ number: Int, _ collector: some RowCollector) {
      let mask = Int32(ListEvaluation.windowSize - 1)
      for index in 0..<count {
        let (rows, values) = (views[index].rows, views[index].values)
        let factor = factors[index]
        for place in views[index].places(inWindow: number) {
          sums[Int(rows[place] & mask)] += factor * values[place]
        }
      }
      for word in words {
        var rest = rows[word]
        while rest != 0 {
          let row = word << 6 + rest.trailingZeroBitCount
          rest &= rest &- 1
          let sum = sums[row & Int(mask)]
          if sum + mostExtra >= collector.threshold { collector.collect(row, sum: sum) }
        }
      }
      sums.update(repeating: 0, count: ListEvaluation.windowSize)
    }
  }
}
