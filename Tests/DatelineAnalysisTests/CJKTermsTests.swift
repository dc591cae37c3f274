import DatelineAnalysis
import Testing

@Suite struct CJKTermsTests {
  private func terms(_ title: String, _ body: String) -> String {
    var terms = CJKTerms()
    return terms.text(title: title, body: body)
  }

  @Test func runsBecomePairsAndTheirLastCharacter() {
    #expect(terms("", "東京大学") == "東京 京大 大学 学")
    #expect(terms("東京", "大学。首都") == "東京 京 大学 学 首都 都")
    #expect(terms("", "年") == "年")
    #expect(terms("", "서울시") == "서울 울시 시")
  }

  @Test func otherLettersOfTheRunStayTogether() {
    #expect(terms("", "我的iPhone手机") == "我的 的 iphone 手机 机")
    #expect(terms("", "2016年") == "2016 年")
  }

  @Test func otherTextHasNone() {
    #expect(terms("NATO", "Erdoğan visited Łódź — “again” 😀").isEmpty)
    #expect(!CJKTerms.occur(in: "Россия") && CJKTerms.occur(in: "in 北京"))
  }

  @Test func wordsAreFoundInLongerRuns() {
    // Every part of a run must be a phrase of its terms.
    let run = Array("中华人民共和国国务院")
    let all = terms("", String(run)).split(separator: " ").map(String.init)
    for start in run.indices {
      for end in start..<run.count {
        let query = CJKTerms.query(token: String(run[start...end]), isLast: true)
        let found = all.indices.contains { place in
          place + query.terms.count <= all.count
            && query.terms.enumerated().allSatisfy { offset, term in
              let isLast = offset == query.terms.count - 1
              return isLast && query.isPrefix
                ? all[place + offset].hasPrefix(term) : all[place + offset] == term
            }
        }
        #expect(found, "\(String(run[start...end]))")
      }
    }
  }

  @Test func longRunsTakeLinearSpace() {
    let text = String(repeating: "新聞", count: 50_000)
    var maker = CJKTerms()
    let made = maker.text(title: "", body: text)
    // 99,999 pairs of 6 bytes and one character of 3, with spaces between them.
    #expect(made.utf8.count == 99_999 * 7 + 3)
  }
}
