/// The parts of a line round a headline: between marks, and from one label to the next.
enum SignatureSegments {
  enum Label { case author, published, modified, source }

  /// Cuts a line into segments of words; no segment is empty. Linear in the line.
  /// - Parameter pieces: Texts of the line's elements: where one ends, a segment ends if it is whole.
  static func cut(_ pieces: [String]) -> [[String]] {
    var segments: [[String]] = []
    var current: [String] = []
    func close() {
      if !current.isEmpty { segments.append(current) }
      current = []
    }
    for piece in pieces {
      // "By", and the name in an element of its own; "and" between two names.
      let isOpen = isIncomplete(current)
      let words = self.words(piece)
      if !isOpen, let first = words.first, !continues(first) { close() }
      for index in words.indices {
        let word = words[index]
        if separators.contains(word) {
          // "Mar 1, 2023 / 9:00 am"
          if word == "/" || word == "-", index + 1 < words.count, hasDigit(words[index + 1]),
            current.contains(where: hasDigit)
          {
            continue
          }
          close()
          continue
        }
        if !current.isEmpty, mayBeLabel(word, in: current), !isLabel(current),
          let found = label(words[index...]),
          isSplit(found, before: word, in: current)
        {
          close()
        }
        current.append(word)
      }
    }
    close()
    return segments
  }

  /// Whether a word inside a segment may begin a label: small letters stand for one behind a number only.
  private static func mayBeLabel(_ word: String, in current: [String]) -> Bool {
    guard let first = word.utf8.first else { return false }
    if (0x61...0x7A).contains(first), !word.hasSuffix(":") {
      return current.contains(where: hasDigit)
    }
    return first >= 0x41
  }

  /// Whether a label in a segment begins another one: marks of dates always, words before names only
  /// with a capital or a colon, since "di", "de" and "par" are parts of names and dates too.
  private static func isSplit(
    _ found: (label: Label, rest: [String]), before word: String, in current: [String]
  ) -> Bool {
    switch found.label {
    case .published, .modified: return !["date", "data", "datum", "stand"].contains(word)
    case .author, .source:
      if word.hasSuffix(":") || SignatureNames.isJoined(word) { return true }
      guard current.contains(where: hasDigit), word.count > 1 else { return false }
      // "March 1, 2023 by Ada Marsh"; "1 de marzo de 2023" has no names.
      let next = found.rest.first
      return word.first?.isUppercase == true
        || (word != "de" && next.map { $0.first?.isUppercase == true && !isOfDate($0) } ?? false)
    }
  }

  /// Words and marks that separate segments.
  private static func words(_ text: String) -> [String] {
    var result: [String] = []
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      // A Korean office behind a name belongs to it; before one it introduces it.
      if SignatureWords.koreanOffices.contains(String(chunk)), let name = result.last,
        (2...4).contains(name.count), SignatureNames.isJoined(name), label([name]) == nil
      {
        result[result.count - 1] = name + chunk
        continue
      }
      var word = ""
      for character in chunk {
        if marks.contains(character) {
          if !word.isEmpty { result.append(word) }
          result.append(String(character))
          word = ""
        } else {
          word.append(character)
        }
      }
      if !word.isEmpty { result.append(word) }
    }
    return result
  }

  private static let marks: Set<Character> = [
    "|", "·", "•", "｜", "∙", "●", "│", "►", "▪", "⋅", "—", "→",
  ]
  private static let separators: Set<String> = [
    "|", "·", "•", "｜", "∙", "●", "│", "►", "▪", "⋅", "—", "–", "-", "--", "/", "→", ",", ">", "›",
    "»",
  ]

  private static func continues(_ word: String) -> Bool {
    word.first == "," || SignatureWords.fillers.contains(word)
  }

  /// Whether a segment is nothing but a label.
  private static func isLabel(_ words: [String]) -> Bool {
    label(words[...])?.rest.allSatisfy(SignatureWords.fillers.contains) ?? false
  }

  /// Whether a segment is nothing but a label or ends with a word that needs another.
  private static func isIncomplete(_ words: [String]) -> Bool {
    guard let last = words.last else { return true }
    return isLabel(words) || last.hasSuffix(",") || SignatureWords.fillers.contains(last)
  }

  /// The label that words begin with, and what follows.
  static func label(_ words: ArraySlice<String>) -> (label: Label, rest: [String])? {
    guard let first = words.first else { return nil }
    if SignatureNames.isJoined(first) { return joinedLabel(words) }
    let key = key(first)
    for (label, table) in tables {
      for phrase in table[key] ?? [] where phrase.count <= words.count {
        guard zip(phrase, words).allSatisfy({ $0 == Self.key($1) }) else { continue }
        if phrase.count == 1, SignatureWords.beforeColon.contains(key), !first.hasSuffix(":"),
          words.dropFirst().first != ":"
        {
          continue
        }
        var rest = Array(words.dropFirst(phrase.count))
        if let mark = rest.first, mark == ":" || mark == "：" { rest.removeFirst() }
        // "de Ada" and "Di Ada" may be a name's; small letters begin a sentence's word.
        if label == .author, let next = rest.first, !first.hasSuffix(":"),
          next.first?.isLowercase == true
        {
          continue
        }
        return (label, rest)
      }
    }
    return nil
  }

  private static let tables: [(Label, [String: [[String]]])] = [
    (.author, SignatureWords.introductions), (.modified, SignatureWords.modified),
    (.published, SignatureWords.published), (.source, SignatureWords.sources),
  ]

  private static func joinedLabel(_ words: ArraySlice<String>) -> (label: Label, rest: [String])? {
    guard let first = words.first else { return nil }
    let lists: [(Label, [String])] = [
      (.source, SignatureWords.joinedSources), (.modified, SignatureWords.joinedModified),
      (.published, SignatureWords.joinedPublished), (.author, SignatureWords.joinedIntroductions),
    ]
    for (label, list) in lists {
      guard let start = list.first(where: first.hasPrefix) else { continue }
      let rest = first.dropFirst(start.count).drop { "：:／/ ".contains($0) }
      return (label, (rest.isEmpty ? [] : [String(rest)]) + words.dropFirst())
    }
    return nil
  }

  private static func key(_ word: String) -> String {
    var key = Substring(word.lowercased())
    while let last = key.last, ":.,：(".contains(last) { key.removeLast() }
    while let first = key.first, "(".contains(first) { key.removeFirst() }
    return String(key)
  }

  /// Words without "on", "at" and the like at their end.
  static func withoutFillers(_ words: ArraySlice<String>) -> [String] {
    var words = words
    while let last = words.last, SignatureWords.fillers.contains(last) { words.removeLast() }
    return Array(words)
  }

  /// "Home > News > Local"
  static func isPath(_ segments: [[String]]) -> Bool {
    guard segments.count >= 2, let first = segments.first, first.count <= 2 else { return false }
    return homes.contains(first.joined(separator: " ").lowercased())
      && segments.allSatisfy { $0.count <= 4 && !$0.contains(where: hasDigit) }
  }

  private static let homes: Set<String> = [
    "home", "start", "startseite", "accueil", "inicio", "portada", "início", "página inicial",
    "home page", "hem", "hjem",
    "etusivu", "strona główna", "domů", "kezdőlap", "acasă", "ana sayfa", "anasayfa", "beranda",
    "trang chủ", "главная",
    "головна", "начало", "почетна", "αρχική", "الرئيسية", "דף הבית", "خانه", "होम", "首页", "首頁",
    "ホーム", "トップ", "홈",
  ]

  static func hasDigit(_ word: String) -> Bool {
    var isASCII = true
    for byte in word.utf8 {
      if (0x30...0x39).contains(byte) { return true }
      if byte >= 0x80 { isASCII = false }
    }
    return !isASCII && word.contains(where: \.isNumber)
  }

  /// Whether a word is of a date: a number, a month, a day of the week.
  static func isOfDate(_ word: String) -> Bool {
    hasDigit(word) || isMonth(word) || days.contains(key(word))
  }

  private static func isMonth(_ word: String) -> Bool {
    DateWords.isMonth(key(word))
  }

  /// Words beside a date that are of no known kind.
  static func wordsBesideDate(_ words: ArraySlice<String>) -> Int {
    words.count { word in
      let key = key(word)
      return !isOfDate(word) && key.count > 2 && !SignatureWords.fillers.contains(key)
        && !(word.count <= 4 && word.allSatisfy { $0.isUppercase })
    }
  }

  /// "12:30", "9 am", "12h30"
  static func isClock(_ words: [String]) -> Bool {
    words.count <= 4
      && words.contains { word in
        let parts = word.split(whereSeparator: { ":.h".contains($0) })
        return parts.count >= 2
          && parts.prefix(2).allSatisfy { $0.prefix(2).allSatisfy(\.isNumber) }
      } && wordsBesideDate(words[...]) == 0
  }

  /// "1 Mar", "March 1"
  static func isDayAndMonth(_ words: [String]) -> Bool {
    words.count <= 5 && words.contains(where: isMonth)
      && words.contains { Int($0.prefix { $0.isNumber }).map { $0 <= 31 } ?? false }
  }

  static func isReadingTime(_ words: [String]) -> Bool {
    guard words.count <= 8, words.contains(where: hasDigit) else { return false }
    var hasMinutes = false
    var isReading = false
    var unknown = 0
    for word in words {
      let key = key(word)
      let letters = String(key.drop { $0.isNumber || "~<>-–+".contains($0) })
      if SignatureWords.minutes.contains(where: letters.hasPrefix) {
        hasMinutes = true
      } else if SignatureNames.isJoined(letters) {
        var rest = letters
        for part in SignatureWords.joinedReading + SignatureWords.minutes + ["钟", "鐘", "で", "く"] {
          rest = rest.replacing(part, with: "")
        }
        rest.removeAll { $0.isNumber || $0.isPunctuation }
        if letters.contains("分") || letters.contains("분") { hasMinutes = true }
        if !rest.isEmpty { return false }
      } else if SignatureWords.readingStems.contains(where: letters.hasPrefix) {
        isReading = true
      } else if !letters.isEmpty, !SignatureWords.reading.contains(letters) {
        unknown += 1
      }
    }
    return hasMinutes && (unknown == 0 || (isReading && unknown <= 2))
  }

  /// "3 hours ago"
  static func isAge(_ words: [String]) -> Bool {
    guard words.count <= 6 else { return false }
    let keys = words.map(key)
    if keys.count == 1, SignatureWords.joinedAges.contains(where: keys[0].hasSuffix) {
      return keys[0].count <= 8 && (hasDigit(keys[0]) || keys[0].count <= 2)
    }
    guard keys.contains(where: SignatureWords.ages.contains) else { return false }
    return keys.contains(where: hasDigit) || keys.count == 1
  }

  /// Whether words are those of buttons and counters.
  static func isControl(_ words: [String]) -> Bool {
    guard words.count <= 12 else { return false }
    var controls = 0
    for word in words {
      let key = key(word)
      if SignatureWords.controls.contains(key) {
        controls += 1
      } else if SignatureNames.isJoined(key) {
        var rest = key
        for part in SignatureWords.joinedControls { rest = rest.replacing(part, with: "") }
        rest.removeAll { $0.isNumber || $0.isPunctuation || "するこの記事を件".contains($0) }
        guard rest.isEmpty else { return false }
        controls += 1
      } else if !SignatureWords.controlFillers.contains(key), !key.isEmpty,
        !key.allSatisfy({ $0.isNumber || $0.isPunctuation || "kKmM".contains($0) })
      {
        return false
      }
    }
    return controls > 0
  }

  private static let days: Set<String> = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
    montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so lundi mardi mercredi jeudi \
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì \
    venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag \
    donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник \
    среда четверг пятница суббота воскресенье الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
