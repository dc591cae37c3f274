/// Short sentences of a story that begin like furniture: "Comments from residents were mostly hostile."
///
/// Furniture addresses its reader, speaks of the house or its article, leads somewhere or is no full sentence; such a
/// paragraph does none of that, or tells what somebody said.
enum PlainSentence {
  private static let fewestWords = 5.0
  private static let longest = 400

  /// Whether a line is one. Linear in the line.
  static func matches(_ block: PageBlock, _ line: PageLine, _ text: String) -> Bool {
    guard block.context.contains(.paragraph), block.linkBytes == 0, block.headingLevel == 0,
      line.words >= fewestWords, text.utf8.count <= longest, !line.isDoubled,
      !line.meanings.contains(.strongCallToAction), block.near.isDisjoint(with: marked),
      ends.contains(where: text.hasSuffix), !text.contains("©")
    else { return false }
    let words = HousePage.unquoted(text).lowercased().split {
      !$0.isLetter && $0 != "'" && $0 != "’"
    }
    let isReported = words.dropFirst().contains(where: reports.contains)
    // The words for what houses say are known in English.
    guard words.contains(where: english.contains) else { return false }
    for (index, word) in words.enumerated() {
      if credits.contains(word) { return false }
      if BackgroundProse.addresses.contains(word) { return false }
      if index > 0, words[index - 1] == "this", works.contains(word) { return false }
      if !isReported,
        BackgroundProse.subjects.contains(word)
          || BackgroundProse.stems.contains(where: word.hasPrefix)
      {
        return false
      }
    }
    return words.count >= Int(fewestWords)
  }

  private static let marked: ClassMeaning = [
    .newsletter, .note, .caption, .share, .advertisement, .related, .consent, .comment, .byline,
    .date, .tags, .footer, .standfirst,
  ]
  private static let ends = [".", ".\u{201D}", ".\"", ".»"]
  private static let works: Set<Substring> = [
    "article", "story", "report", "post", "page", "piece", "content", "material", "site",
  ]
  private static let english: Set<Substring> = [
    "the", "were", "and", "with", "which", "his", "said", "says", "told", "from", "by",
  ]
  private static let credits: Set<Substring> = [
    "reporting", "editing", "edited", "compiled", "translated", "contributed", "contributing",
  ]
  private static let reports: Set<Substring> = [
    "said", "says", "told", "ruled", "asked", "warned", "advised", "wrote", "added", "argued",
    "testified", "sagte", "dijo", "dit", "disse",
  ]
}
