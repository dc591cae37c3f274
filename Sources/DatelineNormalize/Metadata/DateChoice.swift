import DatelineMarkup

/// Dates of publication and change of a page's article.
struct DateChoice {
  private(set) var published: PageMetadata.Found?
  private(set) var modified: PageMetadata.Found?

  private let dates: PlausibleDates

  init(
    _ tree: HTMLTree, _ marks: PageMarks, _ article: StructuredArticle?, headline: Int,
    addresses: [String], dates: PlausibleDates
  ) {
    self.dates = dates
    published = first([("json-ld", article?.published)])
    if published == nil { published = firstMeta(Self.publishedNames, marks) }
    modified = first([("json-ld", article?.modified)]) ?? firstMeta(Self.modifiedNames, marks)
    let asides = marks.asides(headline: headline)
    for (node, property) in marks.properties where !asides.contains(node) {
      switch property {
      case .datePublished:
        if published == nil { published = value(tree, node, "itemprop") }
      case .dateModified:
        if modified == nil { modified = value(tree, node, "itemprop") }
      default: break
      }
    }
    let inAddress = addresses.lazy.compactMap { dates.date(inURL: Self.path(of: $0)) }.first {
      self.dates.isPlausible($0)
    }
    if published == nil {
      published =
        visible(tree, marks, asides, headline)
        ?? inAddress.map { PageMetadata.Found(value: $0, source: "url") }
        ?? first([("json-ld", article?.created)])
        ?? firstMeta(Self.laterNames, marks)
        ?? onlyDate(tree, marks)
    }
    if published == nil { published = modified }
    if let found = published {
      if let inAddress {
        if let local = Self.localDay(found.value, inAddress) {
          published = PageMetadata.Found(value: local, source: "url")
        }
      } else if found.value.hasSuffix("Z"), !Self.isVisible(found),
        let seen = visible(tree, marks, asides, headline, takesModified: false),
        let local = Self.localDay(found.value, String(seen.value.prefix(10)))
      {
        published = PageMetadata.Found(value: local, source: seen.source)
      }
    }
  }

  private static func isVisible(_ found: PageMetadata.Found) -> Bool {
    found.source == "time" || found.source == "date line"
  }

  private static let publishedNames = [
    "article:published_time", "og:published_time", "article:published", "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "datepublished", "date.published", "article.published",
    "published-date", "published_date", "publish-date", "publish_date", "publication_date",
    "publicationdate", "pubdate", "publishdate", "published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article_date_original", "article.created", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "ptime", "date",
    "displaydate", "iso-8601-publish-date", "citation_publication_date", "citation_date",
    "originalpublicationdate", "rnews:datepublished", "dateposted", "bt:pubdate", "timestamp",
    "article:date", "shareaholic:article_published_time", "creation_date", "date_published",
  ]

  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified", "article.updated", "article:modified", "modified_date",
    "modificationdate", "revised", "updated_time",
  ]

  private static let laterNames = ["datecreated", "created", "cxenseparse:recs:articletime"]

  /// The path of an address; of the archived page in an archive's address.
  private static func path(of address: String) -> String {
    var path = WebAddress.path(of: address)
    while let inner = ByteSearch.first("/http", in: path[...]) {
      path = WebAddress.path(of: String(path[inner.upperBound...]))
    }
    return path
  }

  /// The day in the page's address or in sight where it differs from that of a time in UTC by no more than the
  /// outlet's offset from UTC explains: the day on which the article was published there.
  private static func localDay(_ date: String, _ day: String) -> String? {
    guard date.hasSuffix("Z"), day != date.prefix(10),
      let hour = Int(date.dropFirst(11).prefix(2)), let utc = PlausibleDates.civil(date),
      let local = PlausibleDates.civil(day)
    else { return nil }
    switch local.daysSinceEpoch - utc.daysSinceEpoch {
    case -1 where hour < 12, 1 where hour >= 12: return day
    default: return nil
    }
  }

  private func first(_ values: [(String, String?)]) -> PageMetadata.Found? {
    for (source, text) in values {
      if let date = text.flatMap(dates.parse) {
        return PageMetadata.Found(value: date, source: source)
      }
    }
    return nil
  }

  private func firstMeta(_ names: [String], _ marks: PageMarks) -> PageMetadata.Found? {
    for name in names {
      for value in marks.meta.all(name) {
        if let date = dates.parse(value) { return PageMetadata.Found(value: date, source: name) }
      }
    }
    return nil
  }

  /// The date an element states in its attributes or its text.
  private func value(_ tree: HTMLTree, _ node: Int, _ source: String) -> PageMetadata.Found? {
    let attributes: [HTMLAttribute] = [
      .datetime, .content, .dataDatetime, .dataPublished, .dataTimestamp, .pubdate, .title,
    ]
    for attribute in attributes {
      if let text = tree.value(attribute, of: node), let date = dates.parse(text) {
        return PageMetadata.Found(value: date, source: source)
      }
    }
    guard tree.nodes[node].end - Int32(node) <= 40 else { return nil }
    let text = tree.line(node)
    guard text.utf8.count <= 160 else { return nil }
    return dates.parse(text).map { PageMetadata.Found(value: $0, source: source) }
  }

  /// The date that readers see near the headline: a `time` element, an element named so, a line that
  /// is a date.
  private func visible(
    _ tree: HTMLTree, _ marks: PageMarks, _ asides: PageMarks.Asides, _ headline: Int,
    takesModified: Bool = true
  ) -> PageMetadata.Found? {
    var fallback: PageMetadata.Found?
    var candidates: [(node: Int, source: String, isModified: Bool)] = []
    for node in marks.times where !asides.contains(node) {
      candidates.append((node, "time", false))
    }
    for mark in marks.marks where mark.roles.contains(.date) && !asides.contains(mark.node) {
      candidates.append((mark.node, "date line", mark.roles.contains(.modified)))
    }
    // Below the headline in order, then above it, the nearest first.
    let below = candidates.filter { $0.node >= headline }.sorted { $0.node < $1.node }
    let above = candidates.filter { $0.node < headline }.sorted { $0.node > $1.node }
    for candidate in below.prefix(24) + above.prefix(12) {
      guard let found = value(tree, candidate.node, candidate.source) else { continue }
      if !candidate.isModified { return found }
      if fallback == nil, takesModified { fallback = found }
    }
    return fallback ?? dateLine(tree, headline, asides)
  }

  /// The day that all `time` elements and dates of microdata agree on, also in the page's frame; else
  /// the one of all short texts.
  private func onlyDate(_ tree: HTMLTree, _ marks: PageMarks) -> PageMetadata.Found? {
    let stated = marks.properties.filter { $0.property == .datePublished }.map(\.node)
    for nodes in [stated, marks.times] {
      let found = nodes.prefix(40).compactMap { value(tree, $0, "time") }
      if let first = found.first,
        found.allSatisfy({ $0.value.prefix(10) == first.value.prefix(10) })
      {
        return first
      }
    }
    var only: String?
    for node in tree.nodes.indices.prefix(20_000) where tree.nodes[node].tag == .text {
      guard let date = dateInShortText(tree, node) else { continue }
      if let only, only.prefix(10) != date.prefix(10) { return nil }
      only = only ?? date
    }
    return only.map { PageMetadata.Found(value: $0, source: "date line") }
  }

  /// The date in a text of a few words with a number in it.
  private func dateInShortText(_ tree: HTMLTree, _ node: Int) -> String? {
    let bytes = tree.bytes[tree.range(node)]
    guard bytes.count >= 8, bytes.count <= 200 else { return nil }
    let text = bytes.drop { $0 <= 0x20 }
    guard text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let line = TextNormalizer.line(String(decoding: text, as: UTF8.self))
    guard line.utf8.count <= 80, !Bylines.isSentence(line), !Lifespan.isNamed(in: line.utf8) else {
      return nil
    }
    return dates.parse(line)
  }

  /// The first short text after the headline that holds a date.
  private func dateLine(
    _ tree: HTMLTree, _ headline: Int, _ asides: PageMarks.Asides
  ) -> PageMetadata.Found? {
    guard headline >= 0 else { return nil }
    var texts = 0
    for node in headline..<tree.nodes.count where tree.nodes[node].tag == .text {
      if asides.contains(node) || tree.bytes[tree.range(node)].allSatisfy({ $0 <= 0x20 }) {
        continue
      }
      texts += 1
      if texts > 40 { break }
      if let date = dateInShortText(tree, node) {
        return PageMetadata.Found(value: date, source: "date line")
      }
    }
    // Above the headline, the nearest first.
    texts = 0
    for node in stride(from: headline - 1, to: 0, by: -1) where tree.nodes[node].tag == .text {
      if asides.contains(node) || tree.bytes[tree.range(node)].allSatisfy({ $0 <= 0x20 }) {
        continue
      }
      texts += 1
      if texts > 6 { break }
      if let date = dateInShortText(tree, node) {
        return PageMetadata.Found(value: date, source: "date line")
      }
    }
    return nil
  }
}
