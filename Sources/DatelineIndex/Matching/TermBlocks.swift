import DatelineCore

/// The blocks of a term in a segment: where each begins, and what its articles score at most.
///
/// Content, varints: number of articles that have the term in title or text, number of those that have it in the
/// title; the last row, that of a deleted article perhaps, less the first; two ``ChampionList``s, of all fields and of
/// the title, each behind its number of bytes; of each block the distance of its first row from that of the block
/// before, that of its page, its offset on the page; then a byte each for the greatest saturated frequency of its
/// articles, all fields together and in the title alone, in parts of 255 of the greatest there can be, rounded up.
struct TermBlocks: Equatable {
  /// Entries of a block, but for those that are deleted.
  static let size = 128

  struct Block: Equatable {
    /// Id of the first article.
    var row: Int64
    var place: SegmentReader.Place
    var mostInText: UInt8
    var mostInTitle: UInt8
  }

  /// Articles that have the term in title or text.
  private(set) var articles = 0
  /// Articles that have it in the title.
  private(set) var titles = 0
  /// The first row and the last.
  private(set) var rows: ClosedRange<Int64> = 0...0
  private(set) var blocks: [Block] = []
  /// The articles that may score most, where they were asked for.
  private(set) var champions: ChampionList?

  /// Reads what ``Encoder`` has written.
  /// - Parameter wantsTitles: whether the champions are those of the title; `nil` where none are wanted.
  /// - Returns: `nil` where it is no such thing.
  init?(_ bytes: UnsafeRawBufferPointer, championsOfTitle wantsTitles: Bool? = nil) {
    var index = 0
    articles = Int(clamping: Varint.read(bytes, &index))
    titles = Int(clamping: Varint.read(bytes, &index))
    let length = Int64(bitPattern: Varint.read(bytes, &index))
    for isTitle in [false, true] {
      let size = Int(clamping: Varint.read(bytes, &index))
      guard size <= bytes.count - index else { return nil }
      if isTitle == wantsTitles {
        let part = UnsafeRawBufferPointer(rebasing: bytes[index..<index + size])
        guard let list = ChampionList(part, isTitle: isTitle) else { return nil }
        champions = list
      }
      index += size
    }
    var (row, page) = (Int64(0), 0)
    while index < bytes.count {
      row = row &+ Int64(bitPattern: Varint.read(bytes, &index))
      page = page &+ Int(clamping: Varint.read(bytes, &index))
      let offset = Int(clamping: Varint.read(bytes, &index))
      guard index + 2 <= bytes.count else { return nil }
      blocks.append(
        Block(
          row: row, place: .init(page: page, offset: offset), mostInText: bytes[index],
          mostInTitle: bytes[index + 1]))
      index += 2
    }
    guard let first = blocks.first?.row, length >= 0,
      !first.addingReportingOverflow(length).overflow
    else { return nil }
    rows = first...(first + length)
  }

  /// Whether two texts of this kind say the same, but for the bounds.
  static func haveSamePlaces(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>)
    -> Bool
  {
    func read(_ bytes: some Collection<UInt8>) -> TermBlocks? {
      guard var term = Array(bytes).withUnsafeBytes({ TermBlocks($0) }) else { return nil }
      for index in term.blocks.indices {
        (term.blocks[index].mostInText, term.blocks[index].mostInTitle) = (0, 0)
      }
      return term
    }
    return read(left) == read(right)
  }

  /// A saturated frequency as a byte, rounded up.
  static func bound(_ value: Double, _ formula: RankingFormula) -> UInt8 {
    let share = (value / (formula.k1 + 1) * 255 * (1 + 1e-12)).rounded(.up)
    return share < 255 ? UInt8(max(share, 0)) : 255
  }

  /// The greatest saturated frequency that a byte stands for.
  /// - Parameter growth: by how much frequencies may be greater than when it was made.
  static func value(_ bound: UInt8, _ formula: RankingFormula, growth: Double) -> Double {
    let most = formula.k1 + 1
    let value = Double(bound) / 255 * most
    // Back to the frequency, and from there to that of now.
    return bound == 255 || growth == 1
      ? value : formula.saturate(growth * value * formula.k1 / (most - value))
  }

  /// Writes blocks.
  struct Encoder {
    var articles = 0
    var titles = 0
    var lastRow: Int64 = 0
    var champions = (text: ChampionList(), title: ChampionList())
    private var blocks = ContiguousArray<Block>()

    mutating func append(_ block: Block) { blocks.append(block) }

    var bytes: [UInt8] {
      var output = ByteBuffer(capacity: 16 * blocks.count + 32)
      output.append(varint: UInt64(articles))
      output.append(varint: UInt64(titles))
      output.append(varint: UInt64(bitPattern: lastRow &- (blocks.first?.row ?? lastRow)))
      for isTitle in [false, true] {
        var part = ByteBuffer(capacity: 12 * ChampionList.size)
        (isTitle ? champions.title : champions.text).append(to: &part, isTitle: isTitle)
        output.append(varint: UInt64(part.count))
        output.append(UnsafePointer(part.base), part.count)
      }
      var (row, page) = (Int64(0), 0)
      for block in blocks {
        output.append(varint: UInt64(bitPattern: block.row &- row))
        output.append(varint: UInt64(block.place.page - page))
        output.append(varint: UInt64(block.place.offset))
        output.append(block.mostInText)
        output.append(block.mostInTitle)
        (row, page) = (block.row, block.place.page)
      }
      return Array(output.all)
    }
  }
}
