import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation
import Testing

@testable import DatelineCluster

/// What is sent, without a server.
@Suite struct ClusterStatementTests {
  private static func match(_ query: String, _ match: SearchRequest.Match = .all) throws -> String {
    let cutter = try TermCutter()
    let remote = RemoteQuery(
      SearchRequest(query: query, match: match), gazetteer: .builtIn, cutter: cutter)
    return try MatchCompiler.text(
      positive: remote.positive, negative: remote.negative, cutter: cutter)
  }

  @Test(arguments: [
    ("trusts", "(@(title,body,lead,cjk) trust)"),
    ("elections", "(@(title,body,lead,cjk) (elect | ełect | electiøn | electıon))"),
    ("8000", "(@(title,body,lead,cjk) (8000 | \"8 000\"))"),
    ("\"interest rates\"", "(@(title,body,lead,cjk) \"interest rate\")"),
    ("title:rates", "(@title rate)"),
    ("lead:rates", "(@body[60] rate)"),
    ("lead:\"interest rates\"", "(@body[61] \"interest rate\")"),
    ("banks -lead:rates", "((@(title,body,lead,cjk) bank) -(@body[60] rate))"),
    ("govern*", "(@(title_words,body_words,cjk) govern*)"),
    ("banks OR rates", "(@(title,body,lead,cjk) (bank | rate))"),
    ("banks -rates", "((@(title,body,lead,cjk) bank) -(@(title,body,lead,cjk) rate))"),
    ("title:bank OR rates", "((@title bank) | (@(title,body,lead,cjk) rate))"),
    ("NOT rates", "((@tags allarticles) -(@(title,body,lead,cjk) rate))"),
    ("NEAR(bank rate, 4)", "(@(title,body,lead,cjk) \"bank rate\"~5)"),
    ("NEAR(\"a bank\" rate, 4)", "(@(title,body,lead,cjk) \"a bank\" NEAR/5 rate)"),
    ("NEAR(bank rate cut, 0)", "(@(title,body,lead,cjk) \u{EFFE})"),
    ("entity:nato", "(@tags e0nato0)"), ("", ""),
  ])
  func queriesAreCompiled(query: String, expected: String) throws {
    let sent = try Self.match(query)
    #expect(sent == expected, "\(sent)")
  }

  /// Spellings that are looked for in case an article has them are not part of what was understood.
  @Test(arguments: [
    ("elections", "elections"), ("title:lodz OR =Rates", "(title lodz or exactly “Rates”)"),
  ])
  func readingsAreShort(query: String, expected: String) throws {
    let remote = RemoteQuery(
      SearchRequest(query: query), gazetteer: .builtIn, cutter: try TermCutter())
    #expect(remote.reading == expected)
  }

  /// Whatever is typed, what is sent has no operator but ours.
  @Test func nothingThatIsTypedIsAnOperator() throws {
    let typed = #"a|b !c -d "e f" ^g$ @h (i) k~2 l/m <n> =o %p \q 'r' s;t"#
    let sent = try Self.match(
      "body:(" + typed.replacing("~2", with: "").replacing("=", with: "") + ")")
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789@(),|- \"*_/~NEAR[]")
    #expect(sent.allSatisfy { allowed.contains($0) }, "\(sent)")
  }

  private static func hits(_ ranking: ClusterRanking, byDate: Bool = false) -> String {
    var statement = ClusterStatement(
      index: "news", selection: ClusterStatement.Selection(match: "(@title a)"))
    statement.ranking = ranking
    statement.byDate = byDate
    return statement.hits(offset: 20, limit: 10, columns: .key).statement(patience: 900)
  }

  /// Entities gain in the ranking; what the engines are told of it.
  @Test func entitiesGainInTheRanking() {
    var ranking = ClusterRanking()
    #expect(!Self.hits(ranking).contains("entities"))
    ranking.factors = [(7, 2.5), (9, 0.25)]
    let sent = Self.hits(ranking)
    #expect(sent.contains("*(1+1.5000*in(entities,7))*(1-0.7500*in(entities,9))"), "\(sent)")
    #expect(sent.contains("LIMIT 20,10") && sent.contains("max_matches=30"))
    let latest = Self.hits(ranking, byDate: true)
    #expect(
      latest.contains("ranker=none")
        && latest.contains("ORDER BY published DESC, published_s DESC, id ASC"))
  }

  /// Recent articles gain where it is asked for, and where there are any with a date.
  @Test func recentArticlesGainInTheRanking() {
    var ranking = ClusterRanking()
    ranking.concepts = 2
    ranking.halfLife = 30
    #expect(!Self.hits(ranking).contains("days"))
    ranking.means.latest = 736_000
    let sent = Self.hits(ranking)
    #expect(
      sent.contains("*(1+0.5*if(days>0,if(days<=736000,pow(2,(days-736000)/30),0),0))"), "\(sent)")
  }

  @Test func daysAreCounted() {
    #expect(ClusterDate.days(nil) == 0 && ClusterDate.days("soon") == 0)
    #expect(ClusterDate.days("1970-01-01") == 719_468)
    #expect(ClusterDate.days("2016-05-04T10:00:00Z") - ClusterDate.days("2016-04-04") == 30)
    #expect(ClusterDate.days("2016") == ClusterDate.days("2016-01-01"))
    #expect(ClusterDate.days("0001-01-01") > 0)
  }

  /// Dates compare as numbers as they do as texts.
  @Test func datesCompareAsTheirTexts() {
    let dates = [
      "2015", "2015-12-31T23:59:59Z", "2016", "2016-05", "2016-05-04", "2016-05-04T10:00:00+02:00",
      "2016-05-05", "2016-06-01", "2017-01-01T00:00:00Z",
    ]
    let bounds: [(String?, String?)] = [
      ("2016", nil), ("2016-05-04", nil), (nil, "2016-05"), ("2016-05", "2016-05~"),
      ("2016-05-04", "2016-05-04~"), (nil, "2016~"), ("2015", "2017"),
    ]
    for (from, before) in bounds {
      let condition = ClusterDate.condition(from: from, before: before)
      for date in dates {
        // A year alone is a text before its first day, and the same number.
        let number = ClusterDate.number(date)
        let holds = condition.components(separatedBy: " AND ").allSatisfy { part in
          let value = Int64(part.drop { !$0.isNumber }) ?? -1
          let name = part.prefix { !$0.isNumber }
          return name == "published>="
            ? number >= value
            : name == "published<="
              ? number <= value : name == "published<" ? number < value : number > value
        }
        let isMeant = (from.map { date >= $0 } ?? true) && (before.map { date < $0 } ?? true)
        #expect(
          holds == isMeant || date.count < 10, "\(date) from \(from ?? "") before \(before ?? "")")
      }
    }
    #expect(ClusterDate.number(nil) == 0 && ClusterDate.number("soon") == 0)
  }

  @Test func textsAreLiterals() {
    #expect(SphinxLiteral.text(#"It's \ "x""#) == #"'It\'s \\ "x"'"#)
    #expect(SphinxLiteral.text("a\0b") == "'ab'")
    #expect(SphinxLiteral.list([1, 2]) == "(1,2)" && SphinxLiteral.list([]) == "()")
  }

  @Test func longTextsAreCutBetweenCharacters() {
    let text = String(repeating: "é", count: ClusterDocument.partSize)
    let parts = ClusterDocument.parts(of: text)
    #expect(parts.count == 2 && parts.joined() == text)
    #expect(ClusterDocument.parts(of: "") == [""])
  }

  @Test func addressesAreRead() throws {
    let address = try ClusterAddress("sphinxql://front.example:9307/news")
    #expect(address.server.description == "front.example:9307" && address.index == "news")
    #expect(try ClusterAddress("SphinxQL://h/n1_x").server.port == 9306)
    #expect(try ClusterAddress.Server("[::1]:9306").host == "::1")
    for text in [
      "news.db", "sphinxql://", "sphinxql://h", "sphinxql://h/", "sphinxql://h:0/news",
      "sphinxql://h:99999/news", "sphinxql://u:p@h/news", "sphinxql://h/new-s",
      "sphinxql://h/news; DROP", "sphinxql://:1/news",
    ] {
      #expect(throws: ClusterError.self, "\(text)") { try ClusterAddress(text) }
    }
  }

  @Test func enginesAreToldByTheirVersion() {
    #expect(SphinxDialect(version: "2.2.11-id64-release (95ae9a6)") == .sphinx)
    #expect(SphinxDialect(version: "6.2.12 dc5144d35@230822") == .manticore)
    #expect(SphinxDialect(version: "29.2.2 0a1b2c3d4@26010101 (columnar 4.1.1)") == .manticore)
    #expect(SphinxDialect(version: "2.8.2 4e81114d@190402 release") == .manticore)
  }

  /// Characters beyond the basic plane, and those that stand for them, are sent in pairs that no others are sent as.
  @Test func allCharactersHaveWordsOfTheirOwn() {
    func sent(_ text: String) -> String {
      var (text, bytes) = (text, [UInt8]())
      text.withUTF8 { ClusterTerm.append($0, to: &bytes) }
      return String(decoding: bytes, as: UTF8.self)
    }
    let values: [UInt32] = [
      0x10000, 0x103FF, 0x10400, 0x20000, 0x20001, 0x2FFFF, 0x10FFFF, 0xE000, 0xE3FF, 0xE400,
      0xE800, 0xE803, 0xEFFE, 0xEFFF, 0xF000, 0x4E00,
    ]
    let words = values.map { sent(String(Character(Unicode.Scalar($0) ?? " "))) }
    #expect(Set(words).count == values.count)
    #expect(words.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value < 0x10000 } })
    #expect(sent("\u{20000}\u{20001}文").hasPrefix(sent("\u{20000}")))
    #expect(sent("a\u{20000}") == "a" + sent("\u{20000}"))
    let long = String(repeating: "\u{20000}", count: 21)
    #expect(sent(long).unicodeScalars.count <= ClusterTerm.mostScalars)
    #expect(sent(long) != sent(long + "a") && !sent(long).hasPrefix(sent("z")))
  }

  /// Every character of a term is one of a word, and stands for itself.
  @Test func theCharactersOfTermsAreThoseOfWords() throws {
    var kept = Set<UInt32>()
    for range in ClusterConfiguration.charset.components(separatedBy: ", ") {
      if range.contains("->") { continue }
      let ends = range.components(separatedBy: "..").map { text in
        text.hasPrefix("U+")
          ? UInt32(text.dropFirst(2), radix: 16) : text.unicodeScalars.first?.value
      }
      let first = try #require(ends.first ?? nil)
      kept.formUnion(first...(try #require(ends.last ?? nil)))
    }
    let cutter = try TermCutter()
    let texts = "Straße naïve ΑΘΗΝΑ Ёлка İstanbul 北京 かな 한국 हिन्दी ไทย עברית العربية ½ x² łodz"
    var terms: [String] = []
    cutter.forEachTerm(of: texts) { terms.append(String(decoding: $0, as: UTF8.self)) }
    #expect(terms.count > 12)
    for term in terms {
      #expect(term.unicodeScalars.allSatisfy { kept.contains($0.value) }, "\(term)")
    }
    // In pairs of these all other characters are sent.
    #expect((0xE000..<0xF000).allSatisfy { kept.contains($0) })
    for scalar in "é-'’_ \n$€".unicodeScalars { #expect(!kept.contains(scalar.value), "\(scalar)") }
  }
}
