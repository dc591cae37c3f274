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
    /// Whether only the lead of the article counts.
    var isLead = false
    /// Where a CJK word may stand; `nil` for all other concepts. Its positions are those of
    /// ``CJKTerms``.
    var cjkScope: QueryPlanner.Scope?
    /// Whether it stands in the query next to the concept before it, for proximity.
    var followsPrevious: Bool
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

  /// Ranked concepts in the order of the query.
  var concepts: [Concept] = []
  /// FTS5 expression that finds the articles; `nil` for all articles.
  var expression: String?
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
  /// Whether an entity was recognised among the words.
  var hasEntity = false
  /// Whether articles with some of the words only are found too.
  var isWidened = false
  /// The query as understood, for people.
  var reading = ""
  /// Remarks for people.
  var notes: [String] = []
}
