/// Finds the gazetteer's entities in texts: longest match first, letter case respected.
///
/// One pass over the tokens, one hash look-up a token where nothing matches. Not thread-safe: each
/// worker has its own, for the scratch space; the gazetteer is shared.
package struct EntityTagger {
  /// An entity named in a text.
  package struct Match: Sendable, Equatable {
    /// Position in ``Gazetteer/entities``.
    package var entity: Int
    /// How it is named.
    package var formClass: FormClass
    /// First token of the form.
    package var firstToken: Int
    /// Tokens of the form.
    package var tokenCount: Int
    /// Byte range in the text.
    package var range: Range<Int>
    var isFullName: Bool
  }

  /// Mentions of one entity in one article; weights are in tenths of a mention by name, see
  /// ``FormClass/tenths``.
  package struct Mention: Sendable, Equatable {
    /// Position in ``Gazetteer/entities``.
    package var entity: Int
    /// Number of mentions in title and body.
    package var count: Int
    /// Weight of the mentions in the title.
    package var title: Int
    /// Weight of the mentions in the first ``leadLength`` tokens of the body.
    package var lead: Int
    /// Weight of the mentions in the rest of the body.
    package var body: Int
  }

  /// A place at which an entity is mentioned.
  package struct Occurrence: Sendable, Equatable {
    /// Position in ``Gazetteer/entities``.
    package var entity: Int
    /// Whether it stands in the title.
    package var isTitle: Bool
    /// Byte range in title or body.
    package var range: Range<Int>
  }

  /// Tokens of the body that count as its lead.
  package static let leadLength = 60

  /// The places that the last call of ``mentions(title:body:)`` counted, those of the title first,
  /// each part in order of the text.
  package private(set) var occurrences: [Occurrence] = []

  private let gazetteer: Gazetteer
  private let tokenizer = Tokenizer()
  private var folded: [UInt8] = []
  private var spans: [TokenSpan] = []

  /// Creates a tagger.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// Entities of an article with their mentions, most mentioned first (ties: by position).
  ///
  /// A bare surname counts for the entity whose full name stands last before it, else first after.
  /// - Complexity: O(bytes of title and body).
  package mutating func mentions(title: String, body: String) -> [Mention] {
    occurrences.removeAll(keepingCapacity: true)
    let titleMatches = matches(in: title)
    let bodyMatches = matches(in: body)
    if titleMatches.isEmpty && bodyMatches.isEmpty { return [] }
    let titled = titleMatches.map { ($0, true) }
    let all = titled + bodyMatches.map { ($0, false) }
    let fullNames = Set(all.lazy.filter(\.0.isFullName).map(\.0.entity))
    var byEntity: [Int: Mention] = [:]
    for (match, isTitle) in all {
      if match.formClass == .surname && !fullNames.contains(match.entity) { continue }
      var mention =
        byEntity[match.entity]
        ?? Mention(entity: match.entity, count: 0, title: 0, lead: 0, body: 0)
      mention.count += 1
      occurrences.append(
        Occurrence(entity: match.entity, isTitle: isTitle, range: match.range))
      let tenths = match.formClass.tenths
      if isTitle {
        mention.title += tenths
      } else if match.firstToken < Self.leadLength {
        mention.lead += tenths
      } else {
        mention.body += tenths
      }
      byEntity[match.entity] = mention
    }
    return byEntity.values.sorted {
      let left = $0.title + $0.lead + $0.body
      let right = $1.title + $1.lead + $1.body
      return left != right ? left > right : $0.entity < $1.entity
    }
  }

  /// All forms in a text, surnames included whether or not their full name is there.
  /// - Complexity: O(bytes).
  package mutating func matches(in text: String) -> [Match] {
    var text = text
    return text.withUTF8 { bytes in
      spans.removeAll(keepingCapacity: true)
      tokenizer.forEachToken(in: bytes, folded: &folded) { token, start, end in
        spans.append(
          TokenSpan(hash: TokenSpan.hash(of: token), start: Int32(start), end: Int32(end)))
      }
      return matches(in: bytes)
    }
  }

  private func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    var result: [Match] = []
    var lastFullName: [Int: Int] = [:]
    var index = 0
    while index < spans.count {
      guard gazetteer.trie.mayStart(spans[index].hash),
        let (forms, length) = longest(at: index, bytes)
      else {
        index += 1
        continue
      }
      if let form = choose(forms, lastFullName) {
        let range = Int(spans[index].start)..<Int(spans[index + length - 1].end)
        let entity = Int(form.entity)
        result.append(
          Match(
            entity: entity, formClass: form.formClass, firstToken: index, tokenCount: length,
            range: range, isFullName: form.isFullName))
        if form.isFullName { lastFullName[entity] = index }
      }
      index += length
    }
    return result
  }

  /// The forms with most tokens that start at a token and whose case rule holds.
  private func longest(
    at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (forms: [EntityForm], length: Int)? {
    var state = FormTrie.root
    var best: ([EntityForm], Int)?
    var next = index
    while next < spans.count {
      if next > index, !isJoined(next, bytes) { break }
      guard let child = gazetteer.trie.next(state, spans[next].hash) else { break }
      state = child
      next += 1
      let forms = gazetteer.trie.forms(at: state).filter {
        holds($0.rule, index, next, bytes) && !($0.isSingleName && isOtherPerson($0, index, bytes))
      }
      if !forms.isEmpty { best = (forms, next - index) }
    }
    return best
  }

  /// Among forms of equal length: the surname of who was named in full last, else a name before a
  /// demonym and so on ("Ford" is the company until a person of that name was introduced).
  private func choose(_ forms: [EntityForm], _ lastFullName: [Int: Int]) -> EntityForm? {
    if forms.contains(where: { $0.formClass == .negative }) { return nil }
    func lastNamed(_ form: EntityForm) -> Int { lastFullName[Int(form.entity)] ?? -1 }
    let latest = forms.max { lastNamed($0) < lastNamed($1) }
    if let latest, latest.formClass == .surname, lastNamed(latest) >= 0 { return latest }
    return forms.min { $0.formClass.rawValue < $1.formClass.rawValue }
  }

  /// Whether a token belongs to the same phrase as the one before: close by, on the same line and
  /// not in the next sentence.
  private func isJoined(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let gap = Int(spans[index - 1].end)..<Int(spans[index].start)
    if gap.count > 3 { return false }
    for position in gap {
      switch bytes[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "!"):
        return false
      default: break
      }
    }
    return true
  }

  private func holds(
    _ rule: CaseRule, _ first: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let slice = bytes[Int(spans[first].start)..<Int(spans[end - 1].end)]
    switch rule {
    case .any: return true
    case .dotted(let form): return slice.elementsEqual(form)
    case .capitalised(let form):
      if slice.elementsEqual(form) { return true }
      return slice.count == form.count && !slice.contains { (0x61...0x7A).contains($0) }
    case .acronym(let form):
      return slice.elementsEqual(form) && !isShouted(first, end, bytes)
    }
  }

  /// Whether a single name is no name at all (in lower case), or part of somebody else's: behind
  /// another first name ("Jonathan Spicer"), or a first name before another surname ("Bernie
  /// Woodall").
  private func isOtherPerson(
    _ form: EntityForm, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func isLower(_ token: Int) -> Bool { (0x61...0x7A).contains(bytes[Int(spans[token].start)]) }
    func isCapital(_ token: Int) -> Bool { (0x41...0x5A).contains(bytes[Int(spans[token].start)]) }
    func isNext(_ token: Int) -> Bool {
      spans[token].start - spans[token - 1].end == 1
        && bytes[Int(spans[token - 1].end)] == UInt8(ascii: " ")
    }
    if isLower(index) { return true }
    if form.isFirstName {
      return index + 1 < spans.count && isNext(index + 1) && isCapital(index + 1)
    }
    return index > 0 && isNext(index) && isCapital(index - 1)
      && gazetteer.firstNames.contains(spans[index - 1].hash)
  }

  /// Whether the words around a token are all in capitals, as in an old wire headline, where "US"
  /// and "WHO" may be ordinary words.
  private func isShouted(
    _ first: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var neighbours = 0
    for index in max(0, first - 3)..<min(spans.count, end + 3) where index < first || index >= end {
      var hasLetter = false
      for position in Int(spans[index].start)..<Int(spans[index].end) {
        if (0x61...0x7A).contains(bytes[position]) { return false }
        if (0x41...0x5A).contains(bytes[position]) { hasLetter = true }
      }
      if hasLetter && spans[index].end - spans[index].start > 1 { neighbours += 1 }
    }
    return neighbours >= 2
  }
}
