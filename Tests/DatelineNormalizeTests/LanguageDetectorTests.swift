import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct LanguageDetectorTests {
  private let english = """
    The town hall opened its doors again on Tuesday after two years of repairs that the council had \
    put off for a decade, and several hundred people came to see the new roof. The mayor said that \
    nobody had believed in it any more.
    """
  private let german = """
    Das Rathaus hat am Dienstag nach zwei Jahren wieder geöffnet, und mehrere hundert Menschen kamen, \
    um das neue Dach zu sehen. Die Bürgermeisterin sagte, daran habe niemand mehr geglaubt, denn der \
    Rat hatte die Arbeiten zehn Jahre lang verschoben.
    """

  private func language(_ text: String, _ declared: String?) -> String? {
    LanguageDetector.language(of: text, declared: declared).map { "\($0.code) \($0.source)" }
  }

  @Test func theTextDecides() {
    #expect(language(english, nil) == "en text")
    #expect(language(english, "en-GB") == "en text")
    #expect(language(german, "en") == "de text")
    #expect(language("东京消息，市政厅在关闭两年之后于星期二重新开放，几百人前来参观新的屋顶。", nil) == "zh text")
    #expect(
      language("העירייה נפתחה מחדש ביום שלישי לאחר שנתיים של שיפוצים, ומאות אנשים באו.", nil)
        == "he text")
  }

  @Test func shortAndRelatedTextsAreWhatTheyAreDeclared() {
    #expect(language("Tor!", "de") == "de declared")
    #expect(language("", "Deutsch") == "de declared")
    #expect(language("", nil) == nil)
    #expect(language("12 34", "unheard-of language") == nil)
    #expect(language(String(english.prefix(90)), "fr") == "fr declared")
  }

  @Test func onlyTheStartIsRead() {
    let long =
      String(repeating: german + "\n\n", count: 20) + String(repeating: english, count: 400)
    #expect(language(long, nil) == "de text")
  }

  @Test func englishIsToldByItsCommonWords() {
    func isEnglish(_ text: String) -> Bool {
      Array(text.utf8).withUnsafeBufferPointer(EnglishWords.fill)
    }
    #expect(isEnglish(english))
    #expect(isEnglish(english.uppercased()))
    #expect(!isEnglish(german))
    #expect(!isEnglish(String(english.prefix(150))))
    // A German text that names English titles.
    #expect(
      !isEnglish(german + " \u{201E}The Wall\u{201C} und \u{201E}The End of the Line\u{201C}."))
    #expect(!isEnglish(String(repeating: "the ", count: 3) + String(repeating: "xyz ", count: 60)))
    #expect(!isEnglish(""))
  }

  @Test func newsFullOfNamesIsEnglish() {
    func isEnglish(_ text: String) -> Bool {
      Array(text.utf8).withUnsafeBufferPointer(EnglishWords.fill)
    }
    let sentence = """
      Shares of Northgate Harbour Holdings rose 4 percent in early trading on Tuesday as investors \
      bet that the Marsh family's offer would win, while Bloggs Shipping Corp lost 2 percent after \
      it reported lower third-quarter freight revenue for the western region. 
      """
    let news = String(repeating: sentence, count: 4)
    #expect(isEnglish(news))
    #expect(!isEnglish(String(news.prefix(500))), "too short for words others share")
    #expect(!isEnglish(news + " les ventes que la société"))
    #expect(!isEnglish(news + String(repeating: "東京 北京 大阪 ", count: 12)))
    #expect(!isEnglish(news.replacing("the ", with: "")))
  }

  @Test func wordsAreCountedAsOneByOne() {
    var generator = SplitMix64(seed: 31)
    func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let lists = [
      ["the"], list(EnglishWords.english), list(EnglishWords.shared), list(EnglishWords.foreign),
    ]
    let known = lists.flatMap(\.self)
    #expect(Set(known).count == known.count)
    #expect(known.allSatisfy { (1...4).contains($0.utf8.count) && $0 == $0.lowercased() })
    let others = [
      "x", "Marsh", "then", "th", "thee", "ofof", "é", "漢字", "`", "{", "Theé", "a\u{301}", "@the",
    ]
    for _ in 0..<8_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        let word =
          (Bool.random(using: &generator) ? known : others).randomElement(using: &generator) ?? ""
        text += Int.random(in: 0..<4, using: &generator) == 0 ? word.uppercased() : word
        text += [" ", " ", ", ", "-", "1", "", "\n\n"].randomElement(using: &generator) ?? ""
      }
      // Bytes, since a text may be cut anywhere.
      let bytes = Array(text.utf8)
      func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
      let words = bytes.split(omittingEmptySubsequences: false) { !isLetter($0) }
        .dropLast().filter { !$0.isEmpty }.map { $0.map { $0 | 0x20 } }
      let counts = bytes.withUnsafeBufferPointer(WordCounts.init)
      let expected = lists.map { list in
        let keys = Set(list.map { $0.utf8.map { $0 | 0x20 } })
        return words.count { keys.contains($0) }
      }
      #expect(counts.words == words.count, "\(text.debugDescription)")
      #expect(
        [counts.the, counts.english, counts.shared, counts.foreign] == expected,
        "\(text.debugDescription)")
      #expect(counts.wideBytes == bytes.count { $0 >= 0x80 })
    }
  }

  @Test func recordsWithoutALanguageGetThatOfTheirText() {
    let normalizer = Normalizer(
      now: .now, defaultSource: nil, memory: LineMemory())
    func language(_ declared: String?) -> [String?] {
      let document = RawDocument(
        origin: Origin(file: "a.jsonl"), shape: .fields, title: "Tor", body: german,
        language: declared)
      guard case .article(let article, _) = normalizer.article(from: document) else { return [] }
      return [article.language, article.evidence["language"]]
    }
    #expect(language(nil) == ["de", "text"])
    #expect(language("fr") == ["fr", nil])
  }
}
