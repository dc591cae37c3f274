import DatelineAnalysis
import DatelineCore
import Testing

@Suite struct GazetteerTests {
  @Test func builtInIsInOrder() {
    let gazetteer = Gazetteer.builtIn
    #expect(gazetteer.problems.isEmpty, "\(gazetteer.problems.prefix(5))")
    #expect(Set(gazetteer.entities.map(\.id)).count == gazetteer.entities.count)
    #expect(Set(gazetteer.entities.map(\.token)).count == gazetteer.entities.count)
  }

  @Test func builtInCoversTheNews() {
    let kinds = Dictionary(grouping: Gazetteer.builtIn.entities, by: \.kind).mapValues(\.count)
    #expect(kinds[.place] ?? 0 >= 195)
    #expect(kinds[.organisation] ?? 0 >= 150)
    #expect(kinds[.person] ?? 0 >= 300)
  }

  @Test(arguments: [
    ("NATO", "nato"), ("nato", "nato"), ("Donald Trump", "donald-trump"), ("trump", "donald-trump"),
    ("Russia", "russia"), ("russian", "russia"), ("European Union", "european-union"),
    ("Jens Stoltenberg", "jens-stoltenberg"),
  ])
  func findsByAnyName(name: String, id: String) {
    let position = Gazetteer.builtIn.position(named: name)
    #expect(position.map { Gazetteer.builtIn.entities[$0].id } == id)
  }

  @Test func reportsBadLinesAndGoesOn() {
    let gazetteer = Gazetteer(
      parsing: """
        # comment
        nato | org | NATO
        broken line
        x | animal | X
        nato | org | Again
        un | org | United Nations | nonsense: a
        """)
    #expect(gazetteer.entities.map(\.id) == ["nato", "un"])
    #expect(gazetteer.problems.map(\.line) == [3, 4, 5, 6])
  }

  @Test func tokensOfEntitiesAreSingleTokens() {
    let tokenizer = Tokenizer()
    for entity in Gazetteer.builtIn.entities {
      #expect(tokenizer.tokens(of: entity.token) == [entity.token])
    }
  }

  private static let small = Gazetteer(
    parsing: """
      nato | org | NATO | alias: North Atlantic Treaty Organization
      united-states | place | United States | alias: =US; U.S. | demonym: American; Americans
      who | org | World Health Organization | alias: =WHO
      russia | place | Russia | demonym: Russian | metonym: Moscow
      mexico | place | Mexico | not: New Mexico; Gulf of Mexico
      gulf | place | Gulf of Mexico
      """)

  private func match(_ words: [String], at first: Int = 0) -> String? {
    var tokens: [QueryToken] = []
    for (number, word) in words.enumerated() {
      for token in Tokenizer().tokens(of: word) {
        tokens.append(QueryToken(folded: token, typed: word, word: number))
      }
    }
    return Self.small.longestMatch(in: tokens, at: first).map {
      "\(Self.small.entities[$0.entity].id) \($0.tokenCount)"
    }
  }

  @Test func recognisesEntitiesInQueries() {
    #expect(match(["nato", "cyber"]) == "nato 1")
    #expect(match(["N.A.T.O."]) == "nato 4")
    #expect(match(["north", "atlantic", "treaty", "organization"]) == "nato 4")
    #expect(match(["NATO's"]) == "nato 1")
    #expect(match(["Russian", "hackers"]) == "russia 1")
    #expect(match(["US", "election"]) == "united-states 1")
    #expect(match(["U.S.", "election"]) == "united-states 2")
    #expect(match(["u.s."]) == "united-states 2")
    #expect(match(["WHO"]) == "who 1")
  }

  @Test func keepsCommonWordsAsWords() {
    #expect(match(["us", "election"]) == nil)
    #expect(match(["who", "won"]) == nil)
    #expect(match(["TELL", "US", "MORE"], at: 1) == nil)
    #expect(match(["Moscow"]) == nil)
    #expect(match(["new", "mexico"]) == nil)
    #expect(match(["mexico"]) == "mexico 1")
    #expect(match(["gulf", "of", "mexico"]) == "gulf 3")
    #expect(match(["u", "s"]) == nil)
  }

  private static let namesakes = Gazetteer(
    parsing: """
      georgia | place | Georgia | with: Tbilisi; South Ossetia
      georgia-us-state | place | State of Georgia | maybe: Georgia | with: Atlanta; Alabama
      san-jose | place | San Jose, California | maybe: San Jose | with: California
      """)

  @Test(arguments: [
    ("georgia", "georgia"), ("georgia atlanta", "georgia-us-state"),
    ("georgia south ossetia", "georgia"), ("georgia tbilisi alabama", "georgia"),
    ("georgia alabama atlanta tbilisi", "georgia-us-state"), ("san jose", nil),
    ("san jose sharks california", "san-jose"),
  ])
  func sharedNamesInQueriesFollowTheOtherWords(query: String, id: String?) {
    let tokens = query.split(separator: " ").enumerated().map {
      QueryToken(folded: String($1), typed: String($1), word: $0)
    }
    let found = Self.namesakes.longestMatch(in: tokens, at: 0)
    #expect(found.map { Self.namesakes.entities[$0.entity].id } == id)
  }

  @Test func spacesBehindTheMarkOfLetterCaseAreNoPartOfAForm() {
    let gazetteer = Gazetteer(parsing: "acme | org | = Acme | alias: = ACM")
    #expect(gazetteer.entities.map(\.name) == ["Acme"])
    var tagger = EntityTagger(gazetteer: gazetteer)
    let found = tagger.matches(
      title: "", body: "Acme rose, acme did not. The firm ACM, not acm, rose.")
    #expect(found.map(\.range) == [0..<4, 34..<37])
  }

  @Test func reportsUnknownRolesAndSubjects() {
    let gazetteer = Gazetteer(
      parsing: """
        senate | org | Senate | home: peru
        peru | place | Peru | role: country
        x | org | X | role: ghost
        y | org | Y | with: @nothing
        z | org | Z | home: nowhere
        """)
    #expect(gazetteer.entities.count == 5)
    #expect(gazetteer.problems.map(\.line) == [3, 4])
  }
}
