import DatelineIndex

extension ConceptFrequencies {
  /// The list as memory, valid as long as the object lives.
  var view: View {
    View(
      rows: rows, values: values, starts: windowStarts, maxima: windowMaxima,
      words: keptSet.map { UnsafePointer($0.words) }, ranks: ranks.map { UnsafePointer($0) },
      source: isComplete ? nil : source.map { .passUnretained($0) },
      filled: isComplete ? nil : filled, isUsedAgain: isUsedAgain)
  }

  /// A list without its owner, for loops in which counting references would take longest.
  ///
  /// Invariant: its list is held as long as the view is used; rows are those of the list's table, places those of its
  /// articles, windows below the number of its table's, as all who use one take them from the list or a set of its rows.
  struct View {
    let rows: UnsafeMutablePointer<Int32>
    let values: UnsafeMutablePointer<Double>
    let starts: UnsafeMutablePointer<Int32>
    let maxima: UnsafeMutablePointer<Double>
    /// The set of rows, where it is kept, and the members before each word.
    let words: UnsafePointer<UInt64>?
    let ranks: UnsafePointer<Int32>?
    /// Computes the values that are 0, where there are such.
    let source: Unmanaged<PhraseFrequencies>?
    /// Whether all values of a window are computed; `nil` where all are of all windows.
    let filled: UnsafeMutablePointer<Bool>?
    /// Whether another query has used the list: windows are filled when they are looked at then, since exact bounds
    /// let more of them be passed over.
    let isUsedAgain: Bool

    /// The saturated frequency in a row; 0 where there is none.
    /// - Complexity: O(1) where many articles have the concept and ``ConceptFrequencies/rowSet`` was asked for,
    ///   else O(log articles in a window).
    @inline(__always)
    func value(at row: Int) -> Double {
      let place = place(of: row)
      return place < 0 ? 0 : value(atPlace: place)
    }

    /// The saturated frequency at a place in ``rows``.
    @inline(__always)
    func value(atPlace place: Int) -> Double {
      let known = values[place]
      return known != 0 || source == nil ? known : computed(place)
    }

    @inline(never)
    private func computed(_ place: Int) -> Double {
      guard let source else { return 0 }
      let value = source._withUnsafeGuaranteedRef { $0.value(at: place, row: rows[place]) }
      values[place] = value
      return value
    }

    /// Whether the frequency at a place in ``rows`` is computed.
    @inline(__always)
    func isComputed(_ place: Int) -> Bool { values[place] != 0 || source == nil }

    /// Whether all in a window are computed.
    @inline(__always)
    func isFilled(window number: Int) -> Bool { filled.map { $0[number] } ?? true }

    /// Computes what is not computed yet in a window, and what its frequencies are at most.
    func fill(window number: Int) {
      guard let source, let filled, !filled[number] else { return }
      let places = places(inWindow: number)
      source._withUnsafeGuaranteedRef { $0.fill(values, rows, at: places) }
      filled[number] = true
      var most = 0.0
      for place in places { most = max(most, values[place]) }
      maxima[number] = most
    }

    /// The place of a row in ``rows``; negative where it is not there.
    @inline(__always)
    func place(of row: Int) -> Int {
      if let words, let ranks {
        let word = words[row >> 6]
        let bit = UInt64(row & 63)
        if word >> bit & 1 == 0 { return -1 }
        return Int(ranks[row >> 6]) &+ (word & (1 << bit &- 1)).nonzeroBitCount
      }
      let wanted = Int32(truncatingIfNeeded: row)
      let window = row >> ConceptFrequencies.windowBits
      var (low, high) = (Int(starts[window]), Int(starts[window + 1]))
      let end = high
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low < end && rows[low] == wanted ? low : -1
    }

    /// The places of a window in ``rows``.
    @inline(__always)
    func places(inWindow number: Int) -> Range<Int> {
      let start = Int(starts[number])
      return Range(uncheckedBounds: (start, max(start, Int(starts[number + 1]))))
    }
  }
}
