import DatelineCore

/// A document of a Factiva export, which ends with a line `Document` and its number: fields with codes of two letters
/// (`HD`, `BY`, `LP`), or headline, author, words, day, outlet and rights in lines of a fixed order.
struct FactivaDocument {
  private(set) var document = RawDocument(origin: Origin(file: ""))

  /// The documents of an export; `nil` when the lines are none.
  static func parts(_ lines: [Substring], of text: String) -> [LibraryExport.Part]? {
    guard lines.contains(where: { number($0) != nil }),
      lines.contains(where: { isWordCount($0) || isCode($0, "WC") })
    else { return nil }
    let parts = LibraryExport.split(lines, of: text, isEnd: true) { number($0) != nil }
    return parts.isEmpty ? nil : parts
  }

  /// The number behind `Document`, of letters and digits: outlet, day and a mark.
  private static func number(_ line: Substring) -> Substring? {
    let start = line.hasPrefix("AN ") ? line.dropFirst(3).drop { $0 == " " } : line
    guard start.hasPrefix("Document "), start.utf8.count <= 60 else { return nil }
    let number = start.dropFirst(9)
    let isNumber = number.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
    }
    return isNumber && number.utf8.count >= 15 && number.contains(where: \.isNumber) ? number : nil
  }

  private static func isWordCount(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 2 && ["words", "mots", "palabras", "Wörter", "parole"].contains(words[1])
      && words[0].allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
  }

  /// Whether a line begins with a code: `HD`, two spaces or more and a value, or alone.
  private static func isCode(_ line: Substring, _ code: String) -> Bool {
    line == code || line.hasPrefix(code + " ") || line.hasPrefix(code + "\t")
  }

  init(_ lines: [Substring]) {
    document.key = lines.last.flatMap(Self.number).map(String.init)
    if lines.contains(where: { Self.isCode($0, "HD") }) {
      readCodes(lines)
    } else {
      readLines(lines.dropLast())
    }
  }

  // MARK: - Codes

  private static let codes: Set<Substring> = [
    "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD",
    "CT", "RF", "CO",
    "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "ART",
  ]

  private mutating func readCodes(_ lines: [Substring]) {
    var fields: [Substring: [Substring]] = [:]
    var code: Substring = ""
    for line in lines {
      let word = line.prefix { $0 != " " && $0 != "\t" }
      let isKnown = Self.codes.contains(word)
      if isKnown, fields[word] == nil {
        code = word
        fields[code] = [line.dropFirst(word.count).drop { $0 == " " || $0 == "\t" }]
      } else if !code.isEmpty {
        fields[code]?.append(line)
      }
    }
    func line(_ code: Substring) -> String? {
      let text = (fields[code] ?? []).filter { !$0.isEmpty }.joined(separator: " ")
      return text.isEmpty ? nil : text
    }
    document.title = line("HD")
    document.byline = line("BY")
    document.published = line("PD").map { day in line("ET").map { day + " " + $0 } ?? day }
    document.source = line("SN")
    document.section = line("SE")
    document.language = line("LA")
    let texts = ["LP", "TD"].compactMap { fields[$0]?.joined(separator: "\n") }
    document.body = texts.joined(separator: "\n\n")
  }

  // MARK: - Lines

  private mutating func readLines(_ lines: ArraySlice<Substring>) {
    guard let count = lines.firstIndex(where: Self.isWordCount) else {
      document.body = lines.joined(separator: "\n")
      return
    }
    var above = lines[..<count].filter { !$0.isEmpty }
    if above.count >= 2, let last = above.last, Self.isByline(last) {
      document.byline = String(last)
      above.removeLast()
    }
    if above.count >= 2, let first = above.first, first.utf8.count <= 24 {
      document.section = String(first)
      above.removeFirst()
    }
    document.title = above.joined(separator: " ")
    let rights = lines[count...].prefix(14).firstIndex(where: LibraryExport.isRights)
    let head = lines[(count + 1)..<(rights ?? min(count + 8, lines.endIndex))].filter {
      !$0.isEmpty
    }
    if let day = head.firstIndex(where: LibraryExport.isDate) {
      document.published = String(head[day])
      let below = head[(day + 1)...].drop { $0.contains(":") && $0.utf8.count <= 8 }
      document.source = below.first.map(String.init)
      document.language = below.last { Self.languages.contains($0) }.map(String.init)
    }
    let start = rights.map { $0 + 1 } ?? min(count + 8, lines.endIndex)
    document.body = lines[start...].joined(separator: "\n")
  }

  /// A name below the headline: two to five words, most of them capitalised, no full stop.
  private static func isByline(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    guard (2...8).contains(words.count), line.last != "." else { return false }
    if ["By", "BY", "by", "Von", "Par", "Por"].contains(words[0]) { return true }
    return words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true }
  }

  private static let languages: Set<Substring> = [
    "English", "German", "French", "Spanish", "Italian", "Dutch", "Portuguese", "Russian",
    "Swedish", "Norwegian",
    "Danish", "Polish", "Turkish", "Japanese", "Chinese", "Arabic",
  ]
}
