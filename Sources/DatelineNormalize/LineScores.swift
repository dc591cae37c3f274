/// Scores and flags of a page's lines.
struct LineScores {
  /// Lines that continue one sentence, in order; together they cover the page.
  private(set) var units: [Range<Int>] = []
  /// Words of each unit.
  private var wordsOfUnit: [Double] = []
  /// Index in ``units`` by line.
  private(set) var unitOf: [Int]
  /// Share of the unit's score by line.
  private(set) var score: [Double]
  /// Lines to be left out.
  private(set) var flagged: [Bool]
  /// Lines of units that read as text: long or ended like a sentence.
  private(set) var isText: [Bool]
  private var isNote: [Bool]
  /// Whether the page was cut at its links, so that lines are pieces of sentences.
  let isFragmented: Bool

  /// The figures were chosen on pages of one half of the sites and checked on the other half.
  private enum Weight {
    /// What a line costs; words below it speak against text.
    static let line = 8.0
    /// Words that count at most.
    static let cap = 60.0
    static let callToAction = 8.0
    static let doubled = 14.0
    static let dateLine = 4.0
    static let repeated = 20.0
    /// What a line costs at most that is left out between two of text.
    static let gap = 2.0
    /// Units without sentence end and with fewer words count half.
    static let unfinishedWords = 25.0
  }

  init(_ page: Page) {
    let lines = page.lines
    let count = lines.count
    unitOf = [Int](repeating: 0, count: count)
    score = [Double](repeating: 0, count: count)
    flagged = [Bool](repeating: false, count: count)
    isText = flagged
    isNote = flagged
    isFragmented = page.isFragmented
    var isHard = flagged
    var isFlagged = flagged
    for (index, line) in lines.enumerated() {
      let isPiece = isFragmented && (line.continuesSentence || line.words <= 3)
      let isTwinBelow = index > 0 && lines[index - 1].hash == line.hash
      let isTwinAbove = index + 1 < count && lines[index + 1].hash == line.hash
      isHard[index] =
        (line.isDoubled && line.words <= 20 && !isPiece && !Self.isBetweenProse(page, index))
        || isTwinBelow || (isTwinAbove && !line.isProse)
        || (line.isRepeated && !line.continuesSentence)
      isFlagged[index] = isHard[index] || Self.isFurniture(page, index)
    }
    joinUnits(lines, isHard)
    let cost = isFragmented ? Weight.line / 2 : Weight.line
    for unit in units { scoreUnit(unit, lines, isFlagged, cost) }
    softenGaps(page)
  }

  /// Whether a sentence that the page has several times stands between paragraphs that it has once: a question of
  /// an interview, what somebody says again. Captions are given twice too, in long sentences with a year.
  static func isBetweenProse(_ page: Page, _ index: Int) -> Bool {
    let lines = page.lines
    func isProse(_ other: Int) -> Bool {
      lines.indices.contains(other) && lines[other].isProse && !lines[other].isDoubled
        && !lines[other].isRepeated
    }
    let line = lines[index]
    return line.isTerminated && line.words >= 3 && !line.isDateLine && !line.continuesSentence
      && line.meanings.isEmpty && isProse(index - 1) && isProse(index + 1)
      && (line.words < longestTwice || line.isOnlyDoubled && !hasYear(page.bytes(index)))
  }

  private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
    line.split { !(0x30...0x39).contains($0) }.contains { $0.count == 4 }
  }

  private static let longestTwice = 12.0

  /// A line that is left out between two of text costs next to nothing, so that short texts are not cut there;
  /// what houses say of themselves below the text does not belong to it.
  private mutating func softenGaps(_ page: Page) {
    func isOwn(_ index: Int) -> Bool {
      isText.indices.contains(index) && isText[index] && !page.lines[index].isDoubled
    }
    for index in score.indices where flagged[index] && isOwn(index - 1) && isOwn(index + 1) {
      guard isOwn(index + 2) || !PlainSentence.addressesReader(page.string(index + 1)) else {
        continue
      }
      score[index] = max(score[index], -Weight.gap)
    }
  }

  private static func isFurniture(_ page: Page, _ index: Int) -> Bool {
    let line = page.lines[index]
    let words = line.words
    if line.isAdvertisement || line.isPostAuthor || FieldFurniture.matches(page.bytes(index)) {
      return true
    }
    if line.meanings.contains(.callToAction), words <= (line.isTerminated ? 18 : 25),
      !isPlain(page, index)
    {
      return true
    }
    if line.meanings.contains(.strongCallToAction), words <= 70 { return true }
    if line.meanings.contains(.photo), words <= (line.isTerminated ? 60 : 90) { return true }
    return line.isCredit
  }

  /// Whether a line with words of furniture is a sentence of the story.
  static func isPlain(_ page: Page, _ index: Int) -> Bool {
    let line = page.lines[index]
    return line.isTerminated && !line.isDoubled && !line.isRepeated && !line.continuesSentence
      && PlainSentence.matches(line, page.string(index), fewestWords: 4)
  }

  private mutating func joinUnits(_ lines: [PageLine], _ isHard: [Bool]) {
    for (index, line) in lines.enumerated() {
      if index > 0, !isHard[index], !isHard[index - 1] {
        let previous = lines[index - 1]
        // A first line above a capital is a headline, even one that ends with "for".
        let goesOn = previous.isOpenEnded && (index > 1 || isFragmented || previous.endsWithMark)
        if !previous.isTerminated, line.continuesSentence || goesOn,
          !(line.startsWithMark && previous.startsWithBullet && previous.range.count > 2)
        {
          units[units.count - 1] = units[units.count - 1].lowerBound..<index + 1
          unitOf[index] = units.count - 1
          continue
        }
      }
      units.append(index..<index + 1)
      unitOf[index] = units.count - 1
    }
  }

  private mutating func scoreUnit(
    _ unit: Range<Int>, _ lines: [PageLine], _ isFlagged: [Bool], _ cost: Double
  ) {
    let words = unit.reduce(0) { $0 + lines[$1].words }
    wordsOfUnit.append(words)
    let isTerminated = lines[unit.upperBound - 1].isTerminated
    let isLong = isTerminated || words >= Weight.unfinishedWords
    var value = min(words, Weight.cap) * (isLong ? 1 : 0.5) - cost
    let first = unit.lowerBound
    if unit.count == 1 {
      if isFlagged[first] {
        flagged[first] = true
        value = lines[first].isAdvertisement ? -1 : -cost - penalty(lines[first])
      }
    } else {
      let flaggedWords = unit.reduce(0) { $0 + (isFlagged[$1] ? lines[$1].words : 0) }
      if flaggedWords * 2 >= words, !(words >= 20 && isTerminated) {
        for index in unit { flagged[index] = true }
        value = -cost - Weight.callToAction
      }
    }
    for index in unit {
      score[index] = value / Double(unit.count)
      isText[index] = value > 0 && isLong
    }
  }

  /// What a flagged line costs beyond its words. Labels of advertisements cost next to nothing: they
  /// stand inside texts more than anywhere else.
  private func penalty(_ line: PageLine) -> Double {
    if line.isRepeated { return Weight.repeated }
    if line.isDoubled { return Weight.doubled }
    return line.isDateLine || line.isByline ? Weight.dateLine : Weight.callToAction
  }

  func unit(at line: Int) -> Range<Int> { units[unitOf[line]] }

  /// Words of the unit a line belongs to.
  func unitWords(at line: Int) -> Double { wordsOfUnit[unitOf[line]] }

  /// Flags headlines in capitals inside the run, and notes on the authors towards its end.
  mutating func flagNotes(_ page: Page, _ run: Range<Int>, _ names: [Bylines.Name]) {
    let late = run.lowerBound + run.count * 6 / 10
    for index in run {
      let line = page.lines[index]
      if line.isCapitals, line.words >= 5, line.words <= 25, !line.isTerminated {
        flagged[index] = true
      }
      let words = page.wordHashes(index)
      for name in names where name.isNote(words, late: index > late) {
        flagged[index] = true
        isNote[index] = true
      }
    }
  }

  /// Why a line that is in no field was left out.
  func reason(
    _ index: Int, _ line: PageLine, isTitle: Bool, inRun: Bool
  ) -> ExtractedPage.DropReason {
    if line.isAdvertisement { return .advertisement }
    if line.isRepeated { return .repeated }
    if isTitle { return .doubled }
    if !inRun && !flagged[index] { return .outside }
    if line.isByline || line.isDateLine || isNote[index] { return .byline }
    if line.meanings.contains(.photo) { return .photo }
    if !line.meanings.isDisjoint(with: [.callToAction, .strongCallToAction]) {
      return .callToAction
    }
    if line.isDoubled { return .doubled }
    return inRun ? .teaser : .outside
  }
}
