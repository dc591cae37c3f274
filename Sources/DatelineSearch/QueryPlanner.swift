import DatelineAnalysis
import DatelineCore
import Foundation

/// Turns a parsed query into an FTS5 expression and the concepts to rank by.
///
/// Only tokens that our own tokenizer cut go into the expression, each in quotes: nothing a user
/// types is ever syntax.
struct QueryPlanner {
  /// Most concepts that one query may have; further words are left out with a remark.
  static let mostConcepts = 200
  /// Deepest nesting of AND, OR, NOT and words side by side. FTS5's parser has a stack of 100 entries,
  /// of which a bracket takes up to three; what is deeper is left out with a remark.
  static let deepestNesting = 24
  /// Most filters of one query; further ones are left out with a remark.
  static let mostFilters = 100

  /// What a plan depends on beside the query.
  struct Settings {
    var match = SearchRequest.Match.auto
    /// Whether the index has the column of CJK terms.
    var hasCJKTerms = true
    /// Weight of an entity beside a word.
    var entityWeight = RankingWeights.Weight.entityWeight.defaultValue
    /// Factors for some entities, by identifier.
    var factors: [String: Double] = [:]
    /// Words of the index for fuzzy words, by how these print.
    var variants: [String: [FuzzyExpansion.Variant]] = [:]
    /// Terms of the index for beginnings of words, by the folded beginning.
    var prefixes: [String: [PrefixExpansion.Form]] = [:]
    /// Whether what answers has the lead as a column of its own, which a file has not.
    var hasLead = false
    /// Whether what is planned is left out of another query: what is a name elsewhere is a word there.
    var isExclusion = false
    /// From when dates such as "last week" are counted.
    var now = Date()
  }

  let gazetteer: Gazetteer
  let settings: Settings
  let tokenizer = Tokenizer()
  var plan = QueryPlan()
  var phraseCount: Int32 = 0
  var omitted = 0
  /// Fuzzy words that were not looked up.
  var unread = 0
  private var omittedFilters = 0
  private var nesting = 0
  private var isTooDeep = false
  var hasNear = false
  /// Whether what is compiled now only excludes: its words are not ranked.
  var isExcluding = false

  /// Whether entities are recognised among words.
  var readsNames: Bool { !isExcluding && !settings.isExclusion }

  private init(gazetteer: Gazetteer, settings: Settings) {
    self.gazetteer = gazetteer
    self.settings = settings
  }

  /// Plans a query.
  static func plan(
    _ query: Query, gazetteer: Gazetteer, settings: Settings = Settings()
  ) -> QueryPlan {
    var planner = QueryPlanner(gazetteer: gazetteer, settings: settings)
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
      plan.positive = joined.expression
      plan.positivePhrases = phraseCount
      if joined.isNested, !hasNear, omitted == 0 { listPhrases() }
      plan.isExpandable =
        compiled.count == 1 && rest.count == 1 && rest[0].isPlain && settings.match != .all
      plan.requirement = joined.requirement
      plan.condition = joined.condition
      if joined.hasExclusion, let rule = joined.rule {
        plan.rule = rule
        plan.hasCondition = true
      }
      readings.append(joined.reading)
    }
    for part in excluded where needsCondition(part) {
      guard let subtracted = planExcluded(part) else { continue }
      plan.subtracted.append(subtracted)
      readings.append("without " + subtracted.reading)
    }
    isExcluding = true
    let negative = excluded.filter { !needsCondition($0) }.compactMap { compile($0, scope: .text) }
    if !negative.isEmpty {
      let joined = join(negative, with: "OR")
      if plan.positive != nil {
        plan.negative = joined.expression
      } else {
        plan.excluded = joined.expression
      }
      readings.append("without " + joined.reading)
    }
    isExcluding = false
    readings.append(contentsOf: ArticleFilter.readings(of: plan.filters))
    addRemarks()
    if readings.isEmpty, query != .everything {
      plan.notes.append("nothing in the query can be searched for")
      plan.positive = nil
    }
    plan.isUnusable =
      readings.isEmpty && !plan.notes.isEmpty && plan.excluded == nil && plan.filters.isEmpty
      && plan.concepts.isEmpty
    plan.reading =
      !readings.isEmpty
      ? readings.joined(separator: ", ") : plan.isUnusable ? "nothing" : "all articles"
  }

  /// Says what was left out because there was too much of it.
  private mutating func addRemarks() {
    if omitted > 0 {
      plan.notes.append("only the first \(Self.mostConcepts) words are used; \(omitted) left out")
    }
    if unread > 0 {
      plan.notes.append(
        "only the first \(FuzzyExpansion.mostFuzzy) fuzzy words are looked up; \(unread) are "
          + "searched for as typed")
    }
    if omittedFilters > 0 {
      plan.notes.append(
        "only the first \(Self.mostFilters) filters are used; \(omittedFilters) left out")
    }
    if isTooDeep {
      plan.notes.append(
        "operators nest too deep; what lies below \(Self.deepestNesting) others is left out")
    }
  }

  /// Puts all phrases side by side before the expression, and reads positions there.
  ///
  /// Of an AND or NOT below an OR, FTS5 does not report the positions in every row that has them: it
  /// depends on the rows that were passed over. Of phrases joined by OR at the top it does.
  private mutating func listPhrases() {
    guard let positive = plan.positive else { return }
    var texts: [String] = []
    for index in plan.concepts.indices {
      let concept = plan.concepts[index]
      let first = Int32(texts.count)
      if !concept.variants.isEmpty {
        texts += concept.variants.map { filter(concept.scope) + "\"" + $0.word + "\"" }
      } else if !concept.prefixForms.isEmpty {
        texts += phrases(concept.tokens, concept.prefixForms, scope: concept.scope)
      } else if !concept.phraseText.isEmpty {
        texts.append(concept.phraseText)
      }
      plan.concepts[index].phrases = Array(first..<Int32(texts.count))
      if let id = concept.entity {
        texts.append(tagged(Entity(id: id, kind: .organisation, name: "")))
      }
    }
    if texts.isEmpty { return }
    plan.positive = "(" + texts.joined(separator: " OR ") + ") AND (\(positive))"
    plan.positivePhrases += Int32(texts.count)
  }

  /// The expression for the articles that are tagged with an entity.
  func tagged(_ entity: Entity) -> String { "entity_terms : \"\(entity.token)\"" }

  /// Takes filters and exclusions out of a part of the top level.
  private mutating func split(_ part: Query, _ rest: inout [Query], _ excluded: inout [Query]) {
    switch part {
    case .filter(let filter, let value): add(filter, value, isNegated: false)
    case .not(.filter(let filter, let value)): add(filter, value, isNegated: true)
    case .not(let query): excluded.append(query)
    case .words(let parts):
      var words: [Query] = []
      for part in parts {
        switch part {
        case .filter, .not: split(part, &rest, &excluded)
        default: words.append(part)
        }
      }
      if !words.isEmpty { rest.append(words.count == 1 ? words[0] : .words(words)) }
    case .field(let field, .and(let parts)) where needsCondition(part):
      split(field, parts, { .and($0) }, &rest, &excluded)
    case .field(let field, .words(let parts)) where needsCondition(part):
      split(field, parts, { .words($0) }, &rest, &excluded)
    default: rest.append(part)
    }
  }

  /// Takes exclusions out of a field that FTS5 does not know: it would exclude what stands elsewhere, too.
  private func split(
    _ field: Query.Field, _ parts: [Query], _ joined: ([Query]) -> Query, _ rest: inout [Query],
    _ excluded: inout [Query]
  ) {
    var inner: [Query] = []
    var negative: [Query] = []
    for part in parts {
      if case .not(let query) = part {
        negative.append(.field(field, query))
      } else {
        inner.append(part)
      }
    }
    if inner.isEmpty || negative.isEmpty {
      rest.append(.field(field, joined(parts)))
    } else {
      rest.append(.field(field, inner.count == 1 ? inner[0] : joined(inner)))
      excluded += negative
    }
  }

  private mutating func add(_ filter: Query.Filter, _ value: String, isNegated: Bool) {
    do throws(ArticleFilter.Problem) {
      let filter = try ArticleFilter.read(
        filter, value, isNegated: isNegated, now: settings.now)
      if plan.filters.contains(filter) { return }
      guard plan.filters.count < Self.mostFilters else {
        omittedFilters += 1
        return
      }
      plan.filters.append(filter)
      if let note = filter.note { plan.notes.append(note) }
    } catch {
      plan.notes.append(error.note)
    }
  }

  enum Scope {
    case text, title, body, lead

    init(_ field: Query.Field) {
      self =
        switch field {
        case .title: .title
        case .body: .body
        case .lead: .lead
        }
    }
  }

  /// The FTS5 column filter of a scope. Among the CJK terms are the words of other scripts that are
  /// written without a space beside CJK ones.
  func filter(_ scope: Scope) -> String {
    switch scope {
    case .text: settings.hasCJKTerms ? "{body title cjk_terms} : " : "{body title} : "
    case .title: "title : "
    case .body: "body : "
    case .lead: settings.hasLead ? "lead : " : "body : "
    }
  }

  /// Whether FTS5 finds more than is meant there.
  func isChecked(_ scope: Scope) -> Bool { scope == .lead && !settings.hasLead }

  mutating func compile(_ query: Query, scope: Scope) -> Compiled? {
    let levels = query.levels
    guard nesting + levels <= Self.deepestNesting else {
      isTooDeep = true
      return nil
    }
    nesting += levels
    defer { nesting -= levels }
    return compileInside(query, scope: scope)
  }

  private mutating func compileInside(_ query: Query, scope: Scope) -> Compiled? {
    switch query {
    case .word, .words, .required:
      let parts: [Query]
      if case .words(let inner) = query { parts = inner } else { parts = [query] }
      return compileWords(parts, scope: scope)
    case .phrase(let text):
      return literal(tokenizer.tokens(of: text), scope: scope, isPrefix: false, isQuoted: true)
    case .prefix(let text):
      return literal(tokenizer.tokens(of: text), scope: scope, isPrefix: true, isQuoted: false)
    case .fuzzy(let text, _):
      let known = settings.variants[query.description]
      if known == nil { unread += 1 }
      let variants = known ?? []
      if variants.count > 1 { return fuzzy(variants, scope: scope) }
      return literal(
        tokenizer.tokens(of: variants.first?.word ?? text), scope: scope, isPrefix: false,
        isQuoted: true)
    case .exact(let text):
      return literal(
        tokenizer.tokens(of: text), scope: scope, isPrefix: false, isQuoted: true,
        exact: ExactForm(text))
    case .phrasePrefix(let text):
      return literal(tokenizer.tokens(of: text), scope: scope, isPrefix: true, isQuoted: true)
    case .near(let parts, let distance):
      return near(parts.map { tokenizer.tokens(of: $0) }, distance, scope: scope)
    case .entity(let name, let kind):
      return entity(named: name, kind: kind)
    case .filter(let filter, let value):
      add(filter, value, isNegated: isExcluding)
      plan.notes.append("\(query) applies to the whole query")
      return nil
    case .field(let field, let inner):
      return compile(inner, scope: Scope(field)).map {
        var compiled = $0
        compiled.reading = field.rawValue + " " + $0.reading
        return compiled
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
}

extension Query {
  /// Whether it is made of nothing but words and names.
  fileprivate var isPlain: Bool {
    switch self {
    case .word, .entity: true
    case .words(let parts): parts.allSatisfy(\.isPlain)
    default: false
    }
  }

  /// Brackets in the FTS5 expression that it may stand for, those of its parts aside.
  fileprivate var levels: Int {
    func has(_ parts: [Query], _ isMeant: (Query) -> Bool) -> Int {
      parts.contains(where: isMeant) ? 1 : 0
    }
    return switch self {
    case .words(let parts):
      1 + has(parts) { if case .not = $0 { true } else { false } }
        + has(parts) { if case .required = $0 { true } else { false } }
    case .and(let parts): 1 + has(parts) { if case .not = $0 { true } else { false } }
    case .or: 1
    default: 0
    }
  }
}
