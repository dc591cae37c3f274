/// Reads the terms of one run in ascending order, each with its doclist.
///
/// Invariant: `term` is valid until the next `advance()`, and `output` of `copyDoclist(to:)` has room for
/// `byteCount` bytes. Runs are read back as they were written, by nobody else: their files have no names.
class RunCursor: MergeInput {
  /// The term under the cursor; valid until ``advance()``.
  fileprivate(set) var term = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The first eight bytes of the term, as a number that sorts as they do.
  fileprivate(set) var prefix: UInt64 = 0
  /// Bytes of its doclist.
  fileprivate(set) var byteCount = 0

  /// The first document and the last; `nil` when they are not known.
  let ordinals: ClosedRange<UInt32>?

  init(ordinals: ClosedRange<UInt32>?) { self.ordinals = ordinals }

  /// Goes to the next term, first to the first one; false behind the last.
  func advance() throws -> Bool { false }

  /// Reads the doclist of the term into `output`, once for each term.
  func copyDoclist(to output: UnsafeMutablePointer<UInt8>) throws {}

  /// Sets the term and the length of its doclist; for subclasses.
  final func set(_ term: UnsafeBufferPointer<UInt8>, _ byteCount: Int) {
    self.term = term
    self.byteCount = byteCount
    prefix = TermDictionary.prefix(term)
  }

  /// Whether the term comes before that of another cursor.
  @inline(__always)
  final func precedes(_ other: RunCursor) -> Bool {
    prefix != other.prefix
      ? prefix < other.prefix : TermDictionary.precedes(term, other.term)
  }

  @inline(__always)
  final func isEqual(to other: RunCursor) -> Bool {
    prefix == other.prefix && TermDictionary.areEqual(term, other.term)
  }
}

/// A run that is still in an accumulator's memory.
final class MemoryRunCursor: RunCursor {
  private let inverter: Inverter
  private let terms: [UInt32]
  // Invariant: used by one thread, and by no call that reaches this object.
  @exclusivity(unchecked) private var next = 0

  /// The inverter must not change while the cursor is in use.
  /// - Parameter terms: its terms in ascending order, where they are known.
  init(_ inverter: Inverter, terms: [UInt32]? = nil) {
    self.inverter = inverter
    self.terms = terms ?? inverter.postings.sortedTerms()
    super.init(ordinals: inverter.postings.ordinals)
  }

  override func advance() -> Bool {
    if next == terms.count { return false }
    let term = terms[next]
    next += 1
    set(
      inverter.postings.dictionary.bytes(of: Int(term)), inverter.postings.byteCount(of: term))
    return true
  }

  override func copyDoclist(to output: UnsafeMutablePointer<UInt8>) {
    inverter.postings.copyDoclist(of: terms[next - 1], to: output)
  }
}

/// A run in a temporary file: `{ varint length, term, varint length, doclist }*`.
final class FileRunCursor: RunCursor {
  private let file: TemporaryFile
  private var offset: Int64 = 0
  private var buffer = ByteBuffer(capacity: 1 << 18)
  private var position = 0
  private var termBytes = ByteBuffer(capacity: 256)
  /// Bytes of a doclist that was not read.
  private var unread = 0

  init(_ file: TemporaryFile, ordinals: ClosedRange<UInt32>?) {
    self.file = file
    super.init(ordinals: ordinals)
  }

  override func advance() throws -> Bool {
    try skip(unread)
    unread = 0
    guard let length = try readInteger() else { return false }
    termBytes.count = 0
    termBytes.reserve(length)
    try read(length, to: termBytes.base)
    termBytes.count = length
    unread = try readInteger() ?? 0
    set(UnsafeBufferPointer(start: termBytes.base, count: length), unread)
    return true
  }

  override func copyDoclist(to output: UnsafeMutablePointer<UInt8>) throws {
    try read(unread, to: output)
    unread = 0
  }

  private func skip(_ count: Int) throws {
    let within = min(count, buffer.count - position)
    position += within
    offset += Int64(count - within)
  }

  private func readInteger() throws -> Int? {
    if buffer.count - position < Varint.most { try refill() }
    if position == buffer.count { return nil }
    var cursor = UnsafePointer(buffer.base + position)
    let value = Varint.read(&cursor)
    position = cursor - UnsafePointer(buffer.base)
    return Int(value)
  }

  private func read(_ count: Int, to output: UnsafeMutablePointer<UInt8>) throws {
    let within = min(count, buffer.count - position)
    output.update(from: buffer.base + position, count: within)
    position += within
    if within == count { return }
    let rest = UnsafeMutableRawBufferPointer(start: output + within, count: count - within)
    guard try file.read(at: offset, into: rest) == rest.count else {
      throw TemporaryFile.Failure(operation: "read", code: 0)
    }
    offset += Int64(rest.count)
  }

  /// Moves what is left to the beginning and reads on behind it.
  private func refill() throws {
    let rest = buffer.count - position
    buffer.base.update(from: buffer.base + position, count: rest)
    position = 0
    buffer.count = rest
    let room = UnsafeMutableRawBufferPointer(
      start: buffer.base + rest, count: buffer.capacity - rest)
    let count = try file.read(at: offset, into: room)
    buffer.count += count
    offset += Int64(count)
  }
}

/// Writes the run of an accumulator to a temporary file.
enum RunWriter {
  /// - Complexity: O(bytes), one pass in the order of the terms.
  static func write(_ run: RunCursor, to file: TemporaryFile) throws {
    var buffer = ByteBuffer(capacity: 1 << 20)
    while try run.advance() {
      guard let term = run.term.baseAddress else { continue }
      buffer.reserve(run.term.count + run.byteCount + 2 * Varint.most)
      buffer.append(varint: UInt64(run.term.count))
      buffer.append(term, run.term.count)
      buffer.append(varint: UInt64(run.byteCount))
      try run.copyDoclist(to: buffer.end)
      buffer.count += run.byteCount
      if buffer.count >= 1 << 20 {
        try file.append(buffer.bytes)
        buffer.removeAll(keepingAtMost: 4 << 20)
      }
    }
    try file.append(buffer.bytes)
  }
}
