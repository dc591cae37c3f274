import CBzip2

/// Decodes bzip2 streams with libbz2, which gives what it has decoded before damage.
final class Bzip2Decoder: MemberDecoder {
  let name = "bzip2"
  let firstByte = UInt8(ascii: "B")
  /// A block of the largest size, which only noise fills.
  let probeLength = 1_000_000
  // Invariant: libbz2 keeps the address of the stream, which is therefore allocated; buffers are set anew for each
  // step.
  private let stream: UnsafeMutablePointer<bz_stream>
  private var isReady = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: bz_stream())
  }

  deinit {
    if isReady { BZ2_bzDecompressEnd(stream) }
    stream.deallocate()
  }

  /// True for the first bytes of a stream: a block of a size from 1 to 9, or the end of one without
  /// content, by the digits of pi and of its root.
  static func isHeader(_ head: some Collection<UInt8>) -> Bool {
    let head = Array(head.prefix(10))
    guard head.count == 10, head.starts(with: "BZh".utf8), (0x31...0x39).contains(head[3]) else {
      return false
    }
    return head[4...].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
      || head[4...].elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  }

  func startsMember(_ buffer: InputBuffer) -> Bool {
    buffer.require(10) && Self.isHeader(buffer.bytes)
  }

  func prepare(_ buffer: InputBuffer) -> String? { nil }

  func reset() {
    if isReady { BZ2_bzDecompressEnd(stream) }
    stream.pointee = bz_stream()
    isReady = BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    guard isReady else { return DecodingStep(consumed: 0, produced: 0, status: .damaged) }
    let available = min(input.count, Int(Int32.max))
    let room = min(target.count, Int(Int32.max))
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_in = UInt32(available)
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_out = UInt32(room)
    let status: DecodingStep.Status
    switch BZ2_bzDecompress(stream) {
    case BZ_OK: status = .more
    case BZ_STREAM_END: status = .end
    default: status = .damaged
    }
    return DecodingStep(
      consumed: available - Int(stream.pointee.avail_in),
      produced: room - Int(stream.pointee.avail_out), status: status)
  }
}
