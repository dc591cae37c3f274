/// Finds the headline above (or at the head of) the article's text.
enum Headline {
  private static let linesAbove = 40
  private static let threshold = 1.4

  /// Line of the headline: its words occur in the text, it is near the text, of a headline's
  /// length, and author or date stand below it.
  static func find(_ page: Page, _ scores: LineScores, _ run: Range<Int>) -> Int? {
    guard !run.isEmpty else { return nil }
    if let index = LeadingHeadline.find(page, scores, run) { return index }
    let first = max(0, run.lowerBound - linesAbove)
    let candidates = (first..<min(run.lowerBound + 3, page.lines.count)).filter {
      isCandidate(page, scores, run, $0)
    }
    let occurrences = lineFrequencies(page, run, of: candidates)
    func value(_ index: Int) -> Double {
      score(page, run, index, occurrences)
        - (scores.flagged[index] && index > 0 && isUnsuspected(page.lines[index]) ? 0.5 : 0)
    }
    var best: Int?
    var bestScore = threshold
    for index in candidates where value(index) > bestScore {
      bestScore = value(index)
      best = index
    }
    return best.map { aboveStandfirst(page, $0, candidates: candidates, value) }
  }

  /// In how many lines of the run each word of the candidates occurs.
  private static func lineFrequencies(
    _ page: Page, _ run: Range<Int>, of candidates: [Int]
  ) -> [UInt64: Int] {
    var filter = WordFilter()
    var table: [UInt64: (count: Int, line: Int)] = [:]
    for word in candidates.lazy.flatMap(page.wordHashes) where !functionWords.contains(word) {
      filter.insert(word)
      table[word] = (0, -1)
    }
    for index in run {
      for word in page.wordHashes(index) where filter.mayContain(word) {
        guard let entry = table[word], entry.line != index else { continue }
        table[word] = (entry.count + 1, index)
      }
    }
    return table.mapValues(\.count)
  }

  /// Neither doubled on the page nor seen on another: if such a line is flagged, its words are why.
  private static func isUnsuspected(_ line: PageLine) -> Bool {
    !line.isDoubled && line.documents < 2
  }

  /// A shorter candidate right above a long one is the headline, and the long one its standfirst.
  private static func aboveStandfirst(
    _ page: Page, _ index: Int, candidates: [Int], _ value: (Int) -> Double
  ) -> Int {
    let above = index - 1
    guard candidates.contains(above), page.lines[index].words >= 9,
      page.lines[above].words >= 4, page.lines[above].words < page.lines[index].words,
      !page.lines[above].isDoubled, page.lines[above].headDocuments < 2,
      value(above) > threshold - 0.4
    else { return index }
    return above
  }

  private static func isCandidate(
    _ page: Page, _ scores: LineScores, _ run: Range<Int>, _ index: Int
  ) -> Bool {
    let line = page.lines[index]
    guard line.words >= 3, line.words <= 30, !line.isDateLine, !line.isByline,
      !(line.isRepeatedHead && line.headDocuments >= 3), !line.startsWithBullet,
      !line.continuesSentence || index == 0,
      !line.isOpenEnded || (index == 0 && !line.endsWithMark && !scores.isFragmented)
    else { return false }
    if !line.meanings.isDisjoint(with: [.photo, .strongCallToAction]) { return false }
    if line.meanings.contains(.callToAction) && line.words < 6 { return false }
    if line.meanings.contains(.tailHeading) && line.words < 5 { return false }
    if scores.unit(at: index).count > 1, scores.unitWords(at: index) > 30 { return false }
    // What comes again further down the text is the title of a film or a picture.
    if index >= run.lowerBound, line.isDoubled,
      page.lines[(index + 1)..<max(run.upperBound, index + 1)].contains(where: {
        $0.hash == line.hash
      })
    {
      return false
    }
    // In the text itself a headline is told from the first sentence by its missing full stop.
    return index < run.lowerBound || !line.isTerminated || lastMark(page, index) != "."
  }

  private static func lastMark(_ page: Page, _ index: Int) -> Character {
    switch page.bytes(index).last {
    case UInt8(ascii: "?"): "?"
    case UInt8(ascii: "!"): "!"
    case UInt8(ascii: "\""), UInt8(ascii: "'"), 0x9D, 0x99: "\""
    default: "."
    }
  }

  private static func score(
    _ page: Page, _ run: Range<Int>, _ index: Int, _ occurrences: [UInt64: Int]
  ) -> Double {
    let line = page.lines[index]
    let inRun = index >= run.lowerBound
    var known = 0.0
    var weight = 0.0
    for word in page.wordHashes(index) where !functionWords.contains(word) {
      weight += 1
      if (occurrences[word] ?? 0) > (inRun ? 1 : 0) { known += 1 }
    }
    var value = 2 * known / max(weight, 1) + min(line.words, 8) / 8
    let below = (index + 1)..<min(index + 6, page.lines.count)
    if below.contains(where: { page.lines[$0].isByline || page.lines[$0].isDateLine }) {
      value += 0.8
    }
    value -= Double(run.lowerBound - index) * 0.05
    if let last = page.bytes(index).last,
      [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ",")].contains(last)
    {
      value -= 0.7
    }
    // What a page begins with, right above its text, is its headline unless it looks otherwise.
    if index == 0, !inRun, run.lowerBound <= 3 { value += 0.9 }
    if line.isDoubled { value += 0.5 }
    if line.headDocuments >= 2 { value -= 0.6 }
    return value
  }
}

/// Words that tell nothing about a headline's subject, and marks.
private let functionWords = WordSet(
  text: """
    the a an of in to and as by for with on at from that is was are be has had his her it its he \
    she they we you i not no but or if who how why what when will can could would after over out \
    up new says say said than this der die das und in mit von zu le la les de des du et à un une \
    el los las y con il di e che per o os do da dos w z na i het een van op ve bir : / | ( @ – -
    """)
