import DatelineAnalysis
import DatelineCore
import Testing

@Suite struct EntityDefinitionTests {
  private func parse(_ line: String) throws -> EntityDefinition {
    try EntityDefinition(parsing: line)
  }

  @Test func everyBuiltInLinePrintsAsItIs() throws {
    let edits = GazetteerEdits()
    var count = 0
    for line in edits.text.split(separator: "\n") where !line.isEmpty && !line.hasPrefix("#") {
      let definition = try EntityDefinition(parsing: line)
      #expect(definition.line == line)
      #expect(try EntityDefinition(parsing: definition.line) == definition)
      count += 1
    }
    #expect(count == Gazetteer.builtIn.entities.count)
    #expect(edits.definitions.map(\.entity) == Gazetteer.builtIn.entities)
  }

  @Test func spacesAndEmptySectionsAreNotKept() throws {
    let definition = try parse(
      "  acme |org|  = Acme  | alias:A ;; = B;A;=B| with: x; y | alias: C | \r")
    #expect(definition.line == "acme | org | =Acme | alias: A; =B; C | with: x; y")
    #expect(definition.name == "Acme")
    #expect(definition.forms("with") == ["x", "y"] && definition.forms("not") == [])
  }

  @Test(arguments: [
    ("acme", "expected"), ("acme | animal | Acme", "kind"), ("Acme | org | Acme", "id"),
    ("- | org | Acme", "id"), ("acme | org | ...", "no letter"),
    ("acme | org |  | alias: A", "no letter"),
    ("acme | org | Acme | Acme Corp", "section"), ("acme | org | Acme | alias: A; !", "no letter"),
    ("acme | org | Acme | a\rb: A", "control"), ("acme | org | Ac\u{1B}me", "control"),
    ("acme | org | Ac\u{202E}me", "control"),
  ])
  func badLinesSayWhatIsWrong(line: String, message: String) {
    #expect { try parse(line) } throws: {
      ($0 as? EntityDefinition.Malformed)?.description.contains(message) == true
    }
  }

  @Test func aQuickLookTellsDefinitionsFromOtherTexts() {
    #expect(EntityDefinition.seemsToDefine("acme", " acme |org| Acme | alias: A"))
    #expect(!EntityDefinition.seemsToDefine("apex", "acme | org | Acme"))
    #expect(!EntityDefinition.seemsToDefine("acme", "acme | animal | Acme"))
    #expect(!EntityDefinition.seemsToDefine("acme", "acme | org"))
    #expect(!EntityDefinition.seemsToDefine("acme", "acme | org | Ac\u{1B}me"))
    #expect(EntityDefinition.seemsToDefine("acme", "acme | org | Acme\r"))
    #expect(!EntityDefinition.seemsToDefine("acme", "acme | org | Acme\napex | org | Apex"))
  }

  @Test func formsAreAddedWhereTheirSectionStands() throws {
    var definition = try parse("acme | org | Acme | demonym: Acmean | x: y")
    try definition.add("Acme News", to: "not")
    try definition.add("@=ACM", to: "alias")
    try definition.add("=ACM", to: "alias")
    #expect(
      definition.line
        == "acme | org | Acme | alias: =ACM | demonym: Acmean | not: Acme News | x: y")
    #expect(throws: EntityDefinition.Malformed.self) { try definition.add("a; b", to: "alias") }
    let removals = [
      definition.remove("acm", from: "alias"), definition.remove("acm", from: "alias"),
    ]
    #expect(removals == [true, false])
    #expect(definition.line == "acme | org | Acme | demonym: Acmean | not: Acme News | x: y")
  }

  @Test func mergingMovesAllForms() throws {
    var one = try parse("acme | org | Acme | alias: A")
    one.absorb(
      try parse("apex | org | Apex | alias: Acme; A; B | metonym: Seat | not: Apex Legends"))
    #expect(
      one.line == "acme | org | Acme | alias: A; B; Apex | metonym: Seat | not: Apex Legends")
    one.absorb(try parse("zinc | org | Zinc | alias: =Zinc"))
    #expect(one.forms("alias") == ["A", "B", "Apex", "=Zinc"])
    one.absorb(try parse("reuters | org | Wire | role: agency | home: united-kingdom"))
    one.absorb(try parse("ap | org | Other | maybe: AP | role: other"))
    #expect(
      one.line.hasSuffix("| maybe: AP | not: Apex Legends | home: united-kingdom | role: agency"))
  }

  @Test func renamingKeepsTheOldName() throws {
    var one = try parse("acme | org | Acme | alias: Apex")
    try one.rename(to: "=Apex")
    #expect(one.line == "acme | org | =Apex | alias: Acme")
    try one.rename(to: "APEX")
    #expect(one.line == "acme | org | APEX | alias: Acme")
    var two = try parse("zinc | org | Zinc | alias: =Zinc")
    try two.rename(to: "Zinc Works")
    #expect(two.line == "zinc | org | Zinc Works | alias: =Zinc")
    #expect(throws: EntityDefinition.Malformed.self) { try two.rename(to: "a | b") }
  }

  @Test func identifiersComeFromNames() {
    #expect(EntityDefinition.identifier(for: "=Zürich Insurance Co.") == "zurich-insurance-co")
    let chinese = EntityDefinition.identifier(for: "北京")
    #expect(chinese.hasPrefix("entity-") && chinese.count == 15)
    let taken: Set = ["e0georgia0", "e0acme0", "e0acmeorg0", "e0acme20"]
    #expect(EntityDefinition.free("geor-gia", kind: .place, among: taken) == "geor-gia-place")
    #expect(EntityDefinition.free("acme", kind: .organisation, among: taken) == "acme-3")
    #expect(EntityDefinition.free("apex", kind: .organisation, among: taken) == "apex")
  }
}
