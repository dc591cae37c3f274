import DatelineMarkup

/// Lines of a page that stand on other pages of its site too.
enum SiteRepeats {
  /// Share of a line's bytes that must be known from other pages.
  private static let share = 0.8
  /// Share of the page's text from which on the page itself came more than once, so that its lines
  /// are no furniture.
  private static let copyShare = 0.85

  /// One flag a line. Linear in the text.
  static func lines(
    _ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, _ memory: LineMemory.Counts
  ) -> [Bool] {
    var flags = [Bool](repeating: false, count: page.blocks.count)
    guard memory.documents > 1 else { return flags }
    var documents = [Int](repeating: 0, count: flags.count)
    var buffer: [UInt8] = []
    var all = 0.0
    var known = 0.0
    for (index, block) in page.blocks.enumerated() {
      var bytes = 0
      var repeated = 0
      var fewest = Int.max
      for node in Int(block.firstText)...Int(block.lastText) where tree.nodes[node].tag == .text {
        let range = tree.range(node)
        let hash = tree.bytes.withUnsafeBufferPointer {
          TextRun.hash(UnsafeBufferPointer(rebasing: $0[range]), &buffer)
        }
        bytes += buffer.count
        guard let hash else { continue }
        let count = memory(hash).documents
        if memory.isRepeated(count) {
          repeated += buffer.count
          fewest = min(fewest, count)
        }
      }
      flags[index] = repeated > 0 && Double(repeated) >= share * Double(bytes)
      documents[index] = flags[index] ? fewest : 0
      let line = lines.lines[index]
      if line.words >= 12, line.isTerminated {
        all += line.words
        if flags[index] { known += line.words }
      }
    }
    if known > copyShare * all {
      for index in flags.indices
      where lines.lines[index].words >= 4 && documents[index] * 2 <= max(memory.documents, 8) {
        flags[index] = false
      }
    }
    return flags
  }
}
