import DatelineMarkup

/// How much a page looks like several texts of equal rank: the posts of a blog's front page, the messages
/// of a forum, offers with a button each, the rows of a table.
struct PostShape: Equatable {
  /// Whether most of the text stands below linked headlines with an author or a date each.
  private(set) var isBlogFront = false
  /// Texts of more than a few sentences below second- or third-level headings that are links to different
  /// addresses, where most of the text stands so and none above them; 0 for all other pages.
  private(set) var linkedPosts = 0
  /// Whether most of the text stands between buttons to answer.
  private(set) var isThread = false
  /// Whether most of the text stands between buttons to sign up.
  private(set) var isOffers = false
  /// Whether something can be put into a cart.
  private(set) var isShop = false
  /// Whether hardly anything but cells of tables and short lines with numbers was taken.
  private(set) var isTable = false

  private static let fewestPosts = 3
  private static let fewestOffers = 4
  private static let fewestCells = 12
  private static let longestCell = 12.0
  private static let mostProse = 60.0

  /// A page without anything on it.
  init() {}

  /// Reads the lines of a page; linear in them.
  /// - Parameter chosen: for each line whether it was taken.
  init(_ tree: HTMLTree, _ page: PageBlocks, _ lines: Page, chosen: [Bool]) {
    var taken = 0.0
    var prose = 0.0
    var cellWords = 0.0
    var cells = 0
    var posts = Sections()
    var linked = Sections()
    var linkedAddresses: Set<String> = []
    var answers = Sections()
    var offers = Sections()
    var addresses: Set<String> = []
    for (index, block) in page.blocks.enumerated() {
      let line = lines.lines[index]
      if (2...3).contains(block.headingLevel), line.words >= 2,
        Int(block.linkBytes) * 10 >= block.range.count * 7,
        let address = PageAim.address(block, tree), linkedAddresses.insert(address).inserted
      {
        linked.begin()
      }
      if (1...3).contains(block.headingLevel), Int(block.linkBytes) * 2 >= block.range.count,
        line.words >= 2, Self.isSigned(index, page, lines),
        let address = PageAim.address(block, tree), addresses.insert(address).inserted
      {
        posts.begin()
      } else if block.range.count <= 48, line.words <= 6 {
        let text = page.string(index)
        let words = text.lowercased().split(whereSeparator: { !$0.isLetter })
        if let first = words.first,
          words.allSatisfy(Self.answerWords.contains)
            || (Self.memberWords.contains(first) && text.contains(where: \.isNumber))
        {
          answers.begin()
        }
        let phrase = words.joined(separator: " ")
        if Self.offerWords.contains(phrase) { offers.begin() }
        if Self.cartWords.contains(phrase) { isShop = true }
      }
      guard chosen[index] else { continue }
      taken += line.words
      if line.isProse { prose += line.words }
      if !line.isProse, !line.isTerminated, line.words <= Self.longestCell,
        block.context.contains(.table)
          || page.text[block.range].contains(where: { (0x30...0x39).contains($0) })
      {
        cells += 1
        cellWords += line.words
      }
      posts.add(line.words)
      linked.add(line.words)
      answers.add(line.words)
      offers.add(line.words)
    }
    isBlogFront = posts.full(of: 40) >= Self.fewestPosts && posts.words > 0.7 * taken
    if linked.words > 0.9 * taken { linkedPosts = linked.full(of: 40) }
    // The last button stands below the last message.
    isThread = answers.closed(of: 8) >= Self.fewestPosts - 1 && answers.closedWords > 0.4 * taken
    isOffers =
      offers.closed(of: 6, upTo: 60) >= Self.fewestOffers - 1 && offers.closedWords > 0.5 * taken
    isTable = cells >= Self.fewestCells && prose < Self.mostProse && cellWords > 0.6 * taken
  }

  /// Whether an author or a date stands right below a headline or above it.
  private static func isSigned(_ index: Int, _ page: PageBlocks, _ lines: Page) -> Bool {
    [index - 1, index + 1, index + 2].contains { near in
      guard lines.lines.indices.contains(near) else { return false }
      let line = lines.lines[near]
      return line.isByline || line.isDateLine
        || (line.words <= 14 && !line.isTerminated
          && !page.blocks[near].near.isDisjoint(with: [.byline, .date]))
    }
  }

  /// Words of the text from one mark to the next.
  private struct Sections {
    private var sizes: [Double] = []

    mutating func begin() { if sizes.last != 0 { sizes.append(0) } }

    mutating func add(_ words: Double) {
      if !sizes.isEmpty { sizes[sizes.count - 1] += words }
    }

    var words: Double { sizes.reduce(0, +) }
    /// Words before the last mark.
    var closedWords: Double { sizes.dropLast().reduce(0, +) }

    func full(of least: Double) -> Int { sizes.count { $0 >= least } }
    func closed(of least: Double, upTo most: Double = 600) -> Int {
      sizes.dropLast().count { $0 >= least && $0 <= most }
    }
  }

  private static let answerWords: Set<Substring> = Set(
    """
    reply quote like likes report multiquote thank thanks upvote downvote antworten zitieren gefällt mir melden répondre \
    citer signaler responder citar denunciar rispondi cita segnala odpowiedz cytuj zgłoś beantwoorden citeren ответить \
    цитировать цитата пожаловаться відповісти svara citera svar citér cevapla alıntı 返信 引用 回复 回覆 举报 رد اقتباس
    """.split(whereSeparator: \.isWhitespace))

  /// First words of lines on who wrote a message, with a number or a date.
  private static let memberWords: Set<Substring> = Set(
    """
    joined posts messages posted answered asked replied registered beiträge registriert mitglied geschrieben inscrit \
    messages posté répondu mensajes registrado publicado respondido messaggi iscritto risposto berichten lid posty \
    dołączył napisano сообщений сообщения регистрация зарегистрирован добавлено ответил
    """.split(whereSeparator: \.isWhitespace))

  private static let cartWords: Set<String> = [
    "add to cart", "add to basket", "add to bag", "add to trolley", "in den warenkorb",
    "in den einkaufswagen",
    "ajouter au panier", "añadir al carrito", "agregar al carrito", "añadir a la cesta",
    "aggiungi al carrello", "adicionar ao carrinho", "comprar agora", "in winkelwagen",
    "in winkelmandje", "dodaj do koszyka", "do koszyka", "добавить в корзину", "в корзину",
    "sepete ekle", "lägg i varukorgen", "læg i kurv", "カートに入れる", "加入购物车", "加入購物車", "장바구니 담기",
  ]

  private static let offerWords: Set<String> = [
    "download mb", "download", "download episode", "play", "play episode", "listen", "listen now",
    "anhören", "jetzt anhören",
    "écouter", "escuchar", "ascolta", "ouvir", "beluister", "слушать", "book now", "buy tickets",
    "get tickets", "tickets",
    "tickets kaufen", "acheter des billets", "register now", "rsvp", "add to calendar",
    "sign up", "subscribe", "sign me up", "get it", "abonnieren", "jetzt abonnieren", "anmelden",
    "jetzt anmelden",
    "s inscrire", "je m inscris", "s abonner", "suscribirse", "suscribirme", "suscríbete",
    "apuntarme", "iscriviti",
    "assinar", "inscreva se", "aanmelden", "inschrijven", "zapisz się", "подписаться",
    "підписатися", "registrieren",
    "登録", "登録する", "订阅", "訂閱",
  ]
}
