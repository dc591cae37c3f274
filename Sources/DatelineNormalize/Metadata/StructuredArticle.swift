/// The article that a page's JSON-LD describes.
struct StructuredArticle {
  var types: [String] = []
  var headline: String?
  var description: String?
  var authors: [(name: String, isOrganization: Bool)] = []
  var published: String?
  var created: String?
  var modified: String?
  var section: String?
  var language: String?
  var url: String?
  var imageURL: String?
  var publisher: String?
  var body: String?
  /// `isAccessibleForFree` is false.
  var isPaywalled = false
  /// Whether it is an article, not just a page.
  var isArticle = false

  /// Whether one of the types is an article's: `NewsArticle`, `BlogPosting` and their like.
  static func isArticle(_ types: [String]) -> Bool {
    types.contains {
      $0.hasSuffix("Article") || ($0.hasSuffix("Posting") && $0 != "JobPosting") || $0 == "Report"
    }
  }

  private static let pageTypes: Set<String> = [
    "WebPage", "ItemPage", "AboutPage", "MedicalWebPage", "FAQPage", "Recipe", "Review",
    "CreativeWork", "VideoObject", "Event", "PodcastEpisode", "Product", "HowTo",
  ]

  /// Articles from which on they are a list.
  static let fewestListed = 4

  /// The article of a page: of several the one whose address or headline is the page's.
  /// - Parameters:
  ///   - addresses: Addresses of the page.
  ///   - titles: Titles of the page.
  init?(_ data: StructuredData, addresses: [String], titles: Set<TitleKey>) {
    let addresses = Set(addresses.map(Self.plain))
    var best: StructuredData.Item?
    var bestScore = 0.0
    // Headlines of articles with another address than the page's, and those that are titles of the page.
    var others: Set<TitleKey> = []
    var known: Set<TitleKey> = []
    var hasOwn = false
    for item in data.items {
      let isArticle = Self.isArticle(item.types)
      guard isArticle || item.types.contains(where: Self.pageTypes.contains) else { continue }
      var score = isArticle ? 3.0 : 1.0
      let fields = item.fields
      let own = ["url", "mainEntityOfPage", "@id"].compactMap {
        data.text(fields[$0], ["@id", "url"]).map(Self.plain)
      }
      let isHere = own.contains(where: addresses.contains)
      if isHere { score += 3 }
      if !isHere, item.isListed { continue }
      if isHere, isArticle { hasOwn = true }
      if let headline = data.text(fields["headline"] ?? fields["name"]) {
        let key = TitleKey(headline)
        if isArticle, !isHere, own.contains(where: { $0.contains("/") }) {
          others.insert(key)
          if titles.contains(key) { known.insert(key) }
        }
        if titles.contains(key) {
          score += 3
        } else if isArticle, !isHere, own.contains(where: { $0.contains("/") }),
          !addresses.isEmpty, !titles.contains(where: { key.similarity($0) > 0.3 })
        {
          // Neither its address nor its headline is the page's: another article.
          continue
        }
      }
      for key in ["datePublished", "author", "headline", "articleBody"] where fields[key] != nil {
        score += 0.5
      }
      if item.isListed { score -= 2 }
      if score > bestScore {
        best = item
        bestScore = score
      }
    }
    // A page that lists articles is none of them: their headlines may be its headings.
    if !hasOwn, others.count >= Self.fewestListed, known.count != 1 { return nil }
    guard let best else { return nil }
    read(best, data)
    // What the article's object lacks the page's may say.
    for item in data.items where !item.isListed && (item.types.contains("WebPage") || isArticle) {
      guard item.types.contains(where: Self.pageTypes.contains) || Self.isArticle(item.types) else {
        continue
      }
      if published == nil { published = data.text(item.fields["datePublished"]) }
      if modified == nil { modified = data.text(item.fields["dateModified"]) }
      if language == nil { language = data.text(item.fields["inLanguage"]) }
      if authors.isEmpty { authors = data.names(item.fields["author"]) }
    }
  }

  private mutating func read(_ item: StructuredData.Item, _ data: StructuredData) {
    let fields = item.fields
    types = item.types
    isArticle = Self.isArticle(types)
    headline = data.text(fields["headline"]) ?? data.text(fields["name"])
    description = data.text(fields["description"])
    authors = data.names(fields["author"])
    if authors.isEmpty { authors = data.names(fields["creator"]) }
    published = data.text(fields["datePublished"])
    created = data.text(fields["dateCreated"])
    modified = data.text(fields["dateModified"])
    section = data.text(fields["articleSection"])
    language = data.text(fields["inLanguage"], ["alternateName", "@value", "name"])
    url = data.text(fields["url"]) ?? data.text(fields["mainEntityOfPage"], ["@id", "url"])
    imageURL = data.text(fields["image"], ["url", "contentUrl", "@id"])
    publisher = data.text(fields["publisher"], ["name"])
    body = data.text(fields["articleBody"])
    switch fields["isAccessibleForFree"] {
    case let flag as Bool: isPaywalled = !flag
    case let text as String: isPaywalled = text.lowercased() == "false"
    default: break
    }
  }

  /// An address without scheme, `www.`, query and closing slash, to be compared.
  static func plain(_ url: String) -> String {
    var rest = Substring(url)
    if let scheme = ByteSearch.first("//", in: rest) { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest.removeLast() }
    return rest.lowercased()
  }
}
