import DatelineCore

/// A context form in an article.
struct ContextHit {
  /// The entity it speaks for.
  var entity: Int32
  /// Its first token, counted through title and body.
  var place: Int32
}

/// A place in an article where forms of the gazetteer stand.
struct Candidate {
  /// The forms, as a range of positions in ``MentionResolver/choices``.
  var firstChoice: Int32
  var choiceCount: Int32
  var firstToken: Int32
  var tokenCount: Int32
  var start: Int32
  var end: Int32
  /// First token, counted through title and body.
  var place: Int32
  /// Hash of the first token.
  var hash: UInt64
  var isTitle: Bool
  /// Whether a word stands before it that stands before places.
  var isLocative: Bool
  /// Whether "'s" stands before it.
  var isPossessed: Bool
  /// Whether a town or state stands for its team.
  var isTeam: Bool

  /// Whether it follows directly, or with "'s" between, on a token counted through the article.
  func isBehind(_ end: Int32) -> Bool { place == end || (isPossessed && place == end + 1) }
}

/// Decides for a whole article which entity each form means; its memory is reused for the next.
///
/// - A surname means who was named in full last before it, else first after.
/// - A form shared by several entities means the first one, unless more speaks for another: two for
///   each mention under another name, one for each context form, six for one of these close by, and
///   for a place twelve where a preposition of place stands before.
/// - A body of a country is not meant right behind the name of another country.
/// - A name that was somebody's surname ("Michael Jordan"), first name or another place ("Jordan,
///   Minnesota") goes on being that, unless a preposition of place or another name of the entity says
///   otherwise. If the gazetteer has the person, that person is meant ("George Washington").
struct MentionResolver {
  /// Forms of all candidates.
  private(set) var choices: [EntityForm] = []
  private(set) var candidates: [Candidate] = []
  var hits: [ContextHit] = []
  /// Words that mean somebody or something else, with the person of the gazetteer, or -1.
  private var surnames: [(hash: UInt64, entity: Int32)] = []
  /// How often words that were somebody's surname stand alone.
  private var bareCounts: [UInt64: Int32] = [:]
  private var lastFullName: [Int32]
  private var firstFullName: [Int32]
  private var support: [Int32]
  private var touched: [Int32] = []
  private let countries: [Bool]
  private let homes: [Int32]

  /// Tokens between a form and what speaks for it close by.
  private static let closeDistance: Int32 = 8

  /// What must speak for a name that is not certain.
  private static let enough: Int32 = 3

  /// Creates a resolver.
  /// - Parameters:
  ///   - countries: for each entity whether it is a country.
  ///   - homes: for each entity the country it belongs to, or -1.
  init(countries: [Bool], homes: [Int32]) {
    self.countries = countries
    self.homes = homes
    let count = countries.count
    lastFullName = Array(repeating: -1, count: count)
    firstFullName = Array(repeating: .max, count: count)
    support = Array(repeating: 0, count: count)
  }

  /// Forgets the article before.
  mutating func begin() {
    choices.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    if !surnames.isEmpty {
      surnames.removeAll(keepingCapacity: true)
      bareCounts.removeAll(keepingCapacity: true)
    }
    for entity in touched {
      lastFullName[Int(entity)] = -1
      firstFullName[Int(entity)] = .max
      support[Int(entity)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Adds a candidate with those of its forms that may be meant: of each entity the best, and of
  /// names, demonyms and stand-ins the best class only.
  mutating func add(
    _ candidate: Candidate, _ forms: ReusableArray<Int32>, _ trie: FormTrie.View
  ) {
    var best = FormClass.surname
    for index in 0..<forms.count {
      let formClass = trie.allForms[Int(forms[index])].formClass
      if formClass.rawValue < best.rawValue { best = formClass }
    }
    let first = choices.count
    for index in 0..<forms.count {
      let form = trie.allForms[Int(forms[index])]
      guard form.formClass == best || form.formClass == .surname || form.formClass == .maybe,
        !hasChoice(of: form.entity, from: first)
      else { continue }
      choices.append(form)
    }
    if choices.count == first { return }
    var candidate = candidate
    candidate.firstChoice = Int32(first)
    candidate.choiceCount = Int32(choices.count - first)
    candidates.append(candidate)
  }

  private func hasChoice(of entity: Int32, from first: Int) -> Bool {
    for index in first..<choices.count where choices[index].entity == entity { return true }
    return false
  }

  /// Notes that a word was somebody's surname, or otherwise no place of the gazetteer.
  /// - Parameter entity: the person, or -1 for somebody who is not in the gazetteer.
  mutating func addSurname(_ hash: UInt64, of entity: Int32 = -1) {
    if let index = surnames.firstIndex(where: { $0.hash == hash }) {
      // Two people share it.
      if surnames[index].entity != entity { surnames[index].entity = -1 }
    } else {
      surnames.append((hash, entity))
    }
  }

  /// Calls `body` with each candidate that is a mention and the form that is meant, in order.
  /// - Parameter keepsSurnames: whether surnames count without a full name.
  mutating func resolve(keepsSurnames: Bool, _ body: (Candidate, EntityForm) -> Void) {
    collectSupport()
    var last: (entity: Int32, end: Int32)?
    for candidate in candidates {
      guard var form = meant(candidate, keepsSurnames) else { continue }
      if isSomebody(candidate, form) {
        guard let person = person(candidate) else { continue }
        form = person
      }
      // "Australian Democrats": another country's body. One token may lie between ("Peru's").
      let home = homes[Int(form.entity)]
      if home >= 0, let last, last.entity != home, isCountry(last.entity),
        candidate.isBehind(last.end)
      {
        continue
      }
      if form.isFullName { lastFullName[Int(form.entity)] = candidate.place }
      last = (form.entity, candidate.place + candidate.tokenCount)
      body(candidate, form)
    }
  }

  private mutating func collectSupport() {
    for candidate in candidates where candidate.choiceCount == 1 {
      let form = choices[Int(candidate.firstChoice)]
      guard form.formClass != .surname, form.formClass != .maybe else { continue }
      let entity = Int(form.entity)
      if support[entity] == 0 { touched.append(form.entity) }
      support[entity] += 2
      if form.isFullName && firstFullName[entity] == .max {
        firstFullName[entity] = candidate.place
      }
    }
    for hit in hits {
      if support[Int(hit.entity)] == 0 { touched.append(hit.entity) }
      support[Int(hit.entity)] += 1
    }
    // A full name among several meanings makes its surname known too.
    for candidate in candidates where candidate.choiceCount > 1 {
      for form in forms(of: candidate) where form.isFullName {
        if firstFullName[Int(form.entity)] == .max {
          firstFullName[Int(form.entity)] = candidate.place
          touched.append(form.entity)
        }
      }
    }
  }

  private func isCountry(_ entity: Int32) -> Bool { countries[Int(entity)] }

  private func forms(of candidate: Candidate) -> ArraySlice<EntityForm> {
    choices[Int(candidate.firstChoice)..<Int(candidate.firstChoice + candidate.choiceCount)]
  }

  private func meant(_ candidate: Candidate, _ keepsSurnames: Bool) -> EntityForm? {
    if candidate.isTeam {
      return forms(of: candidate).first {
        $0.kind == .organisation && ($0.formClass != .maybe || score($0, candidate) >= Self.enough)
      }
    }
    if candidate.choiceCount == 1 {
      let form = choices[Int(candidate.firstChoice)]
      switch form.formClass {
      case .surname:
        return keepsSurnames || firstFullName[Int(form.entity)] != .max ? form : nil
      case .maybe: return score(form, candidate) >= Self.enough ? form : nil
      default: return form
      }
    }
    var known: EntityForm?
    var usual: EntityForm?
    for form in forms(of: candidate) {
      switch form.formClass {
      case .surname: known = moreRecent(form, known)
      case .maybe: break
      default: usual = usual ?? form
      }
    }
    if let known, lastFullName[Int(known.entity)] >= 0 { return known }
    var best = usual
    var bestScore = usual.map { score($0, candidate) } ?? Self.enough - 1
    for form in forms(of: candidate) where form.formClass != .surname {
      let score = score(form, candidate)
      if score > bestScore {
        best = form
        bestScore = score
      }
    }
    if let best { return best }
    guard let known else { return nil }
    return keepsSurnames || firstFullName[Int(known.entity)] != .max ? known : nil
  }

  /// Of two surnames the one whose full name stands last before, else first after.
  private func moreRecent(_ form: EntityForm, _ other: EntityForm?) -> EntityForm {
    guard let other else { return form }
    let left = lastFullName[Int(form.entity)]
    let right = lastFullName[Int(other.entity)]
    if left != right { return left > right ? form : other }
    return firstFullName[Int(form.entity)] < firstFullName[Int(other.entity)] ? form : other
  }

  /// How much speaks for an entity at a candidate.
  private func score(_ form: EntityForm, _ candidate: Candidate) -> Int32 {
    var score = support[Int(form.entity)]
    if isNear(candidate, form.entity) { score += 6 }
    if candidate.isLocative && form.kind == .place { score += 12 }
    return score
  }

  /// Whether a context form of an entity stands close by.
  /// - Complexity: O(log hits): hits are in order of place, and few stand close to one another.
  private func isNear(_ candidate: Candidate, _ entity: Int32) -> Bool {
    let first = candidate.place - Self.closeDistance
    let end = candidate.place + candidate.tokenCount + Self.closeDistance
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].place < first { low = middle + 1 } else { high = middle }
    }
    while low < hits.count, hits[low].place < end {
      if hits[low].entity == entity { return true }
      low += 1
    }
    return false
  }

  /// Whether a name is rather the surname of a person named in full elsewhere in the article.
  private mutating func isSomebody(_ candidate: Candidate, _ form: EntityForm) -> Bool {
    guard !surnames.isEmpty, form.kind == .place || form.formClass == .maybe, form.length == 1,
      !candidate.isLocative,
      surnames.contains(where: { $0.hash == candidate.hash })
    else { return false }
    return support[Int(form.entity)] <= bareMentions(candidate.hash) * 2
  }

  /// The person of the gazetteer whose surname stands at a candidate.
  private func person(_ candidate: Candidate) -> EntityForm? {
    guard let entity = surnames.first(where: { $0.hash == candidate.hash })?.entity, entity >= 0
    else { return nil }
    var form = EntityForm(entity: entity, formClass: .surname, rule: .capitalised, length: 1)
    form.kind = .person
    return form
  }

  private mutating func bareMentions(_ hash: UInt64) -> Int32 {
    if let count = bareCounts[hash] { return count }
    let count = Int32(candidates.count { $0.hash == hash && $0.tokenCount == 1 })
    bareCounts[hash] = count
    return count
  }
}
