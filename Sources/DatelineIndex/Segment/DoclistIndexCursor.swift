/// Walks the index over the pages of a long doclist, by which the page of a row is found without a look at those before.
///
/// Reads the pages of the lowest level one after the other, which are numbered so; what is written there takes a byte
/// or two for each page of the doclist. Nothing is trusted but by who goes to the page that was found and sees whether
/// the row begins there (``SegmentReader``).
///
/// Source: SQLite's ext/fts5/fts5_index.c, comment "Doclist-index", fts5DlidxLvlNext.
struct DoclistIndexCursor {
  /// A page of the doclist, and the first row that begins there.
  struct Entry: Equatable {
    var page: Int
    var row: Int64
  }

  private let pages: LeafPages
  private let segment: Int
  private var number: Int
  private var bytes: [UInt8]
  private var index = 0
  private var current: Entry?
  private var following: Entry?

  /// - Parameter page: the page where the term of the doclist is.
  /// - Returns: `nil` where the doclist has no such index.
  /// - Throws: an error of the database.
  init?(_ pages: LeafPages, segment: Int, page: Int) throws {
    guard let bytes = try pages.doclistIndex(segment: segment, page: page) else { return nil }
    self.pages = pages
    self.segment = segment
    number = page
    self.bytes = bytes
    following = first()
  }

  /// The last page on which a row begins that is not greater than another; rows that are asked for ascend.
  /// - Returns: `nil` where that is the page of the term.
  /// - Throws: an error of the database.
  /// - Complexity: O(pages passed over).
  mutating func advance(to row: Int64) throws -> Entry? {
    while let next = following, next.row <= row {
      current = next
      following = try entry(after: next)
    }
    return current
  }

  private mutating func entry(after last: Entry) throws -> Entry? {
    var page = last.page
    while true {
      if index >= bytes.count {
        // The root has no page beside it.
        guard bytes.first == 1 else { return nil }
        number += 1
        guard let next = try pages.doclistIndex(segment: segment, page: number) else { return nil }
        bytes = next
        return first()
      }
      page += 1
      let distance = bytes.withUnsafeBytes { Varint.read($0, &index) }
      // No row begins on a page with 0.
      if distance == 0 { continue }
      let row = last.row &+ Int64(bitPattern: distance)
      return row > last.row ? Entry(page: page, row: row) : nil
    }
  }

  /// The first entry of a page, which is written in full.
  private mutating func first() -> Entry? {
    guard bytes.count > 2 else { return nil }
    index = 1
    return bytes.withUnsafeBytes {
      let page = Int(clamping: Varint.read($0, &index))
      return Entry(page: page, row: Int64(bitPattern: Varint.read($0, &index)))
    }
  }
}
