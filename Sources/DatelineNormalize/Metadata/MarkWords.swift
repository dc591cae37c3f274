/// What class names and identifiers of elements say about their content.
struct MarkRoles: OptionSet {
  let rawValue: UInt8
  static let author = MarkRoles(rawValue: 1)
  static let date = MarkRoles(rawValue: 2)
  static let standfirst = MarkRoles(rawValue: 4)
  static let headline = MarkRoles(rawValue: 8)
  /// Belongs to other articles, to readers' comments or to the page's frame.
  static let aside = MarkRoles(rawValue: 16)
  /// Date of a change rather than of publication.
  static let modified = MarkRoles(rawValue: 32)
  /// About the author: a picture, a note, a profile.
  static let authorNote = MarkRoles(rawValue: 64)
}

/// Words in class names, identifiers and test names, which editors' systems choose alike.
enum MarkWords {
  /// The roles of a value such as `ArticleByline__author-name`. Names are cut at marks and at capitals
  /// after small letters; linear.
  static func roles(_ bytes: ArraySlice<UInt8>) -> MarkRoles {
    var roles: MarkRoles = []
    var hash = WordHash.seed
    var isInWord = false
    var wasSmall = false
    var previous: UInt64 = 0
    // Of one name.
    var own: MarkRoles = []
    var isPicture = false
    func end() {
      if let meaning = meaning(of: hash) { own.formUnion(meaning) }
      if pictures.contains(hash) || (previous == page && hash == lead) { isPicture = true }
      // `sub-title`
      if previous == sub, titles.contains(hash) { own.insert(.standfirst) }
      previous = hash
    }
    func endName() {
      // `lead-media` is no lead.
      roles.formUnion(isPicture ? own.subtracting(.standfirst) : own)
      own = []
      isPicture = false
      previous = 0
    }
    for byte in bytes {
      let lower = byte | 0x20
      guard lower >= 0x61 && lower <= 0x7A else {
        if isInWord { end() }
        isInWord = false
        wasSmall = false
        hash = WordHash.seed
        if byte <= 0x20 { endName() }
        continue
      }
      let isCapital = byte < 0x61
      if isCapital, wasSmall {
        end()
        hash = WordHash.seed
      }
      hash = (hash ^ UInt64(lower)) &* WordHash.prime
      isInWord = true
      wasSmall = !isCapital
    }
    if isInWord { end() }
    endName()
    if roles.contains(.standfirst), roles.contains(.author) { roles.remove(.standfirst) }
    return roles
  }

  /// What stands above the text and is no summary of it by the editors.
  private static let pictures = Set(
    [
      "media", "image", "images", "img", "photo", "photos", "picture", "pictures", "video", "audio",
      "caption", "figure", "gallery", "ai",
    ].map(WordHash.of))
  private static let page = WordHash.of("page")
  private static let lead = WordHash.of("lead")
  private static let sub = WordHash.of("sub")
  private static let titles = Set(["title", "heading", "headline", "head"].map(WordHash.of))

  private static func meaning(of word: UInt64) -> MarkRoles? {
    filter.mayContain(word) ? table[word] : nil
  }

  private static let table: [UInt64: MarkRoles] = {
    let lists: [(MarkRoles, String)] = [
      (
        .author,
        """
        author authors byline bylines byl autor autoren autores auteur auteurs autore writer writers \
        reporter verfasser authorname authornames authorlink bylinename contributor contributors \
        writtenby firma
        """
      ),
      (
        .date,
        """
        date dates datetime timestamp time published publish pubdate publishdate publicationdate \
        publication dateline posted datum fecha datepublished publishtime articledate postdate \
        entrydate createdate datestamp
        """
      ),
      ([.date, .modified], "updated modified lastmod lastmodified updatedate datemodified update"),
      (
        .standfirst,
        """
        standfirst dek deck subtitle subheadline subhead subheading strapline chapo bajada vorspann \
        untertitel unterzeile sottotitolo subtitulo copete entradilla ingress articledek excerpt \
        articlesubtitle postsubtitle summary lede teaser intro lead description
        """
      ),
      (.headline, "headline headlines articletitle posttitle entrytitle pagetitle"),
      (
        .aside,
        """
        related recommended recommendation recommendations sidebar comment comments footer navigation \
        nav navbar menu promo promos trending popular newsletter widget teaser teasers carousel \
        latest mostread outbrain taboola respond disqus masthead breaking ticker tooltip modal \
        popup cookie onward readmore morestories relatedposts suggested rail
        """
      ),
      (.authorNote, "bio biography avatar headshot profile about social follow"),
    ]
    var table: [UInt64: MarkRoles] = [:]
    for (roles, words) in lists {
      for word in words.split(separator: " ") {
        table[WordHash.of(String(word)), default: []].formUnion(roles)
      }
    }
    return table
  }()

  private static let filter: WordFilter = {
    var filter = WordFilter()
    for word in table.keys { filter.insert(word) }
    return filter
  }()
}
