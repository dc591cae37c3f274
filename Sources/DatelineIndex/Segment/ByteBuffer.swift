/// Bytes that grow at the end, in raw memory that is kept for the next use.
///
/// `Array` checks bounds and uniqueness for each byte; here a caller reserves room once and writes.
///
/// Invariant: `base` has room for `capacity + slack` bytes, of which `count` are initialised; it has one owner, and
/// pointers into it are valid until it grows or goes. It comes from `malloc` whichever way it was allocated, so
/// that it may be grown by `realloc`.
struct ByteBuffer: ~Copyable {
  /// Free bytes that may be written behind `count` after a call of ``reserve(_:)``, beyond those asked
  /// for: room for copies in steps of eight bytes.
  static let slack = 16

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Bytes in use.
  var count = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.slack)
  }

  deinit { base.deallocate() }

  /// The end of the bytes in use.
  @inline(__always)
  var end: UnsafeMutablePointer<UInt8> { base + count }

  /// The bytes in use; valid until the buffer changes.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Makes room for more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let size = max(capacity * 2, count + more)
    base = LargeMemory.grown(base, to: size + Self.slack)
    capacity = size
  }

  /// Adds one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// Adds an integer.
  @inline(__always)
  mutating func append(varint value: UInt64) {
    reserve(Varint.most)
    count += Varint.write(value, to: end)
  }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    end.update(from: source, count: length)
    count += length
  }

  /// Gives large memory back.
  mutating func removeAll(keepingAtMost limit: Int = .max) {
    count = 0
    if capacity <= limit { return }
    base.deallocate()
    capacity = limit
    base = .allocate(capacity: limit + Self.slack)
  }
}
