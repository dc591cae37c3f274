import DatelineCore

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
  package var occurrences: [Occurrence] {
    found.map { Occurrence(entity: $0.entity, isTitle: $0.isTitle, range: $0.range) }
  }

  /// Tokens between the last of the title and the first of the body, so that they are not close.
  private static let partDistance = 100

  private let gazetteer: Gazetteer
  private var titleTokens = TokenBuffer()
  private var tokens = TokenBuffer()
  private var accepted = ReusableArray<Int32>()
  private var starts = ReusableArray<FormScanner.Start>()
  /// Entities that are not meant before a token, from longer phrases under way.
  private var suppressed = ReusableArray<Suppression>()
  private var notes = ScanNotes()
  private var resolver: MentionResolver
  private var found: [Match] = []
  private var tally: EntityTally

  /// Creates a tagger.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    resolver = MentionResolver(countries: gazetteer.countries, homes: gazetteer.homes)
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
        Int32(form.entity), tenths: form.formClass.tenths,
        to: form.isTitle ? .title : isLead ? .lead : .body)
    }
    return tally.takeMentions()
  }

  /// Every mention in an article with its place, those of the title first, in order.
  /// - Complexity: O(bytes of title and body).
  package mutating func matches(title: String, body: String) -> [Match] {
    resolve(title: title, body: body)
    return found
  }

  /// All forms in a text, surnames included whether or not their full name is there.
  /// - Complexity: O(bytes).
  package mutating func matches(in text: String) -> [Match] {
    resolver.begin()
    _ = scan(text, isTitle: false, offset: 0)
    collect(keepsSurnames: true)
    return found
  }

  /// Fills `found` with the mentions of an article.
  private mutating func resolve(title: String, body: String) {
    resolver.begin()
    swap(&titleTokens, &tokens)
    let length = scan(title, isTitle: true, offset: 0)
    swap(&titleTokens, &tokens)
    _ = scan(body, isTitle: false, offset: length + Self.partDistance)
    collect(keepsSurnames: false)
  }

  private mutating func collect(keepsSurnames: Bool) {
    found.removeAll(keepingCapacity: true)
    resolver.resolve(keepsSurnames: keepsSurnames) { candidate, form in
      found.append(
        Match(
          entity: Int(form.entity), formClass: form.formClass == .maybe ? .name : form.formClass,
          firstToken: Int(candidate.firstToken), tokenCount: Int(candidate.tokenCount),
          range: Int(candidate.start)..<Int(candidate.end), isTitle: candidate.isTitle))
    }
  }

  /// Calls `body` with the tokens of the title and the body of the last article.
  package func withTokens(
    _ body: (
      _ title: UnsafeBufferPointer<TokenSpan>, _ body: UnsafeBufferPointer<TokenSpan>
    ) -> Void
  ) {
    titleTokens.withSpans { title in tokens.withSpans { body(title, $0) } }
  }

  /// Hands the forms of a text to the resolver.
  /// - Returns: the number of tokens.
  private mutating func scan(_ text: String, isTitle: Bool, offset: Int) -> Int {
    var text = text
    text.withUTF8 { bytes in
      tokens.fill(from: bytes)
      if gazetteer.entities.isEmpty { return }
      gazetteer.trie.withView { trie in
        gazetteer.cues.withView { cues in
          tokens.withSpans { spans in
            let scanner = FormScanner(
              bytes: bytes, spans: spans, trie: trie, cues: cues, isTitle: isTitle)
            find(scanner, offset: Int32(offset))
          }
        }
      }
    }
    return tokens.count
  }

  private mutating func find(_ scanner: FormScanner, offset: Int32) {
    suppressed.removeAll()
    var index = 0
    /// Token behind the last form.
    var lastEnd = -1
    var searched = 0
    while searched < scanner.spans.count {
      searched = scanner.findStarts(from: max(index, searched), into: &starts)
      for number in 0..<starts.count where Int(starts[number].token) >= index {
        index = Int(starts[number].token)
        look(scanner, starts[number].state, &index, &lastEnd, offset)
      }
    }
  }

  /// Looks at a token with which forms begin, and goes to the next one to be looked at.
  /// - Parameters:
  ///   - state: of the trie, behind the token.
  ///   - lastEnd: token behind the last form.
  @inline(__always)
  private mutating func look(
    _ scanner: FormScanner, _ state: UInt32, _ index: inout Int, _ lastEnd: inout Int,
    _ offset: Int32
  ) {
    var length = forms(scanner, index, state, offset)
    if length > 0, leading(scanner.trie).formClass == .negative {
      // "Peru's Congress" is not the one in Washington, but Peru is meant.
      for index in 0..<notes.negatives.count { suppressed.append(notes.negatives[index]) }
      length = scanner.longest(
        at: index, usesNegatives: false, accepted: &accepted, notes: &notes)
    }
    if length == 0 || !suppressed.isEmpty && isSuppressed(scanner, index) {
      index += 1
      return
    }
    var end = index + length
    let form = leading(scanner.trie)
    if form.formClass == .credit {
      index = endOfCredits(scanner, from: index) ?? end
      return
    }
    if lastEnd != index, scanner.isSurname(form, index) {
      resolver.addSurname(scanner.spans[index].hash)
    } else if scanner.isGivenName(form, index) || scanner.isTown(form, index, end) {
      resolver.addSurname(scanner.spans[index].hash)
    } else if !scanner.isInAddress(index), !scanner.isCredit(form, index, end),
      !isInLongerName(scanner, form, index, end)
    {
      if let surname = scanner.placeSurname(form, end) {
        resolver.addSurname(surname, of: form.entity)
      }
      addPlace(scanner, form, index, end, offset)
      end = scanner.endOfCompany(form, end)
      resolver.add(candidate(scanner, form, index, end, offset), accepted, scanner.trie)
    }
    index = end
    lastEnd = end
  }

  private func candidate(
    _ scanner: FormScanner, _ form: EntityForm, _ index: Int, _ end: Int, _ offset: Int32
  ) -> Candidate {
    let hasInitial = form.isSingleName && scanner.initial(before: index) != nil
    let first = hasInitial ? index - 1 : index
    return Candidate(
      firstChoice: 0, choiceCount: 0, firstToken: Int32(first), tokenCount: Int32(end - first),
      start: scanner.spans[first].start, end: scanner.spans[end - 1].end,
      place: offset + Int32(first), hash: scanner.spans[index].hash, isTitle: scanner.isTitle,
      isLocative: scanner.isBehind(.locative, index) || scanner.isDateline(index, end),
      isPossessed: scanner.isPossessed(index),
      isTeam: scanner.isScore(form, index, end))
  }

  /// Adds the country within a longer name: of a body that goes on in small letters ("Turkish central
  /// bank"), of a possessor ("Italy's Democratic Party"), before a person ("Saudi King Abdullah").
  /// `accepted` stays as it is.
  private mutating func addPlace(
    _ scanner: FormScanner, _ form: EntityForm, _ index: Int, _ end: Int, _ offset: Int32
  ) {
    guard form.kind != .place, form.length > 1, form.formClass == .name else { return }
    var within = ReusableArray<Int32>()
    var notes = ScanNotes()
    let length = scanner.longest(
      at: index, before: end - 1, usesNegatives: false, accepted: &within, notes: &notes)
    guard length > 0 else { return }
    within.keep {
      let place = scanner.trie.allForms[Int($0)]
      return place.role.contains(.country) && place.formClass.rawValue <= FormClass.demonym.rawValue
    }
    if within.isEmpty { return }
    let place = scanner.trie.allForms[Int(within[0])]
    let isNamed =
      scanner.isPossessed(index + length + 1)
      || (form.kind == .person
        ? place.formClass == .demonym
        : scanner.isLower(end - 1)
          && scanner.cues[scanner.spans[end - 1].hash].contains(.state))
    guard isNamed else { return }
    resolver.add(candidate(scanner, place, index, index + length, offset), within, scanner.trie)
  }

  /// Takes forms of entities out of `accepted` that are not meant at a token, and with them those
  /// of namesakes ("Washington Mutual" is neither).
  /// - Returns: whether none is left.
  private mutating func isSuppressed(_ scanner: FormScanner, _ index: Int) -> Bool {
    suppressed.keep { $0.end > Int32(index) }
    if suppressed.isEmpty { return false }
    var isOne = false
    accepted.keep { position in
      let form = scanner.trie.allForms[Int(position)]
      guard suppressed.contains(where: { $0.entity == form.entity }) else { return true }
      // "Booker T. Washington": the phrase has said that this is no place.
      if scanner.isSurname(form, index) || scanner.initial(before: index) != nil
        || scanner.isTown(form, index, index + 1)
      {
        resolver.addSurname(scanner.spans[index].hash)
      }
      isOne = true
      return false
    }
    if isOne { accepted.keep { scanner.trie.allForms[Int($0)].formClass != .maybe } }
    return accepted.isEmpty
  }

  /// Of the accepted forms the one of the best class.
  private func leading(_ trie: FormTrie.View) -> EntityForm {
    var best = trie.allForms[Int(accepted[0])]
    for index in 1..<max(1, accepted.count) {
      let form = trie.allForms[Int(accepted[index])]
      if form.formClass.rawValue < best.formClass.rawValue { best = form }
    }
    return best
  }

  /// The forms at a token into `accepted`; returns their number of tokens.
  private mutating func forms(
    _ scanner: FormScanner, _ index: Int, _ state: UInt32, _ offset: Int32
  ) -> Int {
    notes.hits.removeAll()
    notes.negatives.removeAll()
    let length = scanner.longest(at: index, state, accepted: &accepted, notes: &notes)
    for index in 0..<notes.hits.count {
      let hit = notes.hits[index]
      resolver.hits.append(ContextHit(entity: hit.entity, place: hit.place + offset))
    }
    return length
  }

  private func isInLongerName(
    _ scanner: FormScanner, _ form: EntityForm, _ first: Int, _ end: Int
  ) -> Bool {
    scanner.isInLongerName(form, first, end) { token in
      var accepted = ReusableArray<Int32>()
      var notes = ScanNotes()
      return scanner.longest(
        at: token, usesNegatives: false, accepted: &accepted, notes: &notes) > 0
    }
  }

  /// The first token behind a list of reporters, if one begins at a token.
  private func endOfCredits(_ scanner: FormScanner, from first: Int) -> Int? {
    guard let end = scanner.endOfCredits(from: first) else { return nil }
    var token = first
    while token < scanner.spans.count, scanner.spans[token].start < end { token += 1 }
    return token
  }
}
