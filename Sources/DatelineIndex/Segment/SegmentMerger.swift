/// Merges all segments of an index: terms in ascending order, each with the rows it stands in now.
///
/// Of several entries for one term and row the newest counts; where it says no more than that the row is
/// deleted, none is left. As no older segments remain, nothing has to be taken back later: the result is
/// that of indexing the remaining rows anew.
///
/// Source: SQLite's ext/fts5/fts5_index.c, fts5MultiIterDoCompare and fts5IndexMergeLevel.
struct SegmentMerger: ~Copyable {
  /// A segment, ordered by its term; among equal ones the newest comes first.
  private struct Term: MergeInput {
    var reader: SegmentReader
    var age: Int
    var prefix: UInt64

    init(_ reader: SegmentReader, age: Int) {
      self.reader = reader
      self.age = age
      prefix = reader.prefix
    }

    func precedes(_ other: Term) -> Bool {
      if prefix != other.prefix { return prefix < other.prefix }
      if TermDictionary.precedes(reader.term, other.reader.term) { return true }
      return age < other.age && TermDictionary.areEqual(reader.term, other.reader.term)
    }

    func hasTerm(of other: Term) -> Bool {
      prefix == other.prefix
        && TermDictionary.areEqual(reader.term, other.reader.term)
    }
  }

  /// A segment, ordered by its row; among equal ones the newest comes first.
  private struct Row: MergeInput {
    var reader: SegmentReader
    var age: Int

    func precedes(_ other: Row) -> Bool {
      reader.row != other.reader.row ? reader.row < other.reader.row : age < other.age
    }
  }

  /// Bytes of a doclist that are handed on together.
  private static let pieceSize = 1 << 18

  private var terms = MergeHeap<Term>()
  private var rows = MergeHeap<Row>()
  private var equal: [Term] = []
  private var output = ByteBuffer(capacity: pieceSize)

  /// - Parameter readers: readers before their first term, newest segment first.
  init(_ readers: [SegmentReader]) throws {
    for (age, reader) in readers.enumerated() where try reader.nextTerm() {
      terms.insert(Term(reader, age: age))
    }
  }

  /// Hands all terms on.
  ///
  /// Memory is bounded by a page and a position list for each segment.
  /// - Parameter body: gets a term and its doclist, or a piece of it: long ones come in several calls one
  ///   after the other, cut between rows, the first piece larger than any page.
  /// - Throws: what `body` throws, ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(bytes + rows x log(segments)).
  mutating func run(
    _ body: (
      _ term: UnsafeBufferPointer<UInt8>, _ doclist: UnsafeBufferPointer<UInt8>, _ isFirst: Bool
    ) throws -> Void
  ) throws {
    while !terms.isEmpty {
      equal.removeAll(keepingCapacity: true)
      equal.append(terms.removeLeast())
      while let least = terms.least, least.hasTerm(of: equal[0]) {
        equal.append(terms.removeLeast())
      }
      for term in equal where try term.reader.nextRow() {
        rows.insert(Row(reader: term.reader, age: term.age))
      }
      let term = equal[0].reader.term
      try mergeRows { try body(term, $0, $1) }
      for term in equal where try term.reader.nextTerm() {
        terms.insert(Term(term.reader, age: term.age))
      }
    }
  }

  private mutating func mergeRows(
    _ body: (_ doclist: UnsafeBufferPointer<UInt8>, _ isFirst: Bool) throws -> Void
  ) throws {
    output.count = 0
    var previous: Int64 = 0
    var isFirst = true
    while !rows.isEmpty {
      let input = rows.removeLeast()
      let reader = input.reader
      // Older entries for the same row.
      while let older = rows.least, older.reader.row == reader.row {
        if try older.reader.nextRow() { rows.settleLeast() } else { _ = rows.removeLeast() }
      }
      // Behind the greatest row there is none that could be copied.
      let limit = rows.least?.reader.row ?? .max
      var goesOn = true
      repeat {
        goesOn = try reader.takeRows(to: &output, after: &previous, below: limit)
        if output.count >= Self.pieceSize {
          try body(output.all, isFirst)
          isFirst = false
          output.count = 0
        }
      } while goesOn && (rows.isEmpty || reader.row < limit)
      if goesOn { rows.insert(input) }
    }
    if output.count > 0 { try body(output.all, isFirst) }
  }
}
