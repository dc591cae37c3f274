import DatelineAnalysis
import DatelineCore
import Testing

/// Names that mean one thing or another, decided by what stands beside them: with the gazetteer in
/// the binary, on sentences we wrote.
@Suite struct ContextTests {
  /// A text, and which entities it names (`id` or `id:count`) and does not name (`-id`).
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var title = ""
    var expected: String
    var testDescription: String { "\(title) \(text)" }

    init(_ text: String, title: String = "", _ expected: String) {
      self.text = text
      self.title = title
      self.expected = expected
    }
  }

  static func check(_ test: Case) {
    var tagger = EntityTagger(gazetteer: .builtIn)
    var counts: [String: Int] = [:]
    for mention in tagger.mentions(title: test.title, body: test.text) {
      counts[Gazetteer.builtIn.entities[mention.entity].id] = mention.count
    }
    for item in test.expected.split(separator: " ") {
      if item.hasPrefix("-") {
        let id = String(item.dropFirst())
        #expect(counts[id] == nil, "\(id) in: \(test.testDescription)")
        #expect(Gazetteer.builtIn.position(ofID: id) != nil, "unknown id \(id)")
        continue
      }
      let parts = item.split(separator: ":")
      let count = parts.count > 1 ? Int(parts[1]) : counts[String(parts[0])] ?? 1
      #expect(counts[String(parts[0])] == count, "\(item) in: \(test.testDescription), \(counts)")
    }
  }

  private static let sharedNames = [
    Case("Georgia said Russian tanks had crossed from South Ossetia.", "georgia -georgia-us-state"),
    Case("Saakashvili told parliament that Georgia would rebuild.", "georgia -georgia-us-state"),
    Case("Polls open in Georgia and Alabama at seven.", "georgia-us-state -georgia"),
    Case("The storm reached Savannah, Georgia, at dawn.", "georgia-us-state -georgia"),
    Case("A bank in Macon, Georgia, failed. Georgia has lost ten.", "georgia-us-state:2 -georgia"),
    Case("Georgia beat Ireland in Tbilisi.", "georgia -georgia-us-state"),
    Case("Troops flew to Georgia.", "georgia -georgia-us-state"),
    Case("Congo's army fought rebels near Goma.", "congo-kinshasa -congo-brazzaville"),
    Case("President Sassou Nguesso won again in Congo.", "congo-brazzaville -congo-kinshasa"),
    Case("Brazzaville said Congolese oil output rose.", "congo-brazzaville -congo-kinshasa"),
    Case("Kinshasa said Congolese oil output rose.", "congo-kinshasa -congo-brazzaville"),
    Case("Washington sent an envoy to Moscow.", "united-states -washington-state"),
    Case("Spokane and Tacoma are in Washington.", "washington-state -united-states"),
    Case(
      "Loggers cleared forest in the Brazilian state; the Amazon burns.",
      "amazon-rainforest -amazon"),
    Case("Bezos said Amazon would open warehouses.", "amazon -amazon-rainforest"),
    Case("Sonia Gandhi led the Congress to victory in India.", "congress-party-india -us-congress"),
    Case("Congress passed the bill, Republicans said.", "us-congress -congress-party-india"),
    Case("The RBI cut rates; in Mumbai the rupee fell.", "reserve-bank-of-india"),
    Case("He had 21 RBI and three home runs.", "-reserve-bank-of-india"),
    Case(
      "The striker joined Barcelona before the Champions League final.", "fc-barcelona -barcelona"),
    Case("Thousands marched in Barcelona for Catalan independence.", "barcelona -fc-barcelona"),
    Case("The striker scored twice in Barcelona.", "barcelona -fc-barcelona"),
    Case("Chelsea drew with Arsenal at Stamford Bridge.", "chelsea-fc arsenal-fc"),
    Case("A gallery opened in Chelsea.", "-chelsea-fc"),
    Case(
      "San Jose is the largest city in Silicon Valley, south of San Francisco.",
      "san-jose-california -costa-rica"),
    Case("Costa Rica's president spoke in San Jose.", "costa-rica:2 -san-jose-california"),
    Case("Labour won Scotland, Blair said in London.", "labour-party-uk -labor-party-israel"),
    Case("Peres lost Labour's vote and left the Knesset.", "labor-party-israel -labour-party-uk"),
    Case("King Abdullah received the envoy in Amman.", "king-abdullah-ii -king-abdullah-saudi"),
    Case("King Abdullah received the envoy in Riyadh.", "king-abdullah-saudi -king-abdullah-ii"),
    Case("President Bush warned Gorbachev over Kuwait.", "george-h-w-bush -george-w-bush"),
    Case("President Bush and Dick Cheney defended the Iraq war.", "george-w-bush -george-h-w-bush"),
  ]

  @Test(arguments: sharedNames) func sharedNamesFollowTheContext(test: Case) { Self.check(test) }

  private static let people = [
    Case("Michael Jordan retired. Jordan won six titles.", "michael-jordan:2 -jordan"),
    Case("Vernon E. Jordan advised him. Jordan declined to comment.", "-jordan"),
    Case("Jordan Spieth leads by two.", "-jordan"),
    Case("Jordan closed its border with Syria.", "jordan syria"),
    Case("Neil Jordan shot the film in Jordan.", "jordan:1"),
    Case("Chad Smith played the drums.", "-chad"),
    Case("Chad said rebels crossed from Sudan.", "chad sudan"),
    Case("Chad President Idriss Deby spoke.", "chad idriss-deby"),
    Case("Denzel Washington won an Oscar. Washington thanked his wife.", "-united-states"),
    Case("Mr. Washington thanked his wife.", "-united-states"),
    Case("George Washington crossed the river.", "-united-states"),
    Case("The Washington Post reported it.", "washington-post -united-states"),
    Case("Theresa May left in May. May had lost the vote on May 23.", "theresa-may:2"),
    Case("It may rain in May, Theresa May said.", "theresa-may:1"),
    Case("Theresa May said May Day rallies would go on.", "theresa-may:1"),
    Case("The talks began in May.", "-theresa-may"),
    Case("A turkey was served in Turkey.", "turkey:1"),
    Case("Fine china was shipped to China.", "china:1"),
    Case("B. Yeltsin spoke; P. Yeltsin, a farmer, listened.", "boris-yeltsin:1"),
    Case(
      "Mr. Trump said Mrs. Clinton lost; Hillary Clinton agreed.", "donald-trump hillary-clinton:2"),
    Case("Milan Kucan met ministers in Milan.", "milan:1"),
    Case("Clinton spoke.", title: "Hillary Clinton leads", "hillary-clinton:2 -bill-clinton"),
    Case("Hillary Clinton spoke.", title: "Clinton leads", "hillary-clinton:2 -bill-clinton"),
  ]

  @Test(arguments: people) func peopleAreNoPlaces(test: Case) { Self.check(test) }

  private static let longerNames = [
    Case("The British Heart Foundation paid for it.", "-united-kingdom"),
    Case("The British prime minister paid for it.", "united-kingdom"),
    Case("British NATO troops met the Dutch Labour Party.", "united-kingdom nato netherlands"),
    Case("He studied at the University of Chicago.", "-chicago"),
    Case("He won the U.S. Open and lost the Australian Open.", "-united-states -australia"),
    Case("CSKA Sofia lost to Steaua Bucharest.", "-bulgaria -romania"),
    Case("Chinese Airlines Cut Fares", title: "Chinese Group Sees Profit", "china:1"),
    Case("Shares of Daewoo Corp fell in South Korea and South Africa.", "south-korea south-africa"),
    Case("BOSTON 6 Oakland 4\nDETROIT 7 Chicago 4", "-boston -detroit -chicago"),
    Case("BOSTON 1996-08-22", "boston"),
    Case("Seattle shortstop Alex Rodriguez fell in Seattle.", "seattle:1"),
    Case("The Italy goalkeeper fell in Rome.", "italy:2"),
    Case("ENGLAND 2 ITALY 1", "england italy"),
    Case("In Boston 600 people marched and 20 were held.", "boston"),
    Case("Australian Democrats voted against the bill.", "australia -democratic-party"),
    Case("Peru's Congress voted.", "peru -us-congress"),
    Case("The Turkish central bank sold lira.", "turkey central-bank-of-turkey"),
    Case("Jordan's King Abdullah spoke.", "jordan king-abdullah-ii"),
    Case("The Chinese Communist Party met.", "chinese-communist-party"),
    Case(
      "The European Union and the United Arab Emirates signed.",
      "european-union united-arab-emirates"),
    Case("The premier league of excuses", "-premier-league"),
    Case(
      "See https://www.youtube.com/russia-news and news@reuters.com.", "-google -russia -reuters"),
    Case("nato and russia, she typed", "nato russia"),
    Case("Japan's Africa policy and S. Africa", "japan africa south-africa:1"),
  ]

  @Test(arguments: longerNames) func partsOfLongerNamesAreNoMentions(test: Case) {
    Self.check(test)
  }

  private static let credits = [
    Case("LONDON (Reuters) - The bank said so.", "united-kingdom -reuters"),
    Case("WASHINGTON, March 3 (AP) -- The bank said so.", "united-states -associated-press"),
    Case("GENEVA (AFP) \u{2014} The bank said so.", "-afp"),
    Case("ATLANTA (CNN) \u{2013} The bank said so.", "atlanta -cnn"),
    Case("The bank told Reuters so.", "reuters"),
    Case("The agency (Reuters) denied it.", "reuters"),
    Case("The bank said so.\n(Reuters)", "-reuters"),
    Case("The bank said so. - Reuters", "-reuters"),
    Case(
      "The bank said so. (Reporting by Ann Lee in Tokyo for Reuters; Editing by Bo Xilai)",
      "-japan -reuters -bo-xilai"),
    Case(
      "The bank said so.\nAdditional reporting by Ann Lee in Paris; Editing by Jo Day\nFrance rose.",
      "france:1"),
    Case("The film about editing by Steven Spielberg.", "steven-spielberg"),
    Case("A market in Kabul. REUTERS/Jo Day", "afghanistan -reuters"),
    Case("The alliance (NATO) met.", "nato"),
    Case("NEW YORK (Reuters Health) - Tea helps.", "new-york -reuters"),
    Case("TOKYO, March 3 - Reuters - The Nikkei fell.", "japan -reuters"),
    Case("By Jo Day, Associated Press\nThe bank said so.", "-associated-press"),
    Case("Associated Press writer Jo Day contributed to this report.", "-associated-press"),
    Case("Copyright 2020 The Associated Press. All rights reserved.", "-associated-press"),
    Case("A market in Kabul. Getty Images/AFP", "afghanistan -afp"),
    Case("The Associated Press sued the bank.", "associated-press"),
  ]

  @Test(arguments: credits) func creditsAreNoMentions(test: Case) { Self.check(test) }
}
