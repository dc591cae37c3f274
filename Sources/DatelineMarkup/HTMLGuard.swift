/// Makes a page harmless for the parser before it is parsed.
///
/// libxml2 compares every attribute of a tag with those before it, which takes minutes for a tag with
/// a million of them; no honest tag has more than ``mostAttributes``.
enum HTMLGuard {
  /// Attributes of a tag that are kept.
  static let mostAttributes = 256

  /// Replaces NULs by spaces, and what stands behind the first attributes of a tag that has too many.
  /// Linear in the page.
  static func clean(_ page: inout [UInt8]) {
    page.withUnsafeMutableBufferPointer { bytes in
      var index = 0
      let count = bytes.count
      while index < count {
        let byte = bytes[index]
        if byte == 0 { bytes[index] = 0x20 }
        index += 1
        if byte == UInt8(ascii: "<"), index < count, isLetter(bytes[index]) {
          let isRaw = hasRawContent(bytes, index)
          index = endOfTag(&bytes, from: index)
          if isRaw { index = endOfRawContent(bytes, from: index) }
        }
      }
    }
  }

  /// The position behind a tag's name and attributes.
  private static func endOfTag(
    _ bytes: inout UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    var attributes = 0
    var isInSpace = false
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0 { bytes[index] = 0x20 }
      if quote != 0 {
        if byte == quote { quote = 0 }
        if attributes > mostAttributes { bytes[index] = 0x20 }
      } else {
        if byte == UInt8(ascii: ">") { return index + 1 }
        // A tag that was not closed; the next one begins.
        if byte == UInt8(ascii: "<") { return index }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        let isSpace = byte <= 0x20 || byte == UInt8(ascii: "/") || quote != 0
        if isInSpace && !isSpace { attributes += 1 }
        isInSpace = isSpace
        if attributes > mostAttributes { bytes[index] = 0x20 }
      }
      index += 1
    }
    return index
  }

  /// Whether the tag is a script or a style, in which `<` is a character like others.
  private static func hasRawContent(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for name in [StaticString("script"), StaticString("style")] {
      let length = name.utf8CodeUnitCount
      guard start + length < bytes.count else { continue }
      var isEqual = true
      for offset in 0..<length where bytes[start + offset] | 0x20 != name.utf8Start[offset] {
        isEqual = false
      }
      if isEqual, !isLetter(bytes[start + length]) { return true }
    }
    return false
  }

  /// The position of the next `</s`, where a script or a style ends.
  private static func endOfRawContent(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 2 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] | 0x20 == UInt8(ascii: "s")
      {
        return index
      }
      if bytes[index] == 0 { bytes[index] = 0x20 }
      index += 1
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}
