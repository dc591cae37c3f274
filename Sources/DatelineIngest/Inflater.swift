import CZLib

/// One stream of zlib, usable many times.
final class Inflater {
  /// How the compressed data is wrapped (zlib manual, `inflateInit2`).
  enum Wrapping: Int32 {
    case raw = -15
    case zlib = 15
    case gzip = 31
  }

  enum Status {
    /// Decoding can go on with more input or more room.
    case more
    /// The data has ended, checksums included.
    case end
    case damaged
  }

  struct Step {
    var consumed: Int
    var produced: Int
    var status: Status
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      inflateInit2_(
        stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Forgets what was decoded and expects the start of another stream.
  func reset() {
    if isReady { inflateReset(stream) }
  }

  /// Decodes from `input` to `target` until one of them is used up.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer
  ) -> Step {
    guard isReady else { return Step(consumed: 0, produced: 0, status: .damaged) }
    let available = min(input.count, Int(Int32.max))
    let room = min(target.count, Int(Int32.max))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(available)
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    let status: Status
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: status = .more
    case Z_STREAM_END: status = .end
    default: status = .damaged
    }
    return Step(
      consumed: available - Int(stream.pointee.avail_in),
      produced: room - Int(stream.pointee.avail_out), status: status)
  }
}
