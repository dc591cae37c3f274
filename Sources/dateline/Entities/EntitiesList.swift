import ArgumentParser
import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// `dateline entities list`.
struct EntitiesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List entities, those in most articles first.",
    discussion: """
      Without an index file the built-in entities are listed.
      Exit status: 0 found, 1 none, 2 error.
      """)

  @Argument(help: "Entities with words that begin so in a name or form; all without it.")
  var text: String?

  @Option(help: ArgumentHelp("Only person, org or place.", valueName: "kind"))
  var kind: Entity.Kind?

  @Flag(help: "Only entities that were edited, added or removed.")
  var edited = false

  @Option(
    name: [.customShort("n"), .long], help: ArgumentHelp("Most to list.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Print a JSON object.")
  var json = false

  @Flag(help: "Print tab-separated values.")
  var tsv = false

  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if json, tsv { throw ValidationError("choose one of --json and --tsv") }
  }

  func run() throws {
    let file = try EntityFile(path: database.file)
    let usage = try file.reader?.read { try $0.entityUsage() }
    let rows = self.rows(file, usage)
    if json {
      let list = EntityListJSON(
        tagging: file.state, entities: rows.map { EntityJSON($0, isBrief: true) })
      Console.write(JSONText.of(list, pretty: true) + "\n")
    } else {
      let text = tsv ? tabbed(rows) : aligned(rows, hasCounts: usage != nil)
      Console.write(text, tsv ? .data : .text)
      file.noteState()
    }
    if rows.isEmpty { throw ExitCode(1) }
  }

  private func rows(_ file: EntityFile, _ usage: [String: EntityUsage]?) -> [EntityRow] {
    var definitions = file.edits.definitions
    if edited {
      definitions = definitions.filter { file.edits.byID[$0.id] != nil }
      definitions += file.edits.byID.filter { $0.value == .removed }.keys.sorted()
        .compactMap { GazetteerEdits.builtIn(ofID: $0) }
    }
    if let kind { definitions = definitions.filter { $0.kind == kind } }
    if let text {
      let matcher = FormMatcher(text)
      definitions = definitions.filter { matcher.matches($0) }
    }
    var rows = definitions.map { definition in
      EntityRow(
        definition: definition, origin: file.edits.origin(ofID: definition.id),
        usage: usage.map { $0[definition.id] ?? EntityUsage() })
    }
    // The sort is stable: equal ones stay in the order of the gazetteer.
    rows.sort { ($0.usage?.articles ?? 0) > ($1.usage?.articles ?? 0) }
    return limit.map { Array(rows.prefix($0)) } ?? rows
  }

  private func tabbed(_ rows: [EntityRow]) -> String {
    var text = "id\tkind\tname\tarticles\tmentions\tfrom\tdefinition\n"
    for row in rows {
      let counts = row.usage.map { "\($0.articles)\t\($0.mentions)" } ?? "\t"
      text += "\(row.definition.id)\t\(row.definition.kind.rawValue)\t\(row.definition.name)\t"
      text += "\(counts)\t\(row.origin.rawValue)\t\(row.definition.line)\n"
    }
    return text
  }

  private func aligned(_ rows: [EntityRow], hasCounts: Bool) -> String {
    if rows.isEmpty { return "" }
    let width = min(rows.map(\.definition.id.utf8.count).max() ?? 0, 32)
    func line(_ articles: String, _ mentions: String, _ kind: String, _ id: String, _ name: String)
      -> String
    {
      func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
      }
      func right(_ text: String) -> String {
        String(repeating: " ", count: max(0, 8 - text.utf8.count)) + text
      }
      let counts = hasCounts ? "\(right(articles))  \(right(mentions))  " : ""
      return counts + "\(left(kind, 6))  \(left(id, width))  \(name)\n"
    }
    var text = line("articles", "mentions", "kind", "id", "name")
    for row in rows {
      let mark = row.origin == .builtIn ? "" : " (\(row.origin.rawValue))"
      text += line(
        "\(row.usage?.articles ?? 0)", "\(row.usage?.mentions ?? 0)",
        row.definition.kind.rawValue, row.definition.id, row.definition.name + mark)
    }
    return Console.safe(text)
  }
}

/// One entity of a list.
struct EntityRow {
  var definition: EntityDefinition
  var origin: GazetteerEdits.Origin
  /// `nil` where there is no file.
  var usage: EntityUsage?
}

/// Finds a text at the beginning of words in the forms of entities, whatever its letter case and
/// accents.
private struct FormMatcher {
  private let tokenizer = Tokenizer()
  private let wanted: String

  init(_ text: String) {
    wanted = tokenizer.tokens(of: text).map { " " + $0 }.joined()
  }

  func matches(_ definition: EntityDefinition) -> Bool {
    if wanted.isEmpty { return false }
    let forms = EntityDefinition.namingKeywords.flatMap { definition.forms($0) }
    return ([definition.id, definition.name] + forms).contains {
      tokenizer.tokens(of: $0).map { " " + $0 }.joined().contains(wanted)
    }
  }
}
