import CZstd

/// Decodes zstd frames (RFC 8878) with libzstd, at most with windows of 128 MB as the `zstd` program
/// does.
///
/// A dictionary in a skippable frame before the others is loaded, itself compressed or not (IIPC,
/// "Use of Zstandard compression in WARC").
final class ZstdDecoder: MemberDecoder {
  let name = "zstd"
  let firstByte: UInt8 = 0x28
  /// A block, the header of a frame and that of a block.
  let probeLength = (1 << 17) + 32
  // Invariant: owned, freed once; libzstd copies the dictionary it is given.
  private let context: OpaquePointer?

  private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  private static let dictionaryFrame: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]
  private static let dictionaryMagic: [UInt8] = [0x37, 0xA4, 0x30, 0xEC]
  /// Largest dictionary in bytes, compressed or not; usual ones have some 100 kB.
  private static let largestDictionary = 16 << 20

  init() {
    context = ZSTD_createDCtx()
    if let context { ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27) }
  }

  deinit { ZSTD_freeDCtx(context) }

  /// True for the first bytes of a frame, skippable ones included.
  static func isHeader(_ bytes: some Collection<UInt8>) -> Bool {
    if bytes.starts(with: magic) { return true }
    guard let first = bytes.first, first & 0xF0 == 0x50 else { return false }
    return bytes.dropFirst().starts(with: dictionaryFrame.dropFirst())
  }

  func startsMember(_ buffer: InputBuffer) -> Bool {
    buffer.require(4) && Self.isHeader(buffer.bytes)
  }

  func prepare(_ buffer: InputBuffer) -> String? {
    guard buffer.require(8), buffer.bytes.starts(with: Self.dictionaryFrame) else { return nil }
    let size = (0..<4).reduce(0) { $0 | Int(buffer[4 + $1]) << (8 * $1) }
    guard size <= Self.largestDictionary else { return "the zstd dictionary is too large" }
    guard buffer.require(8 + size) else { return "the file ends inside the zstd dictionary" }
    var dictionary = Array(buffer.slice(8..<8 + size))
    if dictionary.starts(with: Self.magic) {
      switch dictionary.withUnsafeBufferPointer({
        ContentCoding.decode($0, "zstd", limit: Self.largestDictionary)
      }) {
      case .decoded(let decoded): dictionary = decoded
      default: return "the zstd dictionary is damaged"
      }
    }
    guard dictionary.starts(with: Self.dictionaryMagic) else { return nil }
    let status = ZSTD_DCtx_loadDictionary(context, dictionary, dictionary.count)
    return ZSTD_isError(status) == 0 ? nil : "the zstd dictionary is damaged"
  }

  func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    guard let context else { return DecodingStep(consumed: 0, produced: 0, status: .damaged) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
    let status = ZSTD_decompressStream(context, &output, &source)
    return DecodingStep(
      consumed: source.pos, produced: output.pos,
      status: ZSTD_isError(status) != 0 ? .damaged : status == 0 ? .end : .more)
  }
}
