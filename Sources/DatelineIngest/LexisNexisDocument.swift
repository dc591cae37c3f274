import DatelineCore

/// A document of a LexisNexis export: outlet, date and headline, then labelled lines, the text behind `BODY:`, and
/// labelled lines again. `1 of 2 DOCUMENTS` begins one in older exports, `End of Document` ends one in newer ones.
struct LexisNexisDocument {
  private(set) var document = RawDocument(origin: Origin(file: ""))

  /// The documents of an export; `nil` when the lines are none.
  static func parts(_ lines: [Substring], of text: String) -> [LibraryExport.Part]? {
    let isOld = lines.contains(where: isStart)
    guard isOld || lines.contains(where: isEnd),
      lines.contains(where: { label($0).map { ["load-date", "length"].contains($0.name) } == true })
    else { return nil }
    let parts = LibraryExport.split(
      lines, of: text, isEnd: !isOld, isMark: isOld ? isStart : isEnd)
    return parts.isEmpty ? nil : parts
  }

  /// `12 of 40 DOCUMENTS`
  private static func isStart(_ line: Substring) -> Bool {
    guard line.utf8.count <= 40, let first = line.utf8.first, (0x30...0x39).contains(first) else {
      return false
    }
    let words = line.split(separator: " ")
    return words.count == 4 && Int(words[0]) != nil && Int(words[2]) != nil
      && ["of", "von", "de", "di", "van"].contains(words[1])
      && ["DOCUMENT", "DOCUMENTS", "DOCUMENTOS", "DOCUMENTI", "DOKUMENTEN", "DOCUMENTEN"].contains(
        words[3])
  }

  private static func isEnd(_ line: Substring) -> Bool { line == "End of Document" }

  init(_ lines: [Substring]) {
    // The text begins behind its label, or behind the last label where it has none.
    let labels = lines.indices.filter { Self.label(lines[$0]) != nil }
    let body = labels.first { Self.label(lines[$0])?.name == "body" }
    let length = labels.first { Self.label(lines[$0])?.name == "length" }
    let head = body ?? length.map { $0 + 1 } ?? lines.endIndex
    readHead(lines[..<head])
    let start = body ?? head
    let tail =
      lines[min(start + 1, lines.count)...].firstIndex(where: Self.isTail) ?? lines.endIndex
    readText(lines[start..<max(tail, start)], hasLabel: body != nil)
    readTail(lines[tail...])
  }

  private mutating func readHead(_ lines: ArraySlice<Substring>) {
    var above: [Substring] = []
    var below: [Substring] = []
    var field = ""
    for line in lines {
      if let (name, value) = Self.label(line) {
        field = name
        take(name, String(value))
      } else if line.isEmpty {
        field = ""
        if document.published == nil { above.append("") } else { below.append("") }
      } else if !field.isEmpty {
        take(field, String(line))
      } else if LibraryExport.isRights(line) {
        continue
      } else if document.published == nil, LibraryExport.isDate(line) {
        document.published = String(line)
      } else if document.published == nil {
        above.append(line)
      } else {
        below.append(line)
      }
    }
    var first = LibraryExport.groups(above)
    let second = LibraryExport.groups(below).filter { !Self.isEdition($0) }
    if document.title == nil { document.title = second.last }
    if document.title == nil, first.count == 1 {
      // Title and outlet without a blank line between them.
      first = above.filter { !$0.isEmpty }.map(String.init)
    }
    if document.title == nil, first.count >= 2 {
      document.title = first.dropLast().joined(separator: " ")
      document.source = first.last
    } else {
      document.source = document.title == nil ? nil : first.first
      document.title = document.title ?? first.first
    }
  }

  private mutating func take(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    func joined(_ old: String?) -> String { old.map { $0 + " " + value } ?? value }
    switch name {
    case "headline", "title": document.title = joined(document.title)
    case "byline", "author": document.byline = joined(document.byline)
    case "highlight", "abstract": document.standfirst = joined(document.standfirst)
    case "section":
      if document.section == nil { document.section = value.prefix { $0 != ";" }.description }
    case "language": document.language = document.language ?? value
    default: break
    }
  }

  private mutating func readText(_ lines: ArraySlice<Substring>, hasLabel: Bool) {
    var lines = lines
    if hasLabel, let first = lines.first, let value = Self.label(first)?.value {
      lines[lines.startIndex] = value
    }
    let text = lines.joined(separator: "\n")
    document.body = text
  }

  private mutating func readTail(_ lines: ArraySlice<Substring>) {
    for line in lines {
      if let (name, value) = Self.label(line), name == "language" { take(name, String(value)) }
    }
  }

  private static func isTail(_ line: Substring) -> Bool {
    if line.isEmpty { return false }
    if LibraryExport.isRights(line) || isEnd(line) || line == "Classification" { return true }
    guard let name = label(line)?.name, tails.contains(name) else { return false }
    // "Type: a new kind of concrete" is a sentence's beginning.
    return sureTails.contains(name) || line.prefix(name.count) == name.uppercased()
  }

  /// Lines of the printed edition between date and headline.
  private static func isEdition(_ line: String) -> Bool {
    let lower = line.lowercased()
    return lower.utf8.count <= 60
      && (lower.hasSuffix("edition") || lower.contains("edition ") || lower.hasPrefix("correction"))
  }

  /// The label of a line in small letters and what stands behind it: `LOAD-DATE: March 6, 2019`; `Body` stands alone in
  /// newer exports.
  private static func label(_ line: Substring) -> (name: String, value: Substring)? {
    if line == "Body" || line == "BODY" { return ("body", "") }
    guard let colon = line.utf8.prefix(18).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = line[..<colon]
    let name = label.lowercased()
    guard heads.contains(name) || tails.contains(name),
      label == label.uppercased() || isCapitalized(label)
    else { return nil }
    return (name, line[line.utf8.index(after: colon)...].drop { $0 == " " })
  }

  private static func isCapitalized(_ label: Substring) -> Bool {
    label.split(separator: "-").allSatisfy { $0.first?.isUppercase == true }
  }

  private static let heads: Set<String> = [
    "headline", "title", "byline", "author", "section", "length", "dateline", "highlight", "body",
    "series", "abstract",
  ]
  /// Those that begin no sentence, however they are written.
  private static let sureTails: Set<String> = [
    "url", "graphic", "load-date", "language", "publication-type", "document-type", "journal-code",
  ]
  private static let tails: Set<String> = [
    "url", "graphic", "load-date", "language", "publication-type", "subject", "document-type",
    "journal-code", "type", "notes", "correction", "correction-date", "geographic", "company",
    "organization",
    "person", "industry", "ticker", "category", "country", "state", "city", "pub-type", "doc-type",
  ]
}
