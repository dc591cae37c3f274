import DatelineCore
import Foundation

/// What a text file says of its article in lines ahead of it: front matter between two lines of hyphens
/// as site generators write it, labelled lines as in letters and library exports, Markdown's headings.
struct PageHeader {
  private(set) var title: String?
  private(set) var standfirst: String?
  private(set) var byline: String?
  private(set) var published: String?
  /// Lines of it that are in no field.
  private(set) var dropped: [String] = []
  /// The page without it; the title is its first line.
  private(set) var text: String

  /// Lines among which a header ends, and bytes of one of them.
  private static let mostLines = 40
  private static let longestLine = 400
  /// Lines among which a label in capitals stands alone.
  private static let reach = 12
  /// Bytes of the longest label.
  private static let longestLabel = 24

  private enum Field { case title, standfirst, author, date, text, other }

  /// Reads the header of a page; `nil` when there is none. Looks at no more than ``mostLines`` lines.
  init?(_ page: String) {
    guard let first = page.utf8.first(where: { $0 > 0x20 }) else { return nil }
    text = ""
    var rest = page[...].drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    var isFound = false
    var hasFrontMatter = false
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+"), let behind = readFrontMatter(rest)
    {
      rest = behind
      isFound = true
      hasFrontMatter = true
    } else if let behind = readLabels(rest) {
      rest = behind
      isFound = true
    }
    if let behind = readHeading(rest) {
      text = behind
      isFound = true
    } else {
      text = hasFrontMatter ? Self.withoutMarks(rest) : String(rest)
    }
    if readByline() { isFound = true }
    guard isFound else { return nil }
    if let title { text = title + "\n\n" + text }
  }

  // MARK: - Front matter

  /// `---`, lines with a key and a value, `---`; or `+++` and equals signs.
  private mutating func readFrontMatter(_ page: Substring) -> Substring? {
    var rest = page
    guard let first = Self.takeLine(&rest), let mark = first.first, Self.isRule(first, mark) else {
      return nil
    }
    let separator: Character = mark == "+" ? "=" : ":"
    var key = ""
    var keys = 0
    for _ in 0..<Self.mostLines {
      guard let line = Self.takeLine(&rest) else { return nil }
      if Self.isRule(line, mark) || (line == "..." && mark == "-") {
        return keys > 0 ? rest.drop { $0.isWhitespace } : nil
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let isInner = line.first == " " || line.first == "\t" || line.first == "-"
      let content = line.drop { " \t-".contains($0) }
      if isInner {
        // An item of a list, or an author's properties.
        let name = content.hasPrefix("name:") ? content.dropFirst(5) : content
        if Self.keys[key] == .author, !name.contains(":") { take(.author, name, of: line) }
        continue
      }
      guard let colon = content.firstIndex(of: separator) else { return nil }
      key = content[..<colon].lowercased().trimmingCharacters(in: .whitespaces)
      guard key.utf8.count <= Self.longestLabel, !key.contains(" ") else { return nil }
      keys += 1
      let value = content[content.index(after: colon)...]
      take(Self.keys[key] ?? .other, value, of: line)
    }
    return nil
  }

  private static func isRule(_ line: Substring, _ mark: Character) -> Bool {
    (3...5).contains(line.utf8.count) && line.allSatisfy { $0 == mark }
  }

  // MARK: - Labelled lines

  /// Lines from the first on that all begin with a label, one of them with that of the title, or two with
  /// those of author and date.
  private mutating func readLabels(_ page: Substring) -> Substring? {
    var rest = page
    var found: [(field: Field, value: Substring, line: Substring)] = []
    while found.count < Self.mostLines {
      var next = rest
      guard let line = Self.takeLine(&next), line.utf8.count <= Self.longestLine else { break }
      if line.isEmpty {
        // Labels may have blank lines between them.
        rest = next
        continue
      }
      guard let (field, value) = Self.labelled(line) else { break }
      if field == .text {
        rest = rest[value.startIndex...]
        found.append((field, "", ""))
        break
      }
      found.append((field, value, line))
      rest = next
    }
    func has(_ field: Field) -> Bool { found.contains { $0.field == field && !$0.value.isEmpty } }
    guard has(.title) || (has(.author) && has(.date)) else { return nil }
    for (field, value, line) in found { take(field, value, of: line) }
    return rest.drop { $0.isWhitespace }
  }

  /// The field and value of a line that begins with a label.
  private static func labelled(_ line: Substring) -> (Field, Substring)? {
    guard let colon = line.prefix(longestLabel).firstIndex(of: ":") else { return nil }
    let label = line[..<colon].lowercased().filter { $0 != "*" }
    guard let field = labels[label.trimmingCharacters(in: .whitespaces)] else { return nil }
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" || $0 == "*" }
    return (field, value)
  }

  // MARK: - Markdown

  /// `# Heading` in the first line, or a first line that is underlined or all bold; the marks of headings,
  /// quotations and emphasis below go too.
  private mutating func readHeading(_ page: Substring) -> String? {
    var rest = page
    guard let first = Self.takeLine(&rest), first.utf8.count <= Self.longestLine else { return nil }
    if let heading = Self.heading(first) {
      if title == nil { title = Self.clean(heading) }
    } else {
      let isBold =
        first.count > 8 && first.hasPrefix("**") && first.hasSuffix("**")
        && !first.dropFirst(2).dropLast(2).contains("*")
      if !isBold {
        guard !first.isEmpty, let next = Self.takeLine(&rest), next.utf8.count >= 3,
          next.utf8.allSatisfy({ $0 == UInt8(ascii: "=") })
        else { return nil }
      }
      if title == nil { title = Self.clean(first) }
    }
    return Self.withoutMarks(rest)
  }

  private static func withoutMarks(_ text: Substring) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      let text = (heading(line) ?? line).drop { $0 == ">" || ($0 == " " && line.first == ">") }
      return MarkdownLine.text(text)
    }.joined(separator: "\n")
  }

  /// The text of a heading with one to six `#`.
  private static func heading(_ line: Substring) -> Substring? {
    guard line.first == "#" else { return nil }
    let text = line.drop { $0 == "#" }
    guard line.utf8.count - text.utf8.count <= 6, text.first == " " else { return nil }
    let end = text.reversed().drop { $0 == "#" || $0 == " " }
    let heading = text[..<end.startIndex.base].drop { $0 == " " }
    return heading.isEmpty ? nil : heading
  }

  // MARK: - Author lines

  /// An author line among the first lines that has a label, or marks of emphasis round it.
  private mutating func readByline() -> Bool {
    var rest = text[...]
    var position = text.startIndex
    for _ in 0..<Self.reach {
      guard let line = Self.takeLine(&rest) else { return false }
      defer { position = rest.startIndex }
      let lower = line.prefix(12).lowercased()
      var name = line[...]
      if lower.hasPrefix("byline:") {
        name = line.dropFirst(7)
      } else if let mark = line.first, mark == "*" || mark == "_", line.last == mark,
        line.utf8.count <= 100
      {
        name = line.drop { $0 == mark }
        while name.last == mark { name.removeLast() }
        guard name.lowercased().hasPrefix("by ") else { continue }
      } else {
        continue
      }
      guard let value = Self.clean(name), value.utf8.count <= 200 else { continue }
      if byline == nil { byline = value }
      text.removeSubrange(position..<rest.startIndex)
      return true
    }
    return false
  }

  // MARK: - Values

  private mutating func take(_ field: Field, _ value: Substring, of line: Substring) {
    guard let value = Self.clean(value) else { return }
    switch field {
    case .title where title == nil: title = value
    case .standfirst where standfirst == nil: standfirst = value
    case .author: byline = byline.map { $0 + "; " + value } ?? value
    case .date where published == nil: published = value
    case .text: break
    case .title, .standfirst, .date, .other: dropped.append(TextNormalizer.line(String(line)))
    }
  }

  /// A value without quotation marks and emphasis; `nil` when nothing is left.
  private static func clean(_ value: Substring) -> String? {
    var line = Substring(TextNormalizer.line(String(value)))
    for mark in ["\"", "'", "**", "[", "*"] where line.utf8.count > 2 * mark.utf8.count {
      let end = mark == "[" ? "]" : mark
      if line.hasPrefix(mark), line.hasSuffix(end) {
        line = line.dropFirst(mark.count).dropLast(end.count)
        if mark == "[" { line = Self.items(of: line) }
      }
    }
    let text = String(line)
    return text.isEmpty || FieldText.isMissing(text) || "|>".contains(text) ? nil : text
  }

  /// The items of a list without their quotation marks, with semicolons between them.
  private static func items(of list: Substring) -> Substring {
    guard let mark = list.first, mark == "\"" || mark == "'" else { return list }
    let items = list.split(separator: mark).filter { $0.contains { $0 != "," && $0 != " " } }
    return Substring(items.joined(separator: "; "))
  }

  /// Takes a line off the beginning, without white space behind it; `nil` at the end.
  private static func takeLine(_ text: inout Substring) -> Substring? {
    guard !text.isEmpty else { return nil }
    let bytes = text.utf8
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    var line = text[..<end]
    var next = end
    if next < bytes.endIndex {
      next = bytes.index(after: next)
      if bytes[end] == 0x0D, next < bytes.endIndex, bytes[next] == 0x0A {
        next = bytes.index(after: next)
      }
    }
    text = text[next...]
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return line
  }

  /// Keys of front matter.
  private static let keys: [String: Field] = [
    "title": .title, "headline": .title, "author": .author, "authors": .author, "byline": .author,
    "date": .date, "published": .date, "pubdate": .date, "publishdate": .date,
    "datepublished": .date,
    "published_at": .date, "description": .standfirst, "summary": .standfirst,
    "excerpt": .standfirst,
    "subtitle": .standfirst, "dek": .standfirst, "standfirst": .standfirst,
  ]

  /// Labels of lines in small letters.
  private static let labels: [String: Field] = {
    var labels: [String: Field] = [:]
    let lists: [(Field, String)] = [
      (
        .title,
        "title;headline;subject;heading;titel;überschrift;betreff;titre;sujet;título;titular;asunto;titolo;oggetto;tytuł;assunto;onderwerp"
      ),
      (
        .standfirst,
        "standfirst;subtitle;subheadline;dek;deck;untertitel;chapô;entradilla;sottotitolo"
      ),
      (
        .author,
        "author;authors;author(s);by;byline;writer;reporter;autor;autorin;autoren;verfasser;auteur;auteurs;autore;autori;autores;door;von"
      ),
      (
        .date,
        "date;published;publication date;pub date;pubdate;posted;date published;published on;published at;datum;veröffentlicht;fecha;data;date de publication;publicado;publié le"
      ),
      (.text, "body;text;content;article;full text;artikel;texto;testo;texte"),
      (
        .other,
        "from;to;cc;reply-to;message-id;source;url;link;permalink;address;section;category;categories;tag;tags;keyword;keywords;topic;topics;language;lang;id;slug;publication;publisher;outlet;site;newspaper;edition;page;pages;length;word count;words;copyright;load-date;dateline;updated;modified;last updated;last modified;retrieved;accessed;quelle;ressort;rubrik;sprache;rubrique;fuente;sección;fonte;sezione;bron;content-type;mime-version"
      ),
    ]
    for (field, list) in lists {
      for label in list.split(separator: ";") { labels[String(label)] = field }
    }
    return labels
  }()
}
