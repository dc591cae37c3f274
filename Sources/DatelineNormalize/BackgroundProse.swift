/// Prose that several stories of a site share because each of them tells what led to the news.
///
/// What a site says of itself inside its articles (newsletters, apps, rights, who pays for it) stands on
/// several pages too, but addresses its reader, speaks of "us" or names the house and what it makes. Only
/// scripts whose words are listed are judged; for all others the answer is no.
enum BackgroundProse {
  /// Fewest words of such a paragraph.
  static let words = 20.0
  /// Longest text that is looked at, in bytes.
  private static let longest = 4_000
  /// Most paragraphs in a row.
  static let mostInRow = 3
  /// Lines that may stand between such a paragraph and the story's own prose.
  static let reach = 5

  /// Whether `count` documents of a site are few enough of all for a line to be background.
  static func mayBe(on count: Int, of documents: Int) -> Bool { count * 2 <= documents }

  /// Whether a line is a full sentence or more and nothing in it speaks of the site or to its reader.
  /// - Parameter site: Names of the outlet; spaces and case do not matter.
  static func matches(_ line: PageLine, _ text: String, site: [String]) -> Bool {
    guard line.words >= words, line.isTerminated, !line.continuesSentence, !line.isDoubled,
      line.meanings.isEmpty, text.utf8.count <= longest, text.unicodeScalars.first != "©"
    else { return false }
    let plain = HousePage.unquoted(text)
    if marks.contains(where: { ByteSearch.contains($0, in: plain[...]) }) { return false }
    var letters = ""
    var isFirst = true
    for word in plain.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
      if let scalar = word.unicodeScalars.first, scalar.value >= 0x0530,
        scalar.value < 0x1E00 || scalar.value > 0x20FF
      {
        return false
      }
      let lower = word.lowercased()
      let stem = lower.prefix { $0.isLetter }
      if addresses.contains(stem) || subjects.contains(stem) { return false }
      if !isFirst, formal.contains(word) { return false }
      if stems.contains(where: stem.hasPrefix) { return false }
      letters += stem
      isFirst = false
    }
    return !site.contains { name in
      let key = name.lowercased().filter(\.isLetter)
      return key.utf8.count >= 5 && ByteSearch.contains(key, in: letters[...])
    }
  }

  /// Marks the lines of a page that are background: they stand between lines of the story's own prose.
  /// - Parameters:
  ///   - candidates: Lines that match.
  ///   - isOwn: Whether a line is the story's own prose.
  ///   - isApart: Whether a line that is neither ends the search.
  ///   - isAlike: Whether two lines are paragraphs of the same text.
  static func stand(
    _ candidates: [Int], count: Int, isOwn: (Int) -> Bool, isApart: (Int) -> Bool,
    isAlike: (Int, Int) -> Bool
  ) -> [Int] {
    let all = Set(candidates)
    func finds(_ start: Int, _ step: Int) -> Bool {
      var index = start + step
      var passed = 0
      var inRow = 1
      while index >= 0, index < count, passed < reach {
        if isOwn(index) { return isAlike(start, index) }
        if all.contains(index) {
          inRow += 1
          if inRow > mostInRow { return false }
        } else if isApart(index) {
          return false
        }
        passed += 1
        index += step
      }
      return false
    }
    return candidates.filter { finds($0, -1) && finds($0, 1) }
  }

  private static let marks = ["@", "www.", "://", ".com", ".org", ".net", "©"]

  /// Words that address readers or speak for the house.
  static let addresses = words(
    """
    we our ours us you your yours my wir unser unsere unserer unserem unseren uns nous notre nos vous votre vos \
    nosotros nuestro nuestra nuestros nuestras usted ustedes tus noi nostro nostra nostri nostre tuo tuoi tua tue \
    nosso nossa nossos nossas você vocês wij onze jouw jij nasz nasza nasze naszych twój twoja twoje vår våra vårt \
    våre vores мы наш наша наши нас нам вы вас вам ваш ваша ваши biz bizim siz sizin
    """)
  /// Inside a sentence these are the polite address.
  private static let formal: Set<Substring> = ["Sie", "Ihr", "Ihre", "Ihren", "Ihrer", "Ihnen"]
  /// What houses and their makers are called.
  static let subjects = words(
    """
    app apps email mail inbox reader readers reporters editors author authors column column columnist online \
    website websites site leser lecteurs lectores lettori leitores lezers czytelnicy
    """)
  /// Beginnings of words for what houses make and sell, and for rights.
  static let stems = [
    "newsletter", "newsroom", "subscri", "subskri", "abonn", "suscri", "assinat", "abbona",
    "cookie", "copyright",
    "reprodu", "rewritten", "redistribut", "republish", "trademark", "permission", "privacy",
    "advert", "affiliat",
    "sponsor", "podcast", "download", "donat", "webseite", "redaktion", "rédaction", "redacci",
    "redazion",
    "journalis", "periodis", "giornalis", "publish", "magazin", "award", "urheberrecht", "подпис",
    "редакц",
    "реклам", "сайт", "приложени",
  ]

  private static func words(_ list: String) -> Set<Substring> {
    Set(list.split(whereSeparator: \.isWhitespace).map { Substring(String($0)) })
  }
}
