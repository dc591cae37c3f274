import DatelineAnalysis

/// How often a phrase stands in the fields of each article that has it.
package struct PhraseCounts {
  /// Occurrences in one article.
  package struct Count: Sendable, Equatable {
    /// In the title.
    package var title: UInt32 = 0
    /// In the lead, see `EntityTagger.leadLength`.
    package var lead: UInt32 = 0
    /// In the rest of the body, CJK terms included.
    package var rest: UInt32 = 0
  }

  /// Ids of the articles, ascending.
  package private(set) var articles: [Int64] = []
  /// Counts in each of them.
  package private(set) var counts: [Count] = []

  init(_ postings: Postings) {
    articles = Array(postings.allRows)
    counts.reserveCapacity(postings.count)
    for index in 0..<postings.count {
      var count = Count()
      Postings.forEachPosition(postings.positions(at: index)) { column, offset in
        switch Int32(truncatingIfNeeded: column) {
        case Schema.Column.body:
          if offset < EntityTagger.leadLength { count.lead += 1 } else { count.rest += 1 }
        case Schema.Column.title: count.title += 1
        case Schema.Column.cjkTerms: count.rest += 1
        default: break
        }
      }
      counts.append(count)
    }
  }
}

extension IndexSnapshot {
  /// Evaluates an expression without FTS5; `nil` when it must be left to that.
  /// - Parameter expression: made by the planner; text of users never gets here.
  package func matcher(for expression: String) throws -> PostingsMatcher? {
    try postings.matcher(for: expression, db, version: version)
  }

  /// How often a phrase stands in the fields of each article that has it.
  /// - Parameter expression: a single phrase with its column filter.
  /// - Returns: `nil` when that must be left to FTS5.
  package func counts(ofPhrase expression: String) throws -> PhraseCounts? {
    try matcher(for: expression)?.onlyPhrase.map { PhraseCounts($0) }
  }
}
