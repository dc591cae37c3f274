/// Text and numbers as literals of SphinxQL.
enum SphinxLiteral {
  /// A string in quotes: backslash and quote escaped, NUL left out, which ends a statement for Sphinx.
  static func text(_ value: String) -> String {
    var result: [UInt8] = [UInt8(ascii: "'")]
    result.reserveCapacity(value.utf8.count + 2)
    append(value, to: &result)
    result.append(UInt8(ascii: "'"))
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ value: String, to result: inout [UInt8]) {
    for byte in value.utf8 {
      switch byte {
      case 0: continue
      case UInt8(ascii: "'"), UInt8(ascii: "\\"):
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      default: result.append(byte)
      }
    }
  }

  /// Numbers in brackets, separated by commas.
  static func list(_ values: some Sequence<Int64>) -> String {
    "(" + values.map(String.init).joined(separator: ",") + ")"
  }
}
