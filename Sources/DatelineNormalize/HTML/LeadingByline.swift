/// The line above a text that does nothing but name its authors ("By Ada Marsh").
enum LeadingByline {
  private static let mostBytes = 120

  /// The first line of a selection if it is a byline whose names the page gives as its authors'; the
  /// names are kept in their field. Constant time.
  static func line(_ chosen: [Bool], _ page: PageBlocks, _ metadata: PageMetadata) -> Int? {
    guard let first = chosen.firstIndex(of: true),
      page.blocks[first].range.count <= mostBytes, !metadata.authors.isEmpty
    else { return nil }
    let text = TextNormalizer.line(page.string(first))
    guard text.prefix(3).lowercased() == "by ", !text.hasSuffix(".") else { return nil }
    let names = AuthorLine.names(text)
    return !names.isEmpty && names.allSatisfy(metadata.authors.contains) ? first : nil
  }
}
