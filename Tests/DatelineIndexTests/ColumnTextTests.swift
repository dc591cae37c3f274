import DatelineCore
import Foundation
import Testing

@testable import DatelineIndex

@Suite struct ColumnTextTests {
  /// What is read without a JSON decoder is what that would read.
  @Test func stringsAreReadAsADecoderDoes() throws {
    let pieces = ["NATO", "a,b", "\",\"", "\\", "", "é東", "[\"x\"]", "line\nbreak", " "]
    var random = SeededGenerator(seed: 3)
    let encoder = JSONEncoder()
    for _ in 0..<2000 {
      let strings = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (0..<Int.random(in: 0...2, using: &random))
          .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      let text = String(decoding: try encoder.encode(strings), as: UTF8.self)
      #expect(ColumnText.strings(in: text) == strings, "\(text)")
    }
    for text in [
      "[\"a\" , \"b\"]", "[\"a\",\"b\"", "[\"a\"b\"]", "[\"a\",1]", "[\"\"]", "[]", "", "[\"]", "x",
      "[\"a\",\"b\",]", "[\"a\"]]",
    ] {
      let decoded = (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
      #expect(ColumnText.strings(in: text) == decoded, "\(text)")
    }
  }

  /// What is written without a JSON encoder is what that would write.
  @Test func evidenceIsWrittenAsAnEncoderDoes() throws {
    let keys = ["author", "published", "modified", "imageURL", "a b", "é"]
    let values = ["date-line", "url", "a/b", "\"", "\\", "é東", "line\nbreak", "\u{7F}", ""]
    var random = SeededGenerator(seed: 4)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for _ in 0..<1000 {
      var article = Article.sample("1", title: "t", body: "b")
      article.evidence = [:]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        article.evidence[keys.randomElement(using: &random) ?? ""] =
          values.randomElement(using: &random)
      }
      let expected = String(decoding: try encoder.encode(article.evidence), as: UTF8.self)
      #expect(ColumnText.evidence(of: article) == (article.evidence.isEmpty ? nil : expected))
    }
  }
}
