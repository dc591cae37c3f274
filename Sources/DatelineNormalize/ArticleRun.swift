/// The contiguous lines that hold the article's text.
enum ArticleRun {
  /// What furniture inside the article can cost in one piece: long lists of links between two
  /// paragraphs must not cut the text in two. In short articles a share of the page's text, since
  /// these have little to set against it.
  private static let gapCost = 40.0
  private static let gapShare = 0.35
  /// Share of the score that stands before a heading which ends the article.
  private static let tailShare = 0.3
  /// Share of the score after such a heading from which on the article goes on behind it.
  private static let resumeShare = 0.25

  /// The run with the largest sum of scores (Kadane's algorithm), cut at the first tail heading.
  /// Empty when nothing scores.
  static func find(_ page: Page, _ scores: LineScores) -> Range<Int> {
    var best = 0.0
    var run = 0..<0
    var sum = 0.0
    var start = 0
    var gap = 0.0
    let text = page.lines.indices.reduce(0) {
      scores.isText[$1] ? $0 + max(scores.score[$1], 0) : $0
    }
    let gapCost = min(gapCost, gapShare * text)
    for index in page.lines.indices {
      var value = scores.score[index]
      if value < 0 {
        value = max(value, -max(gapCost - gap, 0))
        gap -= value
      } else if scores.isText[index] {
        gap = 0
      }
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += value
      if sum > best {
        best = sum
        run = start..<index + 1
      }
    }
    let end = tail(page, scores, run)
    // Only the end of the text itself is extended, not a cut before a list.
    return run.lowerBound..<(end == run.upperBound ? closing(page, scores, run) : end)
  }

  /// End of the run with the short sentences that close the text: whole sentences with nothing
  /// against them, behind at most a label of an advertisement; behind buttons one of some length.
  private static func closing(_ page: Page, _ scores: LineScores, _ run: Range<Int>) -> Int {
    guard !run.isEmpty else { return run.upperBound }
    var end = run.upperBound
    var index = end
    var isBehindButton = false
    while index < page.lines.count, index < run.upperBound + 4 {
      let line = page.lines[index]
      if line.isAdvertisement {
        index += 1
        continue
      }
      if line.words <= 4, !line.isTerminated,
        !line.meanings.isDisjoint(with: [.callToAction, .tailHeading])
      {
        isBehindButton = true
        index += 1
        continue
      }
      // Right below the text a sentence may have any length; questions are headlines more often.
      let fewest = isBehindButton ? 12.0 : index == end ? 1 : 5
      guard line.words >= fewest, !scores.flagged[index], BodyLines.isShortSentence(page, index),
        !asks(page.bytes(index)), !PlainSentence.addressesReader(page.string(index))
      else { break }
      index += 1
      end = index
    }
    return end
  }

  /// Whether a line ends with a question or exclamation mark, as headlines do more often than last sentences.
  static func asks(_ line: ArraySlice<UInt8>) -> Bool {
    line.last == UInt8(ascii: "?") || line.last == UInt8(ascii: "!")
  }

  private static func tail(_ page: Page, _ scores: LineScores, _ run: Range<Int>) -> Int {
    let total = run.reduce(0) { $0 + max(scores.score[$1], 0) }
    var remaining = run.reduce(0) { $0 + (scores.isText[$1] ? max(scores.score[$1], 0) : 0) }
    var passed = 0.0
    for index in run {
      if passed >= tailShare * total, isTailHeading(page.lines[index]),
        isListAhead(page, index), remaining < resumeShare * total
      {
        return index
      }
      let value = max(scores.score[index], 0)
      passed += value
      if scores.isText[index] { remaining -= value }
    }
    return run.upperBound
  }

  static func isTailHeading(_ line: PageLine) -> Bool {
    line.meanings.contains(.tailHeading) && line.words <= 8 && !line.isTerminated
  }

  /// Whether most of the next lines are short and unfinished.
  private static func isListAhead(_ page: Page, _ index: Int) -> Bool {
    let next = page.lines[(index + 1)...].prefix(8)
    guard !next.isEmpty else { return false }
    // "Read more" between two paragraphs is a button.
    if let first = next.first(where: { $0.meanings.isEmpty && !$0.isAdvertisement }), first.isProse,
      !first.isRepeated
    {
      return false
    }
    let short = next.count { (!$0.isTerminated && $0.words < 18) || $0.words < 6 }
    return Double(short) >= 0.7 * Double(next.count)
  }
}
