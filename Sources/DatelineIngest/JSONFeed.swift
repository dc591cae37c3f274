/// What a JSON Feed (jsonfeed.org, version 1 or 1.1) says in front of its items.
struct JSONFeed {
  /// Members of the feed, by the field whose notation they have.
  static let members: [String: DocumentField] = [
    "version": .title, "title": .title, "language": .language, "authors": .byline,
    "author": .byline,
  ]

  let name: String?
  let language: String?
  /// Authors of items that name none.
  let byline: String?

  /// The feed with these texts of ``members``; `nil` when it is no feed.
  init?(members: [String: String]) {
    guard Self.isVersion(members["version"] ?? "") else { return nil }
    name = members["title"]
    language = members["language"]
    let authors = members["authors"] ?? members["author"]
    byline = authors == name ? nil : authors
  }

  /// Whether a version is one of the format's.
  static func isVersion(_ text: String) -> Bool { text.contains("jsonfeed.org/version") }

  /// Whether an identifier tells items of a whole dump apart, not only those of one feed.
  static func isGlobal(_ identifier: String) -> Bool {
    identifier.contains(":") || identifier.contains("/") || identifier.utf8.count >= 20
  }
}
