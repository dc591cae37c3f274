/// Names of authors in the lines round a headline.
enum SignatureNames {
  /// Longest name of a script without spaces, in letters.
  private static let longestJoined = 8

  /// The names in the words behind "By" or the like; empty when there are none. Behind one name and a
  /// comma stands a place or an office, if nothing says that more are named.
  static func read(_ words: [String], site: SiteName) -> [String] {
    guard let first = words.first, words.count <= 16 else { return [] }
    if isJoined(first) { return joined(words) }
    let words = Array(words[..<endOfNames(words)])
    let text = words.joined(separator: " ")
    let names = PersonNames.unique(PersonNames.read(text, site: site))
    let people = names.filter(PersonNames.isPerson)
    guard let author = people.first, names.first == author else { return [] }
    let isList = words.contains { conjunctions.contains($0) }
    let isPair = text.utf8.count { $0 == UInt8(ascii: ",") } == 1 && !isList
    return isPair ? [author] : people.filter { !PersonNames.isOrganization($0) }
  }

  /// "Ada Marsh in Elm Bay": where small words begin that belong to no name.
  private static func endOfNames(_ words: [String]) -> Int {
    words.indices.dropFirst().first { index in
      let word = words[index]
      return word.allSatisfy(\.isLowercase) && !conjunctions.contains(word)
        && !PersonNames.particles.contains(word)
    } ?? words.count
  }

  /// The names in words without an introduction: all of them must be names.
  static func bare(_ words: [String], site: SiteName) -> [String] {
    guard let first = words.first else { return [] }
    if isJoined(first) {
      guard words.count <= 2 else { return [] }
      return joined(words).filter { name in
        (2...6).contains(name.count) && name.first.map(familyNames.contains) ?? false
      }
    }
    // Behind a comma stand places and offices.
    let end = words.firstIndex { $0.hasSuffix(",") } ?? words.count - 1
    if words[...end].contains(where: isNoPartOfName) { return [] }
    if words.contains(where: { $0.contains("(") }) || isOfLongWords(first) { return [] }
    let text = words.joined(separator: " ")
    var names = PersonNames.read(text, site: site)
    guard let author = names.first, isFullName(author), words.count <= 12, names.count <= 4 else {
      return []
    }
    names = names.filter(isFullName)
    // Scripts without capitals: two or three words.
    let parts = names.reduce(0) { $0 + $1.split(separator: " ").count }
    let between = words.count { conjunctions.contains($0) }
    guard parts + between >= words.count - 3 else { return [] }
    if between == 0, words.count(where: { $0.hasSuffix(",") }) == 1 { names = [author] }
    return names.filter { !PersonNames.isOrganization($0) && hasNamesForm($0) }
  }

  private static func isFullName(_ name: String) -> Bool {
    name.contains(" ") && PersonNames.isPerson(name)
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

  /// Whether a word is Thai, Lao, Burmese or Khmer: there it may be a whole sentence.
  private static func isOfLongWords(_ word: String) -> Bool {
    guard let scalar = word.unicodeScalars.first?.value else { return false }
    return (0x0E00...0x0EFF).contains(scalar) || (0x1000...0x109F).contains(scalar)
      || (0x1780...0x17FF).contains(scalar)
  }

  /// Whether words name the house, an agency or an address instead of a person.
  static func isHouse(_ words: [String]) -> Bool {
    guard let first = words.first, words.count <= 5 else { return false }
    if isJoined(first) {
      return words.count == 1 && first.count <= longestJoined + 2
        && joinedOutlets.contains { $0.count > 1 && first.hasSuffix($0) }
    }
    var hasHouse = false
    for word in words {
      let key = word.lowercased().filter { $0.isLetter || $0 == "@" }
      if houses.contains(key) || word.contains("@") {
        hasHouse = true
      } else if !houseFillers.contains(key) {
        return false
      }
    }
    return hasHouse
  }

  /// Whether a line is an outlet or an office, with its place or the other of the two: "BBC News, Elm Bay",
  /// "Business reporter, BBC News", "Harbour Wire Staff Writer".
  static func isOutletLine(_ segments: [[String]]) -> Bool {
    guard segments.count == 1, let words = segments.first, words.count <= 8 else { return false }
    let parts = words.split { $0 == "," }.flatMap { part in
      part.joined(separator: " ").split(separator: ",").map {
        $0.split(separator: " ").map(String.init)
      }
    }
    guard (1...3).contains(parts.count), let first = parts.first else { return false }
    func isHouseName(_ part: [String]) -> Bool {
      part.count <= 4 && part.allSatisfy { $0.first?.isUppercase == true }
        && PersonNames.isOrganization(part.joined(separator: " "))
    }
    if parts.count == 1 {
      return (2...4).contains(first.count) && first.last?.lowercased() == "staff"
        && isHouseName(first)
    }
    return (isHouseName(first) || isOffice(first))
      && parts.dropFirst().allSatisfy { part in
        isHouseName(part) || isOffice(part)
          || (part.count <= 3 && part.allSatisfy { $0.first?.isUppercase == true })
      }
  }

  private static let houses: Set<String> = [
    "rédaction", "redacción", "redazione", "redaktion", "redactie", "redakcja", "redação",
    "redaksi", "редакция",
    "редакція", "afp", "ap", "reuters", "dpa", "efe", "ansa", "pap", "anp", "apa", "sda", "ats",
    "belga", "tass", "тасс",
    "интерфакс", "риа", "укрінформ", "agencias", "agences", "agenturen", "agenzie", "agência",
    "التحرير", "وكالات",
    "رويترز", "newsroom", "editors", "डेस्क", "एजेंसी", "भाषा",
  ]
  private static let houseFillers: Set<String> = [
    "la", "le", "el", "de", "der", "die", "avec", "con", "mit", "with", "and", "und", "et", "y",
    "e", "und", "com", "met",
    "web", "online", "staff", "the", "from", "новости", "агентство", "أ", "ف", "ب", "",
  ]

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

  /// First characters of the usual family names of China, Korea and Japan.
  private static let familyNames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆石戴贾韦夏邱\
    方侯邹熊孟秦江阎薛尹段雷黎史陶贺顾郝龚邵钱严覃武莫孔汤張劉陳楊黃趙吳孫馬鄭羅謝許鄧馮韓蕭葉蔣蘇呂盧鍾譚陸賈韋鄒閻顧龔錢嚴湯\
    김이박최정강조윤장임한오서신권황안송류홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕\
    佐鈴伊渡山中小加吉松井木清斎斉長前藤岡後近坂遠青福太西三金大今河村池森内原宮菅平野安上島谷柴千岩本杉片横星服樋秋水桜橋渡阿足荒飯五市\
    梅江榎尾奥亀川工久熊黒栗桑児酒桜沢志杉関園竹辻土寺富永成西根橋浜早土日広藤古星堀増丸三溝宮武村持望森矢柳湯吉若和
    """)

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
