import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Lists of other articles, comments and furniture inside the element with the text, in many languages and
/// without a class that says what they are.
@Suite struct TailBlocksTests {
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, despite objections.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third before the summer came.",
    "The boats would sail again in spring, the director of the company told reporters who had come to the town hall.",
    "Fishermen from the villages in the east had asked for a study of the herring grounds, which will now be made in May.",
  ]
  private static let teasers = [
    (
      "Lighthouse sold to a group of artists",
      "A group of artists wants to open a studio in the tower, the owner said on Monday."
    ),
    (
      "Ferry company raises its fares again",
      "Fares will go up in May by a tenth, the third increase of the company within a year."
    ),
  ]

  private func body(_ inside: String, middle: String = "", below: String = "") -> String? {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    let html = """
      <html><head><title>Council dredges the harbour</title></head><body><main><article>
      <h1>Council dredges the harbour</h1>\(text[0])\(middle)\(text[1...].joined())\(inside)</article>\(below)</main>
      </body></html>
      """
    return article(ofPage: html)?.body
  }

  private static let text = paragraphs.joined(separator: "\n\n")

  @Test(arguments: [
    "Related", "Most read", "More from Elm Bay", "Read next", "You may also like", "Mehr zum Thema",
    "Lesen Sie auch",
    "Weitere Artikel", "À lire aussi", "Articles similaires", "Te puede interesar", "Más noticias",
    "Leggi anche",
    "Lees ook", "Czytaj także", "Читайте также", "Новости по теме", "اقرأ أيضا", "مواضيع ذات صلة",
    "関連記事", "相关阅读",
    "延伸閱讀", "यह भी पढ़ें", "관련기사",
  ])
  func relatedArticles(heading: String) {
    let cards = Self.teasers.enumerated().map {
      "<div><h3><a href=/x\($0)>\($1.0)</a></h3><p>\($1.1)</p></div>"
    }.joined()
    let flat = Self.teasers.enumerated().map {
      "<p><a href=/x\($0)>\($1.0)</a></p><p>\($1.1)</p>"
    }.joined()
    #expect(body("<section class=k1><h2>\(heading)</h2>\(cards)</section>") == Self.text)
    #expect(body("<h3>\(heading)</h3>\(flat)") == Self.text)
    #expect(
      body(
        "",
        middle: "<div><div>\(heading)</div><ul><li><a href=/1>\(Self.teasers[0].0)</a></ul></div>")
        == Self.text)
  }

  @Test(arguments: [
    "3 Comments", "Comments (3)", "2 Kommentare", "Комментарии (3)", "コメント 3件", "评论 (3)",
  ])
  func readersComments(heading: String) {
    let comments = Self.teasers.map { "<div><b>gull7</b><p>\($0.1)</p></div>" }.joined()
    #expect(body("", below: "<div class=u7><h3>\(heading)</h3>\(comments)</div>") == Self.text)
  }

  @Test(arguments: [
    "Ad", "Advertisement", "Werbung", "Publicité", "Реклама", "広告", "广告", "إعلان", "विज्ञापन",
    "Artikel teilen",
    "Comparte esta noticia", "Поделиться", "Подписывайтесь на наш канал", "この記事をシェア", "続きを読む",
    "分享到", "扫码关注",
    "شارك المقال", "शेयर करें", "Print this page",
    "Теги: порт, маяк", "Нашли ошибку? Нажмите Ctrl+Enter", "كلمات مفتاحية: الميناء", "（写真：山田太郎）",
    "（编辑：李华）", "来源：海湾日报",
  ])
  func buttonsAndMarksOfAdvertisements(line: String) {
    #expect(body("<p class=j>\(line)</p>", middle: "<div class=w3>\(line)</div>") == Self.text)
  }

  @Test(arguments: [
    "The big picture:", "Why it matters:", "More than a bridge", "What we know", "155 x 96",
  ])
  func subheadingsStay(heading: String) {
    let expected = ([Self.paragraphs[0], heading] + Self.paragraphs[1...]).joined(separator: "\n\n")
    #expect(body("", middle: "<p><strong>\(heading)</strong></p>") == expected)
    #expect(body("", middle: "<h3>\(heading)</h3>") == expected)
  }

  @Test func sentencesThatAreSetAgainInLargeLettersAreLeftOut() {
    let quote = "costs had risen by a third before the summer came"
    #expect(body("", middle: "<div class=pullquote>\(quote)</div>") == Self.text)
  }

  @Test func aLinkToCommentsInsideATextDoesNotEndIt() {
    #expect(body("", middle: "<div><a href=#c>Comments (5 posted)</a></div>") == Self.text)
  }
}
