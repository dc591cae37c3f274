import DatelineIndex

/// The saturated frequency of a concept in each article that has it: its occurrences in all fields in one,
/// normalised by their lengths, see ``RankingFormula/saturate(_:)``.
///
/// Made once for a concept and kept as long as nobody writes to the file: an article that has the concept costs
/// a look at two arrays then.
///
/// Invariant: rows and values have room for as many articles as the source gives at most, and `count` of them are
/// initialised; rows ascend and are rows of a table of `rowCount`, so that windows, sums and sets of that many hold
/// them. Nothing moves until the object goes: a `View` is used no longer than that.
final class ConceptFrequencies {
  /// Rows that are looked at together, as a power of two: their scores fit a core's nearest memory.
  static let windowBits = 12

  /// Rows of ``FieldLengths``, ascending.
  let rows: UnsafeMutablePointer<Int32>
  /// Saturated frequencies there.
  let values: UnsafeMutablePointer<Double>
  /// Number of articles.
  private(set) var count = 0
  /// Where the rows of each window begin in ``rows``; one more for the end.
  private let windowStarts: UnsafeMutablePointer<Int32>
  /// Greatest saturated frequency in each window; 0 where there is none.
  private let windowMaxima: UnsafeMutablePointer<Double>
  /// Number of rows of the table.
  private let rowCount: Int
  private var keptSet: RowSet?
  /// Members in the words of ``keptSet`` before each of them.
  private var ranks: UnsafeMutablePointer<Int32>?
  private var keptBest: [Int32]?
  /// Frequency of the concept among all articles, for its idf.
  let documentFrequency: Double

  /// - Parameters:
  ///   - occurrences: the occurrences of the concept, article by article.
  ///   - documentFrequency: its frequency among all articles.
  init(
    _ occurrences: consuming some OccurrenceSource & ~Copyable, documentFrequency: Double,
    formula: RankingFormula, lengths: FieldLengths
  ) {
    self.documentFrequency = documentFrequency
    let most = max(occurrences.most, 1)
    rows = .allocate(capacity: most)
    values = .allocate(capacity: most)
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
    rowCount = lengths.count
    let windows = Self.windows(rowCount)
    windowStarts = .allocate(capacity: windows + 1)
    windowMaxima = .allocate(capacity: windows + 1)
    fillWindows(windows)
  }

  /// What the list takes in memory, as a number of postings.
  var cost: Int { count + Self.windows(rowCount) + 64 }

  /// Number of windows of a table.
  static func windows(_ rowCount: Int) -> Int { (rowCount + 1 << windowBits - 1) >> windowBits }

  private func fillWindows(_ windows: Int) {
    var index = 0
    for window in 0..<windows {
      windowStarts[window] = Int32(truncatingIfNeeded: index)
      var most = 0.0
      while index < count, Int(rows[index]) >> Self.windowBits == window {
        most = max(most, values[index])
        index += 1
      }
      windowMaxima[window] = most
    }
    windowStarts[windows] = Int32(truncatingIfNeeded: count)
  }

  deinit {
    rows.deallocate()
    values.deallocate()
    windowStarts.deallocate()
    windowMaxima.deallocate()
    ranks?.deallocate()
  }

  /// Adds to the scores of all articles that have the concept.
  /// - Parameters:
  ///   - factor: what a saturated frequency of 1 gives.
  ///   - bit: added to the masks of these articles.
  /// - Complexity: O(articles that have it).
  func add(to sums: ScoreSums, factor: Double, bit: UInt64) {
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
    let made = RowSet(rowCount: rowCount)
    for index in 0..<count { made.insert(Int(rows[index])) }
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

  /// The list as memory, valid as long as the object lives.
  var view: View {
    View(
      rows: rows, values: values, starts: windowStarts, maxima: windowMaxima,
      words: keptSet.map { UnsafePointer($0.words) }, ranks: ranks.map { UnsafePointer($0) })
  }

  /// A list without its owner, for loops in which counting references would take longest.
  struct View {
    let rows: UnsafeMutablePointer<Int32>
    let values: UnsafeMutablePointer<Double>
    let starts: UnsafeMutablePointer<Int32>
    let maxima: UnsafeMutablePointer<Double>
    /// The set of rows, where it is kept, and the members before each word.
    let words: UnsafePointer<UInt64>?
    let ranks: UnsafePointer<Int32>?

    /// The saturated frequency in a row; 0 where there is none.
    /// - Complexity: O(1) where many articles have the concept and ``ConceptFrequencies/rowSet`` was asked for,
    ///   else O(log articles in a window).
    @inline(__always)
    func value(at row: Int) -> Double {
      let place = place(of: row)
      return place < 0 ? 0 : values[place]
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

/// Scores of all articles while a query is evaluated concept by concept, in memory that is kept.
final class ScoreSums {
  /// By rows of ``FieldLengths``; all 0 between queries.
  let scores: UnsafeMutablePointer<Double>
  /// A bit for each concept that the article has; likewise.
  let masks: UnsafeMutablePointer<UInt64>

  init(count: Int) {
    scores = .allocate(capacity: max(count, 1))
    scores.initialize(repeating: 0, count: max(count, 1))
    masks = .allocate(capacity: max(count, 1))
    masks.initialize(repeating: 0, count: max(count, 1))
  }

  deinit {
    scores.deallocate()
    masks.deallocate()
  }
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

extension QueryPlan.Concept {
  /// What the frequencies of a concept depend on.
  struct FrequencyKey: Hashable {
    fileprivate var scope: QueryPlanner.Scope
    fileprivate var entity: String?
    fileprivate var phraseText: String
    /// What else there is to its words.
    fileprivate var words = ""
  }

  /// What its frequencies depend on; `nil` where they depend on other concepts too.
  var frequencyKey: FrequencyKey? {
    if !isInList { return nil }
    var key = FrequencyKey(scope: scope, entity: entity, phraseText: phraseText)
    if hasWordsOfItsOwn {
      let forms = prefixForms.map { "\($0.word)\($0.isPrefix)\($0.isChecked)" }
      let weights = variants.map { "\($0.word)\($0.weight)" }
      key.words = "\(isCJK)|\(exact?.text ?? "")|\(tokens)|\(forms)|\(weights)"
    }
    return key
  }

  /// Whether its frequencies depend on no other concept.
  var isInList: Bool { !isNear && phraseText.isEmpty == phrases.isEmpty }

  /// Whether more than the positions of one phrase says what counts.
  var hasWordsOfItsOwn: Bool {
    exact != nil || isCJK || !variants.isEmpty || !prefixForms.isEmpty
  }

  /// Whether the texts of articles say what counts: reading them takes much longer than all else.
  var isReadInText: Bool {
    exact != nil || isCJK || prefixForms.contains(where: \.isChecked)
  }
}

extension QueryPlan {
  /// Whether the frequencies of all concepts can be kept in lists.
  var areInLists: Bool { concepts.allSatisfy(\.isInList) }
}
