import DatelineMarkup

/// Tells pages that are no articles. Where there is a doubt a page is an article: a wrong rejection
/// loses a text, a wrong acceptance can be searched past.
enum NonArticle {
  /// Why a page is no article; `nil` for articles. Linear in the page.
  /// - Parameters:
  ///   - bodyWords: Words of the text that was taken from the page.
  ///   - linkDensity: Share of the text's letters that are in links, 0 to 1.
  static func reason(
    _ tree: HTMLTree, _ metadata: PageMetadata, url: String?, bodyWords: Int, linkDensity: Double
  ) -> String? {
    if tree.nodes.isEmpty { return "empty page" }
    let title = TitleKey(metadata.title?.value ?? "").text
    let pageTitle = TitleKey(metadata.titleVariants.last ?? "").text
    if bodyWords < 150 {
      for text in [title, pageTitle] {
        if let reason = obstacle(text) { return reason }
      }
    }
    let isArticle = metadata.isDeclaredArticle
    let address = url ?? metadata.canonicalURL?.value
    if let address, PageLinks.isFront(address), !isArticle, bodyWords < 600 || linkDensity > 0.3 {
      return "front page"
    }
    let list = listPath(address)
    if metadata.isDeclaredOther, !isArticle, bodyWords < 120 || linkDensity > 0.5 {
      return "list of articles"
    }
    if let list, !isArticle, metadata.published == nil, bodyWords < 250 || linkDensity > 0.4 {
      return list
    }
    if bodyWords < 20, !isArticle {
      return bodyWords == 0 ? "no text" : "hardly any text"
    }
    if linkDensity > 0.7, !isArticle, metadata.published == nil, bodyWords < 400 {
      return "list of links"
    }
    return nil
  }

  /// Pages in the way of an article, by their title.
  private static func obstacle(_ title: String) -> String? {
    guard !title.isEmpty, title.utf8.count <= 90 else { return nil }
    for (reason, texts) in obstacles {
      for text in texts where isPhrase(text, in: title) { return reason }
    }
    return nil
  }

  private static let obstacles: [(String, [String])] = [
    (
      "error page",
      [
        "404", "page not found", "not found", "page unavailable", "page introuvable",
        "page non trouvée", "seite nicht gefunden", "nicht gefunden", "página no encontrada",
        "pagina non trovata", "página não encontrada", "pagina niet gevonden", "error 404",
        "403 forbidden", "500 internal server error", "502 bad gateway", "503 service unavailable",
        "504 gateway time out", "internal server error", "service unavailable", "bad gateway",
        "this page doesnt exist", "this page does not exist", "sorry we cant find that page",
        "410 gone", "forbidden",
      ]
    ),
    (
      "robot check",
      [
        "access denied", "access to this page has been denied", "just a moment", "are you a robot",
        "attention required", "captcha", "robot check", "security check", "verify you are human",
        "pardon our interruption", "please verify you are a human", "ddos guard",
        "checking your browser", "human verification",
      ]
    ),
    (
      "consent page",
      [
        "before you continue", "cookie consent", "we value your privacy", "your privacy choices",
        "consent", "privacy consent", "cookies einwilligung", "datenschutz einstellungen",
        "yahoo is part of the yahoo family of brands",
      ]
    ),
    (
      "login page",
      [
        "log in", "login", "sign in", "sign up", "anmelden", "connexion", "iniciar sesión", "accedi",
        "inloggen", "create an account", "register", "subscribe",
      ]
    ),
    ("search results", ["search results", "search", "suchergebnisse", "résultats de recherche"]),
  ]

  /// Whether a title is a phrase, or the phrase with the outlet's name; phrases of four words and
  /// more count anywhere at its start.
  private static func isPhrase(_ phrase: String, in title: String) -> Bool {
    if title == phrase { return true }
    guard title.hasPrefix(phrase + " ") else { return title.hasSuffix(" " + phrase) && phrase.contains("not found") }
    let rest = title.utf8.count - phrase.utf8.count
    let words = phrase.utf8.count { $0 == 0x20 } + 1
    return words >= 3 ? rest <= 60 : words >= 2 ? rest <= 24 : rest <= 14
  }

  /// What an address says of a page that lists others.
  private static func listPath(_ address: String?) -> String? {
    guard let address else { return nil }
    let path = WebAddress.path(of: address).lowercased()
    if path.hasPrefix("/search") || path.hasPrefix("/?s=") || path.contains("/search?") {
      return "search results"
    }
    let parts = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let first = parts.first else { return nil }
    if parts.count <= 4, let kind = listNames[String(first)] { return kind }
    if parts.count >= 2, parts[parts.count - 2] == "page", parts.last?.allSatisfy(\.isNumber) == true
    {
      return "list of articles"
    }
    return nil
  }

  private static let listNames: [String: String] = [
    "category": "section page", "categories": "section page", "section": "section page",
    "sections": "section page", "tag": "list of articles", "tags": "list of articles",
    "topic": "list of articles", "topics": "list of articles", "author": "list of articles",
    "authors": "list of articles", "archive": "list of articles", "archives": "list of articles",
    "kategorie": "section page", "rubrik": "section page", "thema": "list of articles",
    "schlagwort": "list of articles", "login": "login page", "signin": "login page",
    "register": "login page", "subscribe": "login page",
  ]
}
