/// A news article as it is indexed: clean text and its metadata.
///
/// All text is Unicode NFC without control characters; paragraphs of ``body`` are separated by one
/// blank line.
public struct Article: Sendable, Hashable, Codable {
  /// What a page says of itself that readers of its text should know.
  public enum Hint: String, Sendable, Hashable, Codable, CaseIterable {
    /// Only subscribers see the whole text, so it may be cut off.
    case paywall
    /// A live blog: many short entries, the newest first.
    case liveBlog = "live-blog"
  }

  /// Stable identity: the record's identifier, else its URL, else a hash of its text.
  public var key: String
  /// Headline; empty when the source gave none.
  public var title: String
  /// Summary printed between headline and text, when it is a field of its own.
  public var standfirst: String?
  /// Text, without the headline and the standfirst.
  public var body: String
  /// ISO 8601 date (`2016-05-04`) or date and time with offset (`2016-05-04T10:00:00Z`).
  public var published: String?
  /// Date of the last change, notation as ``published``.
  public var modified: String?
  /// Outlet, publisher or agency.
  public var source: String?
  /// Address of the article; the canonical one where the page names it.
  public var url: String?
  /// Authors' names as printed, in order, without "By".
  public var authors: [String]
  /// Section or category.
  public var section: String?
  /// ISO 639-1 code where known, else as given, lower case.
  public var language: String?
  /// Address of the main picture.
  public var imageURL: String?
  /// What the page says of itself.
  public var hints: [Hint]
  /// Where a value was found that no field of a record gave, by the name of the field: `title` from
  /// `og:title`, `authors` from `byline`, say. Empty where fields gave all.
  public var evidence: [String: String]
  /// Fields of the record that have no column, as the text of one JSON object.
  public var extra: String?
  /// Where the record was read.
  public var origin: Origin
  /// ``ContentHash`` of the record's raw bytes; `nil` for articles made by a program.
  public var contentHash: String?

  /// Creates an article.
  public init(
    key: String, title: String, standfirst: String? = nil, body: String, published: String? = nil,
    modified: String? = nil, source: String? = nil, url: String? = nil, authors: [String] = [],
    section: String? = nil, language: String? = nil, imageURL: String? = nil, hints: [Hint] = [],
    evidence: [String: String] = [:], extra: String? = nil, origin: Origin,
    contentHash: String? = nil
  ) {
    self.key = key
    self.title = title
    self.standfirst = standfirst
    self.body = body
    self.published = published
    self.modified = modified
    self.source = source
    self.url = url
    self.authors = authors
    self.section = section
    self.language = language
    self.imageURL = imageURL
    self.hints = hints
    self.evidence = evidence
    self.extra = extra
    self.origin = origin
    self.contentHash = contentHash
  }

  /// The authors on one line, separated by a semicolon and a space, since names hold commas; `nil`
  /// when there are none.
  public var author: String? {
    if authors.isEmpty { return nil }
    if authors.count == 1, !authors[0].utf8.contains(UInt8(ascii: ";")) { return authors[0] }
    return authors.map { $0.replacing("; ", with: ", ") }.joined(separator: "; ")
  }
}
