import DatelineCore
import DatelineSearch
import Testing

/// What journalists type, most of it a syntax error or a wrong query in raw FTS5, with the article
/// that should come first.
@Suite struct PunctuationTests {
  private static let texts: [(key: String, text: String)] = [
    ("summit", "Leaders gathered for NATO’s summit in Vilnius, a NATO official said."),
    ("troops", "U.S. troops left the base. The U.S. Army confirmed it."),
    ("covid", "Cases of COVID-19 rose again; covid-19 wards are full."),
    ("putin", "Vladimir Putin spoke for an hour. Will Putin run again?"),
    ("gaza", "The Israel-Hamas war entered its third week."),
    ("phone", "AT&T raised prices for phones."),
    ("tag", "The hashtag #MeToo spread; #metoo was everywhere."),
    ("money", "It cost $1,250,000.50 in all, the audit found."),
    ("mail", "Write to tips@desk.example.org for the form."),
    ("obrien", "Ms O'Brien, of Co. Clare, won; O’Brien thanked voters."),
    ("mother", "The prime minister's mother-in-law owns it."),
    ("path", "Files such as C:\\dumps\\a.txt and /var/log/x were found."),
    ("web", "See https://example.org/a?b=c&d=e for details."),
    ("cafe", "The Café São João in Kraków reopened."),
    ("quote", "“We will not yield,” she said."),
    ("cplus", "The code, in C++ and C#, was leaked."),
    ("f16", "Two F-16 jets and a MiG-29 took off."),
    ("nine", "The 9/11 commission met 24/7."),
    ("g7", "The G-7 (or G7) ministers met."),
    ("pct", "Prices rose 3.5% - the most since 2008."),
    ("etal", "A v. B et al. (No. 12-345) was settled."),
    ("time", "At 10:30 a.m. the gates opened."),
    ("who", "The WHO's chief warned of cholera."),
    ("ampersand", "Johnson & Johnson recalled a product."),
    ("dash", "The deal—long awaited—was signed at the Hôtel Matignon."),
    ("slash", "The Russia/Ukraine border was shut."),
    ("film", "The play “Who’s Afraid?” opened."),
    ("at", "The account @newsdesk was suspended."),
    ("roman", "Henry VIII. was cited, oddly."),
    ("star", "Ratings: ***** for the opera."),
  ]

  private static let queries: [(query: String, key: String)] = [
    ("NATO's summit", "summit"), ("NATO’s summit", "summit"), ("nato summit!", "summit"),
    ("U.S. troops", "troops"), ("U.S. Army's base", "troops"), ("COVID-19", "covid"),
    ("covid-19 wards?", "covid"), ("Putin?", "putin"), ("Will Putin run again?", "putin"),
    ("Israel-Hamas war", "gaza"), ("(Israel-Hamas) war:", "gaza"), ("AT&T", "phone"),
    ("AT&T's prices", "phone"), ("#MeToo", "tag"), ("#metoo everywhere", "tag"),
    ("$1,250,000.50", "money"), ("1,250,000.50 audit", "money"),
    ("tips@desk.example.org", "mail"), ("O'Brien", "obrien"), ("O’Brien's voters", "obrien"),
    ("Ms. O'Brien, Co. Clare", "obrien"), ("mother-in-law", "mother"),
    ("prime minister's mother-in-law", "mother"), ("C:\\dumps\\a.txt", "path"),
    ("/var/log/x", "path"), ("https://example.org/a?b=c&d=e", "web"), ("Café São João", "cafe"),
    ("cafe sao joao", "cafe"), ("“We will not yield,”", "quote"),
    ("\"we will not yield", "quote"), ("C++ code leaked", "cplus"), ("C#, leaked", "cplus"),
    ("F-16", "f16"), ("MiG-29 jets", "f16"), ("9/11 commission", "nine"), ("24/7", "nine"),
    ("G-7 ministers", "g7"), ("3.5% prices", "pct"), ("+3.5%", "pct"), ("A v. B et al.", "etal"),
    ("No. 12-345", "etal"), ("10:30 a.m. gates", "time"), ("WHO's chief", "who"),
    ("WHO: cholera", "who"), ("Johnson & Johnson", "ampersand"),
    ("deal—long awaited—signed", "dash"), ("Hôtel Matignon;", "dash"),
    ("Russia/Ukraine border", "slash"), ("\"Who's Afraid?\"", "film"), ("@newsdesk", "at"),
    ("Henry VIII.", "roman"), ("Ratings: *****", "star"), ("opera*", "star"),
    ("col:opera ^ratings {x}", "star"), ("'opera'", "star"), ("NEAR(opera", "star"),
    ("AND opera OR", "star"), ("-- opera --", "star"), ("WHO?", "who"), ("#WHO", "who"),
    ("(WHO)?!", "who"),
    ("“Israel-Hamas”", "gaza"), ("Israel/Hamas", "gaza"), ("Who's?", "film"),
  ]

  private let engine: LocalEngine
  private let index: TestIndex

  init() throws {
    index = try TestIndex(Self.texts.map { .sample($0.key, title: "", body: $0.text) })
    engine = try LocalEngine(path: index.path)
  }

  @Test(arguments: queries)
  func findsWhatIsMeant(query: String, key: String) throws {
    let response = try engine.search(SearchRequest(query: query))
    #expect(response.hits.first?.key == key, "\(query) read as \(response.reading)")
  }

  /// Names joined by a dash or slash are names; other words with dashes stay together.
  @Test(arguments: [
    ("Israel-Hamas war", "entity Israel + entity Hamas + war"),
    ("US–China trade", "entity United States + entity China + trade"),
    ("U.S.-Russia talks?", "entity United States + entity Russia + talks"),
    ("Trump/Putin", "entity Donald Trump + entity Vladimir Putin"),
    ("us-china trade", "“us china” + trade"),
    ("African-American voters", "“african american” + voters"),
    ("NATO-led force", "entity NATO + led + force"),
    ("Guinea-Bissau coup", "entity Guinea-Bissau + coup"),
    ("AT&T's prices", "entity AT&T Inc + prices"),
    ("AT&T-Time Warner merger", "entity AT&T Inc + entity Time Warner + merger"),
    ("Time Warner/AT&T?", "entity Time Warner + entity AT&T Inc"),
    ("AT&T-led bid", "entity AT&T Inc + led + bid"), ("at&t-led bid", "“at t led” + bid"),
    ("US-backed force", "entity United States + backed + force"),
    ("U.S.-led force", "entity United States + led + force"),
    ("US-BACKED FORCE", "“us backed” + force"), ("mother-in-law", "“mother in law”"),
    // A compound that names nothing is a phrase, also of words that are left out elsewhere.
    ("well-being", "“well being”"), ("children's well-being", "children + “well being”"),
    ("own-goal", "“own goal”"), ("self-made", "“self made”"), ("same-day", "“same day”"),
    ("over-the-counter", "“over the counter”"), ("anti-immigrant", "“anti immigrant”"),
    ("marriage -same-sex", "marriage, without “same sex”"),
    ("marriage NOT (same-sex tax-cut)", "marriage, without “same sex” + “tax cut”"),
    ("pro-Russian rally", "pro + entity Russia + rally"), ("post-Brexit", "“post brexit”"),
    ("Clinton-era", "“clinton era”"), ("Apple-led apple-pie", "entity Apple + led + “apple pie”"),
    ("doctors/nurses", "doctors + nurses"), ("nato|russia", "(entity NATO or entity Russia)"),
    ("X-ray", "“x ray”"), ("COVID-19 F-16", "“covid 19” + “f 16”"),
  ])
  func joinedNames(query: String, reading: String) throws {
    #expect(try engine.search(SearchRequest(query: query)).reading == reading)
  }

  /// `us` in small letters beside other words may be the country: it ranks, but is not needed.
  @Test(arguments: [
    ("us troops", "us + troops"), ("tell us more", "tell"), ("let us in", "let"),
    ("us", "us"), ("US troops", "entity United States + troops"),
    ("troops between us", "troops"), ("title:(us troops)", "title troops"),
  ])
  func smallCountries(query: String, reading: String) throws {
    #expect(try engine.search(SearchRequest(query: query)).reading == reading)
  }

  @Test func smallCountriesAreNotNeeded() throws {
    let response = try engine.search(SearchRequest(query: "us troops"))
    #expect(response.hits.first?.key == "troops" && response.hits.first?.matchesAll == true)
    let all = try engine.search(SearchRequest(query: "us troops", match: .all))
    #expect(all.reading == "troops")
  }

  /// Numbers and compounds are found however they are written; other numbers are left alone.
  @Test func spellings() throws {
    let index = try TestIndex([
      .sample("comma", title: "", body: "Some 1,000 soldiers landed."),
      .sample("plain", title: "", body: "Some 1000 soldiers landed."),
      .sample("email", title: "", body: "An email was lost with the F-35 and its 911 calls."),
      .sample("hyphen", title: "", body: "An e-mail was found on 9-11 in an F35 of 2016."),
      .sample("million", title: "", body: "It cost 1250000 crowns and 2,016 more."),
    ])
    let engine = try LocalEngine(path: index.path)
    let expected = [
      "1000": ["comma", "plain"], "$1,000": ["comma", "plain"], "1,250,000?": ["million"],
      "e-mail": ["email", "hyphen"], "F35": ["email", "hyphen"], "f-35's": ["email", "hyphen"],
      "9-11": ["hyphen"], "911": ["email"], "2016": ["hyphen"], "2,016": ["million"],
      "-1000 soldiers": [],
      "title:1000": [], "body:1000": ["comma", "plain"],
    ]
    for (query, keys) in expected {
      let response = try engine.search(SearchRequest(query: query))
      #expect(Set(response.hits.map(\.key)) == Set(keys), "\(query) read as \(response.reading)")
    }
    let hit = try #require(
      try engine.search(SearchRequest(query: "1000")).hits.first { $0.key == "comma" })
    #expect(hit.snippets.flatMap(\.pieces).filter(\.isHighlighted).map(\.text) == ["1,000"])
  }
}
