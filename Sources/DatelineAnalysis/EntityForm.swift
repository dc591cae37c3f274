import DatelineCore

/// How a form of words names an entity.
package enum FormClass: UInt8, Sendable {
  /// The name itself or a strong alias.
  case name
  /// The people or the adjective of a place ("Russian").
  case demonym
  /// Capital, seat or other stand-in ("Moscow", "Kremlin").
  case metonym
  /// A surname, counted only where the full name stands in the same article.
  case surname
  /// A name that means the entity only where the article speaks for it ("Georgia", the US state).
  case maybe
  /// Words that contain a form but mean something else ("New Mexico").
  case negative
  /// Words that speak for the entity where it shares a form ("Tbilisi").
  case context
  /// Words that begin a list of reporters and editors ("Editing by").
  case credit

  /// Weight of one mention in tenths: names count fully, demonyms .7, metonyms .3.
  package var tenths: Int {
    switch self {
    case .name, .surname, .maybe: 10
    case .demonym: 7
    case .metonym: 3
    case .negative, .context, .credit: 0
    }
  }
}

/// Which letter case a form needs in the text; the exact bytes are ``FormTrie/spelling(of:)``.
enum CaseRule: UInt8, Sendable {
  /// Any.
  case any
  /// Exactly its bytes, and not inside a run of capitals (for acronyms: `US`, `WHO`).
  case acronym
  /// Exactly its bytes, or the same in capitals (for names that are common words: `China`).
  case capitalised
  /// Exactly its bytes, dots included (`U.S`, `N.A.T.O`); the last dot lies outside the tokens.
  case dotted
}

/// What is special about an entity.
struct EntityRole: OptionSet, Sendable {
  let rawValue: UInt8

  /// A news agency or other medium, named in datelines and credits.
  static let agency = EntityRole(rawValue: 1)
  /// A country: its national team may bear its name and is still a mention.
  static let country = EntityRole(rawValue: 2)
}

/// One form of words in the gazetteer, at the end of its path of tokens.
struct EntityForm: Sendable {
  /// Position of the entity in ``Gazetteer/entities``; -1 for credits.
  var entity: Int32
  var formClass: FormClass
  var rule: CaseRule
  /// Whether one word names a person: it must stand alone, not beside another first name.
  var isSingleName = false
  /// Whether that word is the person's first name.
  var isFirstName = false
  /// What the entity is.
  var kind = Entity.Kind.organisation
  var role: EntityRole = []
  /// Whether it does not count where all its letters are small in a text that has capitals ("premier
  /// league", "chile").
  var needsCapitals = false
  /// First letter of the person's name, or 0.
  var initial: UInt8 = 0
  /// Tokens at its end that were written small behind a name: they say what the text is about beside the
  /// entity ("Isis militants").
  var smallTokens: UInt8 = 0
  /// Where the spelling begins among those of the trie.
  var spellingStart: UInt32 = 0
  var spellingLength: UInt16 = 0
  /// Tokens of the form.
  var length: UInt16

  /// Whether a full name as opposed to a part of it: a name of two tokens or more.
  var isFullName: Bool { formClass == .name && length >= 2 }
}
