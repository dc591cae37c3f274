/// What WordPress adds to the items of its feeds: `The post TITLE appeared first on SITE.`
enum FeedSignature {
  private static let start = "The post "
  private static let middle = " appeared first on "
  /// Paragraphs from the end among which it stands: links to share may come behind it.
  private static let lastParagraphs = 3

  /// A text without the paragraph. Linear where it is there, else of the last paragraphs.
  static func removed(fromBody body: String) -> String {
    guard ByteSearch.contains(middle, in: Substring(body.utf8.suffix(longest))) else { return body }
    var paragraphs = body.split(separator: "\n\n", omittingEmptySubsequences: false)
    for index in paragraphs.indices.suffix(lastParagraphs).reversed()
    where paragraphs[index].hasPrefix(start) && paragraphs[index].contains(middle) {
      paragraphs.remove(at: index)
      return paragraphs.joined(separator: "\n\n")
    }
    return body
  }

  /// A text on one line without the sentence at its end.
  static func removed(fromLine line: String) -> String {
    // Searching by characters takes long.
    guard ByteSearch.contains(middle, in: line[...]), let end = line.ranges(of: middle).last,
      let begin = line[..<end.lowerBound].ranges(of: start).last,
      line[end.upperBound...].utf8.count <= longestSite, line.hasSuffix("."),
      !line[end.upperBound...].contains(". ")
    else { return line }
    let rest = line[..<begin.lowerBound]
    return rest.isEmpty || rest.hasSuffix(" ") ? String(rest.dropLast(rest.isEmpty ? 0 : 1)) : line
  }

  /// Bytes of the end of a text in which it is looked for.
  private static let longest = 600
  /// Bytes of the longest name of a site.
  private static let longestSite = 80
}
