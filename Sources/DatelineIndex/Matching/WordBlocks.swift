import DatelineAnalysis

/// The articles of one word: first those of small segments, then block by block those that may score most.
package final class WordBlocks {
  /// The blocks of one segment.
  struct Part {
    var reader: SegmentReader
    var term: TermBlocks
    /// By how much frequencies may be greater than when the bounds were made.
    var growth: Double
    /// Whether frequencies are what they were then.
    var hasSameAverages: Bool
    /// Places of the blocks, by descending bounds.
    fileprivate var order: [Int] = []
    fileprivate var next = 0

    init(reader: SegmentReader, term: TermBlocks, growth: Double, hasSameAverages: Bool) {
      self.reader = reader
      self.term = term
      self.growth = growth
      self.hasSameAverages = hasSameAverages
    }
  }

  /// Articles that are read at a time, at most.
  package static let blockSize = TermBlocks.size
  /// Most rows of newer segments that are looked for in blocks.
  private static let mostSuperseded = 2000

  /// Number of articles that have the word in the fields that were asked for.
  package private(set) var count = 0
  private var parts: [Part]
  /// Rows of segments that have no blocks; those that are deleted have no positions.
  private let whole: Postings
  private var nextOfWhole = 0
  private let isTitle: Bool
  private let formula: RankingFormula
  private let block = Postings(capacity: TermBlocks.size)
  // Invariant: as long as the object; `PhraseCounts.fill` sets a count for each row that is read, at most
  // `TermBlocks.size`, before it is looked at.
  private let counts = UnsafeMutableBufferPointer<PhraseCounts.Count>.allocate(
    capacity: TermBlocks.size)

  /// - Parameters:
  ///   - parts: segments in no two of which the word has rows in the same range.
  ///   - whole: rows of other segments, which take the place of the same rows in the parts.
  /// - Returns: `nil` where the blocks are not those of the index, or so many of their rows are replaced that they are
  ///   of little use.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  init?(
    _ parts: [Part], whole: Postings, isTitle: Bool, _ formula: RankingFormula
  ) throws {
    self.parts = parts
    self.whole = whole
    self.isTitle = isTitle
    self.formula = formula
    for index in parts.indices {
      self.parts[index].order = Self.order(parts[index].term.blocks, isTitle)
      count += isTitle ? parts[index].term.titles : parts[index].term.articles
    }
    var start = 0
    while start < whole.count {
      let length = min(Self.blockSize, whole.count - start)
      PhraseCounts(whole).fill(counts, from: start)
      for index in 0..<length where isWanted(counts[index]) { count += 1 }
      start += length
    }
    for index in parts.indices {
      guard let superseded = try superseded(index) else { return nil }
      count -= superseded
    }
  }

  deinit { counts.deallocate() }

  /// Whether occurrences are such as were asked for.
  private func isWanted(_ found: PhraseCounts.Count) -> Bool {
    found.title > 0 || !isTitle && (found.lead > 0 || found.rest > 0)
  }

  private static func bound(_ block: TermBlocks.Block, _ isTitle: Bool) -> UInt8 {
    isTitle ? block.mostInTitle : block.mostInText
  }

  /// Counted by their bounds: there are many blocks and few of these.
  private static func order(_ blocks: [TermBlocks.Block], _ isTitle: Bool) -> [Int] {
    var starts = Array(repeating: 0, count: 257)
    for block in blocks { starts[256 - Int(bound(block, isTitle))] += 1 }
    for index in 1..<257 { starts[index] += starts[index - 1] }
    var order = Array(repeating: 0, count: blocks.count)
    for (number, block) in blocks.enumerated() {
      let bin = 255 - Int(bound(block, isTitle))
      order[starts[bin]] = number
      starts[bin] += 1
    }
    return order
  }

  /// Number of articles in the blocks of a part that newer segments replace; `nil` where there are very many, or
  /// the blocks are wrong.
  private func superseded(_ index: Int) throws -> Int? {
    let rows = parts[index].term.rows
    let first = RowSearch.place(of: rows.lowerBound, in: whole.allRows, from: 0)
    var end = RowSearch.place(of: rows.upperBound, in: whole.allRows, from: first)
    if end < whole.count, whole.rows[end] == rows.upperBound { end += 1 }
    guard end - first <= Self.mostSuperseded else { return nil }
    let blocks = parts[index].term.blocks
    var found = 0
    var (number, read) = (0, -1)
    for place in first..<end {
      let row = whole.rows[place]
      while number + 1 < blocks.count, blocks[number + 1].row <= row { number += 1 }
      if read != number {
        guard try readBlock(index, number) else { return nil }
        read = number
      }
      let inBlock = RowSearch.place(of: row, in: block.allRows, from: 0)
      if inBlock < block.count, block.rows[inBlock] == row, isWanted(counts[inBlock]) { found += 1 }
    }
    return found
  }

  /// Reads a block of a part.
  /// - Returns: false where the index is not what it was made of.
  private func readBlock(_ index: Int, _ number: Int) throws -> Bool {
    let (reader, blocks) = (parts[index].reader, parts[index].term.blocks)
    block.removeAll()
    try reader.seek(row: blocks[number].row, at: blocks[number].place)
    let goesOn = try reader.takeRows(to: block, upTo: TermBlocks.size)
    // The next row is where the next block begins.
    if number + 1 < blocks.count {
      guard goesOn, reader.row == blocks[number + 1].row,
        reader.place == blocks[number + 1].place
      else { return false }
    }
    PhraseCounts(block).fill(counts, from: 0)
    return true
  }

  /// Calls `body` with each article of segments without blocks, and with those that could score most of all others when
  /// their segments were written, and the word's occurrences there.
  /// - Complexity: O(articles given).
  package func readChampions(_ body: (ChampionList.Entry) -> Void) {
    for place in 0..<whole.count {
      let positions = whole.positions(at: place)
      let entry = ChampionChooser.entry(whole.rows[place], positions, isTitle: isTitle)
      if isWanted(entry.count) { body(entry) }
    }
    for part in parts {
      guard let champions = part.term.champions else { continue }
      var newer = 0
      for entry in champions.entries {
        newer = RowSearch.place(of: entry.row, in: whole.allRows, from: newer)
        if newer < whole.count, whole.rows[newer] == entry.row { continue }
        body(entry)
      }
    }
  }

  /// What is known of articles that ``readChampions(_:)`` does not give.
  package var othersThanChampions: Others {
    var result = Others()
    for part in parts {
      guard let champions = part.term.champions else { return Others(most: formula.k1 + 1) }
      if champions.others.most > 0 {
        let bound = formula.saturate(part.growth * champions.others.most)
        result.most = max(result.most ?? 0, bound)
      }
      if parts.count == 1, whole.count == 0, part.hasSameAverages {
        result.frequency = champions.others.most
        result.next = formula.saturate(champions.others.next)
      }
    }
    return result
  }

  /// Articles that are not read.
  package struct Others {
    /// Their greatest saturated frequency; `nil` where there are none.
    package fileprivate(set) var most: Double?
    /// Their greatest frequency, where those of them that have it come behind all that were read and have it.
    package fileprivate(set) var frequency: Double?
    /// The greatest saturated frequency of those that have less than that.
    package fileprivate(set) var next = 0.0
  }

  /// The greatest saturated frequency in what was not read; `nil` when all was, or the rest has none.
  package var mostInRest: Double? {
    if nextOfWhole < whole.count { return formula.k1 + 1 }
    return best?.bound
  }

  /// The part whose next block may score most.
  private var best: (part: Int, bound: Double)? {
    var best: (part: Int, bound: Double)?
    for index in parts.indices {
      let part = parts[index]
      guard part.next < part.order.count else { continue }
      let byte = Self.bound(part.term.blocks[part.order[part.next]], isTitle)
      if byte == 0 { continue }
      let bound = TermBlocks.value(byte, formula, growth: part.growth)
      if bound > best?.bound ?? 0 { best = (index, bound) }
    }
    return best
  }

  /// Reads the next articles and calls `body` with each, the word's occurrences there, and their positions, valid
  /// during the call only.
  /// - Returns: false where the index is not what the blocks were made of; nothing that was read is right then.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(``blockSize`` + a page).
  package func readNext(
    _ body: (Int64, PhraseCounts.Count, UnsafeBufferPointer<UInt8>) -> Void
  ) throws -> Bool {
    if nextOfWhole < whole.count {
      let length = min(Self.blockSize, whole.count - nextOfWhole)
      PhraseCounts(whole).fill(counts, from: nextOfWhole)
      for index in 0..<length where isWanted(counts[index]) {
        let place = nextOfWhole + index
        body(whole.rows[place], counts[index], whole.positions(at: place))
      }
      nextOfWhole += length
      return true
    }
    guard let index = best?.part else { return true }
    let number = parts[index].order[parts[index].next]
    parts[index].next += 1
    guard try readBlock(index, number) else { return false }
    var newer = 0
    for place in 0..<block.count where isWanted(counts[place]) {
      let row = block.rows[place]
      newer = RowSearch.place(of: row, in: whole.allRows, from: newer)
      if newer < whole.count, whole.rows[newer] == row { continue }
      body(row, counts[place], block.positions(at: place))
    }
    return true
  }
}

extension IndexSnapshot {
  /// The articles of a word, those that may score most first.
  /// - Parameter expression: a single phrase with its column filter.
  /// - Returns: `nil` where it is no word in title or text, or there are no blocks of it.
  package func wordBlocks(
    ofPhrase expression: String, _ formula: RankingFormula, _ lengths: FieldLengths
  ) throws -> WordBlocks? {
    try withBlocks(ofPhrase: expression, formula, lengths) { reader, term, isTitle in
      try reader.word(term, isTitle: isTitle)
    }
  }

  /// Calls `body` with what finds blocks, and the term of a phrase.
  /// - Returns: `nil` where it is no word in title or text, or there are no blocks, or `body` gives that.
  func withBlocks<Result>(
    ofPhrase expression: String, _ formula: RankingFormula, _ lengths: FieldLengths,
    _ body: (_ reader: BlocksReader, _ term: [UInt8], _ isTitle: Bool) throws -> Result?
  ) throws -> Result? {
    guard let (term, isTitle) = try onlyTerm(ofPhrase: expression),
      let reader = try postings.blocks(formula, lengths.averages, db, version: version)
    else { return nil }
    return try body(reader, term, isTitle)
  }

  /// The term of a phrase that is one word in title or text, and whether it is that of the title.
  private func onlyTerm(ofPhrase expression: String) throws -> (term: [UInt8], isTitle: Bool)? {
    guard let (parsed, phrases) = MatchExpression.parse(expression), case .phrase = parsed,
      let phrase = phrases.first, !phrase.isPrefix
    else { return nil }
    let isTitle = phrase.columns == 1 << UInt8(Schema.Column.title)
    let text = MatchExpression.allColumns & ~(1 << UInt8(Schema.Column.entityTerms))
    guard isTitle || phrase.columns == text else { return nil }
    let terms = try tokenizer().tokens(in: phrase.text)
    return terms.count == 1 ? (Array(terms[0].term.utf8), isTitle) : nil
  }
}
