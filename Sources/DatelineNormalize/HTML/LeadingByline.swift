/// The line above a text that does nothing but name its authors ("By Ada Marsh").
enum LeadingByline {
  private static let mostBytes = 120
  /// Lines of a selection among which it is: the headline and a standfirst may stand before it.
  private static let places = 3

  /// A line at the beginning of a selection that is a byline whose names the page gives as its
  /// authors'; the names are kept in their field. Constant time.
  static func line(_ chosen: [Bool], _ page: PageBlocks, _ metadata: PageMetadata) -> Int? {
    if metadata.authors.isEmpty { return nil }
    return chosen.indices.lazy.filter { chosen[$0] }.prefix(places).first {
      isByline($0, page, metadata)
    }
  }

  private static func isByline(
    _ index: Int, _ page: PageBlocks, _ metadata: PageMetadata
  ) -> Bool {
    guard page.blocks[index].range.count <= mostBytes else { return false }
    let text = TextNormalizer.line(page.string(index))
    guard text.prefix(3).lowercased() == "by ", !text.hasSuffix(".") else { return false }
    let names = AuthorLine.names(text)
    return !names.isEmpty && names.allSatisfy(metadata.authors.contains)
  }
}
