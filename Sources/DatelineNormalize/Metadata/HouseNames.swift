import DatelineMarkup

/// Names of the outlet that stand on a page: the text of the link to its front page, and who has the
/// copyright.
enum HouseNames {
  /// Bytes of a name.
  private static let lengths = 3...50
  /// Nodes that are looked at from either end of a page.
  private static let reach = 1_500

  /// Whether a text has U+00A9 or a capital C in it.
  private static func mayNameHolder(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 == 0xA9 || $0 == UInt8(ascii: "C") }
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
      guard tree.nodes[node].end - Int32(node) <= 12, let address = tree.value(.href, of: node),
        address.utf8.count <= 80, PageLinks.isFront(address)
      else { continue }
      add(tree.line(node))
      if let text = tree.value(.title, of: node) { add(text) }
      for inner in node..<Int(tree.nodes[node].end) {
        if let text = tree.value(.alt, of: inner) { add(text) }
      }
    }
    for node in max(count - reach, 0)..<count where tree.nodes[node].tag == .text {
      let range = tree.range(node)
      guard range.count <= 200, mayNameHolder(tree.bytes[range]) else { continue }
      let text = String(decoding: tree.bytes[range], as: UTF8.self)
      guard let mark = text.firstRange(of: "©") ?? text.firstRange(of: "Copyright") else {
        continue
      }
      var name = text[mark.upperBound...].drop { !$0.isLetter }
      if let end = name.firstIndex(where: { ".,|(;–—".contains($0) }) { name = name[..<end] }
      while let last = name.last, !last.isLetter { name.removeLast() }
      add(String(name))
    }
    return names
  }
}
