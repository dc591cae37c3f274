import CLibXML2

/// Makes the flat tree from the calls of libxml2's HTML parser, as its own handler (`SAX2.c`) would
/// make a tree of nodes.
///
/// Invariant: what libxml2 passes is looked at during its call only; names are told apart by address, since its
/// dictionary keeps each one name at one address as long as the document is read, and a builder is for one
/// document.
struct HTMLTreeBuilder {
  /// Why a page was not parsed to its end.
  enum Stop {
    case tooDeep
    case tooMany
  }

  private(set) var tree = HTMLTree()
  /// Elements of the tree, and open ones that are left out.
  private(set) var elements = 0
  var stop: Stop?

  private var tags = NameCache<HTMLTag>()
  private var attributeNames = NameCache<HTMLAttribute?>()
  /// The open element; -1 above the root.
  private var parent = -1
  /// Open elements within one that is left out, itself included; 0 outside.
  private var skipped = 0
  /// Whether the last thing was text, so that further text belongs to the same node.
  private var isInText = false
  private var isInData = false

  /// Attributes that are kept of an element.
  private static let mostAttributes = 64
  /// Elements and texts up to which those with nothing in them are kept as well.
  static let freelyKept = HTMLTree.mostElements / 2
  private static let mostData = 32

  /// - Parameter size: bytes of the page.
  init(size: Int) {
    tree.bytes.reserveCapacity(size)
    tree.nodes.reserveCapacity(size / 24)
    tree.attributes.reserveCapacity(size / 32)
  }

  /// The parser and the builder that its calls are for; `nil` once the parser was stopped.
  static func of(
    _ user: UnsafeMutableRawPointer?
  ) -> (context: htmlParserCtxtPtr, builder: UnsafeMutablePointer<HTMLTreeBuilder>)? {
    guard let context = user?.assumingMemoryBound(to: htmlParserCtxt.self),
      context.pointee.disableSAX == 0, let builder = context.pointee._private
    else { return nil }
    return (context, builder.assumingMemoryBound(to: HTMLTreeBuilder.self))
  }

  /// An element begins.
  mutating func start(
    _ name: UnsafePointer<xmlChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    elements += 1
    isInText = false
    if skipped > 0 {
      skipped += 1
      return
    }
    let tag = tags.value(of: name, HTMLTreeBuilder.tag)
    switch tag {
    case .script:
      isInData = isData(attributes)
      skipped = 1
      return
    case .style, .template, .svg, .noscript:
      skipped = 1
      return
    default: break
    }
    let index = tree.nodes.count
    // What stands behind the root's end belongs to it, as in browsers.
    if parent < 0, index > 0 { parent = 0 }
    let start = tree.attributes.count
    if var attribute = attributes {
      while let name = attribute[0], tree.attributes.count - start < Self.mostAttributes {
        add(name, attribute[1])
        attribute += 2
      }
    }
    let depth = parent < 0 ? 0 : UInt16(min(Int(tree.nodes[parent].depth) + 1, Int(UInt16.max)))
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, depth: depth, parent: Int32(parent), end: Int32(index + 1), start: Int32(start),
        count: Int32(tree.attributes.count - start)))
    parent = index
  }

  /// The tag of a name; a prefix (`o:p`) does not count.
  private static func tag(_ name: String) -> HTMLTag {
    guard let colon = name.firstIndex(of: ":"), colon > name.startIndex else {
      return HTMLTag.names[name] ?? .other
    }
    return HTMLTag.names[String(name[name.index(after: colon)...])] ?? .other
  }

  /// The open element ends.
  mutating func end() {
    isInText = false
    if skipped > 0 {
      skipped -= 1
      isInData = false
      // Scripts and the like take no place.
      elements -= 1
      return
    }
    guard parent >= 0 else { return }
    tree.nodes[parent].end = Int32(tree.nodes.count)
    let element = parent
    parent = Int(tree.nodes[element].parent)
    if tree.nodes.count > Self.freelyKept { dropIfEmpty(element) }
  }

  /// Drops the last node if nothing is in it. Of a page with so many elements such ones are not worth
  /// their place: hundreds of thousands of `meta`, `img` or `br` would leave none for the text behind
  /// them.
  private mutating func dropIfEmpty(_ element: Int) {
    guard element > 0, element == tree.nodes.count - 1 else { return }
    let node = tree.nodes[element]
    let isBreak = node.tag == .br || node.tag.isBlock
    let last = tree.nodes[element - 1]
    if isBreak, last.tag == .text, !isBlank(last) { return }
    if node.count > 0 {
      tree.bytes.removeSubrange(Int(tree.attributes[Int(node.start)].start)...)
      tree.attributes.removeSubrange(Int(node.start)...)
    }
    tree.nodes.removeLast()
    elements -= 1
    // The bytes of the text end where further ones go.
    isInText = last.tag == .text && Int(last.parent) == parent
  }

  /// Whether the end of a text is nothing but white space. Constant time.
  private func isBlank(_ node: HTMLTree.Node) -> Bool {
    let range = Int(node.start)..<Int(node.start + node.count)
    return tree.bytes[range].suffix(64).allSatisfy { $0 <= 0x20 }
  }

  /// Text of the open element.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, parent >= 0, !text.isEmpty else { return }
    let start = tree.bytes.count
    tree.bytes.append(contentsOf: text)
    let index = tree.nodes.count
    if isInText {
      tree.nodes[index - 1].count += Int32(text.count)
      return
    }
    guard index < HTMLTree.mostNodes else { return }
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text, depth: tree.nodes[parent].depth &+ 1, parent: Int32(parent),
        end: Int32(index + 1), start: Int32(start), count: Int32(text.count)))
    isInText = true
  }

  /// Content of a script or style.
  mutating func raw(_ text: UnsafeBufferPointer<UInt8>) {
    isInText = false
    guard isInData, let last = tree.structuredData.indices.last else { return }
    tree.structuredData[last].append(contentsOf: text)
  }

  /// A comment or processing instruction.
  mutating func other() { isInText = false }

  /// Closes what is open.
  mutating func finish() {
    while parent >= 0 {
      tree.nodes[parent].end = Int32(tree.nodes.count)
      parent = Int(tree.nodes[parent].parent)
    }
    if !tree.nodes.isEmpty { tree.nodes[0].end = Int32(tree.nodes.count) }
  }

  private mutating func add(_ name: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) {
    guard let name = attributeNames.value(of: name, { HTMLAttribute.names[$0] }) else { return }
    let start = tree.bytes.count
    if let value {
      tree.bytes.append(
        contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    }
    tree.attributes.append(
      HTMLTree.Attribute(
        name: name, start: Int32(start), count: Int32(tree.bytes.count - start)))
  }

  /// Whether a script holds JSON-LD that is kept; a place for it is made.
  private mutating func isData(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> Bool {
    guard var attribute = attributes, tree.structuredData.count < Self.mostData else {
      return false
    }
    var isData = false
    while let name = attribute[0] {
      if attributeNames.value(of: name, { HTMLAttribute.names[$0] }) == .type,
        let value = attribute[1]
      {
        isData = ByteSearching.holds(
          "ld+json", UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
      }
      attribute += 2
    }
    if isData { tree.structuredData.append([]) }
    return isData
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
