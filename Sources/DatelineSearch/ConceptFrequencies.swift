import DatelineIndex

/// The saturated frequency of a concept in each article that has it: its occurrences in all fields in one,
/// normalised by their lengths, see ``RankingFormula/saturate(_:)``.
///
/// Made once for a concept and kept as long as nobody writes to the file: an article that has the concept costs
/// a look at two arrays then. The frequencies of a frequent word are computed when an article is looked at first: what
/// its articles have at most is known beforehand (``FrequencyBounds``), and few may be among the best.
///
/// Invariant: rows and values have room for as many articles as the source gives at most, and `count` of them are
/// initialised; rows ascend and are rows of a table of `rowCount`, so that windows, sums and sets of that many hold
/// them. Nothing moves until the object goes: a `View` is used no longer than that.
final class ConceptFrequencies {
  /// Rows that are looked at together, as a power of two: about as many as a block of a frequent word spans.
  static let windowBits = 9

  /// Rows of ``FieldLengths``, ascending.
  let rows: UnsafeMutablePointer<Int32>
  /// Saturated frequencies there; 0 where one is not computed yet.
  let values: UnsafeMutablePointer<Double>
  /// Number of articles.
  private(set) var count = 0
  /// Where the rows of each window begin in ``rows``; one more for the end.
  let windowStarts: UnsafeMutablePointer<Int32>
  /// What the saturated frequencies in each window are at most; 0 where there is none.
  let windowMaxima: UnsafeMutablePointer<Double>
  /// Number of rows of the table.
  private let rowCount: Int
  /// Computes what is not computed yet; `nil` when all is.
  private(set) var source: PhraseFrequencies?
  private(set) var isComplete: Bool
  /// Whether all frequencies of a window are computed, for each; `nil` where all were from the beginning.
  let filled: UnsafeMutablePointer<Bool>?
  /// Whether another query has used the list.
  var isUsedAgain = false
  private(set) var keptSet: RowSet?
  /// Members in the words of ``keptSet`` before each of them.
  private(set) var ranks: UnsafeMutablePointer<Int32>?
  private var keptBest: [Int32]?
  /// Frequency of the concept among all articles, for its idf.
  let documentFrequency: Double
  /// What the list takes in memory, and what it was computed from, as a number of postings.
  let cost: Int

  /// Takes all occurrences of a concept.
  /// - Parameters:
  ///   - occurrences: the occurrences of the concept, article by article.
  ///   - documentFrequency: its frequency among all articles.
  init(
    _ occurrences: consuming some OccurrenceSource & ~Copyable, documentFrequency: Double,
    formula: RankingFormula, lengths: FieldLengths
  ) {
    self.documentFrequency = documentFrequency
    source = nil
    filled = nil
    isComplete = true
    let most = max(occurrences.most, 1)
    rows = .allocate(capacity: most)
    values = .allocate(capacity: most)
    rowCount = lengths.count
    (windowStarts, windowMaxima) = Self.windowMemory(rowCount)
    let averages = lengths.averages
    var row = 0
    while let (article, found) = occurrences.next() {
      guard !found.isEmpty, let place = lengths.row(of: article, from: row) else { continue }
      row = place
      rows[count] = Int32(truncatingIfNeeded: place)
      values[count] = formula.saturate(
        formula.frequency(of: found, lengths[place], averages: averages))
      count += 1
    }
    cost = Self.cost(count, rowCount)
    fillWindowStarts()
    fillWindowMaxima()
  }

  /// Takes the articles of a phrase all of whose occurrences count.
  /// - Parameter bounds: what frequencies are at most; without it all are computed at once.
  /// - Returns: `nil` where some article is not in the table of lengths.
  /// - Complexity: O(articles).
  init?(_ source: PhraseFrequencies, _ bounds: FrequencyBounds?, lengths: FieldLengths) {
    rows = .allocate(capacity: max(source.count, 1))
    guard source.fillRows(rows) else {
      rows.deallocate()
      return nil
    }
    self.source = bounds == nil ? nil : source
    count = source.count
    rowCount = lengths.count
    cost =
      Self.cost(count, rowCount)
      + (bounds == nil ? 0 : source.memory / (MemoryLayout<Int32>.size + MemoryLayout<Double>.size))
    documentFrequency = Double(min(count, rowCount))
    // Pages of zeros cost nothing until they are written to.
    values = LargeMemory.zeros(capacity: max(count, 1))
    (windowStarts, windowMaxima) = Self.windowMemory(rowCount)
    isComplete = bounds == nil
    filled = isComplete ? nil : LargeMemory.zeros(capacity: Self.windows(rowCount) + 1)
    fillWindowStarts()
    if let bounds {
      fillWindowMaxima(bounds)
    } else {
      source.fill(values, rows, at: 0..<count)
      fillWindowMaxima()
    }
  }

  private static func cost(_ count: Int, _ rowCount: Int) -> Int { count + windows(rowCount) + 64 }

  /// Number of windows of a table.
  static func windows(_ rowCount: Int) -> Int { (rowCount + 1 << windowBits - 1) >> windowBits }

  private static func windowMemory(
    _ rowCount: Int
  ) -> (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Double>) {
    let count = windows(rowCount) + 1
    return (.allocate(capacity: count), .allocate(capacity: count))
  }

  private func fillWindowStarts() {
    let windows = Self.windows(rowCount)
    var window = 0
    for index in 0..<count {
      let own = Int(rows[index]) >> Self.windowBits
      while window <= own {
        windowStarts[window] = Int32(truncatingIfNeeded: index)
        window += 1
      }
    }
    while window <= windows {
      windowStarts[window] = Int32(truncatingIfNeeded: count)
      window += 1
    }
  }

  private func fillWindowMaxima() {
    for window in 0..<Self.windows(rowCount) {
      var most = 0.0
      for place in view.places(inWindow: window) { most = max(most, values[place]) }
      windowMaxima[window] = most
    }
  }

  private func fillWindowMaxima(_ bounds: FrequencyBounds) {
    windowMaxima.update(repeating: 0, count: Self.windows(rowCount) + 1)
    for block in bounds.blocks where !block.rows.isEmpty {
      let last = (block.rows.upperBound - 1) >> Self.windowBits
      for window in (block.rows.lowerBound >> Self.windowBits)...last {
        windowMaxima[window] = max(windowMaxima[window], block.most)
      }
    }
    for row in bounds.others {
      let window = row >> Self.windowBits
      windowMaxima[window] = max(windowMaxima[window], view.value(at: row))
    }
  }

  deinit {
    rows.deallocate()
    values.deallocate()
    windowStarts.deallocate()
    windowMaxima.deallocate()
    filled?.deallocate()
    ranks?.deallocate()
  }

  /// Computes all frequencies. No view of the list may be in use.
  private func complete() {
    if isComplete { return }
    source?.fill(values, rows, at: 0..<count)
    isComplete = true
    // Positions take more than the list.
    source = nil
    fillWindowMaxima()
  }

  /// Adds to the scores of all articles that have the concept.
  /// - Parameters:
  ///   - factor: what a saturated frequency of 1 gives.
  ///   - bit: added to the masks of these articles.
  /// - Complexity: O(articles that have it).
  func add(to sums: ScoreSums, factor: Double, bit: UInt64) {
    complete()
    for index in 0..<count {
      let row = Int(rows[index])
      sums.scores[row] += factor * values[index]
      sums.masks[row] |= bit
    }
  }

  /// Takes all articles that have the concept back to 0.
  func clear(_ sums: ScoreSums) {
    for index in 0..<count {
      let row = Int(rows[index])
      sums.scores[row] = 0
      sums.masks[row] = 0
    }
  }

  /// The articles that have the concept.
  /// - Complexity: O(articles that have it) the first time, and for the few of a rare concept.
  var rowSet: RowSet {
    if let keptSet { return keptSet }
    let made: RowSet
    if let source {
      made = source.rowSet
    } else {
      made = RowSet(rowCount: rowCount)
      for index in 0..<count { made.insert(Int(rows[index])) }
    }
    if isDense {
      let ranks = UnsafeMutablePointer<Int32>.allocate(capacity: max(made.wordCount, 1))
      var members = 0
      for word in 0..<made.wordCount {
        ranks[word] = Int32(truncatingIfNeeded: members)
        members += made.words[word].nonzeroBitCount
      }
      self.ranks = ranks
      keptSet = made
    }
    return made
  }

  /// Whether a set of rows takes less memory than the list.
  private var isDense: Bool { count > rowCount / 32 }

  /// Places in ``rows`` of the greatest frequencies, greatest first, of equal ones that of the least row.
  /// - Complexity: O(articles that have it) the first time.
  var best: [Int32] {
    if let keptBest { return keptBest }
    complete()
    func precedes(_ left: Int32, _ right: Int32) -> Bool {
      let (a, b) = (values[Int(left)], values[Int(right)])
      return a != b ? a > b : left < right
    }
    let least = leastOfBest
    var chosen: [Int32] = []
    for index in 0..<count where values[index] >= least {
      chosen.append(Int32(truncatingIfNeeded: index))
    }
    chosen.sort(by: precedes)
    if chosen.count > Self.mostBest { chosen.removeLast(chosen.count - Self.mostBest) }
    keptBest = chosen
    return chosen
  }

  /// A frequency that at least ``mostBest`` articles reach, and not many more.
  private var leastOfBest: Double {
    if count <= 2 * Self.mostBest { return -.infinity }
    // Counted by their leading bits, from 2^-15 on: positive numbers sort as their bits do.
    let (first, bins) = (0x3F0 << 8, 32 << 8)
    var counts = [Int32](repeating: 0, count: bins)
    counts.withUnsafeMutableBufferPointer { counts in
      for index in 0..<count {
        let value = values[index]
        let bin = value > 0 ? Int(truncatingIfNeeded: value.bitPattern >> 44) - first : 0
        counts[min(max(bin, 0), bins - 1)] += 1
      }
    }
    var (bin, above) = (bins - 1, 0)
    while bin > 0, above + Int(counts[bin]) < Self.mostBest {
      above += Int(counts[bin])
      bin -= 1
    }
    return bin == 0 ? -.infinity : Double(bitPattern: UInt64(first + bin) << 44)
  }

  /// Most places in ``best``.
  static let mostBest = 1024
}

extension Scorer.Occurrences {
  /// Takes mentions of an entity where there are more of them than of its words.
  @inline(__always)
  mutating func add(_ weight: (title: Int32, lead: Int32, body: Int32)) {
    title = max(title, Double(weight.title) / 10)
    lead = max(lead, Double(weight.lead) / 10)
    rest = max(rest, Double(weight.body) / 10)
  }
}
