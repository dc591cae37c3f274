/// A story of the CNN and Daily Mail collection (Hermann et al., 2015): the text, and behind it what its editors
/// put above it, each point below a line `@highlight`.
struct HighlightedStory {
  private static let mark = "@highlight"

  let text: String
  let highlights: [String]

  /// `nil` for texts without such lines. Linear.
  init?(_ page: String) {
    guard ByteSearch.contains(Self.mark, in: page[...]) else { return nil }
    var text: [Substring] = []
    var highlights: [String] = []
    var isHighlight = false
    for line in page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let content = TextNormalizer.line(String(line))
      if content == Self.mark {
        isHighlight = true
      } else if !isHighlight {
        text.append(line)
      } else if !content.isEmpty {
        highlights.append(content)
      }
    }
    guard !highlights.isEmpty else { return nil }
    self.text = text.joined(separator: "\n")
    self.highlights = highlights
  }

  /// The points as sentences.
  var summary: String {
    highlights.map { ".!?".contains($0.last ?? " ") ? $0 : $0 + "." }.joined(separator: " ")
  }
}
