import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct NormalizerTests {
  private let normalizer = Normalizer(
    now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
  private let origin = Origin(file: "dump.jsonl", record: 7, offset: 99)

  private func normalize(
    _ document: RawDocument
  ) throws -> (article: Article, warnings: [String]) {
    guard case .article(let article, let warnings) = normalizer.article(from: document) else {
      throw CancellationError()
    }
    return (article, warnings)
  }

  private func document(
    title: String? = "Harbour deepened", body: String? = "The harbour was deepened on Monday."
  ) -> RawDocument {
    RawDocument(origin: origin, title: title, body: body)
  }

  @Test func fieldsAreNormalised() throws {
    var raw = document(title: " Harbour&nbsp;&amp; river \n", body: "<p>One.</p><p>Two.</p>")
    raw.standfirst = " Council  votes "
    raw.published = "Tue, 12 Jul 2016 09:30:00 GMT"
    raw.url = " https://www.example.org/a?b=1&c=2 "
    raw.source = " Westerby  Post "
    raw.byline = "By Ada Marsh and Joe Bloggs, Harbour Wire"
    raw.section = " Business "
    raw.language = "en-US"
    raw.extra = "{\"id\":1}"
    let (article, warnings) = try normalize(raw)
    #expect(
      article
        == Article(
          key: "https://www.example.org/a?b=1&c=2", title: "Harbour & river",
          standfirst: "Council votes", body: "One.\n\nTwo.", published: "2016-07-12T09:30:00Z",
          source: "Westerby Post", url: "https://www.example.org/a?b=1&c=2",
          authors: ["Ada Marsh", "Joe Bloggs"], section: "Business", language: "en",
          extra: "{\"id\":1}", origin: origin))
    #expect(warnings == [])
  }

  @Test func errorPagesAreTakenOnlyWhenAllPagesAre() {
    var raw = RawDocument(origin: origin, shape: .page, body: "Not found\n\nThere is no such page.")
    raw.failureStatus = 404
    guard case .rejected(let rejection) = normalizer.article(from: raw) else {
      Issue.record("taken")
      return
    }
    #expect(rejection.reason == .notAnArticle)
    #expect(rejection.message == "the server answered with an error page (404)")
    let lax = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory(),
      keepAll: true)
    guard case .article = lax.article(from: raw) else {
      Issue.record("rejected")
      return
    }
  }

  @Test func pagesOfVeryManyLinesAreCut() throws {
    let raw = RawDocument(
      origin: origin, shape: .page, body: String(repeating: "a\n", count: Page.mostLines + 5))
    let (article, warnings) = try normalize(raw)
    #expect(warnings.contains("the page is too large; its end was left out"))
    #expect(article.body.utf8.count < 4 * Page.mostLines)
    var lines = Array(repeating: UInt8(0x0A), count: Page.mostLines + 5)
    let isCut = Page.cut(&lines)
    #expect(isCut && lines.count == Page.mostLines - 1)
    let isCutAgain = Page.cut(&lines)
    #expect(!isCutAgain)
  }

  @Test func keyIsIdentifierThenAddressThenHash() throws {
    var raw = document()
    raw.key = " 42 "
    raw.url = "https://example.org/x"
    #expect(try normalize(raw).article.key == "42")
    raw.key = "  "
    #expect(try normalize(raw).article.key == "https://example.org/x")
    raw.url = nil
    let key = try normalize(raw).article.key
    #expect(key.count == 33 && key.hasPrefix("h"))
    raw.body = "The  harbour was deepened\ton Monday. "
    #expect(try normalize(raw).article.key == key)
    raw.body = "The harbour was deepened on Tuesday."
    #expect(try normalize(raw).article.key != key)
  }

  /// The value xxHash 0.8 gives for the empty input with seed 0.
  @Test func hashIsCanonicalXXH3() {
    #expect(TextKey.make([]) == "h99aa06d3014798d86001c324468d497f")
  }

  @Test func emptyRecordsAreRejected() {
    for body in [nil, "", " \n\u{200B}", "<p> </p>"] {
      for shape in [RawDocument.Shape.fields, .page] {
        let raw = RawDocument(origin: origin, shape: shape, title: " ", body: body)
        guard case .rejected(let rejection) = normalizer.article(from: raw) else {
          // A page of nothing but a stray tag is a page of its text.
          #expect(shape == .page && body == "<p> </p>")
          continue
        }
        #expect(rejection.reason == .empty && rejection.origin == origin)
      }
    }
  }

  @Test func missingTitleIsTakenFromTheText() throws {
    let line = try normalize(
      document(title: nil, body: "Harbour deepened\n\nIt was done on Monday."))
    #expect(line.article.title == "Harbour deepened")
    #expect(line.article.body == "It was done on Monday.")
    let sentence = try normalize(
      document(title: "", body: "The harbour was deepened on Monday. Ships are glad of it."))
    #expect(sentence.article.title == "The harbour was deepened on Monday.")
    #expect(sentence.article.body == "The harbour was deepened on Monday. Ships are glad of it.")
    let long = try normalize(
      document(title: nil, body: String(repeating: "harbour and river ", count: 20)))
    #expect(long.article.title.count <= 91 && long.article.title.hasSuffix("…"))
    #expect(!long.article.title.contains("riv…"))
  }

  @Test func repeatedTitleIsRemovedFromTheText() throws {
    let body = "HARBOUR DEEPENED!\n\nIt was done on Monday."
    #expect(try normalize(document(body: body)).article.body == "It was done on Monday.")
    let other = "Harbour deepened again\n\nIt was done on Monday."
    #expect(try normalize(document(body: other)).article.body == other)
  }

  @Test func titleAloneIsAnArticle() throws {
    let (article, _) = try normalize(document(body: nil))
    #expect(article.title == "Harbour deepened" && article.body == "")
  }

  @Test(arguments: ["once upon a time", "2999-01-01", "1066-10-14"])
  func badDatesAreWarned(text: String) throws {
    var raw = document()
    raw.published = text
    raw.url = "https://example.org/2016/07/12/x"
    let (article, warnings) = try normalize(raw)
    #expect(article.published == nil)
    #expect(warnings.count == 1 && warnings[0].contains(text))
  }

  @Test func missingDateIsTakenFromTheAddress() throws {
    var raw = document()
    raw.url = "https://2015.example.org/2016/07/12/x"
    let (article, warnings) = try normalize(raw)
    #expect(article.published == "2016-07-12" && warnings == [])
  }

  @Test func ambiguousDateIsWarned() throws {
    var raw = document()
    raw.published = "12/07/2016"
    let (article, warnings) = try normalize(raw)
    #expect(article.published == "2016-12-07" && warnings.count == 1)
  }

  @Test(
    "Language and address tell the order of day and month where the file does not",
    arguments: [
      ("de", nil, "2016-07-12"), ("German", nil, "2016-07-12"), ("en-GB", nil, "2016-07-12"),
      ("en", "https://news.example.co.uk/a", "2016-07-12"), ("en", nil, "2016-12-07"),
      ("ja", nil, "2016-12-07"), ("English", nil, "2016-12-07"),
    ] as [(String, String?, String)])
  func languageTellsTheOrder(language: String, url: String?, expected: String) throws {
    var raw = document()
    raw.published = "12/07/2016"
    raw.language = language
    raw.url = url
    let (article, warnings) = try normalize(raw)
    #expect(article.published == expected && warnings.count == 1)
    raw.dateOrder = .monthFirst
    #expect(try normalize(raw).article.published == "2016-12-07")
  }

  @Test func theLanguageOfTheTextTellsTheOrder() throws {
    var raw = document()
    raw.body = """
      Die Brücke über den Fluss bleibt bis zum Winter gesperrt, weil die Stadt kein Geld für die Sanierung \
      hat, sagte der Bürgermeister am Abend im Rathaus.
      """
    raw.published = "12/07/2016"
    #expect(try normalize(raw).article.published == "2016-07-12")
  }

  @Test(arguments: [
    ("https://www.Example.org:8080/a", "example.org"), ("//news.example.org/a", "news.example.org"),
    ("www.example.org/a", "example.org"), ("https://user@example.org?x", "example.org"),
    ("article 7", nil), ("https:///x", nil),
  ])
  func sourceIsTheHost(url: String, expected: String?) throws {
    var raw = document()
    raw.url = url
    #expect(try normalize(raw).article.source == expected)
  }

  @Test func defaultSourceGoesBeforeTheHost() throws {
    let normalizer = Normalizer(now: Date(), defaultSource: "Post", memory: LineMemory())
    var raw = document()
    raw.url = "https://example.org/x"
    #expect(normalizer.source(of: raw) == "Post")
    raw.source = "Wire"
    #expect(normalizer.source(of: raw) == "Wire")
  }

  @Test(arguments: [
    ("English", "en"), ("en-US", "en"), ("EN_gb", "en"), ("eng", "en"), ("Deutsch", "de"),
    ("zh-Hant", "zh"),
    ("français", "fr"), ("xx", "xx"), ("Klingon", "klingon"), ("may", "ms"), ("may ", "ms"),
    ("", nil),
  ])
  func languages(text: String, expected: String?) {
    #expect(LanguageCode.normalize(text) == expected)
  }

  @Test(arguments: [
    ("By Ada Marsh and Joe Bloggs, Harbour Wire", "Ada Marsh and Joe Bloggs"),
    ("By Ada Marsh, Harbour Wire", "Ada Marsh"),
    ("BY ADA MARSH", "ADA MARSH"),
    ("Ada Marsh, Joe Bloggs and Eve Stone", "Ada Marsh, Joe Bloggs and Eve Stone"),
    ("By Ada Marsh | Published Oct 27, 2023", "Ada Marsh"),
    ("By Ada Marsh in London", "Ada Marsh"),
    ("Von Jörg Müller", "Jörg Müller"),
    ("Ada Marsh", "Ada Marsh"),
    ("Reporting by Ada Marsh; Editing by Joe Bloggs", "Ada Marsh"),
    ("By Sammy Davis Jr.", "Sammy Davis Jr."),
    ("Reuters", "Reuters"),
    ("By:  ", nil),
    ("", nil),
  ])
  func authors(text: String, expected: String?) {
    #expect(AuthorLine.normalize(text) == expected)
  }

  @Test(arguments: [
    ("Ada Marsh; Joe Bloggs", ["Ada Marsh", "Joe Bloggs"]),
    ("Ada Marsh, Jr.; Joe Bloggs, PhD", ["Ada Marsh, Jr.", "Joe Bloggs, PhD"]),
    ("By Ada Marsh, Jr., and Joe Bloggs", ["Ada Marsh, Jr.", "Joe Bloggs"]),
    ("Reporting by Ada Marsh; Editing by Joe Bloggs", ["Ada Marsh"]),
    ("ADA MARSH AND JOE BLOGGS", ["ADA MARSH", "JOE BLOGGS"]),
    ("Ada Marsh; Harbour Wire; Ada Marsh", ["Ada Marsh"]), (";", []),
  ])
  func lists(text: String, expected: [String]) {
    #expect(AuthorLine.names(text) == expected)
  }

  /// Reading all of it would take minutes.
  @Test func veryLongBylinesAreCut() {
    let same = String(repeating: "Anna Berg and ", count: 80_000)
    #expect(AuthorLine.names(same) == ["Anna Berg"])
    let many = (0..<400).map { "Anna B\(String(repeating: "e", count: $0 % 7))rg" }
    let names = AuthorLine.names(many.joined(separator: " and "))
    #expect(names.count == 7 && Set(names).isSubset(of: many))
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let list = letters.flatMap { first in letters.map { "Anna B\(first)\($0)rg" } }
    let listed = AuthorLine.names(list.joined(separator: "; "))
    #expect(listed.count > 50 && listed == Array(list.prefix(listed.count)))
    let accents = String(repeating: "Zoë Ålund, ", count: 300)
    #expect(AuthorLine.names(accents) == ["Zoë Ålund"])
  }

  /// The short way gives what the long one does.
  @Test func plainNamesAreReadAlike() {
    let pieces = [
      "Ada", "Marsh", "Joe", "O'Neil", "Marsh-Bloggs", "J.", "K", "By", "by", "Von", "Last",
      "Posted",
      "AND", "And", "Jr.", "Jr", "McDonald", "-", "--", "for", "Wire", "DE", "Åsa", "'", "A'", "B-",
      "d'Arc", "Di", "Door", "Ada Marsh", "Joe Wire", "Ann B. Lee", "News Post", "Story",
      "Reuters.", ",", ";", "  ", "|",
    ]
    var seed: UInt64 = 7
    var plain = 0
    for _ in 0..<20_000 {
      var words: [String] = []
      for _ in 0...Int(seed >> 60) % 4 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        words.append(pieces[Int(seed >> 33) % pieces.count])
      }
      let text = words.joined(separator: seed >> 62 == 0 ? ", " : " ")
        .replacing(" ,", with: ",")
      if AuthorLine.plainNames(text) != nil { plain += 1 }
      #expect(AuthorLine.names(text) == AuthorLine.takenApart(text), "\(text)")
    }
    #expect(plain > 500)
  }

  @Test func pageFieldsGoBeforeFindings() throws {
    let sentence = "The harbour of Westerby was deepened by two metres on Monday, the council said."
    let text = "Home\n\nWesterby harbour deepened\n\nBy Ada Marsh\n\n12 July 2016\n\n" + sentence
    var raw = RawDocument(origin: origin, shape: .page, body: text)
    let found = try normalize(raw).article
    #expect(found.title == "Westerby harbour deepened" && found.body == sentence)
    #expect(found.authors == ["Ada Marsh"] && found.published == "2016-07-12")
    raw.title = "Given"
    raw.byline = "By Joe Bloggs"
    raw.published = "2015-01-02"
    let given = try normalize(raw).article
    #expect(
      given.title == "Given" && given.authors == ["Joe Bloggs"] && given.published == "2015-01-02")
    #expect(given.key == found.key)
  }

  @Test func pageWithoutTextIsKeptWhole() throws {
    let raw = RawDocument(origin: origin, shape: .page, body: "Home\nNews\nSport")
    let (article, warnings) = try normalize(raw)
    #expect(article.title == "Home" && article.body == "News\n\nSport")
    #expect(warnings.count == 1)
  }
}
