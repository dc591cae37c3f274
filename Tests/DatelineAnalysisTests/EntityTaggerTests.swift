import DatelineAnalysis
import DatelineCore
import Testing

@Suite struct EntityTaggerTests {
  private static let gazetteer = Gazetteer(
    parsing: """
      nato | org | NATO | alias: North Atlantic Treaty Organization
      united-states | place | United States | alias: =US; U.S. | demonym: American; Americans
      who | org | World Health Organization | alias: =WHO
      russia | place | Russia | demonym: Russian; Russians | metonym: Moscow; Kremlin
      china | place | China | alias: =China | demonym: Chinese
      theresa-may | person | Theresa May | surname: May
      brian-may | person | Brian May | surname: May
      mexico | place | Mexico | not: New Mexico; Gulf of Mexico
      gulf | place | Gulf of Mexico
      trump | person | Donald Trump | alias: Trump
      bernie | person | Bernie Sanders | alias: Bernie
      jon | person | Jonathan Edwards
      ford | org | Ford Motor Company | alias: =Ford
      gerald-ford | person | Gerald Ford | surname: Ford
      erdogan | person | Recep Tayyip Erdoğan | alias: Erdoğan
      """)

  private func tags(_ body: String, title: String = "") -> [String: Int] {
    var tagger = EntityTagger(gazetteer: Self.gazetteer)
    let mentions = tagger.mentions(title: title, body: body)
    return Dictionary(
      uniqueKeysWithValues: mentions.map {
        (Self.gazetteer.entities[$0.entity].id, $0.count)
      })
  }

  @Test(arguments: [
    ("NATO said. Nato's and N.A.T.O. too", ["nato": 3]),
    ("NATO said so, nato did not", ["nato": 1]),
    ("nato's allies, i was told", ["nato": 1]),
    ("The North Atlantic Treaty Organization", ["nato": 1]),
    ("US troops told us", ["united-states": 1]),
    ("The U.S. and the U.S.-led force", ["united-states": 2]),
    ("who knows what WHO says", ["who": 1]),
    ("TELL US WHO WON THE RACE", [:]),
    ("Fine china from China", ["china": 1]),
    ("CHINA SAYS EXPORTS ROSE", ["china": 1]),
    ("In May the talks began", [:]),
    ("Theresa May spoke. May left in may.", ["theresa-may": 2]),
    ("Brian May played. Then May rested.", ["brian-may": 2]),
    ("New Mexico and Mexico", ["mexico": 1]),
    ("Mexico and the Gulf of Mexico", ["mexico": 1, "gulf": 1]),
    ("Russians in Moscow", ["russia": 2]),
    ("Erdogan and Erdoğan and ERDOĞAN", ["erdogan": 3]),
    ("Recep Tayyip\nErdoğan", ["erdogan": 1]),
    ("North Atlantic\n\nTreaty Organization", [:]),
    ("A bid to trump the rival", [:]),
    ("Trump said. Mr Trump said. But Trump said.", ["trump": 3]),
    ("Jonathan Trump wrote", [:]),
    ("Bernie Woodall wrote to Bernie", ["bernie": 1]),
    ("Ford sold fewer cars", ["ford": 1]),
    ("Gerald Ford spoke. Ford left.", ["gerald-ford": 2]),
    ("Ford sold cars. Gerald Ford spoke. Ford left.", ["ford": 1, "gerald-ford": 2]),
    ("", [:]),
  ])
  func tags(text: String, expected: [String: Int]) {
    #expect(tags(text) == expected)
  }

  @Test func surnameInTheTitleCountsWhenTheBodyHasTheFullName() {
    #expect(tags("Prime minister Theresa May lost.", title: "May loses vote") == ["theresa-may": 2])
    #expect(tags("The month was cold.", title: "May loses vote") == [:])
  }

  @Test func surnameBelongsToTheLastFullName() {
    #expect(
      tags("Theresa May met Brian May. May sang.") == ["theresa-may": 1, "brian-may": 2])
  }

  @Test func weightsFollowClassAndPlace() throws {
    var tagger = EntityTagger(gazetteer: Self.gazetteer)
    let filler = String(repeating: "word ", count: EntityTagger.leadLength)
    let mentions = tagger.mentions(
      title: "Russia waits", body: "Russian ships left Moscow. \(filler) The Kremlin and Russia.")
    let russia = try #require(mentions.first)
    #expect(mentions.count == 1)
    #expect(russia.title == 10)
    #expect(russia.lead == 7 + 3)
    #expect(russia.body == 3 + 10)
    #expect(russia.count == 5)
  }

  @Test func rangesCoverTheForm() {
    var tagger = EntityTagger(gazetteer: Self.gazetteer)
    let text = "“Łódź” hosts the North Atlantic Treaty Organization’s summit"
    let found = tagger.matches(in: text).map {
      String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)
    }
    #expect(found == ["North Atlantic Treaty Organization"])
  }
}
