import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct TextPropertyTests {
  private static let pieces: [String] = [
    "a", "b ", "Word", ". ", ".\n", "\n", "\n\n", "\r\n", "  ", "\t", "\u{0}", "\u{1}", "\u{85}",
    "\u{A0}",
    "\u{AD}", "\u{301}", "e\u{301}", "é", "\u{200B}", "\u{200D}", "\u{2028}", "\u{2029}",
    "\u{FEFF}",
    "“", "”", "’", "…", "漢字", "한", "\u{1100}\u{1161}", "ไทย\u{E49}", "שָׁ", "👩\u{200D}👧", "$ 1,234.5",
    ":",
    "a line of some length that ends inside a sentence and goes on in the\nnext line", "\u{212B}",
    "\u{0344}",
    "\u{1E9B}\u{323}", "\u{C}", "\u{B}", "|", "- ", "(", ")", "\u{FFFD}", "\u{10FFFF}",
  ]

  private func text(_ generator: inout SplitMix64, _ pieces: [String]) -> String {
    let count = Int.random(in: 0..<40, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test func normalisingTwiceIsNormalisingOnce() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let input = text(&generator, Self.pieces)
      let body = TextNormalizer.body(input)
      #expect(TextNormalizer.body(body) == body, "\(input.debugDescription)")
      #expect(Array(TextNormalizer.body(body).utf8) == Array(body.utf8))
      let line = TextNormalizer.line(input)
      #expect(Array(TextNormalizer.line(line).utf8) == Array(line.utf8))
    }
  }

  @Test func resultIsClean() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<5_000 {
      let body = TextNormalizer.body(
        text(&generator, Self.pieces + ["&#7;", "&#x9f;", "<p>", "</p>"]))
      for scalar in body.unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control)
      }
      #expect(!body.contains("\n\n\n") && !body.hasPrefix("\n") && !body.hasSuffix("\n"))
      #expect(!body.contains("  "))
      #expect(body.utf8.elementsEqual(body.precomposedStringWithCanonicalMapping.utf8))
    }
  }

  @Test func anyBytesAreSurvived() {
    var generator = SplitMix64(seed: 3)
    let dates = DateParser(now: Date(timeIntervalSince1970: 1_700_000_000))
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_700_000_000), defaultSource: nil, memory: LineMemory())
    for round in 0..<4_000 {
      let count = Int.random(in: 0..<200, using: &generator)
      let narrow = round % 2 == 0
      let bytes = (0..<count).map { _ in
        narrow
          ? UInt8.random(in: 0x1F...0x40, using: &generator)
          : UInt8.random(in: 0...255, using: &generator)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = dates.parse(text)
      _ = dates.date(inURL: text)
      for shape in [RawDocument.Shape.fields, .page] {
        let document = RawDocument(
          origin: Origin(file: "-"), shape: shape, title: round % 3 == 0 ? text : nil,
          body: text, published: text, url: text, byline: text, language: text)
        _ = normalizer.article(from: document)
      }
    }
  }

  @Test func dateResultsAreISO8601AndReadAsThemselves() {
    var generator = SplitMix64(seed: 4)
    let dates = DateParser(now: Date(timeIntervalSince1970: 1_700_000_000))
    let pieces = [
      "12", "7", "2016", "16", "/", "-", ".", ":", " ", ",", "Jul", "July", "T", "Z", "09:30",
      "+01:00", "am",
      "GMT", "ET", "of", "de", "31", "29", "Feb", "1999", "日", "月", "年", "20160712", "1468315800",
    ]
    var read = 0
    for _ in 0..<50_000 {
      guard case .date(let date, _) = dates.parse(text(&generator, pieces)) else { continue }
      read += 1
      #expect(dates.parse(date) == .date(date, ambiguous: false))
    }
    #expect(read > 1_000)
  }
}
