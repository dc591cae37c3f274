/// Finds the gazetteer's entities in texts: longest match first, letter case respected.
///
/// One pass over the tokens, one bit read a token where nothing can begin. Not thread-safe: each
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
    /// Whether the text is the article's title.
    package var isTitle: Bool
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

  /// Tokens of the body that count as its lead.
  package static let leadLength = 60

  private let gazetteer: Gazetteer
  private var tokens = TokenBuffer()
  private var accepted: [Int32] = []
  private var found: [Found] = []
  /// For each entity, the token of the last full name in the text under way, or -1.
  private var lastFullName: [Int32]
  private var tally: EntityTally

  /// A form in a text.
  fileprivate struct Found {
    var entity: Int32
    var firstToken: Int32
    var tokenCount: Int32
    var start: Int32
    var end: Int32
    var formClass: FormClass
    var isFullName: Bool
    var isTitle: Bool
  }

  /// Creates a tagger.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    lastFullName = Array(repeating: -1, count: gazetteer.entities.count)
    tally = EntityTally(count: gazetteer.entities.count)
  }

  /// Entities of an article with their mentions, most mentioned first (ties: by position).
  ///
  /// A bare surname counts for the entity whose full name stands last before it, else first after.
  /// - Complexity: O(bytes of title and body).
  package mutating func mentions(title: String, body: String) -> [Mention] {
    resolve(title: title, body: body)
    for form in found {
      let isLead = form.firstToken < Self.leadLength
      tally.add(
        form.entity, tenths: form.formClass.tenths,
        to: form.isTitle ? .title : isLead ? .lead : .body)
    }
    return tally.takeMentions()
  }

  /// Every mention in an article with its place, those of the title first, in order.
  /// - Complexity: O(bytes of title and body).
  package mutating func matches(title: String, body: String) -> [Match] {
    resolve(title: title, body: body)
    return found.map(Match.init)
  }

  /// All forms in a text, surnames included whether or not their full name is there.
  /// - Complexity: O(bytes).
  package mutating func matches(in text: String) -> [Match] {
    found.removeAll(keepingCapacity: true)
    scan(text, isTitle: false)
    return found.map(Match.init)
  }

  /// Fills `found` with the mentions of an article.
  private mutating func resolve(title: String, body: String) {
    found.removeAll(keepingCapacity: true)
    scan(title, isTitle: true)
    scan(body, isTitle: false)
    for form in found where form.isFullName { tally.markNamed(form.entity) }
    found.removeAll { $0.formClass == .surname && !tally.isNamed($0.entity) }
    tally.forgetNames()
  }

  /// Appends the forms of a text to `found`.
  private mutating func scan(_ text: String, isTitle: Bool) {
    var text = text
    text.withUTF8 { bytes in
      tokens.fill(from: bytes)
      let before = found.count
      gazetteer.trie.withView { trie in
        tokens.withSpans { spans in
          let scanner = FormScanner(
            bytes: bytes, spans: spans, trie: trie, firstNames: gazetteer.firstNames)
          find(scanner, isTitle: isTitle)
        }
      }
      for form in found[before...] where form.isFullName { lastFullName[Int(form.entity)] = -1 }
    }
  }

  private mutating func find(_ scanner: FormScanner, isTitle: Bool) {
    var index = 0
    let count = scanner.spans.count
    while true {
      index = scanner.nextStart(from: index)
      if index == count { return }
      let length = scanner.longest(at: index, accepted: &accepted)
      if length == 0 {
        index += 1
        continue
      }
      if let form = choose(scanner.trie) {
        found.append(
          Found(
            entity: form.entity, firstToken: Int32(index), tokenCount: Int32(length),
            start: scanner.spans[index].start, end: scanner.spans[index + length - 1].end,
            formClass: form.formClass, isFullName: form.isFullName, isTitle: isTitle))
        if form.isFullName { lastFullName[Int(form.entity)] = Int32(index) }
      }
      index += length
    }
  }

  /// Among forms of equal length: the surname of who was named in full last, else a name before a
  /// demonym and so on ("Ford" is the company until a person of that name was introduced).
  private func choose(_ trie: FormTrie.View) -> EntityForm? {
    var best: EntityForm?
    var latest: EntityForm?
    var latestToken: Int32 = -2
    for position in accepted {
      let form = trie.allForms[Int(position)]
      // "South Sudan" is no mention of Sudan, and a name all the same.
      if form.formClass == .negative { continue }
      let token = lastFullName[Int(form.entity)]
      if token > latestToken {
        latest = form
        latestToken = token
      }
      if best.map({ form.formClass.rawValue < $0.formClass.rawValue }) ?? true { best = form }
    }
    if let latest, latest.formClass == .surname, latestToken >= 0 { return latest }
    return best
  }
}

extension EntityTagger.Match {
  fileprivate init(_ found: EntityTagger.Found) {
    self.init(
      entity: Int(found.entity), formClass: found.formClass, firstToken: Int(found.firstToken),
      tokenCount: Int(found.tokenCount), range: Int(found.start)..<Int(found.end),
      isTitle: found.isTitle)
  }
}
