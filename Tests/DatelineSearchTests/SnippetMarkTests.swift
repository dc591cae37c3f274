import DatelineCore
import Testing

@testable import DatelineSearch

/// What is marked in a text, and what is not.
@Suite struct SnippetMarkTests {
  private let bench: SnippetBench

  init() throws { bench = try SnippetBench() }

  @Test(arguments: [
    // Stems, accents, letter case.
    (
      "election", "The elections elected him; an ELECTION.",
      "The [elections] [elected] him; an [ELECTION]."
    ),
    ("łódź erdogan sao", "ŁÓDŹ met Erdoğan in São Paulo.", "[ŁÓDŹ] met [Erdoğan] in [São] Paulo."),
    ("elan", "Élan vital, e\u{301}lan, ELAN.", "[Élan] vital, [e\u{301}lan], [ELAN]."),
    ("москва", "Москва и МОСКВА.", "[Москва] и [МОСКВА]."),
    ("party", "Parties and a party.", "[Parties] and a [party]."),
    // Apostrophes: the name, not its ending.
    ("nato", "NATO’s plan and NATO's men.", "[NATO]’s plan and [NATO]'s men."),
    ("nato's", "NATO’s plan.", "[NATO]’s plan."),
    ("kenya's", "Kenya’s tea, Kenyan tea.", "[Kenya]’s tea, [Kenyan] tea."),
    ("o'brien", "Mr. O’Brien came.", "Mr. [O’Brien] came."),
    // Phrases as one, near words each, prefixes, several concepts.
    (
      "\"rate cut\"", "A rate cut. A cut rate; rate, cut.", "A [rate cut]. A cut rate; [rate, cut]."
    ),
    ("\"rate cu*\"", "A rate cut now.", "A [rate cut] now."),
    ("NEAR(storm harbour, 5)", "The storm hit the harbour.", "The [storm] hit the [harbour]."),
    ("harb*", "Harbours and harbingers.", "[Harbours] and [harbingers]."),
    ("\"rate cut\" \"cut came\"", "The rate cut came late.", "The [rate cut came] late."),
    // Exact forms only as they stand.
    ("=gates", "The gates, a gate, Gates.", "The [gates], a gate, [Gates]."),
    ("=Gates", "The gates, a gate, Gates.", "The gates, a gate, [Gates]."),
    // Entities under every name, the bare surname too.
    (
      "entity:russia", "The Kremlin said Russian ships sail.",
      "The [Kremlin] said [Russian] ships sail."
    ),
    (
      "\"donald trump\" OR person:\"donald trump\"", "Donald Trump won. Trump spoke, he said.",
      "[Donald Trump] won. [Trump] spoke, he said."
    ),
    ("N.A.T.O.", "The N.A.T.O. met, and NATO.", "The [N.A.T.O.] met, and [NATO]."),
    // Fields: what is sought in the headline is not marked in the text.
    ("title:storm rain", "A storm with rain.", "A storm with [rain]."),
    ("-storm rain", "A storm with rain.", "A storm with [rain]."),
    // Scripts without spaces: the word inside a longer run.
    ("東京大学", "昨日東京大学が発表した。", "昨日[東京大学]が発表した。"),
    ("北京", "北京和北京大学。", "[北京]和[北京]大学。"),
    ("\"発言人 回応\"", "外交発言人，回応記者，回応。", "外交[発言人，回応]記者，回応。"),
    ("NATO 北京", "，NATO秘书长访问北京。", "，[NATO]秘书长访问[北京]。"),
    ("iphone", "我的iPhone手机坏了。", "我的[iPhone]手机坏了。"),
    ("iPhone手机", "我的iPhone手机坏了。", "我的[iPhone手机]坏了。"),
    ("title:東京 大学", "東京の大学。", "東京の[大学]。"),
    ("한국", "한국은 넓다.", "[한국]은 넓다."),
    // Right to left: logical order.
    ("الرئيس", "وصل الرئيس إلى القاهرة.", "وصل [الرئيس] إلى القاهرة."),
    ("שלום", "אמר שלום לכולם.", "אמר [שלום] לכולם."),
    // Indic: marks are no ends of words.
    ("हिन्दी", "यह हिन्दी में है।", "यह [हिन्दी] में है।"),
  ])
  func marks(query: String, body: String, expected: String) throws {
    #expect(try bench.snippets(query, body).joined(separator: " / ") == expected)
  }

  @Test func headlinesAreMarkedWhole() throws {
    #expect(try bench.title("title:storm", "Storm warning") == "[Storm] warning")
    #expect(try bench.title("body:storm", "Storm warning") == "Storm warning")
    #expect(try bench.title("lead:storm", "Storm warning") == "Storm warning")
    #expect(try bench.title("storm", "") == "")
    #expect(try bench.title("storm", "…!\n(storm)\n") == "…! ([storm]) ")
  }

  @Test func onlyTheLeadIsMarkedForLeads() throws {
    let filler = Array(repeating: "word", count: 80).joined(separator: " ")
    let body = "A storm came. \(filler)\n\nThe storm went."
    let found = try bench.snippets("lead:storm", body)
    #expect(found.count == 1)
    #expect(found[0].contains("[storm] came"))
    #expect(!found[0].contains("went"))
  }

  /// Every token with the stem that is sought is marked: the quick test for first bytes loses none.
  @Test(arguments: 0..<8)
  func marksEveryFormOfAWord(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let endings = [
      "", "s", "es", "ies", "y", "ied", "ed", "ing", "ings", "eed", "ational", "izer", "ness",
      "ful",
      "e", "al", "ance", "able", "ement", "ion", "ll", "ying", "ier",
    ]
    let letters = Array("aeiouybcdstAéÉłÅßяЖ7")
    var words: [String] = [
      "ied", "ies", "ying", "yed", "aye", "ays", "dies", "dying", "sky", "eyes",
    ]
    for _ in 0..<60 {
      let root = String(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
      for _ in 0..<3 {
        words.append(root + endings[Int.random(in: 0..<endings.count, using: &random)])
      }
    }
    let terms = try words.map { try bench.terms($0).joined() }
    for _ in 0..<25 {
      let chosen = Int.random(in: 0..<words.count, using: &random)
      let body = words.joined(separator: ", ")
      let found = try bench.raw("\"\(words[chosen])\"", body, fragments: 100)
      let marked = Set(found.flatMap { $0.pieces.filter(\.isHighlighted).map(\.text) })
      let expected = Set(zip(words, terms).filter { $0.1 == terms[chosen] }.map(\.0))
      #expect(marked == expected, "seed \(seed), \(words[chosen])")
    }
  }
}
