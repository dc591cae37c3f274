import DatelineMarkup

/// Names of the outlet that stand on a page: the text of the link to its front page, and who has the
/// copyright.
enum HouseNames {
  /// Bytes of a name.
  private static let lengths = 3...50
  /// Nodes that are looked at from either end of a page.
  private static let reach = 1_500

  private static let marks = Array(".,|(;".utf8)

  /// Whether a link leads to the site's front page.
  private static func leadsToFront(_ tree: HTMLTree, _ node: Int) -> Bool {
    guard let range = tree.range(.href, of: node), !range.isEmpty, range.count <= 80 else {
      return false
    }
    let address = tree.bytes[range]
    // Most links lead deeper.
    let slashes = address.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
    guard address.count <= 12 || (address.starts(with: "http".utf8) && slashes <= 4) else {
      return false
    }
    return PageLinks.isFront(String(decoding: address, as: UTF8.self))
  }

  /// Where the name of the holder of a copyright begins, behind U+00A9 or the word.
  private static func holder(in text: ArraySlice<UInt8>) -> Int? {
    for index in text.indices.dropLast() {
      if text[index] == 0xC2, text[index + 1] == 0xA9 { return index + 2 }
      if text[index] == UInt8(ascii: "C"), text[index...].starts(with: "Copyright".utf8) {
        return index + 9
      }
    }
    return nil
  }

  /// Whether a name stands at the end or the beginning of a longer title, with a word of its form or
  /// section behind it at most.
  private static func isPart(_ part: String, of title: String) -> Bool {
    guard title.utf8.count >= part.utf8.count + 3 else { return false }
    if title.hasSuffix(" " + part) || title.hasPrefix(part + " ") { return true }
    guard let space = title.utf8.lastIndex(of: 0x20) else { return false }
    return part.contains(" ") && title[..<space].hasSuffix(" " + part)
  }

  /// The names that a title begins or ends with, or is. Bounded.
  static func names(_ tree: HTMLTree, title: String?) -> [String] {
    guard let title, title.utf8.count <= 400 else { return [] }
    let key = TitleKey(title).text
    var names: [String] = []
    func add(_ text: String) {
      let name = TextNormalizer.line(text)
      guard lengths.contains(name.utf8.count), names.count < 4, !names.contains(name) else {
        return
      }
      let part = TitleKey(name).text
      guard !part.isEmpty, key == part || isPart(part, of: key) else { return }
      names.append(name)
    }
    let count = tree.nodes.count
    for node in tree.nodes.indices.prefix(reach) where tree.nodes[node].tag == .a {
      guard tree.nodes[node].end - Int32(node) <= 12, leadsToFront(tree, node) else { continue }
      add(tree.line(node))
      if let text = tree.value(.title, of: node) { add(text) }
      for inner in node..<Int(tree.nodes[node].end) {
        if let text = tree.value(.alt, of: inner) { add(text) }
      }
    }
    for node in max(count - reach, 0)..<count where tree.nodes[node].tag == .text {
      let text = tree.bytes[tree.range(node)]
      guard text.count <= 200, let start = holder(in: text) else { continue }
      var name = text[start...].drop { $0 < 0x41 }
      if let end = name.firstIndex(where: { marks.contains($0) || $0 == 0xE2 }) {
        name = name[..<end]
      }
      while let last = name.last, last < 0x41 { name.removeLast() }
      add(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}
