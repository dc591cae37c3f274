/// The blocks of a segment's frequent terms, made while it was written: rows of ``BlockMaximaTable``.
struct SegmentBlocks {
  let segment: Int
  private var bytes: [UInt8] = []
  private var entries: [(term: Range<Int>, blocks: [UInt8])] = []

  init(segment: Int) { self.segment = segment }

  /// Adds a term; terms ascend.
  /// - Parameter term: index byte and token.
  mutating func append(_ term: UnsafeBufferPointer<UInt8>, _ blocks: [UInt8]) {
    let start = bytes.count
    bytes += term.dropFirst()
    entries.append((start..<bytes.count, blocks))
  }

  /// Calls `body` with each term, without its index byte, and its blocks.
  func forEachTerm(_ body: (UnsafeBufferPointer<UInt8>, [UInt8]) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      for entry in entries {
        try body(UnsafeBufferPointer(rebasing: bytes[entry.term]), entry.blocks)
      }
    }
  }
}
