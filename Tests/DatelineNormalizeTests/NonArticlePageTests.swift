import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Whole pages that are no articles, and articles that look a little like them.
@Suite struct NonArticlePageTests {
  private static let words = """
    council bridge town lorry harbour minister price school train river market law court vote king \
    film talks strike budget storm
    """.split(separator: " ").map(String.init)

  /// Different words for each number.
  private static func text(_ number: Int, _ count: Int) -> String {
    let chosen = (0..<count).map {
      Self.words[(number * 7 + $0 * (number % 5 + 1) + $0 * $0) % Self.words.count]
    }
    return chosen.joined(separator: " ").capitalized
  }

  private static func page(_ title: String, _ main: String, head: String = "") -> String {
    """
    <html lang=en><head><title>\(title)</title>\(head)</head><body><nav><a href=/>Home</a>
    <a href=/w>World</a></nav><main>\(main)</main><footer>Copyright Harbour Wire.</footer></body></html>
    """
  }

  /// What the page is rejected for; `nil` when it is taken.
  private func reason(_ html: String, url: String? = nil) -> String? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    let document = RawDocument(
      origin: Origin(file: "a/b.html"), shape: .html, body: html, url: url)
    guard case .rejected(let rejection) = normalizer.article(from: document) else { return nil }
    return rejection.message
  }

  private static func teasers(
    _ count: Int, words: Int = 20,
    _ make: (_ address: String, _ title: String, _ text: String) -> String
  ) -> String {
    (0..<count).map {
      make("/a\($0)", text($0, 7), text($0 + 50, words) + ", officials said on Tuesday.")
    }.joined(separator: "\n")
  }

  @Test(arguments: [16, 35, 60])
  func listsOfTeasers(words: Int) {
    let cards = Self.teasers(20, words: words) {
      "<div class=card><h2><a href=\($0)>\($1)</a></h2><p>\($2)</p></div>"
    }
    let buttons = Self.teasers(15, words: words) {
      "<article><h2>\($1)</h2><p>\($2)</p><a href=\($0)>Read more</a></article>"
    }
    let plain = Self.teasers(12, words: words) {
      "<div class=teaser><a href=\($0)>\($1)</a><p>\($2)</p></div>"
    }
    let results = Self.teasers(20, words: words) {
      "<div><h3><a href=\($0)>\($1)</a></h3><p>\($2)</p><span>\($0)</span></div>"
    }
    #expect(reason(Self.page("World news | Harbour Wire", cards)) != nil)
    #expect(reason(Self.page("Archive", buttons)) != nil)
    let website = "<meta property='og:type' content='website'>"
    #expect(reason(Self.page("Storm tag", "<h1>Storm</h1>" + plain, head: website)) != nil)
    #expect(reason(Self.page("Results for bridge", "<h1>Results for bridge</h1>" + results)) != nil)
    let note = "<h1>Ada Marsh</h1><p>Ada Marsh covers politics for Harbour Wire since 2015.</p>"
    #expect(reason(Self.page("Ada Marsh - Harbour Wire", note + results)) != nil)
  }

  @Test func galleries() {
    let pictures = (0..<20).map {
      """
      <figure><img src=\($0).jpg><figcaption>\($0 + 1) of 20. \(Self.text($0, 17)), officials said. \
      Photo: Ada Marsh</figcaption></figure>
      """
    }
    let html = Self.page("In pictures", "<h1>In pictures: storm</h1>" + pictures.joined())
    #expect(reason(html) == "gallery" || reason(html) == "no text")
  }

  @Test func pagesOnTheSiteItself() {
    let terms = (0..<12).map {
      "<h2>\($0). Terms</h2><p>These terms govern your use of this website, clause \($0).</p>"
    }
    #expect(
      reason(Self.page("Terms of Service", "<h1>Terms of Service</h1>" + terms.joined())) != nil)
    let consent = """
      <h1>Willkommen bei der Zeitung</h1><p>Um der Nutzung mit Werbung und Cookies zuzustimmen, klicken \
      Sie bitte auf Akzeptieren. Einzelheiten zum Tracking stehen in der Datenschutzerklärung.</p>
      <p>Bereits Abonnent? Hier anmelden und die Seite ohne Tracking lesen, wie gewohnt.</p>
      """
    #expect(reason(Self.page("Willkommen", consent)) == "consent page")
  }

  @Test func articlesWithListsBelowAreTaken() {
    let story = (0..<6).map {
      "<p>\(Self.text($0 + 100, 40)), the mayor said on Tuesday.</p>"
    }.joined()
    let list = Self.teasers(10) { "<h3><a href=\($0)>\($1)</a></h3><p>\($2)</p>" }
    #expect(
      reason(Self.page("Old bridge closes", "<h1>Old bridge closes</h1>" + story + list)) == nil)
  }

  @Test func picturesWithinAnArticleAreTaken() {
    let story = (0..<8).map {
      """
      <p>\(Self.text($0 + 100, 40)), the mayor said on Tuesday.</p>
      <figure><img src=\($0).jpg><figcaption>\(Self.text($0, 12)), in May.</figcaption></figure>
      """
    }.joined()
    #expect(reason(Self.page("Old bridge closes", "<h1>Old bridge closes</h1>" + story)) == nil)
  }

  @Test func linkedSubheadingsOfALongTextAreNoTeasers() {
    let story = (0..<8).map {
      """
      <h2><a href="https://shop.example/\($0)">\(Self.text($0, 4))</a></h2>
      <p>\(Self.text($0 + 100, 70)), the tester said.</p><p>\(Self.text($0 + 200, 60)), she said.</p>
      """
    }.joined()
    #expect(reason(Self.page("Eight lamps", "<h1>Eight lamps tested</h1>" + story)) == nil)
  }

  @Test func aSignedArticleIsTakenWhateverItLooksLike() {
    let list = Self.teasers(10) { "<h3><a href=\($0)>\($1)</a></h3><p>\($2)</p>" }
    let head = "<meta property='og:type' content='article'>"
    #expect(
      reason(Self.page("The week", "<h1>The week in ten stories</h1>" + list, head: head)) == nil)
  }

  @Test(arguments: [
    ("1 of 20. A pier", true), ("3/12 The market", true), ("2 von 9: Hafen", true),
    ("3 of them went", false), ("12/07/2016 The day", false), ("30 of 20", false), ("of 20", false),
    ("", false),
  ])
  func numberedLines(text: String, isNumbered: Bool) {
    #expect((PictureCounters.leading(Array(text.utf8)[...]) != nil) == isNumbered)
  }

  @Test(arguments: [
    "สภาเมืองลงมติเมื่อวันอังคารให้ปิดสะพานเก่าเป็นเวลาสองปี หลังจากวิศวกรพบรอยแตกที่ตอม่อ",
    "ក្រុមប្រឹក្សាទីក្រុងបានបោះឆ្នោតនៅថ្ងៃអង្គារដើម្បីបិទស្ពានចាស់រយៈពេលពីរឆ្នាំ។ វិស្វកររកឃើញស្នាមប្រេះ។",
    "ສະພາເມືອງລົງມະຕິໃນວັນອັງຄານໃຫ້ປິດຂົວເກົ່າເປັນເວລາສອງປີ ຫຼັງຈາກວິສະວະກອນພົບຮອຍແຕກ",
    "မြို့တော်ကောင်စီသည်အင်္ဂါနေ့တွင်တံတားဟောင်းကိုနှစ်နှစ်ပိတ်ရန်မဲပေးခဲ့သည်။အင်ဂျင်နီယာများကအက်ကြောင်းတွေ့သည်။",
  ])
  func shortTextsOfScriptsWithoutSpacesAreTaken(sentence: String) {
    #expect(
      reason(
        Self.page("ข่าว", "<h1>\(sentence.prefix(18))</h1><p>\(sentence)</p><p>\(sentence)</p>"))
        == nil)
  }

  @Test func textsNobodyCanReadAreRejected() {
    var state: UInt64 = 5
    func random() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 40)
    }
    let latin = (0..<30_000).map { _ in random() }.filter { $0 != 0x3C }
    let noise = String(String.UnicodeScalarView(latin.map { Unicode.Scalar($0) }))
    let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let key = String((0..<4_000).map { $0 % 70 == 69 ? " " : base64[Int(random()) % 64] })
    let damaged = (0..<40).map { _ in "text \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} and" }
    for text in [noise, key, damaged.joined(separator: " ")] {
      #expect(Gibberish.reason(text) != nil, "\(text.prefix(80))")
    }
    #expect(reason("<p>" + noise + "</p>") != nil)
    let readable = [
      String(repeating: "The council voted on Tuesday, 3 to 2, to close the bridge. ", count: 10),
      String(repeating: "港の水深を二メートル深くすると町議会が決めた。", count: 20),
      String(repeating: "สภาเมืองลงมติเมื่อวันอังคารให้ปิดสะพานเก่า ", count: 20),
      String(
        repeating: "Mannschaft A – Mannschaft B 3:1 (1:0); McDonald's, iPhone, 12.3 %. ", count: 10),
      "?!.,",
    ]
    for text in readable { #expect(Gibberish.reason(text) == nil, "\(text.prefix(80))") }
  }

  @Test func linesBeyondAllArticlesAreNotWeighed() {
    let normalizer = Normalizer(
      now: Date(), defaultSource: nil, memory: LineMemory(), keepAll: true)
    let html =
      "<h1>Old bridge closes for two years</h1><p>\(Self.text(1, 40)), he said.</p>"
      + String(repeating: "<h1>a b</h1>", count: 100_000)
    let document = RawDocument(origin: Origin(file: "a.html"), shape: .html, body: html)
    guard case .article(_, let warnings) = normalizer.article(from: document) else {
      Issue.record("rejected")
      return
    }
    #expect(warnings.contains { $0.contains("too large") })
  }
}
