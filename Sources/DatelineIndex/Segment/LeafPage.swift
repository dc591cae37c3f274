import GRDB

/// A copy of a leaf, whose header and footer are in order.
///
/// Behind the data there is room for an integer: reading one that begins within stays in memory of ours.
///
/// Invariant: the header lies within the page, `dataEnd` and `termOffset` do not pass its end, and zeros follow: an
/// integer that begins within ends at the first of them at the latest.
struct LeafPage: ~Copyable {
  static let headerSize = 4

  private var bytes = ByteBuffer(capacity: 8192)
  /// Offset of the first row that does not follow a term of the page; 0 where there is none.
  private(set) var rowOffset = 0
  /// Offset behind the data.
  private(set) var dataEnd = headerSize
  /// Offset of the next term; that behind the data when there are no more.
  private(set) var termOffset = headerSize
  /// Whether ``termOffset`` is that of the first term on the page, which is written in full.
  private(set) var isFirstTerm = false
  private var footer = 0

  var base: UnsafePointer<UInt8> { UnsafePointer(bytes.base) }

  /// Whether there is a term at ``termOffset``.
  var hasTerm: Bool { termOffset < dataEnd }

  /// Whether the page holds nothing, as FTS5 leaves some where it wipes deleted text.
  var isEmpty: Bool { bytes.count == Self.headerSize }

  /// Makes the page an empty one.
  mutating func removeAll() {
    bytes.count = 0
    rowOffset = 0
    dataEnd = Self.headerSize
    termOffset = Self.headerSize
    isFirstTerm = false
    footer = 0
  }

  /// Takes the bytes of another page.
  /// - Returns: what is wrong with them; `nil` when they are in order.
  mutating func fill(from source: UnsafeRawBufferPointer) -> String? {
    bytes.count = 0
    bytes.reserve(source.count)
    if let start = source.baseAddress {
      UnsafeMutableRawPointer(bytes.base).copyMemory(from: start, byteCount: source.count)
    }
    bytes.count = source.count
    bytes.end.update(repeating: 0, count: ByteBuffer.slack)
    guard source.count >= Self.headerSize else { return "it has no header" }
    rowOffset = Int(source[0]) << 8 | Int(source[1])
    dataEnd = Int(source[2]) << 8 | Int(source[3])
    guard dataEnd >= Self.headerSize, dataEnd <= source.count else { return "its header is wrong" }
    footer = dataEnd
    termOffset = 0
    guard nextTerm() else { return "the places of terms do not fit" }
    isFirstTerm = hasTerm
    guard termOffset >= Self.headerSize, rowOffset == 0 || rowOffset >= Self.headerSize,
      rowOffset == 0 || rowOffset < termOffset
    else { return "its header is wrong" }
    return nil
  }

  /// Goes on to the next term.
  /// - Returns: false when the footer is wrong.
  mutating func nextTerm() -> Bool {
    isFirstTerm = false
    if footer == bytes.count {
      termOffset = dataEnd
      return true
    }
    var cursor = base + footer
    let distance = Varint.read(&cursor)
    footer = cursor - base
    guard footer <= bytes.count, distance > 0, distance < UInt64(dataEnd - termOffset) else {
      return false
    }
    termOffset += Int(distance)
    return true
  }
}

/// The leaves of an FTS5 index.
final class LeafPages {
  private let db: Database
  private let table: String
  private let select: PreparedStatement
  /// Made when pages are first deleted.
  private var delete: PreparedStatement?

  /// - Parameter table: name of the FTS5 table.
  init(_ db: Database, table: String) throws {
    self.db = db
    self.table = table
    select = try PreparedStatement(db, sql: "SELECT block FROM \"\(table)_data\" WHERE id = ?")
  }

  /// Copies a page of a segment.
  /// - Returns: what is wrong with it; `nil` when it is in order.
  /// - Throws: an error of the database.
  func read(_ page: inout LeafPage, segment: Int, page number: Int) throws -> String? {
    select.bind(1, DataRow.leaf(segment: segment, page: number))
    let found: String?? = try select.first { page.fill(from: $0.bytes(0)) }
    return found ?? "it is missing"
  }

  /// A page of the index over a doclist, of the lowest level; `nil` where there is none.
  /// - Throws: an error of the database.
  func doclistIndex(segment: Int, page number: Int) throws -> [UInt8]? {
    select.bind(1, DataRow.doclistIndex(segment: segment, height: 0, page: number))
    return try select.first { Array($0.bytes(0)) }
  }

  /// Deletes pages of a segment.
  func delete(segment: Int, pages: Range<Int>) throws {
    let delete =
      try self.delete
      ?? PreparedStatement(db, sql: "DELETE FROM \"\(table)_data\" WHERE id >= ? AND id < ?")
    self.delete = delete
    delete.bind(1, DataRow.leaf(segment: segment, page: pages.lowerBound))
    delete.bind(2, DataRow.leaf(segment: segment, page: pages.upperBound))
    try delete.run()
  }
}
