import DatelineMarkup

/// Tells pages that are no articles. Where there is a doubt a page is an article: a wrong rejection
/// loses a text, a wrong acceptance can be searched past.
enum NonArticle {
  /// Why a page is no article; `nil` for articles. Linear in the page.
  /// - Parameters:
  ///   - url: Address the page was fetched from.
  ///   - text: What was taken from the page.
  static func reason(
    _ tree: HTMLTree, _ metadata: PageMetadata, url: String?, _ text: HTMLExtractor.Result
  ) -> String? {
    if tree.nodes.isEmpty { return "empty page" }
    let bodyWords = text.words
    let titles = ([metadata.title?.value].compactMap { $0 } + metadata.titleVariants).map {
      TitleKey($0).text
    }
    let isNamed = !metadata.authors.isEmpty && metadata.published != nil
    let obstacle = ObstaclePage.reason(
      titles: titles, metadata: metadata, text: text.body, words: bodyWords, isSigned: isNamed)
    if let obstacle { return obstacle }
    if bodyWords < 5 { return "no text" }
    let address = url ?? metadata.canonicalURL?.value
    if HousePage.matches(metadata, titles: titles, address: address, text: text.body) {
      return "page about the site"
    }
    if text.isRepetition { return "gallery" }
    if IndexPage.isNamed(tree, metadata) { return "list of articles" }
    if metadata.isDeclaredArticle { return nil }
    let isSigned = isSigned(metadata, text.shape)
    let isList = text.linkDensity > 0.4
    if metadata.isFrontPage, bodyWords < 300 || isList || isWebsite(metadata, text.shape) {
      return "front page"
    }
    if SearchPage.matches(metadata, titles: titles, address: address, text) {
      return "search results"
    }
    if metadata.isDeclaredOther, bodyWords < 120 || isList { return "list of articles" }
    if isTeaserList(text.shape, isOther: metadata.isDeclaredOther), !isSigned {
      return "list of articles"
    }
    if IndexPage.isList(tree, metadata, text),
      !isSigned || (text.isLinks && isSignedInSight(metadata))
    {
      return "list of articles"
    }
    if isLinkPage(text, address, metadata), !isSigned { return "section page" }
    if text.posts.isBlogFront { return "list of articles" }
    if text.posts.isThread { return "forum thread" }
    if text.posts.isOffers, !isSigned { return "list of offers" }
    if text.posts.isTable, !isSigned { return "table" }
    if metadata.published == nil, metadata.authors.isEmpty,
      metadata.pageTypes.contains("Product") || (text.posts.isShop && bodyWords < mostShopWords)
    {
      return "product page"
    }
    if isGallery(text.shape), text.shape.isCounted || !isSigned { return "gallery" }
    if bodyWords < 150, !isSigned, ObstaclePage.isConsent(text.body) { return "consent page" }
    if let list = listPath(address), metadata.published == nil,
      bodyWords < 250 || isList
    {
      return list
    }
    if let medium = metadata.declaredMedium, bodyWords < 30 { return medium + " without text" }
    if bodyWords < 20, !isBrief(text.body, words: bodyWords, metadata) { return "hardly any text" }
    if text.linkDensity > 0.7, metadata.published == nil, bodyWords < 400 {
      return "list of links"
    }
    return nil
  }

  /// Words of a page with a button to buy something at most.
  private static let mostShopWords = 400

  /// Whether a text is a dated brief: one full sentence below a headline of its own.
  private static func isBrief(_ body: String, words: Int, _ metadata: PageMetadata) -> Bool {
    words >= 8 && metadata.published != nil && metadata.headlineNode >= 0
      && metadata.declaredMedium == nil && !metadata.isFrontPage
      && !body.contains("\n") && Sentence.isTerminated(body.utf8)
      && metadata.title.map { TitleKey($0.value) != TitleKey(body) } ?? false
  }

  /// Whether a page with a front page's address is one by its own words. Some sites give all their pages that
  /// address: where it was not fetched from there, an author or a date speaks for an article.
  private static func isWebsite(_ metadata: PageMetadata, _ shape: ListShape) -> Bool {
    guard metadata.isDeclaredWebsite else { return false }
    return metadata.isFetchedFromFront || areSigned(shape)
      || (metadata.published == nil && metadata.authors.isEmpty)
  }

  /// Whether an author and a date are the page's: those in sight are not where the teasers of a list
  /// have theirs.
  private static func isSigned(_ metadata: PageMetadata, _ shape: ListShape) -> Bool {
    guard let published = metadata.published, !metadata.authors.isEmpty else { return false }
    return !(isInSight(published, metadata) && areSigned(shape))
  }

  /// Whether what names author and date stands in the page, where it may be that of a list's first item.
  private static func isSignedInSight(_ metadata: PageMetadata) -> Bool {
    metadata.published.map { isInSight($0, metadata) } ?? true
  }

  private static func isInSight(_ published: PageMetadata.Found, _ metadata: PageMetadata) -> Bool {
    visible.contains(published.source) || visible.contains(metadata.authorsSource ?? "")
  }

  /// Where dates and authors were found that stand in the page and not in its head.
  private static let visible: Set<String> = ["time", "date line", "itemprop", "byline"]

  private static func areSigned(_ shape: ListShape) -> Bool {
    shape.signedTeasers >= 3 && shape.signedTeasers * 2 >= shape.teasers
  }

  /// Whether most of the text is teasers, of articles that have their own authors and dates a little
  /// more than half.
  private static func isTeaserList(_ shape: ListShape, isOther: Bool) -> Bool {
    if shape.isListicle { return false }
    let isSure = isOther || areSigned(shape)
    return shape.teasers >= (isSure ? 4 : 6) && shape.teaserShare > (isSure ? 0.5 : 0.7)
  }

  /// Whether a page is made of headlines that are links, and hardly any text.
  private static func isLinkPage(
    _ text: HTMLExtractor.Result, _ address: String?, _ metadata: PageMetadata
  ) -> Bool {
    if address.map(isSection) == true {
      return text.words < 150 && text.shape.linkedHeadlines >= 20
    }
    return text.words < 60 && text.shape.linkedHeadlines >= 30 && metadata.published == nil
  }

  /// Whether an address is of one or two plain words, such as `/world/europe`.
  private static func isSection(_ address: String) -> Bool {
    let path = WebAddress.path(of: address).prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/")
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        part.utf8.count <= 20 && part.utf8.count { $0 == UInt8(ascii: "-") } <= 1
          && part.allSatisfy { $0.isLetter || $0 == "-" }
      }
  }

  /// Whether most of the text is captions.
  private static func isGallery(_ shape: ListShape) -> Bool {
    shape.captions >= 6 && shape.captionShare > 0.6 && shape.otherWords < 100
  }

  /// What an address says of a page that lists others.
  private static func listPath(_ address: String?) -> String? {
    guard let address else { return nil }
    if SearchPage.isAddress(address) { return "search results" }
    let path = WebAddress.path(of: address).lowercased()
    let parts = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let first = parts.first else { return nil }
    if parts.count <= 4, let kind = listNames[String(first)] { return kind }
    if parts.count >= 2, parts[parts.count - 2] == "page",
      parts.last?.allSatisfy(\.isNumber) == true
    {
      return "list of articles"
    }
    return nil
  }

  private static let listNames: [String: String] = [
    "category": "section page", "categories": "section page", "section": "section page",
    "sections": "section page", "tag": "list of articles", "tags": "list of articles",
    "topic": "list of articles", "topics": "list of articles", "author": "list of articles",
    "authors": "list of articles", "archive": "list of articles", "archives": "list of articles",
    "kategorie": "section page", "rubrik": "section page", "thema": "list of articles",
    "schlagwort": "list of articles", "login": "login page", "signin": "login page",
    "register": "login page", "subscribe": "login page",
  ]
}
