/// Notation in which a ``LineMemory`` is stored, one piece a source, so that pages that come later
/// profit from those of today.
///
/// All numbers little-endian: a byte with the version (2), 32 bits with the number of pages, 32 bits
/// with the number of their hashes and those of their addresses, 64 bits for each, ascending; then for
/// each line, by ascending hash: 64 bits of hash, 16 bits of documents, 16 bits of documents that have
/// it at their head. Version 1 counted each version of a page and is passed over.
extension LineMemory {
  private static let version: UInt8 = 2
  private static let headerSize = 9
  private static let lineSize = 12

  /// Sources that have changed since they were loaded, by name, with their stored form.
  package func changes() -> [(source: String, content: [UInt8])] {
    sources.filter(\.value.isChanged).sorted { $0.key < $1.key }.map {
      ($0.key, Self.encode($0.value))
    }
  }

  /// Takes what was stored for a source in the place of what is known of it; what is no such content
  /// is passed over.
  package mutating func load(source: String, content: [UInt8]) {
    if let memory = Self.decode(content) { replace(source, with: memory) }
  }

  private static func encode(_ source: Source) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      headerSize + source.known.count * 8 + source.counts.count * lineSize)
    func put(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    put(version)
    put(UInt32(source.documents))
    put(UInt32(source.known.count))
    for hash in source.known.sorted() { put(hash) }
    for (hash, seen) in source.counts.sorted(by: { $0.key < $1.key }) {
      put(hash)
      put(seen.documents)
      put(seen.heads)
    }
    return bytes
  }

  private static func decode(_ bytes: [UInt8]) -> Source? {
    guard bytes.count >= headerSize, bytes[0] == version else { return nil }
    // Invariant: the header is there, and what it says is held against the length before anything behind it is
    // read; any alignment.
    return bytes.withUnsafeBytes { bytes in
      func number<T: FixedWidthInteger>(_ position: Int, _ type: T.Type) -> T {
        T(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: type))
      }
      let pages = Int(number(1, UInt32.self))
      let hashes = Int(number(5, UInt32.self))
      let start = headerSize + hashes * 8
      guard pages <= pagesPerSource, hashes >= pages, hashes <= 2 * pages, start <= bytes.count,
        (bytes.count - start) % lineSize == 0
      else { return nil }
      var source = Source()
      source.documents = pages
      for hash in 0..<hashes { source.known.insert(number(headerSize + hash * 8, UInt64.self)) }
      let lines = (bytes.count - start) / lineSize
      source.counts.reserveCapacity(lines)
      for line in 0..<lines {
        let position = start + line * lineSize
        source.counts[number(position, UInt64.self)] = Seen(
          documents: number(position + 8, UInt16.self),
          heads: number(position + 10, UInt16.self))
      }
      return source
    }
  }
}
