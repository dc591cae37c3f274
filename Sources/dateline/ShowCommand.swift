import ArgumentParser
import DatelineCluster
import DatelineCore
import DatelineIndex

/// `dateline show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one article in full.")

  @Argument(help: "Key of the article, or its id.")
  var article: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var engine: EngineOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let cluster = try engine.cluster(database)
    let found =
      if let cluster { try cluster.article(article) } else {
        try IndexReader(path: database.file).article(article)
      }
    guard let found else {
      Console.error("no article has the key or id \(article); `dateline search` prints keys")
      throw ExitCode(1)
    }
    Console.write(
      json ? JSONText.of(ArticleJSON(found), pretty: true) + "\n" : ArticleText.of(found))
  }
}

/// An article for a reader: headline, fields, text.
enum ArticleText {
  static func of(_ article: StoredArticle) -> String {
    var text = (article.title.isEmpty ? "(no title)" : article.title) + "\n\n"
    text += FieldList.text([
      ("key", article.key), ("id", "\(article.id)"), ("published", article.published),
      ("modified", article.modified), ("source", article.source), ("author", article.author),
      ("section", article.section), ("language", article.language), ("url", article.url),
      ("image", article.imageURL), ("entities", FieldList.joined(article.entities)),
      ("hints", FieldList.joined(article.hints.map(\.rawValue))),
      ("evidence", FieldList.joined(article.evidence)),
      ("origin", "\(article.origin.file), record \(article.origin.record)"),
      ("hash", article.contentHash), ("extra", article.extra),
    ])
    return Console.safe(text + "\n" + article.body + "\n")
  }
}
