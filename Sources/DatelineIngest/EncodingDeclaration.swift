/// Finds the encoding that a page or document names in its first bytes.
enum EncodingDeclaration {
  /// Bytes looked at, white space and comments before the page apart. The standard asks for 1,024; pages
  /// with long scripts name it later.
  static let length = 1 << 14

  /// The encoding of the XML declaration, else of the first `<meta>` that names one (WHATWG HTML,
  /// section 13.2.3.2, "prescan a byte stream to determine its encoding"); `nil` for none.
  static func html(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if let encoding = xml(bytes) { return encoding }
    let start = MarkupSniffer.prologueEnd(
      UnsafeBufferPointer(rebasing: bytes.prefix(MarkupSniffer.longestPrologue))
    ).end
    var scanner = MetaScanner(head: bytes[start...].prefix(length))
    return scanner.encoding().map(asciiCompatible)
  }

  /// The encoding of the XML declaration (XML 1.0, section 2.8) at the beginning.
  static func xml(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = bytes.prefix(1_024).drop(while: UTF8Bytes.isSpace)
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let text = String(decoding: head[..<end], as: UTF8.self)
    guard let name = text.firstRange(of: "encoding") else { return nil }
    let rest = text[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    let label = rest.dropFirst().prefix { $0 != quote }
    return EncodingLabels.encoding(label).map(asciiCompatible)
  }

  /// A declaration that was found as ASCII cannot be right about UTF-16 or UTF-32.
  private static func asciiCompatible(_ encoding: String) -> String {
    encoding.hasPrefix("utf-") ? "utf-8" : encoding
  }
}

/// The standard's prescan, with its way of reading attributes.
private struct MetaScanner {
  let bytes: [UInt8]
  private var position = 0

  init(head: Slice<UnsafeBufferPointer<UInt8>>) { bytes = Array(head) }

  mutating func encoding() -> String? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if matches("<!--") {
        // `<!-->` is a whole comment.
        position = index(after: "-->", from: position + 2)
      } else if matches("<meta"), position + 5 < bytes.count,
        isSpace(bytes[position + 5]) || bytes[position + 5] == UInt8(ascii: "/")
      {
        position += 5
        if let encoding = metaEncoding() { return encoding }
      } else if isTagStart {
        position += 1
        while position < bytes.count, !isSpace(bytes[position]), bytes[position] != 0x3E {
          position += 1
        }
        while attribute() != nil {}
      } else if matches("<!") || matches("</") || matches("<?") {
        position = index(after: ">", from: position)
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func metaEncoding() -> String? {
    var seen: Set<String> = []
    var saysContentType = false
    var needsContentType: Bool?
    var label: String?
    while let attribute = attribute() {
      guard seen.insert(attribute.name).inserted else { continue }
      switch attribute.name {
      case "http-equiv":
        if attribute.value == "content-type" { saysContentType = true }
      case "content":
        if label == nil, let found = Self.charset(in: attribute.value) {
          label = found
          needsContentType = true
        }
      case "charset":
        label = attribute.value
        needsContentType = false
      default: break
      }
    }
    guard let needsContentType, let label, !needsContentType || saysContentType else { return nil }
    return EncodingLabels.encoding(label)
  }

  /// The label behind `charset=` in the value of a content attribute (WHATWG HTML, section 2.5.4).
  private static func charset(in value: String) -> String? {
    var rest = Substring(value)
    while let found = rest.firstRange(of: "charset") {
      rest = rest[found.upperBound...].drop(while: \.isWhitespace)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      guard let quote = rest.first else { return nil }
      if quote == "\"" || quote == "'" {
        let inside = rest.dropFirst()
        return inside.firstIndex(of: quote).map { String(inside[..<$0]) }
      }
      return String(rest.prefix { !$0.isWhitespace && $0 != ";" })
    }
    return nil
  }

  /// The next attribute of a tag in lower case; `nil` at the tag's end.
  private mutating func attribute() -> (name: String, value: String)? {
    while position < bytes.count, isSpace(bytes[position]) || bytes[position] == 0x2F {
      position += 1
    }
    guard position < bytes.count, bytes[position] != 0x3E else { return nil }
    let nameStart = position
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != 0x2F,
      bytes[position] != 0x3E, bytes[position] != 0x3D || position == nameStart
    {
      position += 1
    }
    let name = text(nameStart..<position)
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count, bytes[position] == 0x3D else { return (name, "") }
    position += 1
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    if quote == 0x22 || quote == 0x27 {
      let start = position + 1
      guard let end = bytes[start...].firstIndex(of: quote) else {
        position = bytes.count
        return nil
      }
      position = end + 1
      return (name, text(start..<end))
    }
    let start = position
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != 0x3E {
      position += 1
    }
    // A head that ends inside a tag names nothing.
    return position < bytes.count ? (name, text(start..<position)) : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private func isSpace(_ byte: UInt8) -> Bool { UTF8Bytes.isSpace(byte) || byte == 0x0C }

  private var isTagStart: Bool {
    var index = position + 1
    if index < bytes.count, bytes[index] == 0x2F { index += 1 }
    guard index < bytes.count else { return false }
    return (0x61...0x7A).contains(bytes[index] | 0x20)
  }

  private func matches(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = bytes[position + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != text.utf8Start[index] { return false }
    }
    return true
  }

  private func index(after end: String, from start: Int) -> Int {
    let end = Array(end.utf8)
    var index = start
    while index + end.count <= bytes.count {
      if bytes[index...].starts(with: end) { return index + end.count }
      index += 1
    }
    return bytes.count
  }
}
