import DatelineAnalysis
import DatelineCore
import Testing

/// Words that look like names but are not: across sentence ends, as parts of people's names, as
/// namesake towns, in small letters. With the gazetteer in the binary, on sentences we wrote.
@Suite struct NameBoundaryTests {
  typealias Case = ContextTests.Case

  private static let broken = [
    Case("The man from Congress, I believe, left.", "us-congress -congress-party-india"),
    Case("He ran for Congress. I voted for him.", "us-congress -congress-party-india"),
    Case("It was Tim Johnson. Johnson was late.", "-johnson-and-johnson -boris-johnson"),
    Case("Shares of Johnson & Johnson and Johnson and Johnson fell.", "johnson-and-johnson:2"),
    Case("They changed the World. Bank staff left.", "-world-bank"),
    Case("They met World, Bank and others.", "-world-bank"),
    Case("They met the World - Bank staff left.", "-world-bank"),
    Case("They met the World \u{2014} Bank staff left.", "-world-bank"),
    Case("They met the World \u{201C}Bank\u{201D} staff.", "-world-bank"),
    Case("They met the World\nBank staff. They left.", "world-bank:1"),
    Case("They met the World\n\nBank staff. They left.", "-world-bank"),
    Case("They met the World\u{A0}Bank staff. They left.", "world-bank:1"),
    Case("They went North. Korea was far.", "-north-korea"),
    Case("They robbed the Bank. Of America he dreamt.", "-bank-of-america united-states"),
    Case("It passed the Senate. Republicans cheered.", "us-senate:1 republican-party:1"),
    Case("The U.S. Senate met in St. Louis.", "us-senate saint-louis"),
    Case("J.P. Morgan lent more.", "jpmorgan:1"),
    Case("It happened in Washington, D.C., in Washington D.C.", "district-of-columbia:2"),
    Case("The People's Republic of China", "china:1"),
    Case("Guinea-Bissau and Guinea\u{2013}Bissau", "guinea-bissau:2 -guinea"),
    Case("AT&T paid.", "at-and-t"),
    Case("Donald Trump, Jr., met Donald [Trump].", "donald-trump-jr:1 donald-trump:1"),
  ]

  @Test(arguments: broken) func namesEndWithTheirSentence(test: Case) { ContextTests.check(test) }

  private static let givenNames = [
    Case("She spoke to Georgia Smith, a chef.", "-georgia -georgia-us-state"),
    Case(
      "Georgia Toffolo won the show. Then Georgia thanked her mother.",
      "-georgia -georgia-us-state"),
    Case("Jordan Smith, 24, was arrested. Police said Jordan had run.", "-jordan"),
    Case("India Smith and Kenya Barris were there.", "-india -kenya"),
    Case("Jordan Smith flew to Amman. Jordan closed the border; Jordanian troops.", "jordan:3"),
    Case("The Georgia Power unit closed.", "-georgia -georgia-us-state"),
    Case("Georgia Democrat Jon Ossoff won.", "georgia-us-state"),
    Case("The ambassador to Israel David Friedman spoke.", "israel"),
    Case("The Israel Project, a project of friends, closed.", "israel"),
    Case("The pro-Israel Washington Institute spoke.", "israel"),
    Case("India Prime Minister Narendra Modi spoke.", "india narendra-modi"),
  ]

  @Test(arguments: givenNames) func givenNamesAreNoCountries(test: Case) {
    ContextTests.check(test)
  }

  private static let towns = [
    Case("He lives in Jordan, Minnesota, with a dog.", "-jordan"),
    Case("He was born in Cuba, Missouri.", "-cuba"),
    Case("He was born in Peru, Indiana. Peru has a circus.", "-peru"),
    Case("He was born in Moscow, Idaho.", "-russia"),
    Case("He was born in Lebanon, N.H., in 1980.", "-lebanon"),
    Case("He was born in Norway, South Dakota.", "-norway"),
    Case("They trade with Mexico, Texas and Arizona.", "mexico"),
    Case("They trade with Canada, Mexico, Texas.", "mexico canada"),
    Case("They met in Washington, New York, Atlanta and Tel Aviv.", "united-states"),
    Case("Eyeing the White House, Kentucky Sen. Rand Paul spoke.", "united-states"),
    Case("They flew to Peru, Chile and Bolivia.", "peru chile bolivia"),
    Case("In Peru, Indiana farmers sell corn; Peruvian farmers buy it.", "peru"),
  ]

  @Test(arguments: towns) func townsAreNoCountries(test: Case) { ContextTests.check(test) }

  private static let surnames = [
    Case(
      "George Washington crossed the river. Washington won.",
      "george-washington:2 -united-states"),
    Case(
      "Booker T. Washington taught. Washington spoke at length.",
      "-united-states -george-washington"),
    Case("George Washington slept in Washington.", "george-washington:1 united-states:1"),
    Case("King Abdullah of Jordan spoke. Jordan is safe.", "jordan"),
    Case(
      "Boris Johnson spoke. Lyndon Johnson's heir and Tamsin Johnson left.", "boris-johnson:1"),
    Case(
      "Boris Johnson spoke, and Tamsin Johnson did; then Johnson left.", "boris-johnson:2"),
    Case("Hillary Clinton ran, as Team Clinton and Senator Clinton said.", "hillary-clinton:3"),
  ]

  @Test(arguments: surnames) func surnamesAreThoseOfTheirPeople(test: Case) {
    ContextTests.check(test)
  }

  private static let small = [
    Case("The soup has chile peppers and chile sauce.", "-chile"),
    Case("He built a white house behind the kremlin of the town.", "-russia -united-states"),
    Case("Il a eu raison, dit Paul.", "-european-union"),
    Case("The EU and the Kremlin spoke.", "european-union russia"),
    Case("The crowd and antifa met.", "antifa"),
    Case("the eu and the kremlin spoke, i think", "european-union russia"),
    Case("eu and kremlin, I think", "european-union russia"),
    Case("SALES OF EBAY ROSE; eBay said.", "ebay:2"),
  ]

  @Test(arguments: small) func smallLettersAreNoNamesAmongCapitals(test: Case) {
    ContextTests.check(test)
  }
}
