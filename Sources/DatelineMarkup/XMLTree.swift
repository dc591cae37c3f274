/// A document or a record in XML, as a flat tree in document order.
///
/// Names are in lower case. Those of the formats' own namespaces have no prefix, well-known modules
/// have their usual one (`dc:creator`), whatever the document calls them; see ``XMLNamespaces``.
package struct XMLTree: Sendable {
  /// An element or a piece of text.
  package struct Node: Sendable {
    /// Index of the element's name in ``XMLTree/names``; -1 for text.
    var name: Int32
    /// Index of the element around it; -1 for the root.
    var parent: Int32
    /// Index behind its last descendant.
    var end: Int32
    /// Text: first byte in ``XMLTree/bytes``. Elements: first of ``XMLTree/attributes``.
    var start: Int32
    /// Text: number of bytes. Elements: number of attributes.
    var count: Int32
  }

  struct Attribute: Sendable {
    var name: Int32
    var start: Int32
    var count: Int32
  }

  /// The nodes in document order; the first is the root. Empty when there is no element.
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  var names: [String] = []
  /// Prefixes that the document declares, with what they mean.
  package internal(set) var namespaces = XMLNamespaces()

  /// Whether there is no element.
  package var isEmpty: Bool { nodes.isEmpty }

  /// Name of an element; empty for text.
  package func name(_ element: Int) -> String {
    nodes[element].name < 0 ? "" : names[Int(nodes[element].name)]
  }

  /// Index of the element around a node; `nil` for the root.
  package func parent(_ node: Int) -> Int? {
    nodes[node].parent < 0 ? nil : Int(nodes[node].parent)
  }

  /// The elements directly inside an element, in their order.
  package func children(_ element: Int) -> [Int] {
    guard element < nodes.count else { return [] }
    var result: [Int] = []
    var index = element + 1
    while index < Int(nodes[element].end) {
      if nodes[index].name >= 0 { result.append(index) }
      index = Int(nodes[index].end)
    }
    return result
  }

  /// The first child with a name; `nil` when there is none.
  package func child(_ name: String, of element: Int) -> Int? {
    children(element).first { self.name($0) == name }
  }

  /// The first element below `element` with a name, in document order.
  package func descendant(_ name: String, of element: Int) -> Int? {
    guard element < nodes.count else { return nil }
    return ((element + 1)..<max(Int(nodes[element].end), element + 1)).first {
      nodes[$0].name >= 0 && self.name($0) == name
    }
  }

  /// All elements below `element` with a name.
  package func descendants(_ name: String, of element: Int) -> [Int] {
    guard element < nodes.count else { return [] }
    return ((element + 1)..<max(Int(nodes[element].end), element + 1)).filter {
      nodes[$0].name >= 0 && self.name($0) == name
    }
  }

  /// The value of an attribute; `nil` when it is missing or blank.
  package func value(_ name: String, of element: Int) -> String? {
    guard element < nodes.count, nodes[element].name >= 0 else { return nil }
    let node = nodes[element]
    for index in Int(node.start)..<Int(node.start + node.count)
    where names[Int(attributes[index].name)] == name {
      let start = Int(attributes[index].start)
      return Self.trimmed(bytes[start..<start + Int(attributes[index].count)])
    }
    return nil
  }

  /// The value of an inherited attribute such as `xml:base`, from the element or one around it.
  package func inheritedValue(_ name: String, of element: Int) -> String? {
    var element = element
    while element >= 0, element < nodes.count {
      if let value = value(name, of: element) { return value }
      element = Int(nodes[element].parent)
    }
    return nil
  }

  /// The text of an element and all below it, without white space round it; `nil` when blank.
  package func text(_ element: Int?) -> String? {
    guard let element, element < nodes.count else { return nil }
    var result: [UInt8] = []
    for index in element..<Int(nodes[element].end) where nodes[index].name < 0 {
      result.append(contentsOf: range(index))
    }
    return Self.trimmed(result[...])
  }

  /// The text of the element as one line, its white space collapsed; `nil` when blank.
  package func line(_ element: Int?) -> String? {
    guard let element, element < nodes.count else { return nil }
    var result: [UInt8] = []
    for index in element..<Int(nodes[element].end) where nodes[index].name < 0 {
      for byte in range(index) {
        if byte > 0x20 {
          result.append(byte)
        } else if let last = result.last, last != 0x20 {
          result.append(0x20)
        }
      }
    }
    return Self.trimmed(result[...])
  }

  /// The content of an element as HTML: elements as tags without attributes, text escaped; `nil`
  /// when it has no text. Linear in the element.
  package func markup(_ element: Int) -> String? {
    guard element < nodes.count else { return nil }
    var result: [UInt8] = []
    var hasText = false
    var open: [Int] = []
    for index in (element + 1)..<max(Int(nodes[element].end), element + 1) {
      while let last = open.last, Int(nodes[last].end) <= index {
        result.append(contentsOf: "</\(name(last))>".utf8)
        open.removeLast()
      }
      if nodes[index].name >= 0 {
        result.append(contentsOf: "<\(name(index))>".utf8)
        open.append(index)
        continue
      }
      for byte in range(index) {
        if byte > 0x20 { hasText = true }
        switch byte {
        case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
        default: result.append(byte)
        }
      }
    }
    for last in open.reversed() { result.append(contentsOf: "</\(name(last))>".utf8) }
    return hasText ? Self.trimmed(result[...]) : nil
  }

  /// The text of an element as paragraphs with a blank line between them, white space collapsed;
  /// `nil` when blank. Elements named in `left` are left out with all they contain.
  package func paragraphs(_ element: Int, without left: Set<String> = []) -> String? {
    guard element < nodes.count else { return nil }
    var result: [UInt8] = []
    var line: [UInt8] = []
    func flush() {
      if line.last == 0x20 { line.removeLast() }
      if !line.isEmpty {
        if !result.isEmpty { result.append(contentsOf: [0x0A, 0x0A]) }
        result.append(contentsOf: line)
      }
      line.removeAll(keepingCapacity: true)
    }
    var blocks: [Int] = []
    var index = element + 1
    let end = Int(nodes[element].end)
    while index < end {
      while let last = blocks.last, last <= index {
        flush()
        blocks.removeLast()
      }
      if nodes[index].name >= 0 {
        let name = name(index)
        if left.contains(name) {
          index = Int(nodes[index].end)
          continue
        }
        if Self.blocks.contains(name) {
          flush()
          blocks.append(Int(nodes[index].end))
        } else if name == "br" || name == "td" || name == "th" {
          if let last = line.last, last != 0x20 { line.append(0x20) }
        }
      } else {
        for byte in range(index) {
          if byte > 0x20 {
            line.append(byte)
          } else if let last = line.last, last != 0x20 {
            line.append(0x20)
          }
        }
      }
      index += 1
    }
    flush()
    return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
  }

  /// Elements of XHTML and NITF that start a paragraph.
  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "tr", "block", "bq", "blockquote",
    "pre", "div", "section", "table", "ul", "ol", "dl", "dt", "dd", "credit", "nitf-table",
  ]

  private func range(_ node: Int) -> ArraySlice<UInt8> {
    bytes[Int(nodes[node].start)..<Int(nodes[node].start + nodes[node].count)]
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return nil }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

/// What the prefixes of a document mean.
package struct XMLNamespaces: Sendable, Equatable {
  private var prefixes: [String: String] = [:]

  /// No declarations: prefixes mean what they usually do.
  package init() {}

  /// Notes the declaration of a prefix.
  mutating func declare(_ prefix: String, _ address: String) {
    guard prefixes.count < 256, let usual = Self.usualPrefix(address) else { return }
    prefixes[prefix] = usual
  }

  /// A name as ``XMLTree`` has it.
  func name(_ written: String) -> String {
    let name = written.lowercased()
    guard let colon = name.firstIndex(of: ":") else { return name }
    let prefix = String(name[..<colon])
    let local = name[name.index(after: colon)...]
    let usual = prefixes[prefix] ?? (Self.bare.contains(prefix) ? "" : prefix)
    return usual.isEmpty ? String(local) : usual + ":" + local
  }

  /// The declarations of both; those of `inner` win.
  func merging(_ inner: XMLNamespaces) -> XMLNamespaces {
    var result = self
    result.prefixes.merge(inner.prefixes) { $1 }
    return result
  }

  /// Prefixes that stand for a format's own elements where no declaration says otherwise.
  private static let bare: Set<String> = ["atom", "rss", "nitf", "xhtml", "html", "h"]

  /// The prefix under which an XML namespace is known; empty for those of the formats themselves.
  private static func usualPrefix(_ address: String) -> String? {
    let name = address.lowercased()
    for (part, prefix) in known where name.contains(part) { return prefix }
    return nil
  }

  private static let known: [(String, String)] = [
    ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/rss/1.0/modules", "module"), ("purl.org/rss/1.0", ""),
    ("search.yahoo.com/mrss", "media"), ("itunes.com/dtds", "itunes"),
    ("w3.org/1999/02/22-rdf-syntax", "rdf"), ("w3.org/2005/atom", ""), ("purl.org/atom", ""),
    ("w3.org/1999/xhtml", ""), ("netscape.com/rdf", ""), ("netscape.com/publish", ""),
    ("backend.userland.com/rss", ""), ("iptc.org/std", ""), ("iptc.org/nitf", ""),
    ("feedburner", "feedburner"),
  ]
}
