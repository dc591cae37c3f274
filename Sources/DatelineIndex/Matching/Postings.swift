import Foundation

/// The rows of a term or phrase in ascending order, with its positions in each: decoded once, read often.
///
/// Positions are in FTS5's encoding: distances plus 2 as varints; 1 and a number begin a column.
///
/// Exclusive access to the variables is not checked when the program runs: lists are filled by one loop, and
/// read when they are full.
///
/// Invariant: `rows` and `ends` have room for `capacity` rows, of which `count` are initialised; `ends` ascend up
/// to the bytes in use. Pointers that were handed out are valid until the list grows or goes. One thread at a time.
final class Postings {
  /// Rows; ``count`` of them.
  @exclusivity(unchecked) private(set) var rows: UnsafeMutablePointer<Int64>
  /// Where the positions of each row end in ``bytes``; those of the next begin there.
  @exclusivity(unchecked) private(set) var ends: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity: Int
  @exclusivity(unchecked) private var buffer: ByteBuffer
  /// The rows as a set, where it was asked for; nothing is added to the list then.
  @exclusivity(unchecked) var keptRows: RowSet?

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 1)
    rows = .allocate(capacity: self.capacity)
    ends = .allocate(capacity: self.capacity)
    buffer = ByteBuffer(capacity: 4 * self.capacity)
  }

  deinit {
    rows.deallocate()
    ends.deallocate()
  }

  /// Bytes of all positions.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(buffer.base) }

  /// Bytes of memory.
  var memory: Int { capacity * 12 + buffer.capacity }

  /// The rows; valid as long as the object lives and does not change.
  var allRows: UnsafeBufferPointer<Int64> { UnsafeBufferPointer(start: rows, count: count) }

  /// The positions in the row at a place.
  @inline(__always)
  func positions(at index: Int) -> UnsafeBufferPointer<UInt8> {
    view.positions(at: index)
  }

  /// Where the positions of a row are in ``bytes``.
  @inline(__always)
  func range(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The list in plain memory, to be read many times without a look at the object; valid as long as that lives
  /// and does not change.
  struct View {
    fileprivate let bytes: UnsafePointer<UInt8>
    fileprivate let ends: UnsafePointer<UInt32>

    /// No positions.
    var none: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: 0) }

    /// The positions in the row at a place.
    @inline(__always)
    func positions(at index: Int) -> UnsafeBufferPointer<UInt8> {
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
    }
  }

  /// The list in plain memory.
  var view: View { View(bytes: UnsafePointer(buffer.base), ends: UnsafePointer(ends)) }

  /// Adds a row; rows ascend.
  @inline(__always)
  func append(row: Int64, _ positions: UnsafeBufferPointer<UInt8>) {
    if let start = positions.baseAddress { buffer.append(start, positions.count) }
    close(row: row)
  }

  /// Adds rows of a doclist, `{ varint distance, varint 2 x size, positions }*`, as long as they are plain: whole, in
  /// order, and not deleted.
  /// - Parameters:
  ///   - most: how many, at most.
  ///   - end: behind it at least ``ByteBuffer/slack`` bytes may be read.
  ///   - row: the row before; the last one that was added afterwards.
  ///   - limit: rows from here on are left.
  /// - Returns: bytes of the rows that were added.
  /// - Complexity: O(bytes), without a look at the room that is left for each.
  func append(
    atMost most: Int, from start: UnsafePointer<UInt8>, upTo end: UnsafePointer<UInt8>,
    after row: inout Int64, below limit: Int64
  ) -> Int {
    while capacity - count < most { grow() }
    buffer.reserve(end - start)
    let (rows, ends) = (self.rows + count, self.ends + count)
    let base = buffer.base
    var output = buffer.end
    var last = row
    var cursor = start
    var taken = start
    var added = 0
    while cursor < end, added < most {
      let next = last &+ Int64(bitPattern: Varint.read(&cursor))
      let size = Varint.read(&cursor)
      let length = Int(truncatingIfNeeded: size >> 1)
      if next <= last || next >= limit || size & 1 == 1 || length == 0 || length > end - cursor
        || cursor[length - 1] >= 0x80
      {
        break
      }
      // Most lists are short, and a call takes longer than copying too much: as much as there is slack.
      if length <= 32 {
        UnsafeMutableRawPointer(output).storeBytes(
          of: UnsafeRawPointer(cursor).loadUnaligned(as: SIMD16<UInt8>.self),
          as: SIMD16<UInt8>.self)
        if length > 16 {
          UnsafeMutableRawPointer(output + 16).storeBytes(
            of: UnsafeRawPointer(cursor + 16).loadUnaligned(as: SIMD16<UInt8>.self),
            as: SIMD16<UInt8>.self)
        }
      } else {
        output.update(from: cursor, count: length)
      }
      output += length
      cursor += length
      taken = cursor
      last = next
      rows[added] = next
      ends[added] = UInt32(truncatingIfNeeded: output - base)
      added += 1
    }
    row = last
    count += added
    buffer.count = output - base
    return taken - start
  }

  /// Adds a row whose positions ``appendPosition(_:column:)`` has added.
  func close(row: Int64) {
    if count == capacity { grow() }
    rows[count] = row
    ends[count] = UInt32(truncatingIfNeeded: buffer.count)
    count += 1
    lastColumn = 0
    lastOffset = 0
  }

  @exclusivity(unchecked) private var lastColumn = 0
  @exclusivity(unchecked) private var lastOffset = 0

  /// Adds a position to the row that ``close(row:)`` ends; positions ascend.
  func appendPosition(_ offset: Int, column: Int) {
    if column != lastColumn {
      buffer.append(1)
      buffer.append(varint: UInt64(truncatingIfNeeded: column))
      lastColumn = column
      lastOffset = 0
    }
    // Positions of a damaged file may be anything.
    buffer.append(varint: UInt64(truncatingIfNeeded: offset &- lastOffset &+ 2))
    lastOffset = offset
  }

  /// Forgets all rows; the memory is kept.
  func removeAll() {
    count = 0
    buffer.count = 0
    keptRows = nil
  }

  private func grow() {
    let larger = capacity * 2
    rows = LargeMemory.grown(rows, to: larger)
    ends = LargeMemory.grown(ends, to: larger)
    capacity = larger
  }

  /// Calls `body` with each position of a list, in order.
  @inline(__always)
  static func forEachPosition(
    _ positions: UnsafeBufferPointer<UInt8>, _ body: (_ column: Int, _ offset: Int) -> Void
  ) {
    guard var cursor = positions.baseAddress else { return }
    let end = cursor + positions.count
    var column = 0
    var offset = 0
    while cursor < end {
      let value = Varint.read(&cursor)
      if value == 1 {
        column = Int(truncatingIfNeeded: Varint.read(&cursor))
        offset = 0
      } else {
        offset &+= Int(truncatingIfNeeded: value) &- 2
        body(column, offset)
      }
    }
  }

  /// The rows with positions in some columns, and these positions only.
  /// - Parameter columns: a bit for each.
  /// - Complexity: O(bytes), those of column 0 alone passed over quickly.
  func within(_ columns: UInt8) -> Postings {
    if columns == MatchExpression.allColumns { return self }
    if columns & 1 == 1 {
      var hasOthers = false
      forEachColumn { _, column, _ in
        hasOthers = column >= 8 || columns >> column & 1 == 0
        return hasOthers ? nil : 0
      }
      if !hasOthers { return self }
    }
    let result = Postings(capacity: columns & 1 == 1 ? count : 16)
    if columns & 1 == 1 {
      var next = 0
      forEachColumn { index, column, place in
        if column < 8, columns >> column & 1 == 1 { return 0 }
        result.append(self, next..<index)
        if hasColumn(from: place + 2, upTo: Int(ends[index])) {
          take(index, columns, to: result)
        } else if place > range(at: index).lowerBound {
          let start = range(at: index).lowerBound
          result.append(row: rows[index], bytes(start..<place))
        }
        next = index + 1
        return 1
      }
      result.append(self, next..<count)
    } else {
      forEachColumn { index, column, _ in
        if column >= 8 || columns >> column & 1 == 0 { return 0 }
        take(index, columns, to: result)
        return 1
      }
    }
    return result
  }

  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  /// Whether a list goes on in another column within some bytes, that begin where an integer does.
  private func hasColumn(from start: Int, upTo end: Int) -> Bool {
    var place = start
    while place < end {
      if bytes[place] == 1, bytes[place - 1] < 0x80 { return true }
      place += 1
    }
    return false
  }

  /// Adds rows of another list as they are; rows ascend.
  private func append(_ other: Postings, _ places: Range<Int>) {
    guard let first = places.first, let last = places.last else { return }
    while capacity - count < places.count { grow() }
    let start = other.range(at: first).lowerBound
    let length = other.range(at: last).upperBound - start
    let shift = UInt32(truncatingIfNeeded: buffer.count &- start)
    buffer.append(other.bytes + start, length)
    (rows + count).update(from: other.rows + first, count: places.count)
    for (offset, place) in places.enumerated() { ends[count + offset] = other.ends[place] &+ shift }
    count += places.count
  }

  private func take(_ index: Int, _ columns: UInt8, to result: Postings) {
    var isOne = false
    Self.forEachPosition(positions(at: index)) { column, offset in
      // Columns of a damaged file may be anything.
      guard (0..<8).contains(column), columns >> UInt8(column) & 1 == 1 else { return }
      result.appendPosition(offset, column: column)
      isOne = true
    }
    if isOne { result.close(row: rows[index]) }
  }

  /// Calls `body` with each place where a list goes on in a column: that of the row, the column's number, and where
  /// that begins in ``bytes``.
  ///
  /// Lists begin in column 0; a byte 1 that is no part of a longer integer begins another.
  /// - Parameter body: returns how many rows to go on, 0 to stay in the row, or `nil` to end.
  @inline(__always)
  private func forEachColumn(_ body: (_ index: Int, _ column: UInt8, _ place: Int) -> Int?) {
    let base = UnsafePointer(buffer.base)
    let end = buffer.count
    var place = 0
    var index = 0
    while place < end, let found = memchr(base + place, 1, end - place) {
      place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if place > 0, base[place - 1] >= 0x80 {
        place += 1
        continue
      }
      while Int(ends[index]) <= place { index += 1 }
      guard let step = body(index, place + 1 < end ? base[place + 1] : .max, place) else {
        return
      }
      if step > 0 {
        place = Int(ends[index])
      } else {
        place += 2
      }
    }
  }
}
