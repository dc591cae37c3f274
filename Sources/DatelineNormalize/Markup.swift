/// Reduces fields that contain HTML tags to text. This is no HTML parser: fields with a few tags
/// are its case, whole pages are not.
enum Markup {
  /// `bytes` without HTML tags, comments and the content of scripts and styles. Only names of HTML
  /// elements count: `a < b`, `<name withheld>` and mail addresses in angle brackets stay.
  ///
  /// When there are block elements or line breaks, these alone make paragraphs, and line ends of
  /// the source are spaces, as in HTML.
  ///
  /// In a flattened page (`keepsLines`) a tag is a stray: it is removed, but neither hides what
  /// follows nor changes the lines.
  static func stripTags(_ bytes: [UInt8], keepsLines: Bool = false) -> [UInt8] {
    var scanner = TagScanner(bytes: bytes, hidesContent: !keepsLines)
    if keepsLines { return strip(&scanner, structured: false) }
    var structured = false
    var found = false
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let tag = scanner.tag(at: index) {
        found = true
        if tag.kind == .block || tag.kind == .lineBreak || tag.kind == .caption {
          structured = true
        }
        index = tag.end
      } else {
        index += 1
      }
    }
    guard found else { return bytes }
    return strip(&scanner, structured: structured)
  }

  private static func strip(_ scanner: inout TagScanner, structured: Bool) -> [UInt8] {
    let bytes = scanner.bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let tag = scanner.tag(at: index) {
        switch tag.kind {
        case .inline: break
        case .block: output.append(contentsOf: [0x0A, 0x0A])
        case .lineBreak: output.append(0x0A)
        case .hidden: output.append(0x20)
        case .caption: output.append(contentsOf: [0x0A, 0x0A])
        }
        index = tag.end
      } else {
        let isLineEnd = byte == 0x0A || byte == 0x0D
        output.append(structured && isLineEnd ? 0x20 : byte)
        index += 1
      }
    }
    return output
  }
}

/// Finds tags in UTF-8.
private struct TagScanner {
  enum Kind { case inline, block, lineBreak, hidden, caption }

  let bytes: [UInt8]
  /// End marks that do not occur any more; keeps text full of unclosed comments linear.
  private var absent: Set<String> = []

  private let hidesContent: Bool

  init(bytes: [UInt8], hidesContent: Bool) {
    self.bytes = bytes
    self.hidesContent = hidesContent
  }

  /// The tag, comment or hidden element at `start`, and where it ends.
  mutating func tag(at start: Int) -> (kind: Kind, end: Int)? {
    var index = start + 1
    if hidesContent, bytes[start...].starts(with: "<!--".utf8) {
      let end = find("-->", from: index + 3)
      return end.map { (.hidden, $0 + 3) }
    }
    let closing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if closing { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart < 12, isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart, index < bytes.count else { return nil }
    let name = String(decoding: bytes[nameStart..<index].map(lowercased), as: UTF8.self)
    guard let kind = Self.elements[name] else { return nil }
    switch bytes[index] {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x09, 0x0A, 0x0D: break
    default: return nil
    }
    guard let close = endOfTag(from: index) else { return nil }
    if kind == .hidden || kind == .caption, !closing, hidesContent,
      let end = find("</" + name, from: close)
    {
      return (kind, endOfTag(from: end + 1) ?? bytes.count)
    }
    return (kind, close)
  }

  /// The index after the `>` that closes a tag; `>` inside quoted attribute values is skipped. A tag
  /// longer than 2,048 bytes is none, which also bounds the work on text full of `<`.
  private func endOfTag(from start: Int) -> Int? {
    var quote: UInt8 = 0
    var previous: UInt8 = 0
    for index in start..<min(bytes.count, start + 2048) {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        previous == UInt8(ascii: "=")
      {
        quote = byte
      }
      if byte != 0x20 { previous = byte }
    }
    return nil
  }

  private mutating func find(_ needle: String, from start: Int) -> Int? {
    if absent.contains(needle) { return nil }
    let pattern = Array(needle.utf8)
    var index = start
    while index + pattern.count <= bytes.count {
      var matched = 0
      while matched < pattern.count, lowercased(bytes[index + matched]) == pattern[matched] {
        matched += 1
      }
      if matched == pattern.count { return index }
      index += 1
    }
    absent.insert(needle)
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static let elements: [String: Kind] = {
    var table: [String: Kind] = ["br": .lineBreak, "hr": .block]
    let inline = """
      a abbr acronym audio b bdi bdo big button cite code del dfn em embed font i iframe img input \
      ins kbd label link mark meta object param picture q rp rt ruby s samp small source span \
      strike strong sub sup time tt u var video wbr
      """
    let block = """
      address article aside blockquote body caption center dd details div dl dt fieldset \
      figure footer form h1 h2 h3 h4 h5 h6 head header html legend li main nav ol option p pre \
      section select summary table tbody td tfoot th thead tr ul
      """
    for name in inline.split(separator: " ") { table[String(name)] = .inline }
    for name in block.split(separator: " ") { table[String(name)] = .block }
    // Below pictures, which texts are without.
    table["figcaption"] = .caption
    for name in ["script", "style", "noscript", "template", "title"] { table[name] = .hidden }
    return table
  }()
}
