/// Root elements by which kinds of XML are told.
enum XMLRoots {
  /// The format of a document whose root has this local name in lower case; `nil` for unknown ones.
  static func format(_ root: String) -> InputFormat? {
    switch root {
    case "rss", "feed", "rdf", "channel": .feed
    case "nitf", "newsmessage", "newsitem", "newsml", "knowledgeitem", "packageitem",
      "conceptitem", "articles":
      .newsml
    case "reuters", "lewis", "doc": .sgml
    case "html": .html
    default: nil
    }
  }

  /// True for roots of XML that is met beside pages.
  static func isKnown(_ root: String) -> Bool {
    format(root) != nil || ["urlset", "sitemapindex", "opml"].contains(root)
  }

  /// True for elements with which only pages begin.
  static func isPart(ofPage root: String) -> Bool {
    ["html", "head", "body", "meta", "title", "article", "main"].contains(root)
  }

  /// Why a document with this root holds no articles.
  static func message(_ root: String) -> String {
    switch root {
    case "urlset", "sitemapindex": "a sitemap lists addresses, no articles"
    case "opml": "an OPML file lists feeds, no articles"
    case "packageitem", "conceptitem", "knowledgeitem":
      "a news item of the kind <\(root)> holds no text"
    default: "XML with the root element <\(root.prefix(40))> is of no known news format"
    }
  }
}
