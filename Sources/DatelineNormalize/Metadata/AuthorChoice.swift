import DatelineMarkup

/// The authors of a page's article.
struct AuthorChoice {
  private(set) var authors: [String] = []
  private(set) var source: String?

  /// Most authors an article has.
  private static let most = 12

  init(
    _ tree: HTMLTree, _ marks: PageMarks, _ article: StructuredArticle?, _ site: SiteName,
    headline: Int
  ) {
    var organizations: ([String], String)?
    /// Takes names that include a person's; keeps others for want of better ones.
    func take(_ names: [String], _ source: String) -> Bool {
      let names = PersonNames.unique(names)
      let people = names.filter { !PersonNames.isOrganization($0) }
      if people.isEmpty {
        if organizations == nil, !names.isEmpty { organizations = (names, source) }
        return false
      }
      authors = Array(people.prefix(Self.most))
      self.source = source
      return true
    }
    let visible = VisibleByline(tree, marks, site, headline: headline)
    defer { spellAsPrinted(visible.names) }
    if let article {
      let names = article.authors.filter { !$0.isOrganization }.map(\.name)
      if take(names.flatMap { PersonNames.read($0, site: site) }, "json-ld") { return }
    }
    for name in Self.metaNames {
      let values = marks.meta.all(name).filter { !Self.isAddress($0) && !isOutlet($0, site) }
      let names = values.flatMap { PersonNames.read($0, site: site) }
      // One word is an account or an outlet; who is named in sight in full wrote the article.
      if !names.isEmpty, names.allSatisfy({ !$0.contains(" ") && $0.utf8.count == $0.count }),
        visible.names.contains(where: PersonNames.isPerson)
      {
        continue
      }
      if take(names, name) { return }
    }
    if take(visible.names, visible.source) { return }
    if let article {
      let names = article.authors.filter(\.isOrganization).map(\.name)
      if take(names.flatMap { PersonNames.read($0, site: site) }, "json-ld") { return }
    }
    if let organizations { (authors, source) = (organizations.0, organizations.1) }
  }

  /// Whether a value begins with the outlet: what follows are its place and country.
  private func isOutlet(_ text: String, _ site: SiteName) -> Bool {
    guard let comma = text.firstIndex(of: ",") else { return false }
    let first = String(text[..<comma])
    return Self.isAddress(first) || site.equals(first)
  }

  /// Metadata often lack accents.
  private mutating func spellAsPrinted(_ visible: [String]) {
    guard !visible.isEmpty, source != "byline" else { return }
    for name in visible where name.utf8.contains(where: { $0 >= 0x80 }) {
      let key = PersonNames.folded(name)
      for index in authors.indices where PersonNames.folded(authors[index]) == key {
        authors[index] = name
      }
    }
  }

  private static let metaNames = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator",
    "dc.contributor", "byl", "article.author", "article_author", "cxenseparse:author",
    "cse_author", "citation_author", "og:article:author", "shareaholic:article_author_name",
    "authors", "creator", "twitter:data1_author",
  ]

  private static func isAddress(_ text: String) -> Bool {
    ByteSearch.contains("://", in: text[...]) || text.hasPrefix("www.") || text.hasPrefix("@")
      || text.hasPrefix("/")
      || (!text.contains(" ") && text.contains("."))
  }
}

/// The author line that readers see near the headline.
struct VisibleByline {
  private(set) var names: [String] = []
  private(set) var source = "byline"

  /// Longest author line, in bytes.
  private static let longest = 300
  /// Nodes of an author line's element at most.
  private static let mostNodes: Int32 = 120

  init(_ tree: HTMLTree, _ marks: PageMarks, _ site: SiteName, headline: Int) {
    let asides = marks.asides(headline: headline)
    func isNear(_ node: Int) -> Bool { !asides.contains(node) }
    for (node, property) in marks.properties
    where (property == .author || property == .creator) && isNear(node) {
      let found = Self.property(tree, marks, node, site)
      if !found.isEmpty {
        names += found
        source = "itemprop"
      }
      if names.count >= 8 { break }
    }
    if !names.isEmpty { return }
    let authorMarks = marks.marks.filter { $0.roles.contains(.author) && isNear($0.node) }
    // Below the headline first, then above it.
    let below = authorMarks.filter { $0.node >= headline }
    let above = authorMarks.filter { $0.node < headline }.suffix(8)
    for mark in below.prefix(12) + above.reversed() {
      if mark.roles.contains(.authorNote) { continue }
      let found = Self.names(tree, marks, mark.node, site)
      // Several single words are a list of topics.
      guard let first = found.first, found.count == 1 || PersonNames.isPerson(first) else {
        continue
      }
      names = found
      source = "byline"
      return
    }
    for node in marks.authorLinks where isNear(node) {
      let found = PersonNames.read(tree.line(node), site: site)
      if found.count == 1 {
        names += found
        source = "rel=author"
      }
    }
    if !names.isEmpty { return }
    names = Self.linked(tree, headline, asides, site)
    if !names.isEmpty {
      source = "author link"
      return
    }
    if let line = Self.introducedLine(tree, headline, asides) {
      let found = PersonNames.read(line, site: site)
      if found.allSatisfy(PersonNames.isPerson) { names = found }
      source = "by"
    }
  }

  private static func property(
    _ tree: HTMLTree, _ marks: PageMarks, _ node: Int, _ site: SiteName
  ) -> [String] {
    if let content = tree.value(.content, of: node) {
      return PersonNames.read(content, site: site)
    }
    let end = Int(tree.nodes[node].end)
    for (inner, property) in marks.properties
    where property == .name && inner >= node && inner < end {
      let text = tree.value(.content, of: inner) ?? tree.line(inner)
      let names = PersonNames.read(text, site: site)
      if !names.isEmpty { return names }
    }
    return names(tree, marks, node, site)
  }

  /// The names in an element: those of its links to authors, else those in its text.
  private static func names(
    _ tree: HTMLTree, _ marks: PageMarks, _ node: Int, _ site: SiteName
  ) -> [String] {
    guard tree.nodes[node].end - Int32(node) <= mostNodes else { return [] }
    let text = tree.line(node)
    guard text.utf8.count >= 3, text.utf8.count <= longest else { return [] }
    var linked: [String] = []
    for inner in node..<Int(tree.nodes[node].end) where tree.nodes[inner].tag == .a {
      guard let address = tree.value(.href, of: inner) else { continue }
      let isAuthor =
        tree.value(.rel, of: inner)?.contains("author") == true
        || authorPaths.contains { ByteSearch.contains($0, in: address[...]) }
      guard isAuthor else { continue }
      linked += PersonNames.read(tree.line(inner), site: site)
    }
    if !linked.isEmpty { return linked }
    // Without "By" a long line is more than a name.
    let names = PersonNames.read(text, site: site)
    return text.utf8.count <= 120 || isIntroduced(text) ? names : []
  }

  /// Parts of addresses of pages on authors only.
  private static let authorPages = ["/author/", "/authors/", "/autor/", "/auteur/", "/by/"]

  private static let authorPaths = [
    "/author", "/autor", "/people/", "/person/", "/by/", "/staff/", "/profile", "/contributor",
    "/writer", "/journalist", "/reporter", "/columnist", "/auteur", "/redaktion/",
  ]

  private static func isIntroduced(_ text: String) -> Bool {
    let lower = text.prefix(12).lowercased()
    return ["by ", "by:", "von ", "par ", "por ", "written by "].contains { lower.hasPrefix($0) }
  }

  /// The texts of the first links to authors' pages near the headline.
  private static func linked(
    _ tree: HTMLTree, _ headline: Int, _ asides: PageMarks.Asides, _ site: SiteName
  ) -> [String] {
    guard headline >= 0 else { return [] }
    var names: [String] = []
    var last = headline
    for node in headline..<min(headline + 300, tree.nodes.count) where tree.nodes[node].tag == .a {
      guard !asides.contains(node), let address = tree.value(.href, of: node),
        authorPages.contains(where: { ByteSearch.contains($0, in: address[...]) })
      else { continue }
      // Others further down are authors of other articles.
      if !names.isEmpty, node - last > 20 { break }
      let found = PersonNames.read(tree.line(node), site: site)
      if !found.isEmpty { last = node }
      names += found
    }
    return names
  }

  /// The first short line after the headline that begins with "By".
  private static func introducedLine(
    _ tree: HTMLTree, _ headline: Int, _ asides: PageMarks.Asides
  ) -> String? {
    var texts = 0
    var node = max(headline, 0)
    while node < tree.nodes.count, texts < 60 {
      defer { node += 1 }
      guard tree.nodes[node].tag == .text, !asides.contains(node) else { continue }
      let first = tree.bytes[tree.range(node)].drop { $0 <= 0x20 }.prefix(12)
      if first.isEmpty { continue }
      texts += 1
      let start = String(decoding: first, as: UTF8.self)
      guard isIntroduced(start + " ") else { continue }
      // The name may stand in an element of its own behind "By".
      var parent = Int(tree.nodes[node].parent)
      while parent > 0, !tree.nodes[parent].tag.isBlock { parent = Int(tree.nodes[parent].parent) }
      guard tree.nodes[max(parent, 0)].end - Int32(parent) <= mostNodes else { continue }
      let line = tree.line(max(parent, 0))
      if line.utf8.count > 4, line.utf8.count <= 120, isIntroduced(line) { return line }
    }
    return nil
  }
}
