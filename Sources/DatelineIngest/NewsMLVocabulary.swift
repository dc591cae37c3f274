import DatelineCore
import DatelineMarkup

/// Formats of newsrooms and agencies: NITF 3.x, NewsML-G2 and NewsML 1.x (IPTC), and the news items
/// of Reuters Corpus volume 1; lists of articles (`<articles>`, as SemEval's of hyperpartisan news). A news item with
/// text is a document; pictures are none.
struct NewsMLVocabulary: XMLVocabulary {
  let recordNames: Set<String> = ["nitf", "newsitem", ListedArticle.name]

  /// Root of the file.
  private var root = ""

  func emptyMessage(root: String) -> String? {
    switch root {
    case "newsmessage", "newsml": "the message has no news items"
    case ListedArticle.list: "the list of articles is empty"
    default: nil
    }
  }

  mutating func begin(_ head: XMLTree) {
    root = head.isEmpty ? "" : head.name(0).split(separator: ":").last.map(String.init) ?? ""
  }

  func refusal(of record: XMLTree) -> String? {
    guard !record.isEmpty else { return nil }
    if record.name(0) == ListedArticle.name {
      // Others call sections of theirs so.
      let isListed = root == ListedArticle.list
      return isListed ? nil : XMLRoots.message(root.isEmpty ? ListedArticle.name : root)
    }
    if let status = PublicationStatus.refusal(record) { return status }
    return NewsItem(tree: record).refusal
  }

  func document(_ record: XMLTree, origin: Origin) -> RawDocument {
    var document = RawDocument(origin: origin)
    guard !record.isEmpty else { return document }
    var extra = ExtraWriter()
    if record.name(0) == ListedArticle.name {
      ListedArticle(tree: record).fill(&document, &extra)
    } else if record.name(0) == "nitf" {
      NITFDocument(tree: record, root: 0).fill(&document, &extra)
    } else if record.child("itemmeta", of: 0) != nil || record.child("contentset", of: 0) != nil {
      NewsItem(tree: record).fill(&document, &extra)
    } else if record.child("text", of: 0) != nil || record.value("itemid", of: 0) != nil {
      corpusItem(record, &document, &extra)
    } else {
      ClassicNewsItem(tree: record).fill(&document, &extra)
    }
    document.extra = extra.text()
    return document
  }

  /// An item of Reuters Corpus volume 1 (format description of the corpus).
  private func corpusItem(
    _ record: XMLTree, _ document: inout RawDocument, _ extra: inout ExtraWriter
  ) {
    document.key = record.value("itemid", of: 0).map { "rcv1-" + $0 }
    document.published = record.value("date", of: 0)
    document.language = record.value("xml:lang", of: 0)
    document.source = "Reuters"
    document.title =
      record.line(record.child("headline", of: 0)) ?? record.line(record.child("title", of: 0))
    document.byline = record.line(record.child("byline", of: 0))
    document.body = record.child("text", of: 0).flatMap { record.paragraphs($0) }
    if let dateline = record.line(record.child("dateline", of: 0)) {
      extra.add(key: "dateline", text: dateline)
    }
    for codes in record.descendants("codes", of: 0) {
      guard let kind = record.value("class", of: codes)?.split(separator: ":").dropFirst().first
      else { continue }
      let values = record.children(codes).compactMap { record.value("code", of: $0) }
      if kind == "topics" { document.section = values.first }
      if !values.isEmpty { extra.add(key: String(kind), texts: values) }
    }
  }
}

/// A news item of NewsML-G2 (IPTC, version 2.x).
struct NewsItem {
  let tree: XMLTree

  /// Why the item is none with text: pictures, sound and films have headlines too.
  var refusal: String? {
    guard let item = tree.child("itemmeta", of: 0), let kind = tree.child("itemclass", of: item),
      let code = tree.value("qcode", of: kind) ?? tree.value("uri", of: kind),
      let name = code.split(whereSeparator: { ":/".contains($0) }).last?.lowercased(),
      ["picture", "photo", "graphic", "animation", "audio", "video"].contains(name),
      let set = tree.child("contentset", of: 0),
      tree.children(set).allSatisfy({ tree.name($0) == "remotecontent" })
    else { return nil }
    return "a news item of the kind \(name) holds no text"
  }

  /// Fills the document's fields.
  func fill(_ document: inout RawDocument, _ extra: inout ExtraWriter) {
    let item = tree.child("itemmeta", of: 0)
    let content = tree.child("contentmeta", of: 0)
    document.key = tree.value("guid", of: 0)
    let created = tree.line(content.flatMap { tree.child("contentcreated", of: $0) })
    let first = tree.line(item.flatMap { tree.child("firstcreated", of: $0) })
    let version = tree.line(item.flatMap { tree.child("versioncreated", of: $0) })
    let changed = tree.line(content.flatMap { tree.child("contentmodified", of: $0) })
    document.published = (first ?? created ?? version).map(CompactDate.extended)
    document.modified = (changed ?? version).map(CompactDate.extended)
    if document.modified == document.published { document.modified = nil }
    document.source =
      item.flatMap { tree.child("provider", of: $0) }.flatMap(name)
      ?? content.flatMap { tree.child("infosource", of: $0) }.flatMap(name)
      ?? content.flatMap { tree.line(tree.child("creditline", of: $0)) }
    if let content {
      document.title = tree.line(tree.child("headline", of: content))
      document.standfirst = description(content)
      document.byline = lines("by", content) ?? creators(content)
      document.language = tree.child("language", of: content).flatMap {
        tree.value("tag", of: $0)
      }
      let subjects = tree.children(content).filter { tree.name($0) == "subject" }
      let names = subjects.compactMap { tree.line(tree.child("name", of: $0)) }
      document.section =
        names.first
        ?? tree.child("genre", of: content).flatMap { tree.line(tree.child("name", of: $0)) }
      if names.count > 1 { extra.add(key: "subjects", texts: names) }
      if let slug = tree.line(tree.child("slugline", of: content)) {
        extra.add(key: "slugline", text: slug)
      }
    }
    document.title = document.title ?? tree.line(item.flatMap { tree.child("title", of: $0) })
    document.url = tree.children(item ?? 0).first {
      tree.name($0) == "link" && tree.value("rel", of: $0)?.hasSuffix("alternate") == true
    }.flatMap { tree.value("href", of: $0) }
    if let set = tree.child("contentset", of: 0) { fillContent(set, &document, &extra) }
    document.language = document.language ?? tree.value("xml:lang", of: 0)
  }

  private func fillContent(
    _ set: Int, _ document: inout RawDocument, _ extra: inout ExtraWriter
  ) {
    for part in tree.children(set) {
      switch tree.name(part) {
      case "inlinexml":
        if let nitf = tree.descendant("nitf", of: part) {
          NITFDocument(tree: tree, root: nitf).fill(&document, &extra)
        } else {
          let body = tree.descendant("body", of: part) ?? part
          document.body =
            document.body ?? tree.paragraphs(body, without: Self.furniture)
        }
        document.language = document.language ?? tree.value("xml:lang", of: part)
      case "inlinedata":
        let type = tree.value("contenttype", of: part)?.lowercased() ?? "text/plain"
        if type.hasPrefix("text/") { document.body = document.body ?? tree.text(part) }
      case "remotecontent":
        let type = tree.value("contenttype", of: part)?.lowercased() ?? ""
        if type.hasPrefix("image/"), let address = tree.value("href", of: part),
          RelativeAddress.isWeb(address)
        {
          document.imageURL = document.imageURL ?? address
        }
      default: break
      }
    }
  }

  /// Elements of XHTML that are no text of a story.
  static let furniture: Set<String> = ["title", "script", "style", "figure", "figcaption"]

  private func name(_ element: Int) -> String? {
    tree.line(tree.child("name", of: element)) ?? tree.value("literal", of: element)
      ?? tree.value("qcode", of: element).map {
        $0.split(separator: ":").last.map(String.init) ?? $0
      }
  }

  private func description(_ content: Int) -> String? {
    let descriptions = tree.children(content).filter { tree.name($0) == "description" }
    let summary = descriptions.first {
      tree.value("role", of: $0).map { $0.contains("summary") || $0.contains("standfirst") }
        ?? false
    }
    return tree.line(summary ?? descriptions.first)
  }

  private func lines(_ name: String, _ element: Int) -> String? {
    let lines = tree.children(element).filter { tree.name($0) == name }.compactMap { tree.line($0) }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  private func creators(_ content: Int) -> String? {
    let names = tree.children(content).filter { tree.name($0) == "creator" }.compactMap {
      tree.line(tree.child("name", of: $0))
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }
}

/// A news item of NewsML 1.x (IPTC).
struct ClassicNewsItem {
  let tree: XMLTree

  /// Fills the document's fields.
  func fill(_ document: inout RawDocument, _ extra: inout ExtraWriter) {
    func line(_ name: String) -> String? { tree.line(tree.descendant(name, of: 0)) }
    func code(_ name: String) -> String? {
      tree.descendant(name, of: 0).flatMap { tree.value("formalname", of: $0) }
    }
    document.key = line("publicidentifier") ?? line("newsitemid")
    document.published = (line("firstcreated") ?? line("dateid")).map(CompactDate.extended)
    document.modified = line("thisrevisioncreated").map(CompactDate.extended)
    if document.modified == document.published { document.modified = nil }
    document.title = line("headline")
    document.standfirst = line("subheadline")
    document.byline = line("byline")
    document.source = line("creditline") ?? code("provider") ?? line("providerid")
    document.language = code("language") ?? tree.value("xml:lang", of: 0)
    document.section = code("subjectmatter") ?? code("subject")
    if let dateline = line("dateline") { extra.add(key: "dateline", text: dateline) }
    for content in tree.descendants("datacontent", of: 0) {
      if let nitf = tree.descendant("nitf", of: content) {
        NITFDocument(tree: tree, root: nitf).fill(&document, &extra)
      } else {
        let body = tree.descendant("body", of: content) ?? content
        document.body =
          document.body
          ?? (tree.children(body).isEmpty
            ? tree.text(body) : tree.paragraphs(body, without: NewsItem.furniture))
      }
      if document.body != nil { break }
    }
  }
}
