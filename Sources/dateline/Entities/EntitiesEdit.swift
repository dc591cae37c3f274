import ArgumentParser
import DatelineAnalysis
import DatelineCore

/// `dateline entities edit`.
struct EntitiesEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change an entity.",
    discussion: """
      EXAMPLES
        dateline entities edit nato --alias "the alliance" --not "NATO phonetic"
        dateline entities edit turkey --name Türkiye
        dateline entities edit acme --line 'acme | org | Acme | alias: Acme Corp'
        dateline entities edit acme --editor
      """)

  @Argument(help: "Id, name or alias of the entity.")
  var entity: String

  @Option(
    help: ArgumentHelp(
      "Another canonical name; the old one becomes an alias.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("What it is: person, org or place.", valueName: "kind"))
  var kind: Entity.Kind?

  @Option(help: ArgumentHelp("A whole line in place of the old one.", valueName: "line"))
  var line: String?

  @Flag(help: "Change the line in $VISUAL or $EDITOR.")
  var editor = false

  @OptionGroup var forms: EntityFormOptions

  @OptionGroup var removals: EntityRemovalOptions

  @OptionGroup var change: EntityChangeOptions

  func run() throws {
    var line = self.line
    if editor {
      let edits = try EntityFile(path: change.database.file).edits
      line = try LineEditor.edited(EntityFile.entity(called: entity, in: edits).line)
    }
    try EntityChange(options: change).make { [line] (edits) throws(CommandFailure) in
      let old = try EntityFile.entity(called: entity, in: edits)
      edits.define(try edited(old, line))
    }
  }

  private func edited(
    _ old: EntityDefinition, _ line: String?
  ) throws(CommandFailure) -> EntityDefinition {
    var definition = old
    try EntityArgument.checked { () throws(EntityDefinition.Malformed) in
      if let line { definition = try EntityDefinition(parsing: EntityArgument.normal(line)) }
      if let kind { definition.kind = kind }
      if let name { try definition.rename(to: EntityArgument.normal(name)) }
    }
    guard definition.id == old.id else {
      throw CommandFailure("the id must stay \(old.id); add another entity and merge them")
    }
    try removals.remove(from: &definition)
    try forms.add(to: &definition)
    return definition
  }
}
