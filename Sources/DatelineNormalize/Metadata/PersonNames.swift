import Foundation

/// Names of authors in values of metadata and in short visible lines.
enum PersonNames {
  /// The names in a text, in order: "By Ada Marsh and Joe Bloggs, Senior Correspondent" gives two.
  /// - Parameter site: Names of the outlet, which are no authors.
  static func read(_ text: String, site: SiteName) -> [String] {
    let line = withoutAddresses(TextNormalizer.line(text))
    guard !line.isEmpty, line.utf8.count <= 600 else { return [] }
    var result: [String] = []
    for part in split(line) {
      guard let name = clean(part) else { continue }
      if isRole(name) || site.equals(name) { continue }
      // "Ada Marsh, Ph.D.", "Sammy Davis, Jr."
      if suffixes.contains(name.lowercased().replacing(".", with: "")) { continue }
      result.append(name)
    }
    return result
  }

  /// Names without doubles, whatever their case; names that are part of a longer one go too.
  static func unique(_ names: [String]) -> [String] {
    var result: [String] = []
    var keys: [String] = []
    for name in names {
      let key = TitleKey(name).text
      if key.isEmpty || keys.contains(key) { continue }
      result.append(name)
      keys.append(key)
    }
    return result
  }

  /// A name without accents and case, to tell whether two spellings are one person's.
  static func folded(_ name: String) -> String {
    TitleKey(name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)).text
  }

  /// Whether a name is that of an agency, an outlet or an office rather than a person's.
  static func isOrganization(_ name: String) -> Bool {
    let words = TitleKey(name).text.split(separator: " ").map(String.init)
    if agencies.contains(words.joined(separator: " ")) { return true }
    return words.contains(where: organizationWords.contains)
  }

  /// Whether a name found in a line of text, which may be anything, is that of a person: two to five
  /// words with capitals, particles apart. Scripts without capitals pass.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    if let first = name.unicodeScalars.first, first.properties.isAlphabetic,
      !first.properties.isUppercase, !first.properties.isLowercase
    {
      return words.count <= 4
    }
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      particles.contains(word.lowercased()) || word.first?.isUppercase == true
        || word.contains { $0.isUppercase }
    }
  }

  /// Words of names that have small letters.
  static let particles = words(
    "de del della der den van von vom zu zum zur la le los las da das do dos di du bin ibn al el y ter ten af"
  )

  // MARK: - Cutting

  private static let conjunctions = [
    " and ", " And ", " AND ", " und ", " et ", " y ", " & ", " e ", " en ", " och ", " og ",
    " ve ",
    " with ", " With ",
  ]

  private static func split(_ line: String) -> [Substring] {
    var text = dropIntroduction(Substring(line))
    for mark in [" | ", "|", " • ", " · ", " — ", " – ", " - ", " // "] {
      // What stands behind is the outlet or the author's office.
      if let range = ByteSearch.first(mark, in: text), range.lowerBound > text.startIndex {
        text = text[..<range.lowerBound]
      }
    }
    for mark in [
      " for ", " at ", " Updated", " Published", " Posted", " PUBLISHED", " UPDATED",
      " Edited", " Photo", " Illustrat", " Fact", " Reviewed",
    ] {
      if let range = ByteSearch.first(mark, in: text), range.lowerBound > text.startIndex {
        text = text[..<range.lowerBound]
      }
    }
    var parts: [Substring] = []
    for part in text.split(whereSeparator: { ",;/\n、，；".contains($0) }) {
      var rest = part
      while true {
        let next = conjunctions.compactMap { ByteSearch.first($0, in: rest) }.min {
          $0.lowerBound < $1.lowerBound
        }
        guard let next else { break }
        parts.append(rest[..<next.lowerBound])
        rest = rest[next.upperBound...]
      }
      parts.append(rest)
    }
    return parts
  }

  private static let introductions = [
    "view all posts by", "all posts by", "posts by", "ein interview von", "interview von",
    "das interview führte", "erstellt von", "verfasst von", "geschrieben von", "veröffentlicht von",
    "ein kommentar von", "kommentar von", "analyse von", "ein beitrag von", "beitrag von",
    "ein artikel von", "artikel von", "story by", "written by", "reporting by", "reported by",
    "report by", "words by", "text by",
    "posted by", "published by", "article by", "review by", "edited by", "opinion by",
    "analysis by", "interview by", "contributed by", "interview", "words", "by", "von", "par",
    "por", "door", "di", "da",
    "af", "av", "przez", "autor", "autorin", "autoren", "auteur", "author", "authors", "autore",
    "text", "foto", "and", "und", "et", "y", "автор",
  ]

  private static func dropIntroduction(_ text: Substring) -> Substring {
    var text = trimmed(text)
    for _ in 0..<2 {
      let lower = text.prefix(24).lowercased()
      guard
        let word = introductions.first(where: {
          lower.hasPrefix($0 + " ") || lower.hasPrefix($0 + ":")
        })
      else { break }
      text = trimmed(text.dropFirst(word.count))
    }
    // "ByAda Marsh", where the blank was lost between two elements.
    if text.hasPrefix("By"), let next = text.dropFirst(2).first, next.isUppercase {
      text = text.dropFirst(2)
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, " :-–—·•|,.*\"“”".contains(first) { text.removeFirst() }
    while let last = text.last, " :-–—·•|,*\"“”".contains(last) { text.removeLast() }
    return text
  }

  /// Without mail and web addresses and handles.
  private static func withoutAddresses(_ line: String) -> String {
    guard
      line.utf8.contains(UInt8(ascii: "@")) || ByteSearch.contains("://", in: line[...])
        || ByteSearch.contains("www.", in: line[...])
    else { return line }
    return line.split(separator: " ").filter {
      !$0.contains("@") && !$0.contains("://") && !$0.hasPrefix("www.")
    }.joined(separator: " ")
  }

  /// A name without office and title; `nil` for what is none.
  private static func clean(_ part: Substring) -> String? {
    var name = dropIntroduction(part)
    if let open = name.firstIndex(where: { "([<{".contains($0) }) { name = name[..<open] }
    name = withoutJoinedOffice(trimmed(name))
    // The rest of what stood in brackets; a host's name.
    if name.contains(")") || (name.dropLast().contains(".") && !name.contains(" ")) { return nil }
    // "Ada Marsh Monday": the date begins. "Ada May" is a name.
    if let space = name.lastIndex(of: " "),
      days.contains(name[name.index(after: space)...].lowercased())
        || (months.contains(name[name.index(after: space)...].lowercased())
          && name[..<space].contains(" "))
    {
      name = trimmed(name[..<space])
    }
    // A full stop ends a sentence, not an initial or "Jr.".
    if name.last == ".", let word = name.split(separator: " ").last, word.count > 4 {
      name.removeLast()
    }
    let count = name.utf8.count
    guard count >= 2, count <= 80, !name.contains(where: { "0123456789=_#".contains($0) }) else {
      return nil
    }
    let words = name.split(separator: " ")
    // Names have capitals; scripts without them have no small letters either.
    guard words.count <= 6,
      name.contains(where: { $0.isUppercase || ($0.isLetter && !$0.isLowercase) })
        || words.count <= 2
    else { return nil }
    return String(name)
  }

  /// A Korean, Chinese or Japanese name without the office behind it ("김민수 기자"); empty for a label of
  /// the date beside it.
  private static func withoutJoinedOffice(_ name: Substring) -> Substring {
    guard let first = name.unicodeScalars.first, first.value >= 0x2E80 else { return name }
    if joinedLabels.contains(where: name.hasPrefix) { return "" }
    guard let office = SignatureWords.joinedEndings.first(where: name.hasSuffix) else {
      return name
    }
    let rest = trimmed(name.dropLast(office.count))
    return rest.count >= 2 ? rest : name
  }

  private static let joinedLabels = [
    "입력", "수정", "송고", "등록", "승인", "기사입력", "기사수정", "최초입력", "최종수정", "업데이트", "게재", "발행일",
  ]

  // MARK: - Words

  /// Whether a part is an office ("senior reporter") or a label, not a name.
  private static func isRole(_ name: String) -> Bool {
    let words = TitleKey(name).text.split(separator: " ").map(String.init)
    if words.count == 1, labels.contains(words[0]) { return true }
    guard let last = words.last, let first = words.first else { return true }
    // Jan, April and June are first names.
    if months.contains(first), words.count == 1 || months.contains(last) { return true }
    if days.contains(first) { return true }
    return words.count >= 1 && (roleWords.contains(last) || roleStarts.contains(first))
  }

  private static let suffixes = words("phd md jr sr esq dr mba rd ma msc rn dds jd facep mph ba")
  private static let labels = words(
    """
    admin administrator editor editors staff author authors by guest user webmaster redaktion \
    redaction redacción redazione newsroom anonymous unknown none null undefined contributor default \
    updated published posted follow share facebook twitter instagram linkedin email x website \
    subscribe written text foto photo photos video comments comment more
    """)
  private static let roleWords = words(
    """
    reporter correspondent writer columnist contributor producer journalist photographer critic \
    freelancer blogger strategist analyst meteorologist intern author redakteur redakteurin autor \
    autorin journalistin korrespondent
    """)
  private static let roleStarts = words(
    """
    senior associate deputy contributing managing executive political chief assistant staff \
    editorial-director updated published posted photo photos photograph photography
    """)
  private static let months = words(
    """
    jan january feb february march apr april jun june july aug august sep sept september oct \
    october nov november dec december
    """)
  private static let days = words("monday tuesday wednesday thursday friday saturday sunday")
  private static let agencies: Set<String> = [
    "ap", "afp", "dpa", "efe", "ansa", "pti", "ani", "ians", "upi", "xinhua", "reuters",
    "bloomberg",
    "pa", "sid", "apa", "epd", "kna", "tass", "the associated press", "associated press",
    "agence france presse", "press association", "pa media", "cnn", "bbc", "npr",
  ]
  private static let organizationWords = words(
    """
    news newsroom wire times press reuters bloomberg staff post journal agency associated tribune \
    herald gazette chronicle service services magazine media daily bureau network desk team \
    bundesministerium ministerium verband verlag redaktion editorial board editors redaction redacción redazione online tv radio group inc ltd \
    llc gmbh company university institute foundation office department council community \
    contributors correspondents reporters writers release newswire
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
