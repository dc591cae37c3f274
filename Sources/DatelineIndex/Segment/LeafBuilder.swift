/// Turns terms in ascending order, each with its doclist, into the pages of one FTS5 segment.
///
/// Pages break exactly where stock FTS5 breaks them when it writes its hash table to a segment, so that
/// the result is byte for byte what one large stock transaction would have left.
///
/// Source: SQLite's ext/fts5/fts5_index.c, comments on "Segment leaf" and functions fts5FlushOneHash,
/// fts5WriteAppendTerm, fts5WriteFlushLeaf; detail=full.
///
/// Invariant: doclists are made here and well formed, so that integers end within them; room on the page is
/// reserved before anything is written.
struct LeafBuilder<Sink: SegmentSink>: ~Copyable {
  private static var headerSize: Int { 4 }

  private let segment: Int
  private let pageSize: Int
  var sink: Sink

  private var page = ByteBuffer(capacity: 8192)
  /// Offsets of the terms on the page, to be appended to it.
  private var footer = ByteBuffer(capacity: 1024)
  private var pageNumber = 1
  private var lastTermOffset = 0
  private var hasTerm = false
  private var hasRow = false
  /// The term written last, for the common prefix with the next one.
  private var lastTerm = ByteBuffer(capacity: 256)
  /// Where each hundred-and-something row of the term begins, see ``append(term:doclist:markingEach:)``.
  private(set) var places: [SegmentReader.Place] = []
  private var rowsBetweenPlaces = Int.max
  /// Rows up to the next of these places.
  private var rowsToPlace = Int.max

  /// The row written last in a doclist that comes in pieces.
  private var lastRow: Int64 = 0

  /// Key and number of the last leaf with terms, whose row in `%_idx` is still to be written.
  private var indexKey = ByteBuffer(capacity: 256)
  private var indexPage = 1
  /// Leaves without terms behind it.
  private var emptyLeaves = 0
  private var doclistIndex: DoclistIndexBuilder

  /// - Parameters:
  ///   - segment: number of the segment, from 1.
  ///   - pageSize: FTS5's `pgsz`, bytes of a leaf, at most 32768.
  init(segment: Int, pageSize: Int, sink: consuming Sink) {
    self.segment = segment
    self.pageSize = pageSize
    self.sink = sink
    doclistIndex = DoclistIndexBuilder(segment: segment, pageSize: pageSize)
    beginPage()
  }

  /// Number of leaves written so far.
  var leafCount: Int { pageNumber - 1 }

  /// Adds a term with its doclist.
  /// - Parameters:
  ///   - term: index byte and token; greater than the one before.
  ///   - doclist: `{ varint rowid or distance, varint 2 x size, positions }*`, rows ascending.
  ///   - step: how many rows lie between those whose ``places`` are taken down, from the first one on; `nil` for none.
  /// - Complexity: O(bytes).
  mutating func append(
    term: UnsafeBufferPointer<UInt8>, doclist: UnsafeBufferPointer<UInt8>,
    markingEach step: Int? = nil
  ) throws {
    try append(term)
    guard let start = doclist.baseAddress else { return }
    places.removeAll(keepingCapacity: true)
    rowsBetweenPlaces = step ?? .max
    rowsToPlace = step == nil ? .max : 0
    if pageSize >= page.count + footer.count + doclist.count + 1 {
      if step != nil { markRows(start, start + doclist.count) }
      page.append(start, doclist.count)
    } else {
      lastRow = 0
      try appendRows(start, start + doclist.count)
    }
    rowsToPlace = .max
  }

  /// Takes down the places of rows that are to be added to the page.
  private mutating func markRows(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    var cursor = start
    while cursor < end {
      markRow(cursor - start)
      Varint.skip(&cursor)
      cursor += Int(Varint.read(&cursor) >> 1)
    }
  }

  /// Takes down the place of a row, if it is one of those asked for.
  /// - Parameter distance: bytes from the end of the page to where it will begin.
  @inline(__always)
  private mutating func markRow(_ distance: Int) {
    if rowsToPlace == 0 {
      places.append(.init(page: pageNumber, offset: page.count + distance))
      rowsToPlace = rowsBetweenPlaces
    }
    rowsToPlace &-= 1
  }

  /// Goes on with the doclist of the last term, which so far is larger than a page.
  /// - Parameter doclist: further rows, the first as its distance from the one before.
  mutating func append(moreOfDoclist doclist: UnsafeBufferPointer<UInt8>) throws {
    guard let start = doclist.baseAddress else { return }
    try appendRows(start, start + doclist.count)
  }

  /// Writes the last leaf, what is open of the indexes, and the pages of doclist indexes.
  /// - Returns: the number of leaves.
  mutating func finish() throws -> Int {
    if page.count > Self.headerSize { try flushLeaf() }
    if leafCount > 0 { try flushIndexRow() }
    // Behind all leaves: rows are appended in the order of their numbers.
    for page in doclistIndex.pages.sorted(by: { $0.id < $1.id }) {
      try page.bytes.withUnsafeBytes { try sink.data(id: page.id, $0) }
    }
    return leafCount
  }

  private mutating func append(_ term: UnsafeBufferPointer<UInt8>) throws {
    guard let bytes = term.baseAddress else { return }
    if page.count + footer.count + term.count + 2 >= pageSize, page.count > Self.headerSize {
      try flushLeaf()
    }
    footer.append(varint: UInt64(page.count - lastTermOffset))
    lastTermOffset = page.count
    var prefix = 0
    let common = commonPrefix(term)
    if !hasTerm {
      if pageNumber != 1 {
        try flushIndexRow()
        indexKey.removeAll()
        // The shortest key above all terms before.
        indexKey.append(bytes, lastTerm.count > 0 ? min(common + 1, term.count) : term.count)
        indexPage = pageNumber
      }
    } else {
      prefix = common
      page.append(varint: UInt64(prefix))
    }
    page.append(varint: UInt64(term.count - prefix))
    page.append(bytes + prefix, term.count - prefix)
    lastTerm.removeAll()
    lastTerm.append(bytes, term.count)
    hasTerm = true
    hasRow = true
    doclistIndex.begin(leaf: pageNumber)
  }

  private func commonPrefix(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    let most = min(lastTerm.count, term.count)
    var index = 0
    while index < most, lastTerm.base[index] == term[index] { index += 1 }
    return index
  }

  private mutating func appendRows(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) throws {
    var cursor = start
    var row = lastRow
    while cursor < end {
      if hasRow { appendFittingRows(&cursor, end, &row) }
      if cursor == end { break }
      markRow(0)
      let distance = Varint.read(&cursor)
      row = row &+ Int64(bitPattern: distance)
      page.reserve(Varint.most)
      if hasRow {
        page.count += Varint.write(distance, to: page.end)
      } else {
        page.base[0] = UInt8(truncatingIfNeeded: page.count >> 8)
        page.base[1] = UInt8(truncatingIfNeeded: page.count)
        page.count += Varint.write(UInt64(bitPattern: row), to: page.end)
        hasRow = true
        doclistIndex.append(row: row, leaf: pageNumber)
      }
      let positions = cursor
      let size = Int(Varint.read(&cursor) >> 1)
      cursor += size
      let length = cursor - positions
      if page.count + footer.count + length <= pageSize {
        page.append(positions, length)
      } else {
        try appendSplit(positions, length)
      }
    }
    lastRow = row
  }

  /// Adds the rows that fit on the page whole, all at once. There must be a row on it.
  @inline(__always)
  private mutating func appendFittingRows(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ row: inout Int64
  ) {
    let start = cursor
    let room = pageSize - page.count - footer.count
    var next = cursor
    while next < end {
      let distance = Varint.read(&next)
      let size = Int(Varint.read(&next) >> 1)
      next += size
      if next - start > room { break }
      markRow(cursor - start)
      row = row &+ Int64(bitPattern: distance)
      cursor = next
    }
    page.append(start, cursor - start)
  }

  /// Adds a position list, or as many whole integers of it as a page takes, page after page.
  private mutating func appendSplit(_ positions: UnsafePointer<UInt8>, _ length: Int) throws {
    var done = 0
    while true {
      let room = pageSize - page.count - footer.count
      let piece =
        length - done <= room ? length - done : Self.prefix(positions + done, atMost: room)
      page.append(positions + done, piece)
      done += piece
      if page.count + footer.count >= pageSize { try flushLeaf() }
      if done >= length { return }
    }
  }

  /// Bytes of the whole integers that fit, of one at least.
  private static func prefix(_ bytes: UnsafePointer<UInt8>, atMost most: Int) -> Int {
    var cursor = bytes
    Varint.skip(&cursor)
    while true {
      var next = cursor
      Varint.skip(&next)
      if next - bytes > most { return cursor - bytes }
      cursor = next
    }
  }

  private mutating func beginPage() {
    page.removeAll()
    footer.removeAll()
    page.reserve(Self.headerSize)
    page.end.update(repeating: 0, count: Self.headerSize)
    page.count = Self.headerSize
    lastTermOffset = 0
    hasTerm = false
    hasRow = false
  }

  private mutating func flushLeaf() throws {
    page.base[2] = UInt8(truncatingIfNeeded: page.count >> 8)
    page.base[3] = UInt8(truncatingIfNeeded: page.count)
    if hasTerm {
      page.append(footer.base, footer.count)
    } else {
      if !hasRow { doclistIndex.appendEmptyLeaf() }
      emptyLeaves += 1
    }
    try sink.data(id: DataRow.leaf(segment: segment, page: pageNumber), page.bytes)
    pageNumber += 1
    beginPage()
  }

  /// Writes the row of the last leaf with terms, now that its doclist has ended.
  private mutating func flushIndexRow() throws {
    let hasIndex = doclistIndex.finish(emptyLeaves: emptyLeaves)
    emptyLeaves = 0
    try sink.index(
      segment: segment, key: indexKey.bytes, page: indexPage, hasDoclistIndex: hasIndex)
  }
}
