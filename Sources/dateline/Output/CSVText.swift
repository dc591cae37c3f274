/// Values as RFC 4180 writes them.
///
/// Byte by byte: for Swift a comma or a quotation mark is one character with an accent that stands behind it, for
/// programs that read CSV it is not.
enum CSVText {
  private static let quote = UInt8(ascii: "\"")
  private static let special = [quote, UInt8(ascii: ","), 0x0A, 0x0D]

  /// The value, in quotation marks where it needs them.
  static func field(_ value: String) -> String {
    let isPlain =
      !value.utf8.contains(where: special.contains) && !value.contains(where: \.isNewline)
    return isPlain ? value : quoted(value)
  }

  /// The value in quotation marks, those within doubled.
  static func quoted(_ value: String) -> String {
    var bytes = [quote]
    bytes.reserveCapacity(value.utf8.count + 2)
    for byte in value.utf8 {
      bytes.append(byte)
      if byte == quote { bytes.append(quote) }
    }
    bytes.append(quote)
    return String(decoding: bytes, as: UTF8.self)
  }
}
