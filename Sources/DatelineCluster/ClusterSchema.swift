/// The index of a cluster: its fields and attributes, in one place.
///
/// | name | content |
/// |---|---|
/// | `title`, `body` | terms of the analyzer, folded and stemmed, with a space between |
/// | `lead` | the first 60 terms of the text once more, for the ranking |
/// | `title_words`, `body_words` | the same tokens unstemmed, for beginnings of words |
/// | `cjk` | pairs of characters of Chinese, Japanese and Korean text |
/// | `tags` | names and aliases of entities, the token of each as often as its mentions count, and a word that every article has |
/// | `doc_key` | identity of the article; `id` is a number made of it |
/// | `title_s`, `body_s`, `body_s2`, `body_s3` | the texts; a string holds less than 4 MB |
/// | `published_s`, `published`, `day` | date as it is known, as a number of 14 digits, as one of 8; 0 without one |
/// | `days` | days since the first of March of the year 0; 0 without a date |
/// | `title_length`, `body_length` | numbers of terms |
/// | `source_name`, `section_name`, `language_name` | as in a file, empty where unknown |
/// | `source`, `section`, `language` | numbers made of these, 0 where unknown |
/// | `entities_s`, `entities` | names of the entities as JSON; numbers made of their identifiers |
/// | `url`, `record_s` | address; what else is known of the article, as JSON |
enum ClusterSchema {
  static let fields = ["title", "body", "lead", "title_words", "body_words", "cjk", "tags"]
  static let strings = [
    "doc_key", "title_s", "body_s", "body_s2", "body_s3", "published_s", "source_name",
    "section_name", "language_name", "entities_s", "url", "record_s",
  ]
  static let numbers = ["published", "source", "section", "language"]
  static let shortNumbers = ["day", "days", "title_length", "body_length"]
  static let sets = ["entities"]

  /// All of them in the order in which ``ClusterDocument`` writes them, after `id`.
  static let columns = fields + strings + numbers + shortNumbers + sets
}
