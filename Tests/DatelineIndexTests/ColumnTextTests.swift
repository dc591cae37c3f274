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
}
