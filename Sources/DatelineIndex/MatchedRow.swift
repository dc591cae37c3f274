import GRDBSQLite

/// Sees every row that matches a query, in ascending order of article ids.
package protocol MatchVisitor: AnyObject {
  /// Called for each row; the row is valid during the call only.
  func visit(_ row: MatchedRow)
}

/// The row of `articles_fts` a query stands on.
package struct MatchedRow {
  let api: UnsafePointer<Fts5ExtensionApi>
  let context: OpaquePointer

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
  package var articleID: Int64 { api.pointee.xRowid?(context) ?? 0 }

  /// Calls `body` with each position of a phrase: the field and the number of the phrase's first
  /// token there, from 0. Phrases are numbered in the order in which the expression lists them.
  /// - Complexity: O(positions).
  @inline(__always)
  package func forEachPosition(ofPhrase phrase: Int32, _ body: (Field, Int) -> Void) {
    var iterator = Fts5PhraseIter()
    var column: Int32 = 0
    var offset: Int32 = 0
    guard
      api.pointee.xPhraseFirst?(context, phrase, &iterator, &column, &offset) == SQLITE_OK
    else { return }
    while column >= 0 {
      body(Field(column: column), Int(offset))
      api.pointee.xPhraseNext?(context, &iterator, &column, &offset)
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
    var text: UnsafePointer<CChar>?
    var count: Int32 = 0
    guard api.pointee.xColumnText?(context, column, &text, &count) == SQLITE_OK, let text else {
      return
    }
    UnsafeRawBufferPointer(start: text, count: Int(count)).withMemoryRebound(to: UInt8.self, body)
  }

  /// Number of articles that contain a phrase of the expression, whatever else they match.
  /// - Complexity: O(postings of the phrase).
  package func articleCount(ofPhrase phrase: Int32) -> Int {
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
  }
}
