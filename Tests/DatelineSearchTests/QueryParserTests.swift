import DatelineCore
import DatelineSearch
import Foundation
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: [
    ("", Query.everything),
    ("   ", .everything),
    ("nato", .word("nato")),
    ("nato cyber", .words([.word("nato"), .word("cyber")])),
    ("\"rate cut\"", .phrase("rate cut")),
    ("“rate cut” now", .words([.phrase("rate cut"), .word("now")])),
    ("elect*", .prefix("elect")),
    ("a AND b", .and([.word("a"), .word("b")])),
    ("a OR b OR c", .or([.word("a"), .word("b"), .word("c")])),
    (
      "climate change AND policy",
      .and([.words([.word("climate"), .word("change")]), .word("policy")])
    ),
    ("a AND b OR c", .or([.and([.word("a"), .word("b")]), .word("c")])),
    ("a (b OR c)", .words([.word("a"), .or([.word("b"), .word("c")])])),
    ("trump -russia", .words([.word("trump"), .not(.word("russia"))])),
    ("trump NOT russia", .words([.word("trump"), .not(.word("russia"))])),
    ("NOT NOT a", .word("a")),
    ("title:merger", .field(.title, .word("merger"))),
    ("TITLE:\"big deal\"", .field(.title, .phrase("big deal"))),
    ("title:(a b)", .field(.title, .words([.word("a"), .word("b")]))),
    ("entity:nato", .entity("nato", nil)),
    ("entity:\"Donald Trump\"", .entity("Donald Trump", nil)),
    ("person:blair org:un", .words([.entity("blair", .person), .entity("un", .organisation)])),
    ("place:(a)", .word("a")),
    ("source:wire nato", .words([.filter(.source, "wire"), .word("nato")])),
    ("section:\"World news\"", .filter(.section, "World news")),
    ("lang:en", .filter(.language, "en")),
    ("body:a lead:b", .words([.field(.body, .word("a")), .field(.lead, .word("b"))])),
    ("title:lead:b", .field(.lead, .word("b"))),
    ("title:(-a)", .field(.title, .not(.word("a")))),
    (
      "COURT ORDER WILL NOT DELAY MERGER",
      .words(["COURT", "ORDER", "WILL", "not", "DELAY", "MERGER"].map { .word($0) })
    ),
    ("NATO NOT SPORT", .words([.word("NATO"), .not(.word("SPORT"))])),
    ("harbor~", .fuzzy("harbor", distance: 2)),
    ("ship~1", .fuzzy("ship", distance: 1)),
    ("ship~", .fuzzy("ship", distance: 1)),
    ("ship~3", .fuzzy("ship", distance: 2)),
    ("~ship", .word("~ship")),
    ("=US", .exact("US")),
    ("=\"Rate Cut\" b", .words([.exact("Rate Cut"), .word("b")])),
    ("exact:US", .exact("US")),
    ("title:=US", .field(.title, .exact("US"))),
    ("NOT =US", .not(.exact("US"))),
    ("-=US", .not(.exact("US"))),
    ("+=US b", .words([.required(.exact("US")), .word("b")])),
    ("a = b", .words([.word("a"), .word("b")])),
    ("a=b", .word("a=b")),
    ("+a b", .words([.required(.word("a")), .word("b")])),
    ("+(a b) + c", .words([.required(.words([.word("a"), .word("b")])), .word("c")])),
    ("NOT +a b", .words([.not(.word("a")), .word("b")])),
    ("nato|russia", .or([.word("nato"), .word("russia")])),
    ("a|b* c", .words([.or([.word("a"), .prefix("b")]), .word("c")])),
    ("-a|b c", .words([.not(.or([.word("a"), .word("b")])), .word("c")])),
    ("title:a|b", .field(.title, .or([.word("a"), .word("b")]))),
    ("source:a|b", .filter(.source, "a|b")), ("a|NOT", .word("a|NOT")), ("a|-b", .word("a|-b")),
    ("a | b", .words([.word("a"), .word("b")])), ("a|", .word("a|")),
    ("\"rate cu*\"", .phrasePrefix("rate cu")),
    ("\"rate *\"", .phrase("rate *")),
    ("\"a b\"~5", .near(["a", "b"], distance: 5)),
    ("NEAR(a b)", .near(["a", "b"], distance: 10)),
    ("NEAR(a \"b c\" , 3) d", .words([.near(["a", "b c"], distance: 3), .word("d")])),
    ("NEAR(a, b", .near(["a", "b"], distance: 10)),
    ("NEAR(a 5)", .near(["a", "5"], distance: 10)),
    ("NEAR(a)", .phrase("a")),
    ("near(a b)", .words([.word("near"), .word("a"), .word("b")])),
    ("title:NEAR(a b, 2)", .field(.title, .near(["a", "b"], distance: 2))),
    ("published:2016..2017", .filter(.published, "2016..2017")),
    ("before:2016-05 a", .words([.filter(.before, "2016-05"), .word("a")])),
    ("after:last week a", .words([.filter(.after, "last week"), .word("a")])),
    ("after:3 days ago", .filter(.after, "3 days ago")),
    ("after:last 30 days a", .words([.filter(.after, "last 30 days"), .word("a")])),
    ("before:May 2016 a", .words([.filter(.before, "May 2016"), .word("a")])),
    ("before:3rd May 2016", .filter(.before, "3rd May 2016")),
    ("after:two weeks ago", .filter(.after, "two weeks ago")),
    ("after:\"May\" 2016", .words([.filter(.after, "May"), .word("2016")])),
    ("storm~99", .fuzzy("storm", distance: 2)), ("storm~0", .word("storm")),
    ("after:3 days", .words([.filter(.after, "3"), .word("days")])),
    ("after:last word", .words([.filter(.after, "last"), .word("word")])),
    ("after:\"last\" week", .words([.filter(.after, "last"), .word("week")])),
    ("multi-agency", .word("multi-agency")),
    ("AT&T", .word("AT&T")),
    ("nato's", .word("nato's")),
    ("and or not", .words([.word("and"), .word("or"), .word("not")])),
  ])
  func reads(text: String, query: Query) {
    #expect(QueryParser.parse(text) == query)
  }

  @Test(arguments: [
    ("AND", Query.everything), ("OR OR", .everything), ("NOT", .everything), ("()", .everything),
    ("\"", .everything), ("\"\"", .everything), ("*", .everything), ("- -- ---", .everything),
    ("a AND", .word("a")), ("OR a", .word("a")), ("(a", .word("a")), ("a)", .word("a")),
    ("a ) b", .words([.word("a"), .word("b")])), ("\"a b", .phrase("a b")),
    ("title:", .word("title:")), ("http://x.org/?a=b", .word("http://x.org/?a=b")),
    ("col:value", .word("col:value")), ("a\u{0}b", .words([.word("a"), .word("b")])),
  ])
  func hasAReadingForEverything(text: String, query: Query) {
    #expect(QueryParser.parse(text) == query)
  }

  @Test func deepNestingIsPassedOver() {
    let text = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
    #expect(QueryParser.parse(text) == .word("a"))
  }

  /// Text from a network must not exhaust the stack.
  @Test(arguments: ["title:", "=", "exact:", "=title:", "entity:", "-title:", "(title:", "before:"])
  func prefixesInARowArePassedOver(prefix: String) {
    let query = QueryParser.parse(String(repeating: prefix, count: 50_000) + "a")
    #expect(QueryParser.parse(query.description) == query)
  }

  @Test(arguments: 0..<40)
  func printingAndParsingAreInverse(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<2500 {
      let text = random.next() % 50 == 0 ? random.largeQueryText() : random.queryText()
      let query = QueryParser.parse(text)
      let printed = query.description
      #expect(
        QueryParser.parse(printed) == query,
        "seed \(seed): \(text.debugDescription) printed as \(printed.debugDescription)")
    }
  }
}

/// Random numbers, and random texts of queries.
struct SeededGenerator: RandomNumberGenerator {
  private var random: SplitMix64
  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { random.next() }

  private static let pieces = [
    "nato", "trump", "Russia", "US", "who", "the", "rate", "cut", "\"", "\"", "“", "”", "(", ")",
    "AND", "OR", "NOT", "-", "*", "title:", "entity:", "source:", "elect*", "U.S.", "AT&T", "'s",
    ":", ",", ";", "--", "'", "\\", "/", "%", "é", "北京", "😀", "\u{0}", "\t", "\n", "NEAR(", "^a",
    "harbor~", "=US", "exact:", "lead:", "person:", "before:", "after:", "last", "week", "3",
    "days", "ago", "~5", "~", ", 5)",
    "section:", "published:2016..", "=", "+", "{x}", "a-b", "12", "1,200.50", "#tag", "e@x.org",
    "\u{301}", "\u{202E}", "body:", "|", "a|b", "well-being", "2016-2017",
    "entity:nato", "entity:nato OR (nato AND ", "U.S. OR (America AND ", "American", "Russian",
    "(nato AND rate) OR ", "immigra*", "\"rate electio*\"",
  ]

  /// Text of words, operators and junk.
  mutating func queryText() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...10, using: &self) {
      text += Self.pieces.randomElement(using: &self) ?? ""
      if Bool.random(using: &self) { text += " " }
    }
    return text
  }

  /// What each level of nesting may be; `$` stands for the next.
  private static let levels = [
    "($)", "(w $)", "(w# AND ($))", "(w# OR ($))", "+($)", "w# +($)", "+w# +w +($)", "w# -($)",
    "NOT ($)", "NOT (w# OR ($))", "(w# AND NOT ($) OR nato)", "title:($)", "lead:(w# $)",
    "body:(w OR ($)) w#", "-(lead:w ($))", "-(\"w# w\" OR ($))", "w# OR +(w -($))", "nato ($)",
  ]

  /// Text that is deep or long: nesting of one kind or of several, and lists of words that are needed,
  /// excluded, alternatives or near each other.
  mutating func largeQueryText() -> String {
    func list(_ count: Int, _ sign: String, _ joint: String = " ") -> String {
      (0..<count).map { "\(sign)w\($0)" }.joined(separator: joint)
    }
    let count = [3, 20, 100, 300].randomElement(using: &self) ?? 3
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return "nato " + list(count, "+")
    case 1: return "nato " + list(count, "-")
    case 2: return "NEAR(" + list(count, "") + ", 9) \"" + list(count, "") + "\"~3"
    case 3:
      let joint = [" AND ", " OR ", "|", "-", "/"].randomElement(using: &self) ?? " "
      return list(count, "", joint)
    case 4: return list(count * 10, "") + " +nato"
    default:
      let kinds = (0..<Int.random(in: 1...3, using: &self)).map { _ in
        Self.levels.randomElement(using: &self) ?? "($)"
      }
      let depth = Int.random(in: 1...120, using: &self)
      return (0..<depth).reversed().reduce("russia") { inner, level in
        kinds[level % kinds.count].replacingOccurrences(of: "#", with: "\(level)")
          .replacingOccurrences(of: "$", with: inner)
      }
    }
  }
}
