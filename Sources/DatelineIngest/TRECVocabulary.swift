import DatelineCore
import DatelineMarkup

/// Newswire as the TREC and LDC collections have it in SGML: AP, Wall Street Journal, San Jose Mercury
/// News, Financial Times, Los Angeles Times and FBIS of the TIPSTER and TREC disks (elements as in their
/// document type definitions), AQUAINT, English Gigaword (LDC2003T05, readme). A `<DOC>` is a record.
struct TRECVocabulary: XMLVocabulary {
  let recordNames: Set<String> = ["doc"]

  func emptyMessage(root: String) -> String? { root == "doc" ? "the file has no stories" : nil }

  mutating func begin(_ head: XMLTree) {}

  /// Gigaword says which of its documents are no stories: summaries of many (`multi`), notes to editors
  /// (`advis`), lists and tables (`other`).
  func refusal(of record: XMLTree) -> String? {
    guard let type = record.value("type", of: 0)?.lowercased(), type != "story" else { return nil }
    return "a document of the type \"\(type.prefix(40))\" is no story"
  }

  func document(_ record: XMLTree, origin: Origin) -> RawDocument {
    var document = RawDocument(origin: origin)
    guard !record.isEmpty else { return document }
    let fields = Fields(record)
    let identifier =
      fields.line(["docno", "docid"]) ?? record.value("id", of: 0) ?? record.value("docid", of: 0)
    document.key = identifier
    document.title = fields.line(["headline", "hl", "head", "ti", "title"]).map {
      Self.headline(Self.withoutCodes($0))
    }
    document.body = fields.body.map(Self.withoutCodes)
    document.byline = fields.line(["byline", "author", "au"])
    document.published =
      fields.line(["date_time", "date", "dd", "pubdate", "date1", "fileid"]).map(Self.date)
      ?? identifier.flatMap(Self.dateInIdentifier)
    document.section = fields.line(["section"]).map { Self.part($0, before: ";") }
    document.source =
      fields.line(["pub"]) ?? identifier.flatMap(Self.source)
      ?? fields.line(["so"]).map { Self.part($0, before: "(") }
    document.language = identifier.flatMap(Self.language)
    var extra = ExtraWriter()
    for name in ["dateline", "slug", "page", "edition", "graphic", "doctype"] {
      if let line = fields.line([name]) { extra.add(key: name, text: line) }
    }
    document.extra = extra.text()
    return document
  }

  /// The elements of a record by name, wherever in it they stand (AQUAINT has a `<BODY>` round most).
  private struct Fields {
    private let record: XMLTree
    private var elements: [String: Int] = [:]

    init(_ record: XMLTree) {
      self.record = record
      add(record.children(0))
    }

    private mutating func add(_ children: [Int]) {
      for element in children {
        let name = record.name(element)
        if elements[name] == nil, record.line(element) != nil { elements[name] = element }
        if ["body", "header", "h3"].contains(name) { add(record.children(element)) }
      }
    }

    func line(_ names: [String]) -> String? {
      for name in names {
        if let element = elements[name] { return record.line(element) }
      }
      return nil
    }

    /// The lead, where it stands apart, and the text; of a record without such elements all that is
    /// directly in it.
    var body: String? {
      let parts = ["lp", "leadpara", "text"].compactMap { elements[$0] }.compactMap(text)
      if !parts.isEmpty { return parts.joined(separator: "\n\n") }
      return elements.isEmpty || elements.keys.allSatisfy { $0 == "p" } ? text(0) : nil
    }

    /// Marked paragraphs, else lines as they are: where they were cut is found out later.
    private func text(_ element: Int) -> String? {
      record.descendant("p", of: element) == nil
        ? record.text(element) : record.paragraphs(element)
    }
  }

  /// A headline without what archives put round it: `FT  14 MAY 91 / `, the semicolons between the lines
  /// of Los Angeles Times headlines at the end, the byline behind `@`.
  static func headline(_ text: String) -> String {
    var text = Substring(text)
    if text.hasPrefix("FT "), let slash = text.range(of: " / "),
      text[..<slash.lowerBound].utf8.count <= 16
    {
      text = text[slash.upperBound...]
    }
    if let mark = text.range(of: "@ ----") ?? text.range(of: "@ By ") {
      text = text[..<mark.lowerBound]
    }
    let parts = text.split(separator: "@").map { $0.trimmed }
    let line = parts.filter { !$0.isEmpty && $0.contains { $0 != "-" } }.joined(separator: " ")
    return String(line.hasSuffix(";") ? line.dropLast().trimmed : line[...])
  }

  /// A text without the wires' codes for its layout, which are written like entities (`&UR;`, `&Cx1f;`).
  /// Linear.
  static func withoutCodes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() {
      let name = parts[index].prefix(6).prefix { $0 != ";" }
      let isNamed = name.endIndex < parts[index].endIndex && parts[index][name.endIndex] == ";"
      if isNamed, let sign = signs[String(name)] {
        parts[index] = sign + parts[index][name.endIndex...].dropFirst()
      } else if isNamed, name.hasPrefix("Cx") || name.count >= 2 && name.allSatisfy(\.isUppercase) {
        parts[index] = parts[index][name.endIndex...].dropFirst()
      } else {
        parts[index] = "&" + parts[index]
      }
    }
    return parts.joined()
  }

  /// Signs that the collections' document type definitions name.
  private static let signs = ["AMP": "&", "hyph": "-", "blank": " ", "LT": "<", "GT": ">"]

  /// A date in the American notations of the collections as ISO 8601; others as they are: `910514`,
  /// `03/24/87`, `06/01/1998 00:17:00`, `AP-NR-02-12-88 2344EST`.
  static func date(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard let first = words.first else { return text }
    if words.count == 1, first.utf8.count == 6 { return day(yearFirst: first) ?? text }
    if first.hasPrefix("AP-") {
      let parts = first.split(separator: "-").suffix(3).map(String.init)
      guard parts.count == 3, let day = day(month: parts[0], day: parts[1], year: parts[2]) else {
        return text
      }
      guard words.count > 1, words[1].prefix(4).allSatisfy(\.isNumber), words[1].utf8.count >= 4
      else { return day }
      let clock = "\(words[1].prefix(2)):\(words[1].dropFirst(2).prefix(2))"
      return "\(day) \(clock) \(words[1].dropFirst(4))"
    }
    let parts = first.split(separator: "/").map(String.init)
    guard parts.count == 3, let day = day(month: parts[0], day: parts[1], year: parts[2]) else {
      return text
    }
    return ([day[...]] + words.dropFirst()).joined(separator: " ")
  }

  /// The day in an identifier: `APW19980601.0004`, `AFP_ENG_20030401.0001`, `AP880212-0001`, and with the
  /// month first `LA010189-0001`.
  static func dateInIdentifier(_ identifier: String) -> String? {
    let digits = identifier.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    switch digits.utf8.count {
    case 8:
      return day(
        month: String(digits.dropFirst(4).prefix(2)), day: String(digits.suffix(2)),
        year: String(digits.prefix(4)))
    case 6 where identifier.hasPrefix("LA"):
      return day(
        month: String(digits.prefix(2)), day: String(digits.dropFirst(2).prefix(2)),
        year: String(digits.suffix(2)))
    case 6: return day(yearFirst: digits)
    default: return nil
    }
  }

  private static func day(yearFirst digits: Substring) -> String? {
    day(
      month: String(digits.dropFirst(2).prefix(2)), day: String(digits.suffix(2)),
      year: String(digits.prefix(2)))
  }

  /// ISO 8601 of a day in the calendar's range; years of two digits are of the 20th century, as are the
  /// collections that have them.
  private static func day(month: String, day: String, year: String) -> String? {
    guard let month = Int(month), let day = Int(day), let number = Int(year),
      (1...12).contains(month), (1...31).contains(day),
      year.utf8.count == 2 || year.utf8.count == 4 && (1600...2999).contains(number)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year.utf8.count == 2 ? 1900 + number : number)-\(two(month))-\(two(day))"
  }

  /// The outlet that the letters of an identifier stand for.
  static func source(_ identifier: String) -> String? {
    sources[String(identifier.prefix { $0.isLetter }).uppercased()]
  }

  private static let sources = [
    "AP": "Associated Press", "APW": "Associated Press", "NYT": "New York Times",
    "XIE": "Xinhua", "XIN": "Xinhua", "AFP": "Agence France-Presse", "LA": "Los Angeles Times",
    "FT": "Financial Times", "WSJ": "Wall Street Journal", "SJMN": "San Jose Mercury News",
    "LTW": "Los Angeles Times/Washington Post", "CNA": "Central News Agency",
    "WPB": "Washington Post/Bloomberg", "FBIS": "FBIS",
  ]

  /// The language in an identifier of Gigaword (`AFP_ENG_…`).
  static func language(_ identifier: String) -> String? {
    let parts = identifier.split(separator: "_")
    return parts.count < 3 ? nil : languages[parts[1].uppercased()]
  }

  private static let languages = [
    "ENG": "en", "SPA": "es", "FRE": "fr", "FRA": "fr", "ARB": "ar", "CMN": "zh",
  ]

  private static func part(_ text: String, before mark: Character) -> String {
    String((text.firstIndex(of: mark).map { text[..<$0] } ?? text[...]).trimmed)
  }
}

/// SGML files, told record by record: Reuters-21578 or TREC.
struct SGMLVocabulary: XMLVocabulary {
  let recordNames: Set<String> = ["reuters", "doc"]
  private let reuters = ReutersVocabulary()
  private let trec = TRECVocabulary()

  func emptyMessage(root: String) -> String? {
    reuters.emptyMessage(root: root) ?? trec.emptyMessage(root: root)
  }

  mutating func begin(_ head: XMLTree) {}

  private func isTREC(_ record: XMLTree) -> Bool { !record.isEmpty && record.name(0) == "doc" }

  func refusal(of record: XMLTree) -> String? {
    isTREC(record) ? trec.refusal(of: record) : reuters.refusal(of: record)
  }

  func document(_ record: XMLTree, origin: Origin) -> RawDocument {
    isTREC(record)
      ? trec.document(record, origin: origin) : reuters.document(record, origin: origin)
  }
}

extension StringProtocol {
  /// The text without white space round it.
  fileprivate var trimmed: SubSequence {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex...] }
    return self[...last].drop(while: \.isWhitespace)
  }

  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
