/// Short lines of a selection that are furniture wherever they stand: buttons, invitations, marks of
/// advertisements, and repeated sentences.
enum FurnitureLines {
  private static let longest = 96
  private static let mostWords = 8.0
  /// Words of a sentence that is known again.
  private static let quote = 5
  /// Words of one whose element does not say that it is a quotation.
  private static let sentence = 8

  /// The lines that go. Linear in the selection.
  /// - Parameter headline: Nodes of the page's headline.
  static func lines(
    _ chosen: [Bool], _ page: PageBlocks, _ lines: Page, headline: Range<Int>
  ) -> [Int] {
    let selected = chosen.indices.filter { chosen[$0] }
    let text = selected.first { lines.lines[$0].isProse } ?? chosen.count
    return selected.filter {
      isFurniture($0, page, lines) || ($0 < text && isAbove(headline, page.blocks[$0]))
    } + repeated(selected, page, lines)
  }

  /// Whether a line is a heading above the headline, or the second-level heading that is the headline.
  private static func isAbove(_ headline: Range<Int>, _ block: PageBlock) -> Bool {
    guard !headline.isEmpty, block.headingLevel > 0, block.range.count <= longest else {
      return false
    }
    return Int(block.firstText) < headline.lowerBound
      || (block.headingLevel == 2 && headline.contains(Int(block.firstText)))
  }

  private static func isFurniture(_ index: Int, _ page: PageBlocks, _ lines: Page) -> Bool {
    let block = page.blocks[index]
    let line = lines.lines[index]
    if isRightsNotice(page.text[block.range]) { return true }
    guard line.words <= mostWords, block.range.count <= longest else { return false }
    let text = page.string(index).lowercased()
    if TailPhrases.advertisements.contains(text) || AccessLabels.contains(text) { return true }
    guard block.headingLevel == 0 else { return false }
    let plain = String(text.drop { "（(【［[「▼▶■◆●※*©→ ".contains($0) })
    if TailPhrases.begins(plain, with: TailPhrases.lines) { return true }
    if line.isTerminated { return false }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // "155 x 96"
    if words.contains("x"), words.contains(where: SignatureSegments.hasDigit) { return false }
    return words.count > 1 || SignatureNames.isJoined(text)
      ? SignatureSegments.isControl(words) : shares.contains(text)
  }

  /// Whether a line forbids that the text is copied: "무단 전재 및 재배포 금지" and the like, with the year,
  /// the holder and further uses round it.
  private static func isRightsNotice(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longestNotice, line.contains(0xEB) else { return false }
    let text = String(decoding: line, as: UTF8.self)
    return text.contains("무단") && text.contains("금지") && !text.hasSuffix("다.")
      && ["전재", "복제", "배포"].contains { text.contains($0) }
  }

  private static let longestNotice = 240

  private static let shares: Set<String> = [
    "share", "teilen", "partager", "compartir", "compartilhar", "condividi", "delen", "udostępnij",
    "dela", "paylaş",
    "bagikan", "поделиться", "поділитися", "сподели", "شارك", "مشاركة", "print", "drucken",
    "imprimer", "imprimir", "stampa",
  ]

  /// Short lines that say again what a longer one says: quotations pulled out of the text.
  private static func repeated(_ selected: [Int], _ page: PageBlocks, _ lines: Page) -> [Int] {
    var candidates: [UInt64: [Int]] = [:]
    for index in selected where page.blocks[index].headingLevel == 0 {
      let words = lines.wordHashes(index)
      let block = page.blocks[index]
      let isApart = block.near.contains(.pullQuote) && !block.context.contains(.paragraph)
      guard isApart || (lines.lines[index].isTerminated && words.count >= sentence) else {
        continue
      }
      guard (quote...40).contains(words.count), let key = key(words) else { continue }
      candidates[key, default: []].append(index)
    }
    if candidates.isEmpty { return [] }
    var found: Set<Int> = []
    for index in selected {
      let words = lines.wordHashes(index)
      guard words.count > quote else { continue }
      for start in words.startIndex...(words.endIndex - quote) {
        guard let key = key(words[start...]), let matches = candidates[key],
          matches.count <= mostAlike
        else { continue }
        for match in matches where match != index && !found.contains(match) {
          let other = lines.wordHashes(match)
          if other.count < words.count, words[start...].starts(with: other) { found.insert(match) }
        }
      }
    }
    return found.sorted()
  }

  /// Most lines with the same beginning that are looked at: what stands more often is no quotation pulled out of
  /// the text, and would take time that grows with the square of them.
  private static let mostAlike = 8

  private static func key(_ words: ArraySlice<UInt64>) -> UInt64? {
    guard words.count >= quote else { return nil }
    return words.prefix(quote).reduce(WordHash.seed) { ($0 ^ $1) &* WordHash.prime }
  }
}
