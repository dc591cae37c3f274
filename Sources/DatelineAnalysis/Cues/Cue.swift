/// What an ordinary word says about a name beside it.
struct Cue: OptionSet, Sendable {
  let rawValue: UInt32

  /// A first name: what follows is somebody's surname ("Michael Jordan").
  static var given: Cue { Cue(rawValue: 1 << 0) }
  /// A first name that is also a place: what follows may be a surname ("Chad Smith").
  static var givenPlace: Cue { Cue(rawValue: 1 << 1) }
  /// Stands before surnames ("Mr. Jordan").
  static var honorific: Cue { Cue(rawValue: 1 << 2) }
  /// Ends a longer name that begins with a place ("British Heart Foundation").
  static var nameEnd: Cue { Cue(rawValue: 1 << 3) }
  /// With "of" it begins a longer name that ends with a place ("University of Chicago").
  static var nameStart: Cue { Cue(rawValue: 1 << 4) }
  /// Begins the name of a sports club that ends with a town ("CSKA Sofia").
  static var club: Cue { Cue(rawValue: 1 << 5) }
  /// Follows a place in its own name or in apposition ("Chad President Deby"), no surname.
  static var office: Cue { Cue(rawValue: 1 << 6) }
  /// Stands before places, not before people ("in Jordan").
  static var locative: Cue { Cue(rawValue: 1 << 7) }
  /// A month that is also a name ("May").
  static var month: Cue { Cue(rawValue: 1 << 8) }
  /// Stands before months ("in May", "last May").
  static var beforeMonth: Cue { Cue(rawValue: 1 << 9) }
  /// "of".
  static var of: Cue { Cue(rawValue: 1 << 10) }
  /// Between two teams ("Oakland v Boston").
  static var versus: Cue { Cue(rawValue: 1 << 11) }
  /// "at": between two teams, and before places.
  static var at: Cue { Cue(rawValue: 1 << 12) }
  /// Ends a longer name even among words that all begin with capitals.
  static var eventEnd: Cue { Cue(rawValue: 1 << 13) }
  /// The end of a company's name.
  static var company: Cue { Cue(rawValue: 1 << 15) }
  /// A player or leader of a team ("Seattle shortstop").
  static var player: Cue { Cue(rawValue: 1 << 16) }
  /// Ends the name of a body that acts for its country ("Turkish central bank").
  static var state: Cue { Cue(rawValue: 1 << 17) }
  /// Written with a full stop that ends no sentence ("St. Louis").
  static var abbreviation: Cue { Cue(rawValue: 1 << 18) }
  /// A state or province that stands behind its towns ("Jordan, Minnesota").
  static var region: Cue { Cue(rawValue: 1 << 19) }
  /// First word of such a name of two words.
  static var regionStart: Cue { Cue(rawValue: 1 << 20) }
  /// Its second word.
  static var regionEnd: Cue { Cue(rawValue: 1 << 21) }
  /// Stands before a place that describes what follows, hardly before a person ("the Georgia
  /// Project").
  static var article: Cue { Cue(rawValue: 1 << 22) }
  /// Follows a place in names of bodies and undertakings ("Georgia Department of Labor").
  static var head: Cue { Cue(rawValue: 1 << 23) }
  /// "and" and "or".
  static var conjunction: Cue { Cue(rawValue: 1 << 24) }
  /// Makes a verb or adjective of "Open" ("China open to talks").
  static var particle: Cue { Cue(rawValue: 1 << 14) }
}

extension Cue {
  /// Both. An array literal would be allocated.
  @inline(__always)
  static func | (left: Cue, right: Cue) -> Cue { Cue(rawValue: left.rawValue | right.rawValue) }

  /// Whether any of some cues is here.
  @inline(__always)
  func hasAny(of other: Cue) -> Bool { rawValue & other.rawValue != 0 }
}

/// The cues of words, by the hashes of their folded tokens.
struct CueTable: Sendable {
  fileprivate struct Slot {
    var hash: UInt64 = 0
    var cue: Cue = []
  }

  private var slots: [Slot] = Array(repeating: .init(), count: 4096)
  private var used = 0

  /// The table of ``CueWords``.
  static let builtIn: CueTable = {
    var table = CueTable()
    for (cue, words) in CueWords.all {
      for word in Tokenizer().tokens(of: words) { table.insert(TokenHash.hash(of: word), cue) }
    }
    return table
  }()

  /// Adds cues to a word.
  mutating func insert(_ hash: UInt64, _ cue: Cue) {
    if used * 2 >= slots.count {
      let old = slots
      slots = Array(repeating: .init(), count: old.count * 2)
      for slot in old where slot.hash != 0 { slots[position(of: slot.hash)] = slot }
    }
    let position = position(of: hash)
    if slots[position].hash == 0 {
      slots[position].hash = hash
      used += 1
    }
    slots[position].cue.formUnion(cue)
  }

  /// The table without bounds checks.
  ///
  /// Invariant: the pointer is that of `slots` during `withView`, the mask one less than their number, a power of
  /// two, so that every masked place is within; at least half of the slots are free, so that probing ends.
  struct View {
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let mask: Int

    /// The cues of a word; none for most.
    /// - Complexity: O(1) expected.
    @inline(__always)
    subscript(hash: UInt64) -> Cue {
      var position = CueTable.home(hash) & mask
      while slots[position].hash != 0 {
        if slots[position].hash == hash { return slots[position].cue }
        position = (position + 1) & mask
      }
      return []
    }
  }

  /// Calls `body` with the table; it is valid during the call only.
  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      guard let base = slots.baseAddress else { preconditionFailure("the table is never empty") }
      return body(View(slots: base, mask: slots.count - 1))
    }
  }

  @inline(__always)
  private static func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 8) }

  private func position(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var position = Self.home(hash) & mask
    while slots[position].hash != 0, slots[position].hash != hash {
      position = (position + 1) & mask
    }
    return position
  }
}
