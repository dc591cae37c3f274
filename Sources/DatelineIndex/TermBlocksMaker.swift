import DatelineCore

/// Makes the blocks of one term after the other.
final class TermBlocksMaker {
  private let formula: RankingFormula
  private let lengths: FieldLengths
  private let averages: FieldLengths.Averages
  private let postings = Postings(capacity: 4096)
  // Invariant: as long as the object; `PhraseCounts.fill` sets each count before it is looked at.
  private let counts = UnsafeMutableBufferPointer<PhraseCounts.Count>.allocate(
    capacity: TermBlocks.size)
  private var starts: [(row: Int64, place: SegmentReader.Place)] = []

  /// - Parameter averages: the average lengths of fields that scores are made with.
  init(
    _ formula: RankingFormula, _ lengths: FieldLengths, _ averages: FieldLengths.Averages
  ) {
    self.formula = formula
    self.lengths = lengths
    self.averages = averages
  }

  deinit { counts.deallocate() }

  /// The blocks of the term on whose first row a reader stands; `nil` where few articles have it.
  func blocks(from reader: SegmentReader) throws -> [UInt8]? {
    postings.removeAll()
    starts.removeAll(keepingCapacity: true)
    var goesOn = true
    while goesOn {
      starts.append((reader.row, reader.place))
      goesOn = try reader.takeRows(to: postings, upTo: postings.count + TermBlocks.size)
    }
    if postings.count < BlockMaximaTable.leastArticles { return nil }
    var encoder = TermBlocks.Encoder()
    encoder.lastRow = reader.row
    var row = 0
    for (number, start) in starts.enumerated() {
      let first = number * TermBlocks.size
      let count = min(TermBlocks.size, postings.count - first)
      if count <= 0 { break }
      PhraseCounts(postings).fill(
        UnsafeMutableBufferPointer(rebasing: counts[..<count]), from: first)
      var most = (text: 0.0, title: 0.0)
      for index in 0..<count {
        let found = counts[index]
        let isInTitle = found.title > 0
        if !isInTitle, found.lead == 0, found.rest == 0 { continue }
        encoder.articles += 1
        if isInTitle { encoder.titles += 1 }
        // One that was deleted since is passed over by whoever reads.
        guard let place = lengths.row(of: postings.rows[first + index], from: row) else { continue }
        row = place
        let frequency = formula.frequency(
          title: Double(found.title), lead: Double(found.lead), rest: Double(found.rest),
          lengths[place], averages: averages)
        most.text = max(most.text, frequency)
        if isInTitle {
          let frequency = formula.frequency(
            title: Double(found.title), lead: 0, rest: 0, lengths[place], averages: averages)
          most.title = max(most.title, frequency)
        }
      }
      encoder.append(
        TermBlocks.Block(
          row: start.row, place: start.place,
          mostInText: TermBlocks.bound(formula.saturate(most.text), formula),
          mostInTitle: TermBlocks.bound(formula.saturate(most.title), formula)))
    }
    return encoder.bytes
  }
}
