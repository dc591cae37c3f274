import DatelineMarkup

/// Reads what a page says of its article outside the text.
struct MetadataReader {
  /// The metadata of a page. Linear in the page.
  /// - Parameters:
  ///   - url: Address the page was fetched from.
  ///   - retrieved: When it was fetched: nothing on it was published later.
  static func read(
    _ tree: HTMLTree, url: String?, dates: DateParser, retrieved: String?
  ) -> PageMetadata {
    var result = PageMetadata()
    guard !tree.nodes.isEmpty else { return result }
    let marks = PageMarks(tree)
    let data = StructuredData(tree.structuredData)
    let links = PageLinks(url: url, marks.meta)
    let headings = marks.headings.prefix(8).filter { tree.nodes[$0].end - Int32($0) < 60 }
    let titles = Set(
      ([marks.meta["og:title"], marks.meta.title] + headings.map(tree.line)).compactMap {
        $0.map(TitleKey.init)
      })
    let article = StructuredArticle(data, addresses: links.addresses, titles: titles)
    result.siteName =
      marks.meta.first(["og:site_name"])
      ?? article?.publisher.map { .init(value: TextNormalizer.line($0), source: "json-ld") }
      ?? marks.meta.first(["application-name", "publisher", "dc.publisher"])
    let names = [
      result.siteName?.value, article?.publisher, marks.meta["application-name"],
      marks.meta["publisher"], marks.meta["twitter:site"],
    ]
    let pageTitles = [marks.meta.title, marks.meta["og:title"]]
    let site = SiteName(
      names: names.compactMap { $0 }.filter { !pageTitles.contains($0) },
      host: (links.addresses.first).flatMap(WebAddress.host))

    var titleSite = site
    // A person's site has the author's name.
    if !isTitled(tree, headings, marks.meta.title) {
      for name in HouseNames.names(tree, title: marks.meta.title) { titleSite.add(name) }
    }
    let title = TitleChoice(tree, marks, article, titleSite)
    result.title = title.title
    result.headlineNode = title.node
    result.titleVariants = title.variants

    let standfirst = StandfirstChoice(
      tree, marks, headline: title.node, titles: title.variants,
      description: marks.meta.first(["og:description", "description", "twitter:description"])?
        .value)
    result.standfirst = standfirst.found
    result.standfirstNode = standfirst.node

    let authors = AuthorChoice(tree, marks, article, site, headline: title.node)
    result.authors = authors.authors
    result.authorsSource = authors.source

    let tags = [marks.meta.language, marks.meta["og:locale"], article?.language]
    result.isDayFirst = DayOrder.isDayFirst(
      languages: tags.compactMap { $0 }, host: links.addresses.first.flatMap(WebAddress.host)
    ) { detectedLanguage(tree) }
    let days = DateChoice(
      tree, marks, article, headline: title.node, addresses: links.addresses,
      dates: PlausibleDates(dates, retrieved: retrieved, isDayFirst: result.isDayFirst))
    result.published = days.published
    result.modified = days.modified

    result.isFrontPage = links.isFrontPage
    result.isFetchedFromFront = url.map(PageLinks.isFront) ?? false
    result.host = links.addresses.first.flatMap(WebAddress.host)
    result.canonicalURL = links.canonical ?? address(article, links)
    result.imageURL = image(marks.meta, article, links)
    result.section = section(marks, tree, article, site)
    result.language = language(marks.meta, article)
    result.metaDescription =
      marks.meta.first(["og:description", "description", "twitter:description"])?.value
      ?? article?.description.map(TextNormalizer.line)
    result.structuredBody = article?.body
    readHints(&result, marks, data, article, url: url)
    return result
  }

  /// The language of the first paragraphs.
  private static func detectedLanguage(_ tree: HTMLTree) -> String? {
    var text = ""
    for node in tree.nodes.indices where tree.nodes[node].tag == .p {
      text += tree.line(node) + "\n"
      if text.utf8.count >= LanguageDetector.enough { break }
    }
    return LanguageDetector.language(
      of: text, declared: nil, limit: LanguageDetector.enough)?.code
  }

  /// Whether a first-level heading is the page's title or a part of it.
  private static func isTitled(_ tree: HTMLTree, _ headings: [Int], _ title: String?) -> Bool {
    guard let title else { return true }
    let key = TitleKey(title)
    return headings.contains { node in
      guard tree.nodes[node].tag == .h1 else { return false }
      let heading = TitleKey(tree.line(node))
      return heading.count >= 4 && ByteSearch.contains(heading.text, in: key.text[...])
        && heading.text.utf8.count * 2 > key.text.utf8.count
    }
  }

  private static func address(
    _ article: StructuredArticle?, _ links: PageLinks
  ) -> PageMetadata.Found? {
    guard let article, article.isArticle, let url = article.url.flatMap(links.resolve),
      !PageLinks.isFront(url)
    else { return nil }
    return PageMetadata.Found(value: url, source: "json-ld")
  }

  private static func image(
    _ meta: MetaElements, _ article: StructuredArticle?, _ links: PageLinks
  ) -> PageMetadata.Found? {
    let names = ["og:image", "og:image:url", "og:image:secure_url", "twitter:image"]
    for name in names {
      if let url = meta[name].flatMap(links.resolve) {
        return PageMetadata.Found(value: url, source: name)
      }
    }
    return (article?.imageURL.flatMap(links.resolve)).map {
      PageMetadata.Found(value: $0, source: "json-ld")
    }
  }

  private static let sectionNames = [
    "article:section", "parsely-section", "sailthru.section", "section", "article.section",
    "cxenseparse:section", "category", "dc.subject.section", "analytics_section",
  ]

  private static func section(
    _ marks: PageMarks, _ tree: HTMLTree, _ article: StructuredArticle?, _ site: SiteName
  ) -> PageMetadata.Found? {
    var candidates: [PageMetadata.Found] = []
    if let section = article?.section {
      candidates.append(.init(value: section, source: "json-ld"))
    }
    if let found = marks.meta.first(sectionNames) { candidates.append(found) }
    if let (node, _) = marks.properties.first(where: { $0.property == .articleSection }) {
      let text = tree.value(.content, of: node) ?? tree.line(node)
      candidates.append(.init(value: text, source: "itemprop"))
    }
    for candidate in candidates {
      let text = TextNormalizer.line(candidate.value)
      guard !text.isEmpty, text.utf8.count <= 80, !ByteSearch.contains("://", in: text[...]),
        !site.equals(text)
      else { continue }
      return PageMetadata.Found(value: text, source: candidate.source)
    }
    return nil
  }

  private static func language(
    _ meta: MetaElements, _ article: StructuredArticle?
  ) -> PageMetadata.Found? {
    let values: [(String?, String)] = [
      (meta.language, "html lang"), (article?.language, "json-ld"),
      (meta["og:locale"], "og:locale"), (meta["content-language"], "content-language"),
      (meta["dc.language"] ?? meta["dcterms.language"] ?? meta["language"], "meta"),
    ]
    for (text, source) in values {
      guard let code = text.flatMap(LanguageCode.normalize), code.utf8.count <= 3 else { continue }
      return PageMetadata.Found(value: code, source: source)
    }
    return nil
  }

  /// Types of pages that list others, tell of a person or answer a search.
  private static let otherTypes: Set<String> = [
    "CollectionPage", "SearchResultsPage", "ProfilePage", "ContactPage", "CheckoutPage",
  ]

  private static func readHints(
    _ result: inout PageMetadata, _ marks: PageMarks, _ data: StructuredData,
    _ article: StructuredArticle?, url: String?
  ) {
    let type = marks.meta["og:type"]?.lowercased()
    let pageTypes = data.items.lazy.filter { !$0.isListed }.flatMap(\.types)
    result.isDeclaredArticle =
      article?.isArticle == true || type == "article" || type == "news"
      || type?.hasSuffix(":article") == true || marks.meta["article:published_time"] != nil
      || isArticle(marks.itemTypes)
    result.isDeclaredWebsite = type == "website"
    result.pageTypes = Set(pageTypes).union(marks.itemTypes.prefix(1))
    if type?.hasPrefix("product") == true || type == "og:product" {
      result.pageTypes.insert("Product")
    }
    result.isDeclaredOther =
      type == "profile" || pageTypes.contains(where: otherTypes.contains)
      || marks.itemTypes.contains(where: otherTypes.contains)
    if type?.hasPrefix("video") == true || article?.types.contains("VideoObject") == true {
      result.declaredMedium = "video"
    } else if pageTypes.contains(where: { $0 == "ImageGallery" || $0 == "MediaGallery" }) {
      result.declaredMedium = "gallery"
    }
    let tier = (marks.meta["article:content_tier"] ?? marks.meta["article_content_tier"])?
      .lowercased()
    result.isPaywalled = article?.isPaywalled == true || tier == "locked" || tier == "metered"
    result.isLiveBlog =
      article?.types.contains("LiveBlogPosting") == true
      || marks.itemTypes.contains("LiveBlogPosting") || isLiveAddress(url)
      || isLiveAddress(result.canonicalURL?.value)
  }

  /// Whether microdata call the page an article: the first item is one, and not the first of a list of
  /// them.
  private static func isArticle(_ types: [String]) -> Bool {
    guard let first = types.first, StructuredArticle.isArticle([first]) else { return false }
    return types.count { StructuredArticle.isArticle([$0]) } < StructuredArticle.fewestListed
  }

  private static func isLiveAddress(_ url: String?) -> Bool {
    guard let url else { return false }
    let path = WebAddress.path(of: url).lowercased()
    return ["/live/", "/live-news/", "/live-blog", "/liveblog", "-live-updates", "/live-updates"]
      .contains { ByteSearch.contains($0, in: path[...]) }
  }
}
