/// The headline of a text file that begins with it, or has nothing but a page's menu above it: what stands
/// right above author and date, or alone above the text, is the headline whatever it says.
enum LeadingHeadline {
  private static let longest = 45.0
  private static let longestBelow = 20.0
  /// Lines above it that may be a menu, and words of one of them.
  private static let menuLines = 30
  private static let menuWords = 3.0
  /// Lines from it to the text.
  private static let reach = 3

  /// Line of the headline; `nil` when the page does not begin so.
  static func find(_ page: Page, _ scores: LineScores, _ run: Range<Int>) -> Int? {
    let lines = page.lines
    let end = min(lines.count, menuLines)
    guard let first = lines[..<end].firstIndex(where: { !isApart($0) }), first <= run.upperBound
    else { return nil }
    let credits = lines[first..<end].dropFirst().firstIndex(where: \.isCredit)
    if let credits, credits <= run.lowerBound + 2 {
      let index = credits - 1
      let isBelowMenu = lines[first..<index].allSatisfy {
        $0.words <= menuWords && !$0.isTerminated
      }
      if isBelowMenu, mayBe(page, scores, index) {
        let below = lines[(credits + 1)..<max(run.lowerBound, credits + 1)]
        // Behind a section, or an author's office, and a date the headline may follow.
        let isLong = index == first && lines[index].words > menuWords
        if isLong || below.allSatisfy({ $0.isCredit || isApart($0) }) {
          return index
        }
      }
    }
    if mayBe(page, scores, first), isAboveText(page, scores, run, first) { return first }
    return belowHead(page, scores, run, first)
  }

  /// The line right above the text, where nothing stands above it but outlet, section, author, day and address.
  private static func belowHead(
    _ page: Page, _ scores: LineScores, _ run: Range<Int>, _ first: Int
  ) -> Int? {
    let lines = page.lines
    func isHead(_ index: Int) -> Bool {
      lines[index].isCredit || page.bytes(index).starts(with: "http".utf8)
    }
    // The text may seem to begin with its headline.
    let start = run.lowerBound
    let isInText =
      start + 1 < run.upperBound && !lines[start].isTerminated && scores.isText[start + 1]
      && scores.unit(at: start).count == 1
    let index = isInText ? start : start - 1
    guard index > first, index - first <= headLines, index + 1 < lines.count,
      scores.isText[index + 1], !isHead(index), mayBe(page, scores, index)
    else { return nil }
    let above = first..<index
    guard
      above.allSatisfy({ isHead($0) || (lines[$0].words <= menuWords && !lines[$0].isTerminated) })
    else { return nil }
    if above.allSatisfy(isHead) || lines[index].words > menuWords { return index }
    // "Pier closes", a name, an office: the first line is the headline. A day stands behind the outlet.
    let credits = above.filter { lines[$0].isCredit }
    return credits.allSatisfy { lines[$0].isDateLine } && lines[first].words < menuWords
      ? index : nil
  }

  /// Lines of such a head.
  private static let headLines = 4

  /// Whether a first line that names neither author nor day stands above the text alone.
  private static func isAboveText(
    _ page: Page, _ scores: LineScores, _ run: Range<Int>, _ first: Int
  ) -> Bool {
    let words = page.lines[first].words
    let next = first + 1
    if first == run.lowerBound {
      // So long that it looks like text but for its missing full stop.
      return !page.lines[first].isTerminated && next < run.upperBound && scores.isText[next]
        && scores.unit(at: first).count == 1
    }
    guard run.lowerBound > first, run.lowerBound <= first + reach, scores.isText[run.lowerBound]
    else { return false }
    if next == run.lowerBound { return words <= menuWords }
    // Names and first sentences may stand between it and the text, but no line that could be one itself.
    guard words >= menuWords else { return false }
    let isOpen = !page.lines[first].isTerminated
    return (next..<run.lowerBound).allSatisfy { index in
      page.lines[index].words <= words
        || isOpen && BodyLines.isShortSentence(page, index)
          && (words > menuWords || !ArticleRun.asks(page.bytes(index)))
    }
  }

  private static func isApart(_ line: PageLine) -> Bool {
    line.isAdvertisement || line.words == 0 || line.isRepeatedHead
  }

  private static func mayBe(_ page: Page, _ scores: LineScores, _ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.words >= 1, line.words <= (index == 0 ? longest : longestBelow),
      !line.startsWithBullet, !line.isByline,
      !(line.isDateLine && line.words < shortestDated),
      line.meanings.isDisjoint(with: [.photo, .strongCallToAction]),
      !(line.isRepeatedHead && line.headDocuments >= 3)
    else { return false }
    // Nothing stands before the first line that it could go on with.
    return (index == 0 || !line.continuesSentence)
      && (!line.isOpenEnded || (index == 0 && !line.endsWithMark && !scores.isFragmented))
  }

  /// Words of the shortest headline with a date in it: "May 5: How the ferry sank".
  private static let shortestDated = 6.0
}
