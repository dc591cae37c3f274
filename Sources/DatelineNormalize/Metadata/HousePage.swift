/// Pages on which a house speaks of itself: who it is, how to reach it, whom it employs, its terms.
enum HousePage {
  /// Whether a page is one. Linear in its text.
  ///
  /// Its title may say so alone if nobody signed it. Where the title says less ("Our story"), or the
  /// address or the page's type does, the page must have no date either and speak of "us".
  static func matches(
    _ metadata: PageMetadata, titles: [String], address: String?, text: String
  ) -> Bool {
    guard metadata.authors.isEmpty else { return false }
    if titles.contains(where: { terms.contains($0) || names.contains($0) }) { return true }
    guard !metadata.isDeclaredArticle, metadata.published == nil else { return false }
    if metadata.pageTypes.contains("AboutPage") || metadata.pageTypes.contains("ContactPage") {
      return true
    }
    let isAbout = titles.contains(where: isAboutName)
    let path = address.map(lastPart) ?? ""
    if paths.contains(path), isAbout || titles.contains(path) { return true }
    return (paths.contains(path) || isAbout || titles.contains(where: isSubject))
      && speaksOfItself(text)
  }

  /// Whether a title is "About" and the house's name.
  private static func isAboutName(_ title: String) -> Bool {
    guard let verb = abouts.first(where: { title.hasPrefix($0 + " ") }) else { return false }
    let name = title.dropFirst(verb.utf8.count + 1)
    // "About a boy" is no house.
    return name.split(separator: " ").count <= 4
      && ![Substring("a "), "an ", "how ", "why "].contains { name.hasPrefix($0) }
  }

  /// Whether a title of a few words has a word for what houses tell of themselves.
  private static func isSubject(_ title: String) -> Bool {
    let words = title.split(separator: " ")
    guard let first = words.first, words.count <= 4 else { return false }
    return words.contains(where: subjects.contains)
      || (possessives.contains(first) && words.contains(where: ownSubjects.contains))
  }

  /// The last part of an address, without its ending.
  private static func lastPart(_ address: String) -> String {
    let path = WebAddress.path(of: address).prefix { $0 != "?" && $0 != "#" }.lowercased()
    let parts = path.split(separator: "/")
    guard parts.count <= 3, let last = parts.last else { return "" }
    return last.prefix { $0 != "." }.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
  }

  /// Whether one word in thirty outside quotations is "we", "our" or the like.
  private static func speaksOfItself(_ text: String) -> Bool {
    var words = 0
    var own = 0
    for word in unquoted(text).lowercased().split(whereSeparator: { !$0.isLetter }) {
      words += 1
      if pronouns.contains(word) { own += 1 }
    }
    return own >= 4 && own * 30 >= words
  }

  /// The beginning of a text without what is said in it.
  static func unquoted(_ text: String) -> String {
    var result = ""
    var isQuoted = false
    for character in text.prefix(20_000) {
      switch character {
      case "\"", "“": isQuoted.toggle()
      case "„", "«": isQuoted = true
      case "”", "»": isQuoted = false
      case "\n":
        // A quotation that is not closed ends with its paragraph.
        isQuoted = false
        result.append(character)
      default: if !isQuoted { result.append(character) }
      }
    }
    return result
  }

  private static let possessives = words(
    """
    our unser unsere notre nos nuestro nuestra nuestros nuestras nostro nostra nosso nossa onze vår våra vores
    """)
  private static let pronouns = possessives.union(
    words("we us wir unserer unserem unseren unseres uns nous nosotros noi nós wij ons vi"))

  private static func words(_ list: String) -> Set<Substring> {
    Set(list.split(whereSeparator: \.isWhitespace).map { Substring(String($0)) })
  }

  private static let abouts = ["about", "über", "ueber", "à propos de", "sobre", "over", "om"]

  /// Titles of pages on the terms of using a site.
  private static let terms: Set<String> = [
    "terms of service", "terms of use", "terms and conditions", "terms conditions",
    "privacy policy", "privacy notice", "privacy statement", "cookie policy", "cookie notice",
    "legal notice", "imprint", "impressum", "nutzungsbedingungen", "agb", "datenschutz",
    "allgemeine geschäftsbedingungen", "datenschutzerklärung", "mentions légales",
    "politique de confidentialité", "conditions générales dutilisation", "aviso legal",
    "política de privacidad", "política de cookies", "política de privacidade",
    "informativa privacy", "note legali", "privacybeleid",
  ]

  /// Titles of pages on a house and how to reach it.
  private static let names: Set<String> = [
    "about us", "about", "about this site", "about the site", "who we are", "what we do",
    "contact us",
    "contact", "contacts", "our team", "meet the team", "advertise with us", "work with us",
    "editorial policy", "editorial standards", "corrections policy", "ethics policy", "masthead",
    "über uns", "wir über uns", "kontakt", "unser team", "à propos", "à propos de nous",
    "qui sommes nous", "nous contacter", "contactez nous", "sobre nosotros", "quiénes somos",
    "acerca de",
    "contacto", "sobre nós", "quem somos", "contato", "contacto com", "chi siamo", "contatti",
    "contattaci",
    "over ons", "wie zijn wij", "om oss", "om os", "o nas", "o nás", "о нас", "о проекте",
    "контакты",
    "hakkımızda", "iletişim", "tentang kami", "hubungi kami", "关于我们", "联系我们", "關於我們",
    "会社概要", "お問い合わせ", "회사소개", "من نحن", "اتصل بنا", "เกี่ยวกับเรา", "ติดต่อเรา",
    "về chúng tôi", "liên hệ",
  ]

  /// Words of titles of such pages, which other texts have too.
  private static let subjects = words(
    """
    company profile history mission vision values team staff people careers career jobs partners services press
    newsroom partnership sponsors unternehmen unternehmensprofil geschichte leitbild karriere partner
    dienstleistungen entreprise histoire équipe partenaires empresa historia equipo misión azienda storia bedrijf
    företaget virksomheden
    """)

  /// Words that say so behind "our" only.
  private static let ownSubjects = words(
    """
    story approach purpose journey work philosophy commitment heritage leadership board offices locations clients
    customers editors journalists readers philosophie werte versprechen anspruch valeurs engagement valores
    compromiso filosofia
    """)

  /// Last parts of their addresses, words separated by spaces.
  private static let paths: Set<String> = [
    "about", "about us", "aboutus", "contact", "contact us", "contactus", "careers", "jobs", "team",
    "our team", "our story", "our history", "our mission", "who we are", "what we do", "company",
    "mission", "masthead", "advertise", "impressum", "imprint", "ueber uns", "uber uns", "über uns",
    "kontakt", "karriere", "unternehmen", "a propos", "apropos", "qui sommes nous",
    "nous contacter",
    "sobre nosotros", "quienes somos", "acerca de", "contacto", "sobre nos", "quem somos",
    "contato",
    "chi siamo", "contatti", "over ons", "om oss", "om os", "o nas", "o nama", "hakkimizda",
    "tentang kami",
  ]
}
