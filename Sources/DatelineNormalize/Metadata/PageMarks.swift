import DatelineMarkup

/// Elements of a page that speak of its article, found in one pass over the page.
struct PageMarks {
  /// An element whose names have a meaning.
  struct Mark {
    var node: Int
    var roles: MarkRoles
  }

  /// Properties of microdata and RDFa that are read.
  enum Property: String, CaseIterable {
    case headline, alternativeHeadline, name, author, creator, datePublished, dateModified
    case description, articleSection
  }

  /// `meta` and `link` elements and the title.
  var meta = MetaElements()
  /// First- and second-level headings, in order.
  var headings: [Int] = []
  /// Elements with the roles of ``MarkRoles`` other than ``MarkRoles/aside``.
  var marks: [Mark] = []
  /// Subtrees of other articles, comments and the page's frame.
  var asides: [Range<Int>] = []
  /// Elements with a property.
  var properties: [(node: Int, property: Property)] = []
  /// Links with `rel=author`.
  var authorLinks: [Int] = []
  /// `time` elements and others with a `datetime`.
  var times: [Int] = []
  /// Types of microdata items, last part of their address.
  var itemTypes: [String] = []

  /// Reads a page; linear in it.
  init(_ tree: HTMLTree) {
    // Class names recur on a page.
    var known = HashCache<MarkRoles>(empty: [])
    for node in tree.nodes.indices {
      let element = tree.nodes[node]
      switch element.tag {
      case .text: continue
      case .html, .meta, .link, .base, .title:
        meta.read(tree, node)
        if element.tag == .meta { readProperties(tree, node) }
        continue
      case .head, .body: continue
      case .nav, .footer, .aside, .form, .figure, .figcaption:
        addAside(node..<Int(element.end), of: tree.nodes.count)
      case .h1, .h2: headings.append(node)
      case .time: times.append(node)
      default: break
      }
      if element.count == 0 { continue }
      read(tree, node, &known)
    }
  }

  private mutating func read(
    _ tree: HTMLTree, _ node: Int, _ known: inout HashCache<MarkRoles>
  ) {
    let element = tree.nodes[node]
    var roles: MarkRoles = []
    for index in Int(element.start)..<Int(element.start + element.count) {
      let attribute = tree.attributes[index]
      let range = Int(attribute.start)..<Int(attribute.start + attribute.count)
      switch attribute.name {
      case .class, .id, .dataTestid, .dataQa, .dataComponent, .dataType, .dataModule:
        var hash = WordHash.seed
        tree.bytes.withUnsafeBufferPointer { bytes in
          for index in range { hash = (hash ^ UInt64(bytes[index])) &* WordHash.prime }
        }
        roles.formUnion(known.value(of: hash) { MarkWords.roles(tree.bytes[range]) })
      case .itemprop, .property: readProperties(tree, node)
      case .itemtype:
        if itemTypes.count < 64,
          let type = tree.value(.itemtype, of: node)?.split(separator: "/").last
        {
          itemTypes.append(String(type))
        }
      case .rel:
        if element.tag == .a, authorLinks.count < 32,
          tree.value(.rel, of: node)?.lowercased().split(separator: " ").contains("author") == true
        {
          authorLinks.append(node)
        }
      case .datetime, .pubdate, .dataTimestamp, .dataDatetime, .dataPublished:
        if element.tag != .time, times.last != node { times.append(node) }
      default: break
      }
    }
    if roles.contains(.aside) {
      addAside(node..<Int(element.end), of: tree.nodes.count)
      roles.remove(.aside)
    }
    if !roles.isEmpty { marks.append(Mark(node: node, roles: roles)) }
  }

  /// What holds most of a page is no aside, whatever it is called.
  private mutating func addAside(_ range: Range<Int>, of count: Int) {
    if range.count * 2 < count { asides.append(range) }
  }

  private mutating func readProperties(_ tree: HTMLTree, _ node: Int) {
    guard properties.count < 512 else { return }
    for attribute in [HTMLAttribute.itemprop, .property] {
      guard let range = tree.range(attribute, of: node), range.count < 64 else { continue }
      let text = String(decoding: tree.bytes[range], as: UTF8.self)
      for name in text.split(separator: " ") {
        // `schema:author` in RDFa.
        let plain = name.hasPrefix("schema:") ? name.dropFirst(7) : name
        guard let property = Property(rawValue: String(plain)) else { continue }
        if properties.last?.node == node, properties.last?.property == property { continue }
        properties.append((node, property))
      }
    }
  }

  /// The asides of a page whose article has its headline at a node: those round the headline are
  /// none. Disjoint, in order.
  func asides(headline: Int) -> Asides {
    var ranges: [Range<Int>] = []
    for aside in asides where !aside.contains(headline) {
      if let last = ranges.last, aside.lowerBound < last.upperBound { continue }
      ranges.append(aside)
    }
    return Asides(ranges: ranges)
  }

  /// Disjoint subtrees in order.
  struct Asides {
    var ranges: [Range<Int>]

    /// Whether a node lies in one; logarithmic.
    func contains(_ node: Int) -> Bool {
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound <= node { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].contains(node)
    }
  }
}
