import DatelineAnalysis
import DatelineCore
import Testing

@Suite struct GazetteerEditsTests {
  private func edits(_ lines: String...) throws -> GazetteerEdits {
    var edits = GazetteerEdits()
    for line in lines { edits.define(try EntityDefinition(parsing: line)) }
    return edits
  }

  private func names(_ edits: GazetteerEdits, in text: String) -> [String] {
    let gazetteer = edits.gazetteer
    var tagger = EntityTagger(gazetteer: gazetteer)
    return tagger.mentions(title: "", body: text).map { gazetteer.entities[$0.entity].name }
  }

  @Test func changesTakeThePlaceOfBuiltInEntities() throws {
    var edits = try edits("nato | org | The Alliance | alias: =NATO", "acme | org | Acme")
    edits.remove(id: "russia")
    #expect(names(edits, in: "NATO and Acme and Russia.") == ["The Alliance", "Acme"])
    let gazetteer = edits.gazetteer
    let before = try #require(Gazetteer.builtIn.position(ofID: "nato"))
    #expect(gazetteer.position(ofID: "nato") == before - 1)
    #expect(gazetteer.entities.last?.id == "acme")
    #expect(gazetteer.entities.count == Gazetteer.builtIn.entities.count)
    #expect(gazetteer.problems.isEmpty)
    #expect(edits.definitions.map(\.entity) == gazetteer.entities)
    #expect(edits.definition(ofID: "russia") == nil)
    #expect(edits.definition(ofID: "acme")?.name == "Acme")
    #expect(edits.definition(ofID: "who")?.kind == .organisation)
  }

  @Test func whatEqualsTheBuiltInIsNoChange() throws {
    var edits = try edits("nato | org | The Alliance")
    edits.define(try #require(GazetteerEdits.builtIn(ofID: "nato")))
    #expect(edits.isEmpty)
    edits.define(try EntityDefinition(parsing: "acme | org | Acme"))
    edits.remove(id: "acme")
    #expect(edits == GazetteerEdits())
    #expect(edits.text == GazetteerEdits().text)
    edits.byID["of-another-version"] = .removed
    edits.remove(id: "of-another-version")
    #expect(edits.byID == ["of-another-version": .removed])
  }

  @Test func definedNamesAreNotHiddenByPhrasesOfOthers() throws {
    let text = "A Brazil nut is no country."
    #expect(names(GazetteerEdits(), in: text) == [])
    #expect(names(try edits("nut | org | Brazil Nut"), in: text).contains("Brazil Nut"))
    // The other phrases of that entity stay.
    #expect(names(try edits("nut | org | Brazil Nut"), in: "Brazilian wax.") == [])
  }

  @Test func digestsTellGazetteersApart() throws {
    let none = GazetteerDigest(GazetteerEdits())
    #expect(none.edits == "0")
    let one = GazetteerDigest(try edits("acme | org | Acme"))
    let two = GazetteerDigest(try edits("acme | org | Acme Corp"))
    var removed = GazetteerEdits()
    removed.remove(id: "nato")
    let three = GazetteerDigest(removed)
    #expect(Set([none, one, two, three].map(\.edits)).count == 4)
    #expect(Set([none, one, two, three].map(\.base)).count == 1)
    #expect(GazetteerDigest(one.description) == one)
    #expect(GazetteerDigest("mixed") == nil)
  }

  @Test func conflictsAreNamed() throws {
    let edits = try edits(
      "acme | org | Acme | alias: Apex", "apex | org | Apex",
      "who-band | org | =The Who | alias: =Who",
      "canadian | person | Canadian | surname: Trudeau")
    let conflicts = FormConflicts(edits)
    func warnings(_ id: String) throws -> [String] {
      conflicts.warnings(about: try #require(edits.definition(ofID: id)))
    }
    #expect(try warnings("acme").count == 1)
    #expect(try warnings("acme").first?.contains("“Apex” is also a name of Apex (apex)") == true)
    // =WHO and =Who are different words, and surnames may be shared.
    #expect(try warnings("who-band") == [])
    #expect(try warnings("canadian").map { $0.contains("demonym of Canada") } == [true])
  }
}
