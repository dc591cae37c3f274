import CBuiltins
import DatelineAnalysis

/// The terms of an accumulator, numbered in the order they came, and the tokens known to give them.
///
/// Folding and stemming depend on the token alone, so that each form is given to the stock tokenizer
/// once. Two hash tables with linear probing over contiguous memory; nothing is allocated for a token.
///
/// Invariant: both tables have room for their capacities, powers of two, all initialised, and are at most half
/// full, so that probing ends within; places are multiples of eight bytes in `text`, where a length and so many
/// bytes stand. Bytes of a term are valid until the dictionary changes.
struct TermDictionary: ~Copyable {
  /// Longest term FTS5 stores (FTS5_MAX_TOKEN_SIZE).
  static let longestTerm = 32_768

  /// A token that is known: 16 bytes.
  private struct TokenEntry {
    var hash: UInt64
    var term: UInt32
    /// Place of its folded bytes in `text`, in units of eight bytes; 0 for one of at most eight bytes,
    /// which the hash tells (``TokenSpan/hash``).
    var place: UInt32
  }

  private static let free = UInt32.max
  private static let firstCapacity = 1 << 14

  private var tokens: UnsafeMutablePointer<TokenEntry>
  private var tokenCapacity = firstCapacity
  private var tokenCount = 0
  /// Terms by the hash of their bytes.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCapacity = firstCapacity
  /// Length (4 bytes) and bytes of tokens and terms, each at a multiple of eight bytes.
  private var text = ByteBuffer(capacity: 1 << 18)
  /// Place of each term in `text`, in units of eight bytes.
  private var places: [UInt32] = []

  init() {
    tokens = LargeMemory.allocate(capacity: Self.firstCapacity)
    slots = LargeMemory.allocate(capacity: Self.firstCapacity)
    clear()
  }

  deinit {
    LargeMemory.deallocate(tokens)
    LargeMemory.deallocate(slots)
  }

  /// Number of terms.
  var count: Int { places.count }

  /// Bytes of memory.
  var memory: Int { tokenCapacity * 16 + slotCapacity * 4 + text.capacity + places.capacity * 4 }

  /// Forgets everything.
  mutating func removeAll() {
    LargeMemory.deallocate(tokens)
    LargeMemory.deallocate(slots)
    tokenCapacity = Self.firstCapacity
    slotCapacity = Self.firstCapacity
    tokens = LargeMemory.allocate(capacity: tokenCapacity)
    slots = LargeMemory.allocate(capacity: slotCapacity)
    places = []
    text.removeAll(keepingAtMost: 1 << 18)
    clear()
  }

  private mutating func clear() {
    tokens.update(
      repeating: TokenEntry(hash: 0, term: Self.free, place: 0), count: tokenCapacity)
    slots.update(repeating: Self.free, count: slotCapacity)
    tokenCount = 0
    // Place 0 means none.
    text.append(varint: 0)
    pad()
  }

  /// The bytes of a term; valid until the dictionary changes.
  @inline(__always)
  func bytes(of term: Int) -> UnsafeBufferPointer<UInt8> { bytes(at: places[term]) }

  @inline(__always)
  private func bytes(at place: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = UnsafeRawPointer(text.base) + Int(place) * 8
    let length = Int(start.load(as: UInt32.self))
    return UnsafeBufferPointer(
      start: (start + 4).assumingMemoryBound(to: UInt8.self), count: length)
  }

  /// Asks for the place in memory where a token is looked for first.
  @inline(__always)
  func prefetch(_ hash: UInt64) { cbuiltins_prefetch(tokens + slot(of: hash)) }

  /// Asks for the text of a token of more than eight bytes, where it stands in its first place.
  @inline(__always)
  func prefetchText(_ hash: UInt64) {
    let place = tokens[slot(of: hash)].place
    if place != 0 { cbuiltins_prefetch(text.base + Int(place) * 8) }
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 20) & (tokenCapacity - 1)
  }

  /// The term of a token of up to eight bytes whose folded form is no longer, if it is known.
  @inline(__always)
  func term(short hash: UInt64) -> UInt32? {
    var index = slot(of: hash)
    while true {
      let entry = tokens[index]
      if entry.hash == hash, entry.place == 0, entry.term != Self.free { return entry.term }
      if entry.term == Self.free { return nil }
      index = (index + 1) & (tokenCapacity - 1)
    }
  }

  /// The term of a folded token of more than eight bytes, if it is known.
  @inline(__always)
  func term(_ hash: UInt64, matches: (UnsafeBufferPointer<UInt8>) -> Bool) -> UInt32? {
    var index = slot(of: hash)
    while true {
      let entry = tokens[index]
      if entry.term == Self.free { return nil }
      if entry.hash == hash, entry.place != 0, matches(bytes(at: entry.place)) {
        return entry.term
      }
      index = (index + 1) & (tokenCapacity - 1)
    }
  }

  /// Remembers which term a token gives.
  /// - Parameter folded: its folded bytes.
  mutating func learn(_ hash: UInt64, folded: UnsafeBufferPointer<UInt8>, term: UInt32) {
    var place: UInt32 = 0
    if folded.count > 8 { place = store(folded) }
    if tokenCount * 2 >= tokenCapacity { growTokens() }
    insert(TokenEntry(hash: hash, term: term, place: place))
    tokenCount += 1
  }

  private mutating func insert(_ entry: TokenEntry) {
    var index = slot(of: entry.hash)
    while tokens[index].term != Self.free { index = (index + 1) & (tokenCapacity - 1) }
    tokens[index] = entry
  }

  private mutating func growTokens() {
    let old = tokens
    let oldCapacity = tokenCapacity
    tokenCapacity *= 2
    tokens = LargeMemory.allocate(capacity: tokenCapacity)
    tokens.update(
      repeating: TokenEntry(hash: 0, term: Self.free, place: 0), count: tokenCapacity)
    for index in 0..<oldCapacity where old[index].term != Self.free { insert(old[index]) }
    LargeMemory.deallocate(old)
  }

  /// The number of a term; a new one where it is not known.
  mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let term = UnsafeBufferPointer(rebasing: term.prefix(Self.longestTerm))
    var index = Int(truncatingIfNeeded: Self.hash(term)) & (slotCapacity - 1)
    while slots[index] != Self.free {
      let number = slots[index]
      if Self.areEqual(bytes(at: places[Int(number)]), term) { return number }
      index = (index + 1) & (slotCapacity - 1)
    }
    let number = UInt32(places.count)
    slots[index] = number
    places.append(store(term))
    if places.count * 2 >= slotCapacity { growSlots() }
    return number
  }

  private mutating func growSlots() {
    LargeMemory.deallocate(slots)
    slotCapacity *= 2
    slots = LargeMemory.allocate(capacity: slotCapacity)
    slots.update(repeating: Self.free, count: slotCapacity)
    for number in places.indices {
      var index =
        Int(truncatingIfNeeded: Self.hash(bytes(at: places[number]))) & (slotCapacity - 1)
      while slots[index] != Self.free { index = (index + 1) & (slotCapacity - 1) }
      slots[index] = UInt32(number)
    }
  }

  private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let place = UInt32(text.count / 8)
    text.reserve(bytes.count + 4)
    UnsafeMutableRawPointer(text.end).storeBytes(of: UInt32(bytes.count), as: UInt32.self)
    text.count += 4
    if let start = bytes.baseAddress { text.append(start, bytes.count) }
    pad()
    return place
  }

  /// Fills up with zeros to a multiple of eight bytes.
  private mutating func pad() {
    while text.count % 8 != 0 { text.append(0) }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let hash = TokenSpan.hash(of: bytes)
    return hash ^ hash >> 32
  }

  @inline(__always)
  static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if left.count != right.count { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }
}

extension TermDictionary {
  /// The terms in ascending order of their bytes.
  /// - Complexity: O(n log n), mostly on eight bytes at a time.
  func sortedTerms() -> [UInt32] {
    var keys = (0..<count).map { (prefix: Self.prefix(bytes(of: $0)), term: UInt32($0)) }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return Self.precedes(bytes(of: Int(left.term)), bytes(of: Int(right.term)))
    }
    return keys.map(\.term)
  }

  /// The first eight bytes as a number that sorts as they do.
  @inline(__always)
  static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return prefix
  }

  /// The order of `memcmp`, shorter first.
  static func precedes(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count < right.count
  }
}
