/// Evaluates an expression over decoded postings and shows the rows to a visitor.
package struct PostingsMatcher {
  let expression: MatchExpression
  let phrases: [Postings]
  /// Number of rows of each phrase, whatever is near it.
  private let counts: [Int]
  private let texts: ArticleTexts

  /// - Parameters:
  ///   - phrases: the postings of the expression's phrases, within their columns; in rows that match, at least.
  ///   - counts: the number of rows of each; `nil` where the postings are those of all.
  ///   - near: gives the postings of phrases, by their numbers, where they stand near each other.
  ///   - texts: reads the fields of articles.
  init(
    _ expression: MatchExpression, phrases: [Postings], counts: [Int]? = nil, texts: ArticleTexts,
    near: (_ numbers: [Int], _ distance: Int) -> [Postings]
  ) {
    self.expression = expression
    self.texts = texts
    self.counts = counts ?? phrases.map(\.count)
    var phrases = phrases
    expression.forEachNear { numbers, distance in
      for (number, found) in zip(numbers, near(numbers, distance)) { phrases[number] = found }
    }
    self.phrases = phrases
  }

  /// The postings of an expression that is one phrase.
  var onlyPhrase: Postings? {
    if case .phrase(let number) = expression { phrases[number] } else { nil }
  }

  /// Number of rows of an expression that is one phrase.
  package var onlyPhraseCount: Int? { onlyPhrase?.count }

  /// Number of rows of a phrase, by its number in the expression, whatever is near it.
  package func count(ofPhrase number: Int32) -> Int {
    counts.indices.contains(Int(number)) ? counts[Int(number)] : 0
  }

  /// How often a phrase stands, near those it must be near, in the fields of each article.
  package func counts(ofPhrase number: Int32) -> PhraseCounts? {
    phrases.indices.contains(Int(number)) ? PhraseCounts(phrases[Int(number)]) : nil
  }

  /// Number of rows that match at least, without a look at any.
  package var leastCount: Int { leastCount(of: expression) }

  private func leastCount(of expression: MatchExpression) -> Int {
    switch expression {
    case .phrase, .near: expression.onlyList.map { phrases[$0].count } ?? 0
    case .or(let parts): parts.map { leastCount(of: $0) }.max() ?? 0
    case .and: 0
    case .not(let left, let right): max(0, leastCount(of: left) - mostCount(of: right))
    }
  }

  private func mostCount(of expression: MatchExpression) -> Int {
    switch expression {
    case .phrase, .near: expression.onlyList.map { phrases[$0].count } ?? 0
    case .or(let parts): parts.reduce(0) { $0 + mostCount(of: $1) }
    case .and(let left, let right): min(mostCount(of: left), mostCount(of: right))
    case .not(let left, _): mostCount(of: left)
    }
  }

  /// Calls `body` with each row that has all phrases, ascending, and its places in their postings.
  /// - Complexity: O(shortest list x log(longest)).
  @inline(__always)
  package func forEachCommonRow(
    _ body: (_ row: Int64, _ places: UnsafeMutableBufferPointer<Int>) -> Void
  ) {
    RowSearch.forEachCommonRow(of: phrases, body)
  }

  /// The rows that match, ascending.
  package func rows() -> [Int64] { rows(of: expression) }

  /// Shows each row that matches, in ascending order.
  package func run(_ visitor: any MatchVisitor) throws {
    try withRows(of: expression) { try show($0, to: visitor) }
  }

  /// Shows rows, in ascending order, with the positions of the expression's phrases.
  package func show(_ rows: some Sequence<Int64>, to visitor: any MatchVisitor) throws {
    let cursor = UnsafeMutablePointer<PostingsCursor>.allocate(capacity: 1)
    cursor.initialize(to: PostingsCursor(phrases, counts: counts, texts))
    defer {
      cursor.deinitialize(count: 1)
      cursor.deallocate()
    }
    withExtendedLifetime((phrases, texts)) {
      for row in rows {
        cursor.pointee.row = row
        visitor.visit(MatchedRow(cursor))
      }
    }
    if let failure = texts.failure { throw failure }
  }

  private func withRows<Result>(
    of expression: MatchExpression, _ body: (UnsafeBufferPointer<Int64>) throws -> Result
  ) rethrows -> Result {
    if let number = expression.onlyList { return try body(phrases[number].allRows) }
    return try rows(of: expression).withUnsafeBufferPointer(body)
  }

  private func rows(of expression: MatchExpression) -> [Int64] {
    switch expression {
    case .phrase(let number): return Array(phrases[number].allRows)
    // Each of its phrases was left the rows that all have.
    case .near(let numbers, _): return Array(phrases[numbers[0]].allRows)
    case .and(let left, let right):
      return withRows(of: left) { left in
        withRows(of: right) { right in
          left.count <= right.count
            ? Self.rows(of: left, in: right, areWanted: true)
            : Self.rows(of: right, in: left, areWanted: true)
        }
      }
    case .not(let left, let right):
      return withRows(of: left) { left in
        withRows(of: right) { Self.rows(of: left, in: $0, areWanted: false) }
      }
    case .or(let parts): return union(parts[...])
    }
  }

  /// Halves are united first, so that each row is looked at a logarithm of the parts.
  private func union(_ parts: ArraySlice<MatchExpression>) -> [Int64] {
    guard parts.count > 1 else { return parts.first.map { rows(of: $0) } ?? [] }
    let middle = parts.startIndex + parts.count / 2
    func part<Result>(
      _ slice: ArraySlice<MatchExpression>, _ body: (UnsafeBufferPointer<Int64>) -> Result
    ) -> Result {
      if slice.count == 1, let only = slice.first { return withRows(of: only, body) }
      return union(slice).withUnsafeBufferPointer(body)
    }
    return part(parts[..<middle]) { left in part(parts[middle...]) { Self.union(left, $0) } }
  }

  private static func union(
    _ left: UnsafeBufferPointer<Int64>, _ right: UnsafeBufferPointer<Int64>
  ) -> [Int64] {
    Array(unsafeUninitializedCapacity: left.count + right.count) { output, count in
      var (i, j) = (0, 0)
      while i < left.count, j < right.count {
        let (a, b) = (left[i], right[j])
        output[count] = min(a, b)
        count += 1
        i += a <= b ? 1 : 0
        j += b <= a ? 1 : 0
      }
      while i < left.count {
        output[count] = left[i]
        count += 1
        i += 1
      }
      while j < right.count {
        output[count] = right[j]
        count += 1
        j += 1
      }
    }
  }

  /// The rows of a list that are in another one, or those that are not.
  private static func rows(
    of left: UnsafeBufferPointer<Int64>, in right: UnsafeBufferPointer<Int64>, areWanted: Bool
  ) -> [Int64] {
    Array(unsafeUninitializedCapacity: left.count) { output, count in
      var place = 0
      for row in left {
        place = RowSearch.place(of: row, in: right, from: place)
        if place == right.count, areWanted { return }
        if (place < right.count && right[place] == row) == areWanted {
          output[count] = row
          count += 1
        }
      }
    }
  }
}

/// The row a visitor is shown, and where the phrases' postings stand.
///
/// Invariant: whoever makes a cursor keeps lists and texts alive as long as it is used (`PostingsMatcher.show`).
struct PostingsCursor {
  private struct Phrase {
    let postings: Unmanaged<Postings>
    var place = 0
  }

  /// Id of the article.
  var row: Int64 = 0
  private var phrases: [Phrase]
  private let counts: [Int]
  private let texts: Unmanaged<ArticleTexts>

  /// The objects must outlive the cursor.
  /// - Parameter counts: number of rows of each phrase, whatever the expression wants of it.
  init(_ phrases: [Postings], counts: [Int], _ texts: ArticleTexts) {
    self.counts = counts
    self.phrases = phrases.map { Phrase(postings: .passUnretained($0)) }
    self.texts = .passUnretained(texts)
  }

  /// Positions of a phrase in the row; empty where it has none.
  @inline(__always)
  mutating func positions(ofPhrase number: Int) -> UnsafeBufferPointer<UInt8> {
    guard phrases.indices.contains(number) else { return .init(start: nil, count: 0) }
    return phrases[number].postings._withUnsafeGuaranteedRef { postings in
      let place = RowSearch.place(of: row, in: postings.allRows, from: phrases[number].place)
      phrases[number].place = place
      guard place < postings.count, postings.rows[place] == row else {
        return .init(start: nil, count: 0)
      }
      return postings.positions(at: place)
    }
  }

  /// Rows of a phrase.
  func rowCount(ofPhrase number: Int) -> Int {
    counts.indices.contains(number) ? counts[number] : 0
  }

  /// Calls `body` with the UTF-8 of a column of the article.
  func withText(column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    texts.takeUnretainedValue().withText(id: row, column: column, body)
  }
}
