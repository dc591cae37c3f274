/// Pages whose columns are cells of tables: there it says nothing of a line that it stands in one.
enum TableLayout {
  /// Whether the prose of a selection stands in a table.
  static func isUsed(_ chosen: [Bool], _ page: PageBlocks, _ lines: Page) -> Bool {
    chosen.indices.first { chosen[$0] && lines.lines[$0].isProse }.map {
      page.blocks[$0].context.contains(.table)
    } ?? false
  }

  /// Lines of links ahead of the prose of such a page and behind it: its menus, and buttons to print it. Linear
  /// in the selection.
  static func menus(_ chosen: [Bool], _ page: PageBlocks, _ lines: Page) -> [Int] {
    guard isUsed(chosen, page, lines),
      let first = chosen.indices.first(where: { chosen[$0] && lines.lines[$0].isProse }),
      let last = chosen.indices.last(where: { chosen[$0] && lines.lines[$0].isProse })
    else { return [] }
    return chosen.indices.filter { index in
      let block = page.blocks[index]
      return chosen[index] && (index < first || index > last) && block.headingLevel == 0
        && lines.lines[index].words <= mostWords && !lines.lines[index].isTerminated
        && Int(block.linkBytes) * 2 >= block.range.count
    }
  }

  private static let mostWords = 14.0
}
