import DatelineMarkup
import Foundation

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
    let titles = Set(
      ([marks.meta["og:title"], marks.meta.title] + marks.headings.prefix(8).map(tree.line)).compactMap {
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
    let site = SiteName(
      names: names.compactMap { $0 }, host: (links.addresses.first).flatMap(WebAddress.host))

    let title = TitleChoice(tree, marks, article, site)
    result.title = title.title
    result.headlineNode = title.node
    result.titleVariants = title.variants

    let authors = AuthorChoice(tree, marks, article, site, headline: title.node)
    result.authors = authors.authors
    result.authorsSource = authors.source

    let days = DateChoice(
      tree, marks, article, headline: title.node, addresses: links.addresses, dates: dates,
      retrieved: retrieved)
    result.published = days.published
    result.modified = days.modified
    return result
  }
}
