import DatelineMarkup

/// Which of a page's titles its readers see as the headline.
struct TitleChoice {
  /// A visible heading or a title outside the text.
  struct Candidate {
    var text: String
    var key: TitleKey
    var source: String
    /// -1 outside the text.
    var node: Int
  }

  private(set) var title: PageMetadata.Found?
  private(set) var node = -1
  private(set) var variants: [String] = []

  /// Longest headline, in characters.
  private static let longest = 400

  init(_ tree: HTMLTree, _ marks: PageMarks, _ article: StructuredArticle?, _ site: SiteName) {
    var declared: [Candidate] = []
    func declare(_ text: String?, _ source: String) {
      guard var text = text.map(TextNormalizer.line), !text.isEmpty else { return }
      if text.utf8.count > Self.longest * 2 { text = String(text.prefix(Self.longest)) }
      declared.append(Candidate(text: text, key: TitleKey(text), source: source, node: -1))
    }
    declare(article?.headline, "json-ld")
    declare(marks.meta["og:title"], "og:title")
    declare(marks.meta["twitter:title"], "twitter:title")
    declare(marks.meta.first(Self.metaNames)?.value, "meta")
    declare(marks.meta.title, "title")
    var headings = Self.headings(tree, marks)
    var site = site
    let page = TitleKey(marks.meta.title ?? "")
    for heading in headings.prefix(8) where Self.isTail(heading.key, of: page) {
      site.add(heading.text)
    }
    // Whole titles are proven by a heading; parts of titles by any other title.
    let keys = Set(headings.lazy.filter { tree.nodes[$0.node].tag == .h1 }.map(\.key))
    let all = keys.union(declared.map(\.key))
    for index in declared.indices {
      declared[index].text = site.strip(declared[index].text, whole: keys, parts: all)
      declared[index].key = TitleKey(declared[index].text)
    }
    declared.removeAll { $0.key.isEmpty }
    if declared.contains(where: { !site.matches($0.text) }) {
      declared.removeAll { site.matches($0.text) }
    }
    // "Politics | Headline": the heading has its section in it.
    let titles = Set(declared.map(\.key))
    for index in headings.indices where !titles.contains(headings[index].key) {
      let text = site.strip(headings[index].text, whole: titles, parts: titles)
      headings[index].text = text
      headings[index].key = TitleKey(text)
    }
    if let heading = Self.visible(headings, declared, tree, marks, site) {
      let text = Self.withoutKicker(heading, declared)
      title = PageMetadata.Found(value: text, source: heading.source)
      node = heading.node
    } else if let best = Self.agreed(declared) {
      title = PageMetadata.Found(value: site.stripUnknown(best.text), source: best.source)
    }
    // A page that calls itself by its outlet or section only.
    if title.map({ site.matches($0.value) || SectionWords.isSection($0.value) }) ?? true,
      let heading = Self.below(node, headings, tree, marks, site)
    {
      title = PageMetadata.Found(value: heading.text, source: heading.source)
      node = heading.node
    }
    var seen: Set<String> = []
    for candidate in declared + headings where variants.count < 12 {
      let isLike =
        candidate.node < 0 || candidate.node == node
        || declared.contains { $0.key.similarity(candidate.key) > 0.8 }
      if isLike, seen.insert(candidate.text).inserted { variants.append(candidate.text) }
    }
    if let text = marks.meta.title, !text.isEmpty, text.utf8.count <= Self.longest * 2,
      seen.insert(text).inserted
    {
      variants.append(text)
    }
  }

  private static let metaNames = [
    "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title",
  ]

  /// Headings, and elements that are named so, that may be the headline.
  private static func headings(_ tree: HTMLTree, _ marks: PageMarks) -> [Candidate] {
    var nodes = marks.headings.prefix(200).map { ($0, tree.nodes[$0].tag == .h1 ? "h1" : "h2") }
    for (node, property) in marks.properties.prefix(200)
    where property == .headline && tree.nodes[node].tag != .meta {
      nodes.append((node, "itemprop"))
    }
    for mark in marks.marks.lazy.filter({ $0.roles.contains(.headline) }).prefix(100) {
      nodes.append((mark.node, "class"))
    }
    var seen: Set<Int> = []
    var result: [Candidate] = []
    for (node, source) in nodes where seen.insert(node).inserted {
      guard tree.nodes[node].end - Int32(node) < 60 else { continue }
      let text = TextNormalizer.line(tree.line(node))
      guard !text.isEmpty, text.count <= longest else { continue }
      let key = TitleKey(text)
      if !key.isEmpty {
        result.append(Candidate(text: text, key: key, source: source, node: node))
      }
    }
    return result
  }

  /// The heading that agrees best with the titles outside the text; of first-level headings also one
  /// that agrees with none, when it stands alone.
  private static func visible(
    _ headings: [Candidate], _ declared: [Candidate], _ tree: HTMLTree, _ marks: PageMarks,
    _ site: SiteName
  ) -> Candidate? {
    let asides = marks.asides(headline: -1)
    var best: (candidate: Candidate, score: Double)?
    for heading in headings {
      var agreement = 0.0
      for title in declared {
        agreement = max(agreement, similarity(heading.key, title.key))
      }
      var score = agreement
      switch heading.source {
      case "h1": score += 0.35
      case "itemprop": score += 0.3
      default: break
      }
      if heading.source == "h2" || heading.source == "class", agreement < 0.75 { continue }
      if site.matches(heading.text) { score -= 0.6 }
      if SectionWords.isSection(heading.text) { score -= 0.4 }
      if asides.contains(heading.node) { score -= 0.15 }
      if heading.key.count < 2, heading.key.text.utf8.count < 15 { score -= 0.2 }
      if score > (best?.score ?? 0.15) { best = (heading, score) }
    }
    return best?.candidate
  }

  /// The first second-level heading below a heading, if it is long enough for a headline.
  private static func below(
    _ node: Int, _ headings: [Candidate], _ tree: HTMLTree, _ marks: PageMarks, _ site: SiteName
  ) -> Candidate? {
    let asides = marks.asides(headline: -1)
    let found = headings.filter {
      $0.source == "h2" && $0.node > node && !asides.contains($0.node)
    }.min { $0.node < $1.node }
    guard let found, found.key.count >= 4 || found.key.text.utf8.count >= 40,
      !site.matches(found.text)
    else { return nil }
    // Where text stands between the two, the second heads a part of it.
    for between in max(node, 0)..<found.node where tree.nodes[between].tag == .p {
      if tree.line(between).utf8.count > 60 { return nil }
    }
    return found
  }

  /// Whether a heading is what stands behind a longer title: the outlet's name.
  private static func isTail(_ heading: TitleKey, of title: TitleKey) -> Bool {
    title.text.hasSuffix(" " + heading.text)
      && title.text.utf8.count > heading.text.utf8.count * 2
  }

  /// A heading without the kicker in front of the headline that the other titles lack.
  private static func withoutKicker(_ heading: Candidate, _ declared: [Candidate]) -> String {
    if declared.contains(where: { $0.key == heading.key }) { return heading.text }
    let shorter = declared.first {
      $0.key.count >= 3 && heading.key.text.hasSuffix($0.key.text)
        && $0.key.text.utf8.count * 5 >= heading.key.text.utf8.count * 3
    }
    return shorter?.text ?? heading.text
  }

  /// Similarity of a heading and a title; a title that was cut short, or has something added, counts
  /// nearly full.
  private static func similarity(_ heading: TitleKey, _ title: TitleKey) -> Double {
    if heading == title { return 1 }
    if heading.text.utf8.count >= 15, title.text.utf8.count >= 15,
      heading.text.hasPrefix(title.text) || title.text.hasPrefix(heading.text)
    {
      return 0.95
    }
    return heading.similarity(title)
  }

  /// The title outside the text that others agree with; the first where none do.
  private static func agreed(_ declared: [Candidate]) -> Candidate? {
    var best: (candidate: Candidate, votes: Int)?
    for candidate in declared {
      let votes = declared.count { $0.key == candidate.key }
      if votes > (best?.votes ?? 0) { best = (candidate, votes) }
    }
    return best?.candidate
  }
}
