/// Author and date lines of a page.
enum Bylines {
  /// An author's name as word hashes.
  struct Name {
    var words: [UInt64]

    private static let verbs = WordSet(text: "is covers has writes was can")
    private static let copula = WordHash.of("is")

    /// Whether a line is the name alone or, late in the article, a note on the author.
    func isNote(_ line: ArraySlice<UInt64>, late: Bool) -> Bool {
      if line.elementsEqual(words) { return true }
      guard late else { return false }
      if line.starts(with: words), let next = line.dropFirst(words.count).first {
        return Self.verbs.contains(next)
      }
      let second = line.dropFirst().first
      return line.first == words.first && second == Self.copula
    }
  }

  /// Names in the lines that begin with "By".
  static func names(_ page: Page, before end: Int) -> [Name] {
    var names: [Name] = []
    for index in 0..<end where page.lines[index].isByline && names.count < 8 {
      let line = page.lines[index]
      if line.wordRange.count == 1 {
        if index + 1 < page.lines.count, (1...4).contains(page.lines[index + 1].words) {
          names.append(Name(words: Array(page.wordHashes(index + 1))))
        }
      } else if let name = capitalizedWords(page, index) {
        names.append(name)
      }
    }
    return names.filter { $0.words.count >= 2 && $0.words.count <= 4 }
  }

  /// The two to four capitalised words after "By".
  private static func capitalizedWords(_ page: Page, _ index: Int) -> Name? {
    let chunks = page.bytes(index).split(separator: UInt8(ascii: " ")).dropFirst().prefix(4)
    var count = 0
    for chunk in chunks {
      guard let first = chunk.first, first >= 0x41 && first <= 0x5A || first >= 0x80 else { break }
      count += 1
      if chunk.last == UInt8(ascii: ",") { break }
    }
    guard count >= 2 else { return nil }
    let words = page.wordHashes(index).filter { $0 != WordHash.of(":") }
    return Name(words: Array(words.dropFirst().prefix(count)))
  }

  /// The author line nearest to the headline: from five lines above it to the second line of the
  /// text.
  static func line(
    _ page: Page, _ run: Range<Int>, _ headline: Int?
  ) -> (text: String, lines: [Int])? {
    let window = window(page, run, headline)
    for index in window where page.lines[index].isByline {
      if page.lines[index].wordRange.count > 1 { return (page.string(index), [index]) }
      let next = index + 1
      guard next < page.lines.count, (1...6).contains(page.lines[next].words),
        !page.lines[next].isDateLine
      else { continue }
      return (page.string(index) + " " + page.string(next), [index, next])
    }
    for index in window where page.lines[index].isDateLine {
      if let text = bylineBehindDate(page.string(index)) { return (text, [index]) }
    }
    for index in window where index != headline && isShort(page.lines[index]) {
      // "Written by Jane Roe", "Author: Jane Roe"
      let line = SignatureLine([page.string(index)], site: noSite) { _ in nil }
      guard !line.authors.isEmpty, line.isOnlySignature else { continue }
      return ("By " + line.authors.joined(separator: ", "), [index])
    }
    return nil
  }

  private static func isShort(_ line: PageLine) -> Bool {
    line.words >= 2 && line.words <= 10 && !line.isTerminated && !line.isRepeated
      && line.range.count <= SignatureLine.longest
  }

  private static let noSite = SiteName(names: [], host: nil)

  /// "By Jane Roe" of "March 5, 2024 | By Jane Roe".
  private static func bylineBehindDate(_ line: String) -> String? {
    for separator in [" | ", " • ", " · ", " – ", " — ", " - ", " by ", " By "] {
      guard let range = line.firstRange(of: separator) else { continue }
      let isWord = separator.contains("y")
      let rest = line[(isWord ? line.index(after: range.lowerBound) : range.upperBound)...]
      guard let name = starts.first(where: rest.hasPrefix).map({ rest.dropFirst($0.count) }),
        name.first?.isUppercase == true
      else { continue }
      return String(rest)
    }
    return nil
  }

  private static let starts = ["By ", "by ", "BY ", "Von ", "von ", "Par ", "Por ", "Di ", "Door "]

  /// The date line nearest to the headline.
  static func dateLine(_ page: Page, _ run: Range<Int>, _ headline: Int?) -> Int? {
    window(page, run, headline).first {
      page.lines[$0].isDateLine && !isSentence(page, $0)
        && !Lifespan.isNamed(in: page.bytes($0))
    }
  }

  /// Whether a line with a date tells something: a full stop ends it, and no label begins it.
  static func isSentence(_ page: Page, _ index: Int) -> Bool {
    page.lines[index].isTerminated && page.lines[index].words >= 5 && isSentence(page.string(index))
  }

  /// Whether a line with a date ends like a sentence, is no shorter than one and begins with no label.
  static func isSentence(_ line: String) -> Bool {
    guard let last = line.last, last == "." || last == "?" || last == "!" else { return false }
    let text = line.lowercased()
    return text.split(separator: " ").count >= 5 && !text.hasSuffix("m.")
      && !dateLabels.contains { text.hasPrefix($0) }
  }

  private static let dateLabels = [
    "published", "posted", "first published", "updated", "last updated", "veröffentlicht", "stand",
    "aktualisiert", "publié", "mis à jour", "publicado", "actualizado", "pubblicato", "aggiornato",
  ]

  private static func window(_ page: Page, _ run: Range<Int>, _ headline: Int?) -> [Int] {
    let start = headline ?? max(run.lowerBound - 8, 0)
    let end = min(max(run.lowerBound + 3, start + 6), page.lines.count)
    guard start < end else { return [] }
    // Below the headline first, then the lines above it.
    return Array(start..<end) + (max(start - 5, 0)..<start).reversed()
  }
}
