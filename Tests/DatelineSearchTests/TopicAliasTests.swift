import DatelineAnalysis
import DatelineCore
import Testing

@testable import DatelineSearch

/// Aliases that hold a topic beside the name are for the tagger; in a query the topic counts too.
@Suite struct TopicAliasTests {
  private func reading(_ query: String) -> String {
    QueryPlanner.plan(QueryParser.parse(query), gazetteer: .builtIn).reading
  }

  @Test(arguments: [
    ("Senate Democrats", "entity United States Senate + entity Democratic Party"),
    ("senate republicans", "entity United States Senate + entity Republican Party"),
    (
      "House Republicans vote",
      "entity United States House of Representatives + entity Republican Party + vote"
    ),
    ("House Speaker", "entity United States House of Representatives + speaker"),
    ("Georgia runoff", "entity State of Georgia + runoff"),
    ("georgia voters", "entity State of Georgia + voters"),
    ("Georgia lawmakers", "entity State of Georgia + lawmakers"),
    ("Georgia Senate race", "entity State of Georgia + senate + race"),
    ("Georgia Democrats", "entity State of Georgia + entity Democratic Party"),
    ("Ferguson police", "entity Ferguson, Missouri + police"),
    ("ISIS militants", "entity Islamic State + militants"),
    ("Amazon deforestation", "entity Amazon rainforest + deforestation"),
    ("Mueller report", "entity Robert Mueller + report"),
    // Names in full, and words that only say what the name is.
    ("House of Representatives", "entity United States House of Representatives"),
    ("United States Senate", "entity United States Senate"),
    ("U.S. Senate", "entity United States Senate"),
    ("Islamic State group", "entity Islamic State"), ("Apple Inc", "entity Apple"),
    ("Christian Democrats", "entity Christian Democratic Union"),
    ("German central bank", "entity Bundesbank"), ("Islamic Republic of Iran", "entity Iran"),
    ("Georgia Tech", "georgia + tech"), ("georgia", "entity Georgia"),
  ])
  func topicsBesideNames(query: String, reading: String) {
    #expect(self.reading(query) == reading)
  }

  /// The long form is still looked for, where the name alone is an ordinary word.
  @Test func ordinaryWordsAreNotTakenForTheEntity() {
    let plan = QueryPlanner.plan(QueryParser.parse("House Republicans"), gazetteer: .builtIn)
    #expect(plan.concepts[0].tokens == ["house", "republicans"])
    let state = QueryPlanner.plan(QueryParser.parse("Georgia runoff"), gazetteer: .builtIn)
    #expect(state.concepts.map(\.tokens) == [["georgia"], ["runoff"]])
  }

  @Test(arguments: [
    ("\"obama car*\"", "“obama car*”"), ("car*", "car*"), ("\"car*\"", "car*"),
    ("\"obama cars\"", "“obama cars”"), ("published:maybe", "nothing"),
    ("NOT +nato russia", "entity Russia, without nato"),
  ])
  func readings(query: String, reading: String) {
    #expect(self.reading(query) == reading)
  }
}
