import DatelineCore

/// Finds the article in a page flattened to text: headline, standfirst, author and date lines, and
/// the text without the furniture round it and in it.
///
/// Each line is scored by its words (a line that continues a sentence counts with it); the text is
/// the contiguous run of lines with the largest sum, up to a heading that begins a list of other
/// articles. Lines seen on several documents of the source, calls to action, picture credits and
/// doubled short lines lower the sum and are left out. Rules without a trained model: every dropped
/// line has a reason.
package struct PlainTextExtractor: Sendable {
  /// Creates an extractor.
  package init() {}

  /// Reads the page `text` of `source`. Linear in the text.
  package func extract(_ text: String, source: String, memory: LineMemory) -> ExtractedPage {
    var text = text
    let page = text.withUTF8(ContentHash.short)
    return extract(
      lines: TextNormalizer.lines(text), memory: memory.counts(of: source, page: page),
      source: source)
  }

  /// Reads a page cleaned by ``TextNormalizer/lines(_:)``.
  /// - Parameters:
  ///   - source: Name of the outlet.
  ///   - title: The headline where a header gave it: the page's first line.
  func extract(
    lines: [UInt8], memory: LineMemory.Counts, source: String? = nil, title: String? = nil
  ) -> ExtractedPage {
    var page = Page(text: Self.withoutHeaderMarks(lines))
    page.joinQuotations()
    page.recall(memory, source: source)
    var scores = LineScores(page)
    let run = ArticleRun.find(page, scores)
    let names = Bylines.names(page, before: run.upperBound)
    scores.flagNotes(page, run, names)
    let isGiven = title != nil && !page.lines.isEmpty && page.string(0) == title
    let headline = isGiven ? 0 : Headline.find(page, scores, run)
    let body = BodyLines.select(page, scores, run, headline)
    return result(page, scores, run, headline, body)
  }

  /// Some dumps begin with header lines marked by `--`: the marks of these first lines are removed.
  private static func withoutHeaderMarks(_ text: [UInt8]) -> [UInt8] {
    guard text.starts(with: "--".utf8) else { return text }
    var rest = text[...]
    var header: [UInt8] = []
    while rest.starts(with: "--".utf8) {
      let line = rest.prefix { $0 != 0x0A }
      header.append(contentsOf: line.dropFirst(2).drop { $0 == 0x20 })
      header.append(0x0A)
      rest = rest.dropFirst(line.count + 1)
    }
    return header + rest
  }

  private func result(
    _ page: Page, _ scores: LineScores, _ run: Range<Int>, _ headline: Int?, _ body: BodyLines
  ) -> ExtractedPage {
    var output = ExtractedPage(body: body.text(page, scores), dropped: [])
    output.title = headline.map(page.string)
    output.standfirst = body.standfirst.map(page.string)
    let byline = Bylines.line(page, run, headline)
    output.byline = byline?.text
    let dateLine = Bylines.dateLine(page, run, headline)
    output.published = dateLine.map(page.string)
    var used = Set(body.lines)
    if let headline { used.insert(headline) }
    if let standfirst = body.standfirst { used.insert(standfirst) }
    if let dateLine { used.insert(dateLine) }
    if let byline { used.formUnion(byline.lines) }
    let title = headline.map { page.lines[$0].hash }
    for index in page.lines.indices where !used.contains(index) {
      let line = page.lines[index]
      let isTitle = line.hash == title
      let reason = scores.reason(index, line, isTitle: isTitle, inRun: run.contains(index))
      output.dropped.append(.init(text: page.string(index), reason: reason))
    }
    return output
  }
}
