import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Labels of access above a text, and what Korean pages put round theirs.
@Suite struct AccessLabelTests {
  private static let paragraphs = [
    "The council approved a plan to dredge the outer harbour on Tuesday after a long night of talks, despite objections.",
    "Two engineers questioned the sale of the old lighthouse because costs had risen by a third before the summer came.",
    "The boats would sail again in spring, the director of the company told reporters who had come to the town hall.",
  ]
  private static let korean = [
    "항구 위원회는 화요일 밤늦게까지 이어진 회의 끝에 외항을 준설하는 계획을 승인했다고 밝혔다.",
    "두 명의 기술자는 여름이 오기 전에 비용이 삼분의 일이나 올랐다며 옛 등대의 매각에 의문을 제기했다.",
    "선박 회사 대표는 시청에 모인 기자들에게 배가 봄에 다시 운항할 것이라고 말했다.",
  ]

  private func articleWith(_ paragraphs: [String], above: String = "", below: String = "")
    -> Article?
  {
    let html = """
      <html><head><title>Council dredges the harbour</title></head><body><main><article>
      <h1>Council dredges the harbour</h1>\(above)\(paragraphs.map { "<p>\($0)</p>" }.joined())\(below)</article>
      </main></body></html>
      """
    return article(ofPage: html)
  }

  @Test(arguments: [
    "Subscriber only", "Share full article", "Nur für Abonnenten", "Article réservé aux abonnés",
    "Exclusivo suscriptores", "Riservato agli abbonati", "Alleen voor abonnees",
    "Материал доступен по подписке.",
    "有料記事", "会員限定", "구독자 전용", "केवल ग्राहकों के लिए",
  ])
  func labelsOfAccessAreLeftOut(label: String) {
    let text = Self.paragraphs.joined(separator: "\n\n")
    #expect(articleWith(Self.paragraphs, above: "<p>\(label)</p>")?.body == text)
    #expect(
      articleWith(Self.paragraphs, above: "<div class=k2><span>🔒 \(label)</span></div>")?.body
        == text)
  }

  @Test func sentencesAboutSubscribersStay() {
    let line = "The paper is for subscribers only, said its owner, who had bought it in the spring."
    #expect(articleWith([line] + Self.paragraphs)?.body.contains(line) == true)
  }

  @Test(arguments: [
    "무단 전재 및 재배포 금지", "<저작권자 ⓒ 하버일보, 무단전재-재배포 금지>".replacing("<", with: "&lt;"),
    "Copyright ⓒ 하버일보. All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지",
  ])
  func koreanNoticesOfRightsAreLeftOut(notice: String) {
    let text = Self.korean.joined(separator: "\n\n")
    #expect(articleWith(Self.korean, below: "<p>\(notice)</p>")?.body == text)
  }

  @Test func koreanReportersAreNamedWithoutTheirOffice() {
    for above in [
      "<p>김민수 기자</p>", "<p>김민수 기자 kim@elmbay.example</p>", "<div class=byline>김민수 기자</div>",
      "<div class=byline>김민수 기자 입력 2024-02-27 10:20</div>",
      "<p>김민수 기자</p><p>입력 2024.02.27 10:20 수정 2024.02.27 11:30</p>",
    ] {
      #expect(articleWith(Self.korean, above: above)?.authors == ["김민수"], "\(above)")
    }
    #expect(PersonNames.read("김민수기자", site: SiteName(names: [], host: nil)) == ["김민수"])
  }

  @Test func koreanLabelsOfDatesAreNoAuthors() {
    for above in [
      "<div class=byline>입력 2024.02.27 10:20</div>", "<div class=author>송고시간</div>",
      "<p>송고시간 2024-02-27 10:20</p>", "<span class=author>수정</span>",
    ] {
      #expect(articleWith(Self.korean, above: above)?.authors == [], "\(above)")
    }
  }
}
