/// What an ordinary word says about a name beside it.
struct Cue: OptionSet, Sendable {
  let rawValue: UInt16

  /// A first name: what follows is somebody's surname ("Michael Jordan").
  static let given = Cue(rawValue: 1 << 0)
  /// A first name that is also a place: what follows may be a surname ("Chad Smith").
  static let givenPlace = Cue(rawValue: 1 << 1)
  /// Stands before surnames ("Mr. Jordan").
  static let honorific = Cue(rawValue: 1 << 2)
  /// Ends a longer name that begins with a place ("British Heart Foundation").
  static let nameEnd = Cue(rawValue: 1 << 3)
  /// With "of" it begins a longer name that ends with a place ("University of Chicago").
  static let nameStart = Cue(rawValue: 1 << 4)
  /// Begins the name of a sports club that ends with a town ("CSKA Sofia").
  static let club = Cue(rawValue: 1 << 5)
  /// Follows a place in its own name or in apposition ("Chad President Deby"), no surname.
  static let office = Cue(rawValue: 1 << 6)
  /// Stands before places, not before people ("in Jordan").
  static let locative = Cue(rawValue: 1 << 7)
  /// A month that is also a name ("May").
  static let month = Cue(rawValue: 1 << 8)
  /// Stands before months ("in May", "last May").
  static let beforeMonth = Cue(rawValue: 1 << 9)
  /// "of".
  static let of = Cue(rawValue: 1 << 10)
  /// Between two teams ("Oakland v Boston").
  static let versus = Cue(rawValue: 1 << 11)
  /// "at": between two teams, and before places.
  static let at = Cue(rawValue: 1 << 12)
  /// Ends a longer name even among words that all begin with capitals.
  static let eventEnd = Cue(rawValue: 1 << 13)
  /// The end of a company's name.
  static let company = Cue(rawValue: 1 << 15)
  /// Makes a verb or adjective of "Open" ("China open to talks").
  static let particle = Cue(rawValue: 1 << 14)
}

/// The cues of words, by the hashes of their folded tokens.
struct CueTable: Sendable {
  private struct Slot {
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

  /// The cues of a word; none for most.
  /// - Complexity: O(1) expected.
  subscript(hash: UInt64) -> Cue { slots[position(of: hash)].cue }

  private func position(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var position = Int(truncatingIfNeeded: hash >> 8) & mask
    while slots[position].hash != 0, slots[position].hash != hash { position = (position + 1) & mask }
    return position
  }
}
