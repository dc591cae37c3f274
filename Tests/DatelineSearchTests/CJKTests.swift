import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation
import Testing

/// Chinese, Japanese and Korean words are found inside sentences without spaces.
@Suite struct CJKTests {
  private let index: TestIndex
  private let engine: LocalEngine

  init() throws {
    let filler = String(repeating: "市場は静かだった。", count: 20)
    index = try TestIndex([
      .sample("uni", title: "東京大学の発表", body: "研究者は新しい電池を開発した。"),
      .sample("city", title: "天気", body: "今日の東京は晴れ。大学は休み。"),
      .sample("late", title: "経済", body: filler + "東京大学が調査した。"),
      .sample("china", title: "中国外交部", body: "外交部发言人回应记者提问，NATO秘书长访问北京。"),
      .sample("phone", title: "科技", body: "我的iPhone手机坏了，2016年买的。"),
      .sample("korea", title: "뉴스", body: "대통령이 서울에서 연설했다."),
      .sample("latin", title: "NATO", body: "The alliance met in Warsaw."),
    ])
    engine = try LocalEngine(path: index.path)
  }

  private func keys(_ query: String, match: SearchRequest.Match = .auto) throws -> [String] {
    try engine.search(SearchRequest(query: query, match: match)).hits.map(\.key)
  }

  @Test(
    "Words inside runs",
    arguments: [
      ("東京大学", ["uni", "late"]), ("東京", ["uni", "late", "city"]), ("京大", ["uni", "late"]),
      ("电池", []), ("電池", ["uni"]), ("外交部", ["china"]), ("手机", ["phone"]),
      ("iPhone手机", ["phone"]), ("2016年", ["phone"]), ("서울", ["korea"]), ("대통령", ["korea"]),
      ("雨", []), ("晴", ["city"]), ("学", ["uni", "late", "city"]),
      ("\"発言人 回应\"", []), ("\"发言人回应\"", ["china"]), ("東*", ["uni", "late", "city"]),
      ("NEAR(東京 大学)", ["uni", "late", "city"]), ("北京~", ["china"]), ("=北京", ["china"]),
    ])
  func words(query: String, expected: [String]) throws {
    #expect(Set(try keys(query)) == Set(expected), "\(query)")
  }

  @Test(
    "Letters in parts, as some systems give them, are the same letters",
    arguments: ["서울", "대통령", "\"서울에서 연설했다\"", "対応が", "서*"])
  func parts(query: String) throws {
    let index = try TestIndex([
      .sample("korea", title: "뉴스", body: "대통령이 서울에서 연설했다."),
      .sample("japan", title: "経済", body: "対応が遅い。"),
      .sample("other", title: "News", body: "Nothing of the kind."),
    ])
    let engine = try LocalEngine(path: index.path)
    func keys(_ query: String) throws -> [String] {
      try engine.search(SearchRequest(query: query, match: .all)).hits.map(\.key)
    }
    let inParts = query.decomposedStringWithCanonicalMapping
    #expect(!inParts.utf8.elementsEqual(query.utf8))
    let found = try keys(inParts)
    #expect(found.count == 1)
    #expect(try keys(query) == found)
  }

  @Test func fieldsAndExclusion() throws {
    #expect(try keys("title:東京") == ["uni"])
    #expect(Set(try keys("body:東京")) == ["city", "late"])
    #expect(try keys("lead:東京") == ["city"])
    #expect(Set(try keys("東京 -title:東京")) == ["city", "late"])
    #expect(try keys("大学 -電池 -調査") == ["city"])
  }

  @Test func headlineRanksFirst() throws {
    #expect(try keys("東京大学").first == "uni")
  }

  @Test func mixedQuestions() throws {
    #expect(try keys("NATO 北京").first == "china")
    #expect(try keys("\"北京 NATO\"", match: .all) == ["china"])
    let response = try engine.search(SearchRequest(query: "東京大学"))
    #expect(response.reading == "東京大学")
  }
}
