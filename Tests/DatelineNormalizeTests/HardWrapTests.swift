import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct HardWrapTests {
  private static let headline = "Westerby to deepen its harbour"
  private static let paragraphs = [
    "The harbour of Westerby will be deepened by two metres next year, the town council of Westerby and the Harbour Board of Lower Marsh County decided on Monday.",
    "Larger ships could then reach the New Terminal at any tide, harbour master Joe Bloggs told Westerby Radio. Opponents fear for the oyster beds at the mouth of the river and have announced an appeal to the High Court. Mayor Ada Marsh said that the Oyster Farmers Union had been heard in March.",
    "\"The work will take eleven months,\" said Eleanor Wexford-Smythe of Northern Dredging. It costs nine million crowns. Westerby pays a third of that, the State Fund the rest, and the Union of Fishermen Little Marsh nothing at all.",
  ]

  /// `text` in lines of at most `width` columns.
  private static func wrapped(_ text: String, _ width: Int, indent: String = "") -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      guard let line = lines.last else {
        lines = [indent + word]
        continue
      }
      if line.count + word.count + 1 > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = line + " " + word
      }
    }
    return lines.joined(separator: "\n")
  }

  private func body(_ text: String) -> String {
    PlainTextExtractor().extract(text, source: "westerby.example", memory: LineMemory()).body
  }

  @Test(arguments: [60, 68, 72, 78])
  func paragraphsBetweenBlankLinesAreJoined(width: Int) {
    let text = ([Self.headline] + Self.paragraphs).map { Self.wrapped($0, width) }
    #expect(body(text.joined(separator: "\n\n")) == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test(arguments: ["   ", "\t", "\u{3000}\u{3000}"])
  func indentedLinesBeginParagraphs(indent: String) {
    let text = Self.paragraphs.map { Self.wrapped($0, 70, indent: indent) }
    #expect(
      body(Self.headline + "\n\n" + text.joined(separator: "\n"))
        == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func shortLinesEndParagraphs() {
    let text = Self.paragraphs.map { Self.wrapped($0, 72) }.joined(separator: "\n")
    #expect(body(Self.headline + "\n" + text) == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func indentedPagesHaveParagraphs() {
    let blocks = ([Self.headline] + Self.paragraphs).map { Self.wrapped($0, 72) }
    let text = blocks.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.isEmpty ? "" : "   " + $0 }
    #expect(body(text.joined(separator: "\n")) == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func raggedLinesAreJoined() {
    let text = """
      The harbour of Westerby will be deepened by two metres next year,
      the town council of Westerby and the Harbour Board of
      Lower Marsh County decided on Monday after a debate of four
      hours in which nobody spoke for the oyster beds of
      Westerby, although the fishermen had asked for it in a letter.
      """
    let joined = text.replacing("\n", with: " ")
    #expect(body(Self.headline + "\n\n" + text) == joined)
  }

  @Test func namesAndDatesBelowHeadlinesStayLines() {
    let headline = "Harbour of Westerby to be deepened by two metres in the coming year"
    let blocks =
      [headline + "\nBy Ada Marsh\n12 July 2016"] + Self.paragraphs.map { Self.wrapped($0, 72) }
    let page = PlainTextExtractor().extract(
      blocks.joined(separator: "\n\n"), source: "westerby.example", memory: LineMemory())
    #expect(page.title == headline)
    #expect(page.byline == "By Ada Marsh")
    #expect(page.published == "12 July 2016")
    #expect(page.body == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func linesOfChineseAreJoinedWithoutSpaces() {
    let paragraph = String(
      repeating: "港口水深将增加两米，市议会星期一决定，渔民表示反对，认为河口的牡蛎会受到影响。", count: 4)
    let lines = stride(from: 0, to: paragraph.count, by: 34).map {
      String(paragraph.dropFirst($0).prefix(34))
    }
    #expect(body("港口将加深\n\n" + lines.joined(separator: "\n")) == paragraph)
  }

  @Test func dividedWordsAreJoined() {
    let text = """
      Der Hafen von Westerby wird im nächsten Jahr um zwei Meter ver-
      tieft, beschloss der Rat der Stadt am Montag. Größere Schiffe er-
      reichen dann bei jedem Wasserstand den Kai, sagte die Hafenmeis-
      terin Ada Marsh. Gegner fürchten um die Austern- und Muschelbän-
      ke an der Mündung und haben angekündigt, vor Gericht zu gehen.
      """
    let found = body("Hafen von Westerby wird vertieft\n\n" + text)
    #expect(found.contains("um zwei Meter vertieft, beschloss"))
    #expect(found.contains("Austern- und Muschelbänke an der"))
  }

  @Test func hyphensOfCompoundsStay() {
    let text = """
      The harbour board of Westerby has decided on a plan for the long-
      term future of the quays, which were built a century ago and which
      have not been repaired since, the mayor said on Monday to the Radio
      of Westerby, which had asked.
      """
    #expect(body("Plan for the harbour\n\n" + text).contains("plan for the long-term future"))
  }

  @Test func listsAreNotJoined() {
    let lines = [
      "Bakery wins prize for its loaf of rye and barley",
      "Ferry timetable changes on the first of May",
      "Choir looks for singers who can read music", "Mayor opens the swimming pool on Sunday",
      "Old mill to be sold to a brewer from Lower Marsh", "School asks parents to walk in winter",
      "Oyster festival moves to the market square", "Lighthouse painted white for the first time",
    ]
    let text = lines.joined(separator: "\n")
    #expect(String(decoding: TextNormalizer.lines(text), as: UTF8.self) == text)
  }

  @Test func aParagraphALineStaysAParagraph() {
    let text = ([Self.headline] + Self.paragraphs).joined(separator: "\n")
    #expect(String(decoding: TextNormalizer.lines(text), as: UTF8.self) == text)
  }

  @Test func fieldsAreJoinedAsPagesAre() {
    let text = Self.paragraphs.map { Self.wrapped($0, 72) }
    for end in ["\n", "\n\n"] {
      #expect(
        TextNormalizer.body(text.joined(separator: end))
          == Self.paragraphs.joined(separator: "\n\n"))
    }
  }

  @Test func widthsAreCountedInCharacters() {
    let paragraph =
      "Совет города Вестерби решил в понедельник, что гавань будет углублена на два метра в следующем "
      + "году, а работы начнутся весной. Рыбаки опасаются за устрицы в устье реки и обратились в суд, "
      + "который рассмотрит жалобу в апреле, сообщила мэр Ада Марш журналистам радио Вестерби."
    #expect(TextNormalizer.body(Self.wrapped(paragraph, 76)) == paragraph)
    #expect(body("Гавань Вестерби\n\n" + Self.wrapped(paragraph, 76)) == paragraph)
  }

  @Test func indentedBlocksAndListsAreJoined() {
    let quote = Self.paragraphs[1]
    let block = Self.wrapped(quote, 66).replacing("\n", with: "\n      ")
    let item = Self.wrapped("* " + Self.paragraphs[2], 70).replacing("\n", with: "\n  ")
    let text = [Self.wrapped(Self.paragraphs[0], 72), "      " + block, item].joined(
      separator: "\n\n")
    let lines = String(decoding: TextNormalizer.lines(text), as: UTF8.self)
    #expect(
      lines == [Self.paragraphs[0], quote, "* " + Self.paragraphs[2]].joined(separator: "\n"))
  }
}
