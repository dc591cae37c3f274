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
  /// Time for computing a frequency, likewise.
  private static let computingCost = 8

  private typealias View = ConceptFrequencies.View

  /// A list, and what a saturated frequency of 1 gives; not negative.
  struct Part {
    var list: ConceptFrequencies
    var factor: Double
  }

  let parts: [Part]
  /// The most that is added to the sum of a row by what is no concept; not negative.
  let mostExtra: Double

  /// Shows rows and their sums, window by window, and leaves out only rows whose sum with ``mostExtra`` is
  /// less than the threshold at that time. Windows whose bounds are greatest come first: the threshold is near its
  /// last value soon.
  /// - Complexity: O(rows / 64) and O(postings) of the lists at worst.
  func run(_ rows: RowSet, _ collector: some RowCollector) {
    withExtendedLifetime((parts, rows)) {
      var run = Run(parts, mostExtra: mostExtra, rows)
      run.visitAll(collector)
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
    /// Places of a row in the lists.
    let places: UnsafeMutablePointer<Int>
    let mostExtra: Double
    let rows: UnsafeMutablePointer<UInt64>
    let wordCount: Int
    let windowCount: Int
    /// The most that a row of each window reaches; negative where none is wanted.
    let bounds: UnsafeMutablePointer<Double>
    /// Numbers of the windows, by descending bounds.
    let windows: UnsafeMutablePointer<Int32>

    init(_ parts: [Part], mostExtra: Double, _ rows: RowSet) {
      self.mostExtra = mostExtra
      self.rows = rows.words
      wordCount = rows.wordCount
      windowCount = ConceptFrequencies.windows(rows.rowCount)
      bounds = .allocate(capacity: windowCount + 1)
      windows = .allocate(capacity: windowCount + 1)
      count = parts.count
      let room = max(count, 1)
      views = .allocate(capacity: room)
      factors = .allocate(capacity: room)
      order = .allocate(capacity: room)
      most = .allocate(capacity: room)
      places = .allocate(capacity: room)
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
      places.deallocate()
      sums.deallocate()
      bits.deallocate()
      bounds.deallocate()
      windows.deallocate()
    }

    /// Number of classes by which windows are put in order.
    private static let bins = 256

    /// Shows what is wanted of all windows.
    mutating func visitAll(_ collector: some RowCollector) {
      let most = fillBounds()
      // Of equal width, the greatest bounds first.
      let scale = most > 0 ? Double(Self.bins - 1) / most : 0
      func bin(_ bound: Double) -> Int {
        bound < 0 ? Self.bins : max(Self.bins - 1 - Int(bound * scale), 0)
      }
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.bins + 2) { starts in
        starts.initialize(repeating: 0)
        for number in 0..<windowCount { starts[bin(bounds[number]) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        let wanted = starts[Self.bins]
        for number in 0..<windowCount {
          let bin = bin(bounds[number])
          windows[starts[bin]] = Int32(truncatingIfNeeded: number)
          starts[bin] += 1
        }
        for place in 0..<wanted {
          let number = Int(windows[place])
          // The sum may be rounded in another order than that of a row, here and below.
          if bounds[number] * (1 + 1e-12) < collector.threshold { continue }
          visit(number, collector)
        }
      }
    }

    /// Computes the bounds of all windows.
    /// - Returns: the greatest.
    private mutating func fillBounds() -> Double {
      bounds.update(repeating: mostExtra, count: windowCount)
      for index in 0..<count {
        let (maxima, factor) = (views[index].maxima, factors[index])
        for number in 0..<windowCount { bounds[number] += factor * maxima[number] }
      }
      var most = 0.0
      for number in 0..<windowCount {
        var hasRows: UInt64 = 0
        for word in words(ofWindow: number) { hasRows |= rows[word] }
        if hasRows == 0 { bounds[number] = -1 }
        most = max(most, bounds[number])
      }
      return most
    }

    @inline(__always)
    private func words(ofWindow number: Int) -> Range<Int> {
      let first = number * ListEvaluation.wordsInWindow
      return Range(uncheckedBounds: (first, min(first + ListEvaluation.wordsInWindow, wordCount)))
    }

    /// Shows what is wanted of a window.
    private mutating func visit(_ number: Int, _ collector: some RowCollector) {
      let words = words(ofWindow: number)
      let first = words.lowerBound
      var wanted = 0
      for word in words { wanted &+= rows[word].nonzeroBitCount }
      var (postings, all) = (0, 0)
      for index in 0..<count { all &+= views[index].places(inWindow: number).count }
      var bound = mostExtra
      for index in 0..<count {
        // Of few rows the frequencies are computed one by one.
        if wanted * ListEvaluation.lookCost >= all, views[index].isUsedAgain {
          views[index].fill(window: number)
        }
        most[index] = factors[index] * views[index].maxima[number]
        bound += most[index]
        let places = views[index].places(inWindow: number).count
        postings &+=
          views[index].isFilled(window: number) ? places : places * ListEvaluation.computingCost
      }
      if bound * (1 + 1e-12) < collector.threshold { return }
      let needed = neededLists(collector.threshold)
      var neededPostings = 0
      for place in needed..<count {
        neededPostings &+= views[order[place]].places(inWindow: number).count
      }
      let looks = ListEvaluation.lookCost * count
      let byNeeded = needed == 0 ? Int.max : neededPostings * (1 + looks)
      let byRows = wanted * looks
      let byPostings = postings + wanted
      if byNeeded < min(byRows, byPostings) {
        for index in 0..<words.count { bits[index] = 0 }
        for place in needed..<count { mark(order[place], number) }
        for word in words { look(word, bits[word - first] & rows[word], collector) }
      } else if byRows < byPostings {
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

    /// Looks up the frequencies of some rows; those that are not computed yet only as long as a row may still be
    /// wanted.
    @inline(__always)
    private func look(_ word: Int, _ members: UInt64, _ collector: some RowCollector) {
      var total = mostExtra
      for index in 0..<count { total += most[index] }
      // More than sums in another order differ.
      let slack = total * 1e-9
      var rest = members
      while rest != 0 {
        let row = word << 6 + rest.trailingZeroBitCount
        rest &= rest &- 1
        if !mayReach(collector.threshold - slack, row, total) { continue }
        var sum = 0.0
        for index in 0..<count where places[index] >= 0 {
          sum += factors[index] * views[index].values[places[index]]
        }
        if sum + mostExtra >= collector.threshold { collector.collect(row, sum: sum) }
      }
    }

    /// Finds the places of a row in the lists and what it reaches at most.
    /// - Parameter total: what any row of the window reaches.
    /// - Returns: whether that is as much as `least`; all frequencies of the row are computed then.
    @inline(__always)
    private func mayReach(_ least: Double, _ row: Int, _ total: Double) -> Bool {
      var bound = total
      var isComputed = true
      for index in 0..<count {
        let place = views[index].place(of: row)
        places[index] = place
        if place < 0 {
          bound -= most[index]
        } else if views[index].isComputed(place) {
          bound += factors[index] * views[index].values[place] - most[index]
        } else {
          isComputed = false
        }
      }
      if isComputed || bound < least { return bound >= least }
      // Those first that may differ most.
      for rank in stride(from: count - 1, through: 0, by: -1) {
        let index = order[rank]
        let place = places[index]
        if place < 0 || views[index].isComputed(place) { continue }
        bound += factors[index] * views[index].value(atPlace: place) - most[index]
        if bound < least { return false }
      }
      return true
    }

    /// Adds up all lists.
    private func addUp(_ words: Range<Int>, _ number: Int, _ collector: some RowCollector) {
      let mask = Int32(ListEvaluation.windowSize - 1)
      for index in 0..<count {
        views[index].fill(window: number)
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
