#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Conversion of legacy encodings to UTF-8 with the C library's `iconv` (POSIX.1-2017).
enum Transcoder {
  /// UTF-8 and how much of the input was no text.
  struct Result {
    var text: [UInt8]
    /// Bytes that stand for no character; each gave one U+FFFD.
    var faults: Int
  }

  /// The text of bytes in an encoding of ``EncodingLabels``; `nil` when the system has no converter
  /// for it. Linear. Bytes that are no character become U+FFFD, and reading goes on at the next one.
  static func convert(_ bytes: UnsafeBufferPointer<UInt8>, from encoding: String) -> Result? {
    if EscapedText.handles(encoding) {
      var decoder = EscapedText(encoding)
      return decoder.text(of: bytes, isLast: true)
    }
    guard let converter = open(encoding) else { return nil }
    defer { iconv_close(converter) }
    var result = Result(text: [], faults: 0)
    result.text.reserveCapacity(bytes.count + bytes.count / 2)
    // Invariant: iconv reads `inputLeft` bytes from `input` and writes none there; both move together.
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(
      to: CChar.self)
    var inputLeft = bytes.count
    let piece = min(max(bytes.count, 64), 1 << 16)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: piece) { output in
      func take(_ room: Int) {
        output.withMemoryRebound(to: UInt8.self) {
          result.text.append(contentsOf: $0[..<(output.count - room)])
        }
      }
      while inputLeft > 0 {
        let before = inputLeft
        var target = output.baseAddress
        var room = output.count
        let status = iconv(converter, &input, &inputLeft, &target, &room)
        let code = errno
        take(room)
        // A converter that stands still would hang the import.
        let hasMoved = inputLeft < before || room < output.count
        if inputLeft == 0 || (hasMoved && (status != -1 || code == E2BIG)) { continue }
        result.faults += 1
        result.text.append(contentsOf: "\u{FFFD}".utf8)
        input = input.map { $0 + 1 }
        inputLeft -= 1
      }
      // Letters that an accent may follow (windows-1255, windows-1258) are held back.
      var target = output.baseAddress
      var room = output.count
      _ = iconv(converter, nil, nil, &target, &room)
      take(room)
    }
    return result
  }

  private static func open(_ encoding: String) -> iconv_t? {
    for name in [EncodingLabels.converterName(encoding), encoding == "euc-jp" ? "EUC-JP" : ""]
    where !name.isEmpty {
      let converter = iconv_open("UTF-8", name)
      if converter != iconv_t(bitPattern: -1) { return converter }
    }
    return nil
  }
}
