import DatelineCore

/// Names of the places outside a record's fields where a value was found, as pages have them too.
enum Evidence {
  /// Labelled lines or front matter ahead of a text.
  static let header = "header"
  /// A line that names the author.
  static let authorLine = "byline"
  /// A line that names the day.
  static let dateLine = "date line"
  /// The article's address.
  static let url = "url"
}

extension Article {
  /// Takes the first authors that are not `nil`, and the place they come from; `nil` stands for a field.
  mutating func take(authors choices: [(names: [String]?, place: String?)]) {
    guard let (names, place) = choices.first(where: { $0.names != nil }), let names else { return }
    authors = names
    if let place, !names.isEmpty { evidence["authors"] = place }
  }

  /// Takes a date of publication where there is none yet, and the place it comes from; `nil` stands for a field.
  mutating func take(published date: String?, from place: String?) {
    guard published == nil, let date else { return }
    published = date
    if let place { evidence["published"] = place }
  }
}
