import DatelineAnalysis
import DatelineIndex
import Foundation

/// The entities that hold in an index file: the built-in ones alone where there is no file.
struct EntityFile {
  /// Path of the file.
  let path: String
  /// `nil` where there is no file.
  let reader: IndexReader?
  /// The user's changes.
  let edits: GazetteerEdits
  /// Whether the articles were tagged with the entities that hold.
  let state: TaggingState
  /// Whether there are articles.
  let hasArticles: Bool

  /// - Throws: when the file is there and cannot be read.
  init(path: String) throws(IndexError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      (reader, edits, state, hasArticles) = (nil, GazetteerEdits(), .current, false)
      return
    }
    let reader = try IndexReader(path: path)
    self.reader = reader
    (edits, state, hasArticles) = try reader.read { snapshot in
      let edits = try snapshot.gazetteerEdits()
      return (edits, try snapshot.taggingState(edits), try !snapshot.hasNoArticles())
    }
  }

  /// The one entity that a name means, for a change.
  /// - Throws: when there is none, or more than one.
  static func entity(
    called name: String, in edits: GazetteerEdits
  ) throws(CommandFailure) -> EntityDefinition {
    let found = edits.entities(called: name)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw CommandFailure(
        "no entity has the id, name or alias “\(name)”; `dateline entities list` shows them")
    }
    throw CommandFailure(
      "“\(name)” may be \(found.map(\.id).joined(separator: " or ")); give the id")
  }

  /// Says on stderr when the articles were tagged with other entities.
  func noteState() {
    let apply = "`dateline entities apply`"
    switch state {
    case .current: break
    case .edited: Console.note("edited since the articles were tagged; \(apply) tags them anew")
    case .unfinished: Console.note("tagging anew was broken off; \(apply) completes it")
    case .other:
      Console.note("not all articles were tagged with these entities; \(apply) tags them anew")
    }
  }
}
