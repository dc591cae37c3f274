import DatelineAnalysis
import DatelineIndex

/// The entities that hold in a file; read anew when another process has written to it.
struct FileGazetteer {
  /// The built-in entities with the user's changes.
  private(set) var gazetteer: Gazetteer
  private var edits: GazetteerEdits?
  private var state = TaggingState.current
  private var version: Int64?
  private let isFixed: Bool

  /// - Parameter fixed: a gazetteer to use in place of the file's.
  init(fixed: Gazetteer?) {
    isFixed = fixed != nil
    gazetteer = fixed ?? Gazetteer(parsing: "")
  }

  /// Reads the user's changes where they may have changed.
  /// - Complexity: O(1) where nothing was written, else O(changes), and the text of the gazetteer when
  ///   they are others than before.
  mutating func refresh(_ snapshot: IndexSnapshot) throws {
    if isFixed { return }
    let current = snapshot.version
    if current == version { return }
    let stored = try snapshot.gazetteerEdits()
    if stored != edits { gazetteer = stored.gazetteer }
    state = try snapshot.taggingState(stored)
    edits = stored
    version = current
  }

  /// What a reader should know about the entities of the articles.
  /// - Parameter asksForEntities: whether the query names one.
  func note(asksForEntities: Bool) -> String? {
    let apply = "`dateline entities apply`"
    switch state {
    case .current: return nil
    case .edited: return "entities were edited since the articles were tagged; run \(apply)"
    case .unfinished: return "tagging the articles anew was broken off; \(apply) completes it"
    case .other:
      return asksForEntities
        ? "not all articles were tagged with the entities of today; \(apply) tags them anew" : nil
    }
  }
}
