/// What the saturated frequencies of a word are at most, for ranges of articles.
package struct FrequencyBounds {
  /// Articles of a range.
  package struct Block {
    /// Rows of ``FieldLengths``.
    package var rows: Range<Int>
    package var most: Double
  }

  /// Ranges in which the word stands, those of a segment ascending.
  package fileprivate(set) var blocks: [Block] = []
  /// Rows of which nothing is known, beside those of the blocks.
  package fileprivate(set) var others: [Int] = []

  /// Most rows of which nothing is known.
  fileprivate static let mostOthers = 4096
}

extension BlocksReader {
  /// What articles of a term score at most.
  /// - Returns: `nil` where few articles have it, or many of those are in segments without blocks.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(blocks + postings of segments without blocks).
  func bounds(
    of term: [UInt8], isTitle: Bool, _ lengths: FieldLengths
  ) throws -> FrequencyBounds? {
    var result = FrequencyBounds()
    for segment in postings.segments {
      if let (blocks, growth) = try blocks(segment, term) {
        result.add(blocks, isTitle: isTitle, formula, growth: growth, lengths)
        continue
      }
      guard let reader = try postings.reader(of: term, in: segment) else { continue }
      let most = FrequencyBounds.mostOthers - result.others.count
      let rows = Postings(capacity: 256)
      if try reader.takeRows(to: rows, upTo: most) { return nil }
      result.others += rows.allRows.compactMap { lengths.row(of: $0) }
    }
    return result.blocks.isEmpty ? nil : result
  }
}

extension FrequencyBounds {
  fileprivate mutating func add(
    _ term: TermBlocks, isTitle: Bool, _ formula: RankingFormula, growth: Double,
    _ lengths: FieldLengths
  ) {
    let values = (0...255).map { TermBlocks.value(UInt8($0), formula, growth: growth) }
    let end = min(lengths.firstRow(from: term.rows.upperBound) + 1, lengths.count)
    blocks.reserveCapacity(blocks.count + term.blocks.count)
    var start = min(lengths.firstRow(from: term.rows.lowerBound), end)
    for (index, block) in term.blocks.enumerated() {
      let following =
        index + 1 < term.blocks.count ? lengths.firstRow(from: term.blocks[index + 1].row) : end
      let next = min(max(start, following), end)
      let most = isTitle ? block.mostInTitle : block.mostInText
      blocks.append(Block(rows: start..<next, most: values[Int(most)]))
      start = next
    }
  }
}

extension IndexSnapshot {
  /// Whether it is likely that ``frequencyBounds(ofPhrase:_:_:)`` gives some, of a word that many articles have.
  package func hasBlocks(
    ofPhrase expression: String, _ formula: RankingFormula, _ lengths: FieldLengths
  ) throws -> Bool {
    try withBlocks(ofPhrase: expression, formula, lengths) { _, _, _ in true } ?? false
  }

  /// What the saturated frequencies of a word are at most.
  /// - Parameter expression: a single phrase with its column filter.
  /// - Returns: `nil` where it is no word in title or text, or little is known of it.
  package func frequencyBounds(
    ofPhrase expression: String, _ formula: RankingFormula, _ lengths: FieldLengths
  ) throws -> FrequencyBounds? {
    try withBlocks(ofPhrase: expression, formula, lengths) { reader, term, isTitle in
      try reader.bounds(of: term, isTitle: isTitle, lengths)
    }
  }
}
