import DatelineAnalysis

/// Collects rows of the table `mentions` until they can be written in the order of its key.
///
/// The table is ordered by entity, articles come one after the other: written as they come, each row
/// would go to another page.
final class MentionAccumulator {
  private struct Entity {
    var tail = SliceArena.Tail()
    var lastOrdinal: UInt32 = 0
    var byteCount: UInt32 = 0
  }

  @exclusivity(unchecked) private var arena = SliceArena()
  /// By row of the table `entities`.
  @exclusivity(unchecked) private var entities: [Entity] = []
  @exclusivity(unchecked) private var scratch = ByteBuffer(capacity: 4096)
  private var files: [TemporaryFile] = []
  private let share: Int
  private let folder: String

  /// - Parameters:
  ///   - memory: bytes after which rows go to a temporary file.
  ///   - folder: where that is.
  init(memory: Int, folder: String) {
    share = max(memory, 2 << 20)
    self.folder = folder
  }

  /// Adds a mention; ordinals ascend.
  func add(
    entity: Int, ordinal: UInt32, _ mention: EntityTagger.Mention, positions: String
  ) throws {
    while entities.count <= entity { entities.append(Entity()) }
    scratch.count = 0
    scratch.append(varint: UInt64(mention.count))
    scratch.append(varint: UInt64(mention.title))
    scratch.append(varint: UInt64(mention.lead))
    scratch.append(varint: UInt64(mention.body))
    var positions = positions
    positions.withUTF8 { bytes in
      if let base = bytes.baseAddress { scratch.append(base, bytes.count) }
    }
    let size = scratch.count
    let distance = ordinal - entities[entity].lastOrdinal
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Varint.most) { header in
      guard let header = header.baseAddress else { return }
      var length = Varint.write(UInt64(distance), to: header)
      length += Varint.write(UInt64(size * 2), to: header + length)
      arena.append(header, length, to: &entities[entity].tail)
      arena.append(scratch.base, size, to: &entities[entity].tail)
      entities[entity].byteCount += UInt32(length + size)
    }
    entities[entity].lastOrdinal = ordinal
    if arena.usedBytes > share { try spill() }
  }

  private func spill() throws {
    let file = try TemporaryFile(in: folder)
    try RunWriter.write(Cursor(self), to: file)
    files.append(file)
    removeAllInMemory()
  }

  private func removeAllInMemory() {
    arena.removeAll()
    entities.removeAll(keepingCapacity: true)
  }

  /// The runs of all rows; the accumulator must not change while they are read.
  func runs() -> [RunCursor] { files.map { FileRunCursor($0, ordinals: nil) } + [Cursor(self)] }

  /// Calls `body` for each row in the order of entities and articles.
  /// - Parameter rows: the row of each article; those without are left out.
  func forEachRow(
    _ rows: RowMap,
    _ body: (
      _ entity: Int64, _ article: Int64, _ numbers: SIMD4<Int64>,
      _ positions: UnsafeBufferPointer<UInt8>
    ) throws -> Void
  ) throws {
    var merger = try RunMerger(runs(), rows: rows)
    while try merger.next({ key, list in
      let entity = key.reduce(0) { $0 << 8 | Int64($1) }
      guard var cursor = list.baseAddress else { return }
      let end = cursor + list.count
      var article: Int64 = 0
      while cursor < end {
        article = article &+ Int64(bitPattern: Varint.read(&cursor))
        let size = Int(Varint.read(&cursor) >> 1)
        let next = cursor + size
        var numbers = SIMD4<Int64>()
        for index in 0..<4 { numbers[index] = Int64(Varint.read(&cursor)) }
        try body(
          entity, article, numbers, UnsafeBufferPointer(start: cursor, count: next - cursor))
        cursor = next
      }
    }) {}
  }

  /// The rows in memory; keys are rows of entities, four bytes, most significant first.
  private final class Cursor: RunCursor {
    private let owner: MentionAccumulator
    private var next = 0
    // Invariant: four bytes, lent as the term until the cursor moves on, freed with it.
    private let key = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)

    init(_ owner: MentionAccumulator) {
      self.owner = owner
      super.init(ordinals: nil)
    }

    deinit { key.deallocate() }

    override func advance() -> Bool {
      while next < owner.entities.count, owner.entities[next].byteCount == 0 { next += 1 }
      if next == owner.entities.count { return false }
      for index in 0..<4 { key[index] = UInt8(truncatingIfNeeded: next >> (24 - 8 * index)) }
      set(
        UnsafeBufferPointer(start: key, count: 4), Int(owner.entities[next].byteCount))
      next += 1
      return true
    }

    override func copyDoclist(to output: UnsafeMutablePointer<UInt8>) {
      let entity = owner.entities[next - 1]
      owner.arena.copy(from: entity.tail.head, count: Int(entity.byteCount), to: output)
    }
  }
}
