import ArgumentParser
import DatelineAnalysis
import DatelineCore

/// `dateline entities add`.
struct EntitiesAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an entity.",
    discussion: """
      EXAMPLES
        dateline entities add "Harbour Trust" --kind org --alias =HT
        dateline entities add 'ada-marsh | person | Ada Marsh | surname: Marsh'

      With options the id is made of the name, unless it is given.
      """)

  @Argument(help: "The name, or a whole line.")
  var name: String

  @Option(help: ArgumentHelp("What it is: person, org or place.", valueName: "kind"))
  var kind: Entity.Kind?

  @Option(help: ArgumentHelp("Lower-case letters, digits and hyphens.", valueName: "id"))
  var id: String?

  @OptionGroup var forms: EntityFormOptions

  @OptionGroup var change: EntityChangeOptions

  func validate() throws {
    if !name.contains("|"), kind == nil {
      throw ValidationError("--kind is missing: person, org or place")
    }
    if name.contains("|"), kind != nil || id != nil {
      throw ValidationError("a whole line has its own id and kind; leave out --id and --kind")
    }
  }

  func run() throws {
    try EntityChange(options: change).make { (edits) throws(CommandFailure) in
      var definition = try definition(edits)
      try forms.add(to: &definition)
      if edits.definition(ofID: definition.id) != nil {
        throw CommandFailure(
          "\(definition.id) is there already; `dateline entities edit` changes it")
      }
      if let rival = edits.rival(of: definition) {
        throw CommandFailure(
          "the id \(definition.id) counts as the same as \(rival.id); give another with --id")
      }
      edits.define(definition)
    }
  }

  private func definition(_ edits: GazetteerEdits) throws(CommandFailure) -> EntityDefinition {
    let text = EntityArgument.normal(name)
    guard let kind else {
      return try EntityArgument.checked { () throws(EntityDefinition.Malformed) in
        try EntityDefinition(parsing: text)
      }
    }
    return try EntityArgument.checked { () throws(EntityDefinition.Malformed) in
      if let id { return try EntityDefinition(id: id, kind: kind, name: text) }
      var definition = try EntityDefinition(
        id: EntityDefinition.identifier(for: text), kind: kind, name: text)
      let twin = edits.definition(ofID: definition.id)
      if twin?.kind != kind || twin?.name != definition.name {
        definition.id = EntityDefinition.free(definition.id, kind: kind, among: edits.tokens)
      }
      return definition
    }
  }
}
