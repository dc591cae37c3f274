import DatelineMarkup

/// What a page says about its article outside the text: from JSON-LD, meta tags, microdata and the
/// visible headline, author and date lines.
///
/// Dates are as written on the page; the normaliser reads them.
struct PageMetadata: Equatable {
  /// A value and where it was found, such as `json-ld`, `og:title`, `h1`.
  struct Found: Equatable {
    var value: String
    var source: String
  }

  var title: Found?
  var standfirst: Found?
  var authors: [String] = []
  var authorsSource: String?
  var published: Found?
  var modified: Found?
  var section: Found?
  var language: Found?
  var canonicalURL: Found?
  var imageURL: Found?
  /// Name of the outlet (`og:site_name`, publisher).
  var siteName: Found?
  /// `articleBody` of the JSON-LD, if there is one.
  var structuredBody: String?
  var isPaywalled = false
  var isLiveBlog = false
  /// Node of the headline element in the page, -1 when there is none: the text begins behind it.
  var headlineNode = -1
  /// Other texts that stand for the title on this page (`<title>`, `og:title`, `h1`), to be trimmed
  /// from the text.
  var titleVariants: [String] = []
  /// Why the page is no article (index page, gallery, error, consent page); `nil` for articles.
  var nonArticleReason: String?
}
