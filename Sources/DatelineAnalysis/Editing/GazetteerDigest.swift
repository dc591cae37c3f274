import DatelineCore

/// Names what articles were tagged with: rules, built-in gazetteer and a user's changes.
///
/// Two files whose digests are equal hold the mentions that the same articles get.
package struct GazetteerDigest: Sendable, Equatable {
  /// Version of the rules by which the tagger finds forms in texts; raised when it finds something
  /// else in the same text.
  package static let rules = 3

  /// Of the rules and the built-in gazetteer.
  package var base: String
  /// Of the changes; `0` when there are none.
  package var edits: String

  /// The digest of the gazetteer with changes.
  /// - Complexity: O(bytes of the gazetteer), some microseconds.
  package init(_ edits: GazetteerEdits) {
    base = Self.builtIn
    if edits.isEmpty {
      self.edits = "0"
    } else {
      var text = ""
      for (id, edit) in edits.byID.sorted(by: { $0.key < $1.key }) {
        text += id
        if case .defined(let line) = edit { text += "\t" + line }
        text += "\n"
      }
      self.edits = Self.hash(text)
    }
  }

  /// Reads what ``description`` printed.
  package init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    base = String(parts[0])
    edits = String(parts[1])
  }

  private static let builtIn = "\(rules)-" + hash(BuiltInGazetteer.text)

  private static func hash(_ text: String) -> String {
    var text = text
    return text.withUTF8 { ContentHash.text($0) }
  }
}

extension GazetteerDigest: CustomStringConvertible {
  /// Both parts, separated by a space.
  package var description: String { "\(base) \(edits)" }
}
