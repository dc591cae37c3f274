/// Names of authors in the lines round a headline.
enum SignatureNames {
  /// Longest name of a script without spaces, in letters.
  private static let longestJoined = 8

  /// The names in the words behind "By" or the like; empty when there are none. Behind one name and a
  /// comma stands a place or an office, if nothing says that more are named.
  static func read(_ words: [String], site: SiteName) -> [String] {
    guard let first = words.first, words.count <= 16 else { return [] }
    if isJoined(first) { return joined(words) }
    let text = words.joined(separator: " ")
    let names = PersonNames.unique(PersonNames.read(text, site: site))
    let people = names.filter(PersonNames.isPerson)
    guard let author = people.first, names.first == author else { return [] }
    let isList = words.contains { conjunctions.contains($0) }
    let isPair = text.utf8.count { $0 == UInt8(ascii: ",") } == 1 && !isList
    return isPair ? [author] : people.filter { !PersonNames.isOrganization($0) }
  }

  /// The names in words without an introduction: all of them must be names.
  static func bare(_ words: [String], site: SiteName) -> [String] {
    guard let first = words.first else { return [] }
    if isJoined(first) {
      guard words.count <= 2 else { return [] }
      return joined(words).filter { name in
        (3...6).contains(name.count) && name.unicodeScalars.contains { $0.value > 0x30FF }
      }
    }
    // Behind a comma stand places and offices.
    let end = words.firstIndex { $0.hasSuffix(",") } ?? words.count - 1
    if words[...end].contains(where: isNoPartOfName) { return [] }
    let text = words.joined(separator: " ")
    let names = PersonNames.read(text, site: site)
    // Scripts without capitals: two or three words.
    guard !names.isEmpty, words.count <= 12, names.count <= 4,
      names.allSatisfy({ $0.split(separator: " ").count >= 2 && PersonNames.isPerson($0) })
    else { return [] }
    let parts = names.reduce(0) { $0 + $1.split(separator: " ").count }
    let between = words.count { conjunctions.contains($0) }
    guard parts + between >= words.count - 3 else { return [] }
    return names.filter { !PersonNames.isOrganization($0) && hasNamesForm($0) }
  }

  private static func isNoPartOfName(_ word: String) -> Bool {
    var key = word.lowercased()
    if key.hasSuffix(",") { key.removeLast() }
    return noNames.contains(key) || SignatureWords.controls.contains(key) || key.hasSuffix(":")
      || (key.count >= 6 && nounEndings.contains(where: key.hasSuffix))
  }

  /// Two to four words, one of them a particle at most and not the last; in scripts without capitals
  /// two or three that are not long.
  private static func hasNamesForm(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let last = words.last, words.count <= 4, last.count > 1 else { return false }
    if name.contains(where: \.isUppercase) {
      return words.count { $0.first?.isLowercase == true } <= 1 && last.first?.isLowercase == false
    }
    return words.count <= 3 && words.allSatisfy { $0.count <= 10 }
  }

  /// Endings of German nouns, which have capitals too.
  private static let nounEndings = [
    "ungen", "heit", "keit", "schaft", "tionen", "tipps", "nisse", "nissen", "gramm", "sprache",
    "nachricht",
    "sehen", "bericht", "berichte",
  ]

  /// Whether words are an office ("Senior Reporter").
  static func isOffice(_ words: [String]) -> Bool {
    guard words.count <= 5, let last = words.last else { return false }
    return offices.contains(last.lowercased().trimmingPrefix("#").description)
  }

  /// Whether a word is of a script that puts no spaces between words.
  static func isJoined(_ word: String) -> Bool {
    guard let scalar = word.unicodeScalars.first else { return false }
    return (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
  }

  private static func joined(_ words: [String]) -> [String] {
    var names: [String] = []
    for word in words {
      for part in word.split(whereSeparator: { "、，,;；：:／/（）()　".contains($0) }) {
        var name = part
        for ending in SignatureWords.joinedEndings where name.hasSuffix(ending) {
          name = name.dropLast(ending.count)
        }
        for start in SignatureWords.joinedIntroductions where name.hasPrefix(start) {
          name = name.dropFirst(start.count)
        }
        if name.isEmpty { continue }
        let isName =
          (2...longestJoined).contains(name.count) && name.allSatisfy(\.isLetter)
          && !joinedOutlets.contains { name.hasSuffix($0) }
        if !isName { return names }
        names.append(String(name))
      }
    }
    return names
  }

  private static let joinedOutlets = [
    "网", "網", "报", "報", "社", "新闻", "新聞", "通信", "テレビ", "編集部", "编辑部", "部", "日报", "日報", "频道", "頻道",
    "뉴스",
    "신문", "일보", "経済", "社会", "政治", "国際", "国际", "經濟", "经济", "ニュース",
  ]

  private static let conjunctions: Set<String> = [
    "and", "And", "und", "et", "y", "e", "i", "en", "och", "og", "ja", "a", "ve", "dan", "и", "і",
    "та", "و", "&",
    "és", "și", "και", "with",
  ]

  private static let offices: Set<String> = [
    "reporter", "correspondent", "writer", "columnist", "contributor", "producer", "journalist",
    "editor",
    "photographer", "critic", "redakteur", "redakteurin", "korrespondent", "korrespondentin",
    "journaliste",
    "rédacteur", "rédactrice", "redactor", "redactora", "periodista", "corresponsal", "giornalista",
    "redacteur", "verslaggever", "dziennikarz", "dziennikarka", "журналист", "корреспондент",
    "редактор",
    "обозреватель", "журналіст", "muhabiri", "editörü", "محرر", "مراسل", "صحفي", "记者", "記者", "编辑",
    "기자",
  ]

  /// Words of sections and places that have a name's form.
  private static let noNames: Set<String> = [
    "news", "world", "local", "politics", "business", "sports", "sport", "opinion", "culture",
    "the", "new", "san",
    "los", "las", "st", "hong", "united", "north", "south", "east", "west", "city", "county",
    "street", "states",
    "breaking", "top", "stories", "story", "health", "science", "technology", "tech",
    "entertainment", "live",
    "exclusive", "analysis", "features", "feature", "press", "release", "staff", "editorial",
    "team", "getty",
    "images", "associated", "this", "that", "what", "how", "why", "in", "for", "with", "about",
    "our", "your", "more",
    "read", "key", "points", "nachrichten", "wirtschaft", "politik", "actualités", "noticias",
    "economía",
    "rezepte", "details", "abo", "startseite", "zurück", "private", "handball", "fußball", "font",
    "size", "ausstellung",
    "termin", "cronaca", "новости", "политика", "экономика", "общество", "أخبار", "سياسة", "اقتصاد",
  ]
}
