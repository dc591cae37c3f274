import CBrotli

/// Content codings of HTTP (RFC 9110, section 8.4.1; RFC 7932 for `br`, RFC 8878 for
/// `zstd`).
enum ContentCoding {
  enum Outcome {
    case decoded([UInt8])
    /// The bytes are not so coded, whatever the header says.
    case unchanged
    case tooLarge
    /// No decoder knows the coding.
    case unknown
  }

  /// Decodes as much as can be decoded. Linear in what comes out, at most `limit` bytes.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ coding: String, limit: Int
  ) -> Outcome {
    switch coding {
    case "gzip", "x-gzip":
      guard bytes.count > 2, bytes[0] == 0x1F, bytes[1] == 0x8B else { return .unchanged }
      return decode(bytes, with: GzipDecoder(.gzip), limit)
    case "deflate":
      // Browsers and servers disagree whether the zlib wrapping is part of it.
      if bytes.count > 2, bytes[0] & 0x0F == 8, (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0,
        case .decoded(let result) = decode(bytes, with: GzipDecoder(.zlib), limit)
      {
        return .decoded(result)
      }
      return looksDecoded(bytes) ? .unchanged : decode(bytes, with: GzipDecoder(.raw), limit)
    case "zstd":
      return ZstdDecoder.isHeader(bytes) ? decode(bytes, with: ZstdDecoder(), limit) : .unchanged
    case "br":
      return looksDecoded(bytes) ? .unchanged : brotli(bytes, limit)
    default:
      return .unknown
    }
  }

  /// True when the bytes start like a page and not like compressed data.
  private static func looksDecoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = bytes.drop(while: UTF8Bytes.isSpace).prefix(64)
    return head.first == UInt8(ascii: "<") && head.allSatisfy { $0 >= 0x20 || $0 >= 9 && $0 <= 13 }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, with decoder: any MemberDecoder, _ limit: Int
  ) -> Outcome {
    var position = 0
    return collect(bytes.count, limit) { target in
      while true {
        let rest = UnsafeBufferPointer(rebasing: bytes[position...])
        let step = decoder.step(rest, into: target)
        position += step.consumed
        // Frames of zstd may follow each other, and some hold nothing.
        let isLast =
          step.status == .damaged
          || step.status == .end && !ZstdDecoder.isHeader(bytes[position...])
        if step.produced > 0 || isLast || step.consumed == 0 { return (step.produced, isLast) }
      }
    }
  }

  private static func brotli(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Outcome {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return .unknown }
    defer { BrotliDecoderDestroyInstance(state) }
    var available = bytes.count
    var input = bytes.baseAddress
    return collect(bytes.count, limit) { target in
      var room = target.count
      // Invariant: raw memory that nobody else looks at, of which the decoder is told the length.
      var output = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let status = BrotliDecoderDecompressStream(
        state, &available, &input, &room, &output, nil)
      return (target.count - room, status != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
    }
  }

  /// Collects what `step` writes until it says that nothing more comes.
  private static func collect(
    _ inputCount: Int, _ limit: Int,
    _ step: (UnsafeMutableRawBufferPointer) -> (produced: Int, isLast: Bool)
  ) -> Outcome {
    var result: [UInt8] = []
    result.reserveCapacity(min(inputCount * 5, limit))
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { target in
      while true {
        let (produced, isLast) = step(target)
        result.append(contentsOf: target[..<produced])
        if result.count > limit { return .tooLarge }
        if isLast || produced == 0 { break }
      }
      return result.isEmpty && inputCount > 0 ? .unchanged : .decoded(result)
    }
  }
}
