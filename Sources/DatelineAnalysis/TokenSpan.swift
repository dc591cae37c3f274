/// A token of a text: hash of its folded form and its byte range.
package struct TokenSpan: Sendable, Equatable {
  /// Hash of the folded bytes, see ``hash(of:)-(UnsafeBufferPointer<UInt8>)``.
  package var hash: UInt64
  /// First byte.
  package var start: Int32
  /// Byte after the last.
  package var end: Int32

  /// FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923).
  @inline(__always)
  package static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// FNV-1a of 64 bits of an array.
  package static func hash(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { hash(of: $0) }
  }
}
