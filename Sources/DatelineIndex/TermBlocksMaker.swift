import DatelineCore

/// Makes the blocks of one term after the other.
///
/// Invariant: the variable whose access is not checked is used by one thread, and no call that is given it reaches this
/// object.
final class TermBlocksMaker {
  /// What blocks say, but for where they begin.
  struct Bounds: Sendable {
    struct Block: Sendable {
      /// Id of the first article.
      var row: Int64
      var mostInText: UInt8
      var mostInTitle: UInt8
    }

    var articles = 0
    var titles = 0
    var lastRow: Int64 = 0
    var champions = (text: ChampionList(), title: ChampionList())
    var blocks: [Block] = []

    /// The content of a row of ``BlockMaximaTable``.
    /// - Parameter places: where each block begins.
    func encoded(at places: [SegmentReader.Place]) -> [UInt8] {
      var encoder = TermBlocks.Encoder()
      encoder.articles = articles
      encoder.titles = titles
      encoder.lastRow = lastRow
      encoder.champions = champions
      for (block, place) in zip(blocks, places) {
        encoder.append(
          TermBlocks.Block(
            row: block.row, place: place, mostInText: block.mostInText,
            mostInTitle: block.mostInTitle))
      }
      return encoder.bytes
    }
  }

  private let formula: RankingFormula
  private let lengths: FieldLengths
  private let frequencies: FrequencyTable
  private let postings = Postings(capacity: 4096)
  // Invariant: as long as the object; `PhraseCounts.fill` sets each count before it is looked at.
  private let counts = UnsafeMutableBufferPointer<PhraseCounts.Count>.allocate(
    capacity: TermBlocks.size)
  private var places: [SegmentReader.Place] = []
  @exclusivity(unchecked) private var champions = (
    text: ChampionChooser(), title: ChampionChooser()
  )

  /// - Parameter averages: the average lengths of fields that scores are made with.
  init(
    _ formula: RankingFormula, _ lengths: FieldLengths, _ averages: FieldLengths.Averages
  ) {
    self.formula = formula
    self.lengths = lengths
    frequencies = FrequencyTable(formula, averages)
  }

  deinit { counts.deallocate() }

  /// The blocks of the term on whose first row a reader stands; `nil` where few articles have it.
  func blocks(from reader: SegmentReader) throws -> [UInt8]? {
    postings.removeAll()
    places.removeAll(keepingCapacity: true)
    var goesOn = true
    while goesOn {
      places.append(reader.place)
      goesOn = try reader.takeRows(to: postings, upTo: postings.count + TermBlocks.size)
    }
    if postings.count < BlockMaximaTable.leastArticles { return nil }
    var bounds = Bounds()
    bounds.lastRow = reader.row
    var place = 0
    for first in stride(from: 0, to: postings.count, by: TermBlocks.size) {
      let block = UnsafeMutableBufferPointer(
        rebasing: counts[..<min(TermBlocks.size, postings.count - first)])
      PhraseCounts(postings).fill(block, from: first)
      var most = Most(row: postings.rows[first])
      for index in block.indices {
        let (row, positions) = (postings.rows[first + index], postings.range(at: first + index))
        note(block[index], row, positions, &place, &most, &bounds)
      }
      end(most, &bounds)
    }
    end(UnsafePointer(postings.bytes), &bounds)
    return bounds.encoded(at: places)
  }

  /// What the blocks of a doclist say; `nil` where few articles are in it.
  /// - Parameter doclist: `{ varint rowid or distance, varint 2 x size, positions }*`, rows ascending, none deleted;
  ///   seven bytes behind its end may be read.
  /// - Complexity: O(bytes).
  func bounds(ofDoclist doclist: UnsafeBufferPointer<UInt8>) -> Bounds? {
    // A row, its size and a position take a byte each at least.
    guard doclist.count >= 3 * BlockMaximaTable.leastArticles, let start = doclist.baseAddress,
      Self.hasManyRows(doclist)
    else { return nil }
    var bounds = Bounds()
    var most = Most(row: 0)
    var (row, place, inBlock) = (Int64(0), 0, 0)
    var cursor = start
    while cursor < start + doclist.count {
      row = row &+ Int64(bitPattern: Varint.read(&cursor))
      let size = Int(Varint.read(&cursor) >> 1)
      if inBlock == 0 { most = Most(row: row) }
      let positions = cursor - start..<cursor - start + size
      note(
        PhraseCounts.count(cursor, upTo: cursor + size), row, positions, &place, &most, &bounds)
      cursor += size
      inBlock += 1
      if inBlock == TermBlocks.size {
        end(most, &bounds)
        inBlock = 0
      }
    }
    if inBlock > 0 { end(most, &bounds) }
    end(start, &bounds)
    bounds.lastRow = row
    return bounds
  }

  private static func hasManyRows(_ doclist: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var cursor = doclist.baseAddress else { return false }
    let end = cursor + doclist.count
    var count = 0
    while cursor < end, count < BlockMaximaTable.leastArticles {
      Varint.skip(&cursor)
      cursor += Int(Varint.read(&cursor) >> 1)
      count += 1
    }
    return count == BlockMaximaTable.leastArticles
  }

  /// The greatest frequencies in a block.
  private struct Most {
    var row: Int64
    var text = 0.0
    var title = 0.0
  }

  /// Takes down how often an article has the term.
  /// - Parameters:
  ///   - positions: where these are in the term's list, in bytes.
  ///   - place: of an article before it in the table of lengths.
  @inline(__always)
  private func note(
    _ found: PhraseCounts.Count, _ row: Int64, _ positions: Range<Int>, _ place: inout Int,
    _ most: inout Most, _ bounds: inout Bounds
  ) {
    let isInTitle = found.title > 0
    if !isInTitle, found.lead == 0, found.rest == 0 { return }
    bounds.articles += 1
    if isInTitle { bounds.titles += 1 }
    // One that was deleted since is passed over by whoever reads.
    guard let article = lengths.row(of: row, from: place) else { return }
    place = article
    let text = frequencies.text(found, lengths[article])
    most.text = max(most.text, text)
    champions.text.offer(text, row, positions)
    if isInTitle {
      let title = frequencies.title(found.title, lengths[article])
      most.title = max(most.title, title)
      champions.title.offer(title, row, positions)
    }
  }

  /// Ends a term.
  /// - Parameter bytes: the positions of the term.
  private func end(_ bytes: UnsafePointer<UInt8>, _ bounds: inout Bounds) {
    bounds.champions = (
      champions.text.list(bytes, isTitle: false), champions.title.list(bytes, isTitle: true)
    )
    champions.text.removeAll()
    champions.title.removeAll()
  }

  private func end(_ most: Most, _ bounds: inout Bounds) {
    bounds.blocks.append(
      Bounds.Block(
        row: most.row, mostInText: TermBlocks.bound(formula.saturate(most.text), formula),
        mostInTitle: TermBlocks.bound(formula.saturate(most.title), formula)))
  }
}
