import DatelineAnalysis
import DatelineCore
import Testing

/// What holds for mentions in any text.
@Suite struct TaggerPropertyTests {
  private static let pieces = [
    "Georgia", "Michael", "Jordan", "JORDAN", "May", "Washington", "U.S.", "US", "Reuters",
    "(Reuters)",
    "AP", "Peru's", "Congress", "Turkish central bank", "New Mexico", "Chad", "Smith", "BOSTON",
    "5",
    "1996", "Boston", "at", "v", "in", "University of", "Heart Foundation", "B.", "Yeltsin", "Mr.",
    "Trump", "Saudi King Abdullah", "Reporting by", "Editing by", "Copyright",
    "contributed to this",
    "http://", "russia", "By", "Inc", "Open", "(", ")", "-", "—", "/", ".", ",", "\n", " ", " ",
    " ",
    " ", " ", " ", "é", "\u{301}", "京",
  ]

  @Test func mentionsAreWholeTokensInOrder() {
    var random = SplitMix64(seed: 11)
    var tagger = EntityTagger(gazetteer: .builtIn)
    func text(_ most: UInt64) -> String {
      (0..<random.next() % most).map { _ in
        Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }.joined()
    }
    var found = 0
    for _ in 0..<3000 {
      let title = text(12)
      let body = text(60)
      let matches = tagger.matches(title: title, body: body)
      found += matches.count
      for part in [title, body] {
        var lastStart = 0
        var (starts, ends) = (Set<Int>(), Set<Int>())
        var folded: [UInt8] = []
        var part = part
        let isTitle = matches.filter { $0.isTitle == (part == title) }
        part.withUTF8 { bytes in
          Tokenizer().forEachToken(in: bytes, folded: &folded) { _, start, end in
            starts.insert(start)
            ends.insert(end)
          }
        }
        for match in isTitle where title != body {
          #expect(starts.contains(match.range.lowerBound), "\(part.debugDescription)")
          #expect(ends.contains(match.range.upperBound), "\(part.debugDescription)")
          #expect(match.range.lowerBound >= lastStart, "\(part.debugDescription)")
          lastStart = match.range.lowerBound
        }
      }
      let mentions = tagger.mentions(title: title, body: body)
      #expect(mentions.reduce(0) { $0 + $1.count } == matches.count)
      #expect(Set(mentions.map(\.entity)) == Set(matches.map(\.entity)))
    }
    #expect(found > 5000)
  }

  /// A full name that two people share, and nothing else: its surname is known in this article, before
  /// it too, and in no other.
  @Test func sharedFullNamesAreKnownInTheirArticleOnly() {
    let gazetteer = Gazetteer(
      parsing: """
        first | person | Ada Marsh | surname: Marsh
        second | person | Ada Lind Marsh | maybe: Ada Marsh | surname: Marsh
        """)
    var tagger = EntityTagger(gazetteer: gazetteer)
    let texts = [
      ("Marsh resigns", "Ada Marsh said so.", [0, 0]), ("", "Marsh resigned.", []),
    ]
    for (title, body, expected) in texts + texts.reversed() {
      #expect(
        tagger.matches(title: title, body: body).map(\.entity) == expected, "\(title) \(body)")
    }
  }

  @Test func oneArticleLeavesNothingForTheNext() {
    var tagger = EntityTagger(gazetteer: .builtIn)
    let texts = [
      "Michael Jordan retired. Jordan won. Tbilisi and Georgia.", "Jordan and Georgia",
      "Clinton left.",
      "Hillary Clinton left. Clinton smiled.", "Clinton left.", "Labour", "",
    ]
    for text in texts + texts.reversed() {
      var fresh = EntityTagger(gazetteer: .builtIn)
      #expect(
        tagger.matches(title: "", body: text) == fresh.matches(title: "", body: text), "\(text)")
    }
  }
}
