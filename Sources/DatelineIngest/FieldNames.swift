/// The names that news dumps use for the fields of an article.
enum FieldNames {
  /// Value of the field `dateline_export` in records that `dateline export` has written.
  static let exportMark = "1"
  /// Names in order of preference, as ``FieldMapping/normalized(_:)`` writes them.
  static let standard: [(field: DocumentField, names: [String])] = [
    (.key, ["id", "key", "guid", "uuid", "articleid", "docid", "docno", "documentid", "bodyid"]),
    (
      .title,
      [
        "title", "headline", "heading", "webtitle", "headlines", "headlinetext", "articletitle",
        "newstitle",
      ]
    ),
    (
      .standfirst,
      [
        "standfirst", "description", "summary", "abstract", "subtitle", "dek", "lead", "trailtext",
        "leadparagraph", "snippet", "shortdescription", "excerpt", highlights,
      ]
    ),
    (
      .body,
      [
        "body", "ctext", "text", "contentoriginal", "content", "article", "articletext",
        "articlebody",
        "fulltext", "story", "maintext", "bodytext", "contenttext", "contenthtml", "bodyhtml",
        "bodyparagraphs", "paragraphs", "contents", "storytext", "html", "rawhtml", "document",
        "bodycontent", "articlecontent", "newscontent", "newstext",
      ]
    ),
    (
      .published,
      [
        "dategmt", "datetimepub", "datetime", "published", "date", "publishedat", "pubdate",
        "publisheddate", "datepublished",
        "publicationdate", "datepublish", "publishdate", "webpublicationdate", "timestamp",
        "created", "createdat", "time", "@timestamp", "seendate", "dt",
      ]
    ),
    (
      .url,
      ["url", "link", "href", "permalink", "canonicalurl", "weburl", "articleurl", "externalurl"]
    ),
    (
      .source,
      [
        "source", "publisher", "outlet", "site", "publication", "newspaper", "agency",
        "sourcename", "sitename", "sourcehostname", "hostname", "domain", "sourcedomain",
      ]
    ),
    (.byline, ["author", "authors", "byline", "creator", "writer", "authorname", "authornames"]),
    (.section, ["section", "category", "topic", "desk", "subject", "sectionname"]),
    (.language, ["language", "lang"]),
    (
      .modified,
      [
        "modifiedgmt", "modified", "datemodified", "datemodify", "modifiedat", "modifieddate",
        "updated",
        "updatedat", "dateupdated", "lastmodified", "lastupdated",
      ]
    ),
    (
      .imageURL,
      [
        "imageurl", "image", "topimage", "mainimage", "urltoimage", "leadimage", "thumbnail",
        "thumbnailurl", "bannerimage", "socialimage",
      ]
    ),
  ]

  /// ``standard`` and ``translated`` as a dictionary; the rank of a name is its place in its list.
  static let roles: [String: FieldMapping.Role] = {
    var roles: [String: FieldMapping.Role] = [:]
    for (field, names) in translated {
      for (rank, name) in names.enumerated() {
        roles[name] = .field(field, rank: translatedRank + rank)
      }
    }
    for (field, names) in standard {
      for (rank, name) in names.enumerated() { roles[name] = .field(field, rank: rank) }
    }
    roles["datelineexport"] = .mark
    return roles
  }()

  /// The name of the points that editors put above a story, one a line (CNN and Daily Mail).
  static let highlights = "highlights"

  /// Names of an outlet's address in the web, as ``FieldMapping/normalized(_:)`` writes them; where
  /// a record has one, the field `source` may hold the article's address (trafilatura does that).
  static let hostNames: Set<String> = ["sourcehostname", "hostname", "sitename"]

  /// Whether bytes can be a value of the field: addresses of pictures and dates of changes are
  /// nothing else under their names, which many dumps use for numbers, flags and file names.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>, for field: DocumentField) -> Bool {
    switch field {
    case .imageURL:
      return (startsFolded(bytes, with: "http://") || startsFolded(bytes, with: "https://"))
        && !bytes.contains(where: UTF8Bytes.isSpace)
    case .modified:
      return (6...64).contains(bytes.count) && bytes.contains { (0x30...0x39).contains($0) }
    default:
      return UTF8Bytes.hasText(bytes)
    }
  }

  /// Whether a name says that its value is no text of an article, however long: what others wrote below it, who the
  /// author is, what programs keep.
  static func isApart(_ name: String) -> Bool {
    let small = name.lowercased()
    return small.split(whereSeparator: { !$0.isLetter }).contains { apart.contains($0) }
      || apartEnds.contains { small.hasSuffix($0) }
  }

  private static let apart: Set<Substring> = [
    "comment", "comments", "replies", "reactions", "bio", "biography", "about", "keyword",
    "keywords", "tags", "css",
    "style", "styles", "javascript", "headers", "header", "cookies", "tokens", "embedding",
    "embeddings", "vector",
    "prompt", "license", "licence", "copyright", "disclaimer", "error", "errors", "log", "logs",
    "footer",
    "navigation", "menu", "metadata",
  ]
  /// Of names written in one.
  private static let apartEnds = [
    "comments", "bio", "biography", "keywords", "headers", "tokens", "embedding", "prompt",
    "disclaimer",
    "source_description", "sourcedescription", "publisherdescription", "publisher_description",
  ]

  /// Whether a value of unknown name is a text of some length: words with spaces, few digits, or the letters of
  /// scripts without spaces. Linear.
  static func isLongProse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 200, let first = bytes.first(where: { !UTF8Bytes.isSpace($0) }),
      first != UInt8(ascii: "{"), first != UInt8(ascii: "[")
    else { return false }
    var spaces = 0
    var foreign = 0
    var digits = 0
    for byte in bytes {
      if byte == 0x20 { spaces += 1 }
      if (0x30...0x39).contains(byte) { digits += 1 }
      if byte >= 0x80 { foreign += 1 }
    }
    if digits * 4 > bytes.count { return false }
    return spaces * 12 >= bytes.count && spaces * 3 <= bytes.count || foreign * 2 > bytes.count
  }

  /// Whether bytes begin with `start`, whose letters are small ones; capitals count as these.
  private static func startsFolded(
    _ bytes: UnsafeBufferPointer<UInt8>, with start: StaticString
  ) -> Bool {
    start.withUTF8Buffer { start in
      bytes.count >= start.count && zip(bytes, start).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// Names under which a document holds its list of articles.
  static let lists: Set<String> = [
    "articles", "items", "data", "results", "docs", "documents", "news", "entries", "records",
    "rows", "stories", "posts", "hits", "value",
  ]

  /// Names of objects in which such a list may lie.
  static let listContainers: Set<String> = [
    "response", "hits", "data", "result", "feed", "channel", "articles",
  ]

  /// Members that hold the record proper when a record is only an envelope (search engines,
  /// document databases), as ``FieldMapping/normalized(_:)`` writes them.
  static let envelopes: Set<String> = [
    "source", "doc", "article", "fields", "document", "attributes", "row",
  ]

  /// Members of an object that give its text, in order of preference, when an object stands where
  /// a name, an address or a date is expected.
  static let nameMembers: [String] = [
    "name", "main", "original", "title", "rendered", "text", "value", "label", "$oid", "$date",
    "$numberlong", "href", "url", "id",
  ]

  /// The same for an object that stands for a person.
  static let personMembers: [String] = [
    "name", "main", "original", "title", "rendered", "text", "value", "label",
  ]

  /// The same for an object that stands for a time: MongoDB's, PHP's, Firestore's.
  static let dateMembers: [String] = [
    "$date", "date", "iso", "datetime", "value", "text", "original", "rendered", "$numberlong",
    "_seconds", "seconds", "timestamp",
  ]

  /// The same for an object that stands for a picture.
  static let addressMembers: [String] = ["url", "src", "href", "contenturl"]

  /// The same for an object that stands where a text is expected.
  static let textMembers: [String] = [
    "text", "content", "rendered", "body", "html", "value", "plain", "paragraph", "sentence",
    "#text", "$t",
  ]
}
