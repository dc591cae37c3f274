/// Names that the generated news are about: real entities, invented outlets and invented authors.
enum Names {
  /// Persons, organisations and places in falling order of frequency.
  static let entities: [StaticString] = [
    "US", "Trump", "Russia", "NATO", "European Union", "China", "Moscow", "Washington", "WHO",
    "Ukraine", "United Nations", "White House", "Germany", "Britain", "France", "Iran", "Congress",
    "Israel", "Vladimir Putin", "Syria", "Brussels", "Jens Stoltenberg", "Beijing", "London",
    "Barack Obama", "Iraq", "Japan", "Kremlin", "Turkey", "India", "Pentagon", "Hillary Clinton",
    "Angela Merkel", "Afghanistan", "North Korea", "Paris", "Senate", "Berlin", "New York",
    "Supreme Court", "Joe Biden", "Emmanuel Macron", "Kyiv", "Gaza", "Mexico", "Donald Trump",
    "Poland", "Canada", "European Commission", "South Korea", "Saudi Arabia", "Volodymyr Zelensky",
    "FBI", "Federal Reserve", "Australia", "Italy", "Spain", "Egypt", "Pakistan", "CIA", "IMF",
    "World Bank", "Facebook", "Google", "Apple", "Boris Johnson", "Theresa May", "Taliban", "Libya",
    "Yemen", "Brazil", "Hong Kong", "Taiwan", "Xi Jinping", "Benjamin Netanyahu", "Sweden",
    "Finland", "Warsaw", "Ankara", "Tehran", "Jerusalem", "Damascus", "Kabul", "Baghdad", "Tokyo",
    "Seoul", "Delhi", "Cairo", "Geneva", "Vienna", "Rome", "Madrid", "Athens", "Greece", "Hungary",
    "Belgium", "Netherlands", "The Hague", "Norway", "Denmark", "Estonia", "Latvia", "Lithuania",
    "Georgia", "Crimea", "Belarus", "Minsk", "OPEC", "Wall Street", "Amazon", "Microsoft", "Tesla",
    "Boeing", "Airbus", "Goldman Sachs", "Deutsche Bank", "Nigeria", "South Africa", "Kenya",
    "Ethiopia", "Sudan", "Somalia", "Mali", "African Union", "Red Cross", "Amnesty International",
    "Human Rights Watch", "Greenpeace", "UNICEF", "Interpol", "Antonio Guterres", "Kofi Annan",
    "George W. Bush", "Tony Blair", "Gordon Brown", "David Cameron", "Nicolas Sarkozy",
    "François Hollande", "Recep Tayyip Erdogan", "Bashar al-Assad", "Kim Jong Un",
    "Dmitry Medvedev",
    "Sergei Lavrov", "Ursula von der Leyen", "Mike Pompeo", "John Kerry", "Bernie Sanders",
    "Nancy Pelosi", "Mitch McConnell", "California", "Texas", "Florida", "Chicago", "Los Angeles",
    "São Paulo", "Bogotá", "Venezuela", "Cuba", "Argentina", "Chile", "Peru", "Vatican",
  ]

  /// Invented outlets, in falling order of output.
  static let outlets: [StaticString] = [
    "Meridian Press Agency", "The Harbour Courier", "Northern Wire", "The Daily Ledger",
    "Continental News Service", "Capital Observer", "The Evening Beacon", "Riverside Tribune",
    "The Morning Standard Post", "Globe and Compass", "Atlantic Dispatch", "The Union Gazette",
    "Crossroads Daily", "The Hill and Valley Herald", "Summit News", "The Westgate Chronicle",
    "Lakeshore Times", "Business Barometer", "The Foreign Desk", "Policy Monitor",
    "The Old Bridge Register", "Eastport Examiner", "The Plainfield Argus", "Signal Daily",
    "The Silver City Sentinel", "Market Lantern", "The Stonebridge Mail", "Frontier Bulletin",
    "The Public Notebook", "Delta Messenger", "The Clocktower Review", "Oakmont Advertiser",
    "The Island Mercury", "Sport and Field", "The Green Almanac", "Science Weekly Wire",
    "The Quayside Echo", "Metro Pulse Online", "The Border Journal", "Prairie Telegraph",
  ]

  static let givenNames: [StaticString] = [
    "Anna", "James", "Maria", "David", "Laura", "Peter", "Sofia", "Daniel", "Helen", "Thomas",
    "Nadia", "Mark", "Elena", "Samuel", "Ruth", "Omar", "Clara", "Victor", "Ingrid", "Paul",
    "José", "Zoë", "Amina", "Hugo", "Leila", "Martin", "Grace", "Ivan", "Yuki", "André",
  ]
  static let familyNames: [StaticString] = [
    "Whitlock", "Ferrand", "Okafor", "Lindqvist", "Marlowe", "Castellan", "Brandt", "Hargreave",
    "Novak", "Delacroix", "Petrov", "Sandoval", "Ashworth", "Kowalczyk", "Rahman", "Thorne",
    "Müller", "Haddad", "Beaumont", "Nakamura", "Ostrow", "Pembroke", "Quinlan", "Reyes",
    "Sørensen", "Tanaka", "Underhill", "Vasquez", "Winslow", "Yilmaz",
  ]
  static let sections: [StaticString] = [
    "World", "Politics", "Business", "National", "Europe", "Technology", "Sport", "Opinion",
    "Health", "Science", "Culture", "Climate",
  ]
}
