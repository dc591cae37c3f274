/// Makes the index over the pages of a long doclist, by which FTS5 skips to a row.
///
/// Each entry says which row comes first on a page of the doclist. Pages of a level that are full are
/// entries of the next one. Whether the index is kept is known only at the end of the doclist.
///
/// Source: SQLite's ext/fts5/fts5_index.c, comment "Doclist-index" and fts5WriteDlidxAppend.
struct DoclistIndexBuilder: ~Copyable {
  /// Term-less leaves from which on FTS5 wants an index (FTS5_MIN_DLIDX_SIZE).
  static let leastPages = 4

  private struct Level {
    var bytes: [UInt8] = []
    var page = 0
    /// The row of the last entry; `nil` where a page begins.
    var previous: Int64?
  }

  /// A finished page.
  struct Page {
    var id: Int64
    var bytes: [UInt8]
  }

  private let segment: Int
  private let pageSize: Int
  private var levels: [Level] = [Level()]
  /// Finished pages, in the order they became full.
  private(set) var pages: [Page] = []

  init(segment: Int, pageSize: Int) {
    self.segment = segment
    self.pageSize = pageSize
  }

  /// Whether a doclist has entries.
  var isStarted: Bool { !levels[0].bytes.isEmpty }

  /// Begins with the doclist of a term on a leaf.
  mutating func begin(leaf: Int) { levels[0].page = leaf }

  /// Notes the first row on a leaf.
  mutating func append(row: Int64, leaf: Int) {
    var height = 0
    while true {
      var isFull = false
      if levels[height].bytes.count >= pageSize {
        isFull = true
        levels[height].bytes[0] = 1
        pages.append(page(height))
        if levels.count == height + 1 { levels.append(Level()) }
        if levels[height + 1].bytes.isEmpty {
          // It was the root; the new root begins with it.
          let first = Self.firstRow(of: levels[height].bytes)
          levels[height + 1].page = levels[height].page
          levels[height + 1].bytes = [0]
          levels[height + 1].bytes.append(varint: UInt64(levels[height].page))
          levels[height + 1].bytes.append(varint: UInt64(bitPattern: first))
          levels[height + 1].previous = first
        }
        levels[height].bytes.removeAll(keepingCapacity: true)
        levels[height].previous = nil
        levels[height].page += 1
      }
      if let previous = levels[height].previous {
        levels[height].bytes.append(varint: UInt64(bitPattern: row &- previous))
      } else {
        let child = height == 0 ? leaf : levels[height - 1].page
        levels[height].bytes.append(isFull ? 1 : 0)
        levels[height].bytes.append(varint: UInt64(child))
        levels[height].bytes.append(varint: UInt64(bitPattern: row))
      }
      levels[height].previous = row
      if !isFull { return }
      height += 1
    }
  }

  /// Notes a leaf on which no row begins.
  mutating func appendEmptyLeaf() {
    if isStarted { levels[0].bytes.append(0) }
  }

  /// Ends a doclist.
  /// - Parameter emptyLeaves: leaves without terms that it covered.
  /// - Returns: whether it has an index now.
  mutating func finish(emptyLeaves: Int) -> Bool {
    let isKept = isStarted && emptyLeaves >= Self.leastPages
    for height in levels.indices {
      if levels[height].bytes.isEmpty { break }
      if isKept { pages.append(page(height)) }
      levels[height].bytes.removeAll(keepingCapacity: true)
      levels[height].previous = nil
    }
    return isKept
  }

  private func page(_ height: Int) -> Page {
    Page(
      id: DataRow.doclistIndex(segment: segment, height: height, page: levels[height].page),
      bytes: levels[height].bytes)
  }

  private static func firstRow(of bytes: [UInt8]) -> Int64 {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var cursor = base + 1
      Varint.skip(&cursor)
      return Int64(bitPattern: Varint.read(&cursor))
    }
  }
}

extension [UInt8] {
  /// Adds an integer as SQLite writes it.
  mutating func append(varint value: UInt64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Varint.most) { scratch in
      guard let base = scratch.baseAddress else { return }
      let count = Varint.write(value, to: base)
      append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }
  }
}
