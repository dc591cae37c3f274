import DatelineAnalysis

/// Beginnings of words as the terms that stand for them in the index.
extension QueryPlanner {
  /// The terms for a word or phrase of which the last token is a beginning; `nil` where FTS5's own
  /// prefix query says the same.
  func prefixForms(_ tokens: [String]) -> [PrefixExpansion.Form]? {
    guard let last = tokens.last, let forms = settings.prefixes[last] else { return nil }
    let plain = PrefixExpansion.Form(word: last, isPrefix: true, isChecked: false)
    return forms == [plain] ? nil : forms
  }

  /// Whether the text decides what counts as a word with such a beginning.
  func isChecked(_ tokens: [String]) -> Bool {
    prefixForms(tokens)?.contains(where: \.isChecked) ?? false
  }

  /// The FTS5 phrases for a word or phrase, one for each form of its last token.
  func phrases(
    _ tokens: [String], _ forms: [PrefixExpansion.Form], scope: Scope
  ) -> [String] {
    forms.map { form in
      let words = (tokens.dropLast() + [form.word]).joined(separator: " ")
      return filter(scope) + "\"" + words + "\"" + (form.isPrefix ? " *" : "")
    }
  }

  /// A beginning as one concept: its terms stand for each other, and where they stand for other words
  /// too, the texts of the hits are looked at.
  mutating func prefix(
    _ tokens: [String], _ forms: [PrefixExpansion.Form], scope: Scope, isQuoted: Bool
  ) -> Compiled? {
    let texts = phrases(tokens, forms, scope: scope)
    let expression = texts.count == 1 ? texts[0] : "(" + texts.joined(separator: " OR ") + ")"
    let words = tokens.joined(separator: " ") + "*"
    let name = tokens.count > 1 ? "“\(words)”" : words
    let first = phraseCount
    let count = Int32(texts.count)
    phraseCount += count
    if isExcluding {
      return Compiled(
        expression: expression, requirement: .all([]), condition: .all([]), reading: name,
        phrases: count)
    }
    let index: Int
    if let known = plan.concepts.firstIndex(where: {
      $0.phraseText == expression && $0.prefixForms == forms && $0.tokens == tokens
        && $0.scope == scope
    }) {
      plan.concepts[known].weight += 1
      index = known
    } else {
      guard admit() else {
        phraseCount = first
        return nil
      }
      if isChecked(scope) || forms.contains(where: \.isChecked) { plan.hasCondition = true }
      plan.concepts.append(
        QueryPlan.Concept(
          name: name, phrases: Array(first..<phraseCount), phraseText: expression, entity: nil,
          tokens: tokens, isPrefix: true, weight: 1, prefixForms: forms, scope: scope,
          followsPrevious: !plan.concepts.isEmpty))
      index = plan.concepts.count - 1
    }
    return Compiled(
      expression: expression, requirement: .concept(index), condition: .concept(index),
      reading: name, phrases: count,
      rule: isChecked(scope) || forms.contains(where: \.isChecked)
        ? .concepts([plan.concepts[index]], in: expression) : nil)
  }
}
