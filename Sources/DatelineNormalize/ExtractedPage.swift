/// What was read from a page flattened to text.
package struct ExtractedPage: Sendable, Equatable {
  /// Why a line is in no field.
  package enum DropReason: String, Sendable, Equatable, CaseIterable {
    /// Outside the article: navigation, teasers, the page's foot.
    case outside
    /// Label of an advertisement.
    case advertisement
    /// Asks the reader to subscribe, share, log in.
    case callToAction = "call to action"
    /// Credit or caption of a picture.
    case photo
    /// Stands on several pages of the source.
    case repeated
    /// Stands several times on the page.
    case doubled
    /// Headline or heading of another article.
    case teaser
    /// Author line, date line or note on the author.
    case byline
    /// Notice of rights.
    case rights = "notice of rights"
    /// The outlet's name behind a title.
    case outlet = "outlet"
    /// What a feed or an interface adds to the fields of its records.
    case note = "note"
    /// A line of the header ahead of a text file's article.
    case header
    /// The standfirst begins the text or is the headline.
    case standfirst
  }

  /// A line that is in no field.
  package struct DroppedLine: Sendable, Equatable {
    package var text: String
    package var reason: DropReason
  }

  /// Headline; `nil` when no line reads like one.
  package var title: String?
  /// Summary between headline and text.
  package var standfirst: String?
  /// Author line as written, with "By".
  package var byline: String?
  /// Line with the date of publication, as written.
  package var published: String?
  /// Text, paragraphs separated by one blank line; empty when there is none.
  package var body: String
  /// All other lines, in their order.
  package var dropped: [DroppedLine]
}
