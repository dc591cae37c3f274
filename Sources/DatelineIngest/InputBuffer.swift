#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A window on the bytes of a file, from the start of the record being read.
///
/// Positions are relative to the window's start, so that they stay right when ``fill()`` moves or
/// enlarges the storage. Behind the window there are always ``padding`` readable bytes.
///
/// Invariant: `start <= end <= capacity`, and `storage` has room for `capacity + padding` bytes, those up to `end +
/// padding` initialised. What `bytes` and `slice` give is valid until the next `fill()`. One thread.
final class InputBuffer {
  /// Readable bytes behind the window: as many as the JSON parser may look ahead.
  static let padding = 64

  /// Offset of the window's first byte in the decoded file.
  private(set) var offset: Int64 = 0
  /// Bytes in the window.
  var count: Int { end - start }
  /// True when nothing can be added to the window any more.
  private(set) var isAtEnd = false

  let source: ByteSource
  private let chunkSize: Int
  private var storage: UnsafeMutableRawPointer
  private var capacity: Int
  private var start = 0
  private var end = 0

  init(source: ByteSource, chunkSize: Int = 1 << 18) {
    self.source = source
    self.chunkSize = max(chunkSize, 1)
    capacity = 4 * self.chunkSize + Self.padding
    storage = .allocate(byteCount: capacity + Self.padding, alignment: 64)
    clearPadding()
  }

  deinit { storage.deallocate() }

  /// The window's bytes; valid until the next ``fill()`` or ``discard(_:)``.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafePointer((storage + start).assumingMemoryBound(to: UInt8.self)), count: count)
  }

  subscript(position: Int) -> UInt8 {
    storage.load(fromByteOffset: start + position, as: UInt8.self)
  }

  /// Bytes of a part of the window.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Adds the file's next bytes to the window; false at the end of the file.
  func fill() -> Bool {
    if isAtEnd { return false }
    makeRoom(3 * chunkSize + 8)
    let room = UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
    let read = source.read(into: room, chunkSize: chunkSize)
    if read == 0 {
      isAtEnd = true
      return false
    }
    end += read
    clearPadding()
    return true
  }

  /// Adds bytes until the window holds `count` or the file ends; true when it holds them.
  func require(_ count: Int) -> Bool {
    while self.count < count {
      if !fill() { return false }
    }
    return true
  }

  /// Drops the first `count` bytes of the window.
  func discard(_ count: Int) {
    start += count
    offset += Int64(count)
  }

  /// Position of the first `byte` at or behind `position`; `nil` when the window has none.
  func firstIndex(of byte: UInt8, from position: Int) -> Int? {
    guard position < count,
      let found = memchr(storage + (start + position), Int32(byte), count - position)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(storage) - start
  }

  /// Position of the first occurrence of `pattern` at or behind `position`; `nil` when the window
  /// has none.
  func firstIndex(of pattern: StaticString, from position: Int) -> Int? {
    var position = position
    while let found = firstIndex(of: pattern.utf8Start[0], from: position) {
      if holds(pattern, at: found) { return found }
      position = found + 1
    }
    return nil
  }

  /// True when the window's bytes from `position` on are those of `pattern`; does not read on.
  func holds(_ pattern: StaticString, at position: Int) -> Bool {
    let length = pattern.utf8CodeUnitCount
    return position + length <= count
      && memcmp(storage + (start + position), pattern.utf8Start, length) == 0
  }

  private func clearPadding() {
    (storage + end).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
  }

  private func makeRoom(_ needed: Int) {
    if capacity - end >= needed { return }
    let used = count
    if capacity - used >= needed && used <= capacity / 2 {
      memmove(storage, storage + start, used)
    } else {
      capacity = max(2 * capacity, used + needed)
      let larger = UnsafeMutableRawPointer.allocate(
        byteCount: capacity + Self.padding, alignment: 64)
      memcpy(larger, storage + start, used)
      storage.deallocate()
      storage = larger
    }
    start = 0
    end = used
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte is among these, looked for with the C library's vector instructions.
  func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }
}
