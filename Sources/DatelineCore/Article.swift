/// A news article as it is indexed: clean text and its metadata.
///
/// All text is Unicode NFC without control characters; paragraphs of ``body`` are separated by one
/// blank line.
public struct Article: Sendable, Hashable, Codable {
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
  /// Outlet, publisher or agency.
  public var source: String?
  /// Address of the article.
  public var url: String?
  /// Author line without "By".
  public var author: String?
  /// Section or category.
  public var section: String?
  /// ISO 639-1 code where known, else as given, lower case.
  public var language: String?
  /// Fields of the record that have no column, as the text of one JSON object.
  public var extra: String?
  /// Where the record was read.
  public var origin: Origin

  /// Creates an article.
  public init(
    key: String, title: String, standfirst: String? = nil, body: String, published: String? = nil,
    source: String? = nil, url: String? = nil, author: String? = nil, section: String? = nil,
    language: String? = nil, extra: String? = nil, origin: Origin
  ) {
    self.key = key
    self.title = title
    self.standfirst = standfirst
    self.body = body
    self.published = published
    self.source = source
    self.url = url
    self.author = author
    self.section = section
    self.language = language
    self.extra = extra
    self.origin = origin
  }
}
