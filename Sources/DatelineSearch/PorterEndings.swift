/// What the Porter stemmer may cut off or change at the end of a word.
///
/// Each step of the algorithm applies one rule at most, so that the endings are finitely many. They
/// are found by taking the steps backwards from what a stem may end with where it differs from its
/// word (`happi` of `happy`, `hope` of `hoping`, `possibl` of `possibility`). Whether a rule applies
/// to a certain word is not asked here: there are more endings than words have.
///
/// Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), as FTS5 has it.
enum PorterEndings {
  /// Endings of words behind what word and stem have in common, in order of their bytes.
  static let all: [String] = {
    // What a stem may have in the place of an ending.
    var endings: Set<String> = ["", "e", "i", "l", "le", "ll"]
    undo(step4, &endings)
    undo(step3, &endings)
    undo(step2, &endings)
    for ending in endings where ending.hasSuffix("i") {
      endings.insert(String(ending.dropLast()) + "y")
    }
    undoPastTense(&endings)
    for ending in endings {
      endings.insert(ending + "s")
      if ending.isEmpty || ending.hasSuffix("i") || ending.hasSuffix("s") {
        endings.insert(ending + "es")
      }
    }
    endings.remove("")
    return endings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }()
  /// Bytes of the longest ending.
  static let longest = all.reduce(0) { max($0, $1.utf8.count) }

  /// The endings that begin so.
  /// - Complexity: O(log endings).
  static func beginning(with start: some Collection<UInt8>) -> ArraySlice<String> {
    let first = all.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(start) }
    let rest = all[first...]
    return rest[..<rest.partitioningIndex { !$0.utf8.starts(with: start) }]
  }

  private typealias Rule = (ending: String, replacement: String)

  private static let step2: [Rule] = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("logi", "log"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
    ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
    ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"),
    ("biliti", "ble"),
  ]
  private static let step3: [Rule] = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]
  private static let step4: [Rule] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
  ].map { ($0, "") }

  /// Adds what endings may have been before a step. Of a replacement the beginning may belong to what
  /// word and stem have in common.
  private static func undo(_ rules: [Rule], _ endings: inout Set<String>) {
    for ending in endings {
      for rule in rules {
        if ending.hasSuffix(rule.replacement) {
          endings.insert(String(ending.dropLast(rule.replacement.count)) + rule.ending)
        } else if rule.replacement.hasSuffix(ending) {
          let common = rule.replacement.dropLast(ending.count)
          if rule.ending.hasPrefix(common) {
            endings.insert(String(rule.ending.dropFirst(common.count)))
          }
        }
      }
    }
  }

  /// `ed` and `ing`, before which an `e` may have gone or a consonant been doubled.
  private static func undoPastTense(_ endings: inout Set<String>) {
    for ending in endings {
      if ending.isEmpty || ending == "e" || ending.hasSuffix("ee") { endings.insert(ending + "d") }
      for past in ["ed", "ing"] {
        endings.insert(ending + past)
        if ending.hasSuffix("e") { endings.insert(String(ending.dropLast()) + past) }
        for consonant in "bcdfghjkmnpqrtvwx"
        where ending.isEmpty || ending.last == consonant {
          endings.insert(ending + String(consonant) + past)
        }
      }
    }
  }
}

extension RandomAccessCollection {
  /// The first place from which on elements are in the second part of a partitioned collection.
  fileprivate func partitioningIndex(_ isInSecond: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if isInSecond(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}
