/// Memory for many byte lists that grow at the same time: each is a chain of slices, short first, longer
/// as it grows.
///
/// A slice begins with the handle of the next one (4 bytes). Handles count eight bytes.
///
/// Source: the slices of Lucene's ByteBlockPool, with other sizes.
///
/// Invariant: blocks stay where they are until the arena goes, so that cursors and marks do; `room` bytes may be
/// written at a cursor; handles are given out here and name slices of blocks in use, at multiples of eight bytes.
struct SliceArena: ~Copyable {
  /// Bytes of a block that is taken from the system at a time.
  static let blockSize = 2 << 20
  private static let unit = 8
  private static let unitsInBlock = blockSize / unit
  private static let linkSize = 4
  /// Bytes of the first slice of a chain, the second, ...; the last size repeats.
  @inline(__always)
  private static func size(_ level: UInt8) -> Int {
    // 16, 24, 40, 72, 136, 264, 520, 1032, 2056, 2056, ...
    8 + 8 << Int(min(level, 8))
  }

  /// Where a chain ends.
  struct Tail {
    /// The next free byte; `nil` before the first slice.
    var cursor: UnsafeMutablePointer<UInt8>?
    /// Handle of the first slice.
    var head: UInt32 = 0
    /// Free bytes at the cursor.
    var room: UInt16 = 0
    /// Slices taken, at most 255.
    var level: UInt8 = 0

    /// Moves the end behind bytes that were written at the cursor; there must be room for them.
    @inline(__always)
    mutating func advance(_ count: Int) {
      cursor = cursor.map { $0 + count }
      room &-= UInt16(truncatingIfNeeded: count)
    }
  }

  /// A byte of a chain.
  struct Mark {
    let byte: UnsafeMutablePointer<UInt8>
    /// Bytes behind it in its slice.
    fileprivate let room: UInt16
    /// Level of the slice after its one.
    fileprivate let level: UInt8

    /// - Parameters:
    ///   - distance: bytes from the end of a chain to a byte within the room there.
    ///   - tail: the end.
    @inline(__always)
    init?(distance: Int, of tail: Tail) {
      guard let cursor = tail.cursor else { return nil }
      byte = cursor + distance
      room = tail.room &- UInt16(truncatingIfNeeded: distance + 1)
      level = tail.level
    }
  }

  private var blocks: [UnsafeMutablePointer<UInt8>] = []
  /// Units used of the last block.
  private var used = unitsInBlock
  /// Blocks in use; those behind are kept for the next round.
  private var blockCount = 0

  init() {}

  deinit { for block in blocks { LargeMemory.deallocate(block) } }

  /// Bytes taken from the system.
  var allocatedBytes: Int { blocks.count * Self.blockSize }
  /// Bytes of the blocks in use.
  var usedBytes: Int { blockCount * Self.blockSize }

  /// Forgets all chains.
  mutating func removeAll() {
    blockCount = 0
    used = Self.unitsInBlock
  }

  /// Adds bytes to a chain.
  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ count: Int, to tail: inout Tail) {
    if count <= Int(tail.room), let cursor = tail.cursor {
      // Short pieces are the rule; a call of memcpy costs more than they do.
      for index in 0..<count { cursor[index] = source[index] }
      tail.cursor = cursor + count
      tail.room -= UInt16(truncatingIfNeeded: count)
    } else {
      appendAcross(source, count, &tail)
    }
  }

  /// Adds an integer to a chain as a varint.
  /// - Returns: the number of bytes written.
  @inline(__always)
  mutating func append(_ value: UInt32, to tail: inout Tail) -> Int {
    if tail.room >= 2, value < 1 << 14, let cursor = tail.cursor {
      let length = Varint.write(UInt64(value), to: cursor)
      tail.cursor = cursor + length
      tail.room &-= UInt16(truncatingIfNeeded: length)
      return length
    }
    return appendInteger(value, &tail)
  }

  @inline(never)
  private mutating func appendInteger(_ value: UInt32, _ tail: inout Tail) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Varint.most) { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let length = Varint.write(UInt64(value), to: base)
      appendAcross(base, length, &tail)
      return length
    }
  }

  /// Adds a byte to a chain that is to be written later.
  mutating func appendMark(to tail: inout Tail) -> Mark {
    if tail.room == 0 { addSlice(&tail) }
    guard let mark = Mark(distance: 0, of: tail) else {
      preconditionFailure("a tail with room has a cursor")
    }
    tail.advance(1)
    return mark
  }

  @inline(never)
  private mutating func appendAcross(
    _ source: UnsafePointer<UInt8>, _ count: Int, _ tail: inout Tail
  ) {
    var source = source
    var rest = count
    while true {
      if let cursor = tail.cursor {
        let piece = min(rest, Int(tail.room))
        cursor.update(from: source, count: piece)
        tail.cursor = cursor + piece
        tail.room -= UInt16(piece)
        source += piece
        rest -= piece
      }
      if rest == 0 { return }
      addSlice(&tail)
    }
  }

  @inline(never)
  private mutating func addSlice(_ tail: inout Tail) {
    let size = Self.size(tail.level)
    let (handle, start) = take(size)
    if let cursor = tail.cursor {
      // The slice that is full now ends at the cursor and begins with its link.
      let full = cursor - Self.size(tail.level - 1)
      UnsafeMutableRawPointer(full).storeBytes(of: handle, as: UInt32.self)
    } else {
      tail.head = handle
    }
    tail.cursor = start + Self.linkSize
    tail.room = UInt16(size - Self.linkSize)
    // Behind the level of the longest slices all are alike.
    tail.level = min(tail.level + 1, 254)
  }

  private mutating func take(_ size: Int) -> (UInt32, UnsafeMutablePointer<UInt8>) {
    let units = size / Self.unit
    if used + units > Self.unitsInBlock {
      if blockCount == blocks.count {
        blocks.append(LargeMemory.allocate(capacity: Self.blockSize))
      }
      blockCount += 1
      used = 0
    }
    let handle = UInt32((blockCount - 1) * Self.unitsInBlock + used)
    let start = blocks[blockCount - 1] + used * Self.unit
    used += units
    return (handle, start)
  }

  /// Copies a chain of `count` bytes into contiguous memory.
  func copy(from head: UInt32, count: Int, to output: UnsafeMutablePointer<UInt8>) {
    var handle = Int(head)
    var level: UInt8 = 0
    var rest = count
    var output = output
    while rest > 0 {
      let start = blocks[handle / Self.unitsInBlock] + handle % Self.unitsInBlock * Self.unit
      let piece = min(rest, Self.size(level) - Self.linkSize)
      output.update(from: start + Self.linkSize, count: piece)
      output += piece
      rest -= piece
      handle = Int(UnsafeRawPointer(start).load(as: UInt32.self))
      level = min(level + 1, 254)
    }
  }

  /// Calls `body` with the pieces of memory that hold `count` bytes of a chain, from a mark on.
  private func forEachPiece(
    from mark: Mark, count: Int, _ body: (UnsafeMutablePointer<UInt8>, Int) -> Void
  ) {
    var piece = min(count, Int(mark.room) + 1)
    body(mark.byte, piece)
    var rest = count - piece
    var level = mark.level
    var slice = mark.byte + 1 + Int(mark.room) - Self.size(level - 1)
    while rest > 0 {
      let handle = Int(UnsafeRawPointer(slice).load(as: UInt32.self))
      slice = blocks[handle / Self.unitsInBlock] + handle % Self.unitsInBlock * Self.unit
      piece = min(rest, Self.size(level) - Self.linkSize)
      body(slice + Self.linkSize, piece)
      rest -= piece
      level = min(level + 1, 254)
    }
  }

  /// Copies bytes of a chain that stand behind a mark.
  func copy(behind mark: Mark, count: Int, to output: UnsafeMutablePointer<UInt8>) {
    var output = output
    var isFirst = true
    forEachPiece(from: mark, count: count + 1) { piece, length in
      let skipped = isFirst ? 1 : 0
      output.update(from: piece + skipped, count: length - skipped)
      output += length - skipped
      isFirst = false
    }
  }

  /// Replaces bytes of a chain from a mark on.
  func overwrite(_ mark: Mark, with source: UnsafePointer<UInt8>, count: Int) {
    var source = source
    forEachPiece(from: mark, count: count) { piece, length in
      piece.update(from: source, count: length)
      source += length
    }
  }
}
