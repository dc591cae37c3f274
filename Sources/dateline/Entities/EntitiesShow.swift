import ArgumentParser
import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// `dateline entities show`.
struct EntitiesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print an entity with its names and latest articles.",
    discussion: """
      Exit status: 0 found, 1 none, 2 error.
      """)

  @Argument(help: "Id or any name of the entity.")
  var entity: String

  @Option(help: ArgumentHelp("Most articles to print.", valueName: "count"))
  var articles = 5

  @Flag(help: "Print a JSON object.")
  var json = false

  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if articles < 0 { throw ValidationError("--articles must not be negative") }
  }

  func run() throws {
    let file = try EntityFile(path: database.file)
    let found = entities(file.edits)
    guard let definition = found.first else {
      let isRemoved = file.edits.byID[entity.lowercased()] == .removed
      Console.error(
        isRemoved
          ? "\(entity) was removed; `dateline entities revert \(entity)` brings it back"
          : "no entity has the id or name “\(entity)”; `dateline entities list` shows them")
      throw ExitCode(1)
    }
    let (usage, latest) =
      try file.reader?.read { snapshot in
        (
          try snapshot.usage(ofEntity: definition.id),
          try snapshot.latestArticles(ofEntity: definition.id, limit: articles)
        )
      } ?? (nil, [])
    let row = EntityRow(
      definition: definition, origin: file.edits.origin(ofID: definition.id), usage: usage)
    if json {
      var object = EntityJSON(row, isBrief: false)
      object.latest = latest.map { .init($0) }
      Console.write(JSONText.of(object, pretty: true) + "\n")
      return
    }
    Console.write(Console.safe(text(row, latest)))
    if found.count > 1 {
      let others = found.dropFirst().map(\.id).joined(separator: ", ")
      Console.note("others of that name: \(others)")
    }
    file.noteState()
  }

  /// Entities of that name, failing that the one that a query would find.
  private func entities(_ edits: GazetteerEdits) -> [EntityDefinition] {
    let named = edits.entities(called: entity)
    if !named.isEmpty { return named }
    let gazetteer = edits.gazetteer
    guard let position = gazetteer.position(named: entity) else { return [] }
    return [edits.definition(ofID: gazetteer.entities[position].id)].compactMap { $0 }
  }

  private func text(_ row: EntityRow, _ latest: [ArticleLine]) -> String {
    let definition = row.definition
    func list(_ keyword: String) -> String? {
      FieldList.joined(definition.forms(keyword).map { String(EntityDefinition.unmarked($0)) })
    }
    var cased = EntityDefinition.namingKeywords.flatMap { definition.forms($0) }
    cased = ([definition.writtenName] + cased).filter { $0.hasPrefix("=") }
    var text = definition.name + "\n\n"
    text += FieldList.text([
      ("id", definition.id), ("kind", definition.kind.label), ("aliases", list("alias")),
      ("demonyms", list("demonym")), ("metonyms", list("metonym")), ("surnames", list("surname")),
      ("shared", list("maybe")), ("context", list("with")), ("not", list("not")),
      (
        "case",
        FieldList.joined(cased.map { String(EntityDefinition.unmarked($0)) })
          .map { "only as written: " + $0 }
      ),
      ("from", row.origin.rawValue),
      (
        "built-in",
        row.origin == .edited ? GazetteerEdits.builtIn(ofID: definition.id)?.line : nil
      ),
      (
        "found in",
        row.usage.map {
          "\(Quantity.text($0.articles, "article")), \(Quantity.text($0.mentions, "mention"))"
        }
      ),
      ("line", definition.line),
    ])
    if !latest.isEmpty { text += "\n" }
    for article in latest {
      let title = article.title.isEmpty ? "(no title)" : article.title
      text += "\(article.published?.prefix(10) ?? "undated   ")  \(title)  \(article.key)\n"
    }
    return text
  }
}
