/// Pages in the way of an article: it is not there, or nobody is to see it before proving to be a person,
/// agreeing or being in another country.
enum ObstaclePage {
  /// Words of such a page at most.
  private static let mostWords = 150
  private static let mostWordsOfNotice = 100
  private static let mostWordsOfBriefNotice = 60

  /// What the page is; `nil` for any other.
  /// - Parameters:
  ///   - titles: The page's titles as ``TitleKey``s.
  ///   - isSigned: Whether the page names an author and a date.
  static func reason(
    titles: [String], metadata: PageMetadata, text: String, words: Int, isSigned: Bool
  ) -> String? {
    if metadata.titleVariants.contains(where: { $0.hasPrefix("Index of /") }) {
      return "directory listing"
    }
    if titles.contains(where: ObstaclePhrases.serverPages.contains) {
      return "page of a web server"
    }
    guard words < mostWords else { return nil }
    for title in titles {
      if let reason = reason(title: title) { return reason }
    }
    if isSigned { return nil }
    for title in metadata.titleVariants where title.utf8.count <= 160 {
      for part in title.split(whereSeparator: { "|·–—-:".contains($0) }) {
        let key = TitleKey(String(part)).text
        if let reason = reason(title: key) { return reason }
      }
    }
    guard words < mostWordsOfNotice else { return nil }
    let notice = ((metadata.title?.value ?? "") + "\n" + text).lowercased()
      .replacing("’", with: "'")
    let notices =
      ObstaclePhrases.notices
      + (words < mostWordsOfBriefNotice ? ObstaclePhrases.briefNotices : [])
    for (reason, phrases) in notices
    where phrases.contains(where: { ByteSearch.contains($0, in: notice[...]) }) {
      return reason
    }
    return nil
  }

  private static func reason(title: String) -> String? {
    guard !title.isEmpty, title.utf8.count <= 120 else { return nil }
    for (reason, texts) in ObstaclePhrases.titles {
      for text in texts where isPhrase(text, in: title) { return reason }
    }
    return nil
  }

  /// Whether a title is a phrase; phrases of three words and more may have something behind them.
  private static func isPhrase(_ phrase: String, in title: String) -> Bool {
    if title == phrase { return true }
    let words = phrase.utf8.count { $0 == 0x20 } + 1
    // Headlines ask this too.
    if phrase == "are you a robot" { return false }
    return words >= 3 && title.hasPrefix(phrase + " ")
      && title.utf8.count - phrase.utf8.count <= 30
  }

  /// Bytes of the longest text that may be a consent page.
  private static let longestConsent = 50_000

  /// Whether a short text asks for consent: it speaks of what is asked for and of saying yes, and to its
  /// reader. Articles on such questions speak of others.
  static func isConsent(_ text: String) -> Bool {
    guard text.utf8.count <= longestConsent else { return false }
    let plain = HousePage.unquoted(text)
    let lower = plain.lowercased()
    func count(_ words: [String]) -> Int { words.count { lower.contains($0) } }
    let subjects = count(ObstaclePhrases.consentSubjects)
    let answers = count(ObstaclePhrases.consentAnswers)
    guard subjects >= 2, answers >= 1, subjects + answers >= 4 else { return false }
    return plain.split(whereSeparator: { !$0.isLetter }).contains { word in
      ObstaclePhrases.formalAddresses.contains(word)
        || ObstaclePhrases.addresses.contains(Substring(word.lowercased()))
    }
  }
}
