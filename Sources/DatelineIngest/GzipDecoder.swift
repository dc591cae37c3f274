import CZLib

/// One stream of zlib, usable many times.
final class GzipDecoder: MemberDecoder {
  /// How the compressed data is wrapped (zlib manual, `inflateInit2`).
  enum Wrapping: Int32 {
    case raw = -15
    case zlib = 15
    case gzip = 31
  }

  let name = "gzip"
  let firstByte: UInt8 = 0x1F
  let probeLength = 1024
  // Invariant: zlib keeps the address of the stream, which is therefore allocated; buffers are set anew for each
  // step.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init(_ wrapping: Wrapping = .gzip) {
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

  /// True when the window starts with the header of a gzip member (RFC 1952, section 2.3).
  static func isHeader(_ buffer: InputBuffer) -> Bool {
    buffer.require(10) && buffer[0] == 0x1F && buffer[1] == 0x8B && buffer[2] == 8
      && buffer[3] & 0xE0 == 0
  }

  func startsMember(_ buffer: InputBuffer) -> Bool { Self.isHeader(buffer) }

  func prepare(_ buffer: InputBuffer) -> String? { nil }

  func reset() {
    if isReady { inflateReset(stream) }
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    guard isReady else { return DecodingStep(consumed: 0, produced: 0, status: .damaged) }
    let available = min(input.count, Int(Int32.max))
    let room = min(target.count, Int(Int32.max))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(available)
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    let status: DecodingStep.Status
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: status = .more
    case Z_STREAM_END: status = .end
    default: status = .damaged
    }
    return DecodingStep(
      consumed: available - Int(stream.pointee.avail_in),
      produced: room - Int(stream.pointee.avail_out), status: status)
  }
}
