import ArgumentParser
import DatelineAnalysis
import DatelineCore

/// `dateline entities merge`.
struct EntitiesMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make two entities one.",
    discussion: """
      The names and other forms of the first become those of the second; the first
      is gone.
      """)

  @Argument(help: "Id, name or alias of the entity that goes.")
  var from: String

  @Argument(help: "Id, name or alias of the entity that stays.")
  var into: String

  @OptionGroup var change: EntityChangeOptions

  func run() throws {
    try EntityChange(options: change).make { (edits) throws(CommandFailure) in
      let old = try EntityFile.entity(called: from, in: edits)
      var merged = try EntityFile.entity(called: into, in: edits)
      if old.id == merged.id {
        throw CommandFailure("both names mean \(old.id); name two entities")
      }
      merged.absorb(old)
      edits.remove(id: old.id)
      edits.define(merged)
    }
  }
}

/// `dateline entities split`.
struct EntitiesSplit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Make some names of an entity an entity of their own.",
    discussion: """
      EXAMPLES
        dateline entities split acme "Acme Insurance" "Acme Life"

      The first name becomes that of the new entity.
      """)

  @Argument(help: "Id, name or alias of the entity.")
  var entity: String

  @Argument(help: "Names that go to the new entity.")
  var names: [String]

  @Option(help: ArgumentHelp("What the new entity is. Default: as the old one.", valueName: "kind"))
  var kind: Entity.Kind?

  @Option(help: ArgumentHelp("Id of the new entity. Default: made of its name.", valueName: "id"))
  var id: String?

  @OptionGroup var change: EntityChangeOptions

  func run() throws {
    try EntityChange(options: change).make { (edits) throws(CommandFailure) in
      var old = try EntityFile.entity(called: entity, in: edits)
      let moved = try take(&old)
      let new = try EntityArgument.checked { () throws(EntityDefinition.Malformed) in
        var new = try EntityDefinition(
          id: id ?? EntityDefinition.identifier(for: moved[0].form), kind: kind ?? old.kind,
          name: moved[0].form)
        if id == nil {
          new.id = EntityDefinition.free(new.id, kind: new.kind, among: edits.tokens)
        }
        for (keyword, form) in moved.dropFirst() { try new.add(form, to: keyword) }
        return new
      }
      if let rival = edits.definition(ofID: new.id)?.entity ?? edits.rival(of: new) {
        throw CommandFailure(
          "the id \(new.id) counts as the same as \(rival.id); give another with --id")
      }
      edits.define(old)
      edits.define(new)
    }
  }

  /// Takes the names from an entity.
  /// - Returns: the names as written, with their keywords.
  private func take(
    _ definition: inout EntityDefinition
  ) throws(CommandFailure) -> [(keyword: String, form: String)] {
    var moved: [(keyword: String, form: String)] = []
    for name in names {
      let before = definition
      let name = EntityArgument.normal(name)
      guard
        let keyword = EntityDefinition.namingKeywords
          .first(where: { definition.remove(name, from: $0) }),
        let form = before.forms(keyword).first(where: { !definition.forms(keyword).contains($0) })
      else {
        throw CommandFailure(
          "\(definition.id) has no name “\(name)” that can be taken; `dateline entities show \(definition.id)` lists them"
        )
      }
      moved.append((keyword, form))
    }
    return moved
  }
}
