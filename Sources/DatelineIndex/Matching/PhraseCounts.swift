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

  private let postings: Postings

  init(_ postings: Postings) { self.postings = postings }

  /// Ids of the articles, ascending; valid as long as the counts are.
  package var articles: UnsafeBufferPointer<Int64> { postings.allRows }

  /// Counts in the articles from a place on.
  /// - Parameters:
  ///   - output: is filled, no further than there are articles.
  ///   - start: a place in ``articles``.
  /// - Complexity: O(positions).
  package func fill(_ output: UnsafeMutableBufferPointer<Count>, from start: Int) {
    let lead = EntityTagger.leadLength
    withExtendedLifetime(postings) {
      let (ends, bytes) = (postings.ends, postings.bytes)
      var cursor = bytes + (start == 0 ? 0 : Int(ends[start - 1]))
      for index in 0..<min(output.count, postings.count - start) {
        output[index] = Self.count(&cursor, upTo: bytes + Int(ends[start + index]), lead)
      }
    }
  }

  /// Counts the positions of a list.
  @inline(__always)
  private static func count(
    _ cursor: inout UnsafePointer<UInt8>, upTo end: UnsafePointer<UInt8>, _ lead: Int
  ) -> Count {
    var count = Count()
    var column = Schema.Column.body
    var offset = 0
    while cursor < end {
      let value = Varint.read(&cursor)
      if value == 1 {
        column = Int32(truncatingIfNeeded: Varint.read(&cursor))
        offset = 0
        continue
      }
      offset &+= Int(truncatingIfNeeded: value) &- 2
      switch column {
      case Schema.Column.body:
        if offset < lead { count.lead += 1 } else { count.rest += 1 }
      case Schema.Column.title: count.title += 1
      case Schema.Column.cjkTerms: count.rest += 1
      default: break
      }
    }
    return count
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
