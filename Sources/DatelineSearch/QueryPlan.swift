import DatelineCore

/// A query made ready for execution.
struct QueryPlan {
  /// A word, phrase or entity that is ranked.
  struct Concept {
    /// What it is called in readings and explanations (`cyber`, `"rate cut"`, `entity NATO`).
    var name: String
    /// FTS5 phrases whose positions count, by their number in the expression.
    var phrases: [Int32]
    /// Text of the phrase in the FTS5 expression: the key under which its frequency is remembered.
    var phraseText: String
    /// Identifier of the entity whose mentions count.
    var entity: String?
    /// Folded tokens of the words typed, for snippets; several for a phrase.
    var tokens: [String]
    /// Whether the last token is the beginning of a word.
    var isPrefix: Bool
    /// How often the query names it, times the boost of entities.
    var weight: Double
    /// Words as they must stand in the text; `nil` when any form of them counts.
    var exact: ExactForm?
    /// The form that counts more than others.
    var preferred: PreferredForm?
    /// Words that stand for a fuzzy one, one for each of ``phrases``; else none.
    var variants: [FuzzyExpansion.Variant] = []
    /// Terms that may stand for the beginning of a word, one for each of ``phrases``; else none.
    var prefixForms: [PrefixExpansion.Form] = []
    /// Where in the article it counts.
    var scope = QueryPlanner.Scope.text
    /// Whether its positions are those of ``CJKTerms``.
    var isCJK = false
    /// Whether it was not asked for but comes from the best articles, see ``QueryExpansion``.
    var isExpansion = false
    /// The group of phrases in which it stands, where only occurrences near the others count.
    var near: Near?
    /// Whether it stands in the query next to the concept before it, for proximity.
    var followsPrevious: Bool

    /// A group of phrases near each other, and which of them is meant.
    struct Near: Equatable {
      /// FTS5's expression.
      var expression: String
      /// Number of the phrase in it.
      var number: Int32
    }

    /// Whether its phrases stand for each other, each with places of its own.
    var hasAlternatives: Bool { !variants.isEmpty || isPrefix && !prefixForms.isEmpty }
  }

  /// Which concepts an article must have to count as matching everything.
  indirect enum Requirement: Equatable {
    case concept(Int)
    case all([Requirement])
    case any([Requirement])

    func isMet(by matched: [Bool]) -> Bool {
      switch self {
      case .concept(let index): matched[index]
      case .all(let parts): parts.allSatisfy { $0.isMet(by: matched) }
      case .any(let parts): parts.contains { $0.isMet(by: matched) }
      }
    }
  }

  /// An entity whose articles gain or lose, whether or not the query names it.
  struct Boost: Equatable {
    var entity: String
    var name: String
    /// Weight of its mentions, beside that of a word; negative to lose.
    var weight: Double
  }

  /// Ranked concepts in the order of the query.
  var concepts: [Concept] = []
  /// FTS5 expression that finds the articles; `nil` for all articles.
  var expression: String? {
    guard let positive else { return nil }
    return negative.map { "(\(positive)) NOT (\($0))" } ?? positive
  }
  /// The part of the expression that finds, before anything is taken away.
  var positive: String?
  /// The part of the expression whose articles are taken away.
  var negative: String?
  /// FTS5 phrases in ``positive``.
  var positivePhrases: Int32 = 0
  /// Whether words of the best articles may find further ones: where nothing but words and names
  /// stand side by side, none of them required.
  var isExpandable = false
  /// Entities that the request prefers and the query does not name.
  var boosts: [Boost] = []
  /// FTS5 expression whose articles are left out, where there is nothing to subtract it from.
  var excluded: String?
  /// What is left out too, where FTS5 alone cannot say it: leads and exact forms.
  var subtracted: [QueryPlan] = []
  /// What an article needs to match the whole query.
  var requirement = Requirement.all([])
  /// What articles must be, apart from their words.
  var filters: [ArticleFilter] = []
  /// What an article needs to be found; says no more than the expression but where it names leads or
  /// exact forms.
  var condition = Requirement.all([])
  /// Whether some occurrences that FTS5 finds do not count, so that ``condition`` decides.
  var hasCondition = false
  /// Which articles ``positive`` is to find, where it finds more and ``condition`` cannot tell.
  var rule: RowRule?
  /// Whether an entity was recognised among the words.
  var hasEntity = false
  /// Whether articles with some of the words only are found too.
  var isWidened = false
  /// Whether there was something to search for that cannot be searched for.
  var isUnusable = false
  /// The query as understood, for people.
  var reading = ""
  /// Remarks for people.
  var notes: [String] = []
}
