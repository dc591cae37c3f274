/// Collects the edges and forms of a ``FormTrie``.
struct FormTrieBuilder {
  private(set) var slots: [FormTrie.Slot] = Array(repeating: .init(), count: 1024)
  /// Number of states; the root is the first.
  private var stateCount = 1
  /// The forms and the states they end at, in the order they came.
  private var forms: [(state: UInt32, form: EntityForm)] = []
  private(set) var firstTokens = FirstTokenFilter()
  /// Begins with a byte of no form, so that it is never empty.
  private(set) var spellings: [UInt8] = [0]
  private var used = 0

  /// Makes room for so many edges, before there are any others.
  mutating func reserve(edges: Int) {
    var count = slots.count
    while count < 2 * edges { count *= 2 }
    if count > slots.count { grow(to: count) }
    forms.reserveCapacity(edges)
    spellings.reserveCapacity(16 * edges)
  }

  /// Adds a form at the end of a path.
  /// - Parameter spelling: the exact bytes its case rule compares with; may be empty for ``CaseRule/any``.
  mutating func insert(_ path: [UInt64], _ form: EntityForm, spelling: some Collection<UInt8>) {
    guard let first = path.first else { return }
    firstTokens.insert(first, path.count > 1 ? path[1] : nil)
    var state = FormTrie.root
    for hash in path { state = child(of: state, hash) ?? addEdge(state, hash) }
    var form = form
    form.spellingStart = UInt32(spellings.count)
    form.spellingLength = UInt16(clamping: spelling.count)
    spellings.append(contentsOf: spelling)
    forms.append((state, form))
  }

  private func child(of state: UInt32, _ hash: UInt64) -> UInt32? {
    let key = FormTrie.key(state, hash)
    let mask = slots.count - 1
    var slot = FormTrie.home(key) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].child }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func addEdge(_ state: UInt32, _ hash: UInt64) -> UInt32 {
    if used * 2 >= slots.count { grow(to: slots.count * 2) }
    let child = UInt32(stateCount)
    stateCount += 1
    place(.init(key: FormTrie.key(state, hash), child: child))
    used += 1
    return child
  }

  private mutating func grow(to count: Int) {
    let old = slots
    slots = Array(repeating: .init(), count: count)
    for slot in old where slot.key != 0 { place(slot) }
  }

  private mutating func place(_ edge: FormTrie.Slot) {
    let mask = slots.count - 1
    var slot = FormTrie.home(edge.key) & mask
    while slots[slot].key != 0 { slot = (slot + 1) & mask }
    slots[slot] = edge
  }

  /// Forms side by side in the order of their states, behind one that is none, and where those of each state
  /// begin, with an entry more for the end.
  /// - Complexity: O(forms + states).
  func formsInOrder() -> (forms: [EntityForm], firstForms: [UInt32]) {
    var firstForms = [UInt32](repeating: 0, count: stateCount + 1)
    for (state, _) in forms { firstForms[Int(state) + 1] += 1 }
    firstForms[0] = 1
    for state in 1...stateCount { firstForms[state] += firstForms[state - 1] }
    var next = firstForms
    // No array is ever empty, so all have base addresses.
    let none = EntityForm(entity: -1, formClass: .negative, rule: .any, length: 0)
    var ordered = [EntityForm](repeating: none, count: forms.count + 1)
    for (state, form) in forms {
      ordered[Int(next[Int(state)])] = form
      next[Int(state)] += 1
    }
    return (ordered, firstForms)
  }
}
