/// A trie whose edges are token hashes, stored as one open-addressing hash table.
struct FormTrie: Sendable {
  static let root: UInt32 = 0

  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var states: [UInt32] = Array(repeating: 0, count: 1024)
  private var used = 0
  private var formsByState: [[EntityForm]] = [[]]
  /// One bit for each value of 16 bits of a first token's hash: most words of a text end here.
  private var firstTokens: [UInt64] = Array(repeating: 0, count: 1024)

  /// Adds a form at the end of a path.
  mutating func insert(_ path: [UInt64], _ form: EntityForm) {
    guard let first = path.first else { return }
    firstTokens[Int(first & 0xFFFF) >> 6] |= 1 << (first & 63)
    var state = Self.root
    for hash in path {
      state = next(state, hash) ?? addEdge(state, hash)
    }
    formsByState[Int(state)].append(form)
  }

  /// Whether some form may start with the token: false is certain.
  /// - Complexity: O(1).
  @inline(__always)
  func mayStart(_ hash: UInt64) -> Bool {
    firstTokens[Int(hash & 0xFFFF) >> 6] & (1 << (hash & 63)) != 0
  }

  /// The state after a token, or `nil` when no form goes on with it.
  /// - Complexity: O(1) expected.
  @inline(__always)
  func next(_ state: UInt32, _ hash: UInt64) -> UInt32? {
    let key = Self.key(state, hash)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return states[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Forms that end at a state.
  func forms(at state: UInt32) -> [EntityForm] { formsByState[Int(state)] }

  private mutating func addEdge(_ state: UInt32, _ hash: UInt64) -> UInt32 {
    if used * 2 >= keys.count { grow() }
    let child = UInt32(formsByState.count)
    formsByState.append([])
    place(Self.key(state, hash), child)
    used += 1
    return child
  }

  private mutating func place(_ key: UInt64, _ child: UInt32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    states[slot] = child
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldStates = states
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    states = Array(repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      place(oldKeys[index], oldStates[index])
    }
  }

  /// Mixes state and token hash (finaliser of SplitMix64, Steele et al. 2014); never 0, which marks
  /// a free slot.
  @inline(__always)
  private static func key(_ state: UInt32, _ hash: UInt64) -> UInt64 {
    var value = hash &+ UInt64(state) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return (value ^ value >> 31) | 1
  }
}
