import DatelineAnalysis
import DatelineCore

/// Turns a parsed query into an FTS5 expression and the concepts to rank by.
///
/// Only tokens that our own tokenizer cut go into the expression, each in quotes: nothing a user
/// types is ever syntax.
struct QueryPlanner {
  /// Most concepts that one query may have; further words are left out with a remark.
  static let mostConcepts = 200
  /// Boost of an entity, see the ranking formula.
  static let entityWeight = 2.0

  private let gazetteer: Gazetteer
  private let match: SearchRequest.Match
  private let tokenizer = Tokenizer()
  private var plan = QueryPlan()
  private var phraseCount: Int32 = 0
  private var omitted = 0
  /// Whether what is compiled now only excludes: its words are not ranked.
  private var isExcluding = false

  private init(gazetteer: Gazetteer, match: SearchRequest.Match) {
    self.gazetteer = gazetteer
    self.match = match
  }

  /// An operand translated: its expression, what it requires and how it reads.
  private struct Compiled {
    var expression: String
    var requirement: QueryPlan.Requirement
    var reading: String
  }

  /// Plans a query.
  static func plan(
    _ query: Query, gazetteer: Gazetteer, match: SearchRequest.Match
  ) -> QueryPlan {
    var planner = QueryPlanner(gazetteer: gazetteer, match: match)
    planner.compileTop(query)
    return planner.plan
  }

  private mutating func compileTop(_ query: Query) {
    let parts: [Query]
    switch query {
    case .everything: parts = []
    case .and(let inner): parts = inner
    default: parts = [query]
    }
    var readings: [String] = []
    var rest: [Query] = []
    var excluded: [Query] = []
    for part in parts { split(part, &rest, &excluded) }
    let compiled = rest.compactMap { compile($0, scope: .text) }
    if !compiled.isEmpty {
      let joined = join(compiled, with: "AND")
      plan.expression = joined.expression
      plan.requirement = joined.requirement
      readings.append(joined.reading)
    }
    isExcluding = true
    let negative = excluded.compactMap { compile($0, scope: .text) }
    if !negative.isEmpty {
      let joined = join(negative, with: "OR")
      if let expression = plan.expression {
        plan.expression = "(\(expression)) NOT (\(joined.expression))"
      } else {
        plan.excluded = joined.expression
      }
      readings.append("without " + joined.reading)
    }
    isExcluding = false
    if let sources = plan.sources {
      readings.append("source " + sources.joined(separator: " or "))
    }
    for source in plan.excludedSources { readings.append("not source \(source)") }
    if omitted > 0 {
      plan.notes.append("only the first \(Self.mostConcepts) words are used; \(omitted) left out")
    }
    if readings.isEmpty, query != .everything {
      plan.notes.append("nothing in the query can be searched for")
      plan.expression = nil
    }
    plan.reading = readings.isEmpty ? "all articles" : readings.joined(separator: ", ")
  }

  /// Takes filters and exclusions out of a part of the top level.
  private mutating func split(_ part: Query, _ rest: inout [Query], _ excluded: inout [Query]) {
    switch part {
    case .source(let name): plan.sources = (plan.sources ?? []) + [name]
    case .not(.source(let name)): plan.excludedSources.append(name)
    case .not(let query): excluded.append(query)
    case .words(let parts):
      var words: [Query] = []
      for part in parts {
        switch part {
        case .source, .not: split(part, &rest, &excluded)
        default: words.append(part)
        }
      }
      if !words.isEmpty { rest.append(words.count == 1 ? words[0] : .words(words)) }
    default: rest.append(part)
    }
  }

  private enum Scope {
    case text, title

    var filter: String { self == .text ? "{body title} : " : "title : " }
  }

  private mutating func compile(_ query: Query, scope: Scope) -> Compiled? {
    switch query {
    case .word, .words:
      let parts: [Query]
      if case .words(let inner) = query { parts = inner } else { parts = [query] }
      return compileWords(parts, scope: scope)
    case .phrase(let text):
      return literal(tokenizer.tokens(of: text), scope: scope, isPrefix: false, isQuoted: true)
    case .prefix(let text):
      return literal(tokenizer.tokens(of: text), scope: scope, isPrefix: true, isQuoted: false)
    case .entity(let name):
      return entity(named: name)
    case .source(let name):
      plan.sources = (plan.sources ?? []) + [name]
      plan.notes.append("source:\(name) applies to the whole query")
      return nil
    case .title(let inner):
      return compile(inner, scope: .title).map {
        Compiled(
          expression: $0.expression, requirement: $0.requirement, reading: "title " + $0.reading)
      }
    case .and(let parts):
      return compileAnd(parts, scope: scope)
    case .or(let parts):
      let compiled = parts.compactMap { part -> Compiled? in
        if case .not(let inner) = part {
          plan.notes.append("NOT \(inner) is left out: inside OR it would match nearly everything")
          return nil
        }
        return compile(part, scope: scope)
      }
      return compiled.isEmpty ? nil : join(compiled, with: "OR")
    case .not(let inner):
      plan.notes.append("NOT \(inner) is left out: there is nothing to take it from")
      return nil
    case .everything:
      return nil
    }
  }

  private mutating func compileAnd(
    _ parts: [Query], scope: Scope
  ) -> Compiled? {
    var positive: [Compiled] = []
    var negative: [Query] = []
    for part in parts {
      if case .not(let inner) = part {
        negative.append(inner)
      } else if let compiled = compile(part, scope: scope) {
        positive.append(compiled)
      }
    }
    guard !positive.isEmpty else {
      return negative.first.flatMap { compile(.not($0), scope: scope) }
    }
    return subtract(negative, from: join(positive, with: "AND"), scope: scope)
  }

  private mutating func subtract(
    _ queries: [Query], from base: Compiled, scope: Scope
  ) -> Compiled {
    let wasExcluding = isExcluding
    isExcluding = true
    let negative = queries.compactMap { compile($0, scope: scope) }
    isExcluding = wasExcluding
    guard !negative.isEmpty else { return base }
    let joined = join(negative, with: "OR")
    return Compiled(
      expression: "((\(base.expression)) NOT (\(joined.expression)))",
      requirement: base.requirement, reading: base.reading + " without " + joined.reading)
  }

  private func join(_ parts: [Compiled], with joint: String) -> Compiled {
    if parts.count == 1 { return parts[0] }
    return Compiled(
      expression: "(" + parts.map(\.expression).joined(separator: " \(joint) ") + ")",
      requirement: joint == "OR"
        ? .any(parts.map(\.requirement)) : .all(parts.map(\.requirement)),
      reading: "(" + parts.map(\.reading).joined(separator: joint == "OR" ? " or " : " and ") + ")")
  }

  /// Words written side by side: entities are recognised among them, stop words dropped, and the
  /// request says whether all or any of them are needed.
  private mutating func compileWords(
    _ parts: [Query], scope: Scope
  ) -> Compiled? {
    var compiled: [Compiled] = []
    var negative: [Query] = []
    let hasOther = parts.contains { !isStopWord($0) }
    var index = 0
    while index < parts.count {
      if case .word = parts[index] {
        var run: [String] = []
        while index < parts.count, case .word(let text) = parts[index] {
          run.append(text)
          index += 1
        }
        compileRun(run, scope: scope, dropsStopWords: hasOther, into: &compiled)
        continue
      }
      if case .not(let inner) = parts[index] {
        negative.append(inner)
      } else if let part = compile(parts[index], scope: scope) {
        compiled.append(part)
      }
      index += 1
    }
    guard !compiled.isEmpty else {
      return negative.first.flatMap { compile(.not($0), scope: scope) }
    }
    let needsAll = match == .all || isExcluding
    if compiled.count > 1, !needsAll { plan.isWidened = true }
    var joined = compiled[0]
    if compiled.count > 1 {
      joined = Compiled(
        expression: "("
          + compiled.map(\.expression).joined(separator: needsAll ? " AND " : " OR ") + ")",
        requirement: .all(compiled.map(\.requirement)),
        reading: compiled.map(\.reading).joined(separator: " + "))
    }
    return subtract(negative, from: joined, scope: scope)
  }

  private func isStopWord(_ query: Query) -> Bool {
    guard case .word(let text) = query else { return false }
    return StopWords.english.contains(text.lowercased())
  }

  /// A run of bare words.
  private mutating func compileRun(
    _ words: [String], scope: Scope, dropsStopWords: Bool, into compiled: inout [Compiled]
  ) {
    var tokens: [QueryToken] = []
    for (number, word) in words.enumerated() {
      for token in tokenizer.tokens(of: word) {
        tokens.append(QueryToken(folded: token, typed: word, word: number))
      }
    }
    var index = 0
    while index < tokens.count {
      let word = tokens[index].word
      let startsWord = index == 0 || tokens[index - 1].word != word
      if scope == .text, !isExcluding, startsWord,
        let found = gazetteer.longestMatch(in: tokens, at: index)
      {
        let used = tokens[index..<index + found.tokenCount]
        index += found.tokenCount
        // The rest of a word whose beginning was the name: "NATO's".
        while index < tokens.count, tokens[index].word == tokens[index - 1].word,
          tokens[index].folded == "s"
        {
          index += 1
        }
        if let part = entity(at: found.entity, typed: Array(used)) { compiled.append(part) }
        continue
      }
      var end = index
      while end < tokens.count, tokens[end].word == word { end += 1 }
      var folded = tokens[index..<end].map(\.folded)
      if folded.count > 1, folded.last == "s", hasPossessive(words[word]) { folded.removeLast() }
      index = end
      if dropsStopWords, folded.count == 1, StopWords.english.contains(folded[0]),
        words[word].utf8.allSatisfy({ $0 != UInt8(ascii: ".") })
      {
        continue
      }
      if let part = literal(folded, scope: scope, isPrefix: false, isQuoted: false) {
        compiled.append(part)
      }
    }
  }

  private func hasPossessive(_ word: String) -> Bool {
    let lower = word.lowercased()
    return lower.contains("'s") || lower.contains("’s")
  }

  /// A word, phrase or prefix as a concept.
  private mutating func literal(
    _ tokens: [String], scope: Scope, isPrefix: Bool, isQuoted: Bool
  ) -> Compiled? {
    guard !tokens.isEmpty else { return nil }
    let text =
      scope.filter + "\"" + tokens.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    let words = tokens.joined(separator: " ")
    let name = isPrefix ? words + "*" : isQuoted || tokens.count > 1 ? "“\(words)”" : words
    if isExcluding {
      phraseCount += 1
      return Compiled(expression: text, requirement: .all([]), reading: name)
    }
    if let index = plan.concepts.firstIndex(where: { $0.phraseText == text && $0.entity == nil }) {
      plan.concepts[index].weight += 1
      phraseCount += 1
      return Compiled(expression: text, requirement: .concept(index), reading: name)
    }
    guard admit() else { return nil }
    plan.concepts.append(
      QueryPlan.Concept(
        name: name, phrases: [phraseCount], phraseText: text, entity: nil, tokens: tokens,
        isPrefix: isPrefix, weight: 1, followsPrevious: !plan.concepts.isEmpty))
    phraseCount += 1
    return Compiled(
      expression: text, requirement: .concept(plan.concepts.count - 1), reading: name)
  }

  /// `entity:name`.
  private mutating func entity(named name: String) -> Compiled? {
    guard let position = gazetteer.position(named: name) else {
      plan.notes.append("no entity is called “\(name)”; its words are searched for instead")
      return literal(tokenizer.tokens(of: name), scope: .text, isPrefix: false, isQuoted: true)
    }
    return entity(at: position, typed: [])
  }

  /// An entity as one concept. Words that were typed for it match too, unless they are a common
  /// word in lower case, so that an untagged article is found by its words.
  private mutating func entity(at position: Int, typed: [QueryToken]) -> Compiled? {
    let entity = gazetteer.entities[position]
    let name = "entity \(entity.name)"
    var tokens = typed.map(\.folded)
    if tokens.count == 1, StopWords.english.contains(tokens[0]) { tokens = [] }
    if tokens.count > 1, tokens.allSatisfy({ $0.utf8.count == 1 }) { tokens = [] }
    let words = tokens.isEmpty ? nil : "{body title} : \"" + tokens.joined(separator: " ") + "\""
    let tagged = "entity_terms : \"\(entity.token)\""
    let expression = words.map { "(\(tagged) OR \($0))" } ?? tagged
    let phrase = phraseCount + 1
    if isExcluding {
      phraseCount += words == nil ? 1 : 2
      return Compiled(expression: expression, requirement: .all([]), reading: name)
    }
    if let index = plan.concepts.firstIndex(where: { $0.entity == entity.id }) {
      phraseCount += words == nil ? 1 : 2
      if words != nil { plan.concepts[index].phrases.append(phrase) }
      return Compiled(expression: expression, requirement: .concept(index), reading: name)
    }
    guard admit() else { return nil }
    plan.hasEntity = true
    plan.concepts.append(
      QueryPlan.Concept(
        name: name, phrases: words == nil ? [] : [phrase], phraseText: words ?? "",
        entity: entity.id, tokens: tokens, isPrefix: false, weight: Self.entityWeight,
        followsPrevious: !plan.concepts.isEmpty))
    phraseCount += words == nil ? 1 : 2
    return Compiled(
      expression: expression, requirement: .concept(plan.concepts.count - 1), reading: name)
  }

  private mutating func admit() -> Bool {
    if plan.concepts.count < Self.mostConcepts { return true }
    omitted += 1
    return false
  }
}
