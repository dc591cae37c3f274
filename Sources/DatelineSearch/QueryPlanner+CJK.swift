import DatelineAnalysis

/// Chinese, Japanese and Korean words of a query: looked for in the column of their pairs.
extension QueryPlanner {
  /// A word or phrase with CJK characters. Where other words stand in it too, each run of either
  /// kind is a phrase of its own, and all are needed.
  mutating func cjk(
    _ tokens: [String], scope: Scope, isPrefix: Bool, isQuoted: Bool
  ) -> Compiled? {
    var runs: [(tokens: [String], isCJK: Bool)] = []
    for token in tokens {
      let isCJK = CJKTerms.occur(in: token)
      if let last = runs.last, last.isCJK == isCJK {
        runs[runs.count - 1].tokens.append(token)
      } else {
        runs.append(([token], isCJK))
      }
    }
    var compiled: [Compiled] = []
    for (index, run) in runs.enumerated() {
      let part =
        run.isCJK
        ? cjkPhrase(run.tokens, scope: scope)
        : literal(
          run.tokens, scope: scope, isPrefix: isPrefix && index == runs.count - 1,
          isQuoted: isQuoted)
      if let part { compiled.append(part) }
    }
    return compiled.isEmpty ? nil : join(compiled, with: "AND")
  }

  private mutating func cjkPhrase(_ tokens: [String], scope: Scope) -> Compiled? {
    var terms: [String] = []
    var isPrefix = false
    for (index, token) in tokens.enumerated() {
      let query = CJKTerms.query(token: token, isLast: index == tokens.count - 1)
      terms += query.terms
      isPrefix = query.isPrefix
    }
    let text =
      "cjk_terms : \"" + terms.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    let words = tokens.joined(separator: " ")
    let name = tokens.count > 1 ? "“\(words)”" : words
    let phrase = phraseCount
    phraseCount += 1
    if isExcluding {
      return Compiled(
        expression: text, requirement: .all([]), condition: .all([]), reading: name, phrases: 1)
    }
    let index: Int
    if let known = plan.concepts.firstIndex(where: {
      $0.phraseText == text && $0.isCJK && $0.scope == scope
    }) {
      plan.concepts[known].weight += 1
      index = known
    } else {
      guard admit() else {
        phraseCount -= 1
        return nil
      }
      // The pairs of title and text stand in one column: each hit is looked at.
      if scope != .text { plan.hasCondition = true }
      plan.concepts.append(
        QueryPlan.Concept(
          name: name, phrases: [phrase], phraseText: text, entity: nil, tokens: tokens,
          isPrefix: false, weight: 1, scope: scope, isCJK: true,
          followsPrevious: !plan.concepts.isEmpty))
      index = plan.concepts.count - 1
    }
    return Compiled(
      expression: text, requirement: .concept(index), condition: .concept(index), reading: name,
      phrases: 1, rule: scope == .text ? nil : .concepts([plan.concepts[index]], in: text))
  }
}
