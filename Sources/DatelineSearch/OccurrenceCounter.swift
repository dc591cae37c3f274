import DatelineAnalysis
import DatelineIndex

/// Counts the occurrences of concepts in a row that matches.
struct OccurrenceCounter {
  private var written = WrittenWords()
  private var cjk = CJKOccurrences()

  /// Occurrences of a concept's words.
  /// - Complexity: O(positions), and the bytes of the fields for words whose written form matters.
  @inline(__always)
  mutating func occurrences(
    of concept: QueryPlan.Concept, _ match: MatchedRow
  ) -> Scorer.Occurrences {
    var found = Scorer.Occurrences()
    guard let phrase = concept.phrases.first else { return found }
    if let exact = concept.exact {
      return written.occurrences(of: exact, match, phrase: phrase, scope: concept.scope)
    }
    if !concept.prefixForms.isEmpty {
      countPrefix(concept, match, &found)
    } else if concept.isCJK {
      return cjk.occurrences(match, phrase: phrase, scope: concept.scope)
    } else if concept.variants.isEmpty {
      Self.add(phrase, concept.scope, 1, match, &found)
    } else {
      for (variant, phrase) in zip(concept.variants, concept.phrases) {
        Self.add(phrase, concept.scope, variant.weight, match, &found)
      }
    }
    return found
  }

  /// A concept whose occurrences are the positions of one phrase.
  struct Plain {
    var phrase: Int32
    var scope: QueryPlanner.Scope
  }

  /// A concept as the positions of one phrase; `nil` where there is more to it.
  static func plain(_ concept: QueryPlan.Concept) -> Plain? {
    guard concept.exact == nil, concept.prefixForms.isEmpty, !concept.isCJK,
      concept.variants.isEmpty, let phrase = concept.phrases.first
    else { return nil }
    return Plain(phrase: phrase, scope: concept.scope)
  }

  /// Occurrences of a concept that is one phrase.
  /// - Complexity: O(positions).
  @inline(__always)
  static func occurrences(of concept: Plain, _ match: MatchedRow) -> Scorer.Occurrences {
    var found = Scorer.Occurrences()
    add(concept.phrase, concept.scope, 1, match, &found)
    return found
  }

  /// Counts the words with the beginning that was typed.
  private mutating func countPrefix(
    _ concept: QueryPlan.Concept, _ match: MatchedRow, _ found: inout Scorer.Occurrences
  ) {
    var checked: [Int32] = []
    for (form, phrase) in zip(concept.prefixForms, concept.phrases) {
      if form.isChecked {
        checked.append(phrase)
      } else {
        Self.add(phrase, concept.scope, 1, match, &found)
      }
    }
    guard !checked.isEmpty, let last = concept.tokens.last else { return }
    let more = written.occurrences(
      beginningWith: Array(last.utf8), match, phrases: checked, tokens: concept.tokens.count,
      scope: concept.scope)
    found.title += more.title
    found.lead += more.lead
    found.rest += more.rest
  }

  /// Adds the positions of a phrase to a concept's occurrences.
  @inline(__always)
  private static func add(
    _ phrase: Int32, _ scope: QueryPlanner.Scope, _ weight: Double, _ match: MatchedRow,
    _ found: inout Scorer.Occurrences
  ) {
    match.forEachPosition(ofPhrase: phrase) { field, offset in
      switch field {
      case .title: found.title += weight
      case .body:
        if offset < EntityTagger.leadLength {
          found.lead += weight
        } else if scope != .lead {
          found.rest += weight
        }
      case .cjkTerms: found.rest += weight
      case .entityTerms: break
      }
    }
  }
}

/// Counts the occurrences of one concept in each row it is shown.
///
/// Invariant: the variables whose access is not checked are used by one thread, and no call that is given one of
/// them reaches this object.
final class OccurrenceCollector: MatchVisitor {
  private var concept: QueryPlan.Concept
  @exclusivity(unchecked) private var counter = OccurrenceCounter()
  /// Ids of the articles that have it, ascending.
  @exclusivity(unchecked) private(set) var articles: [Int64] = []
  /// Its occurrences there.
  @exclusivity(unchecked) private(set) var occurrences: [Scorer.Occurrences] = []

  /// - Parameter concept: a concept whose phrases are those of the expression that finds the rows.
  init(_ concept: QueryPlan.Concept) {
    self.concept = concept
    self.concept.phrases = Array(0..<Int32(concept.phrases.count))
  }

  func visit(_ row: MatchedRow) {
    let found = counter.occurrences(of: concept, row)
    if found.isEmpty { return }
    articles.append(row.articleID)
    occurrences.append(found)
  }
}
