/// A line near a headline, read for who wrote the article, when it was published and changed, and
/// whether it says anything else.
struct SignatureLine {
  /// Names behind a word that introduces them.
  private(set) var authors: [String] = []
  /// What may be a name by its form alone.
  private(set) var bareNames: [String] = []
  /// Date behind "Published" or the like.
  private(set) var published: String?
  /// Date behind "Updated" or the like.
  private(set) var modified: String?
  /// Date without such a word.
  private(set) var date: String?
  /// Whether it has a date, an age ("3 hours ago") or the time that reading takes.
  private(set) var hasTime = false
  /// Whether it has buttons, a source, an office.
  private(set) var hasLabel = false
  /// Whether it is nothing but an outlet or an office with a place ("BBC News, Elm Bay").
  private(set) var isOutlet = false
  /// Words of no known kind.
  private(set) var unknownWords = 0

  /// Longest line that is read, in bytes and words.
  static let longest = 320
  private static let mostWords = 36
  /// Words of a segment of no known kind, a place or a section, beside others.
  private static let mostUnknown = 3
  /// The same beside a name.
  private static let mostPlaceWords = 2

  private let site: SiteName
  private let parse: (String) -> String?

  /// Reads a line; linear in it.
  /// - Parameters:
  ///   - pieces: Texts of its elements in order; together the line.
  ///   - parse: Gives the date in a text.
  init(_ pieces: [String], site: SiteName, parse: @escaping (String) -> String?) {
    self.site = site
    self.parse = parse
    let segments = SignatureSegments.cut(pieces)
    guard segments.reduce(0, { $0 + $1.count }) <= Self.mostWords else {
      unknownWords = Self.mostWords
      return
    }
    if SignatureSegments.isPath(segments) {
      hasLabel = true
      return
    }
    if segments.contains(where: { $0.contains(where: SignatureSegments.hasDigit) }),
      Lifespan.isNamed(in: segments.joined().joined(separator: " ").utf8)
    {
      unknownWords = Self.mostWords
      return
    }
    for segment in segments { read(segment) }
    isOutlet = SignatureNames.isOutletLine(segments)
  }

  /// Whether somebody or some time is named.
  var isSignature: Bool { hasTime || !authors.isEmpty }

  /// Whether the line says nothing but that.
  var isOnlySignature: Bool {
    guard isSignature || hasLabel else { return false }
    return unknownWords <= (isSignature ? Self.mostUnknown : 0)
  }

  /// Whether the line is nothing but a signature with a date.
  var isDated: Bool {
    (published ?? modified ?? date) != nil && isOnlySignature
  }

  /// Whether the line is a name and may be nothing else.
  var isOnlyName: Bool {
    !isSignature && unknownWords <= Self.mostPlaceWords && (1...4).contains(bareNames.count)
  }

  private mutating func read(_ segment: [String]) {
    var words = segment
    var label: SignatureSegments.Label?
    if let found = SignatureSegments.label(words[...]) {
      label = found.label
      words = found.rest
    }
    switch label {
    case .source:
      if words.count <= 6 { hasLabel = true } else { unknownWords += words.count }
      return
    case .author:
      readAuthors(words)
      return
    case .published, .modified:
      if words.isEmpty { hasLabel = true }
    case nil: break
    }
    if words.isEmpty { return }
    if SignatureSegments.isReadingTime(words) || SignatureSegments.isAge(words) {
      hasTime = true
      return
    }
    if SignatureSegments.isControl(words) || SignatureNames.isHouse(words) {
      hasLabel = true
      return
    }
    if words.contains(where: SignatureSegments.hasDigit) {
      readDate(words, label)
      return
    }
    if label != nil {
      // "Published by Ada Marsh", "Updated Wednesday".
      if words.count <= 4 { hasLabel = true } else { unknownWords += words.count }
      return
    }
    readName(words)
  }

  private mutating func readDate(_ words: [String], _ label: SignatureSegments.Label?) {
    let text = words.joined(separator: " ")
    let found = parse(text)
    let isTime = SignatureSegments.isClock(words)
    guard found != nil || isTime || SignatureSegments.isDayAndMonth(words) else {
      unknownWords += words.count
      return
    }
    let start = words.firstIndex(where: SignatureSegments.isOfDate) ?? 0
    let before = SignatureSegments.withoutFillers(words[..<start])
    // "ELM BAY, March 1 (Reuters)"
    let isPlace = before.allSatisfy { $0 == $0.uppercased() } && before.last?.hasSuffix(",") == true
    if !before.isEmpty, label == nil, !isPlace {
      // Words in one segment with a date belong to it more than a place beside it does.
      let others = unknownWords
      readName(before)
      unknownWords += unknownWords - others
    }
    unknownWords += SignatureSegments.wordsBesideDate(words[start...])
    hasTime = true
    guard let found else { return }
    switch label {
    case .modified: if modified == nil { modified = found }
    case .published: if published == nil { published = found }
    default: if date == nil { date = found }
    }
  }

  private mutating func readAuthors(_ words: [String]) {
    // "By Ada Marsh March 1, 2023"
    let end = words.firstIndex(where: SignatureSegments.hasDigit).map {
      words[..<$0].lastIndex { !SignatureSegments.isOfDate($0) }.map { $0 + 1 } ?? 0
    }
    let named = SignatureSegments.withoutFillers(words[..<(end ?? words.count)])
    if let end, end < words.count { readDate(Array(words[end...]), nil) }
    let found = SignatureNames.read(named, site: site)
    guard !found.isEmpty else {
      unknownWords += named.count
      return
    }
    for name in found where !authors.contains(name) { authors.append(name) }
  }

  private mutating func readName(_ words: [String]) {
    if let found = SignatureSegments.label(words[...]), found.label == .author {
      readAuthors(found.rest)
      return
    }
    let names = SignatureNames.bare(words, site: site)
    if let word = words.first, !names.isEmpty,
      SignatureWords.koreanOffices.contains(where: word.hasSuffix)
    {
      for name in names where !authors.contains(name) { authors.append(name) }
    } else if !names.isEmpty {
      bareNames += names
    } else if SignatureNames.isOffice(words) {
      hasLabel = true
    } else {
      unknownWords += words.count
    }
  }
}
