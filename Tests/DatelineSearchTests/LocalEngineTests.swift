import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation
import Testing

@Suite struct LocalEngineTests {
  private let index: TestIndex
  private let engine: LocalEngine

  init() throws {
    index = try TestIndex([
      .sample(
        "cyber", title: "NATO and cyber defence", body: "The alliance met on cyber attacks.",
        published: "2016-07-08", source: "Harbour Wire"),
      .sample(
        "nato", title: "Alliance summit", body: "NATO leaders met in Warsaw.",
        published: "2016-07-09T10:00:00Z", source: "Meridian Post"),
      .sample(
        "dots", title: "Old alliance", body: "The N.A.T.O. of the cold war.",
        published: "2017-01-02", source: "Harbour Wire"),
      .sample(
        "unit", title: "Police", body: "A special response unit came. The unit left.",
        source: "Lagoon Daily"),
      .sample(
        "split", title: "Response", body: "The unit had a special plan and a response.",
        published: "2018-05-05", source: "Lagoon Daily"),
      .sample(
        "russia", title: "Talks", body: "The Kremlin said Russian ships sail.",
        published: "2019-02-03", source: "Harbour Wire"),
      .sample("us", title: "Trade", body: "The US raised tariffs.", published: "2020-01-01"),
      .sample(
        "pronoun", title: "Letters", body: "Tell us who won the tariffs debate, they told us."),
      .sample("accent", title: "Miasto Łódź", body: "Erdoğan visited São Paulo."),
    ])
    engine = try LocalEngine(path: index.path)
  }

  private func keys(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws
    -> [String]
  {
    var request = SearchRequest(query: query)
    change(&request)
    return try engine.search(request).hits.map(\.key)
  }

  @Test func articlesWithAllWordsComeFirst() throws {
    #expect(try keys("nato cyber").first == "cyber")
    #expect(Set(try keys("nato cyber")) == ["cyber", "nato", "dots"])
    #expect(try keys("nato cyber") { $0.match = .all } == ["cyber"])
  }

  @Test func responseSaysWhatMatchedWhat() throws {
    let response = try engine.search(SearchRequest(query: "nato cyber"))
    #expect(response.total == 3)
    #expect(response.totalMatchingAll == 1)
    #expect(response.hits.map(\.matchesAll) == [true, false, false])
    #expect(response.reading == "entity NATO + cyber")
  }

  @Test func phrases() throws {
    #expect(try keys("\"special response unit\"") == ["unit"])
    #expect(try keys("\"pulse community\"") == [])
    #expect(try keys("\"the unit\"").count == 2)
  }

  @Test func booleanOperators() throws {
    #expect(try keys("unit AND plan") == ["split"])
    #expect(Set(try keys("warsaw OR plan")) == ["nato", "split"])
    #expect(try keys("unit NOT plan") == ["unit"])
    #expect(try keys("unit -plan") == ["unit"])
    #expect(try keys("unit AND NOT (plan OR warsaw)") == ["unit"])
    #expect(Set(try keys("NOT unit")).count == 7)
  }

  @Test func excludedWordsAreWords() throws {
    #expect(Set(try keys("alliance -nato")) == ["dots"])
    #expect(try keys("alliance NOT entity:nato") == [])
  }

  @Test func prefixesAndFields() throws {
    #expect(try keys("warsa*") == ["nato"])
    #expect(try keys("title:alliance").sorted() == ["dots", "nato"])
    #expect(try keys("title:warsaw") == [])
    #expect(try keys("title:(old alliance)") { $0.match = .all } == ["dots"])
  }

  @Test func entitiesUnderAllTheirNames() throws {
    #expect(Set(try keys("nato")) == ["cyber", "nato", "dots"])
    #expect(Set(try keys("N.A.T.O.")) == ["cyber", "nato", "dots"])
    #expect(try keys("entity:russia") == ["russia"])
    #expect(try keys("russia") == ["russia"])
    #expect(try keys("entity:\"united states\"") == ["us"])
    #expect(try keys("US tariffs").first == "us")
    #expect(try keys("entity:nosuchthing") == [])
  }

  @Test func lowerCaseWordsStayWords() throws {
    #expect(try keys("us") == ["pronoun", "us"] || keys("us") == ["us", "pronoun"])
    #expect(try keys("who") == ["pronoun"])
  }

  @Test func accentsAndStems() throws {
    #expect(try keys("erdogan") == ["accent"])
    #expect(try keys("sao paulo") == ["accent"])
    #expect(try keys("tariff").count == 2)
  }

  @Test func filters() throws {
    #expect(Set(try keys("nato") { $0.since = "2016-07-09" }) == ["nato", "dots"])
    #expect(Set(try keys("nato") { $0.until = "2016-07-09" }) == ["cyber", "nato"])
    #expect(Set(try keys("nato") { $0.until = "2016" }) == ["cyber", "nato"])
    #expect(try keys("nato") { $0.sources = ["meridian post"] } == ["nato"])
    #expect(Set(try keys("nato source:harbour")) == ["cyber", "dots"])
    #expect(Set(try keys("nato -source:harbour")) == ["nato"])
    #expect(try keys("nato") { $0.sources = ["nobody"] } == [])
  }

  @Test func filtersInTheQuery() throws {
    #expect(Set(try keys("nato published:2016")) == ["cyber", "nato"])
    #expect(Set(try keys("nato after:2016-07-09")) == ["nato", "dots"])
    #expect(Set(try keys("nato before:2017")) == ["cyber", "nato"])
    #expect(Set(try keys("nato published:2016-07-09..2018")) == ["nato", "dots"])
    #expect(Set(try keys("nato -published:2016")) == ["dots"])
    let reversed = try engine.search(SearchRequest(query: "nato published:2017..2016-07-09"))
    #expect(Set(reversed.hits.map(\.key)) == ["nato", "dots"])
    #expect(
      reversed.notes == [
        "“2017..2016-07-09” ends before it begins; it is read as “2016-07-09..2017”"
      ])
    #expect(Set(try keys("nato (source:meridian OR source:harbour)")) == ["cyber", "nato", "dots"])
    let response = try engine.search(
      SearchRequest(query: "nato source:meridian source:harbour before:2017"))
    #expect(
      response.reading == "entity NATO, source meridian or harbour, published before 2017-01-01")
    #expect(Set(response.hits.map(\.key)) == ["cyber", "nato"])
    let odd = try engine.search(SearchRequest(query: "nato before:soon section:x language:zz"))
    #expect(odd.notes.contains { $0.contains("“soon” is no date") })
    #expect(odd.notes.contains("no section is called “x”"))
    #expect(odd.hits.isEmpty)
  }

  @Test func sectionsAndLanguages() throws {
    var first = Article.sample("a", body: "storm")
    first.section = "World news"
    first.language = "en"
    var second = Article.sample("b", body: "storm")
    second.section = "Sport"
    second.language = "de"
    let index = try TestIndex([first, second])
    let engine = try LocalEngine(path: index.path)
    func keys(_ query: String) throws -> Set<String> { try engine.keys(query) }
    #expect(try keys("storm section:world") == ["a"])
    #expect(try keys("storm -section:\"world news\"") == ["b"])
    #expect(try keys("storm lang:german") == ["b"])
    #expect(try keys("storm language:EN") == ["a"])
    #expect(try keys("storm language:en language:de") == ["a", "b"])
  }

  @Test func nearnessAndNeededWords() throws {
    #expect(try keys("NEAR(special unit, 1)") == ["unit"])
    #expect(Set(try keys("NEAR(special unit, 3)")) == ["unit", "split"])
    #expect(try keys("\"unit special\"~1") == ["unit"])
    #expect(try keys("title:NEAR(nato defence, 5)") == ["cyber"])
    #expect(try keys("\"leaders met in war*\"") == ["nato"])
    #expect(Set(try keys("+plan unit")) == ["split"])
    #expect(Set(try keys("plan +unit")) == ["unit", "split"])
    #expect(try keys("plan +unit").first == "split")
    #expect(try keys("warsaw +plan") == ["split"])
    #expect(try keys("+plan +warsaw") == [])
  }

  @Test func neededWordsAreRankedOnce() throws {
    func score(_ query: String) throws -> Double {
      try engine.search(SearchRequest(query: query)).hits.first { $0.key == "split" }?.score ?? 0
    }
    #expect(try abs(score("plan +unit") - score("plan unit")) < 1e-12)
    #expect(try score("plan +unit") > 0)
  }

  @Test func fuzzyWords() throws {
    #expect(try keys("warsav~") == ["nato"])
    #expect(Set(try keys("tarifs~")) == ["us", "pronoun"])
    #expect(try keys("warsav~ AND leders~") == ["nato"])
    #expect(try keys("title:warsav~") == [])
    #expect(try keys("zzzzz~") == [])
    #expect(Set(try keys("alliance -warsav~")) == ["cyber", "dots"])
    let response = try engine.search(SearchRequest(query: "unot~"))
    #expect(response.reading == "“unit”")
    #expect(response.hits.first?.snippets.first?.highlights.isEmpty == false)
  }

  @Test func compoundsMayStandApart() throws {
    let index = try TestIndex([
      .sample("apart", body: "Israel fought on; the war with Hamas went into winter."),
      .sample("joined", body: "The Israel-Hamas war went into winter."),
      .sample("covid", body: "Cases of COVID-19 rose."),
      .sample("numbers", body: "Covid cases rose by 19 a day."),
    ])
    let engine = try LocalEngine(path: index.path)
    #expect(
      try engine.search(SearchRequest(query: "Israel-Hamas war")).hits.map(\.key)
        == ["joined", "apart"])
    #expect(try engine.keys("COVID-19") == ["covid"])
    let response = try engine.search(SearchRequest(query: "pro-Russian"))
    #expect(response.reading == "pro + entity Russia")
    #expect(
      try engine.search(SearchRequest(query: "African-American")).reading == "“african american”")
  }

  @Test func misspellingsAreNoRareWords() throws {
    let filler = (0..<8).map { Article.sample("h\($0)", body: "The harbour is open.") }
    let index = try TestIndex(
      filler + [
        .sample("typo", body: "The harbuor is open."), .sample("none", body: "The road is open."),
      ])
    let response = try LocalEngine(path: index.path).search(
      SearchRequest(query: "harbour~", limit: 20))
    #expect(response.hits.count == 9 && response.hits.last?.key == "typo")
    #expect(response.reading == "(“harbour” or “harbuor”)")
    let marked = response.hits.last?.snippets.first?.pieces.filter(\.isHighlighted).map(\.text)
    #expect(marked == ["harbuor"])
  }

  @Test func exactForms() throws {
    let index = try TestIndex([
      .sample("gates", title: "Gates", body: "Bill Gates gave money."),
      .sample("gate", title: "Doors", body: "The gate and other gates; Gate two was shut."),
      .sample("accent", title: "Resume", body: "She sent a résumé."),
    ])
    let engine = try LocalEngine(path: index.path)
    func keys(_ query: String) throws -> Set<String> { try engine.keys(query) }
    #expect(try keys("=Gates") == ["gates"])
    #expect(try keys("=gate") == ["gate"])
    #expect(try keys("=\"Gate two\"") == ["gate"])
    #expect(try keys("=\"gate Two\"") == [])
    #expect(try keys("=résumé") == ["accent"])
    #expect(try keys("=resume") == ["accent"])
    #expect(try keys("body:=resume") == [])
    #expect(try keys("exact:GATES OR money") == ["gates"])
    #expect(try keys("gates -=Gates") == ["gate"])
    #expect(try keys("NOT =Gates") == ["gate", "accent"])
    let hit = try engine.search(SearchRequest(query: "=Gates", explain: true)).hits.first
    let gate = try engine.search(SearchRequest(query: "=gate")).hits.first?.snippets.first
    #expect(gate?.pieces.filter(\.isHighlighted).map(\.text) == ["gate", "Gate"])
    #expect(hit?.explanation?.parts.first?.lead == 1)
    #expect(hit?.explanation?.parts.first?.title == 1)
  }

  @Test func partsOfTheArticle() throws {
    let filler = Array(repeating: "word", count: 70).joined(separator: " ")
    let index = try TestIndex([
      .sample("early", title: "Rain", body: "A storm came. \(filler)"),
      .sample("late", title: "Rain", body: "\(filler) a storm came"),
      .sample("head", title: "Storm", body: "It came."),
    ])
    let engine = try LocalEngine(path: index.path)
    func keys(_ query: String) throws -> Set<String> { try engine.keys(query) }
    #expect(try keys("lead:storm") == ["early"])
    #expect(try keys("body:storm") == ["early", "late"])
    #expect(try keys("title:storm") == ["head"])
    #expect(try keys("rain AND lead:storm") == ["early"])
    #expect(try keys("rain lead:storm") == ["early", "late"])
    #expect(try keys("lead:storm OR title:storm") == ["early", "head"])
    #expect(try keys("storm -lead:storm") == ["late", "head"])
    #expect(try keys("rain NOT (lead:storm body:came)") == ["late"])
    #expect(try keys("-lead:storm -title:storm") == ["late"])
    #expect(try keys("rain -(lead:storm -lead:came)") == ["early", "late"])
    #expect(try keys("rain -(lead:storm source:nobody)") == ["early", "late"])
    #expect(try engine.search(SearchRequest(query: "lead:storm")).total == 1)
  }

  /// What a lead must not have may stand behind it.
  @Test(arguments: [
    "storm NOT bridge", "storm AND NOT bridge", "storm -bridge", "NOT bridge storm",
  ])
  func exclusionsWithinALead(inner: String) throws {
    let filler = Array(repeating: "word", count: 70).joined(separator: " ")
    let index = try TestIndex([
      .sample("behind", title: "Rain", body: "A storm ended. \(filler) The bridge fell."),
      .sample("both", title: "Rain", body: "A storm hit the bridge. \(filler)"),
      .sample("none", title: "Storm", body: "It ended. \(filler) A storm."),
    ])
    let engine = try LocalEngine(path: index.path)
    #expect(try engine.keys("lead:(\(inner))") == ["behind"])
    #expect(try engine.keys("ended AND lead:(\(inner))") == ["behind"])
  }

  @Test func entitiesOfAKind() throws {
    #expect(Set(try keys("org:nato")) == ["cyber", "nato", "dots"])
    #expect(try keys("place:russia") == ["russia"])
    let response = try engine.search(SearchRequest(query: "person:russia"))
    #expect(response.notes == ["no person is called “russia”; its words are searched for instead"])
  }

  @Test func sortsByDateAndPages() throws {
    #expect(try keys("nato") { $0.sort = .date } == ["dots", "nato", "cyber"])
    #expect(
      try keys("nato") {
        $0.sort = .date
        $0.offset = 1
        $0.limit = 1
      } == ["nato"])
    let all = try keys("nato")
    #expect(try keys("nato") { $0.offset = 1 } == Array(all.dropFirst()))
    #expect(try keys("nato") { $0.limit = 0 } == [])
  }

  @Test func articlesWithAllWordsComeFirstByDateToo() throws {
    let change: (inout SearchRequest) -> Void = { $0.sort = .date }
    #expect(try keys("nato cyber", change) == ["cyber", "dots", "nato"])
    let page = try engine.search(
      SearchRequest(query: "nato cyber", limit: 2, offset: 1, sort: .date))
    #expect(page.hits.map(\.key) == ["dots", "nato"])
    #expect(page.hits.map(\.matchesAll) == [false, false])
    #expect(try keys("warsaw OR kremlin", change) == ["russia", "nato"])
  }

  @Test(arguments: [
    ("tarifs", "tariffs"), ("warsw", "warsaw"), ("specail plan", "special plan"),
    ("natto", "nato"), ("title:polcie", "title:police"), ("+warsww OR plan", "warsaw OR plan"),
    ("entity:rusia", "entity:russia"),
    ("zelenskky nato cyber tarifs", "zelenskky nato cyber tariffs"),
    // Inside quotes, and with a wrong first letter.
    ("\"warsw summit\"", "\"warsaw summit\""),
    ("NEAR(warsw summit, 3)", "NEAR(\"warsaw\" \"summit\", 3)"),
    ("qarsaw", "warsaw"), ("arsaw", "warsaw"), ("wwarsaw", "warsaw"), ("awrsaw", "warsaw"),
    ("xariffs", "tariffs"), ("\"the xariffs\"", "\"the tariffs\""),
  ])
  func suggestsOtherSpellings(query: String, suggestion: String) throws {
    let response = try engine.search(SearchRequest(query: query))
    #expect(response.suggestion?.replacing("+", with: "") == suggestion)
  }

  @Test(arguments: [
    "tariffs", "qqqqqqqqq", "war", "\"warsaw plan\"", "\"warsw*\"", "=warsw", "", "nato cyber",
    "1999",
  ])
  func leavesSpellingsAlone(query: String) throws {
    #expect(try engine.search(SearchRequest(query: query)).suggestion == nil)
  }

  @Test func emptyQueryListsByDate() throws {
    #expect(try keys("") { $0.since = "2018" } == ["us", "russia", "split"])
    #expect(try keys("source:lagoon") == ["split", "unit"])
  }

  @Test func explanationAddsUpToTheScore() throws {
    for query in ["nato cyber", "unit plan", "russia ships", "special response unit", "tariff"] {
      let response = try engine.search(SearchRequest(query: query, explain: true))
      #expect(!response.hits.isEmpty)
      for hit in response.hits {
        let explanation = try #require(hit.explanation)
        #expect(abs(explanation.total - hit.score) < 1e-9, "\(query): \(hit.key)")
      }
    }
  }

  @Test func noticesCommitsOfOthers() throws {
    #expect(try keys("zeppelin") == [])
    let writer = try IndexWriter(path: index.path)
    try writer.write([.sample("new", body: "A zeppelin landed.")])
    try writer.close()
    #expect(try keys("zeppelin") == ["new"])
  }

  @Test(arguments: 0..<10)
  func anythingTypedHasAnAnswer(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    for _ in 0..<10_000 {
      let text = random.next() % 1000 == 0 ? random.largeQueryText() : random.queryText()
      var request = SearchRequest(query: text, explain: true)
      request.match = SearchRequest.Match.allCases.randomElement(using: &random) ?? .auto
      request.sort = SearchRequest.Sort.allCases.randomElement(using: &random) ?? .relevance
      if Int.random(in: 0..<10, using: &random) == 0 {
        request.preferences = .init(
          recencyHalfLife: Bool.random(using: &random) ? 30 : nil,
          entityFactors: [.init(name: "Russia", factor: Double.random(in: 0...3, using: &random))],
          isExpanded: Bool.random(using: &random))
      }
      let response = try engine.search(request)
      #expect(response.hits.count <= response.total, "seed \(seed): \(text.debugDescription)")
      for hit in response.hits {
        guard let explanation = hit.explanation else { continue }
        #expect(
          abs(explanation.total - hit.score) < 1e-9, "seed \(seed): \(text.debugDescription)")
      }
    }
  }

  @Test func tenThousandWords() throws {
    let words = (0..<10_000).map { "w\($0)" }.joined(separator: " ")
    let response = try engine.search(SearchRequest(query: words + " nato"))
    #expect(response.notes.contains { $0.contains("left out") })
  }
}

extension LocalEngine {
  /// Keys of what a query finds.
  fileprivate func keys(_ query: String) throws -> Set<String> {
    Set(try search(SearchRequest(query: query)).hits.map(\.key))
  }
}
