import GRDB

/// Why pages of a full-text index cannot be read.
struct SegmentDamage: Error, Equatable, CustomStringConvertible {
  var segment: Int
  var page: Int
  var reason: String

  var description: String {
    "the full-text index is damaged (segment \(segment), page \(page): \(reason)); "
      + "`dateline check --repair` makes a new file of the articles"
  }
}

/// Reads a segment from its first term to its last, of each term the rows in ascending order.
///
/// What stock FTS5 has written is read, be it by one transaction or by merging, also when a merge is
/// under way and has cut terms off at the front. One page is in memory at a time, and one position
/// list. Nothing on a page is trusted: what does not fit throws. Pages are deleted once they were read
/// (``LeafPages``), so that what is written meanwhile takes their place in the file.
///
/// Exclusive access to the variables is not checked when the program runs: it took a sixth of the time of
/// merging. None of them is passed on but to calls that do not know this object.
///
/// Source: SQLite's ext/fts5/fts5_index.c, comment "Segment leaf", and functions fts5SegIterInit,
/// fts5SegIterNext, fts5SegIterLoadTerm, fts5ChunkIterate; detail=full.
///
/// Invariant: cursors begin within the data of a page of ours, where integers end (`LeafPage`), and lengths that
/// were read are held against what is left before they are used. `term` and `positions` point into memory of the
/// reader until the next call.
final class SegmentReader {
  /// The term that ``nextTerm()`` has found, index byte included; valid until its next call.
  var term: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: current.base, count: current.count)
  }
  /// The first eight bytes of the term, as a number that sorts as they do.
  @exclusivity(unchecked) private(set) var prefix: UInt64 = 0
  /// The row that ``nextRow()`` has found.
  @exclusivity(unchecked) var row: Int64 = 0
  /// Its positions, empty where the row is deleted; valid until the next call.
  @exclusivity(unchecked) private(set) var positions = UnsafeBufferPointer<UInt8>(
    start: nil, count: 0)
  /// Where it begins: a page of the segment, and a byte there.
  @exclusivity(unchecked) private(set) var place = Place(page: 0, offset: 0)
  /// Whether the entry takes back what older segments say of the row.
  @exclusivity(unchecked) private(set) var isDeletion = false

  /// Where a row begins.
  struct Place: Equatable {
    var page: Int
    var offset: Int
  }

  let pages: LeafPages
  let segment: StructureRecord.Segment

  @exclusivity(unchecked) private var current = ByteBuffer(capacity: 256)
  @exclusivity(unchecked) private var following = ByteBuffer(capacity: 256)
  /// A position list that goes on over pages.
  @exclusivity(unchecked) private var assembled = ByteBuffer(capacity: 256)

  @exclusivity(unchecked) var page = LeafPage()
  @exclusivity(unchecked) var pageNumber: Int
  @exclusivity(unchecked) var offset = LeafPage.headerSize
  @exclusivity(unchecked) private var isInDoclist = false
  @exclusivity(unchecked) private var isFirstRow = false
  @exclusivity(unchecked) private var isAtEnd = false
  /// The page of the term that was sought, where its rows may go on behind it, until its index is looked for.
  @exclusivity(unchecked) var indexedPage: Int?
  @exclusivity(unchecked) var doclistIndex: DoclistIndexCursor?
  /// The first page that is not deleted.
  @exclusivity(unchecked) private var firstKept: Int
  /// Pages that are deleted together.
  private static let deletedTogether = 32
  private let deletesPages: Bool

  /// - Parameters:
  ///   - pages: the pages of the index; may be shared with other readers.
  ///   - segment: the segment; one that a merge has used up has pages from 0 to 0.
  ///   - deletesPages: whether pages that have been read are deleted from the file, for merging.
  init(_ pages: LeafPages, segment: StructureRecord.Segment, deletesPages: Bool = false) {
    self.pages = pages
    self.deletesPages = deletesPages
    self.segment = segment
    pageNumber = segment.pages.lowerBound - 1
    firstKept = segment.pages.lowerBound
    isAtEnd = segment.pages.lowerBound == 0
  }

  /// Goes to the next term, first to the first one; rows of the last that were not read are passed over.
  /// - Returns: false behind the last.
  func nextTerm() throws -> Bool {
    while isInDoclist { _ = try nextRow() }
    if isAtEnd { return false }
    if pageNumber < segment.pages.lowerBound {
      repeat {
        if try !nextPage() { return false }
      } while page.isEmpty
      if page.termOffset != LeafPage.headerSize { throw damage("it does not begin with a term") }
    }
    try readTerm()
    isInDoclist = true
    isFirstRow = true
    return true
  }

  /// Bytes of the rows of the term that ``nextTerm()`` has found; `nil` where they may go on on another page.
  var rowBytes: Int? { page.hasTerm ? page.termOffset - offset : nil }

  /// Goes to the next term without a look at the rows of the last.
  /// - Returns: false behind the last.
  /// - Complexity: O(pages of the rows passed over).
  func nextTermPassingOverRows() throws -> Bool {
    if isInDoclist {
      while !page.hasTerm {
        if try !nextPage() {
          isInDoclist = false
          return false
        }
      }
      offset = page.termOffset
      isInDoclist = false
    }
    return try nextTerm()
  }

  /// Goes to a term, or to the first one behind it; its rows come next.
  /// - Parameters:
  ///   - wanted: the term, index byte included.
  ///   - number: a page on or before which it begins, if it is there.
  /// - Returns: false when there is none.
  /// - Complexity: O(terms of a page).
  func seek(_ wanted: UnsafeBufferPointer<UInt8>, from number: Int) throws -> Bool {
    if segment.pages.lowerBound == 0 { return false }
    pageNumber = number - 1
    isAtEnd = false
    isInDoclist = false
    current.count = 0
    page.removeAll()
    repeat {
      while !page.hasTerm {
        if try !nextPage() { return false }
      }
      offset = page.termOffset
      try readTerm()
    } while TermDictionary.precedes(term, wanted)
    isInDoclist = true
    isFirstRow = true
    indexedPage = page.hasTerm ? nil : pageNumber
    doclistIndex = nil
    return true
  }

  private func readTerm() throws {
    var cursor = page.base + offset
    let end = page.base + page.dataEnd
    var kept = 0
    if !page.isFirstTerm { kept = Int(clamping: Varint.read(&cursor)) }
    let added = Int(clamping: Varint.read(&cursor))
    guard kept <= current.count, added > 0, cursor <= end, added <= end - cursor,
      kept + added <= TermDictionary.longestTerm + 1
    else { throw damage("a term does not fit") }
    following.count = 0
    following.append(current.base, kept)
    following.append(cursor, added)
    if current.count > 0, !TermDictionary.precedes(term, following.all) {
      throw damage("terms are out of order")
    }
    swap(&current, &following)
    prefix = TermDictionary.prefix(term)
    offset = cursor + added - page.base
    guard page.nextTerm(), offset <= page.termOffset else {
      throw damage("the places of terms do not fit")
    }
  }

  /// Goes to the next row of the term, first to the first one.
  /// - Returns: false behind the last.
  func nextRow() throws -> Bool {
    if !isInDoclist { return false }
    while offset == page.termOffset {
      if page.hasTerm {
        if isFirstRow { throw damage("a term has no rows") }
        isInDoclist = false
        return false
      }
      if try !nextPage() {
        if isFirstRow { throw damage("the last term has no rows") }
        isInDoclist = false
        return false
      }
      if offset < page.termOffset, page.rowOffset != offset { throw damage("its row is not found") }
    }
    place = Place(page: pageNumber, offset: offset)
    var cursor = page.base + offset
    let value = Int64(bitPattern: Varint.read(&cursor))
    let next = isFirstRow || offset == page.rowOffset ? value : row &+ value
    if !isFirstRow, next <= row { throw damage("rows are out of order") }
    let size = Varint.read(&cursor)
    offset = cursor - page.base
    if offset > page.termOffset { throw damage("a row does not fit") }
    row = next
    isFirstRow = false
    isDeletion = size & 1 == 1
    try readPositions(count: Int(clamping: size >> 1))
    return true
  }

  /// Adds the row that ``nextRow()`` has found to a doclist, unless it is deleted, and those behind it that
  /// lie whole on the page and are below `limit`; then goes to the next row.
  /// - Parameters:
  ///   - previous: the last row of the doclist.
  ///   - limit: rows from here on are left; the row itself is below it.
  /// - Returns: false behind the last row of the term.
  func takeRows(
    to output: inout ByteBuffer, after previous: inout Int64, below limit: Int64
  ) throws -> Bool {
    if let start = positions.baseAddress, !positions.isEmpty {
      output.reserve(positions.count + 2 * Varint.most)
      output.count += Varint.write(UInt64(bitPattern: row &- previous), to: output.end)
      output.count += Varint.write(UInt64(positions.count) << 1, to: output.end)
      output.append(start, positions.count)
      // A row that begins a page is not written as a distance.
      if offset != page.rowOffset { takeRest(to: &output, below: limit) }
      previous = row
    }
    return try nextRow()
  }

  /// Copies rows as they stand on the page: behind a row that was copied their distances stay the same.
  /// Whatever is not plain, damage included, is left to ``nextRow()``.
  private func takeRest(to output: inout ByteBuffer, below limit: Int64) {
    let start = page.base + offset
    let end = page.base + page.termOffset
    var cursor = start
    var copied = start
    while cursor < end {
      let next = row &+ Int64(bitPattern: Varint.read(&cursor))
      if next <= row || next >= limit { break }
      let size = Varint.read(&cursor)
      let count = Int(clamping: size >> 1)
      if size & 1 == 1 || count == 0 || count > end - cursor { break }
      cursor += count
      if cursor[-1] >= 0x80 { break }
      copied = cursor
      row = next
    }
    output.append(start, copied - start)
    offset += copied - start
  }

  /// Adds the row that ``nextRow()`` has found and all behind it to a list, without those that are deleted.
  /// - Complexity: O(rows).
  func takeRows(to output: Postings) throws {
    while try takeRows(to: output, below: .max) {}
  }

  /// Does the same for rows below a limit, which the row itself is, and stands on the next one then.
  /// - Returns: false behind the last row of the term.
  func takeRows(to output: Postings, below limit: Int64) throws -> Bool {
    repeat {
      if !positions.isEmpty { output.append(row: row, positions) }
      takeRest(to: output, upTo: .max, below: limit)
      if try !nextRow() { return false }
    } while row < limit
    return true
  }

  /// Does the same for some rows, and stands on the next one then.
  /// - Returns: false behind the last row of the term.
  func takeRows(to output: Postings, upTo count: Int) throws -> Bool {
    while output.count < count {
      if !positions.isEmpty { output.append(row: row, positions) }
      takeRest(to: output, upTo: count)
      if try !nextRow() { return false }
    }
    return true
  }

  /// Goes to a row whose place and number are known.
  /// - Throws: ``SegmentDamage`` where no row can begin there.
  /// - Complexity: O(bytes of a page).
  func seek(row wanted: Int64, at wantedPlace: Place) throws {
    guard segment.pages.contains(wantedPlace.page) else { throw damage("a row is not there") }
    isAtEnd = false
    pageNumber = wantedPlace.page - 1
    _ = try nextPage()
    while page.hasTerm, page.termOffset <= wantedPlace.offset {
      guard page.nextTerm() else { throw damage("the places of terms do not fit") }
    }
    guard wantedPlace.offset >= LeafPage.headerSize, wantedPlace.offset < page.termOffset else {
      throw damage("a row is not there")
    }
    offset = wantedPlace.offset
    isInDoclist = true
    isFirstRow = true
    _ = try nextRow()
    // It may be written as a distance.
    row = wanted
  }

  /// Adds the rows that lie whole on the page and below a limit, up to a number of rows of the list. Whatever is
  /// not plain, damage included, is left to ``nextRow()``.
  private func takeRest(to output: Postings, upTo count: Int, below limit: Int64 = .max) {
    // A row that begins a page is not written as a distance.
    if offset == page.rowOffset { return }
    let start = page.base + offset
    let end = page.base + page.termOffset
    // A row, its size and a position take a byte each at least.
    let most = min(count - output.count, (end - start) / 3)
    if most <= 0 { return }
    offset += output.append(
      atMost: most, from: start, upTo: end, after: &row, below: limit)
  }

  private func readPositions(count: Int) throws {
    if count <= page.termOffset - offset {
      positions = UnsafeBufferPointer(start: page.base + offset, count: count)
      offset += count
    } else {
      try assemble(count: count)
      positions = assembled.all
    }
    // The last byte of an integer; whoever cuts the list into integers stays within it.
    if let last = positions.last, last >= 0x80 { throw damage("positions do not fit") }
  }

  private func assemble(count: Int) throws {
    assembled.count = 0
    let firstPage = pageNumber
    while true {
      // On a page where it goes on, the list ends where a row or a term begins.
      let isContinued = pageNumber > firstPage
      let end = isContinued && page.rowOffset > 0 ? page.rowOffset : page.termOffset
      let piece = min(end - offset, count - assembled.count)
      assembled.append(page.base + offset, piece)
      offset += piece
      if assembled.count == count {
        if isContinued, offset != end { throw damage("positions end before they should") }
        return
      }
      if offset < page.dataEnd { throw damage("positions end too late") }
      if try !nextPage() { throw damage("positions end too late") }
    }
  }

  /// Goes to the next page.
  /// - Returns: false behind the last page.
  func nextPage() throws -> Bool {
    if pageNumber >= segment.pages.upperBound {
      isAtEnd = true
      return false
    }
    pageNumber += 1
    if let reason = try pages.read(&page, segment: segment.id, page: pageNumber) {
      throw damage(reason)
    }
    offset = LeafPage.headerSize
    if deletesPages, pageNumber - firstKept >= Self.deletedTogether {
      try pages.delete(segment: segment.id, pages: firstKept..<pageNumber)
      firstKept = pageNumber
    }
    return true
  }

  func damage(_ reason: String) -> SegmentDamage {
    SegmentDamage(segment: segment.id, page: max(pageNumber, 0), reason: reason)
  }
}

extension ByteBuffer {
  /// The bytes in use; valid until the buffer changes.
  var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
}
