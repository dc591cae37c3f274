import GRDBSQLite

/// Sees every row that matches a query, in ascending order of article ids.
package protocol MatchVisitor: AnyObject {
  /// Called for each row; the row is valid during the call only.
  func visit(_ row: MatchedRow)
}

/// The row of `articles_fts` a query stands on.
///
/// Invariant: the pointers belong to who calls the visitor, and are valid during that call only; visitors keep no
/// row.
package struct MatchedRow {
  /// Who has found it.
  private enum Source {
    case stock(UnsafePointer<Fts5ExtensionApi>, OpaquePointer)
    case ours(UnsafeMutablePointer<PostingsCursor>)
  }

  private let source: Source

  init(api: UnsafePointer<Fts5ExtensionApi>, context: OpaquePointer) {
    source = .stock(api, context)
  }

  init(_ cursor: UnsafeMutablePointer<PostingsCursor>) { source = .ours(cursor) }

  /// Field of the article that a position lies in.
  package enum Field: Sendable {
    case body
    case title
    case entityTerms
    case cjkTerms

    @inline(__always)
    fileprivate init(column: Int32) {
      self =
        switch column {
        case Schema.Column.body: .body
        case Schema.Column.title: .title
        case Schema.Column.entityTerms: .entityTerms
        default: .cjkTerms
        }
    }
  }

  /// Id of the article.
  @inline(__always)
  package var articleID: Int64 {
    switch source {
    case .stock(let api, let context): api.pointee.xRowid?(context) ?? 0
    case .ours(let cursor): cursor.pointee.row
    }
  }

  /// Calls `body` with each position of a phrase: the field and the number of the phrase's first
  /// token there, from 0. Phrases are numbered in the order in which the expression lists them. Positions of a
  /// damaged file that no text has are left out.
  /// - Complexity: O(positions).
  @inline(__always)
  package func forEachPosition(ofPhrase phrase: Int32, _ body: (Field, Int) -> Void) {
    switch source {
    case .stock(let api, let context):
      var iterator = Fts5PhraseIter()
      var column: Int32 = 0
      var offset: Int32 = 0
      guard
        api.pointee.xPhraseFirst?(context, phrase, &iterator, &column, &offset) == SQLITE_OK
      else { return }
      while column >= 0 {
        if offset >= 0 { body(Field(column: column), Int(offset)) }
        api.pointee.xPhraseNext?(context, &iterator, &column, &offset)
      }
    case .ours(let cursor):
      Self.forEachPosition(in: cursor.pointee.positions(ofPhrase: Int(phrase)), body)
    }
  }

  /// Does the same for the positions of a word as they are stored.
  /// - Parameter positions: as ``WordBlocks/readNext(_:)`` gives them.
  @inline(__always)
  package static func forEachPosition(
    in positions: UnsafeBufferPointer<UInt8>, _ body: (Field, Int) -> Void
  ) {
    Postings.forEachPosition(positions) { column, offset in
      guard UInt(bitPattern: offset) <= UInt(Int32.max) else { return }
      body(Field(column: Int32(truncatingIfNeeded: column)), offset)
    }
  }

  /// Calls `body` with the UTF-8 of a field of the article.
  /// - Complexity: O(bytes): the row is read.
  package func withText(of field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let column =
      switch field {
      case .body: Schema.Column.body
      case .title: Schema.Column.title
      case .entityTerms: Schema.Column.entityTerms
      case .cjkTerms: Schema.Column.cjkTerms
      }
    switch source {
    case .stock(let api, let context):
      var text: UnsafePointer<CChar>?
      var count: Int32 = 0
      guard api.pointee.xColumnText?(context, column, &text, &count) == SQLITE_OK, let text else {
        return
      }
      UnsafeRawBufferPointer(start: text, count: Int(count))
        .withMemoryRebound(to: UInt8.self, body)
    case .ours(let cursor): cursor.pointee.withText(column: column, body)
    }
  }

  /// Number of articles that contain a phrase of the expression, whatever else they match.
  /// - Complexity: O(postings of the phrase), O(1) where these have been read.
  package func articleCount(ofPhrase phrase: Int32) -> Int {
    switch source {
    case .stock(let api, let context):
      var count = 0
      withUnsafeMutablePointer(to: &count) { pointer in
        _ = api.pointee.xQueryPhrase?(
          context, phrase, pointer,
          { _, _, pointer in
            pointer?.assumingMemoryBound(to: Int.self).pointee += 1
            return SQLITE_OK
          })
      }
      return count
    case .ours(let cursor): return cursor.pointee.rowCount(ofPhrase: Int(phrase))
    }
  }
}
