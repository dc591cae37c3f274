import DatelineMarkup

/// Lines between the paragraphs of a text that are nothing but a short label and a link to another
/// article ("Read also: …", "[관련기사] …").
///
/// The shape tells them in any language: a label of few words that ends in a colon or stands in brackets,
/// and one link, as long as a headline, that is the rest of the line. Labels that are known need neither.
enum LabelledLinks {
  /// Bytes of a line and of a label.
  private static let longestLine = 500
  private static let longestLabel = 120
  /// Words of a label, those of one that is known, and of a headline.
  private static let mostLabelWords = 4.0
  private static let mostKnownWords = 6.0
  private static let headline = 4.0...30.0

  private enum Label { case known, shaped }

  /// The lines that go. Linear in the selection.
  static func lines(_ chosen: [Bool], _ tree: HTMLTree, _ page: PageBlocks) -> [Int] {
    let selected = chosen.indices.filter { chosen[$0] }
    var found: [Int] = []
    // Lines in a row that look so are a list, which is what the article has to say.
    var row: [Int] = []
    func close() {
      if row.count == 1 || isAlike(row, tree, page) { found += row }
      row = []
    }
    for index in selected where found.last != index {
      let block = page.blocks[index]
      if block.endsInBreak, isLabelAbove(index, tree, page) {
        // The link may be left out already.
        close()
        found.append(index)
        if chosen[index + 1] { found.append(index + 1) }
        continue
      }
      switch label(block, tree) {
      case .known?:
        close()
        found.append(index)
      case .shaped?: row.append(index)
      case nil: close()
      }
    }
    close()
    return found
  }

  private static func label(_ block: PageBlock, _ tree: HTMLTree) -> Label? {
    guard block.linkBytes > 0, isCandidate(block),
      Int(block.linkBytes) + longestLabel >= block.range.count,
      let (before, text, node) = parts(block, tree), leadsAway(node, tree)
    else { return nil }
    if before.isEmpty {
      // The label may be part of the link.
      guard let end = text.firstIndex(where: { ":：]】|".contains($0) }) else { return nil }
      let label = String(text[...end])
      return isKnown(label) && text[text.index(after: end)...].contains(where: \.isLetter)
        ? .known : nil
    }
    if isKnown(before) { return .known }
    guard block.headingLevel == 0, !block.context.contains(.list), isShaped(before),
      headline.contains(words(text)), !isSentence(text)
    else { return nil }
    return .shaped
  }

  private static func isCandidate(_ block: PageBlock) -> Bool {
    block.headingLevel != 1 && block.range.count <= longestLine
      && block.context.isDisjoint(with: [.table, .definition])
  }

  /// Whether a label stands above the link that it is of, in one paragraph with it.
  private static func isLabelAbove(_ index: Int, _ tree: HTMLTree, _ page: PageBlocks) -> Bool {
    guard index + 1 < page.blocks.count else { return false }
    let (above, below) = (page.blocks[index], page.blocks[index + 1])
    guard above.linkBytes == 0, above.headingLevel == 0, !above.context.contains(.list),
      above.range.count <= longestLabel, above.node == below.node,
      !below.endsInBreak, below.linkBytes > 0, isCandidate(above), isCandidate(below),
      let (before, text, node) = parts(below, tree), before.isEmpty, leadsAway(node, tree)
    else { return false }
    let label = page.string(index)
    return isKnown(label)
      || (isShaped(label) && headline.contains(words(text)) && !isSentence(text))
  }

  /// What stands before the only link of a line, the link's text and its element; `nil` when there are
  /// several, or words behind it.
  private static func parts(
    _ block: PageBlock, _ tree: HTMLTree
  ) -> (before: String, text: String, node: Int)? {
    var before = ""
    var text = ""
    var link = -1
    for node in Int(block.firstText)...Int(block.lastText) where tree.nodes[node].tag == .text {
      let piece = tree.text(node)
      let around = self.link(node, tree, above: Int(block.node))
      if around < 0 {
        if link < 0 {
          before += piece
        } else if piece.contains(where: { $0.isLetter || $0.isNumber }) {
          return nil
        }
      } else {
        if link >= 0, around != link, tree.value(.href, of: around) != tree.value(.href, of: link) {
          return nil
        }
        link = around
        text += piece
      }
    }
    guard link >= 0 else { return nil }
    return (TextNormalizer.line(before), TextNormalizer.line(text), link)
  }

  /// The link a text is in; -1 for none.
  private static func link(_ node: Int, _ tree: HTMLTree, above block: Int) -> Int {
    var node = Int(tree.nodes[node].parent)
    while node > block {
      if tree.nodes[node].tag == .a { return node }
      node = Int(tree.nodes[node].parent)
    }
    return -1
  }

  private static func leadsAway(_ node: Int, _ tree: HTMLTree) -> Bool {
    guard let address = tree.value(.href, of: node)?.lowercased(), !address.isEmpty else {
      return false
    }
    return !["#", "javascript:", "mailto:", "tel:"].contains { address.hasPrefix($0) }
  }

  private static func isKnown(_ label: String) -> Bool {
    guard label.utf8.count <= longestLabel, words(label) <= mostKnownWords * 2 else { return false }
    return TailPhrases.begins(TailBlocks.heading(label), with: TailPhrases.related)
      && label.split(whereSeparator: \.isWhitespace).count <= Int(mostKnownWords)
  }

  /// Whether a label is short and ends in a colon or stands in brackets. Numbers are of lists.
  private static func isShaped(_ label: String) -> Bool {
    guard label.utf8.count <= longestLabel, let first = label.first(where: \.isLetter),
      first != label.first || !first.isLowercase, !label.contains(where: \.isNumber),
      let last = label.last, let start = label.first
    else { return false }
    let isBracketed = "[【［(（〔<＜「".contains(start) && "]】］)）〕>＞」:：".contains(last)
    guard isBracketed || ":：".contains(last) else { return false }
    let pieces = label.split(whereSeparator: \.isWhitespace).count {
      $0.contains(where: \.isLetter)
    }
    return Double(pieces) <= mostLabelWords && words(label) <= mostLabelWords * 2.5
      && !label.contains(where: { ".,;!?".contains($0) })
  }

  private static func isSentence(_ text: String) -> Bool {
    text.hasSuffix(".") || text.hasSuffix("。")
  }

  /// Whether lines in a row have one label, as two hints at other articles have.
  private static func isAlike(_ row: [Int], _ tree: HTMLTree, _ page: PageBlocks) -> Bool {
    guard row.count == 2 else { return false }
    let labels = row.map { parts(page.blocks[$0], tree)?.before }
    return labels[0] == labels[1]
  }

  private static func words(_ text: String) -> Double {
    var text = text
    return text.withUTF8 { UnspacedScript.words($0) }
  }
}
