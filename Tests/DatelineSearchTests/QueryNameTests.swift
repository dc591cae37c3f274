import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// What names stand in a query, and what only looks like one.
@Suite struct QueryNameTests {
  private func reading(_ query: String, _ gazetteer: Gazetteer = .builtIn) -> String {
    QueryPlanner.plan(QueryParser.parse(query), gazetteer: gazetteer).reading
  }

  /// Longer names and phrases that mean something else cover the name in them.
  @Test(arguments: [
    "Native American tribes", "native american tribes", "African Americans", "Miss America",
    "Captain America", "American Indian", "Air Jordan", "Vernon Jordan", "South Georgia",
    "Mexico City", "mexico city airport", "Kuwait City", "Guatemala City", "Panama City",
    "Luxembourg City", "Tom Holland", "Harrison Ford", "Houston Texans", "Elaine Jordan",
  ])
  func coveredNamesAreWords(query: String) {
    #expect(!reading(query).contains("entity"), "\(reading(query))")
  }

  @Test(arguments: [
    ("Mexico border", "entity Mexico + border"),
    ("American tribes", "entity United States + tribes"),
    ("Israel Jordan border", "entity Israel + entity Jordan + border"),
    ("Jordan, Michael", "entity Jordan + michael"), ("tom holland", "tom + holland"),
    ("New Mexico", "entity New Mexico"), ("Kerry visits Jordan", "entity Jordan"),
    ("Washington, D.C.", "entity District of Columbia"),
    ("Washington DC protests", "entity District of Columbia + protests"),
  ])
  func otherNamesStay(query: String, reading: String) {
    #expect(self.reading(query).hasSuffix(reading), "\(self.reading(query))")
  }

  @Test func phrasesOfTheUserCoverNamesToo() {
    let gazetteer = Gazetteer(
      parsing: "harbour-trust | org | Harbour Trust | alias: Harbour | not: Old Harbour")
    #expect(reading("Harbour fire", gazetteer) == "entity Harbour Trust + fire")
    #expect(reading("Old Harbour fire", gazetteer) == "old + harbour + fire")
  }

  /// Compounds whose first part ends a name of several words.
  @Test(arguments: [
    ("Saudi Arabia-led coalition", "entity Saudi Arabia + led + coalition"),
    ("Al Qaeda-linked militants", "entity Al Qaeda + linked + militants"),
    ("al qaeda-linked militants", "entity Al Qaeda + linked + militants"),
    ("New York-based", "entity New York + based"),
    ("Hong Kong-based", "entity Hong Kong + based"),
    ("White House-backed bill", "white + house + backed + bill"),
    ("Tea Party-backed", "entity Tea Party movement + backed"),
    ("Supreme Court-approved", "entity Supreme Court of the United States + approved"),
    ("Islamic State-linked", "entity Islamic State + linked"),
    ("Fox News-backed", "entity Fox News + backed"),
    ("Boko Haram-style", "entity Boko Haram + style"),
    ("old state-run radio", "old + “state run” + radio"),
  ])
  func compoundsBehindNames(query: String, reading: String) {
    #expect(self.reading(query) == reading)
  }

  @Test(arguments: [
    ("#BlackLivesMatter", "entity Black Lives Matter"), ("#BLM", "entity Black Lives Matter"),
    ("#blm protests", "entity Black Lives Matter + protests"),
    ("#blacklivesmatter", "entity Black Lives Matter"), ("#MeTooo", "metooo"),
    ("#BokoHaram", "entity Boko Haram"), ("#who", "who"),
  ])
  func hashtags(query: String, reading: String) {
    #expect(self.reading(query) == reading)
  }

  /// A word of many thousand tokens is cut, and that is said.
  @Test(arguments: ["U.S.-", "a-", "nato/", "Israel-Hamas–", "a.b", "#A", "O'"])
  func giantWordsAreCut(part: String) throws {
    let index = try TestIndex([.sample("a", body: "The nato summit.")])
    let word = String(repeating: part, count: 200_000)
    let response = try LocalEngine(path: index.path).search(SearchRequest(query: word + " nato"))
    #expect(response.hits.map(\.key) == ["a"])
    #expect(response.notes.contains { $0.contains("parts of a word") } || part == "#A")
  }
}

/// Acronyms with and without dots that name no entity, and words that nearly nobody writes.
@Suite struct QuerySpellingTests {
  @Test func acronymsWithAndWithoutDots() throws {
    let index = try TestIndex([
      .sample("plain", body: "The ZQXA rules stay."),
      .sample("dots", body: "The Z.Q.X.A. rules go."),
      .sample("none", body: "The zebra rules."),
    ])
    let engine = try LocalEngine(path: index.path)
    for query in ["Z.Q.X.A.", "ZQXA", "Z.Q.X.A. rules go", "\"the\" ZQXA", "Z.Q.X.A"] {
      let hits = try engine.search(SearchRequest(query: query, match: .any)).hits.map(\.key)
      #expect(hits.contains("plain") && hits.contains("dots"), "\(query): \(hits)")
    }
    #expect(try engine.search(SearchRequest(query: "zqxa")).hits.map(\.key) == ["plain"])
    // The form that was typed goes first.
    #expect(try engine.search(SearchRequest(query: "ZQXA")).hits.first?.key == "plain")
    #expect(try engine.search(SearchRequest(query: "-ZQXA")).hits.map(\.key) == ["none"])
  }

  /// A misprint in an article or two does not keep the usual word from being named.
  @Test(
    arguments: [
      ("Kaepernik", "kaepernick"), ("Ukrane", "ukraine"), ("Elizabeth Waren", "Elizabeth warren"),
      ("prime minster", "prime minister"), ("al queda", "al qaeda"), ("Phillipines", "philippines"),
      ("supreme cort", "supreme court"), ("lively brone", nil), ("brone", nil),
    ] as [(String, String?)])
  func suggestsWhatMostHave(query: String, suggestion: String?) throws {
    var articles: [Article] = []
    func add(_ count: Int, _ text: String) {
      for _ in 0..<count { articles.append(.sample("\(articles.count)", body: text)) }
    }
    add(60, "Colin Kaepernick spoke in Ukraine and the Philippines with the prime minister.")
    add(60, "The court is full.")
    add(2, "A cort case. The supreme power.")
    add(60, "Elizabeth Warren warned of Al Qaeda and of a monster. The Phillips company paid.")
    add(4, "A lively prone man.")
    add(1, "Kaepernik, Ukrane, al queda, brone.")
    let index = try TestIndex(articles)
    let response = try LocalEngine(path: index.path)
      .search(SearchRequest(query: query, match: .all))
    #expect(response.suggestion == suggestion)
  }
}
