import DatelineCore

/// Bytes that arrive in order and only once.
protocol ByteStream: AnyObject {
  /// Why reading stopped before the end.
  var failure: ReadFailure? { get }
  /// Stretches that are known to be damaged, in order; grows while bytes are read.
  var damage: [DamagedStretch] { get }
  /// Writes the next bytes to the start of `target` and returns how many; 0 at the end or on
  /// failure.
  ///
  /// Invariant: the target is lent for the call, and no more than its length is written.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int
}

extension ByteStream {
  var damage: [DamagedStretch] { [] }
}

/// Why an input could not be read to its end.
struct ReadFailure: Equatable {
  var reason: Rejection.Reason
  var message: String
}

/// A part of a decoded stream that is not what was once written. What belongs behind `end` is
/// missing as far as the next byte that the stream delivers.
struct DamagedStretch: Equatable {
  /// Offset of the first byte that may be wrong.
  var start: Int64
  /// Offset behind the last byte that may be wrong.
  var end: Int64
  /// What is wrong, for a person.
  var message: String
}

/// The bytes of an open file.
final class FileStream: ByteStream {
  private(set) var failure: ReadFailure?
  private let descriptor: Int32
  private let closes: Bool

  /// Reads an open file; closes it at the end of its own life when `closing`.
  init(descriptor: Int32, closing: Bool) {
    self.descriptor = descriptor
    closes = closing
  }

  deinit {
    if closes { SystemCalls.close(descriptor) }
  }

  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    if let count = SystemCalls.read(descriptor, into: target) { return count }
    failure = ReadFailure(reason: .unreadable, message: SystemCalls.lastErrorMessage)
    return 0
  }
}

/// Bytes in memory.
final class MemoryStream: ByteStream {
  let failure: ReadFailure? = nil
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(target.count, bytes.count - position)
    target.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
