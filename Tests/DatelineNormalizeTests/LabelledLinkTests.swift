import DatelineCore
import DatelineMarkup
import Foundation
import Testing

@testable import DatelineNormalize

/// Hints at other articles between the paragraphs of a text: a label and a link.
@Suite struct LabelledLinkTests {
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, despite objections.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third before the summer came.",
    "The boats would sail again in spring, the director of the company told reporters who had come to the town hall.",
    "Fishermen from the villages in the east had asked for a study of the herring grounds, which will now be made in May.",
  ]

  private func body(_ middle: String) -> String? {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    let html = """
      <html><head><title>Council dredges the harbour</title></head><body><main><article>
      <h1>Council dredges the harbour</h1>\(text[0])\(text[1])\(middle)\(text[2])\(text[3])</article></main>
      </body></html>
      """
    return article(ofPage: html)?.body
  }

  private static let text = paragraphs.joined(separator: "\n\n")

  private static func text(with line: String) -> String {
    (paragraphs[..<2] + [line] + paragraphs[2...]).joined(separator: "\n\n")
  }

  @Test(arguments: [
    ("Читайте также:", "Маяк продали художникам из столицы"),
    ("Baca juga:", "Mercusuar tua dijual kepada para seniman"),
    ("Xem thêm:", "Ngọn hải đăng cũ được bán cho nghệ sĩ"),
    ("Läs också:", "Fyren såldes till en grupp konstnärer"),
    ("Les også:", "Fyret ble solgt til noen kunstnere"),
    ("Læs også:", "Fyret blev solgt til nogle kunstnere"),
    ("Čtěte také:", "Maják koupila skupina umělců z města"),
    ("İlgili haber:", "Eski deniz feneri ressamlara satıldı"),
    ("Citește și:", "Farul vechi a fost vândut unor artiști"),
    ("Olvassa el ezt is:", "Művészek vették meg a régi világítótornyot"),
    ("Διαβάστε επίσης:", "Ο παλιός φάρος πουλήθηκε σε καλλιτέχνες"),
    ("קראו גם:", "המגדלור הישן נמכר לקבוצת אמנים מהעיר"), ("यह भी पढ़ें:", "पुराना प्रकाशस्तंभ कलाकारों को बेचा गया"),
    ("আরও পড়ুন:", "পুরোনো বাতিঘর শিল্পীদের কাছে বিক্রি হলো"), ("อ่านข่าว:", "ประภาคารเก่าขายให้กลุ่มศิลปิน"),
    ("بیشتر بدانید:", "فانوس دریایی قدیمی به هنرمندان فروخته شد"), ("延伸阅读：", "老灯塔出售给一群艺术家"),
    ("[관련기사]", "옛 등대 화가들에게 팔렸다"),
    ("In diesem Zusammenhang:", "Leuchtturm an Künstler der Stadt verkauft"),
    ("À lire aussi :", "Le phare vendu à des artistes"),
    ("Читайте также", "Маяк продали художникам"),
    ("▶ READ MORE |", "Lighthouse sold to artists"),
  ])
  func hintsAtOtherArticlesAreLeftOut(label: String, headline: String) {
    let link = "<a href=/n/1>\(headline)</a>"
    #expect(body("<p>\(label) \(link)</p>") == Self.text)
    #expect(body("<p><strong>\(label) \(link)</strong></p>") == Self.text)
    #expect(body("<p><em><strong>\(label)</strong> \(link)</em></p>") == Self.text)
    #expect(body("<p><strong>\(label)</strong><br>\(link)</p>") == Self.text)
    #expect(body("<p><b>\(label)</b> \(link)</p><p><b>\(label)</b> \(link)</p>") == Self.text)
  }

  @Test func aLabelMayBePartOfTheLink() {
    #expect(
      body("<p><a href=/n/1>Читайте также: Маяк продали художникам из столицы</a></p>") == Self.text
    )
  }

  @Test(arguments: ["Leggi anche:", "Читайте также:", "Lees ook:", "Baca juga:"])
  func knownLabelsMayBeInHeadingsAndLists(label: String) {
    let line = "\(label) <a href=/n/1>Mercusuar tua dijual kepada para seniman</a>"
    #expect(body("<h3>\(line)</h3>") == Self.text)
    #expect(body("<ul><li>\(line)</li></ul>") == Self.text)
  }

  @Test(arguments: [
    (
      "He told the council what he thought of it: <a href=/n/1>the plan costs too much</a>",
      "He told the council what he thought of it: the plan costs too much"
    ),
    (
      "In full: <a href=/n/1>the plan of the council</a> has been printed in full by the paper of the town",
      "In full: the plan of the council has been printed in full by the paper of the town"
    ),
    (
      "Tom Reed: <a href=/n/1>I never said that the lighthouse should be sold.</a>",
      "Tom Reed: I never said that the lighthouse should be sold."
    ),
    (
      "The plan: <a href=#p>How the harbour will be dredged</a>",
      "The plan: How the harbour will be dredged"
    ),
  ])
  func sentencesWithLinksStay(line: String, text: String) {
    #expect(body("<p>\(line)</p>") == Self.text(with: text))
  }

  @Test func listsOfLabelledLinksStay() {
    let items = [
      ("Monday", "Dredgers arrive in the bay"), ("Tuesday", "Council votes on the plan"),
      ("Friday", "Lighthouse opens to its visitors"),
    ]
    func gone(_ html: String) -> [Int] {
      let tree = HTMLTree(page: Array("<body>\(html)</body>".utf8))
      let page = PageBlocks(tree)
      return LabelledLinks.lines(page.blocks.map { _ in true }, tree, page)
    }
    let lines = items.map { "<p>\($0.0): <a href=/\($0.0)>\($0.1)</a></p>" }
    #expect(gone(lines.joined()) == [])
    #expect(gone(lines.joined(separator: "<p>Text.</p>")) == [0, 2, 4])
  }
}
