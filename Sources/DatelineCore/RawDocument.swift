/// One record as its format gave it, before normalisation.
///
/// Field values are the text of the input, decoded to Unicode but otherwise untouched: markup,
/// entities, spacing and date notations are still those of the source.
public struct RawDocument: Sendable, Equatable {
  /// How much the format said about the text.
  public enum Shape: Sendable, Equatable {
    /// The format has fields; `body` holds the article's text and nothing else.
    case fields
    /// `body` holds a whole page flattened to text: title, furniture and article in one piece.
    case page
    /// `body` holds a whole HTML page, decoded to Unicode.
    case html
  }

  /// Which comes first in dates like `03/04/2021`.
  public enum DateOrder: Sendable, Equatable {
    /// The day, by other dates of the same column.
    case dayFirst
    /// The month, by other dates of the same column.
    case monthFirst
    /// Probably the day, by where the table comes from; nothing in it proves that.
    case likelyDayFirst
  }

  /// Where the record was read.
  public var origin: Origin
  /// How much the format said about the text.
  public var shape: Shape
  /// Identifier given by the record.
  public var key: String?
  /// Headline.
  public var title: String?
  /// Summary or standfirst given as a field of its own.
  public var standfirst: String?
  /// Text of the article (or of the page, see ``Shape``).
  public var body: String?
  /// Date of publication as written.
  public var published: String?
  /// Date of the last change as written.
  public var modified: String?
  /// How dates of the record's column are written; `nil` when nothing says so.
  public var dateOrder: DateOrder?
  /// When the record was fetched (WARC-Date), ISO 8601: nothing in it was published later.
  public var retrieved: String?
  /// HTTP status of a failed request whose answer this is (`404`); `nil` for all other records.
  public var failureStatus: Int?
  /// Address of the article.
  public var url: String?
  /// Outlet, publisher or agency.
  public var source: String?
  /// Author line as written.
  public var byline: String?
  /// Section or category.
  public var section: String?
  /// Language as written (name or code).
  public var language: String?
  /// Address of the main picture.
  public var imageURL: String?
  /// ``ContentHash`` of the record's raw bytes.
  public var contentHash: String?
  /// Fields that were not recognised, as the text of one JSON object; `nil` when there are none.
  public var extra: String?
  /// Whether Dateline has written the record: its fields are those of an article already, and stay as they are.
  public var isExport = false

  /// Creates a record; everything but the origin may be set later.
  public init(
    origin: Origin, shape: Shape = .fields, key: String? = nil, title: String? = nil,
    standfirst: String? = nil, body: String? = nil, published: String? = nil,
    modified: String? = nil, retrieved: String? = nil, url: String? = nil, source: String? = nil,
    byline: String? = nil, section: String? = nil, language: String? = nil,
    imageURL: String? = nil, contentHash: String? = nil, extra: String? = nil
  ) {
    self.origin = origin
    self.shape = shape
    self.key = key
    self.title = title
    self.standfirst = standfirst
    self.body = body
    self.published = published
    self.modified = modified
    self.retrieved = retrieved
    self.url = url
    self.source = source
    self.byline = byline
    self.section = section
    self.language = language
    self.imageURL = imageURL
    self.contentHash = contentHash
    self.extra = extra
  }
}
