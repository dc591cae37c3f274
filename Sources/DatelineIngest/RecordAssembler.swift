import DatelineCore

/// Puts the texts found for each field together to a document, or says why there is none.
struct RecordAssembler {
  /// Whether Dateline has written the record.
  var isExport = false
  private var texts: [String?] = Array(repeating: nil, count: DocumentField.allCases.count)

  subscript(field: DocumentField) -> String? {
    get { texts[field.ordinal] }
    set { texts[field.ordinal] = newValue }
  }

  /// Takes a standfirst that is a list of points, one a line, as their sentences.
  mutating func joinHighlights() {
    guard let text = self[.standfirst] else { return }
    let points = text.split(whereSeparator: \.isNewline).map { line in
      var point = line.split(separator: " ")
      if let last = point.last, last == ".", point.count > 1 { point.removeLast() }
      let sentence = point.joined(separator: " ")
      return sentence.last.map { ".!?”\"".contains($0) } ?? true ? sentence : sentence + "."
    }
    self[.standfirst] = points.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The document that was read from the bytes `raw`; `nil` when it has neither a title nor a text.
  /// A summary without a text is the text.
  func document(
    origin: Origin, defaultSource: String?, extra: String?, raw: UnsafeBufferPointer<UInt8>
  ) -> RawDocument? {
    var document = RawDocument(origin: origin)
    document.title = self[.title]
    document.body = self[.body]
    document.standfirst = self[.standfirst]
    document.isExport = isExport
    if document.body == nil, !isExport {
      document.body = document.standfirst
      document.standfirst = nil
    }
    if document.title == nil && document.body == nil && document.standfirst == nil { return nil }
    if !isExport, document.body.map(Self.isPage) ?? false { document.shape = .html }
    document.key = self[.key]
    document.published = self[.published]
    document.url = self[.url]
    document.source = self[.source] ?? defaultSource
    document.byline = self[.byline]
    document.section = self[.section]
    document.language = self[.language]
    document.modified = self[.modified]
    document.imageURL = self[.imageURL]
    document.extra = extra
    document.contentHash = ContentHash.text(raw)
    return document
  }

  /// Whether a text is a whole HTML page, which has more in it than the article.
  private static func isPage(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isPage)
  }

  /// The same of UTF-8.
  static func isPage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.first(where: { !UTF8Bytes.isSpace($0) }) == UInt8(ascii: "<") else {
      return false
    }
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(FormatSniffer.length))
    let opening = MarkupSniffer.opening(of: head)
    return opening.documentType == "html" || ["html", "head", "body"].contains(opening.root)
  }

  /// Why a record without a title and a text is no document: it has fields for them that are
  /// empty, or it has no such fields.
  static func rejection(
    origin: Origin, hasTextFields: Bool, names: [String]
  ) -> Rejection {
    if hasTextFields {
      return Rejection(
        origin: origin, reason: .empty, message: "the record has neither a title nor a text")
    }
    if names.isEmpty {
      return Rejection(
        origin: origin, reason: .notAnArticle, message: "the record has no fields")
    }
    let shown = names.prefix(8).map(printable)
    let list = shown.joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    return Rejection(
      origin: origin, reason: .notAnArticle,
      message: "no field is known as title or text; name them with --map (fields: \(list))")
  }

  /// A name short enough for a message, and on one line.
  private static func printable(_ name: String) -> String {
    let short = name.unicodeScalars.prefix(40).map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
    }
    return String(short) + (name.unicodeScalars.count > 40 ? "…" : "")
  }
}

extension DocumentField {
  /// Place in the list of fields.
  var ordinal: Int {
    switch self {
    case .key: return 0
    case .title: return 1
    case .standfirst: return 2
    case .body: return 3
    case .published: return 4
    case .url: return 5
    case .source: return 6
    case .byline: return 7
    case .section: return 8
    case .language: return 9
    case .modified: return 10
    case .imageURL: return 11
    }
  }

  /// True for the fields without which a record is no article.
  var isText: Bool { self == .title || self == .body || self == .standfirst }
}
