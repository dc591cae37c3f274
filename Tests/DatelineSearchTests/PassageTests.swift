import DatelineCore
import Testing

@testable import DatelineSearch

/// Which passages are shown, and where they are cut.
@Suite struct PassageTests {
  private let bench: SnippetBench

  init() throws { bench = try SnippetBench() }

  /// A sentence of so many words that match nothing.
  private func sentence(_ words: Int) -> String {
    "Nothing " + (1..<words).map { "word\($0)" }.joined(separator: " ") + "."
  }

  @Test func wholeSentencesWithWhatFitsAround() throws {
    let found = try bench.snippets(
      "storm", "\(sentence(40)) It rained. The storm came. It went. \(sentence(40))")
    #expect(found == ["It rained. The [storm] came. It went."])
  }

  @Test func otherParagraphsAreLeftOut() throws {
    let body = "\(sentence(20))\n\nThe storm \(sentence(14))\n\n\(sentence(20))"
    let found = try bench.snippets("storm", body)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("The [storm] Nothing"))
    #expect(found[0].hasSuffix("word13."))
  }

  @Test func moreConceptsBeatNearerOnes() throws {
    let body = """
      The storm hit the harbour. \(sentence(36)) Rain fell; a storm was near, and they said that \
      the old harbour would not hold. \(sentence(36))
      """
    let found = try bench.snippets("storm harbour rain", body, fragments: 1)
    #expect(found.count == 1)
    #expect(found[0].contains("[Rain] fell; a [storm]"))
  }

  @Test func nearerWordsBeatScatteredOnes() throws {
    let scattered = "The rate was one that nobody had asked the bank to cut."
    let near = "The rate cut surprised banks."
    for body in [
      "\(scattered) \(sentence(40)) \(near) \(sentence(40))",
      "\(near) \(sentence(40)) \(scattered) \(sentence(40))",
    ] {
      #expect(
        try bench.snippets("rate cut", body, fragments: 1) == ["The [rate] [cut] surprised banks."])
    }
  }

  @Test func ofEqualPassagesTheFirstIsShown() throws {
    let body = "\(sentence(40)) A storm, first. \(sentence(40)) A storm, second. \(sentence(40))"
    #expect(try bench.snippets("storm", body, fragments: 1) == ["A [storm], first."])
  }

  @Test func conceptsNotYetShownComeFirst() throws {
    let body = """
      A storm and a flood. \(sentence(40)) A storm with a flood. \(sentence(40)) Rain alone. \
      \(sentence(40))
      """
    let found = try bench.snippets("storm flood rain", body, fragments: 2)
    #expect(found == ["A [storm] and a [flood].", "[Rain] alone."])
  }

  @Test func fragmentsAreInOrderAndDisjoint() throws {
    let body = (0..<30).map { "Storm number\($0) came. \(sentence($0 % 7 * 6 + 3))" }
      .joined(separator: " ")
    for count in [1, 2, 3, 8, 200] {
      let found = try bench.snippets("storm", body, fragments: count)
      #expect(!found.isEmpty && found.count <= count)
      var rest = body[...]
      for fragment in found {
        let plain = fragment.replacing("[", with: "").replacing("]", with: "")
          .split(separator: "…").joined()
        let place = try #require(rest.firstRange(of: plain), "\(plain)")
        rest = rest[place.upperBound...]
      }
    }
  }

  @Test func theSameWordsAreShownOnce() throws {
    let body = """
      The storm came. \(sentence(40)) The storm came. \(sentence(40)) A storm went. \
      \(sentence(40)) The storm came.
      """
    #expect(
      try bench.snippets("storm", body, fragments: 2) == ["The [storm] came.", "A [storm] went."])
    #expect(
      try bench.snippets("storm", body, fragments: 9) == ["The [storm] came.", "A [storm] went."])
  }

  @Test func neighboursAreJoined() throws {
    let one = "A storm came and " + (0..<20).map { "w\($0)" }.joined(separator: " ") + "."
    let two = "The storm went and " + (0..<20).map { "v\($0)" }.joined(separator: " ") + "."
    let found = try bench.snippets("storm", "\(sentence(40)) \(one) \(two) \(sentence(40))")
    #expect(found.count == 1)
    #expect(found[0].contains("w19. The [storm] went"))
  }

  @Test func longSentencesAreCutAtClausesOrWords() throws {
    func words(_ name: String, _ count: Int) -> String {
      (0..<count).map { "\(name)\($0)" }.joined(separator: " ")
    }
    let clauses =
      "They \(words("a", 50)), when the storm came, \(words("b", 20)), and \(words("c", 60))."
    let found = try bench.snippets("storm", clauses)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("…when the [storm] came, b0"), "\(found)")
    #expect(found[0].hasSuffix("b19…"), "\(found)")
    let plain = try bench.snippets("storm", "\(words("a", 80)) storm \(words("b", 80))")
    #expect(plain.count == 1)
    #expect(plain[0].hasPrefix("…a7") && plain[0].contains(" a79 [storm] b0 "), "\(plain)")
    #expect(plain[0].hasSuffix("…") && !plain[0].hasSuffix("b79…"))
    let length = plain[0].split(separator: " ").count
    #expect((20...40).contains(length), "\(length)")
  }

  @Test func nothingIsCutNearTheEndOfASentence() throws {
    let body = "A storm " + (0..<36).map { "w\($0)" }.joined(separator: " ") + "."
    #expect(try bench.snippets("storm", body) == ["A [storm]" + body.dropFirst(7)])
  }

  @Test func aCharacterOfAScriptWithoutSpacesIsHalfAWord() throws {
    let filler = String(repeating: "漢字仮名", count: 60)
    let found = try bench.snippets("東京大学", "\(filler)東京大学\(filler)。次。")
    #expect(found.count == 1)
    #expect(found[0].contains("[東京大学]"))
    #expect(found[0].hasPrefix("…") && found[0].hasSuffix("…"))
    #expect((40...90).contains(found[0].count), "\(found[0].count)")
    #expect(
      try bench.snippets("東京", "\(filler)。東京は雨。\(filler)。") == ["[東京]は雨。"])
  }

  @Test func theBeginningWhereNothingMatches() throws {
    #expect(try bench.snippets("zebra", "First. Second. \(sentence(50))") == ["First. Second."])
    let long = try bench.snippets("zebra", sentence(90))
    #expect(long.count == 1 && long[0].hasPrefix("Nothing word1") && long[0].hasSuffix("…"))
    #expect(try bench.snippets("zebra", "") == [])
    #expect(try bench.snippets("zebra", " \n…\n ") == [])
  }

  @Test func theEndOfAHugeTextIsFound() throws {
    let filler = String(repeating: sentence(50) + "\n\n", count: 15_000)
    #expect(filler.utf8.count > 5_000_000)
    let found = try bench.snippets("storm", filler + "The storm came last.")
    #expect(found == ["The [storm] came last."])
    #expect(bench.scannedBytes < filler.utf8.count + filler.utf8.count / 20)
    // A name and a phrase too, on whatever place of a chunk.
    for shift in 0..<4 {
      let body =
        String(repeating: "x ", count: (1 << 19) - 12 + shift * 3) + "a rate cut by the North "
        + "Atlantic Treaty Organization. " + sentence(900)
      let phrase = try bench.snippets("\"rate cut\"", body)
      #expect(phrase.first?.contains("[rate cut]") == true, "shift \(shift)")
      let name = try bench.snippets("nato", body)
      #expect(
        name.first?.contains("[North Atlantic Treaty Organization]") == true, "shift \(shift)")
    }
  }

  @Test func whatIsFoundEarlyEndsTheWork() throws {
    let filler = String(repeating: sentence(50) + "\n\n", count: 13_000)
    #expect(
      try bench.snippets("storm", "A storm. \(filler)").first?.hasPrefix("A [storm].") == true)
    #expect(bench.scannedBytes <= PassageScanner.firstChunk)
  }

  /// Texts without sentences, words or spaces give short fragments all the same.
  @Test(arguments: [
    String(repeating: "a", count: 50_000),
    String(repeating: "-", count: 30_000),
    String(repeating: "漢", count: 10_000),
    String(repeating: "😀", count: 10_000),
    "e" + String(repeating: "\u{301}", count: 10_000),
    String(repeating: "a京京京京京京b storm ", count: 3_000),
    String(repeating: "storm ", count: 4_000),
    String(repeating: "storm.", count: 4_000),
    String(repeating: "Storm. ", count: 4_000),
    String(repeating: "\n", count: 30_000),
  ])
  func fragmentsAreShortWhateverTheText(filler: String) throws {
    for body in [filler + " storm. " + filler, "storm" + filler, filler + "storm"] {
      for query in ["storm", "a*", "漢漢 京京", "zebra"] {
        for snippet in try bench.raw(query, body) {
          #expect(snippet.text.utf8.count < 40_000 && snippet.text.unicodeScalars.count < 9000)
        }
      }
    }
  }

  /// Fragments are pieces of the text that begin and end between characters; marks too.
  @Test(arguments: 0..<12)
  func charactersStayWhole(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "storm", "Storm", "rate", "cut", "é", "e\u{301}", "n\u{303}", "👩‍👩‍👧‍👦", "🇫🇷", "1️⃣", "हिन्दी", "क्ष",
      "สวัสดี",
      "東京大学", "か\u{3099}", "한국", "ᄒ\u{1161}\u{11AB}", ". ", "! ", "。", "、", ", ", "\n\n", "\n",
      "\u{301}",
      "\u{200D}", "\u{FE0F}", "العربية", "مُحَمَّد", "“", "”", "-", " ", " ", " ", " ", " ", "\u{3000}",
    ]
    for _ in 0..<4 {
      let count = Int.random(in: 1...300, using: &random)
      // Texts do not begin with marks.
      let body =
        "x"
        + (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      for query in ["storm", "東京", "हिन्दी", "क", "e", "\"rate cut\"", "한국", "か", "สวัสดี", "محمد"] {
        for snippet in try bench.raw(query, body) {
          var boundaries = Set<Int>()
          var place = 0
          for character in snippet.text {
            boundaries.insert(place)
            place += character.unicodeScalars.count
          }
          boundaries.insert(place)
          var last = 0
          for range in snippet.highlights {
            #expect(range.lowerBound >= last && !range.isEmpty && range.upperBound <= place)
            #expect(
              boundaries.contains(range.lowerBound) && boundaries.contains(range.upperBound),
              "seed \(seed) \(query): \(snippet)")
            last = range.upperBound
          }
          func characters(_ text: some StringProtocol) -> [Character] {
            text.filter { !$0.isWhitespace && $0 != "…" }
          }
          let shown = characters(snippet.text)
          let all = characters(body.replacing("\n", with: " "))
          let isPiece = shown.isEmpty || all.indices.contains { all[$0...].starts(with: shown) }
          #expect(
            isPiece,
            "seed \(seed) \(query): \(snippet.text.debugDescription) in \(body.debugDescription)")
        }
      }
    }
  }
}
