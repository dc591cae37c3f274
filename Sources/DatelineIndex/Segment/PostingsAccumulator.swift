import CBuiltins
import DatelineAnalysis

/// Inverts documents in memory: for each term a list of documents with the places where it stands, in
/// FTS5's doclist encoding, with ordinals of documents in place of row numbers.
///
/// Not thread-safe; each worker has one. Ordinals ascend within a run; ``removeAll()`` begins a new run.
/// Nothing is allocated for a token or a posting.
struct PostingsAccumulator: ~Copyable {
  /// The postings of a term: 32 bytes.
  private struct TermPostings {
    var tail = SliceArena.Tail()
    /// The document met last.
    var lastOrdinal = UInt32.max
    var byteCount: UInt32 = 0
    /// Its place in `slots`, while that document is under way.
    var slot: UInt32 = 0
  }

  /// A term of the document under way.
  private struct Slot {
    var term: UInt32
    /// Distance from the document before, or the ordinal of the first one.
    var distance: UInt32
    /// How often it stands there.
    var count: UInt32 = 0
    /// Where its bytes end so far in `scratch`.
    var end: UInt32 = 0
    /// The position before, plus one; 0 at the beginning of a column.
    var position: UInt32 = 0
    var column: UInt32 = 0
  }

  private struct Column {
    var number: UInt32
    var count: Int
  }

  private(set) var dictionary = TermDictionary()
  /// Changes when the numbers of terms lose their meaning.
  private(set) var dictionaryNumber = 0
  private var arena = SliceArena()
  private var postings: UnsafeMutablePointer<TermPostings>
  private var postingsCapacity = 1 << 14

  private var ordinal: UInt32 = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var slotsCapacity = 1 << 12
  private var slotCount = 0
  /// The slot of each token of the document.
  private var occurrences: UnsafeMutablePointer<UInt32>
  private var occurrencesCapacity = 1 << 14
  private var occurrenceCount = 0
  private var columns: [Column] = []
  private var scratch = ByteBuffer(capacity: 1 << 16)

  private let tokenizer = Tokenizer()
  private let stemmer: TokenStemmer
  private var folded: [UInt8] = []
  /// Ordinal of the last document; `nil` at the beginning of a run.
  private(set) var lastOrdinal: UInt32?

  init() throws {
    stemmer = try TokenStemmer()
    postings = LargeMemory.allocate(capacity: postingsCapacity)
    postings.update(repeating: TermPostings(), count: postingsCapacity)
    slots = .allocate(capacity: slotsCapacity)
    occurrences = .allocate(capacity: occurrencesCapacity)
  }

  deinit {
    LargeMemory.deallocate(postings)
    slots.deallocate()
    occurrences.deallocate()
  }

  /// Bytes of memory in use.
  var memory: Int {
    arena.usedBytes + dictionary.memory + postingsCapacity * MemoryLayout<TermPostings>.stride
  }

  /// Forgets all postings. The dictionary stays, unless it has grown large.
  mutating func removeAll(keepingDictionary most: Int) {
    if dictionary.memory > most {
      dictionary.removeAll()
      dictionaryNumber += 1
    }
    arena.removeAll()
    postings.update(repeating: TermPostings(), count: postingsCapacity)
    lastOrdinal = nil
  }

  // MARK: Documents

  /// Begins a document; its ordinal must be above those before.
  mutating func beginDocument(_ ordinal: UInt32) {
    self.ordinal = ordinal
    slotCount = 0
    occurrenceCount = 0
    columns.removeAll(keepingCapacity: true)
  }

  /// Adds the tokens of a column, columns in ascending order.
  /// - Parameters:
  ///   - bytes: the column's text, well-formed UTF-8.
  ///   - spans: its tokens.
  /// - Complexity: O(bytes of the tokens).
  mutating func add(
    column: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ spans: UnsafeBufferPointer<TokenSpan>
  ) {
    if spans.isEmpty { return }
    columns.append(Column(number: column, count: spans.count))
    reserveTokens(spans.count)
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

  /// Begins a column that is made of terms, columns in ascending order.
  mutating func beginColumn(_ column: UInt32) { columns.append(Column(number: column, count: 0)) }

  /// Adds terms to the column that was begun last.
  mutating func add(_ terms: [UInt32]) {
    columns[columns.count - 1].count += terms.count
    reserveTokens(terms.count)
    terms.withUnsafeBufferPointer { note($0) }
  }

  /// Tokens that are looked up together.
  private static let blockSize = 64

  /// Notes the next tokens of the document.
  @inline(__always)
  private mutating func note(_ terms: UnsafeBufferPointer<UInt32>) {
    let postings = self.postings
    let slots = self.slots
    let occurrences = self.occurrences + occurrenceCount
    let ordinal = self.ordinal
    var slotCount = self.slotCount
    for index in 0..<terms.count {
      let state = postings + Int(terms[index])
      if state.pointee.lastOrdinal != ordinal {
        let last = state.pointee.byteCount == 0 ? 0 : state.pointee.lastOrdinal
        (slots + slotCount).initialize(to: Slot(term: terms[index], distance: ordinal &- last))
        state.pointee.lastOrdinal = ordinal
        state.pointee.slot = UInt32(truncatingIfNeeded: slotCount)
        slotCount &+= 1
      }
      let slot = state.pointee.slot
      occurrences[index] = slot
      slots[Int(slot)].count &+= 1
    }
    self.slotCount = slotCount
    occurrenceCount += terms.count
  }

  private mutating func reserveTokens(_ more: Int) {
    if occurrenceCount + more > occurrencesCapacity {
      occurrencesCapacity = max(occurrencesCapacity * 2, occurrenceCount + more)
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: occurrencesCapacity)
      larger.update(from: occurrences, count: occurrenceCount)
      occurrences.deallocate()
      occurrences = larger
    }
    if slotCount + more > slotsCapacity {
      slotsCapacity = max(slotsCapacity * 2, slotCount + more)
      let larger = UnsafeMutablePointer<Slot>.allocate(capacity: slotsCapacity)
      larger.update(from: slots, count: slotCount)
      slots.deallocate()
      slots = larger
    }
  }

  /// Ends the document: its postings join the lists.
  /// - Complexity: O(tokens).
  mutating func endDocument() {
    lastOrdinal = ordinal
    // Each term gets room for the longest that its positions can be: an integer for each, and a mark
    // and a number for each column but the first.
    let longest = UInt32(Varint.length(UInt64(occurrenceCount + 2)))
    var total: UInt32 = 0
    for index in 0..<slotCount {
      slots[index].end = total
      total += slots[index].count * longest + UInt32(columns.count) * 2
    }
    scratch.count = 0
    scratch.reserve(Int(total) + Varint.most)
    fillScratch()
    appendSlots(longest)
  }

  /// Writes the positions of each term into its part of `scratch`.
  private mutating func fillScratch() {
    let base = scratch.base
    let slots = self.slots
    var occurrence = UnsafePointer(occurrences)
    for column in columns {
      // FTS5 adds 2 to each distance, and the first one counts from 0.
      for position in 0..<UInt32(column.count) {
        let slot = slots + Int(occurrence.pointee)
        occurrence += 1
        var end = Int(slot.pointee.end)
        if slot.pointee.column != column.number {
          slot.pointee.column = column.number
          slot.pointee.position = 0
          base[end] = 1
          end += 1 + Varint.write(UInt64(column.number), to: base + end + 1)
        }
        let last = slot.pointee.position == 0 ? 0 : slot.pointee.position &- 1
        end += Varint.write(UInt64(position &- last &+ 2), to: base + end)
        slot.pointee.position = position &+ 1
        slot.pointee.end = UInt32(truncatingIfNeeded: end)
      }
    }
  }

  private mutating func appendSlots(_ longest: UInt32) {
    let room = UInt32(columns.count) * 2
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { header in
      guard let header = header.baseAddress else { return }
      var start = 0
      for index in 0..<slotCount {
        if index % Self.blockSize == 0 { prefetchTails(from: index) }
        let slot = slots[index]
        let size = Int(slot.end) - start
        var length = Varint.write(UInt64(slot.distance), to: header)
        length += Varint.write(UInt64(size * 2), to: header + length)
        let state = postings + Int(slot.term)
        if size <= 12 {
          // One piece in place of two.
          for byte in 0..<size { header[length + byte] = scratch.base[start + byte] }
          arena.append(header, length + size, to: &state.pointee.tail)
        } else {
          arena.append(header, length, to: &state.pointee.tail)
          arena.append(scratch.base + start, size, to: &state.pointee.tail)
        }
        state.pointee.byteCount += UInt32(length + size)
        start += Int(slot.count * longest + room)
      }
    }
  }

  /// Asks for the ends of the lists of the next terms; their states are there still.
  @inline(__always)
  private func prefetchTails(from index: Int) {
    for index in index..<min(index + Self.blockSize, slotCount) {
      if let cursor = postings[Int(slots[index].term)].tail.cursor { cbuiltins_prefetch(cursor) }
    }
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
