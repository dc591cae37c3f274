package import DatelineCore

/// What a record became.
package enum NormalizedDocument: Sendable, Equatable {
  /// An article, and what was put right on the way, one line each for a person.
  case article(Article, warnings: [String])
  /// Not to be indexed.
  case rejected(Rejection)
}
