import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct PlainTextExtractorTests {
  private let extractor = PlainTextExtractor()

  private static let navigation = ["Home", "News", "Sport", "Weather", "Log in", "ADVERTISEMENT"]
  private static let paragraphs = [
    "The harbour of Westerby will be deepened by two metres next year, the town council decided on Monday.",
    "Larger ships could then reach the new terminal at any tide, the harbour master told reporters.",
    "Opponents fear for the oyster beds at the mouth of the river and have announced an appeal.",
    "The work is expected to take eleven months and to cost nine million crowns in all.",
  ]
  private static let foot = [
    "Recommended articles", "Bakery wins prize for rye loaf", "Ferry timetable changes in May",
    "Choir looks for new singers", "Mayor opens swimming pool", "About us", "Privacy policy",
  ]

  private func page(_ middle: [String], foot: [String] = foot) -> String {
    (Self.navigation + middle + foot).joined(separator: "\n\n")
  }

  private func extract(_ text: String, _ memory: LineMemory = LineMemory()) -> ExtractedPage {
    extractor.extract(text, source: "westerby.example", memory: memory)
  }

  private var story: [String] {
    ["Westerby to deepen its harbour", "By Ada Marsh", "12 July 2016 09:30"] + Self.paragraphs
  }

  private var body: String { Self.paragraphs.joined(separator: "\n\n") }

  private func reason(_ line: String, _ result: ExtractedPage) -> ExtractedPage.DropReason? {
    result.dropped.first { $0.text == line }?.reason
  }

  @Test func findsAllFields() {
    let result = extract(page(story))
    #expect(result.title == "Westerby to deepen its harbour")
    #expect(result.byline == "By Ada Marsh")
    #expect(result.published == "12 July 2016 09:30")
    #expect(result.standfirst == nil)
    #expect(result.body == body)
    #expect(reason("Home", result) == .outside)
    #expect(reason("ADVERTISEMENT", result) == .advertisement)
    #expect(reason("Privacy policy", result) == .callToAction)
  }

  @Test func standfirstIsAFieldOfItsOwn() {
    var lines = story
    lines.insert("Council votes for the dredging of the river mouth in spite of protests", at: 1)
    let result = extract(page(lines))
    #expect(result.standfirst == lines[1])
    #expect(result.title == lines[0])
    #expect(result.body == body)
  }

  @Test func authorAndDateOnTwoLines() {
    let lines = ["Westerby to deepen its harbour", "By", "Ada Marsh"] + Self.paragraphs
    #expect(extract(page(lines)).byline == "By Ada Marsh")
  }

  @Test func everyLineIsInOneField() {
    let text = page(story)
    let result = extract(text)
    var lines = result.dropped.map(\.text) + result.body.components(separatedBy: "\n\n")
    lines += [result.title, result.byline, result.published].compactMap { $0 }
    #expect(lines.sorted() == text.components(separatedBy: "\n\n").sorted())
  }

  @Test(arguments: [
    ("ADVERTISEMENT", ExtractedPage.DropReason.advertisement),
    ("Anzeige", .advertisement),
    ("JOIN OUR HARBOUR COMMUNITY!", .callToAction),
    ("Sign up for our newsletter and never miss a story.", .callToAction),
    ("Abonnieren Sie jetzt den Newsletter.", .callToAction),
    ("Lire aussi : Le port de Westerby", .callToAction),
    ("Follow the Westerby Post on Facebook", .callToAction),
    ("A dredger off Westerby. (Photo: Ada Marsh)", .photo),
    ("FILE - The dredger seen from the pier in June.", .photo),
    ("— Harbour Office (@harbour) July 11, 2016", .byline),
    ("WESTERBY FERRY TO SAIL ONLY TWICE A DAY", .teaser),
  ])
  func furnitureInsideTheTextIsDropped(line: String, expected: ExtractedPage.DropReason) {
    var lines = story
    lines.insert(line, at: 5)
    let result = extract(page(lines))
    #expect(result.body == body)
    #expect(reason(line, result) == expected)
  }

  @Test func subheadingsAreKept() {
    var lines = story
    lines.insert("Oysters at risk", at: 5)
    #expect(extract(page(lines)).body.contains("\n\nOysters at risk\n\n"))
  }

  @Test func doubledHeadlinesAreDropped() {
    let doubled = ["Bakery wins prize for its loaf of rye and barley"].flatMap { [$0, $0] }
    let result = extract(page(story, foot: doubled + doubled))
    #expect(result.body == body)
    #expect(reason(doubled[0], result) == .doubled)
  }

  @Test func listsBetweenParagraphsDoNotCutTheText() {
    var lines = story
    let list = [
      "Related", "Bakery wins prize for rye loaf", "Ferry timetable changes in May",
      "Choir looks for new singers", "Mayor opens swimming pool", "Old mill to be sold",
    ]
    lines.insert(contentsOf: list, at: 5)
    #expect(extract(page(lines)).body == body)
  }

  @Test func tailHeadingEndsTheText() {
    let teasers = [
      "Read more", "Bakery wins prize", "The rye loaf of the old bakery won a prize.",
      "Ferry timetable", "Choir concert", "Pool opens", "Mill sold", "Old bridge", "New school",
    ]
    let result = extract(page(story, foot: teasers))
    #expect(result.body == body)
  }

  @Test func linesOfOtherPagesAreDropped() {
    let promotion =
      "The Westerby Post has reported from the harbour since 1871 and is read in every house."
    var memory = LineMemory()
    for number in 0..<5 {
      memory.learn(
        page: "Story number \(number) of the day is about the sea.\n" + promotion,
        source: "westerby.example")
    }
    let text = page(story + [promotion], foot: [])
    #expect(extract(text).body.hasSuffix(promotion))
    let result = extract(text, memory)
    #expect(result.body == body)
    #expect(reason(promotion, result) == .repeated)
  }

  @Test func copiesOfThePageDoNotEmptyIt() {
    var memory = LineMemory()
    for _ in 0..<3 { memory.learn(page: page(story), source: "westerby.example") }
    let result = extract(page(story), memory)
    #expect(result.title == "Westerby to deepen its harbour")
    #expect(result.body == body)
  }

  @Test func noteOnTheAuthorIsDropped() {
    let note = "Ada Marsh is the harbour correspondent of the Westerby Post and lives on a boat."
    let result = extract(page(story + [note]))
    #expect(result.body == body)
    #expect(reason(note, result) == .byline)
  }

  @Test func piecesOfASentenceAreJoined() {
    let pieces = [
      "Larger ships could then reach the", "new terminal", "at any tide, the", "harbour master",
      ", Joe Bloggs, told reporters on Tuesday.",
    ]
    let lines = [story[0], Self.paragraphs[0]] + pieces + [Self.paragraphs[2]]
    let result = extract(page(lines))
    #expect(
      result.body.contains(
        "could then reach the new terminal at any tide, the harbour master, Joe Bloggs, told"))
  }

  @Test func headerMarksAreNoText() {
    let text = "-- Westerby to deepen its harbour\n--\n-- Tue Jul 12, 2016 2:54pm EST\n\n" + body
    let result = extract(text)
    #expect(result.title == "Westerby to deepen its harbour")
    #expect(result.published == "Tue Jul 12, 2016 2:54pm EST")
    #expect(result.body == body)
  }

  @Test func lettersOfCJKCountHalfAWord() {
    let sentence = String(repeating: "港の水深を二メートル深くすると町議会が決めた。", count: 2)
    let text = (["首页", "体育", "天気"] + [sentence, sentence + "続く。", "会社案内"]).joined(separator: "\n")
    #expect(extract(text).body == sentence + "\n\n" + sentence + "続く。")
  }

  @Test func aButtonBetweenParagraphsEndsNoText() {
    let last =
      "Work begins in March and is to end in the spring of 2024, the board said on Tuesday."
    let text = page(story + ["Advertisement", "Read more", "Share this article", last])
    #expect(extract(text).body.hasSuffix(last))
  }

  @Test(arguments: ["", "\n\n", "Home", "Home\nNews\nSport"])
  func pagesWithoutText(text: String) {
    let result = extract(text)
    #expect(result.body == "" && result.title == nil)
  }

  @Test func manyOddLinesAreLinear() {
    for piece in [",\n", "by\n", "By Ada Marsh\n", "the\n", "a, b, c\n", "follow\n", "(\n"] {
      _ = extract(String(repeating: piece, count: 60_000) + "End of it all, as was said.")
    }
  }
}
