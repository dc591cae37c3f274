import DatelineAnalysis
import DatelineCore

/// Words, phrases and entities of a query as concepts that are ranked.
extension QueryPlanner {
  /// A word, phrase or prefix as a concept.
  mutating func literal(
    _ tokens: [String], scope: Scope, isPrefix: Bool, isQuoted: Bool, exact: ExactForm? = nil,
    preferred: PreferredForm? = nil
  ) -> Compiled? {
    guard !tokens.isEmpty else { return nil }
    if settings.hasCJKTerms, tokens.contains(where: CJKTerms.occur) {
      return cjk(tokens, scope: scope, isPrefix: isPrefix, isQuoted: isQuoted)
    }
    if isPrefix, let forms = prefixForms(tokens) {
      return prefix(tokens, forms, scope: scope, isQuoted: isQuoted)
    }
    let text =
      filter(scope) + "\"" + tokens.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    let words = tokens.joined(separator: " ")
    let name =
      exact.map { "exactly “\($0.text)”" }
      ?? (tokens.count > 1 || isQuoted && !isPrefix
        ? "“\(words)\(isPrefix ? "*" : "")”" : words + (isPrefix ? "*" : ""))
    if isExcluding {
      phraseCount += 1
      return Compiled(
        expression: text, requirement: .all([]), condition: .all([]), reading: name, phrases: 1)
    }
    if let index = plan.concepts.firstIndex(where: {
      $0.phraseText == text && $0.entity == nil && $0.scope == scope && $0.exact == exact
        && $0.preferred == preferred
    }) {
      plan.concepts[index].weight += 1
      phraseCount += 1
      return Compiled(
        expression: text, requirement: .concept(index), condition: .concept(index), reading: name,
        phrases: 1,
        rule: isChecked(scope) || exact != nil
          ? .concepts([plan.concepts[index]], in: text) : nil)
    }
    guard admit() else { return nil }
    plan.concepts.append(
      QueryPlan.Concept(
        name: name, phrases: [phraseCount], phraseText: text, entity: nil, tokens: tokens,
        isPrefix: isPrefix, weight: 1, exact: exact, preferred: preferred, scope: scope,
        followsPrevious: !plan.concepts.isEmpty))
    phraseCount += 1
    var compiled = Compiled(
      expression: text, requirement: .concept(plan.concepts.count - 1),
      condition: .concept(plan.concepts.count - 1), reading: name, phrases: 1)
    if isChecked(scope) || exact != nil {
      plan.hasCondition = true
      compiled.rule = .concepts([plan.concepts[plan.concepts.count - 1]], in: text)
    }
    return compiled
  }

  /// Words or phrases near each other: all are needed, each is ranked as it is elsewhere, by the
  /// occurrences that are near the others.
  mutating func near(
    _ parts: [[String]], _ distance: Int, scope: Scope
  ) -> Compiled? {
    let parts = parts.filter { !$0.isEmpty }
    guard parts.count > 1 else {
      return parts.first.flatMap { literal($0, scope: scope, isPrefix: false, isQuoted: true) }
    }
    if settings.hasCJKTerms, parts.contains(where: { $0.contains(where: CJKTerms.occur) }) {
      // Distances in pairs of characters and in words cannot be compared.
      let compiled = parts.compactMap {
        literal($0, scope: scope, isPrefix: false, isQuoted: true)
      }
      return compiled.isEmpty ? nil : join(compiled, with: "AND")
    }
    hasNear = true
    let phrases = parts.map { "\"" + $0.joined(separator: " ") + "\"" }
    let expression = filter(scope) + "NEAR(" + phrases.joined(separator: " ") + ", \(distance))"
    let reading =
      parts.map { $0.count > 1 ? "“\($0.joined(separator: " "))”" : $0[0] }
      .joined(separator: " near ") + " (\(distance) words)"
    var requirements: [QueryPlan.Requirement] = []
    if !isExcluding {
      for (number, part) in parts.enumerated() {
        guard admit() else { continue }
        plan.concepts.append(
          QueryPlan.Concept(
            name: part.joined(separator: " "), phrases: [phraseCount + Int32(number)],
            phraseText: filter(scope) + phrases[number], entity: nil, tokens: part,
            isPrefix: false, weight: 1, scope: scope,
            near: .init(expression: expression, number: Int32(number)),
            followsPrevious: !plan.concepts.isEmpty))
        requirements.append(.concept(plan.concepts.count - 1))
      }
      if isChecked(scope) { plan.hasCondition = true }
    }
    phraseCount += Int32(parts.count)
    return Compiled(
      expression: expression, requirement: .all(requirements), condition: .all(requirements),
      reading: reading,
      phrases: Int32(parts.count),
      rule: isChecked(scope)
        ? .concepts(Array(plan.concepts.suffix(requirements.count)), in: expression) : nil)
  }

  /// A fuzzy word as one concept: its variants stand in for each other, so that a rare misspelling is
  /// not a rare word.
  mutating func fuzzy(
    _ variants: [FuzzyExpansion.Variant], scope: Scope, preferred: PreferredForm? = nil
  ) -> Compiled? {
    let texts = variants.map { filter(scope) + "\"" + $0.word + "\"" }
    let expression = "(" + texts.joined(separator: " OR ") + ")"
    let reading = "(" + variants.map { "“\($0.word)”" }.joined(separator: " or ") + ")"
    let first = phraseCount
    let count = Int32(variants.count)
    phraseCount += count
    if isExcluding {
      return Compiled(
        expression: expression, requirement: .all([]), condition: .all([]), reading: reading,
        phrases: count)
    }
    if let index = plan.concepts.firstIndex(where: {
      $0.phraseText == expression && $0.variants == variants && $0.preferred == preferred
        && $0.scope == scope
    }) {
      plan.concepts[index].weight += 1
      return Compiled(
        expression: expression, requirement: .concept(index), condition: .concept(index),
        reading: reading, phrases: count,
        rule: isChecked(scope) ? .concepts([plan.concepts[index]], in: expression) : nil)
    }
    guard admit() else {
      phraseCount = first
      return nil
    }
    if isChecked(scope) { plan.hasCondition = true }
    plan.concepts.append(
      QueryPlan.Concept(
        name: reading, phrases: Array(first..<phraseCount), phraseText: expression, entity: nil,
        tokens: [variants[0].word], isPrefix: false, weight: 1, preferred: preferred,
        variants: variants, scope: scope,
        followsPrevious: !plan.concepts.isEmpty))
    return Compiled(
      expression: expression, requirement: .concept(plan.concepts.count - 1),
      condition: .concept(plan.concepts.count - 1), reading: reading, phrases: count,
      rule: isChecked(scope)
        ? .concepts([plan.concepts[plan.concepts.count - 1]], in: expression) : nil)
  }

  /// `entity:name`, or `person:name` and its like.
  mutating func entity(named name: String, kind: Entity.Kind?) -> Compiled? {
    guard let position = gazetteer.position(named: name, kind: kind) else {
      plan.notes.append(
        "no \(kind?.label ?? "entity") is called “\(name)”; its words are searched for instead")
      return literal(tokenizer.tokens(of: name), scope: .text, isPrefix: false, isQuoted: true)
    }
    return entity(at: position, typed: [])
  }

  /// An entity as one concept. Words that were typed for it match too, unless they are a common
  /// word in lower case, so that an untagged article is found by its words.
  ///
  /// - Parameter isCased: whether the letter case tells the name from an ordinary word.
  mutating func entity(
    at position: Int, typed: [QueryToken], isCased: Bool = false
  ) -> Compiled? {
    let entity = gazetteer.entities[position]
    let name = "entity \(entity.name)"
    var tokens = typed.map(\.folded)
    if tokens.count == 1, StopWords.english.contains(tokens[0]) { tokens = [] }
    if tokens.count > 1, tokens.allSatisfy({ $0.utf8.count == 1 }) { tokens = [] }
    let words = tokens.isEmpty ? nil : filter(.text) + "\"" + tokens.joined(separator: " ") + "\""
    let preferred = isCased && tokens.count == 1 ? casedForm(typed[0].typed) : nil
    let tagged = self.tagged(entity)
    let expression = words.map { "(\(tagged) OR \($0))" } ?? tagged
    let phrase = phraseCount + 1
    let phrases: Int32 = words == nil ? 1 : 2
    if isExcluding {
      phraseCount += phrases
      return Compiled(
        expression: expression, requirement: .all([]), condition: .all([]), reading: name,
        phrases: phrases)
    }
    if let index = plan.concepts.firstIndex(where: { $0.entity == entity.id }) {
      phraseCount += phrases
      if let words {
        plan.concepts[index].phrases.append(phrase)
        if plan.concepts[index].phraseText.isEmpty {
          // Named before without words of its own (`entity:nato`, `U.S.`).
          plan.concepts[index].phraseText = words
          plan.concepts[index].tokens = tokens
          plan.concepts[index].preferred = preferred
        }
      }
      return Compiled(
        expression: expression, requirement: .concept(index), condition: .concept(index),
        reading: name, phrases: phrases)
    }
    guard admit() else { return nil }
    plan.hasEntity = true
    plan.concepts.append(
      QueryPlan.Concept(
        name: name, phrases: words == nil ? [] : [phrase], phraseText: words ?? "",
        entity: entity.id, tokens: tokens, isPrefix: false,
        weight: settings.entityWeight * (settings.factors[entity.id] ?? 1),
        preferred: preferred,
        followsPrevious: !plan.concepts.isEmpty))
    phraseCount += phrases
    return Compiled(
      expression: expression, requirement: .concept(plan.concepts.count - 1),
      condition: .concept(plan.concepts.count - 1), reading: name,
      phrases: phrases)
  }

  /// The form of a name that was typed with a capital: `Apple` is preferred to `apple`.
  private func casedForm(_ word: String) -> PreferredForm? {
    guard word.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return nil }
    return PreferredForm(bareWord(word), isCased: true)
  }

  mutating func admit() -> Bool {
    if plan.concepts.count < Self.mostConcepts { return true }
    omitted += 1
    return false
  }
}
