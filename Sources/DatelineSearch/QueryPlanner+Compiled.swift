import DatelineCore

/// Operands as FTS5 expressions, and how they are joined.
///
/// Every expression stands for itself, with brackets around operators.
extension QueryPlanner {
  /// An operand translated: its expression, what it requires and how it reads.
  struct Compiled {
    var expression: String
    /// What an article needs to match all of it.
    var requirement: QueryPlan.Requirement
    /// What an article needs to be found: as the expression says.
    var condition: QueryPlan.Requirement
    var reading: String
    /// FTS5 phrases in the expression.
    var phrases: Int32
    /// Whether an article must match it however many other words match.
    var isRequired = false
    /// Whether an AND or NOT stands below an OR in the expression.
    var isNested = false
    /// Whether the expression has an AND or NOT.
    var hasAnd = false
    /// Finds the same articles, where ``expression`` says things twice so that positions can be read.
    var shorter: Condition?
    /// Which articles are found, where the expression says less; `nil` where it says just that.
    var rule: RowRule?
    /// Whether something is excluded in it.
    var hasExclusion = false

    /// Which articles are found.
    var rows: RowRule { rule ?? .expression(shortest.expression) }
    /// What to repeat where nothing but the articles found matters.
    var shortest: Condition { shorter ?? Condition(expression: expression, phrases: phrases) }
  }

  /// An expression that says which articles are found.
  struct Condition {
    var expression: String
    var phrases: Int32
  }

  /// Parts written side by side as one.
  mutating func joinSideBySide(_ parts: [Compiled]) -> Compiled {
    guard parts.count > 1 else { return parts[0] }
    let needsAll = settings.match == .all || isExcluding
    let required = parts.filter(\.isRequired)
    var expression = parts.map(\.expression).joined(separator: needsAll ? " AND " : " OR ")
    var phrases = parts.reduce(0) { $0 + $1.phrases }
    var shorter: Condition?
    if !needsAll {
      if required.count < parts.count { plan.isWidened = true }
      // What is needed stands here twice: in the list its positions are read from, and as a
      // condition. FTS5 numbers the phrases of both.
      let conditions = required.map(\.shortest)
      if !conditions.isEmpty {
        let condition = Condition(
          expression: conditions.map(\.expression).joined(separator: " AND "),
          phrases: conditions.reduce(0) { $0 + $1.phrases })
        expression = "(\(expression)) AND \(condition.expression)"
        phrases += condition.phrases
        phraseCount += condition.phrases
        shorter = Condition(
          expression: "(\(condition.expression))", phrases: condition.phrases)
      }
    }
    let condition: QueryPlan.Requirement
    let deciding = needsAll || required.isEmpty ? parts : required
    let isAny = !needsAll && required.isEmpty
    let all = deciding.map(\.condition)
    condition = isAny ? .any(all) : .all(all)
    return Compiled(
      expression: "(\(expression))", requirement: .all(parts.map(\.requirement)),
      condition: condition,
      reading: parts.map { ($0.isRequired && !needsAll ? "must have " : "") + $0.reading }
        .joined(separator: " + "), phrases: phrases,
      isNested: parts.contains { $0.isNested || (!needsAll && $0.hasAnd) },
      hasAnd: needsAll || !required.isEmpty || parts.contains(where: \.hasAnd),
      shorter: shorter, rule: RowRule(deciding, isAny: isAny),
      hasExclusion: deciding.contains(where: \.hasExclusion))
  }

  /// What FTS5 can exclude goes into the expression, the rest into the rule.
  mutating func subtract(
    _ queries: [Query], from base: Compiled, scope: Scope
  ) -> Compiled {
    var result = base
    let wasExcluding = isExcluding
    isExcluding = true
    let negative = queries.filter { !needsCondition($0, in: scope) }
      .compactMap { compile($0, scope: scope) }
    isExcluding = wasExcluding
    if !negative.isEmpty {
      let joined = join(negative, with: "OR")
      func without(_ expression: String) -> String { "(\(expression) NOT \(joined.expression))" }
      result = Compiled(
        expression: without(base.expression), requirement: base.requirement,
        condition: base.condition, reading: base.reading + " without " + joined.reading,
        phrases: base.phrases + joined.phrases, isRequired: base.isRequired,
        isNested: base.isNested, hasAnd: true,
        shorter: base.shorter.map {
          Condition(expression: without($0.expression), phrases: $0.phrases + joined.phrases)
        }, rule: base.rule.map { .without($0, joined.rows) }, hasExclusion: true)
    }
    for query in queries where needsCondition(query, in: scope) {
      guard let excluded = planExcluded(query, in: scope) else { continue }
      result.reading += " without " + excluded.reading
      result.rule = .without(result.rows, .plan(excluded))
      result.hasExclusion = true
    }
    return result
  }

  func join(_ parts: [Compiled], with joint: String) -> Compiled {
    if parts.count == 1 { return parts[0] }
    func joined(_ expressions: [String]) -> String {
      "(" + expressions.joined(separator: " \(joint) ") + ")"
    }
    let conditions = parts.map(\.shortest)
    return Compiled(
      expression: joined(parts.map(\.expression)),
      requirement: joint == "OR"
        ? .any(parts.map(\.requirement)) : .all(parts.map(\.requirement)),
      condition: joint == "OR"
        ? .any(parts.map(\.condition)) : .all(parts.map(\.condition)),
      reading: "(" + parts.map(\.reading).joined(separator: joint == "OR" ? " or " : " and ") + ")",
      phrases: parts.reduce(0) { $0 + $1.phrases },
      isNested: parts.contains { $0.isNested || (joint == "OR" && $0.hasAnd) },
      hasAnd: joint == "AND" || parts.contains(where: \.hasAnd),
      shorter: parts.contains { $0.shorter != nil }
        ? Condition(
          expression: joined(conditions.map(\.expression)),
          phrases: conditions.reduce(0) { $0 + $1.phrases }) : nil,
      rule: RowRule(parts, isAny: joint == "OR"),
      hasExclusion: parts.contains(where: \.hasExclusion))
  }
}
