import DatelineAnalysis
import DatelineCore

/// Operands that FTS5 alone cannot answer: leads, exact forms, beginnings that stand for other words, parts of an article
/// in Chinese, Japanese or Korean.
extension QueryPlanner {
  /// Whether FTS5 finds more than the query means, so that each hit must be looked at.
  func needsCondition(_ query: Query) -> Bool {
    switch query {
    case .exact: true
    case .field(.lead, _) where !settings.hasLead: true
    case .prefix(let text), .phrasePrefix(let text): isChecked(tokenizer.tokens(of: text))
    case .field(_, let inner): needsCondition(inner) || CJKTerms.occur(in: inner.description)
    case .required(let inner), .not(let inner): needsCondition(inner)
    case .words(let parts), .and(let parts), .or(let parts): parts.contains(where: needsCondition)
    default: false
    }
  }

  /// The same of a query within a part of the article.
  func needsCondition(_ query: Query, in scope: Scope) -> Bool {
    needsCondition(scope.field.map { .field($0, query) } ?? query)
  }

  /// A plan for articles that are left out; `nil` when nothing in it can be looked for.
  mutating func planExcluded(_ query: Query, in scope: Scope = .text) -> QueryPlan? {
    var all = settings
    all.match = .all
    all.isExclusion = true
    let excluded = QueryPlanner.plan(
      scope.field.map { .field($0, query) } ?? query, gazetteer: gazetteer, settings: all)
    plan.notes += excluded.notes
    return excluded.expression == nil ? nil : excluded
  }
}

/// Which articles an operand finds, where the rows that FTS5 gives for it must be looked at and something is excluded
/// from them, or from others beside them: FTS5 would exclude what it finds, not what is meant.
indirect enum RowRule {
  /// What FTS5 finds.
  case expression(String)
  /// What a query of its own finds.
  case plan(QueryPlan)
  case all([RowRule])
  case any([RowRule])
  case without(RowRule, RowRule)

  /// Of what an expression finds that which has concepts, whose phrases are the expression's in their order.
  static func concepts(_ concepts: [QueryPlan.Concept], in expression: String) -> RowRule {
    var plan = QueryPlan()
    plan.positive = expression
    for var concept in concepts {
      let end = plan.positivePhrases + Int32(concept.phrases.count)
      concept.phrases = Array(plan.positivePhrases..<end)
      plan.positivePhrases = end
      plan.concepts.append(concept)
    }
    plan.condition = .all(concepts.indices.map { .concept($0) })
    plan.requirement = plan.condition
    plan.hasCondition = true
    return .plan(plan)
  }

  /// What parts find, where the rules of some are not what FTS5 finds.
  init?(_ parts: [QueryPlanner.Compiled], isAny: Bool) {
    guard parts.contains(where: { $0.rule != nil }) else { return nil }
    let rules = parts.map(\.rows)
    self = isAny ? .any(rules) : .all(rules)
  }
}

extension QueryPlanner.Scope {
  /// The part of the article; `nil` for all of it.
  fileprivate var field: Query.Field? {
    switch self {
    case .text: nil
    case .title: .title
    case .body: .body
    case .lead: .lead
    }
  }
}
