import DatelineMarkup

/// What a page says about its article outside the text: from JSON-LD, meta tags, microdata and the
/// visible headline, author and date lines.
struct PageMetadata: Equatable {
  /// A value and where it was found, such as `json-ld`, `og:title`, `h1`.
  struct Found: Equatable {
    var value: String
    var source: String
  }

  var title: Found?
  /// Summary printed below the headline.
  var standfirst: Found?
  /// Node of the standfirst's element in the page, -1 when there is none.
  var standfirstNode = -1
  var authors: [String] = []
  var authorsSource: String?
  /// Date of publication, notation of ``DateParser``.
  var published: Found?
  /// Date of the last change, notation of ``DateParser``.
  var modified: Found?
  var section: Found?
  /// ISO 639-1 code of the declared language.
  var language: Found?
  /// Whether the page's readers write the day before the month.
  var isDayFirst = false
  /// Absolute address.
  var canonicalURL: Found?
  /// Absolute address.
  var imageURL: Found?
  /// Name of the outlet (`og:site_name`, publisher).
  var siteName: Found?
  /// Description for search engines and social networks; often the first sentence of the text.
  var metaDescription: String?
  /// `articleBody` of the JSON-LD, if there is one; markup in it is kept.
  var structuredBody: String?
  /// Whether JSON-LD, Open Graph or microdata call the page an article.
  var isDeclaredArticle = false
  /// Whether JSON-LD, Open Graph or microdata call the page something that is no article: a list, a
  /// profile, a search.
  var isDeclaredOther = false
  /// Whether Open Graph calls the page a website, as front pages do, and many articles by mistake.
  var isDeclaredWebsite = false
  /// Types that JSON-LD and microdata give the page itself.
  var pageTypes: Set<String> = []
  /// `video` or `gallery` where the page says that it is one.
  var declaredMedium: String?
  /// Whether the page is a site's front page by its address, or else by what it says.
  var isFrontPage = false
  /// Whether the address it was fetched from is that of a site's front page.
  var isFetchedFromFront = false
  /// Host of the page's address; `nil` when no address is known.
  var host: String?
  /// Whether the page says that only subscribers see its text whole.
  var isPaywalled = false
  /// Whether the page says so, or its address.
  var isLiveBlog = false
  /// Node of the headline element in the page, -1 when there is none: the text begins behind it.
  var headlineNode = -1
  /// Other texts that stand for the title on this page (`<title>`, `og:title`, `h1`), to be trimmed
  /// from the text.
  var titleVariants: [String] = []
  /// Why the page is no article (index page, gallery, error, consent page); `nil` for articles.
  var nonArticleReason: String?
}

extension PageMetadata {
  /// Sources of dates that stand in the page and not in its head.
  private static let visible: Set<String> = ["time", "date line", "itemprop"]

  /// The outlet's name and the parts of its host but the last.
  var outletNames: [String] {
    [siteName?.value].compactMap { $0 }
      + (host?.split(separator: ".").dropLast().map(String.init) ?? [])
  }

  /// Whether a date was read where readers see it.
  func isVisible(_ date: Found) -> Bool { Self.visible.contains(date.source) }

  /// Takes what the lines round the headline say where nothing better is known: a date that is called
  /// the one of publication also where another date in sight was taken.
  mutating func complete(from signature: Signature) {
    // "By Ada Marsh, Elm Bay": a line read word by word has the place among the names.
    if authors.isEmpty || authorsSource == "by", !signature.authors.isEmpty {
      authors = signature.authors
      authorsSource = "byline"
    }
    if modified == nil, let date = signature.modified {
      modified = Found(value: date, source: "date line")
    }
    let isGuess = published.map { Self.visible.contains($0.source) || $0 == modified } ?? true
    if let date = signature.published,
      published == nil || (isGuess && signature.isLabelled),
      published?.value.prefix(10) != date.prefix(10)
    {
      published = Found(value: date, source: "date line")
    }
    if published == nil { published = modified }
  }
}
