import DatelineAnalysis

/// How often a phrase stands in the fields of each article that has it.
///
/// Invariant: lists of positions end with the end of an integer (`SegmentReader` checks that), and behind those of
/// `Postings` there are `ByteBuffer.slack` bytes, more than an integer that a damaged list has cut off, or a word,
/// reads past the end.
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

  let postings: Postings

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

  /// Counts the positions of a list. Up to seven bytes behind its end are read.
  @inline(__always)
  static func count(
    _ start: UnsafePointer<UInt8>, upTo end: UnsafePointer<UInt8>
  ) -> Count {
    var cursor = start
    return count(&cursor, upTo: end, EntityTagger.leadLength)
  }

  /// Does the same, with a cursor that is moved to the end.
  /// - Parameter lead: tokens of the lead.
  @inline(__always)
  static func count(
    _ cursor: inout UnsafePointer<UInt8>, upTo end: UnsafePointer<UInt8>, _ lead: Int
  ) -> Count {
    var count = Count()
    // The body comes first, and of it the lead.
    var offset = 0
    while cursor < end, cursor.pointee != columnMark {
      offset &+= Int(truncatingIfNeeded: Varint.read(&cursor)) &- 2
      if offset >= lead {
        count.rest = 1 &+ integers(&cursor, upTo: end)
        break
      }
      count.lead &+= 1
    }
    while cursor < end {
      cursor += 1
      let column = Int32(truncatingIfNeeded: Varint.read(&cursor))
      let found = integers(&cursor, upTo: end)
      switch column {
      case Schema.Column.body: count.rest &+= found
      case Schema.Column.title: count.title &+= found
      case Schema.Column.cjkTerms: count.rest &+= found
      default: break
      }
    }
    return count
  }

  /// Begins another column, where an integer may begin.
  private static let columnMark: UInt8 = 1

  /// Counts integers, up to the mark of a column or the end, eight bytes at a time.
  ///
  /// Source of the test for a byte: H. S. Warren, "Hacker's Delight", 2nd edition, section 6-1.
  /// - Complexity: O(bytes / 8). Up to seven bytes behind the end are read.
  @inline(__always)
  static func integers(
    _ cursor: inout UnsafePointer<UInt8>, upTo end: UnsafePointer<UInt8>
  ) -> UInt32 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var count: UInt64 = 0
    // The top bit of the byte before, which says that its integer goes on.
    var before: UInt64 = 0
    while cursor < end {
      var word = UInt64(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
      let left = end - cursor
      // Bytes behind the end become such as go on.
      if left < 8 { word |= .max << UInt64(8 * left) }
      let goingOn = word & tops
      let last = ~goingOn & tops
      let unlike = word ^ (ones &* UInt64(columnMark))
      let marks = ~((unlike & ~tops) &+ ~tops | unlike | ~tops) & ~(goingOn << 8 | before)
      if marks != 0 {
        let place = marks.trailingZeroBitCount & ~7
        count &+= ((last & (1 << UInt64(place) &- 1)) >> 7 &* ones) >> 56
        cursor += place / 8
        return UInt32(truncatingIfNeeded: count)
      }
      count &+= (last >> 7 &* ones) >> 56
      before = goingOn >> 56
      cursor += min(left, 8)
    }
    return UInt32(truncatingIfNeeded: count)
  }
}

extension IndexSnapshot {
  /// Evaluates an expression without FTS5; `nil` when it must be left to that.
  /// - Parameter expression: made by the planner; text of users never gets here.
  package func matcher(for expression: String) throws -> PostingsMatcher? {
    try postings.matcher(for: expression, db, version: version)
  }

  /// Finds the articles that have all phrases of an expression, reading frequent words in the rows of the rarest only.
  /// - Parameters:
  ///   - expression: made by the planner.
  ///   - wantsOne: whether the expression asks for one of the phrases, else for all.
  ///   - counts: gives the number of articles that have each phrase, as far as it is known.
  /// - Returns: `nil` when the expression asks for anything else, or `counts` gives that.
  package func conjunctionMatcher(
    for expression: String, wantsOne: Bool, counts: () throws -> [Int?]?
  ) throws -> PostingsMatcher? {
    try postings.conjunctionMatcher(
      for: expression, wantsOne: wantsOne, db, version: version, counts: counts)
  }

  /// How often a phrase stands in the fields of each article that has it.
  /// - Parameter expression: a single phrase with its column filter.
  /// - Returns: `nil` when that must be left to FTS5.
  package func counts(ofPhrase expression: String) throws -> PhraseCounts? {
    try matcher(for: expression)?.onlyPhrase.map { PhraseCounts($0) }
  }
}
