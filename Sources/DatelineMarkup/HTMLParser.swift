import CLibXML2

extension HTMLTree {
  /// Parses an HTML page with libxml2.
  ///
  /// No page is an error: what is not well formed is read as browsers would, roughly. Time and
  /// memory are linear in the page, whatever its nesting.
  /// - Parameters:
  ///   - page: UTF-8; NULs count as spaces.
  ///   - limit: bytes that are read; what stands behind is left out, see ``isCut``.
  package init(page: [UInt8], limit: Int = 16 << 20) {
    self.init()
    var page = page
    if page.count > limit {
      page.removeSubrange(limit...)
      isCut = true
    }
    HTMLGuard.clean(&page)
    guard !page.isEmpty else { return }
    var (document, stop) = Self.parse(page)
    if stop == .tooDeep {
      xmlFreeDoc(document)
      HTMLNesting.flatten(&page)
      (document, stop) = Self.parse(page)
    }
    if stop != nil { isCut = true }
    guard let document else { return }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return }
    bytes.reserveCapacity(page.count / 2)
    nodes.reserveCapacity(page.count / 40)
    var builder = HTMLTreeBuilder(tree: self)
    self = HTMLTree()
    builder.build(root)
    self = builder.tree
  }

  /// Why a page was not parsed to its end; the parser's private number holds it.
  private enum Stop: Int {
    case tooDeep = -1
    case tooMany = -2
  }

  /// The document, up to where it exceeds a limit. The parser's own handler builds it.
  private static func parse(_ page: [UInt8]) -> (document: htmlDocPtr?, stop: Stop?) {
    guard let context = htmlNewParserCtxt() else { return (nil, nil) }
    defer { htmlFreeParserCtxt(context) }
    context.pointee.sax.pointee.startElement = { user, name, attributes in
      guard let context = user?.assumingMemoryBound(to: htmlParserCtxt.self),
        context.pointee.disableSAX == 0
      else { return }
      xmlSAX2StartElement(user, name, attributes)
      var count = Int(bitPattern: context.pointee._private) + 1
      if context.pointee.nameNr > HTMLNesting.deepest {
        count = Stop.tooDeep.rawValue
      } else if count > HTMLTree.mostElements {
        count = Stop.tooMany.rawValue
      }
      context.pointee._private = UnsafeMutableRawPointer(bitPattern: count)
      if count < 0 { xmlStopParser(context) }
    }
    let document = page.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        htmlCtxtReadMemory(
          context, $0.baseAddress, Int32($0.count), nil, "utf-8", ParserOptions.forgiving)
      }
    }
    return (document, Stop(rawValue: Int(bitPattern: context.pointee._private)))
  }
}

/// Copies libxml2's tree into the flat one, without recursion.
private struct HTMLTreeBuilder {
  var tree: HTMLTree
  private var tags = NameCache<HTMLTag>()
  private var attributeNames = NameCache<HTMLAttribute?>()

  init(tree: HTMLTree) { self.tree = tree }

  mutating func build(_ root: xmlNodePtr) {
    var node = root
    // Index of the open element, -1 above the root.
    var parent = -1
    while true {
      if tree.nodes.count >= HTMLTree.mostNodes {
        tree.isCut = true
        break
      }
      let index = add(node, parent: parent)
      if let index, tree.nodes[index].tag != .text, let child = node.pointee.children {
        parent = index
        node = child
        continue
      }
      // Up to the next sibling of the node or of one around it.
      while node != root, node.pointee.next == nil, let above = node.pointee.parent {
        node = above
        if parent >= 0 {
          tree.nodes[parent].end = Int32(tree.nodes.count)
          parent = Int(tree.nodes[parent].parent)
        }
      }
      guard node != root, let next = node.pointee.next else { break }
      node = next
    }
    while parent >= 0 {
      tree.nodes[parent].end = Int32(tree.nodes.count)
      parent = Int(tree.nodes[parent].parent)
    }
  }

  /// Adds a node; `nil` for those that are left out with all they contain.
  private mutating func add(_ node: xmlNodePtr, parent: Int) -> Int? {
    let depth = parent < 0 ? 0 : UInt16(min(Int(tree.nodes[parent].depth) + 1, Int(UInt16.max)))
    let index = tree.nodes.count
    let start: Int
    var tag = HTMLTag.text
    switch node.pointee.type {
    case XML_TEXT_NODE:
      guard let content = node.pointee.content else { return nil }
      start = tree.bytes.count
      append(content)
      if tree.bytes.count == start { return nil }
      tree.nodes.append(
        HTMLTree.Node(
          tag: .text, depth: depth, parent: Int32(parent), end: Int32(index + 1),
          start: Int32(start), count: Int32(tree.bytes.count - start)))
      return index
    case XML_ELEMENT_NODE:
      tag = self.tag(node)
      switch tag {
      case .script:
        keepStructuredData(node)
        return nil
      case .style, .template, .svg, .noscript:
        return nil
      default: break
      }
    default:
      return nil
    }
    start = tree.attributes.count
    var property = node.pointee.properties
    while let attribute = property {
      if let name = name(attribute), tree.attributes.count - start < 64 {
        let valueStart = tree.bytes.count
        var value = attribute.pointee.children
        while let part = value {
          if let content = part.pointee.content { append(content) }
          value = part.pointee.next
        }
        tree.attributes.append(
          HTMLTree.Attribute(
            name: name, start: Int32(valueStart), count: Int32(tree.bytes.count - valueStart)))
      }
      property = attribute.pointee.next
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, depth: depth, parent: Int32(parent), end: Int32(index + 1), start: Int32(start),
        count: Int32(tree.attributes.count - start)))
    return index
  }

  private mutating func append(_ text: UnsafePointer<xmlChar>) {
    tree.bytes.append(
      contentsOf: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  private mutating func tag(_ node: xmlNodePtr) -> HTMLTag {
    guard let name = node.pointee.name else { return .other }
    return tags.value(of: name) { HTMLTag.names[$0] ?? .other }
  }

  private mutating func name(_ attribute: xmlAttrPtr) -> HTMLAttribute? {
    guard let name = attribute.pointee.name else { return nil }
    return attributeNames.value(of: name) { HTMLAttribute.names[$0] }
  }

  private mutating func keepStructuredData(_ node: xmlNodePtr) {
    var isData = false
    var property = node.pointee.properties
    while let attribute = property {
      if name(attribute) == .type, let value = attribute.pointee.children?.pointee.content {
        isData = String(cString: value).lowercased().contains("ld+json")
      }
      property = attribute.pointee.next
    }
    guard isData, tree.structuredData.count < 32 else { return }
    var content: [UInt8] = []
    var child = node.pointee.children
    while let part = child {
      if let text = part.pointee.content {
        content.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
      }
      child = part.pointee.next
    }
    tree.structuredData.append(content)
  }
}

/// What the names of elements and attributes stand for, by the address of the name: libxml2 keeps
/// each name once a document. Direct-mapped: of two names in one place the later one stays.
private struct NameCache<Value> {
  private var entries = [(name: UnsafeRawPointer?, value: Value?)](
    repeating: (nil, nil), count: 256)

  mutating func value(
    of name: UnsafePointer<xmlChar>, _ make: (String) -> Value
  ) -> Value {
    let address = UnsafeRawPointer(name)
    let bits = UInt(bitPattern: address)
    let place = Int((bits ^ bits >> 8) & 255)
    if entries[place].name == address, let value = entries[place].value { return value }
    let value = make(String(cString: name))
    entries[place] = (address, value)
    return value
  }
}
