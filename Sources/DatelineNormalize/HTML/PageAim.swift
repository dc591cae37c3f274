import DatelineMarkup

/// Where a part of a page leads when a reader clicks on it.
enum PageAim {
  /// Elements above a text that are looked at.
  private static let height = 10

  /// The address behind a line: of the link it is in or has in it, or of an element round it that leads
  /// somewhere by script. Links within the page lead nowhere.
  static func address(_ block: PageBlock, _ tree: HTMLTree) -> String? {
    var node = Int(block.firstText)
    for _ in 0..<height where node > 0 {
      node = Int(tree.nodes[node].parent)
      if node > 0, tree.nodes[node].tag == .a { return link(node, tree) }
    }
    for node in Int(block.firstText)...Int(block.lastText) where tree.nodes[node].tag == .a {
      return link(node, tree)
    }
    return scripted(block, tree)
  }

  /// The address of the innermost element round a line that is no link, but used as one.
  static func scripted(_ block: PageBlock, _ tree: HTMLTree) -> String? {
    var node = Int(block.firstText)
    for _ in 0..<height where node > 0 {
      node = Int(tree.nodes[node].parent)
      if node > 0, tree.nodes[node].count > 0, let aim = script(node, tree) { return aim }
    }
    return nil
  }

  private static func link(_ node: Int, _ tree: HTMLTree) -> String? {
    guard let address = tree.value(.href, of: node) else { return script(node, tree) }
    if address.hasPrefix("#") || address.hasPrefix("javascript:") { return script(node, tree) }
    return address
  }

  /// What an element's attributes say of where a click on it leads.
  private static func script(_ node: Int, _ tree: HTMLTree) -> String? {
    for attribute in [HTMLAttribute.dataHref, .dataLink, .dataPermalink, .dataUrl] {
      if let address = tree.value(attribute, of: node), !address.isEmpty,
        !address.utf8.contains(UInt8(ascii: "#"))
      {
        return address
      }
    }
    if let action = tree.value(.onclick, of: node), isNavigation(action) { return action }
    return tree.value(.role, of: node)?.lowercased() == "link" ? "element \(node)" : nil
  }

  /// Whether a script goes to another page: it speaks of a place, or opens something that is a page.
  private static func isNavigation(_ action: String) -> Bool {
    let action = action.prefix(512).lowercased()
    if places.contains(where: { ByteSearch.contains($0, in: action[...]) }) { return true }
    return verbs.contains { verb in
      guard let found = ByteSearch.first(verb, in: action[...]) else { return false }
      let rest = action[found.upperBound...].drop { $0 == "_" }
      return pages.contains { rest.hasPrefix($0) }
    }
  }

  private static let places = [
    "location", "href", "navigate", "window.open", "router.", "http://", "https://", "'/", "\"/",
    "&quot;/", ".htm",
  ]
  private static let verbs = ["open", "goto", "go", "show", "load", "view", "read"]
  private static let pages = [
    "story", "article", "page", "post", "news", "link", "url", "detail", "item",
  ]
}
