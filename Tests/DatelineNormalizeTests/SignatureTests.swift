import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Lines between headline and text that name the author and the day, as sites of many languages write
/// them: they are read, and are no text.
@Suite struct SignatureTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var language: String
    var head: String
    var authors: [String]
    var published: String?
    var modified: String?
    var testDescription: String { head }

    init(
      _ language: String, _ head: String, _ authors: [String], _ published: String?,
      _ modified: String? = nil
    ) {
      (self.language, self.head) = (language, head)
      (self.authors, self.published, self.modified) = (authors, published, modified)
    }
  }

  private static let paragraphs = [
    "en": [
      "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, despite objections.",
      "Two engineers questioned the sale of the old lighthouse because costs had risen by a third before the summer.",
      "The boats would sail again in spring, the director of the company told reporters who had come to the town hall.",
    ],
    "de": [
      "Der Stadtrat hat am Dienstag nach langer Debatte beschlossen, den Hafen auszubaggern, obwohl einige dagegen waren.",
      "Zwei Ingenieure stellten den Verkauf des alten Leuchtturms in Frage, weil die Kosten um ein Drittel gestiegen sind.",
    ],
    "fr": [
      "Le conseil de la ville a approuvé mardi un projet de dragage du port après une longue nuit de discussions animées.",
      "Deux ingénieurs ont mis en doute la vente du vieux phare parce que les coûts ont augmenté d'un tiers cette année.",
    ],
    "es": [
      "El consejo de la ciudad aprobó el martes un plan para dragar el puerto exterior tras una larga noche de debates.",
      "Dos ingenieros cuestionaron la venta del viejo faro porque los costes habían subido un tercio antes del verano.",
    ],
    "it": [
      "Il consiglio della città ha approvato martedì un piano per dragare il porto dopo una lunga notte di trattative.",
      "Due ingegneri hanno messo in dubbio la vendita del vecchio faro perché i costi erano saliti di un terzo quest'anno.",
    ],
    "nl": [
      "De gemeenteraad heeft dinsdag na een lange nacht van overleg een plan goedgekeurd om de haven uit te baggeren.",
      "Twee ingenieurs trokken de verkoop van de oude vuurtoren in twijfel omdat de kosten met een derde zijn gestegen.",
    ],
    "pl": [
      "Rada miasta zatwierdziła we wtorek plan pogłębienia portu po długiej nocy rozmów, mimo zastrzeżeń części członków.",
      "Dwóch inżynierów zakwestionowało sprzedaż starej latarni, ponieważ koszty wzrosły o jedną trzecią przed latem.",
    ],
    "ru": [
      "Городской совет во вторник одобрил план углубления внешней гавани после долгой ночи переговоров, несмотря на споры.",
      "Два инженера поставили под сомнение продажу старого маяка, потому что расходы выросли на треть ещё до лета.",
    ],
    "ar": [
      "وافق مجلس المدينة يوم الثلاثاء على خطة لتعميق الميناء الخارجي بعد ليلة طويلة من المحادثات رغم اعتراضات بعض أعضائه.",
      "وشكك مهندسان في بيع المنارة القديمة لأن التكاليف ارتفعت بمقدار الثلث قبل وصول زوار الصيف إلى البلدة الساحلية.",
    ],
    "ja": [
      "市議会は火曜日、長い夜の協議の末、一部の議員の反対にもかかわらず外港を浚渫する計画を承認した。",
      "二人の技術者は、夏の観光客が到着する前に費用が三分の一も上がったため、古い灯台の売却に疑問を呈した。",
    ],
    "zh": [
      "市议会周二在漫长的夜间谈判后批准了疏浚外港的计划，尽管部分议员对费用表示反对。工程预计将在三年内完成。",
      "两名工程师对出售旧灯塔提出质疑，因为费用在夏季游客到来之前上涨了三分之一，居民也表示担忧。",
    ],
    "hi": [
      "नगर परिषद ने मंगलवार को लंबी रात की बातचीत के बाद बाहरी बंदरगाह को गहरा करने की योजना को मंजूरी दी।",
      "दो इंजीनियरों ने पुराने प्रकाशस्तंभ की बिक्री पर सवाल उठाया क्योंकि लागत एक तिहाई बढ़ गई थी।",
    ],
  ]

  private static let samples = [
    Sample(
      "en", "<div><span>Jane Roe</span><span>March 1, 2023</span></div>", ["Jane Roe"], "2023-03-01"
    ),
    Sample("en", "<p>1 Mar 2023 · Jane Roe · 4 min read</p>", ["Jane Roe"], "2023-03-01"),
    Sample("en", "<p>1 Mar · Jane Roe · 4 min read</p>", ["Jane Roe"], nil),
    Sample(
      "en",
      "<div>By Jane Roe</div><div>Posted: Mar 1, 2023 / 09:00 AM EST Updated: Mar 2, 2023 / 10:00 AM EST</div>",
      ["Jane Roe"], "2023-03-01T09:00:00-05:00", "2023-03-02T10:00:00-05:00"),
    Sample(
      "en", "<p><span class=author>Jane Roe</span> March 1, 2023</p>", ["Jane Roe"], "2023-03-01"),
    Sample("en", "<p>By Jane Roe, Elm Bay | March 1, 2023</p>", ["Jane Roe"], "2023-03-01"),
    Sample(
      "en",
      "<p>By Jane Roe and April May</p><p>Updated March 3, 2023 | Published March 1, 2023</p>",
      ["Jane Roe", "April May"], "2023-03-01", "2023-03-03"),
    Sample(
      "en", "<div>Jane Roe, Staff Writer</div><div>3 hours ago</div><div>Share on Facebook</div>",
      ["Jane Roe"], nil),
    Sample(
      "en",
      "<div><a href=/x/jr>Jane Roe</a></div><div>Senior Reporter</div><div>Wed, 1 Mar 2023</div><div>2 min read</div>",
      ["Jane Roe"], "2023-03-01"),
    Sample(
      "en", "<ul><li>Jane Roe</li><li>March 1, 2023</li><li>12 Comments</li></ul>", ["Jane Roe"],
      "2023-03-01"),
    Sample(
      "de",
      "<p>Von Klara Meier und Jan Ott, Elmbucht</p><p>Veröffentlicht am 1. März 2023 um 12:30 Uhr</p>",
      ["Klara Meier", "Jan Ott"], "2023-03-01T12:30:00Z"),
    Sample(
      "de", "<p>Von Klara Meier</p><p>Stand: 01.03.2023, 12:30 Uhr</p><p>Lesezeit: 3 Min.</p>",
      ["Klara Meier"],
      "2023-03-01T12:30:00Z", "2023-03-01T12:30:00Z"),
    Sample(
      "fr",
      "<p>Par Claire Dubois</p><p>Publié le 1 mars 2023, mis à jour le 2 mars 2023</p><p>Temps de lecture : 3 min.</p>",
      ["Claire Dubois"], "2023-03-01", "2023-03-02"),
    Sample(
      "fr", "<p>Claire Dubois Publié le 03/04/2023 à 12:30</p>", ["Claire Dubois"],
      "2023-04-03T12:30:00Z"),
    Sample(
      "es", "<p>Por Ana Gómez</p><p>Actualizado: 05/04/2023 | Publicado: 03/04/2023</p>",
      ["Ana Gómez"], "2023-04-03",
      "2023-04-05"),
    Sample("es", "<p>Ana Gómez | Madrid | 1 de marzo de 2023</p>", ["Ana Gómez"], "2023-03-01"),
    Sample(
      "it", "<p>di Marco Rossi</p><p>1 marzo 2023</p><p>Condividi</p>", ["Marco Rossi"],
      "2023-03-01"),
    Sample(
      "nl", "<p>Door Pieter de Vries</p><p>1 maart 2023</p><p>Leestijd 3 minuten</p>",
      ["Pieter de Vries"], "2023-03-01"),
    Sample(
      "pl", "<p>Autor: Jan Kowalski</p><p>Data publikacji: 1 marca 2023</p><p>Udostępnij</p>",
      ["Jan Kowalski"],
      "2023-03-01"),
    Sample(
      "ru", "<div>Автор: Иван Петров</div><div>1 марта 2023</div>", ["Иван Петров"], "2023-03-01"),
    Sample(
      "ru", "<div>1 марта 2023 · Мария Иванова · 3 мин</div>", ["Мария Иванова"], "2023-03-01"),
    Sample(
      "ar", "<div>بقلم أحمد علي</div><div>نشر في 1 مارس 2023</div>", ["أحمد علي"], "2023-03-01"),
    Sample(
      "ja", "<p>記者 山田太郎</p><p>2023年3月1日 12時30分</p>", ["山田太郎"], "2023-03-01T12:30:00Z"),
    Sample("zh", "<p>记者 王小明 2023年3月1日 来源：海湾网</p>", ["王小明"], "2023-03-01"),
    Sample(
      "zh", "<div><span>2023-03-01 12:30</span><span>来源：海湾日报</span><span>作者：李华</span></div>",
      ["李华"],
      "2023-03-01T12:30:00Z"),
    Sample(
      "en", "<div>Home &gt; News &gt; Local</div><div>By Jane Roe in Elm Bay</div>", ["Jane Roe"],
      nil),
    Sample("en", "<p>ELM BAY, March 1 (Reuters)</p>", [], nil),
    Sample(
      "en", "<p>Posted on March 1, 2023 by Jane Roe in News</p>", ["Jane Roe"], "2023-03-01"),
    Sample(
      "en",
      "<p>By Jane Roe</p><p>PUBLISHED: March 1, 2023 at 5:00 a.m. | UPDATED: March 2, 2023 at 6:00 a.m.</p>",
      ["Jane Roe"], "2023-03-01T05:00:00Z", "2023-03-02T06:00:00Z"),
    Sample(
      "en",
      "<div><a href=/s/1>Jane Roe</a> and <a href=/s/2>John Doe</a></div><div>March 1, 2023</div>",
      ["Jane Roe", "John Doe"], "2023-03-01"),
    Sample("fr", "<p>La rédaction avec AFP • 1 mars 2023</p>", [], "2023-03-01"),
    Sample(
      "ru",
      "<div>Иван Петров, корреспондент</div><div>01.03.2023</div><div>Обновлено: 02.03.2023</div>",
      ["Иван Петров"], "2023-03-01", "2023-03-02"),
    Sample(
      "ja", "<div>公開日：2023年3月1日　更新日：2023年3月2日</div><div>文：山田太郎</div>", ["山田太郎"],
      "2023-03-01", "2023-03-02"),
    Sample("ja", "<div>令和5年3月1日</div>", [], "2023-03-01"),
    Sample(
      "zh", "<div>本报记者 王小明</div><div>发布时间：2023-03-01</div><div>字号：大 中 小</div>", ["王小明"],
      "2023-03-01"),
    Sample("en", "<div>Jane Roe</div><div>BBC News, Elm Bay</div>", ["Jane Roe"], nil),
    Sample("en", "<p>By Jane Roe<br>Business reporter, BBC News</p>", ["Jane Roe"], nil),
    Sample("en", "<p>ByJ.R. Stone</p><p>March 1, 2023</p>", ["J.R. Stone"], "2023-03-01"),
    Sample("en", "<p>Analysis by Jane Roe, Political Editor</p>", ["Jane Roe"], nil),
    Sample("en", "<p>Words: Jane Roe Photographs: John Doe</p>", ["Jane Roe"], nil),
    Sample("en", "<p class=author>Staff Writer</p>", [], nil),
    Sample("de", "<p>Erstellt von Jane Roe</p><p>1. März 2023</p>", ["Jane Roe"], "2023-03-01"),
    Sample("de", "<p class=author>Interview: Jane Roe</p>", ["Jane Roe"], nil),
    Sample("hi", "<p>लेखक: राम शर्मा</p><p>1 मार्च 2023</p>", ["राम शर्मा"], "2023-03-01"),
  ]

  private func article(_ head: String, _ text: [String], language: String = "en") -> Article? {
    let html = """
      <html lang=\(language)><head><title>Elm Bay</title></head><body><nav><a href=/>Wire</a></nav><main><article>
      <h1>Elm Bay</h1>\(head)\(text.map { "<p>\($0)</p>" }.joined())</article></main></body></html>
      """
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    let document = RawDocument(origin: Origin(file: "a/b.html"), shape: .html, body: html)
    guard case .article(let article, _) = normalizer.article(from: document) else { return nil }
    return article
  }

  @Test(arguments: samples) func areReadAndLeftOut(sample: Sample) throws {
    let text = try #require(Self.paragraphs[sample.language])
    let found = try #require(article(sample.head, text, language: sample.language))
    #expect(found.body == text.joined(separator: "\n\n"))
    #expect(found.authors == sample.authors)
    #expect(found.published == sample.published)
    #expect(found.modified == sample.modified)
  }

  @Test(arguments: [
    "Three hours that changed the bay", "Share of the costs", "What we know", "March of the boats",
    "Print is not dead", "Elm Bay, 1953", "Words Jane Roe never said", "Interview with Jane Roe",
    "The Ropery, Elm Bay",
  ])
  func shortLinesOfTextStay(line: String) throws {
    let text = try #require(Self.paragraphs["en"])
    let found = try #require(article("<p>\(text[0])</p><p>\(line)</p>", Array(text.dropFirst())))
    #expect(found.body.contains(line))
    #expect(found.authors.isEmpty)
  }

  @Test func aLineThatIsNoSentenceAboveTheAuthorIsTheStandfirst() throws {
    let text = try #require(Self.paragraphs["en"])
    let dek = "Plan would cost millions and take three years to finish, engineers say"
    for head in [
      "<p class=dek>\(dek)</p>", "<p class=sub-title>\(dek)</p><p>By Jane Roe</p>",
      "<div class=css-1x2>\(dek)</div><div class=css-8u>By Jane Roe</div><div>March 1, 2023</div>",
    ] {
      let found = try #require(article(head, text))
      #expect(found.standfirst == dek)
      #expect(found.body == text.joined(separator: "\n\n"))
    }
    // A paragraph among paragraphs.
    let found = try #require(article("<p>\(dek)</p><p>By Jane Roe</p>", text))
    #expect(found.body.contains(dek) && found.standfirst == nil)
  }

  @Test(arguments: [
    ("p class=standfirst", "p"), ("p class=chapo", "p"), ("div class=entradilla", "div"),
    ("h2 class=subtitle", "h2"), ("p itemprop=description", "p"),
    ("h2 itemprop=alternativeHeadline", "h2"),
  ])
  func aSentenceThatIsCalledSoAboveTheAuthorIsTheStandfirst(start: String, end: String) throws {
    let text = try #require(Self.paragraphs["en"])
    let dek =
      "The plan would cost nine million crowns and take three years, and not all are happy with it."
    let found = try #require(article("<\(start)>\(dek)</\(end)><p>By Jane Roe</p>", text))
    #expect(found.standfirst == dek)
    #expect(found.body == text.joined(separator: "\n\n"))
    // Without that it may be the first sentence of the text.
    let other = try #require(article("<\(start)>\(dek)</\(end)>", text))
    #expect(other.body.contains(dek))
  }

  @Test(
    arguments: [
      ("en-US", nil, false), ("en", "wire.example.com", false), ("en-GB", nil, true),
      ("fr", nil, true),
      ("en", "wire.example.co.uk", true), ("en-US", "wire.example.com.au", true),
      ("pt-BR", nil, true),
      ("zh-CN", nil, false), ("", "wire.example.de", true), ("", nil, false),
    ] as [(String, String?, Bool)])
  func whetherTheDayComesFirst(language: String, host: String?, isDayFirst: Bool) {
    #expect(DayOrder.isDayFirst(languages: [language], host: host) == isDayFirst)
  }
}
