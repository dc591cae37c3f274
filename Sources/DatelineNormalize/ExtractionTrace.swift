/// How an article was taken from a page, for `--explain`.
package struct ExtractionTrace: Sendable, Equatable {
  /// A way to find the text, and what it found.
  package struct Candidate: Sendable, Equatable {
    package var name: String
    /// How well it agrees with the others; larger is better.
    package var score: Double
    package var words: Int
  }

  /// A piece of the page that is in no field.
  package struct Dropped: Sendable, Equatable {
    package var text: String
    package var reason: String
  }

  /// Ways to find the text that were tried.
  package var candidates: [Candidate] = []
  /// Name of the one that was taken.
  package var chosen: String?
  /// What was left out, in page order.
  package var dropped: [Dropped] = []

  /// An empty trace.
  package init() {}
}
