/// What the words in an element's class, id and similar attributes say about its content.
///
/// One bit a subject. Words are what authors of page templates call things; they were collected by
/// reading class names of news pages.
struct ClassMeaning: OptionSet, Hashable {
  let rawValue: UInt32

  static let comment = ClassMeaning(rawValue: 1 << 0)
  /// Lists of other articles.
  static let related = ClassMeaning(rawValue: 1 << 1)
  static let share = ClassMeaning(rawValue: 1 << 2)
  static let advertisement = ClassMeaning(rawValue: 1 << 3)
  static let newsletter = ClassMeaning(rawValue: 1 << 4)
  static let navigation = ClassMeaning(rawValue: 1 << 5)
  static let sidebar = ClassMeaning(rawValue: 1 << 6)
  static let byline = ClassMeaning(rawValue: 1 << 7)
  static let caption = ClassMeaning(rawValue: 1 << 8)
  static let consent = ClassMeaning(rawValue: 1 << 9)
  static let tags = ClassMeaning(rawValue: 1 << 10)
  /// The article's text: `article-body`, `entry-content`.
  static let articleBody = ClassMeaning(rawValue: 1 << 11)
  /// `content`, `story`: often the text, often something round it.
  static let content = ClassMeaning(rawValue: 1 << 12)
  static let standfirst = ClassMeaning(rawValue: 1 << 13)
  static let headline = ClassMeaning(rawValue: 1 << 14)
  static let pullQuote = ClassMeaning(rawValue: 1 << 15)
  static let embed = ClassMeaning(rawValue: 1 << 16)
  static let hidden = ClassMeaning(rawValue: 1 << 17)
  static let box = ClassMeaning(rawValue: 1 << 18)
  static let note = ClassMeaning(rawValue: 1 << 19)
  static let date = ClassMeaning(rawValue: 1 << 20)
  static let teaser = ClassMeaning(rawValue: 1 << 21)
  static let footer = ClassMeaning(rawValue: 1 << 22)
  static let header = ClassMeaning(rawValue: 1 << 23)
  static let gallery = ClassMeaning(rawValue: 1 << 24)

  /// Number of subjects.
  static let count = 25
  /// Names of the subjects, by bit.
  static let names = [
    "comment", "related", "share", "advertisement", "newsletter", "navigation", "sidebar",
    "byline", "caption", "consent", "tags", "article body", "content", "standfirst", "headline",
    "pull quote", "embed", "hidden", "box", "note", "date", "teaser", "footer", "header",
    "gallery",
  ]
}

/// Reads class names. Keeps what it has read, since classes repeat; one for each page.
struct ClassReader {
  private var known = HashCache<ClassMeaning>(empty: [])

  /// The meaning of an attribute's value: words are cut at everything but letters and digits, and
  /// before capitals. Linear, bounded by 512 bytes.
  mutating func meaning(_ value: UnsafeBufferPointer<UInt8>) -> ClassMeaning {
    var whole = WordHash.seed
    for byte in value { whole = (whole ^ UInt64(byte)) &* WordHash.prime }
    return known.value(of: whole) { Self.read(value) }
  }

  private static func read(_ value: UnsafeBufferPointer<UInt8>) -> ClassMeaning {
    var result: ClassMeaning = []
    var previous: UInt64 = 0
    var hash = WordHash.seed
    var length = 0
    var wasLower = false
    func end() {
      guard length > 0 else { return }
      if let meaning = ClassWords.single[hash] { result.formUnion(meaning) }
      if previous != 0, let meaning = ClassWords.pairs[previous &* 31 &+ hash] {
        result.formUnion(meaning)
      }
      previous = hash
      hash = WordHash.seed
      length = 0
    }
    for byte in value.prefix(512) {
      switch byte {
      case 0x41...0x5A:
        if wasLower { end() }
        hash = (hash ^ UInt64(byte | 0x20)) &* WordHash.prime
        length += 1
        wasLower = false
      case 0x61...0x7A, 0x30...0x39:
        hash = (hash ^ UInt64(byte)) &* WordHash.prime
        length += 1
        wasLower = byte >= 0x61
      default:
        end()
        // Classes are separate names: words of two of them make no pair.
        if byte == 0x20 { previous = 0 }
        wasLower = false
      }
    }
    end()
    return result
  }
}

/// Words of class names and their subjects.
enum ClassWords {
  private static let lists: [(ClassMeaning, String)] = [
    (
      .comment,
      "comment comments commenting disqus respond replies reply discussion livefyre coral kommentar kommentare viafoura"
    ),
    (
      .related,
      """
      related recommend recommended recommendation recommendations recommends trending popular \
      outbrain taboola recirc recirculation onward mostread most-read read-more readmore more-stories \
      more-from more-on morestories read-next readnext up-next also-read see-also you-may \
      suggested suggestions latest inline-related also-on similar further-reading zergnet plista \
      nativo revcontent mehr-zum lire-aussi leer-mas lea-tambien infinite next-article next-post \
      prev-post previous-post post-navigation nav-links yarpp jp-relatedposts relatedposts \
      read-also must-read top-stories more-news recent-posts relatedlinks related-links
      """
    ),
    (
      .share,
      """
      share sharing shares social socials sociable facebook twitter whatsapp pinterest linkedin \
      telegram addthis sharedaddy addtoany sharethis follow followus follow-us sharebar socialmedia
      """
    ),
    (
      .advertisement,
      """
      ad ads adv advert advertisement advertising adslot adunit adsense adwrapper adcontainer dfp \
      gpt sponsor sponsored sponsors sponsorship banner promotion commercial anzeige werbung \
      publicidad publicite dianomi teads native-ad ad-slot affiliate shopping deals buy-now
      """
    ),
    (
      .newsletter,
      """
      newsletter newsletters subscribe subscription subscriptions subscriber signup sign-up optin \
      opt-in paywall piano register registration login membership donate donation cta call-to \
      mailchimp email-signup mailing meter regwall premium upsell marketing promo promos promobox \
      app-promo support-us
      """
    ),
    (
      .navigation,
      """
      nav navigation navbar menu submenu breadcrumb breadcrumbs pagination pager paging skip toolbar \
      tabs topbar offcanvas hamburger dropdown sitemap search searchform sections subnav
      """
    ),
    (
      .sidebar,
      "sidebar aside rail widget widgets rightrail right-rail right-col rightcol secondary complementary"
    ),
    (
      .byline,
      """
      byline bylines author authors authorbox author-box bio biography about-author contributor \
      contributors meta credits credit posted postmeta entry-meta article-meta post-meta writer \
      reporter profile autor auteur
      """
    ),
    (
      .caption,
      """
      caption captions figcaption wp-caption photo photos image images img picture pictures copyright \
      photographer photocredit figure media video videos player audio podcast mediaelement jwplayer \
      brightcove lede-image thumb thumbnail lightbox
      """
    ),
    (
      .consent,
      """
      cookie cookies consent gdpr ccpa modal popup pop-up overlay onetrust cmp notification \
      notifications alert alerts toast interstitial adblock privacy legal
      """
    ),
    (
      .tags,
      """
      tag tags topics topic keywords keyword category categories taglist tag-list tagcloud filed \
      labels label terms kicker eyebrow
      """
    ),
    (
      .articleBody,
      """
      article-body articlebody article-content articlecontent article-text articletext story-body \
      storybody story-content storycontent story-text storytext entry-content entrycontent \
      post-content postcontent post-body postbody body-text bodytext body-content bodycontent \
      content-body contentbody main-content maincontent news-content newstext news-text news-body \
      page-content text-content richtext rich-text article-main articlemain blog-content \
      single-content td-post-content copy-paragraphs body-copy bodycopy artikel-text \
      article-copy story-copy article-paragraph artikeltext text-body textbody detail-content \
      detail-text article-detail content-text contenttext article-section zn-body wysiwyg \
      paragraph paragraphs prose caas-body storypage articleparagraph
      """
    ),
    (
      .content,
      "content article story entry post hentry text main body copy blog news artikel page column primary"
    ),
    (
      .standfirst,
      """
      standfirst dek deck subtitle sub-title subhead subheadline sub-headline sub-heading subheading \
      summary intro introduction excerpt description lead lede teaser-text abstract article-summary \
      article-lead chapo vorspann entradilla bajada strapline stand-first article-intro highlights \
      key-points keypoints
      """
    ),
    (
      .headline,
      "headline headlines title titles heading hed h1 h2 h3 pagetitle posttitle entrytitle"
    ),
    (.pullQuote, "pullquote pull-quote quote quotes blockquote pullout pull-out"),
    (
      .embed,
      """
      embed embeds embedded oembed tweet tweets twitter-tweet instagram-media instagram iframe \
      youtube tiktok fb-post scribd documentcloud infogram datawrapper map chart interactive
      """
    ),
    (
      .hidden,
      """
      hidden hide sr-only sronly screen-reader visually-hidden visuallyhidden invisible print-only \
      printonly noprint no-print offscreen off-screen visuallyhide u-hidden is-hidden
      """
    ),
    (
      .box,
      """
      infobox factbox fact-box info-box box boxout sidebar-box poll quiz survey recipe callout \
      factfile timeline stats table scoreboard score rating ratings price product products review-box \
      module component block card
      """
    ),
    (
      .note,
      "disclaimer note notes footnote footnotes correction corrections editors-note attribution source sources about boilerplate contact"
    ),
    (.date, "date datetime time timestamp published pubdate updated dateline dates datum"),
    (
      .teaser,
      "teaser teasers card cards tile tiles carousel slider slick swiper list listing feed item items grid river stream collection blurb promo-item stories"
    ),
    (.footer, "footer foot bottom colophon tail article-footer post-footer entry-footer"),
    (.header, "header head masthead top hero entry-header article-header page-header"),
    (.gallery, "gallery galleries slideshow slide slides album photogallery photo-gallery"),
  ]

  /// Subjects of single words.
  static let single: [UInt64: ClassMeaning] = table(pairs: false)
  /// Subjects of two words side by side, keyed by the first hash times 31 plus the second.
  static let pairs: [UInt64: ClassMeaning] = table(pairs: true)

  private static func table(pairs: Bool) -> [UInt64: ClassMeaning] {
    var table: [UInt64: ClassMeaning] = [:]
    for (meaning, list) in lists {
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let parts = word.split(separator: "-").map { WordHash.of(String($0)) }
        if pairs, parts.count == 2 {
          table[parts[0] &* 31 &+ parts[1], default: []].formUnion(meaning)
        } else if !pairs, parts.count == 1 {
          table[parts[0], default: []].formUnion(meaning)
        }
      }
    }
    return table
  }
}
