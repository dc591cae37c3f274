import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// A query as it was read and planned, for one state of a file.
final class PreparedQuery {
  let query: Query
  let plan: QueryPlan
  /// The plan's only word, where it is that and nothing else.
  let word: Word?

  init(_ query: Query, _ plan: QueryPlan) {
    self.query = query
    self.plan = plan
    word = Word(plan)
  }

  /// A word or phrase that is all there is to a query.
  struct Word {
    /// Under which its frequencies are kept.
    let key: QueryPlan.Concept.FrequencyKey
    let weight: Double
    let form: PreferredForm?
    /// Where it counts.
    let scope: QueryPlanner.Scope
    /// Whether articles that have it match everything.
    let matchesAll: Bool

    init?(_ plan: QueryPlan) {
      guard plan.isOneWord, let concept = plan.concepts.first, concept.weight >= 0,
        let key = concept.frequencyKey, plan.filters.isEmpty, plan.subtracted.isEmpty
      else { return nil }
      self.key = key
      weight = concept.weight
      form = concept.preferred
      scope = concept.scope
      matchesAll = plan.requirement.isMet(by: [true])
    }
  }
}

/// The queries that were prepared last, for one state of a file: a further page, other snippets or another
/// order of the same query need no new plan.
struct PreparedQueries {
  /// Most that are kept, and bytes of the text and of the expression of each.
  private static let most = 1000
  private static let longest = 4096

  private struct Key: Hashable {
    var text: String
    var match: SearchRequest.Match
  }

  private var prepared: [Key: PreparedQuery] = [:]

  /// The query of a request, if it was prepared.
  /// - Complexity: O(bytes of the text).
  func find(_ request: SearchRequest) -> PreparedQuery? {
    guard Self.isKept(request) else { return nil }
    return prepared[Key(text: request.query, match: request.match)]
  }

  /// Keeps the query of a request, but where its plan depends on the day or on more than its text.
  mutating func remember(_ query: PreparedQuery, for request: SearchRequest) {
    let plan = query.plan
    guard Self.isKept(request), plan.filters.isEmpty, plan.subtracted.isEmpty, plan.rule == nil,
      plan.expression?.utf8.count ?? 0 <= Self.longest
    else { return }
    if prepared.count >= Self.most { prepared.removeAll() }
    prepared[Key(text: request.query, match: request.match)] = query
  }

  private static func isKept(_ request: SearchRequest) -> Bool {
    request.preferences.entityFactors.isEmpty && request.query.utf8.count <= longest
  }
}

extension QueryPlan {
  /// Whether it is one word or phrase, of which each occurrence counts, and nothing else.
  var isOneWord: Bool {
    guard concepts.count == 1, let concept = concepts.first else { return false }
    return concept.entity == nil && concept.isInList && !concept.hasWordsOfItsOwn
      && concept.phrases.count == 1 && expression == concept.phraseText && boosts.isEmpty
      && !hasCondition
  }
}
