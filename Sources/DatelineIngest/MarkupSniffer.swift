/// Tells kinds of markup by their beginning.
enum MarkupSniffer {
  /// The format of a file that starts with `head`, white space left out; `nil` when its name
  /// decides.
  static func format(
    _ head: UnsafeBufferPointer<UInt8>, expected: InputFormat?
  ) -> InputFormat? {
    guard head.first == UInt8(ascii: "<") else {
      // Text that somebody saved as a page. A page may begin with text, but has tags.
      return expected == .html && !hasTag(head) ? .text : nil
    }
    let opening = opening(of: head)
    if let format = opening.root.flatMap(XMLRoots.format) { return format }
    switch opening.documentType {
    case "html": return .html
    case "lewis": return .sgml
    default: break
    }
    switch expected {
    case .html:
      return XMLRoots.isKnown(opening.root ?? "") ? .newsml : nil
    case .feed, .newsml, .sgml, .csv, .tsv, .warc:
      return nil
    case .text, .json, .jsonl, nil:
      if let root = opening.root, XMLRoots.isPart(ofPage: root) { return .html }
      return opening.isXML ? .newsml : nil
    }
  }

  /// What stands before the root element's content.
  struct Opening: Equatable {
    /// Local name of the root element in lower case.
    var root: String?
    /// Name in the document type declaration in lower case.
    var documentType: String?
    /// Whether it begins with an XML declaration.
    var isXML = false
  }

  /// The beginning of markup, comments and processing instructions left out.
  static func opening(of head: UnsafeBufferPointer<UInt8>) -> Opening {
    var opening = Opening()
    var position = 0
    while position + 1 < head.count {
      if UTF8Bytes.isSpace(head[position]) {
        position += 1
        continue
      }
      guard head[position] == UInt8(ascii: "<") else { return opening }
      let rest = UnsafeBufferPointer(rebasing: head[(position + 1)...])
      if rest.starts(with: "!--".utf8) {
        guard let end = index(of: "-->", in: head, from: position + 4) else { return opening }
        position = end
      } else if rest.first == UInt8(ascii: "?") {
        if rest.starts(with: "?xml".utf8) { opening.isXML = true }
        guard let end = index(of: ">", in: head, from: position) else { return opening }
        position = end
      } else if rest.first == UInt8(ascii: "!") {
        let words = name(rest.dropFirst())
        if words == "doctype" {
          let behind = rest.dropFirst(1 + words.utf8.count).drop(while: UTF8Bytes.isSpace)
          opening.documentType = name(behind)
        }
        position = endOfDeclaration(head, from: position)
      } else {
        let name = name(rest[...])
        let local = name.split(separator: ":").last.map(String.init) ?? name
        if !local.isEmpty { opening.root = local }
        return opening
      }
    }
    return opening
  }

  /// Bytes of white space, comments and processing instructions that are passed over at most.
  static let longestPrologue = 1 << 20

  /// Position of a buffer's first byte that is in neither white space, a comment nor a processing
  /// instruction; of those that go on behind ``longestPrologue``, or have no end, the beginning. Reads
  /// on only while it is within one of them. Linear.
  static func prologueEnd(_ buffer: InputBuffer) -> Int {
    var length = 1 << 10
    while true {
      let hasMore = buffer.require(length)
      let (end, isOpen) = prologueEnd(buffer.slice(0..<min(buffer.count, longestPrologue)))
      if !isOpen || !hasMore || buffer.count >= longestPrologue { return end }
      length = min(buffer.count * 4, longestPrologue)
    }
  }

  /// The same in what there is of an input, and whether it may go on behind that. Linear.
  static func prologueEnd(_ head: UnsafeBufferPointer<UInt8>) -> (end: Int, isOpen: Bool) {
    var position = head.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    while position < head.count {
      if UTF8Bytes.isSpace(head[position]) {
        position += 1
        continue
      }
      let rest = UnsafeBufferPointer(rebasing: head[position...])
      let end: Int?
      if rest.starts(with: "<!--".utf8) {
        end = index(of: "-->", in: head, from: position + 4)
      } else if rest.starts(with: "<?".utf8) {
        end = index(of: ">", in: head, from: position + 2)
      } else {
        return (position, rest.count < 4)
      }
      guard let end else { return (position, true) }
      position = end
    }
    return (position, true)
  }

  private static func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let name = bytes.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2D
        || byte == 0x2E || byte == 0x5F
    }
    return String(decoding: name.prefix(64), as: UTF8.self).lowercased()
  }

  /// Behind a declaration and its internal subset.
  private static func endOfDeclaration(
    _ head: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var depth = 0
    for position in start..<head.count {
      switch head[position] {
      case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 { return position + 1 }
      default: break
      }
    }
    return head.count
  }

  private static func index(
    of text: String, in head: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let text = Array(text.utf8)
    var position = start
    while position + text.count <= head.count {
      if head[position] == text[0],
        head[position..<position + text.count].elementsEqual(text)
      {
        return position + text.count
      }
      position += 1
    }
    return nil
  }

  private static func hasTag(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    for position in head.indices.dropLast() where head[position] == UInt8(ascii: "<") {
      let next = head[position + 1]
      if (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == 0x21 {
        return true
      }
    }
    return false
  }
}
