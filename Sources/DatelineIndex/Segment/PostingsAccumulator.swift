import CBuiltins
import DatelineAnalysis

/// Inverts documents in memory: for each term a list of documents with the places where it stands, in
/// FTS5's doclist encoding, with ordinals of documents in place of row numbers.
///
/// Not thread-safe; each worker has one. Ordinals ascend within a run; ``removeAll()`` begins a new run.
/// Nothing is allocated for a token or a posting.
///
/// Invariant: `postings` has an initialised entry for each term of the dictionary, `open` room for the terms of the
/// document under way; both are grown before a term or a token is added, and pointers to entries are not kept
/// across that. Marks point into slices, which stay where they are until `removeAll`.
struct PostingsAccumulator: ~Copyable {
  /// The postings of a term: 32 bytes.
  private struct TermPostings {
    var tail = SliceArena.Tail()
    /// The column in which the term was met last, in the document met last.
    var column: UInt8 = 0
    /// The document met last.
    var lastOrdinal = UInt32.max
    /// Bytes of the doclist, without the positions of the document under way.
    var byteCount: UInt32 = 0
    /// The position before in the column.
    var position: UInt32 = 0
    /// Bytes of the positions of the document under way.
    var positionBytes: UInt32 = 0
  }

  /// A term of the document under way, and the byte of its doclist that will hold the size of its
  /// positions.
  private struct OpenPostings {
    var size: SliceArena.Mark
    var term: UInt32
  }

  private(set) var dictionary = TermDictionary()
  /// Changes when the numbers of terms lose their meaning.
  private(set) var dictionaryNumber = 0
  private var arena = SliceArena()
  private var postings: UnsafeMutablePointer<TermPostings>
  private var postingsCapacity = 1 << 14

  /// Memory at the beginning of the run.
  private var emptyMemory = 0
  private var ordinal: UInt32 = 0
  private var column: UInt8 = 0
  /// Position of the next token in the column.
  private var position: UInt32 = 0
  /// The terms of the document under way.
  private var open: UnsafeMutablePointer<OpenPostings>
  private var openCapacity = 1 << 12
  private var openCount = 0
  private var scratch = ByteBuffer(capacity: 1 << 12)

  private let tokenizer = Tokenizer()
  private let stemmer: TokenStemmer
  private var folded: [UInt8] = []
  /// Ordinals of the first document and the last; `nil` at the beginning of a run.
  private(set) var ordinals: ClosedRange<UInt32>?

  init() throws {
    stemmer = try TokenStemmer()
    postings = LargeMemory.allocate(capacity: postingsCapacity)
    postings.update(repeating: TermPostings(), count: postingsCapacity)
    open = .allocate(capacity: openCapacity)
    emptyMemory = memory
  }

  deinit {
    LargeMemory.deallocate(postings)
    open.deallocate()
  }

  /// Bytes of memory in use.
  var memory: Int {
    arena.usedBytes + dictionary.memory + postingsCapacity * MemoryLayout<TermPostings>.stride
  }

  /// Bytes of memory that the run has taken so far, in steps of large blocks.
  var runMemory: Int { memory - emptyMemory }

  /// Forgets all postings. The dictionary stays, unless it has grown large.
  mutating func removeAll(keepingDictionary most: Int) {
    if dictionary.memory > most {
      dictionary.removeAll()
      dictionaryNumber += 1
    }
    arena.removeAll()
    postings.update(repeating: TermPostings(), count: postingsCapacity)
    ordinals = nil
    emptyMemory = memory
  }

  // MARK: Documents

  /// Begins a document; its ordinal must be above those before.
  mutating func beginDocument(_ ordinal: UInt32) {
    self.ordinal = ordinal
    openCount = 0
  }

  /// Begins a column, columns in ascending order.
  mutating func beginColumn(_ column: UInt8) {
    self.column = column
    position = 0
  }

  /// Adds tokens to the column that was begun last.
  /// - Parameters:
  ///   - bytes: the column's text, well-formed UTF-8.
  ///   - spans: its tokens.
  /// - Complexity: O(bytes of the tokens).
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ spans: UnsafeBufferPointer<TokenSpan>
  ) {
    var start = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blockSize) { terms in
      // In blocks, each step of which asks for the memory that the next one needs: tokens are met in
      // no order that a processor could foresee.
      while start < spans.count {
        let count = min(Self.blockSize, spans.count - start)
        for index in 0..<count { dictionary.prefetch(spans[start + index].hash) }
        for index in 0..<count {
          let term = term(of: spans[start + index], bytes)
          terms[index] = term
          cbuiltins_prefetch(postings + Int(term))
        }
        note(UnsafeBufferPointer(rebasing: terms[..<count]))
        start += count
      }
    }
  }

  /// The terms of a text's tokens, as long as the dictionary stays (``dictionaryNumber``).
  mutating func terms(
    of bytes: UnsafeBufferPointer<UInt8>, _ spans: UnsafeBufferPointer<TokenSpan>
  ) -> [UInt32] {
    spans.map { term(of: $0, bytes) }
  }

  /// Adds terms to the column that was begun last.
  mutating func add(_ terms: UnsafeBufferPointer<UInt32>) { note(terms) }

  /// Tokens that are looked up together.
  private static let blockSize = 64
  /// Tokens ahead of the one that is looked up whose text is asked for.
  private static let lookahead = 8

  /// Writes the next tokens of the document to the doclists of their terms.
  @inline(__always)
  private mutating func note(_ terms: UnsafeBufferPointer<UInt32>) {
    if openCount + terms.count > openCapacity { growOpen(terms.count) }
    for index in 0..<terms.count {
      if let cursor = postings[Int(terms[index])].tail.cursor { cbuiltins_prefetch(cursor) }
    }
    var position = self.position
    for index in 0..<terms.count {
      let state = postings + Int(terms[index])
      if state.pointee.lastOrdinal != ordinal {
        beginPostings(terms[index], position)
        position &+= 1
        continue
      }
      if state.pointee.column != column { changeColumn(state) }
      // FTS5 adds 2 to each distance; the first one in a column counts from 0.
      let value = position &- state.pointee.position &+ 2
      state.pointee.position = position
      position &+= 1
      if value < 0x80, state.pointee.tail.room > 0, let cursor = state.pointee.tail.cursor {
        cursor.pointee = UInt8(truncatingIfNeeded: value)
        state.pointee.tail.cursor = cursor + 1
        state.pointee.tail.room &-= 1
        state.pointee.positionBytes &+= 1
      } else {
        append(value, state)
      }
    }
    self.position = position
  }

  /// Begins the postings of a term in the document under way, with its first position.
  @inline(__always)
  private mutating func beginPostings(_ term: UInt32, _ position: UInt32) {
    let state = postings + Int(term)
    let last = state.pointee.byteCount == 0 ? 0 : state.pointee.lastOrdinal
    let distance = ordinal &- last
    state.pointee.lastOrdinal = ordinal
    state.pointee.column = column
    state.pointee.position = position
    let tail = state.pointee.tail
    // Nearly always there is room for short integers; the end of the chain is read and written once.
    guard distance < 1 << 14, position < 1 << 14 - 2, tail.room >= Self.mostShortBytes,
      let cursor = tail.cursor,
      let size = SliceArena.Mark(distance: distance < 1 << 7 ? 1 : 2, of: tail)
    else { return beginLongPostings(term, distance, position) }
    let header = Varint.write(UInt64(distance), to: cursor)
    var length = header + 1
    if column != 0 {
      cursor[length] = 1
      cursor[length + 1] = column
      length += 2
    }
    length += Varint.write(UInt64(position &+ 2), to: cursor + length)
    state.pointee.positionBytes = UInt32(truncatingIfNeeded: length - header - 1)
    state.pointee.byteCount &+= UInt32(truncatingIfNeeded: header + 1)
    (open + openCount).initialize(
      to: OpenPostings(size: size, term: term))
    openCount &+= 1
    state.pointee.tail.advance(length)
  }

  /// Bytes of a distance, a size, the mark of a column and a position, none of them long.
  private static let mostShortBytes: UInt16 = 2 + 1 + 2 + 2

  @inline(never)
  private mutating func beginLongPostings(
    _ term: UInt32, _ distance: UInt32, _ position: UInt32
  ) {
    let state = postings + Int(term)
    state.pointee.byteCount &+= UInt32(
      truncatingIfNeeded: arena.append(distance, to: &state.pointee.tail) + 1)
    let size = arena.appendMark(to: &state.pointee.tail)
    (open + openCount).initialize(to: OpenPostings(size: size, term: term))
    openCount &+= 1
    state.pointee.positionBytes = 0
    if column != 0 { changeColumn(state) }
    append(position &+ 2, state)
    state.pointee.position = position
  }

  @inline(never)
  private mutating func changeColumn(_ state: UnsafeMutablePointer<TermPostings>) {
    // The mark of a column, see FTS5's format of position lists.
    append(1, state)
    append(UInt32(column), state)
    state.pointee.column = column
    state.pointee.position = 0
  }

  @inline(__always)
  private mutating func append(_ value: UInt32, _ state: UnsafeMutablePointer<TermPostings>) {
    state.pointee.positionBytes &+= UInt32(
      truncatingIfNeeded: arena.append(value, to: &state.pointee.tail))
  }

  private mutating func growOpen(_ more: Int) {
    openCapacity = max(openCapacity * 2, openCount + more)
    let larger = UnsafeMutablePointer<OpenPostings>.allocate(capacity: openCapacity)
    larger.update(from: open, count: openCount)
    open.deallocate()
    open = larger
  }

  /// Ends the document: the sizes of its positions are known now.
  /// - Complexity: O(terms of the document).
  mutating func endDocument() {
    ordinals = (ordinals?.lowerBound ?? ordinal)...ordinal
    for index in 0..<openCount {
      let state = postings + Int(open[index].term)
      let size = state.pointee.positionBytes
      if size < 0x40 {
        open[index].size.byte.pointee = UInt8(truncatingIfNeeded: size << 1)
        state.pointee.byteCount &+= size
      } else {
        writeLongSize(open[index].size, state)
      }
    }
  }

  /// Makes room for a size that does not fit in one byte.
  private mutating func writeLongSize(
    _ mark: SliceArena.Mark, _ state: UnsafeMutablePointer<TermPostings>
  ) {
    let size = Int(state.pointee.positionBytes)
    scratch.count = 0
    scratch.reserve(size + Varint.most)
    let width = Varint.write(UInt64(size * 2), to: scratch.base)
    arena.copy(behind: mark, count: size, to: scratch.base + width)
    arena.overwrite(mark, with: scratch.base, count: size + 1)
    arena.append(scratch.base + size + 1, width - 1, to: &state.pointee.tail)
    state.pointee.byteCount += UInt32(size + width - 1)
  }

  // MARK: Tokens

  @inline(__always)
  private mutating func term(of span: TokenSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let start = Int(span.start)
    let length = Int(span.end) - start
    if let base = bytes.baseAddress, start + 8 <= bytes.count {
      let token = UnsafeRawPointer(base) + start
      if length <= 8 {
        let lane = UInt64(littleEndian: token.loadUnaligned(as: UInt64.self))
        let used = UInt64.max >> UInt64((8 - length) * 8)
        if lane & used & Self.highBits == 0, let term = dictionary.term(short: span.hash) {
          return term
        }
      } else if let term = dictionary.term(
        span.hash, matches: { $0.count == length && Self.folds(token, to: $0) })
      {
        return term
      }
    }
    return otherTerm(of: span, bytes)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether a token of more than eight ASCII letters and digits has a folded form; false where it
  /// has others. Its last eight bytes are compared whole.
  @inline(__always)
  private static func folds(
    _ token: UnsafeRawPointer, to folded: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let base = folded.baseAddress else { return false }
    let form = UnsafeRawPointer(base)
    var index = 0
    let last = folded.count - 8
    while true {
      let place = min(index, last)
      let lane = token.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let wanted = form.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // Sets the bit that makes letters small; digits have it anyway.
      if lane & highBits != 0 || lane | 0x2020_2020_2020_2020 != wanted { return false }
      if place == last { return true }
      index += 8
    }
  }

  /// The term of a token with other letters, or one that is new.
  @inline(never)
  private mutating func otherTerm(
    of span: TokenSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    let token = UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.end)])
    let length = tokenizer.fold(token, into: &folded)
    return folded.withUnsafeBufferPointer { buffer in
      let folded = UnsafeBufferPointer(rebasing: buffer[..<length])
      let known =
        length <= 8
        ? dictionary.term(short: span.hash)
        : dictionary.term(span.hash) { TermDictionary.areEqual($0, folded) }
      if let known { return known }
      let term = stemmer.withTerm(of: token) { dictionary.intern($0) }
      dictionary.learn(span.hash, folded: folded, term: term)
      if dictionary.count > postingsCapacity { growPostings() }
      return term
    }
  }

  /// Room for a term that is no token's, such as the number of an entity.
  private mutating func growPostings() {
    let capacity = max(postingsCapacity * 2, dictionary.count)
    let larger = LargeMemory.allocate(TermPostings.self, capacity: capacity)
    larger.update(from: postings, count: postingsCapacity)
    (larger + postingsCapacity).update(
      repeating: TermPostings(), count: capacity - postingsCapacity)
    LargeMemory.deallocate(postings)
    postings = larger
    postingsCapacity = capacity
  }

  // MARK: The finished run

  /// Terms with postings, in ascending order.
  func sortedTerms() -> [UInt32] {
    dictionary.sortedTerms().filter { postings[Int($0)].byteCount > 0 }
  }

  /// Bytes of the doclist of a term.
  func byteCount(of term: UInt32) -> Int { Int(postings[Int(term)].byteCount) }

  /// Copies the doclist of a term: `{ varint ordinal or distance, varint 2 x size, positions }*`.
  func copyDoclist(of term: UInt32, to output: UnsafeMutablePointer<UInt8>) {
    let state = postings[Int(term)]
    arena.copy(from: state.tail.head, count: Int(state.byteCount), to: output)
  }
}
