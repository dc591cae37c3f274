/// Cuts text into tokens exactly as FTS5's `unicode61 remove_diacritics 2` does.
///
/// A token is a run of letters, digits and private-use scalars, with the combining marks between
/// them; its folded form is lower case without diacritics. Works on UTF-8 bytes and allocates
/// nothing per token. The stemming of `porter` is not applied.
///
/// The input must be well-formed UTF-8 (that of a Swift `String` always is): for malformed bytes
/// FTS5 has rules of its own.
///
/// Source: the documented behaviour of unicode61 in SQLite's FTS5, section 4.3.1; tables probed from
/// the stock tokenizer.
package struct Tokenizer: Sendable {
  let table = FoldTable.unicode61
  /// Folded bytes of ASCII; 0 separates.
  private let ascii = Self.ascii
  private static let ascii = (0..<128).map { UInt8(FoldTable.unicode61[UInt32($0)]) }

  /// Creates a tokenizer. The tables are shared.
  package init() {}

  /// Calls `body` for each token in order.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8.
  ///   - folded: scratch space, reused between calls; its content after the call is undefined.
  ///   - body: gets the folded token (valid during the call only) and the token's byte range.
  /// - Complexity: O(bytes).
  @inline(__always)
  package func forEachToken(
    in bytes: UnsafeBufferPointer<UInt8>, folded: inout [UInt8],
    _ body: (_ folded: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Void
  ) {
    // Folding can lengthen a token (two bytes to three), never more than twofold.
    let needed = bytes.count * 2 + 8
    if folded.count < needed { folded = Array(repeating: 0, count: needed) }
    folded.withUnsafeMutableBufferPointer { output in
      ascii.withUnsafeBufferPointer { ascii in
        var index = 0
        let count = bytes.count
        while index < count {
          // Between tokens.
          var start = index
          var length = 0
          var inToken = false
          while index < count {
            let byte = bytes[index]
            if byte < 0x80 {
              let value = ascii[Int(byte)]
              if value == 0 {
                if inToken { break }
                index += 1
              } else {
                if !inToken {
                  inToken = true
                  start = index
                }
                output[length] = value
                length += 1
                index += 1
              }
            } else {
              let (scalar, width) = decode(bytes, index)
              let value = table[scalar]
              if value == FoldTable.separator || (value == FoldTable.mark && !inToken) {
                if inToken { break }
                index += width
              } else {
                if !inToken {
                  inToken = true
                  start = index
                }
                if value != FoldTable.mark {
                  length += encode(value, output, length)
                }
                index += width
              }
            }
          }
          if inToken {
            body(UnsafeBufferPointer(rebasing: output[0..<length]), start, index)
          }
        }
      }
    }
  }

  /// The folded tokens of a short text, as strings.
  package func tokens(of text: String) -> [String] {
    var result: [String] = []
    var folded: [UInt8] = []
    var text = text
    text.withUTF8 { bytes in
      forEachToken(in: bytes, folded: &folded) { token, _, _ in
        result.append(String(decoding: token, as: UTF8.self))
      }
    }
    return result
  }

  /// Scalar and width of the well-formed multi-byte sequence at `index`.
  ///
  /// Invariant: nothing behind `bytes` is read, and the width stays within them: other tools may have stored a text
  /// that ends within a sequence, and users of tokens slice the text by their ranges.
  @inline(__always)
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    let room = bytes.count - index
    func next(_ offset: Int) -> UInt32 {
      offset < room ? UInt32(bytes[index + offset]) & 0x3F : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), min(2, room)) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), min(3, room)) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, room))
  }

  /// Writes a scalar as UTF-8 at `offset`; returns its width.
  @inline(__always)
  func encode(
    _ scalar: UInt32, _ output: UnsafeMutableBufferPointer<UInt8>, _ offset: Int
  ) -> Int {
    if scalar < 0x80 {
      output[offset] = UInt8(scalar)
      return 1
    }
    if scalar < 0x800 {
      output[offset] = UInt8(0xC0 | scalar >> 6)
      output[offset + 1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      output[offset] = UInt8(0xE0 | scalar >> 12)
      output[offset + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      output[offset + 2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    }
    output[offset] = UInt8(0xF0 | scalar >> 18)
    output[offset + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
    output[offset + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
    output[offset + 3] = UInt8(0x80 | scalar & 0x3F)
    return 4
  }
}
