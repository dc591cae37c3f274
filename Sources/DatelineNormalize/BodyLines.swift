/// The lines of the article's text, chosen from the run.
struct BodyLines {
  /// Line of the summary between headline and text.
  private(set) var standfirst: Int?
  /// Lines of the text in their order.
  private(set) var lines: [Int] = []

  static func select(
    _ page: Page, _ scores: LineScores, _ run: Range<Int>, _ headline: Int?
  ) -> BodyLines {
    var body = BodyLines()
    var start = run.lowerBound
    if let headline {
      if headline < start {
        body.addLead(page, scores, headline + 1..<start)
      } else {
        start = headline + 1
      }
    }
    body.addRun(page, scores, start..<max(run.upperBound, start), headline)
    body.chooseStandfirst(page, scores, headline)
    return body
  }

  /// Sentences between the headline and the run: a lead cut off by credits and buttons.
  private mutating func addLead(_ page: Page, _ scores: LineScores, _ range: Range<Int>) {
    for index in range where !scores.flagged[index] {
      let line = page.lines[index]
      let isLong = line.words >= 8 && (line.isTerminated || line.words >= 20)
      guard !line.startsWithBullet, isLong || Self.isShortSentence(page, index) else { continue }
      lines.append(index)
    }
  }

  /// Whether a line is a sentence of few words with nothing against it: "Nobody was hurt."
  static func isShortSentence(_ page: Page, _ index: Int) -> Bool {
    let line = page.lines[index]
    return line.isTerminated && !line.continuesSentence && !line.startsWithBullet
      && !line.isByline && (!line.isDateLine || Bylines.isSentence(page, index))
      && !line.isDoubled && line.documents < 2
      && (line.meanings.isEmpty || LineScores.isPlain(page, index))
  }

  private mutating func addRun(
    _ page: Page, _ scores: LineScores, _ range: Range<Int>, _ headline: Int?
  ) {
    var seen: Set<UInt64> = []
    if let headline { seen.insert(page.lines[headline].hash) }
    var isInList = false
    for index in range {
      let line = page.lines[index]
      let isText = scores.isText[index]
      if isText { isInList = false }
      if ArticleRun.isTailHeading(line), scores.unit(at: index).count == 1 {
        isInList = true
        continue
      }
      if scores.flagged[index] || (isInList && !isText && !endsList(page, scores, index)) {
        continue
      }
      if line.startsWithBullet && !isText { continue }
      if seen.contains(line.hash), line.words > 5, !LineScores.isBetweenProse(page, index) {
        continue
      }
      guard isText || isPartOfText(page, scores, index) else { continue }
      lines.append(index)
      seen.insert(line.hash)
    }
  }

  /// Whether a line below a heading of other articles belongs to the text again: a short sentence right above it.
  private func endsList(_ page: Page, _ scores: LineScores, _ index: Int) -> Bool {
    let next = index + 1
    return next < page.lines.count && scores.isText[next] && Self.isShortSentence(page, index)
      && !ArticleRun.asks(page.bytes(index))
  }

  private func isBesideText(_ scores: LineScores, _ index: Int) -> Bool {
    (index > 0 && scores.isText[index - 1])
      || (index + 1 < scores.isText.count && scores.isText[index + 1])
  }

  /// Subheadings and short sentences: what stands between two paragraphs, or ends like a sentence.
  private func isPartOfText(_ page: Page, _ scores: LineScores, _ index: Int) -> Bool {
    let unit = scores.unit(at: index)
    if page.lines[unit.upperBound - 1].isTerminated, scores.unitWords(at: index) >= 3 {
      return true
    }
    if isBesideText(scores, index), Self.isShortSentence(page, index) { return true }
    let next = unit.upperBound
    guard next < page.lines.count, scores.isText[next] else { return false }
    let first = unit.lowerBound
    return (first > 0 && scores.isText[first - 1]) || page.lines[first].isTerminated
  }

  /// The first line below the headline, when it reads as a summary: one line of its own without a
  /// full stop, or cut off from the text by author, date or credits.
  private mutating func chooseStandfirst(_ page: Page, _ scores: LineScores, _ headline: Int?) {
    guard let headline else { return }
    let candidates = (headline + 1)..<min(headline + 4, page.lines.count)
    for index in candidates {
      let line = page.lines[index]
      if line.hash == page.lines[headline].hash || line.isAdvertisement || line.words == 0
        || line.isCredit
      {
        continue
      }
      guard line.words >= 7, line.words <= 50, !line.isByline, !line.isDateLine,
        scores.unit(at: index).count == 1,
        line.meanings.isDisjoint(with: [.photo, .strongCallToAction, .callToAction]),
        !line.startsWithBullet, !line.continuesSentence, !line.isOpenEnded, !line.isRepeated
      else { return }
      let next = index + 1
      guard next < page.lines.count else { return }
      let isCutOff = page.lines[next].isCredit
      guard !line.isTerminated || isCutOff else { return }
      standfirst = index
      lines.removeAll { $0 == index }
      return
    }
  }

  /// The lines as paragraphs; pieces of one sentence are joined.
  func text(_ page: Page, _ scores: LineScores) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(lines.reduce(0) { $0 + page.lines[$1].range.count + 2 })
    var previous: Int?
    for index in lines {
      if let previous {
        if scores.unitOf[previous] != scores.unitOf[index] {
          output.append(contentsOf: [0x0A, 0x0A])
        } else if !page.lines[index].startsWithMark || page.lines[index].startsWithQuote
          || isDash(page, index)
        {
          output.append(0x20)
        }
      }
      output.append(contentsOf: page.bytes(index))
      previous = index
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func isDash(_ page: Page, _ index: Int) -> Bool {
    page.text[page.lines[index].range].withUnsafeBufferPointer { FirstCharacter($0).isDash }
  }
}
