/// Short sentences that several stories of a site have although each of them means its own: "Police are
/// investigating.", "The company did not immediately respond to a request for comment."
///
/// A line that leads somewhere, addresses its reader or speaks of the house or the article is none, nor is one
/// without a verb of the languages whose words are listed: all that is as short and stands on several pages
/// is the site's.
enum SharedSentence {
  /// Longest such line, in words; longer ones are ``BackgroundProse``.
  static let mostWords = 20.0
  private static let longest = 300

  /// Whether a line is one by its words. Linear in the line.
  static func matches(_ line: PageLine, _ text: String) -> Bool {
    guard line.isTerminated, line.words < mostWords, text.utf8.count <= longest,
      !line.continuesSentence, !line.isDoubled, !line.isByline, !line.isDateLine,
      !line.isAdvertisement,
      line.meanings.isDisjoint(with: [.strongCallToAction, .photo]),
      let first = text.first, first.isLetter || quotes.contains(first),
      let last = text.last, ends.contains(last)
    else { return false }
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard let opening = words.first, !openings.contains(opening) else { return false }
    if words.count == 1 { return last == "?" && questions.contains(opening) }
    var hasVerb = false
    for (index, word) in words.enumerated() {
      let stem = word.prefix { $0.isLetter }
      if BackgroundProse.addresses.contains(stem) || BackgroundProse.subjects.contains(stem)
        || BackgroundProse.stems.contains(where: word.hasPrefix) || credits.contains(word)
        || places.contains(word)
      {
        return false
      }
      if works.contains(word), words[..<index].suffix(4).contains(where: pointers.contains) {
        return false
      }
      hasVerb = hasVerb || (index > 0 && (verbs.contains(stem) || isPast(word)))
    }
    return hasVerb
  }

  /// Whether a sentence tells its reader to read, watch, share or subscribe to something, or is an advertisement.
  static func leadsElsewhere(_ line: PageLine, _ text: String) -> Bool {
    if line.isAdvertisement || line.meanings.contains(.strongCallToAction) { return true }
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard let opening = words.first, words.count > 1 else { return false }
    return openings.contains(opening) && !words.dropFirst().contains(where: verbs.contains)
  }

  /// Whether a word has the form of an English verb in the past.
  private static func isPast(_ word: Substring) -> Bool {
    word.utf8.count >= 5 && word.hasSuffix("ed") && !word.hasSuffix("eed")
  }

  private static let ends: Set<Character> = [".", "?", "!", "\"", "\u{201D}", "»"]
  private static let quotes: Set<Character> = ["\"", "\u{201C}", "«", "„"]
  private static let questions: Set<Substring> = ["why", "how", "who", "when", "where", "what"]
  /// First words of lines that lead somewhere or belong to pictures.
  private static let openings = words(
    """
    read watch see click follow share sign scroll listen swipe tap join view check get find support enter vote \
    register write log photo photos image images picture pictures video story article source sources credit updated \
    published continue continued more related advertisement subscribe download visit contact send discover learn \
    explore browse search show hide load print save like correction editor's editors' editor reporting additional \
    lesen hören sehen mehr foto fotos bild bilder quelle lire voir écouter photo crédit source leer ver más fuente \
    leggi guarda ascolta fonte leia veja mais fonte
    """)
  private static let credits = words(
    """
    reporting editing edited compiled translated contributed contributing contributor correspondent staff
    """)
  /// Where a line says that something stands on the page.
  private static let places = words(
    "below here above hier unten oben aquí ici qui aqui klicken cliquez")
  private static let works = words(
    """
    article story report post page piece content material site item release version video audio photo gallery \
    artikel beitrag text meldung seite texte reportage artículo nota noticia articolo notizia artigo notícia matéria
    """)
  private static let pointers = words(
    """
    this that these dieser diese dieses cet cette ce este esta questo questa questa questo
    """)
  private static let verbs = words(
    """
    was were is are isn't wasn't aren't weren't be been has have had hasn't haven't hadn't did didn't does doesn't \
    said says told declined pleaded denied refused responded replied died agreed confirmed asked added wrote could \
    couldn't would wouldn't will won't can can't may might must remains remained began ended happened came went made \
    took gave faces became continues fell rose leaves left deny denies claims won lost met held \
    says spoke stood grew broke chose drew found got kept knew led paid ran saw sent set told \
    ist war waren sind wurde wurden hat hatte hatten haben sagte starb blieb kam ging \
    est était étaient sont été avait avaient ont mort es era eran fue fueron son ha han había murió è erano sono aveva \
    foi eram são tem tinha
    """)

  private static func words(_ list: String) -> Set<Substring> {
    Set(list.split(whereSeparator: \.isWhitespace).map { Substring(String($0)) })
  }
}
