/// Lengths in tokens of every article's fields, in memory: what BM25F needs for each hit.
///
/// Read once (``FieldLengthsTable``, or FTS5's `%_docsize`, one varint a column: body, title, entity terms, CJK
/// terms) instead of one look-up a hit. 16 bytes an article.
package struct FieldLengths: Sendable, Equatable {
  /// Lengths of one article's fields, in tokens.
  package struct Lengths: Sendable, Equatable {
    /// Title.
    package var title: Int32
    /// Body, lead included; its CJK terms count as tokens too.
    package var body: Int32
  }

  /// Ids of all articles, ascending.
  package private(set) var ids: [Int64] = []
  private var lengths: [Lengths] = []
  /// Whether ids do not follow each other.
  private var hasGaps = false
  private var titleTotal = 0
  private var leadTotal = 0
  private var restTotal = 0
  private let leadLength: Int

  /// Creates an empty table.
  /// - Parameter leadLength: tokens of the body that count as its lead.
  package init(leadLength: Int) {
    self.leadLength = leadLength
  }

  mutating func append(id: Int64, sizes: UnsafeRawBufferPointer) {
    var index = 0
    var body = Varint.read(sizes, &index)
    let title = Varint.read(sizes, &index)
    _ = Varint.read(sizes, &index)
    body &+= Varint.read(sizes, &index)
    append(id: id, Lengths(title: Int32(clamping: title), body: Int32(clamping: body)))
  }

  /// Adds an article; ids ascend.
  mutating func append(id: Int64, _ length: Lengths) {
    if let last = ids.last, last &+ 1 != id { hasGaps = true }
    ids.append(id)
    lengths.append(length)
    titleTotal += Int(length.title)
    leadTotal += min(Int(length.body), leadLength)
    restTotal += max(Int(length.body) - leadLength, 0)
  }

  /// Number of articles.
  package var count: Int { ids.count }

  /// Whether ids follow each other.
  var hasNoGaps: Bool { !hasGaps }

  /// The first row whose article has an id that is not less than another.
  /// - Complexity: O(1) where ids have no gaps, else O(log articles).
  func firstRow(from id: Int64) -> Int {
    guard let first = ids.first, let last = ids.last, id > first else { return 0 }
    if id > last { return count }
    if !hasGaps { return Int(id &- first) }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Average lengths, each at least 1.
  package struct Averages: Sendable, Equatable {
    package var title: Double
    package var lead: Double
    /// Of the bodies without their leads.
    package var rest: Double
    /// The longest that a lead can be.
    package var mostLead: Double
  }

  /// Average lengths of the fields.
  package var averages: Averages {
    Averages(
      title: average(titleTotal), lead: average(leadTotal), rest: average(restTotal),
      mostLead: Double(leadLength))
  }

  private func average(_ total: Int) -> Double {
    ids.isEmpty ? 1 : max(1, Double(total) / Double(ids.count))
  }

  /// Row of an article in the table, searched from a row at or before it.
  /// - Complexity: O(1) where ids have no gaps, else O(log distance).
  @inline(__always)
  package func row(of id: Int64, from start: Int = 0) -> Int? {
    guard start < ids.count else { return nil }
    // Without gaps the row follows from the id alone, without a look at what is in no cache.
    let guess = Int(clamping: id &- ids[0])
    if !hasGaps {
      return guess >= 0 && guess < ids.count ? guess : nil
    }
    if guess >= 0, guess < ids.count, ids[guess] == id { return guess }
    var step = 1
    var low = start
    while low + step < ids.count, ids[low + step] < id {
      low += step
      step *= 2
    }
    var high = min(low + step, ids.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return ids[low] == id ? low : nil
  }

  /// Id of the article at a row.
  @inline(__always)
  package func id(at row: Int) -> Int64 { hasGaps ? ids[row] : ids[0] &+ Int64(row) }

  /// Lengths at a row.
  package subscript(row: Int) -> Lengths { lengths[row] }

  // MARK: As bytes

  private static let headerCount = 6

  /// The table as ``FieldLengthsTable`` keeps it.
  var content: [UInt8] {
    let header = [
      Int64(ids.count), hasGaps ? 0 : 1, ids.first ?? 0, Int64(titleTotal), Int64(leadTotal),
      Int64(restTotal),
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * (header.count + (hasGaps ? 2 : 1) * ids.count))
    (header + (hasGaps ? ids : [])).withUnsafeBytes { bytes.append(contentsOf: $0) }
    lengths.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Reads ``content``.
  /// - Returns: `nil` where it is none.
  init?(_ bytes: UnsafeRawBufferPointer, leadLength: Int) {
    self.init(leadLength: leadLength)
    let start = 8 * Self.headerCount
    guard bytes.count >= start else { return nil }
    // Invariant: the header is there, and what follows has just the length that it says: both are checked before
    // anything is read; any alignment.
    func number(_ index: Int) -> Int64 {
      bytes.loadUnaligned(fromByteOffset: 8 * index, as: Int64.self)
    }
    hasGaps = number(1) == 0
    guard let count = Int(exactly: number(0)), count >= 0, count <= bytes.count / 8,
      bytes.count == start + 8 * count * (hasGaps ? 2 : 1),
      !number(2).addingReportingOverflow(Int64(count)).overflow
    else { return nil }
    ids = Array(unsafeUninitializedCapacity: count) { [hasGaps] output, filled in
      if hasGaps {
        UnsafeMutableRawBufferPointer(output).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + 8 * count]))
      } else {
        for index in 0..<count { output[index] = number(2) + Int64(index) }
      }
      filled = count
    }
    lengths = Array(unsafeUninitializedCapacity: count) { output, filled in
      UnsafeMutableRawBufferPointer(output).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[(bytes.count - 8 * count)...]))
      filled = count
    }
    (titleTotal, leadTotal, restTotal) = (
      Int(clamping: number(3)), Int(clamping: number(4)), Int(clamping: number(5))
    )
  }
}
