import DatelineCore
import Testing

@testable import dateline

@Suite struct LineWrapTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
    ("ᄒ\u{1161}\u{11AB}", 2), ("か\u{3099}", 2), ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("🇫🇷", 2), ("1️⃣", 2), ("❤️", 2),
    ("→", 1), ("…", 1), ("العربية", 7), ("مُحَمَّد", 4), ("\u{200E}a\u{200B}", 1), ("Ж", 1), ("𠀀", 2),
    ("क्ष", 2), ("สวัสดี", 4), ("\u{AD}", 0), ("⌚", 2), ("★", 1),
  ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  private func lines(_ text: String, _ width: Int?, first: String = "", indent: Int = 0) -> [String]
  {
    var styled = StyledText()
    styled.append(text)
    let lines = LineWrap(width: width, style: Style(isOn: false))
      .lines(styled, first: first, indent: indent)
    #expect(lines.hasSuffix("\n"))
    return lines.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test func breaksAtSpacesWithAHangingIndent() {
    #expect(
      lines("one two three four five six", 20, first: "1. ", indent: 3)
        == ["1. one two three", "   four five six"])
    #expect(lines("one two", nil, first: "1. ", indent: 3) == ["1. one two"])
    #expect(lines("", 20, first: "x") == ["x"])
    // The space behind a full line belongs to neither.
    #expect(lines("0123456789 12345 next", 16) == ["0123456789 12345", "next"])
  }

  @Test func longWordsAreBrokenAtTheMargin() {
    #expect(lines(String(repeating: "x", count: 40), 16).map(\.count) == [16, 16, 8])
  }

  @Test func scriptsWithoutSpacesAreBrokenBetweenCharacters() {
    #expect(lines("東京大学東京大学、東京大学", 17) == ["東京大学東京大", "学、東京大学"])
    #expect(lines("東京大学東京「大学」東京", 15) == ["東京大学東京", "「大学」東京"])
  }

  @Test(arguments: 0..<20)
  func noLineIsTooLongAndNothingIsLost(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "word", "a", " ", " ", " ", "東京", "、", "👩‍👩‍👧‍👦", "e\u{301}", "😀", "longerwords", "한국어", "(", ")",
      "🇫🇷",
    ]
    let text = (0..<120).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    for width in [20, 33, 80] {
      let found = lines(text, width, first: "   ", indent: 5)
      for line in found {
        #expect(DisplayWidth.of(line.trimmingEnd) <= width, "seed \(seed): \(line)")
      }
      func plain(_ text: String) -> [Character] { text.filter { $0 != " " } }
      #expect(plain(found.joined()) == plain(text), "seed \(seed)")
      #expect(found.dropFirst().allSatisfy { $0.hasPrefix("     ") })
    }
  }

  @Test func stylesDoNotCount() {
    var text = StyledText()
    text.append(
      Snippet(text: "a storm came over the hill", highlights: [2..<7]), style: Style(isOn: true))
    let lines = LineWrap(width: 16, style: Style(isOn: true)).lines(text, first: "", indent: 2)
    #expect(lines == "a \u{1B}[1;33mstorm\u{1B}[0m came\n  over the hill\n")
    var plain = StyledText()
    plain.append(
      Snippet(text: "a storm came", highlights: [2..<7]), style: Style(isOn: false))
    let bracketed = LineWrap(width: nil, style: Style(isOn: false)).lines(
      plain, first: "", indent: 2)
    #expect(bracketed == "a [storm] came\n")
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
