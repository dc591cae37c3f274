/// Merges runs: terms in ascending order, each with one doclist of rows in place of ordinals.
///
/// Runs may interleave document by document. Documents without a row are left out.
///
/// Invariant: room for all doclists of a term is reserved before cursors into it are made; they are well formed, as
/// accumulators write them, so that integers end within them.
struct RunMerger: ~Copyable {
  /// One of the doclists of a term.
  private struct Doclist {
    var cursor: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>
    var ordinal: UInt32
  }

  /// The cursors that have a term, that with the least term first.
  private var heap = MergeHeap<RunCursor>()
  private let rows: RowMap
  /// Distance of rows from ordinals, where it is the same for all.
  private let shift: Int64?
  private var input = ByteBuffer(capacity: 1 << 16)
  private var output = ByteBuffer(capacity: 1 << 16)
  private var lists: [Doclist] = []
  private var equal: [RunCursor] = []

  /// - Parameters:
  ///   - runs: cursors before their first term.
  ///   - rows: the row of each document.
  init(_ runs: [RunCursor], rows: RowMap) throws {
    self.rows = rows
    var areAllKnown = true
    for run in runs where try run.advance() {
      heap.insert(run)
      areAllKnown = areAllKnown && (run.ordinals.map(rows.contains) ?? false)
    }
    shift = areAllKnown ? rows.shift : nil
  }

  /// Hands on the next term and its doclist, valid during the call only. Terms of no document that has
  /// a row are passed over.
  /// - Returns: false when there are no more.
  mutating func next(
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ doclist: UnsafeBufferPointer<UInt8>) throws ->
      Void
  ) throws -> Bool {
    while !heap.isEmpty {
      equal.removeAll(keepingCapacity: true)
      equal.append(heap.removeLeast())
      while let least = heap.least, least.isEqual(to: equal[0]) {
        equal.append(heap.removeLeast())
      }
      try mergeDoclists()
      if output.count > 0 {
        try body(equal[0].term, UnsafeBufferPointer(start: output.base, count: output.count))
      }
      for cursor in equal where try cursor.advance() { heap.insert(cursor) }
      if output.count > 0 { return true }
    }
    return false
  }

  private mutating func mergeDoclists() throws {
    input.count = 0
    input.reserve(equal.reduce(0) { $0 + $1.byteCount })
    lists.removeAll(keepingCapacity: true)
    for cursor in equal {
      let start = input.end
      try cursor.copyDoclist(to: start)
      input.count += cursor.byteCount
      var position = UnsafePointer(start)
      let ordinal = UInt32(truncatingIfNeeded: Varint.read(&position))
      lists.append(Doclist(cursor: position, end: UnsafePointer(input.end), ordinal: ordinal))
    }
    output.count = 0
    var previous: Int64 = 0
    while !lists.isEmpty {
      var least = 0
      for index in 1..<max(lists.count, 1) where lists[index].ordinal < lists[least].ordinal {
        least = index
      }
      var limit = UInt32.max
      for index in 0..<lists.count where index != least { limit = min(limit, lists[index].ordinal) }
      let rest =
        if let shift {
          copyStretch(lists[least], upTo: limit, shift, &previous)
        } else {
          copy(lists[least], upTo: limit, &previous)
        }
      if let rest {
        lists[least] = rest
      } else {
        lists.remove(at: least)
      }
    }
  }

  /// Copies the postings of documents up to an ordinal where all rows are as far from their ordinals:
  /// only the first distance changes.
  /// - Returns: what is left of the list; `nil` when it has ended.
  @inline(__always)
  private mutating func copyStretch(
    _ list: Doclist, upTo limit: UInt32, _ shift: Int64, _ previous: inout Int64
  ) -> Doclist? {
    var cursor = list.cursor
    var ordinal = list.ordinal
    let distance = Int64(ordinal) &+ shift &- previous
    output.reserve(Varint.most)
    output.count += Varint.write(UInt64(bitPattern: distance), to: output.end)
    if lists.count == 1 {
      output.append(cursor, list.end - cursor)
      return nil
    }
    while true {
      cursor += Int(Varint.read(&cursor) >> 1)
      let end = cursor
      var rest: Doclist?
      previous = Int64(ordinal) &+ shift
      if cursor < list.end {
        ordinal &+= UInt32(truncatingIfNeeded: Varint.read(&cursor))
        if ordinal <= limit { continue }
        rest = Doclist(cursor: cursor, end: list.end, ordinal: ordinal)
      }
      output.append(list.cursor, end - list.cursor)
      return rest
    }
  }

  /// Copies the postings of documents up to an ordinal.
  /// - Returns: what is left of the list; `nil` when it has ended.
  @inline(__always)
  private mutating func copy(
    _ list: Doclist, upTo limit: UInt32, _ previous: inout Int64
  ) -> Doclist? {
    var cursor = list.cursor
    var ordinal = list.ordinal
    while true {
      let row = rows[ordinal]
      let positions = cursor
      let size = Int(Varint.read(&cursor) >> 1)
      cursor += size
      if row != RowMap.none {
        let length = cursor - positions
        output.reserve(length + Varint.most)
        var end = output.end
        end += Varint.write(UInt64(bitPattern: row &- previous), to: end)
        if length <= 16 {
          for index in 0..<length { end[index] = positions[index] }
        } else {
          end.update(from: positions, count: length)
        }
        output.count = end + length - output.base
        previous = row
      }
      if cursor == list.end { return nil }
      ordinal &+= UInt32(truncatingIfNeeded: Varint.read(&cursor))
      if ordinal > limit { break }
    }
    return Doclist(cursor: cursor, end: list.end, ordinal: ordinal)
  }
}

/// The row of each document, by its ordinal.
struct RowMap {
  /// Stands for a document that has no row.
  static let none = Int64.min

  /// The ordinal of the first document.
  private var first: UInt32?
  private var rows: [Int64] = []
  private var hasGaps = false

  init() {}

  /// Whether all documents from one to another lie between the first and the last that have rows.
  func contains(_ ordinals: ClosedRange<UInt32>) -> Bool {
    guard let first else { return false }
    return ordinals.lowerBound >= first && Int(ordinals.upperBound - first) < rows.count
  }

  /// Distance of the rows from the ordinals, where it is the same for all; else `nil`.
  var shift: Int64? {
    guard let first, let row = rows.first, !hasGaps else { return nil }
    return row &- Int64(first)
  }

  /// The least row of a document; the greatest number there is where no document has one.
  var leastRow: Int64 { rows.lazy.filter { $0 != Self.none }.min() ?? .max }

  /// Gives a document its row; ordinals ascend, not always one after the other.
  mutating func set(_ ordinal: UInt32, row: Int64) {
    let place = place(of: ordinal)
    if place != rows.count || rows.last.map({ $0 &+ 1 != row }) ?? false { hasGaps = true }
    while rows.count <= place { rows.append(Self.none) }
    rows[place] = row
  }

  /// Takes a document out.
  mutating func remove(_ ordinal: UInt32) {
    let place = place(of: ordinal)
    hasGaps = true
    if place < rows.count { rows[place] = Self.none }
  }

  private mutating func place(of ordinal: UInt32) -> Int {
    let start = first ?? ordinal
    first = start
    return Int(ordinal - start)
  }

  @inline(__always)
  subscript(ordinal: UInt32) -> Int64 {
    let place = Int(ordinal) - Int(first ?? 0)
    return rows.indices.contains(place) ? rows[place] : Self.none
  }
}
