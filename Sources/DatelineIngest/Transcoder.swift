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
    let name = EncodingLabels.converterName(encoding)
    guard let converter = open(name) ?? (encoding == "euc-jp" ? open("EUC-JP") : nil)
    else { return nil }
    defer { iconv_close(converter) }
    var result = Result(text: [], faults: 0)
    result.text.reserveCapacity(bytes.count + bytes.count / 2)
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(
      to: CChar.self)
    var inputLeft = bytes.count
    let piece = min(max(bytes.count, 64), 1 << 16)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: piece) { output in
      while inputLeft > 0 {
        let before = inputLeft
        var target = output.baseAddress
        var room = output.count
        let status = iconv(converter, &input, &inputLeft, &target, &room)
        let code = errno
        output.withMemoryRebound(to: UInt8.self) {
          result.text.append(contentsOf: $0[..<(output.count - room)])
        }
        // A converter that stands still would hang the import.
        let hasMoved = inputLeft < before || room < output.count
        if inputLeft == 0 || (hasMoved && (status != -1 || code == E2BIG)) { continue }
        result.faults += 1
        result.text.append(contentsOf: "\u{FFFD}".utf8)
        input = input.map { $0 + 1 }
        inputLeft -= 1
      }
    }
    return result
  }

  private static func open(_ name: String) -> iconv_t? {
    let converter = iconv_open("UTF-8", name)
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }
}
