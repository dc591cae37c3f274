/// Text and numbers as literals of SphinxQL.
enum SphinxLiteral {
  private static let quote = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")

  /// A string in quotes: backslash and quote escaped, NUL left out, which ends a statement for Sphinx.
  static func text(_ value: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(value.utf8.count + 2)
    append(value, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends a string in quotes.
  static func append(_ value: String, to result: inout [UInt8]) {
    result.append(quote)
    var value = value
    value.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte == quote || byte == backslash || byte == 0 else { continue }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        if byte != 0 { result.append(backslash) }
        // The byte itself goes with what follows.
        start = byte == 0 ? index + 1 : index
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    result.append(quote)
  }

  /// Numbers in brackets, separated by commas.
  static func list(_ values: some Sequence<Int64>) -> String {
    "(" + values.map(String.init).joined(separator: ",") + ")"
  }
}
