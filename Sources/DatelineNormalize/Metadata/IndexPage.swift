import DatelineMarkup

/// Pages that list a site's articles: front pages, sections, archives, an author's or a reader's contributions.
enum IndexPage {
  /// Whether a page's title says so alone, or its title and the class of its body together.
  static func isNamed(_ tree: HTMLTree, _ metadata: PageMetadata) -> Bool {
    let titles = Self.titles(metadata)
    if titles.contains(where: { title in
      title.contains(", author at ") || title.hasPrefix("comments on: ")
    }) {
      return true
    }
    return titles.contains(where: isName) && isMarked(tree)
  }

  /// Whether what was taken from a page that does not call itself an article is a list of few articles: their
  /// beginnings, cut short; whole posts below linked headlines on a page that says that it lists; or
  /// lines that are hardly more than links.
  static func isList(
    _ tree: HTMLTree, _ metadata: PageMetadata, _ text: HTMLExtractor.Result
  ) -> Bool {
    let shape = text.shape
    if text.isLinks, shape.linkedHeadlines >= fewest { return true }
    if shape.cutTeasers >= fewest, shape.teaserShare > 0.5, !shape.isListicle { return true }
    let isName = titles(metadata).contains(where: isName)
    guard isName || metadata.isFrontPage || isMarked(tree) else { return false }
    return (shape.cutTeasers >= 2 && shape.teaserShare > 0.5)
      || text.posts.linkedPosts >= fewest
      || (isName && shape.linkedHeadlines >= fewest && text.words < mostWords)
  }

  /// Items of a list at least.
  private static let fewest = 3
  /// Words of what is told of a section or an author above the list.
  private static let mostWords = 120

  private static func titles(_ metadata: PageMetadata) -> [String] {
    ([metadata.title?.value].compactMap { $0 } + metadata.titleVariants)
      .filter { $0.utf8.count <= 200 }.map { $0.lowercased() }
  }

  private static func isName(_ title: String) -> Bool {
    prefixes.contains(where: title.hasPrefix) || holdsPart(title)
  }

  /// Whether a part of a title ends with a word for an archive: "Town hall Archives - Elm Bay Courier".
  private static func holdsPart(_ title: String) -> Bool {
    parts.contains { part in
      var rest = title[...]
      while let found = ByteSearch.first(part, in: rest) {
        rest = rest[found.upperBound...]
        if marks.contains(where: rest.hasPrefix) { return true }
      }
      return false
    }
  }

  private static let prefixes = [
    "category: ", "tag: ", "author: ", "category archives", "tag archives", "author archives",
    "monthly archives", "daily archives", "yearly archives", "archive for ", "archives for ",
    "posts tagged ", "posts by ", "articles by ", "kategorie: ", "schlagwort: ", "autor: ",
    "catégorie : ", "catégorie: ", "étiquette : ", "auteur : ", "categoría: ", "etiqueta: ",
    "categoria: ",
  ]
  private static let parts = [" archives", " archive", " archiv", " archivos", " archivi"]
  private static let marks = [" - ", " | ", " – ", " — ", " » ", " • "]

  /// Whether the class of a page's body is one that blogs give their lists and not their posts.
  private static func isMarked(_ tree: HTMLTree) -> Bool {
    guard let body = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .body }),
      let names = tree.value(.class, of: body)?.lowercased().split(whereSeparator: \.isWhitespace)
    else { return false }
    return names.contains(where: lists.contains)
      && !names.contains { single.contains($0) || $0.hasPrefix("postid-") }
  }

  private static let lists: Set<Substring> = [
    "archive", "category", "author", "tag", "home", "search-results", "post-type-archive",
  ]
  private static let single: Set<Substring> = [
    "single", "single-post", "singular", "article", "post", "page",
  ]
}
