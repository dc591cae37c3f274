import CBuiltins

/// A trie whose edges are token hashes, stored as one open-addressing hash table. Forms that end at
/// one state lie side by side.
struct FormTrie: Sendable {
  static let root: UInt32 = 0

  /// An edge.
  struct Slot: Sendable {
    /// State and token, mixed; 0 marks a free slot.
    var key: UInt64 = 0
    /// The state the edge leads to.
    var child: UInt32 = 0
  }

  private let slots: [Slot]
  private let firstTokens: FirstTokenFilter
  /// Where the forms of each state begin in `allForms`; one more entry for the end.
  private let firstForms: [UInt32]
  private let allForms: [EntityForm]
  /// Spellings of forms that have a case rule, one after the other.
  private let spellings: [UInt8]

  /// Takes what a builder collected.
  init(_ builder: FormTrieBuilder) {
    slots = builder.slots
    firstTokens = builder.firstTokens
    spellings = builder.spellings
    let (allForms, firstForms) = builder.formsInOrder()
    self.firstForms = firstForms
    self.allForms = allForms
  }

  /// The trie's arrays without bounds checks, for the tagger's loop.
  ///
  /// Invariant: the pointers are those of the trie during `withView`; states and places of forms come from the trie
  /// itself, `firstForms` has an entry more than there are states, and `mask` is one less than the number of slots,
  /// a power of two that are never all taken.
  struct View {
    let slots: UnsafePointer<Slot>
    let mask: Int
    let firstTokens: FirstTokenFilter.View
    let firstForms: UnsafePointer<UInt32>
    let allForms: UnsafePointer<EntityForm>
    let spellings: UnsafePointer<UInt8>

    /// The state after a token, or `nil` when no form goes on with it.
    /// - Complexity: O(1) expected.
    @inline(__always)
    func next(_ state: UInt32, _ hash: UInt64) -> UInt32? {
      let key = FormTrie.key(state, hash)
      var slot = FormTrie.home(key) & mask
      while slots[slot].key != 0 {
        if slots[slot].key == key { return slots[slot].child }
        slot = (slot + 1) & mask
      }
      return nil
    }

    /// Asks for the memory that ``next(_:_:)`` will read, without waiting for it.
    @inline(__always)
    func prefetch(_ state: UInt32, _ hash: UInt64) {
      cbuiltins_prefetch(slots + (FormTrie.home(FormTrie.key(state, hash)) & mask))
    }

    /// Asks for the memory that ``forms(at:)`` will read.
    @inline(__always)
    func prefetch(at state: UInt32) { cbuiltins_prefetch(firstForms + Int(state)) }

    /// Positions in `allForms` of the forms that end at a state.
    @inline(__always)
    func forms(at state: UInt32) -> Range<Int> {
      Int(firstForms[Int(state)])..<Int(firstForms[Int(state) + 1])
    }

    /// The exact spelling of a form with a case rule.
    @inline(__always)
    func spelling(of form: EntityForm) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(
        start: spellings + Int(form.spellingStart), count: Int(form.spellingLength))
    }
  }

  /// Calls `body` with the trie's arrays; they are valid during the call only.
  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      firstTokens.withView { firstTokens in
        firstForms.withUnsafeBufferPointer { firstForms in
          allForms.withUnsafeBufferPointer { allForms in
            spellings.withUnsafeBufferPointer { spellings in
              guard let slotBase = slots.baseAddress,
                let rangeBase = firstForms.baseAddress, let formBase = allForms.baseAddress,
                let spellingBase = spellings.baseAddress
              else { preconditionFailure("a trie's arrays have base addresses") }
              return body(
                View(
                  slots: slotBase, mask: slots.count - 1, firstTokens: firstTokens,
                  firstForms: rangeBase, allForms: formBase, spellings: spellingBase))
            }
          }
        }
      }
    }
  }

  /// The state at the end of a path of tokens, or `nil` when no form goes that way.
  func state(after path: some Sequence<UInt64>) -> UInt32? {
    withView { view in
      var state = Self.root
      for hash in path {
        guard let next = view.next(state, hash) else { return nil }
        state = next
      }
      return state
    }
  }

  /// The state after one more token, or `nil` when no form goes on with it.
  func next(_ state: UInt32, _ hash: UInt64) -> UInt32? { withView { $0.next(state, hash) } }

  /// Forms that end at a state.
  func forms(at state: UInt32) -> ArraySlice<EntityForm> {
    allForms[Int(firstForms[Int(state)])..<Int(firstForms[Int(state) + 1])]
  }

  /// The exact spelling of a form with a case rule.
  func spelling(of form: EntityForm) -> ArraySlice<UInt8> {
    spellings[Int(form.spellingStart)..<Int(form.spellingStart) + Int(form.spellingLength)]
  }

  /// Mixes state and token hash (first half of SplitMix64's finaliser, Steele et al. 2014); never 0.
  @inline(__always)
  static func key(_ state: UInt32, _ hash: UInt64) -> UInt64 {
    let value = (hash &+ UInt64(state) &* 0x9E37_79B9_7F4A_7C15) &* 0x94D0_49BB_1331_11EB
    return (value ^ value >> 32) | 1
  }

  /// Where a key's search begins, before the mask: its lowest bit is always set.
  @inline(__always)
  static func home(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 1) }
}
