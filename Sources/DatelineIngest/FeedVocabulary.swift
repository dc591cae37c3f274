import DatelineCore
import DatelineMarkup

/// Feeds: RSS 0.9x and 2.0 (rssboard.org), RSS 1.0 and 0.90 (RDF), Atom 1.0 (RFC 4287) and 0.3,
/// CDF, with the modules Dublin Core, Content and Media RSS. An item is a document.
struct FeedVocabulary: XMLVocabulary {
  let recordNames: Set<String> = ["item", "entry"]

  private var title: String?
  private var link: String?
  private var base: String?
  private var language: String?
  private var author: String?
  /// Names of authors by their names in items.
  private var authors: [String: String] = [:]

  func refusal(of record: XMLTree) -> String? {
    if record.isEmpty { return nil }
    if let refusal = BlogExport(record, item: 0).refusal { return refusal }
    return FeedItem(tree: record, item: 0).isComment ? "the item is a comment" : nil
  }

  func emptyMessage(root: String) -> String? {
    XMLRoots.format(root) == .feed ? "the feed has no items" : nil
  }

  mutating func begin(_ head: XMLTree) {
    guard !head.isEmpty else { return }
    // Of RSS the channel; Atom has its fields in the root.
    let channel = head.name(0) == "channel" ? 0 : head.child("channel", of: 0) ?? 0
    title = FeedItem(tree: head, item: channel).heading
    base = head.value("xml:base", of: channel) ?? head.value("xml:base", of: 0)
    link = FeedItem(tree: head, item: channel).link ?? head.value("href", of: channel)
    language =
      head.line(head.child("language", of: channel)) ?? head.line(
        head.child("dc:language", of: channel))
      ?? head.value("xml:lang", of: channel) ?? head.value("xml:lang", of: 0)
    authors = BlogExport.authors(head, channel: channel)
    if let name = head.child("author", of: channel).flatMap({ head.child("name", of: $0) }) {
      author = head.line(name)
    }
  }

  func document(_ record: XMLTree, origin: Origin) -> RawDocument {
    let item = FeedItem(tree: record, item: 0)
    var document = RawDocument(origin: origin)
    var extra = ExtraWriter()
    let base = record.value("xml:base", of: 0).flatMap {
      RelativeAddress.resolve($0, base: self.base ?? link)
    }
    let address = { (reference: String?) -> String? in
      reference.flatMap { RelativeAddress.resolve($0, base: base ?? self.base ?? self.link) }
    }
    document.title = item.prose("title") ?? item.prose("dc:title") ?? item.prose("media:title")
    document.url = address(item.link)
    if let id = item.identifier {
      if document.url == nil, item.isIdentifierAddress, RelativeAddress.isWeb(id) {
        document.url = id
      }
      // Short numbers tell the items of one feed apart, not those of a dump.
      if JSONFeed.isGlobal(id) || document.url == nil {
        document.key = id
      } else {
        extra.add(key: "guid", text: id)
      }
    }
    document.published = item.first(Self.published)
    document.modified = item.first(Self.modified)
    if document.published == nil {
      document.published = document.modified
      document.modified = nil
    }
    (document.body, document.standfirst) = item.texts
    if BlogExport(record, item: 0).isWordPress {
      document.body = document.body.map(BlogExport.text)
    }
    let origin = item.sourceName
    document.source = origin ?? title
    if origin != nil, let title, title != origin { extra.add(key: "feed", text: title) }
    document.byline = item.byline.map { authors[$0] ?? $0 } ?? (author == title ? nil : author)
    let categories = item.categories
    document.section = categories.first
    if categories.count > 1 { extra.add(key: "categories", texts: categories) }
    document.language =
      record.value("xml:lang", of: 0) ?? record.line(record.child("dc:language", of: 0))
      ?? record.line(record.child("language", of: 0)) ?? language
    document.imageURL = address(item.image)
    document.extra = extra.text()
    return document
  }

  private static let published = [
    "pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created",
    "date",
  ]
  private static let modified = ["updated", "dcterms:modified", "modified", "lastmod"]
}

/// An item of a feed, whatever its format.
struct FeedItem {
  let tree: XMLTree
  let item: Int
  private let children: [(name: String, element: Int)]

  init(tree: XMLTree, item: Int) {
    self.tree = tree
    self.item = item
    children = tree.children(item).map { (tree.name($0), $0) }
  }

  private func elements(_ name: String) -> [Int] {
    children.filter { $0.name == name }.map(\.element)
  }

  /// The first child with one of the names that has text, as one line; else an attribute so named.
  func first(_ names: [String]) -> String? {
    for name in names {
      for element in elements(name) {
        if let line = tree.line(element) { return line }
      }
      if let value = tree.value(name, of: item) { return value }
    }
    return nil
  }

  /// A text that may hold HTML, as HTML.
  func prose(_ name: String) -> String? {
    for element in elements(name) {
      if let text = content(element) { return text }
    }
    return nil
  }

  /// The text and what introduces it, as HTML: the longest of the elements that hold the full text,
  /// unless that is a stub of a description. A teaser that only repeats the text's beginning is left
  /// out.
  var texts: (body: String?, standfirst: String?) {
    var body = longest(Self.bodies.flatMap(elements).compactMap(content))
    var summaries = Self.summaries.compactMap { prose($0) }
    if summaries.isEmpty, body == nil {
      // Below pictures they are captions; films have no other text.
      summaries = [prose("media:description") ?? prose(inGroup: "media:description")].compactMap {
        $0
      }
    }
    if let description = longest(summaries), body.map({ isStub($0, of: description) }) ?? true {
      // "Read more" is no standfirst.
      if let body, FeedText.length(ofHTML: body) >= 40 { summaries.append(body) }
      body = description
    }
    let standfirst = summaries.first { $0 != body }
    if let standfirst, let body, FeedText.isBeginning(standfirst, of: body) { return (body, nil) }
    return (body, standfirst)
  }

  /// Whether a text is a picture, the beginning or a small part of a description.
  private func isStub(_ text: String, of description: String) -> Bool {
    let length = FeedText.length(ofHTML: text)
    let full = FeedText.length(ofHTML: description)
    return length * 4 <= full || length < full && FeedText.isBeginning(text, of: description)
  }

  /// A text of Media RSS, which may stand in a group.
  private func prose(inGroup name: String) -> String? {
    tree.descendant(name, of: item).flatMap(content)
  }

  private static let bodies = [
    "content:encoded", "content", "body", "fulltext", "fullitem", "content:items",
  ]
  private static let summaries = [
    "description", "summary", "abstract", "dc:description", "itunes:summary",
    "excerpt:encoded",
  ]

  /// The text with the most letters; of equal ones the first.
  private func longest(_ texts: [String]) -> String? {
    var best: (text: String, length: Int)?
    for text in texts {
      let length = FeedText.length(ofHTML: text)
      if length > best?.length ?? -1 { best = (text, length) }
    }
    return best?.text
  }

  private func content(_ element: Int) -> String? {
    let type = tree.value("type", of: element) ?? ""
    if type == "xhtml" || !tree.children(element).isEmpty { return tree.markup(element) }
    guard let text = tree.text(element) else { return nil }
    switch FeedText.kind(type: type, mode: tree.value("mode", of: element)) {
    case .media: return nil
    case .base64: return FeedText.bytes(inBase64: text).flatMap(FeedText.text)
    case .data:
      guard let bytes = FeedText.bytes(inBase64: text) else { return tree.markup(element) }
      return FeedText.text(bytes)
    case .plain: return tree.markup(element)
    case .html:
      guard text.utf8.count >= FeedText.shortestUnmarked else { return text }
      return FeedText.bytes(inBase64: text).flatMap(FeedText.text) ?? text
    }
  }

  /// The title of a feed on one line.
  var heading: String? {
    (elements("title").first.flatMap(line) ?? elements("dc:title").first.flatMap(line))
      .map(Self.withoutTags)
  }

  private func line(_ element: Int) -> String? {
    let kind = FeedText.kind(
      type: tree.value("type", of: element) ?? "", mode: tree.value("mode", of: element))
    return kind == .html || kind == .plain ? tree.line(element) : content(element)
  }

  /// A line without the tags in it.
  private static func withoutTags(_ text: String) -> String {
    guard text.contains("</") else { return text }
    return text.split(separator: "<", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        guard index > 0, let end = part.firstIndex(of: ">") else { return part }
        return part[part.index(after: end)...]
      }
      .joined()
  }

  /// The article's address as written.
  var link: String? {
    if let original = tree.line(tree.child("feedburner:origlink", of: item)) { return original }
    var other: String?
    for element in elements("link") {
      if let text = tree.line(element) { return text }
      guard let href = tree.value("href", of: element) else { continue }
      switch tree.value("rel", of: element)?.lowercased() {
      case nil, "alternate": return href
      case "self", "edit", "enclosure", "replies", "hub", "next", "prev", "via", "related": continue
      default: other = other ?? href
      }
    }
    return other ?? tree.value("href", of: item) ?? tree.value("rdf:about", of: item)
  }

  /// Whether the item is a reader's comment, to which its address leads (WordPress: `#comment-7`).
  var isComment: Bool {
    guard let mark = link?.firstRange(of: "#comment-") else { return false }
    return link?[mark.upperBound...].first?.isNumber ?? false
  }

  /// The item's identifier.
  var identifier: String? {
    first(["guid", "id", "dc:identifier"]) ?? tree.value("rdf:about", of: item)
  }

  /// False when the feed says that its identifiers are no addresses.
  var isIdentifierAddress: Bool {
    guard let guid = elements("guid").first else { return true }
    return tree.value("ispermalink", of: guid)?.lowercased() != "false"
  }

  /// The outlet an aggregator took the item from.
  var sourceName: String? {
    guard let source = elements("source").first else { return first(["dc:source"]) }
    return tree.child("title", of: source).flatMap(line).map(Self.withoutTags)
      ?? (tree.children(source).isEmpty ? tree.line(source) : nil)
  }

  /// Names of the authors.
  var byline: String? {
    var names: [String] = []
    var seen: Set<String> = []
    for field in ["author", "dc:creator", "creator", "itunes:author", "dc:author"] {
      for element in elements(field) {
        let name = tree.line(tree.child("name", of: element))
        let text = name ?? (tree.children(element).isEmpty ? tree.line(element) : nil)
        if let text = text.map(Self.person), !text.isEmpty, seen.insert(text).inserted {
          names.append(text)
        }
      }
      if !names.isEmpty { return names.joined(separator: "; ") }
    }
    return nil
  }

  /// The name in `mail@example.com (Name)`, `Name (mail@example.com)` and `Name <mail@example.com>`;
  /// empty for a bare address.
  private static func person(_ text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      let name = text[text.index(after: open)..<close]
      if !name.contains("@") { return String(name) }
    }
    return text.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")
  }

  /// Names of categories in their order.
  var categories: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for field in ["category", "dc:subject", "media:category", "itunes:category"] {
      let elements = elements(field).filter { !BlogExport.isKind(tree, $0) }
      // WordPress has tags among them.
      let tags = elements.filter { tree.value("domain", of: $0) == "post_tag" }
      for element in elements.filter({ !tags.contains($0) }) + tags {
        let name =
          tree.value("label", of: element) ?? tree.line(element) ?? tree.value("term", of: element)
          ?? tree.value("text", of: element)
        if let name, seen.insert(name).inserted { names.append(name) }
      }
    }
    return names
  }

  /// Address of the main picture as written.
  var image: String? {
    for name in ["media:content", "enclosure", "link"] {
      let candidates = name == "media:content" ? tree.descendants(name, of: item) : elements(name)
      for element in candidates {
        let type = tree.value("type", of: element) ?? tree.value("medium", of: element) ?? ""
        guard type.lowercased().hasPrefix("image"),
          name != "link" || tree.value("rel", of: element) == "enclosure"
        else { continue }
        if let url = tree.value("url", of: element) ?? tree.value("href", of: element) {
          return url
        }
      }
    }
    if let thumbnail = tree.descendant("media:thumbnail", of: item) {
      return tree.value("url", of: thumbnail)
    }
    for element in elements("image") + elements("itunes:image") {
      if let url = tree.value("href", of: element) ?? tree.line(tree.child("url", of: element))
        ?? tree.line(element), RelativeAddress.isWeb(url)
      {
        return url
      }
    }
    return nil
  }
}
