import CLibXML2

extension XMLTree {
  /// Parses a document, or a part of one that starts with a start tag, with libxml2.
  ///
  /// Nothing is an error: what is not well formed is read as far as it can be (``XMLGuard``), and
  /// entities, external ones too, are never expanded. Linear in the document.
  /// - Parameters:
  ///   - document: UTF-8.
  ///   - outer: prefixes that are declared round the part.
  package init(_ document: UnsafeBufferPointer<UInt8>, outer: XMLNamespaces = XMLNamespaces()) {
    self.init()
    namespaces = outer
    let page = XMLGuard.repaired(document)
    guard !page.isEmpty, page.count < Int32.max else { return }
    ParserLibrary.isReady
    // Invariant: libxml2 copies what it keeps; its tree is freed behind the last look at it.
    let parsed = page.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        xmlReadMemory($0.baseAddress, Int32($0.count), nil, "utf-8", ParserOptions.forgiving)
      }
    }
    guard let parsed else { return }
    defer { xmlFreeDoc(parsed) }
    guard let root = xmlDocGetRootElement(parsed) else { return }
    var builder = XMLTreeBuilder(tree: self)
    self = XMLTree()
    builder.build(root)
    self = builder.tree
  }
}

/// Copies libxml2's tree into the flat one, without recursion.
private struct XMLTreeBuilder {
  var tree: XMLTree
  private var nameIndices: [String: Int32] = [:]

  init(tree: XMLTree) { self.tree = tree }

  mutating func build(_ root: xmlNodePtr) {
    var node = root
    var parent = -1
    while true {
      if let index = add(node, parent: parent), let child = node.pointee.children,
        tree.nodes[index].name >= 0
      {
        parent = index
        node = child
        continue
      }
      // Up to the next sibling of the node or of one around it.
      while node != root, node.pointee.next == nil, let above = node.pointee.parent {
        node = above
        close(&parent)
      }
      guard node != root, let next = node.pointee.next else { break }
      node = next
    }
    while parent >= 0 { close(&parent) }
  }

  private mutating func close(_ parent: inout Int) {
    guard parent >= 0 else { return }
    tree.nodes[parent].end = Int32(tree.nodes.count)
    parent = Int(tree.nodes[parent].parent)
  }

  private mutating func add(_ node: xmlNodePtr, parent: Int) -> Int? {
    let index = tree.nodes.count
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      guard let content = node.pointee.content else { return nil }
      let start = tree.bytes.count
      append(content)
      tree.nodes.append(
        XMLTree.Node(
          name: -1, parent: Int32(parent), end: Int32(index + 1), start: Int32(start),
          count: Int32(tree.bytes.count - start)))
      return index
    case XML_ELEMENT_NODE:
      declare(node)
      let start = tree.attributes.count
      var property = node.pointee.properties
      while let attribute = property {
        let name = nameIndex(attribute.pointee.name, attribute.pointee.ns)
        let valueStart = tree.bytes.count
        var value = attribute.pointee.children
        while let part = value {
          if let content = part.pointee.content { append(content) }
          value = part.pointee.next
        }
        tree.attributes.append(
          XMLTree.Attribute(
            name: name, start: Int32(valueStart), count: Int32(tree.bytes.count - valueStart)))
        property = attribute.pointee.next
      }
      tree.nodes.append(
        XMLTree.Node(
          name: nameIndex(node.pointee.name, node.pointee.ns), parent: Int32(parent),
          end: Int32(index + 1), start: Int32(start), count: Int32(tree.attributes.count - start)))
      return index
    default:
      return nil
    }
  }

  private mutating func declare(_ node: xmlNodePtr) {
    var declaration = node.pointee.nsDef
    while let current = declaration {
      if let prefix = current.pointee.prefix, let address = current.pointee.href {
        tree.namespaces.declare(
          String(cString: prefix).lowercased(), String(cString: address))
        nameIndices.removeAll(keepingCapacity: true)
      }
      declaration = current.pointee.next
    }
  }

  /// The index of a name; a prefix that nothing declares is part of the name already.
  private mutating func nameIndex(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?
  ) -> Int32 {
    var written = name.map { String(cString: $0) } ?? ""
    if let prefix = namespace?.pointee.prefix { written = String(cString: prefix) + ":" + written }
    if let known = nameIndices[written] { return known }
    let index = Int32(tree.names.count)
    tree.names.append(tree.namespaces.name(written))
    nameIndices[written] = index
    return index
  }

  private mutating func append(_ text: UnsafePointer<xmlChar>) {
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }
}
