/// An HTML page as a flat tree: the nodes in document order, the text of all of them in one buffer.
///
/// A node's subtree is the range of nodes from itself up to ``Node/end``, so loops over it are loops
/// over an array. Scripts, styles, templates and comments are not part of it; the text of
/// `application/ld+json` scripts is kept apart in ``structuredData``.
package struct HTMLTree: Sendable {
  /// An element or a piece of text.
  package struct Node: Sendable {
    /// What it is; ``HTMLTag/text`` for text.
    package var tag: HTMLTag
    /// Nodes above it; 0 for the root.
    package var depth: UInt16
    /// Index of the element around it; -1 for the root.
    package var parent: Int32
    /// Index behind its last descendant.
    package var end: Int32
    /// Text: first byte in ``HTMLTree/bytes``. Elements: first of ``HTMLTree/attributes``.
    package var start: Int32
    /// Text: number of bytes. Elements: number of attributes.
    package var count: Int32
  }

  /// An attribute of an element that has a value or none.
  package struct Attribute: Sendable {
    package var name: HTMLAttribute
    /// First byte of the value in ``HTMLTree/bytes``.
    package var start: Int32
    /// Bytes of the value.
    package var count: Int32
  }

  /// The nodes in document order; the first is the root. Empty for an empty page.
  package internal(set) var nodes: [Node] = []
  /// Attributes of all elements.
  package internal(set) var attributes: [Attribute] = []
  /// UTF-8 of all text and attribute values.
  package internal(set) var bytes: [UInt8] = []
  /// Contents of `application/ld+json` scripts in document order.
  package internal(set) var structuredData: [[UInt8]] = []
  /// Whether parts were left out because the page is larger than the limits.
  package internal(set) var isCut = false

  /// Elements that are read; what stands behind is left out.
  package static let mostElements = 200_000
  /// Elements and texts at most; further ones are left out.
  package static let mostNodes = 2 * mostElements

  /// The text of a text node.
  package func text(_ node: Int) -> String {
    let range = nodes[node]
    return String(
      decoding: bytes[Int(range.start)..<Int(range.start + range.count)], as: UTF8.self)
  }

  /// The bytes of a text node, a range of ``bytes``.
  package func range(_ node: Int) -> Range<Int> {
    Int(nodes[node].start)..<Int(nodes[node].start + nodes[node].count)
  }

  /// The value of an attribute as a range of ``bytes``; `nil` when the element has none.
  package func range(_ attribute: HTMLAttribute, of node: Int) -> Range<Int>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.start)..<Int(element.start + element.count)
    where attributes[index].name == attribute {
      let start = Int(attributes[index].start)
      return start..<start + Int(attributes[index].count)
    }
    return nil
  }

  /// The value of an attribute; `nil` when the element has none.
  package func value(_ attribute: HTMLAttribute, of node: Int) -> String? {
    range(attribute, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The subtree's text, white space as it is written. Linear in the subtree.
  package func allText(_ node: Int) -> String {
    var result: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      result.append(contentsOf: bytes[range(index)])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The subtree's text with white space collapsed. Linear in the subtree. Block elements and line
  /// breaks separate words.
  package func line(_ node: Int) -> String {
    var result: [UInt8] = []
    var needsSpace = false
    for index in node..<Int(nodes[node].end) {
      let tag = nodes[index].tag
      if tag == .text {
        for byte in bytes[range(index)] {
          if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
            needsSpace = true
          } else {
            if needsSpace && !result.isEmpty { result.append(0x20) }
            needsSpace = false
            result.append(byte)
          }
        }
      } else if tag.isBlock || tag == .br {
        needsSpace = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Indices of a node's children, in order.
  package func children(_ node: Int) -> Children { Children(tree: self, node: node) }

  /// The children of a node.
  package struct Children: Sequence, IteratorProtocol {
    private let tree: HTMLTree
    private var position: Int
    private let end: Int

    init(tree: HTMLTree, node: Int) {
      self.tree = tree
      position = node + 1
      end = Int(tree.nodes[node].end)
    }

    /// The next child.
    package mutating func next() -> Int? {
      guard position < end else { return nil }
      let child = position
      position = Int(tree.nodes[child].end)
      return child
    }
  }
}
