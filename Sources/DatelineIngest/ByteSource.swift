/// Where a reader's bytes come from: a stream, decoded.
///
/// A stream that starts with a UTF-16 byte order mark is delivered as UTF-8; everything else as it
/// is.
final class ByteSource {
  private enum Encoding {
    case unknown
    case bytes
    case utf16(littleEndian: Bool)
  }

  /// Bytes taken from the stream so far, before any decoding.
  private(set) var bytesRead: Int64 = 0

  private let stream: any ByteStream
  private var encoding = Encoding.unknown
  private var pending: [UInt8] = []
  private var isAtEnd = false

  init(stream: any ByteStream) { self.stream = stream }

  /// Reads an open file; closes it at the end of its own life when `closing`.
  convenience init(descriptor: Int32, closing: Bool) {
    self.init(stream: FileStream(descriptor: descriptor, closing: closing))
  }

  /// Reads bytes in memory.
  convenience init(bytes: [UInt8]) { self.init(stream: MemoryStream(bytes)) }

  /// Why reading stopped before the end of the stream.
  var failure: ReadFailure? { stream.failure }
  /// Damage met so far; places are those of the stream, which UTF-16 would move.
  var damage: [DamagedStretch] { stream.damage }

  /// Appends up to `chunkSize` bytes of the stream to `target`'s start and returns how many bytes
  /// were written; 0 at the end or on failure. `target` must hold `3 * chunkSize + 8` bytes, the
  /// most that UTF-16 may grow to.
  func read(into target: UnsafeMutableRawBufferPointer, chunkSize: Int) -> Int {
    while !isAtEnd || !pending.isEmpty {
      switch encoding {
      case .bytes:
        if !pending.isEmpty {
          target.copyBytes(from: pending)
          defer { pending = [] }
          return pending.count
        }
        return readBytes(into: UnsafeMutableRawBufferPointer(rebasing: target[..<chunkSize]))
      case .unknown:
        detectEncoding()
      case .utf16(let littleEndian):
        readPending(chunkSize)
        let written = transcode(into: target, littleEndian: littleEndian)
        if written > 0 { return written }
      }
    }
    return 0
  }

  private func readBytes(into target: UnsafeMutableRawBufferPointer) -> Int {
    if isAtEnd { return 0 }
    let count = stream.read(into: target)
    if count == 0 { isAtEnd = true }
    bytesRead += Int64(count)
    return count
  }

  private func readPending(_ count: Int) {
    let size = max(count, 2)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = readBytes(into: UnsafeMutableRawBufferPointer(buffer))
    }
    pending += bytes
  }

  private func detectEncoding() {
    while pending.count < 2 && !isAtEnd { readPending(2 - pending.count) }
    if pending.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16(littleEndian: true)
      pending.removeFirst(2)
    } else if pending.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16(littleEndian: false)
      pending.removeFirst(2)
    } else {
      encoding = .bytes
    }
  }

  /// Writes the complete characters of `pending` as UTF-8. Surrogates without partner and an odd
  /// last byte become U+FFFD.
  private func transcode(
    into target: UnsafeMutableRawBufferPointer, littleEndian: Bool
  ) -> Int {
    var written = 0
    var position = 0
    func put(_ scalar: UInt32) { written += UTF8Bytes.write(scalar, to: target, at: written) }
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(pending[index])
      let second = UInt32(pending[index + 1])
      return littleEndian ? first | second << 8 : first << 8 | second
    }
    while position + 1 < pending.count {
      let value = unit(position)
      if value & 0xFC00 == 0xD800 {
        if position + 3 < pending.count {
          let low = unit(position + 2)
          if low & 0xFC00 == 0xDC00 {
            put(0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF))
            position += 4
            continue
          }
        } else if !isAtEnd {
          break
        }
      }
      put(value & 0xF800 == 0xD800 ? 0xFFFD : value)
      position += 2
    }
    if isAtEnd && position < pending.count {
      put(0xFFFD)
      position = pending.count
    }
    pending.removeFirst(position)
    return written
  }
}
