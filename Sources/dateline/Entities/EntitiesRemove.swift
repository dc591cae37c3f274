import ArgumentParser
import DatelineAnalysis

/// `dateline entities remove`.
struct EntitiesRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take an entity away.")

  @Argument(help: "Id, name or alias of the entity.")
  var entity: String

  @OptionGroup var change: EntityChangeOptions

  func run() throws {
    try EntityChange(options: change).make { (edits) throws(CommandFailure) in
      edits.remove(id: try EntityFile.entity(called: entity, in: edits).id)
    }
  }
}

/// `dateline entities revert`.
struct EntitiesRevert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert", abstract: "Take back all changes to an entity.",
    discussion: """
      A built-in entity is as it was; one that was added is gone.
      """)

  @Argument(help: "Id of the entity, or its name.")
  var entity: String

  @OptionGroup var change: EntityChangeOptions

  func run() throws {
    try EntityChange(options: change).make { (edits) throws(CommandFailure) in
      let id = try Self.id(of: entity, in: edits)
      edits.byID[id] = nil
    }
  }

  /// The entity with an id or a canonical name, now or among the built-in ones.
  private static func id(
    of name: String, in edits: GazetteerEdits
  ) throws(CommandFailure) -> String {
    let id = name.lowercased()
    if edits.byID[id] != nil { return id }
    let found = (edits.entities(called: name) + GazetteerEdits().entities(called: name))
      .filter { $0.id == id || $0.name.lowercased() == id }
    guard let first = found.first else {
      throw CommandFailure(
        "no entity has the id or name “\(name)”; `dateline entities list` shows them")
    }
    return (found.first { edits.byID[$0.id] != nil } ?? first).id
  }
}
