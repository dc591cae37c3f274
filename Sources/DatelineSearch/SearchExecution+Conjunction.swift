import DatelineCore
import DatelineIndex

/// Words and phrases all of which must be there, some of which were not asked for before.
extension SearchExecution {
  /// Scores the articles that have all concepts: those are few beside the articles of the most frequent concept, whose
  /// list need not be read for them. Of two concepts one of which is enough this does where articles with both come
  /// first and there are as many as are wanted.
  /// - Returns: `nil` where that cannot be done.
  func scoreConjunction(
    _ plan: QueryPlan, _ expression: String, allowed: RowSet?, _ memory: inout IndexMemory,
    capacity: Int, prefersAll: Bool, purpose: Scorer.Purpose
  ) throws -> Scorer? {
    let wantsOne = plan.isWidened
    if wantsOne {
      guard prefersAll, purpose == .best, allowed == nil, plan.concepts.count == 2,
        !plan.requirement.isMet(by: [true, false]), !plan.requirement.isMet(by: [false, true])
      else { return nil }
    }
    guard let matcher = try conjunction(plan, expression, wantsOne: wantsOne, memory) else {
      return nil
    }
    let scorer = Scorer(
      try input(plan, allowed: allowed, usesLists: false, &memory), capacity: capacity,
      prefersAll: prefersAll, purpose: purpose)
    let table = memory.frequencyTable
    let frequencies = plan.concepts.compactMap { concept in
      matcher.counts(ofPhrase: concept.phrases[0]).map {
        PhraseFrequencies($0, formula, table, lengths)
      }
    }
    try scorer.score(conjunction: matcher, frequencies)
    if wantsOne {
      guard scorer.total >= capacity else { return nil }
      scorer.total =
        plan.concepts.reduce(0) { $0 + matcher.count(ofPhrase: $1.phrases[0]) } - scorer.total
    }
    for concept in plan.concepts { memory.rememberWanted(concept) }
    memory.remember(scorer.frequencies)
    return scorer
  }

  /// - Parameter wantsOne: whether the expression asks for one of its phrases, else for all.
  private func conjunction(
    _ plan: QueryPlan, _ expression: String, wantsOne: Bool, _ memory: IndexMemory
  ) throws -> PostingsMatcher? {
    // Of more concepts the scorer has no masks.
    guard (2...UInt64.bitWidth).contains(plan.concepts.count),
      plan.concepts.count == Int(plan.positivePhrases),
      !plan.hasCondition,
      plan.concepts.allSatisfy({
        $0.isWholePhrase && !$0.isReadInText && $0.phrases.count == 1
          && $0.phrases[0] < plan.positivePhrases
      }),
      plan.concepts.contains(where: { !memory.hasFrequencies(of: $0) && !memory.wereWanted($0) })
    else { return nil }
    return try snapshot.conjunctionMatcher(for: expression, wantsOne: wantsOne) {
      var counts: [Int?] = plan.concepts.map { _ in nil }
      for concept in plan.concepts {
        counts[Int(concept.phrases[0])] =
          try snapshot.wordBlocks(ofPhrase: concept.phraseText, formula, lengths)?.count
      }
      // Few articles can have both then.
      return wantsOne && counts.contains { $0 ?? 0 < Self.rescored } ? nil : counts
    }
  }
}
