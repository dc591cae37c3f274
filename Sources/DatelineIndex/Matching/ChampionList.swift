import DatelineAnalysis

/// The articles of a term in a segment that could score most when it was written, so that a word's best are found
/// without a look at its postings.
///
/// Source: C. Manning, P. Raghavan and H. Schütze, "Introduction to Information Retrieval", section 7.1.3.
///
/// Content: the greatest frequency of all other articles and the next one, 8 bytes each, 0 where there is none; of each
/// article, rows ascending, as varints: the distance of its row from that before and the occurrences in the title; in
/// a list for all fields also those in the lead, in the rest of the body, those among the first ``window`` tokens of
/// the body and behind the lead, and how many of these tokens there are up to the last occurrence among them.
package struct ChampionList: Sendable, Equatable {
  /// Most articles of a list.
  package static let size = 128
  /// Tokens of a body, and of a title, in which words are looked for in the form that was typed.
  package static let window = 300

  /// An article.
  package struct Entry: Sendable, Equatable {
    /// Its id.
    package var row: Int64
    package var count: PhraseCounts.Count
    /// Occurrences behind the lead and in the ``window``.
    package var restInWindow: UInt32 = 0
    /// Tokens of the body up to the last occurrence in the ``window``.
    package var tokens: UInt32 = 0
  }

  /// By ascending rows.
  private(set) var entries: [Entry] = []
  private(set) var others = Others()

  /// The greatest frequencies of all other articles, not saturated; 0 where there is none.
  package struct Others: Sendable, Equatable {
    /// Articles of this frequency come behind those of the list that have the same.
    var most = 0.0
    /// Less than that.
    var next = 0.0

    /// Takes one.
    @inline(__always)
    mutating func add(_ frequency: Double) {
      if frequency > most {
        next = most
        most = frequency
      } else if frequency > next, frequency < most {
        next = frequency
      }
    }
  }

  /// An empty list.
  init() {}

  /// - Parameter entries: rows ascend.
  init(_ entries: [Entry], _ others: Others) {
    self.entries = entries
    self.others = others
  }

  /// Reads what ``append(to:isTitle:)`` has written.
  /// - Returns: `nil` where it is no such thing.
  init?(_ bytes: UnsafeRawBufferPointer, isTitle: Bool) {
    guard bytes.count >= 16 else { return nil }
    // Invariant: there are sixteen bytes, and any alignment will do.
    func frequency(_ start: Int) -> Double {
      Double(
        bitPattern: UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
    }
    others = Others(most: frequency(0), next: frequency(8))
    guard others.most >= 0, others.next >= 0 else { return nil }
    var index = 16
    var row: Int64 = 0
    func number() -> UInt32 { UInt32(truncatingIfNeeded: Varint.read(bytes, &index)) }
    entries.reserveCapacity(Self.size)
    while index < bytes.count {
      row = row &+ Int64(bitPattern: Varint.read(bytes, &index))
      var entry = Entry(row: row, count: PhraseCounts.Count(title: number()))
      if !isTitle {
        entry.count.lead = number()
        entry.count.rest = number()
        entry.restInWindow = number()
        entry.tokens = number()
      }
      entries.append(entry)
    }
  }

  /// Writes the list.
  /// - Parameter isTitle: whether only occurrences in titles count.
  func append(to output: inout ByteBuffer, isTitle: Bool) {
    for frequency in [others.most, others.next] {
      withUnsafeBytes(of: frequency.bitPattern.littleEndian) {
        for byte in $0 { output.append(byte) }
      }
    }
    var row: Int64 = 0
    for entry in entries {
      output.append(varint: UInt64(bitPattern: entry.row &- row))
      output.append(varint: UInt64(entry.count.title))
      if !isTitle {
        output.append(varint: UInt64(entry.count.lead))
        output.append(varint: UInt64(entry.count.rest))
        output.append(varint: UInt64(entry.restInWindow))
        output.append(varint: UInt64(entry.tokens))
      }
      row = entry.row
    }
  }
}

/// Chooses the articles of a ``ChampionList``: those with the greatest frequencies, of equal ones those that come
/// first.
struct ChampionChooser {
  /// An article that may be one of them.
  struct Candidate {
    var frequency: Double
    var row: Int64
    /// Where its positions are in the term's list, in bytes.
    var positions: Range<Int>

    @inline(__always)
    func precedes(_ other: Candidate) -> Bool {
      frequency != other.frequency ? frequency > other.frequency : row < other.row
    }
  }

  /// A heap with the worst on top.
  private var heap: [Candidate] = []
  private var others = ChampionList.Others()
  /// A frequency that must be passed.
  private var least = 0.0

  init() { heap.reserveCapacity(ChampionList.size) }

  /// Forgets all.
  mutating func removeAll() {
    heap.removeAll(keepingCapacity: true)
    (others, least) = (ChampionList.Others(), 0)
  }

  /// Takes an article; rows ascend.
  /// - Complexity: O(log ``ChampionList/size``), O(1) for most.
  @inline(__always)
  mutating func offer(_ frequency: Double, _ row: Int64, _ positions: Range<Int>) {
    if frequency <= least {
      others.add(frequency)
    } else {
      take(Candidate(frequency: frequency, row: row, positions: positions))
    }
  }

  @inline(never)
  private mutating func take(_ candidate: Candidate) {
    if heap.count < ChampionList.size {
      heap.append(candidate)
      if heap.count == ChampionList.size {
        // In order, the worst first, it is a heap.
        heap.sort { $1.precedes($0) }
        least = heap[0].frequency
      }
      return
    }
    others.add(heap[0].frequency)
    var hole = 0
    while true {
      var child = 2 * hole + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, heap[child].precedes(heap[child + 1]) { child += 1 }
      if !candidate.precedes(heap[child]) { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = candidate
    least = heap[0].frequency
  }

  /// The list.
  /// - Parameters:
  ///   - bytes: the positions of the term.
  ///   - isTitle: whether only occurrences in titles count.
  func list(_ bytes: UnsafePointer<UInt8>, isTitle: Bool) -> ChampionList {
    let entries = heap.sorted { $0.row < $1.row }.map { candidate in
      let positions = UnsafeBufferPointer(
        start: bytes + candidate.positions.lowerBound, count: candidate.positions.count)
      return Self.entry(candidate.row, positions, isTitle: isTitle)
    }
    return ChampionList(entries, others)
  }

  /// What a list says of an article.
  static func entry(
    _ row: Int64, _ positions: UnsafeBufferPointer<UInt8>, isTitle: Bool
  ) -> ChampionList.Entry {
    var entry = ChampionList.Entry(row: row, count: PhraseCounts.Count())
    guard let start = positions.baseAddress else { return entry }
    let count = PhraseCounts.count(start, upTo: start + positions.count)
    if isTitle {
      entry.count.title = count.title
      return entry
    }
    entry.count = count
    Postings.forEachPosition(positions) { column, offset in
      guard column == Schema.Column.body, (0..<ChampionList.window).contains(offset) else { return }
      if offset >= EntityTagger.leadLength { entry.restInWindow += 1 }
      entry.tokens = max(entry.tokens, UInt32(offset) + 1)
    }
    return entry
  }
}
