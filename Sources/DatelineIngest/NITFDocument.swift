import DatelineCore
import DatelineMarkup

/// The fields of a story in NITF (IPTC, version 3.x), as a file of its own or inside NewsML.
struct NITFDocument {
  private let tree: XMLTree
  private let root: Int

  init(tree: XMLTree, root: Int) {
    self.tree = tree
    self.root = root
  }

  /// Fills the fields that `document` lacks.
  func fill(_ document: inout RawDocument, _ extra: inout ExtraWriter) {
    let head = tree.child("head", of: root)
    let body = tree.child("body", of: root)
    let bodyHead = body.flatMap { tree.child("body.head", of: $0) }
    let data = head.flatMap { tree.child("docdata", of: $0) }
    let publication = head.flatMap { tree.child("pubdata", of: $0) }

    let headline = bodyHead.flatMap { tree.child("hedline", of: $0) }
    document.title =
      document.title ?? tree.line(headline.flatMap { tree.child("hl1", of: $0) })
      ?? tree.line(headline) ?? tree.line(head.flatMap { tree.child("title", of: $0) })
    // The New York Times' headline on the web is another headline.
    let subheading = headline.flatMap { headline in
      tree.children(headline).first {
        tree.name($0) == "hl2" && tree.value("class", of: $0) != "online_headline"
      }
    }.flatMap { tree.line($0) }
    let abstract = bodyHead.flatMap { tree.child("abstract", of: $0) }.flatMap {
      tree.paragraphs($0)
    }
    if let abstract, document.standfirst ?? subheading != nil {
      extra.add(key: "abstract", text: abstract)
    }
    document.standfirst = document.standfirst ?? subheading ?? abstract
    document.byline = document.byline ?? bodyHead.flatMap(byline)
    document.body = document.body ?? body.flatMap(text)

    let issued = data.flatMap { tree.child("date.issue", of: $0) }.flatMap {
      tree.value("norm", of: $0)
    }
    let released = data.flatMap { tree.child("date.release", of: $0) }.flatMap {
      tree.value("norm", of: $0)
    }
    let printed = publication.flatMap { tree.value("date.publication", of: $0) }
    let story = tree.descendant("story.date", of: root).flatMap {
      tree.value("norm", of: $0) ?? tree.line($0)
    }
    document.published =
      document.published ?? (issued ?? printed ?? released ?? story).map(CompactDate.extended)
    let identifier = data.flatMap { tree.child("doc-id", of: $0) }
    document.key = document.key ?? identifier.flatMap { tree.value("id-string", of: $0) }
    document.url = document.url ?? publication.flatMap { tree.value("ex-ref", of: $0) }
    document.source =
      document.source ?? publication.flatMap { tree.value("name", of: $0) }
      ?? identifier.flatMap { tree.value("regsrc", of: $0) }
      ?? tree.line(tree.descendant("distributor", of: root))
      ?? data.flatMap { tree.child("doc.copyright", of: $0) }.flatMap {
        tree.value("holder", of: $0)
      }
    document.section =
      document.section ?? publication.flatMap { tree.value("position.section", of: $0) }
      ?? meta("online_sections") ?? meta("dsk")
      ?? tree.descendant("tobject.subject", of: root).flatMap {
        tree.value("tobject.subject.type", of: $0)
      }
    document.language =
      document.language ?? tree.value("xml:lang", of: root) ?? tree.value("lang", of: root)
      ?? body.flatMap { tree.value("xml:lang", of: $0) ?? tree.value("lang", of: $0) }
    document.imageURL = document.imageURL ?? image
    if let dateline = bodyHead.flatMap({ tree.line(tree.child("dateline", of: $0)) }) {
      extra.add(key: "dateline", text: dateline)
    }
    let keywords = tree.descendants("keyword", of: root).compactMap { tree.value("key", of: $0) }
    if !keywords.isEmpty { extra.add(key: "keywords", texts: keywords) }
  }

  private func meta(_ name: String) -> String? {
    guard let head = tree.child("head", of: root) else { return nil }
    let found = tree.children(head).first { tree.value("name", of: $0) == name }
    return found.flatMap { tree.value("content", of: $0) }
  }

  /// Names of persons, else the line without the job title.
  private func byline(_ bodyHead: Int) -> String? {
    var lines: [String] = []
    for element in tree.children(bodyHead) where tree.name(element) == "byline" {
      // Archives repeat the line in a normalised form.
      if tree.value("class", of: element) == "normalized_byline" { continue }
      let people = tree.descendants("person", of: element).compactMap { tree.line($0) }
      if people.isEmpty {
        if let line = tree.paragraphs(element, without: ["byttl", "location"]) {
          lines.append(line.replacing("\n\n", with: " "))
        }
      } else {
        lines.append(contentsOf: people)
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  /// The text: of an archive's blocks the one that says it is the full text.
  private func text(_ body: Int) -> String? {
    guard let content = tree.child("body.content", of: body) else { return nil }
    let full = tree.children(content).first { tree.value("class", of: $0) == "full_text" }
    return tree.paragraphs(full ?? content, without: ["media", "note", "tagline", "datasource"])
  }

  private var image: String? {
    for media in tree.descendants("media", of: root) {
      guard tree.value("media-type", of: media)?.lowercased() == "image" else { continue }
      if let reference = tree.child("media-reference", of: media),
        let source = tree.value("source", of: reference), RelativeAddress.isWeb(source)
      {
        return source
      }
    }
    return nil
  }
}

/// Dates in the basic format of ISO 8601 (`20240305T101500Z`), which news formats use.
enum CompactDate {
  /// The date in the extended format; other notations as they are.
  static func extended(_ text: String) -> String {
    let bytes = Array(text.utf8)
    func digits(_ range: Range<Int>) -> String? {
      guard range.upperBound <= bytes.count,
        bytes[range].allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return String(decoding: bytes[range], as: UTF8.self)
    }
    guard let year = digits(0..<4), let month = digits(4..<6), let day = digits(6..<8) else {
      return text
    }
    let date = "\(year)-\(month)-\(day)"
    if bytes.count == 8 { return date }
    let start = bytes[8] == UInt8(ascii: "T") ? 9 : 8
    guard let hour = digits(start..<start + 2), let minute = digits(start + 2..<start + 4) else {
      return text
    }
    let second = digits(start + 4..<start + 6)
    let zone = bytes[(second == nil ? start + 4 : start + 6)...]
    guard zone.count <= 6 else { return text }
    return "\(date)T\(hour):\(minute):\(second ?? "00")" + String(decoding: zone, as: UTF8.self)
  }
}
