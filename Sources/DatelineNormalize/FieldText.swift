import DatelineCore

/// What programs write in fields that are empty.
enum FieldText {
  private static let missing: Set = ["nan", "none", "null", "n/a", "unknown", "undefined", "-", ""]

  /// Whether a field says that there is nothing in it.
  static func isMissing(_ text: String) -> Bool {
    text.utf8.count <= 9 && missing.contains(text.lowercased())
  }

  /// The text of a field; `nil` where it says that there is nothing in it.
  static func present(_ text: String?) -> String? {
    text.flatMap { isMissing($0) ? nil : $0 }
  }
}

extension RawDocument {
  /// The record without fields that say that there is nothing in them.
  var withoutMissingFields: RawDocument {
    var document = self
    for field in [
      \RawDocument.title, \.standfirst, \.body, \.published, \.modified, \.url, \.source, \.section,
      \.language, \.imageURL,
    ] {
      document[keyPath: field] = FieldText.present(document[keyPath: field])
    }
    return document
  }
}
