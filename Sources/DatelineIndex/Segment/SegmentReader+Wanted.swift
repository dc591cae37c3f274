/// Reading some rows of a term only.
///
/// Invariant: as in ``SegmentReader``; integers are read within the data of a page, behind which zeros end them.
extension SegmentReader {
  /// Adds those rows of a term that was sought that are wanted, but for those that are deleted, from the row on that
  /// ``nextRow()`` has found. Pages without any are passed over by the index of the doclist where there is one.
  /// - Parameters:
  ///   - wanted: ascending.
  ///   - place: where in them to begin; where they go on afterwards.
  ///   - limit: rows from here on are left, the row itself is below it; the reader stands on the next one then.
  /// - Returns: false behind the last row of the term, or the last that is wanted.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(rows of pages that may have one that is wanted + other pages).
  func takeRows(
    to output: Postings, within wanted: UnsafeBufferPointer<Int64>, from place: inout Int,
    below limit: Int64
  ) throws -> Bool {
    repeat {
      place = RowSearch.place(of: row, in: wanted, from: place)
      if place == wanted.count { return false }
      if wanted[place] == row {
        if !positions.isEmpty { output.append(row: row, positions) }
        place += 1
        if place == wanted.count { return false }
      }
      let isBehind = takeRest(to: output, within: wanted, from: &place, below: limit)
      if place == wanted.count { return false }
      if isBehind, !page.hasTerm { try passOverPages(to: min(wanted[place], limit)) }
      if try !nextRow() { return false }
    } while row < limit
    return true
  }

  /// Adds rows that are wanted and lie whole on the page; what is not plain is left to ``nextRow()``.
  /// - Returns: whether the next row that is wanted may be on another page.
  private func takeRest(
    to output: Postings, within wanted: UnsafeBufferPointer<Int64>, from start: inout Int,
    below limit: Int64
  ) -> Bool {
    // A row that begins a page is not written as a distance.
    if offset == page.rowOffset { return false }
    let end = page.base + page.termOffset
    var cursor = page.base + offset
    var passed = cursor
    var place = start
    var isBehind = true
    var last = row
    while cursor < end {
      let next = last &+ Int64(bitPattern: Varint.read(&cursor))
      let size = Varint.read(&cursor)
      let count = Int(truncatingIfNeeded: size >> 1)
      if count > end - cursor { break }
      if next <= last || next >= limit || size & 1 == 1 || count <= 0 || cursor[count - 1] >= 0x80 {
        isBehind = false
        break
      }
      while place < wanted.count, wanted[place] < next { place += 1 }
      if place == wanted.count { break }
      if wanted[place] == next {
        output.append(row: next, UnsafeBufferPointer(start: cursor, count: count))
        place += 1
      }
      cursor += count
      passed = cursor
      last = next
    }
    row = last
    start = place
    offset = passed - page.base
    return isBehind
  }

  /// Goes to the last page on which a row begins that is not greater than another, if it is behind this one.
  private func passOverPages(to wanted: Int64) throws {
    if let first = indexedPage {
      indexedPage = nil
      doclistIndex = try DoclistIndexCursor(pages, segment: segment.id, page: first)
    }
    guard let entry = try doclistIndex?.advance(to: wanted), entry.page > pageNumber else { return }
    guard segment.pages.contains(entry.page) else { throw damage("the index of rows is wrong") }
    pageNumber = entry.page - 1
    _ = try nextPage()
    offset = page.rowOffset
    // Written in full there, and read by who asks for the next row.
    var cursor = page.base + offset
    guard offset > 0, Int64(bitPattern: Varint.read(&cursor)) == entry.row else {
      throw damage("the index of rows is wrong")
    }
  }
}
