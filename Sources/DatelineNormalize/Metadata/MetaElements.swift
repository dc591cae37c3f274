import DatelineMarkup

/// `meta` and `link` elements, the title and the language of a page.
struct MetaElements {
  /// Contents by `name`, `property`, `itemprop` or `http-equiv` in lower case, in order.
  private var contents: [String: [String]] = [:]
  /// Text of the first `title` element.
  private(set) var title: String?
  /// `lang` of the page.
  private(set) var language: String?
  /// Address in `link rel=canonical`.
  private(set) var canonical: String?
  /// Address in `base`.
  private(set) var base: String?
  private var count = 0

  /// Reads one of these elements.
  mutating func read(_ tree: HTMLTree, _ node: Int) {
    switch tree.nodes[node].tag {
    case .html: language = tree.value(.lang, of: node)
    case .title:
      // Pictures have titles too; only the first is the page's.
      if title == nil { title = TextNormalizer.line(tree.line(node)) }
    case .base: if base == nil { base = tree.value(.href, of: node) }
    case .link:
      if canonical == nil, tree.value(.rel, of: node)?.lowercased() == "canonical" {
        canonical = tree.value(.href, of: node)
      }
    case .meta:
      guard count < 512, let content = tree.value(.content, of: node), !content.isEmpty else {
        return
      }
      count += 1
      for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
        guard let names = tree.value(attribute, of: node) else { continue }
        for name in names.lowercased().split(separator: " ") {
          contents[String(name), default: []].append(content)
        }
      }
    default: break
    }
  }

  /// The first content under a name (lower case) that is not blank, cleaned.
  subscript(_ name: String) -> String? {
    guard let values = contents[name] else { return nil }
    return values.lazy.map(TextNormalizer.line).first { !$0.isEmpty }
  }

  /// All contents under a name (lower case), cleaned.
  func all(_ name: String) -> [String] {
    (contents[name] ?? []).map(TextNormalizer.line).filter { !$0.isEmpty }
  }

  /// The first of several names that has a content, and the content.
  func first(_ names: [String]) -> PageMetadata.Found? {
    for name in names {
      if let value = self[name] { return PageMetadata.Found(value: value, source: name) }
    }
    return nil
  }
}
