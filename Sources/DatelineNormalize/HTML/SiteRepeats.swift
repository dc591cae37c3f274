import DatelineMarkup

/// Lines of a page that stand on other pages of its site too.
enum SiteRepeats {
  /// Share of a line's bytes that must be known from other pages.
  private static let share = 0.8
  /// Share of the text from which on the page is a version of others, so that its lines are no
  /// furniture.
  private static let versionShare = 0.4
  /// Words of prose that are an article where no more than a tenth of the page's would be left without
  /// them.
  private static let leastStory = 40.0
  /// Log-odds above which prose stays that few other pages have, or only one other page is known to
  /// have (probability .77): what an author tells again is text.
  private static let limit: Float = 1.2

  /// One flag a line. Linear in the text.
  /// - Parameters:
  ///   - odds: log-odds of each line to be text of the article.
  ///   - description: what the page says of itself: a line that begins so is its lead, which other pages
  ///     show as its teaser.
  ///   - site: names of the outlet.
  ///   - headline: nodes of the page's headline.
  static func lines(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, _ memory: LineMemory.Counts,
    odds: [Float], description: String?, site: [String] = [], headline: Range<Int> = 0..<0
  ) -> [Bool] {
    var flags = [Bool](repeating: false, count: page.blocks.count)
    guard memory.documents > 1 else { return flags }
    var documents = [Int](repeating: 0, count: flags.count)
    var buffer: [UInt8] = []
    let isProse = page.blocks.indices.map { index in
      let block = page.blocks[index]
      return lines.lines[index].isProse && Int(block.linkBytes) * 2 <= block.range.count
    }
    var all = 0.0
    var known = 0.0
    // Words that look like the article's: on few pages of the site, and on many.
    var left = 0.0
    var lost = 0.0
    for (index, block) in page.blocks.enumerated() {
      let found = documentsWith(block, tree, memory, &buffer)
      flags[index] = found.repeated > 0
      documents[index] = found.repeated
      let line = lines.lines[index]
      guard isProse[index], odds[index] > 0 else { continue }
      if memory.mayBeVersions(found.shared) {
        all += line.words
        if found.shared > 0 { known += line.words }
      }
      if flags[index] { lost += line.words } else { left += line.words }
    }
    let isVersion = known > versionShare * all
    // Of few pages all may be versions of one.
    let areVersions =
      memory.documents < LineMemory.settledPages && lost >= leastStory && left * 9 <= lost
    let told = TeasedStory.lines(
      page, lines, headline: headline, documents: documents, memory,
      isText: { odds[$0] > (isProse[$0] ? 0 : limit) })
    for index in told { flags[index] = false }
    let top = page.blocks.firstIndex { Int($0.firstText) >= headline.upperBound } ?? 0
    for index in flags.indices where flags[index] {
      let line = lines.lines[index]
      let isBelowHeadline = !headline.isEmpty && index >= top && index < top + summaryReach
      if odds[index] > 0 || isBelowHeadline, line.words >= leadWords,
        isLead(page.string(index), of: description)
      {
        flags[index] = false
      } else if isVersion, line.words >= 4, memory.mayBeVersions(documents[index]) {
        flags[index] = false
      } else if areVersions, odds[index] > 0 {
        flags[index] = false
      } else if odds[index] > limit,
        memory.documents == 2 || (isProse[index] && memory.isRare(documents[index]))
      {
        flags[index] = false
      }
    }
    let background = flags.indices.filter { index in
      flags[index] && isProse[index] && odds[index] > 0 && page.blocks[index].linkBytes == 0
        && BackgroundProse.mayBe(on: documents[index], of: memory.documents)
        && BackgroundProse.matches(lines.lines[index], page.string(index), site: site)
    }
    let standing = BackgroundProse.stand(
      background, count: flags.count,
      isOwn: { !flags[$0] && isProse[$0] && odds[$0] > 0 },
      isApart: { page.blocks[$0].headingLevel > 0 },
      isAlike: { isAlike(page.blocks[$0], page.blocks[$1], tree) })
    for index in standing { flags[index] = false }
    let sentences = flags.indices.filter { index in
      let block = page.blocks[index]
      return flags[index] && odds[index] > 0 && block.linkBytes == 0 && block.headingLevel == 0
        && block.context.contains(.paragraph) && block.near.isSubset(of: [.articleBody, .content])
        && memory.isRare(documents[index])
        && SharedSentence.matches(lines.lines[index], page.string(index))
    }
    for index in sentences where isAmidText(index, tree, page, flags: flags, isProse: isProse) {
      flags[index] = false
    }
    return flags
  }

  /// Whether the lines before and behind a line are paragraphs of the page's own text, alike in look; one line of
  /// the site's may stand between.
  private static func isAmidText(
    _ index: Int, _ tree: HTMLTree, _ page: PageBlocks, flags: [Bool], isProse: [Bool]
  ) -> Bool {
    [-1, 1].allSatisfy { step in
      let next = index + step
      let other = flags.indices.contains(next) && flags[next] ? next + step : next
      return flags.indices.contains(other) && !flags[other] && isProse[other]
        && isAlike(page.blocks[index], page.blocks[other], tree)
    }
  }

  /// Whether two lines are in elements of the same look side by side.
  private static func isAlike(_ one: PageBlock, _ other: PageBlock, _ tree: HTMLTree) -> Bool {
    let (one, other) = (Int(one.node), Int(other.node))
    return one == other
      || (tree.nodes[one].parent == tree.nodes[other].parent
        && tree.nodes[one].tag == tree.nodes[other].tag
        && tree.value(.class, of: one) == tree.value(.class, of: other))
  }

  /// Lines behind the headline among which a line that equals the description is the summary, whatever it looks
  /// like.
  private static let summaryReach = 4
  /// Words of the shortest line that is a lead.
  private static let leadWords = 8.0

  /// Whether a line begins like a description, which may be cut off, or says it in full and more.
  private static func isLead(_ line: String, of description: String?) -> Bool {
    guard let description else { return false }
    let said = TextNormalizer.line(description).utf8
    // What marks the cut is no part of it.
    let common = zip(said, line.utf8).prefix { $0 == $1 }.count
    return common >= leastLead && common * 20 >= min(said.count, line.utf8.count) * 19
  }

  /// Bytes that a line and a description must have in common from their beginning.
  private static let leastLead = 40

  /// On how many documents the pieces of a line were seen that make up most of it: the fewest of
  /// those that speak for a version, and of those that are furniture; 0 when they are too few.
  private static func documentsWith(
    _ block: PageBlock, _ tree: HTMLTree, _ memory: LineMemory.Counts, _ buffer: inout [UInt8]
  ) -> (shared: Int, repeated: Int) {
    var bytes = 0
    var shared = (bytes: 0, fewest: Int.max)
    var repeated = shared
    for node in Int(block.firstText)...Int(block.lastText) where tree.nodes[node].tag == .text {
      let range = tree.range(node)
      let hash = tree.bytes.withUnsafeBufferPointer {
        TextRun.hash(UnsafeBufferPointer(rebasing: $0[range]), &buffer)
      }
      bytes += buffer.count
      guard let hash else { continue }
      let count = memory(hash).documents
      if memory.isShared(count) {
        shared = (shared.bytes + buffer.count, min(shared.fewest, count))
      }
      if memory.isRepeated(count) {
        repeated = (repeated.bytes + buffer.count, min(repeated.fewest, count))
      }
    }
    func fewest(_ found: (bytes: Int, fewest: Int)) -> Int {
      found.bytes > 0 && Double(found.bytes) >= share * Double(bytes) ? found.fewest : 0
    }
    return (fewest(shared), fewest(repeated))
  }
}
