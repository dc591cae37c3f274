/// Short sentences of a story that begin like furniture: "Comments from residents were mostly hostile."
///
/// Furniture addresses its reader, speaks of the house or its article, leads somewhere or is no full sentence; such a
/// paragraph does none of that, or tells what somebody said.
enum PlainSentence {
  private static let fewestWords = 5.0
  private static let longest = 400

  /// Whether a line of an HTML page is one. Linear in the line.
  static func matches(_ block: PageBlock, _ line: PageLine, _ text: String) -> Bool {
    block.context.contains(.paragraph) && block.linkBytes == 0 && block.headingLevel == 0
      && block.near.isDisjoint(with: marked) && !line.isDoubled
      && matches(line, text, fewestWords: fewestWords, english: english)
  }

  /// Whether a line is one by its words. Linear in the line.
  static func matches(_ line: PageLine, _ text: String, fewestWords: Double) -> Bool {
    matches(line, text, fewestWords: fewestWords, english: moreEnglish)
  }

  private static func matches(
    _ line: PageLine, _ text: String, fewestWords: Double, english: Set<Substring>
  ) -> Bool {
    guard line.words >= fewestWords, text.utf8.count <= longest,
      !line.meanings.contains(.strongCallToAction), ends.contains(where: text.hasSuffix),
      !text.contains("©")
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

  /// Whether a line speaks to the reader, of what its house makes or of who reported, outside quotations. Linear.
  static func addressesReader(_ line: String) -> Bool {
    let words = HousePage.unquoted(line).lowercased().split { !$0.isLetter && $0 != "'" }
    if words.first == "get" { return true }
    if words.prefix(5).contains("reported"), words.count <= 6 { return true }
    return words.contains { word in
      BackgroundProse.addresses.contains(word) || BackgroundProse.subjects.contains(word)
        || credits.contains(word) || BackgroundProse.stems.contains(where: word.hasPrefix)
    }
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
  /// Where a line has no more than its words to go by.
  private static let moreEnglish = english.union([
    "had", "have", "has", "that", "their", "they", "would", "been", "he", "she", "of", "to",
  ])
  private static let credits: Set<Substring> = [
    "reporting", "editing", "edited", "compiled", "translated", "contributed", "contributing",
  ]
  private static let reports: Set<Substring> = [
    "said", "says", "told", "ruled", "asked", "warned", "advised", "wrote", "added", "argued",
    "testified", "sagte", "dijo", "dit", "disse",
  ]
}
