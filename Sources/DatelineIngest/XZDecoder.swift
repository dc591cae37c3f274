import CLZMA

/// Decodes xz streams with liblzma (The .xz File Format, version 1.2), which gives every byte before
/// damage.
final class XZDecoder: MemberDecoder {
  let name = "xz"
  let firstByte: UInt8 = 0xFD
  /// A header of a stream and of a block, and what begins a record.
  let probeLength = 4_096
  // Invariant: liblzma keeps no address of the stream; buffers are set anew for each step.
  private var stream = lzma_stream()
  private var isReady = false

  private static let magic: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
  /// Most memory for one stream in bytes; `xz -9` needs 65 MB.
  private static let memoryLimit: UInt64 = 256 << 20

  deinit { lzma_end(&stream) }

  /// True for the first bytes of a stream.
  static func isHeader(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: magic) }

  func startsMember(_ buffer: InputBuffer) -> Bool {
    buffer.require(Self.magic.count) && Self.isHeader(buffer.bytes)
  }

  func prepare(_ buffer: InputBuffer) -> String? { nil }

  func reset() { isReady = lzma_stream_decoder(&stream, Self.memoryLimit, 0) == LZMA_OK }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    guard isReady else { return DecodingStep(consumed: 0, produced: 0, status: .damaged) }
    stream.next_in = input.baseAddress
    stream.avail_in = input.count
    stream.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = target.count
    let status: DecodingStep.Status
    switch lzma_code(&stream, LZMA_RUN) {
    case LZMA_OK, LZMA_BUF_ERROR: status = .more
    case LZMA_STREAM_END: status = .end
    default: status = .damaged
    }
    return DecodingStep(
      consumed: input.count - stream.avail_in, produced: target.count - stream.avail_out,
      status: status)
  }
}
