import DatelineCore
import DatelineMarkup

/// An article in a list of them: `<articles><article id="7" published-at="2017-09-10" title="…"><p>…</p></article>`,
/// as SemEval 2019's task on hyperpartisan news has them, or with elements in the place of attributes.
struct ListedArticle {
  static let list = "articles"
  static let name = "article"

  let tree: XMLTree

  /// Fills the document's fields.
  func fill(_ document: inout RawDocument, _ extra: inout ExtraWriter) {
    document.key = value(["id"])
    document.title = value(["title", "headline"])
    document.published = value(["published-at", "published", "date", "pubdate"])
    document.byline = value(["author", "authors", "byline"])
    document.url = value(["url", "link"])
    document.source = value(["source", "publisher", "outlet"])
    document.section = value(["section", "category"])
    document.language = value(["lang", "language", "xml:lang"])
    document.standfirst = value(["description", "summary", "standfirst"])
    let body = ["body", "text", "content"].lazy.compactMap { tree.child($0, of: 0) }.first
    document.body =
      body.map { tree.children($0).isEmpty ? tree.text($0) : tree.paragraphs($0) }
      ?? tree.paragraphs(0, without: Self.fields)
  }

  /// The first attribute or element with one of these names that is not empty.
  private func value(_ names: [String]) -> String? {
    for name in names {
      if let value = tree.value(name, of: 0), !value.allSatisfy(\.isWhitespace) { return value }
      if let line = tree.line(tree.child(name, of: 0)) { return line }
    }
    return nil
  }

  private static let fields: Set<String> = [
    "id", "title", "headline", "published-at", "published", "date", "pubdate", "author", "authors",
    "byline", "url", "link", "source", "publisher", "outlet", "section", "category", "lang",
    "language", "description", "summary", "standfirst",
  ]
}
