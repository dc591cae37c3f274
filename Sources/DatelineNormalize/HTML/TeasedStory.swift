/// Lines of a story that other pages of its site show together with its headline: as its teaser, or in full where
/// pages go on with the next story when the reader scrolls.
///
/// Such a line is seen on no more pages than the headline is; what the site puts into all its stories is seen
/// on more.
enum TeasedStory {
  /// Words of a headline that no other page has by chance.
  private static let fewestWords = 4.0
  /// Lines of prose that teasers show.
  private static let lede = 2

  /// The lines, of those that are known from other pages. Linear in the page.
  /// - Parameters:
  ///   - headline: Nodes of the page's headline.
  ///   - documents: On how many pages each line was seen; 0 for those that are not repeated.
  ///   - isText: Whether a line looks like text of the article.
  static func lines(
    _ page: PageBlocks, _ lines: Page, headline: Range<Int>, documents: [Int],
    _ memory: LineMemory.Counts, isText: (Int) -> Bool
  ) -> [Int] {
    guard !headline.isEmpty else { return [] }
    let titles = page.blocks.indices.filter { headline.contains(Int(page.blocks[$0].firstText)) }
    guard let last = titles.last, titles.contains(where: { lines.lines[$0].words >= fewestWords })
    else { return [] }
    let shown = titles.map { documents[$0] }.min() ?? 0
    guard shown > 0 else { return [] }
    // A story that most pages tease is seen as often as what stands in all stories.
    let isTold =
      shown * 2 <= memory.documents
      || (memory.documents < LineMemory.settledPages && shown < memory.documents)
    let level = page.blocks[last].headingLevel
    var found: [Int] = []
    var passed = 0
    for index in (last + 1)..<max(page.blocks.count, last + 1) {
      if level > 0, page.blocks[index].headingLevel > 0, page.blocks[index].headingLevel <= level {
        break
      }
      // The headline of another story, its teaser behind it.
      if documents[index] > 0, lines.lines[index].words >= fewestWords,
        Int(page.blocks[index].linkBytes) * 10 >= page.blocks[index].range.count * 7
      {
        break
      }
      guard isText(index) else { continue }
      passed += 1
      if !isTold, passed > lede { break }
      if documents[index] > 0, documents[index] <= shown { found.append(index) }
    }
    return found
  }
}
