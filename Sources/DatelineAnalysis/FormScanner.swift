/// An entity that a phrase rules out before a token.
struct Suppression {
  var entity: Int32
  var end: Int32
}

/// What a look at a token finds beside forms.
struct ScanNotes {
  /// Words that speak for entities, with tokens of the text.
  var hits = ReusableArray<ContextHit>()
  /// Entities that phrases rule out.
  var negatives = ReusableArray<Suppression>()
}

/// Looks at one text's tokens and bytes: where forms stand and what is beside them.
///
/// Borrows memory for the length of one call; nothing here is checked against bounds beyond what the
/// code says.
///
/// Invariant: `spans` has a slot more behind its end (`TokenBuffer.withSpans`), and the ranges of its tokens lie
/// within `bytes`.
struct FormScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let spans: UnsafeBufferPointer<TokenSpan>
  let trie: FormTrie.View
  let cues: CueTable.View
  /// Whether the text is a title, whose words may all begin with capitals.
  let isTitle: Bool

  /// The first token from `index` on with which a form may start; the number of tokens if there is
  /// none.
  @inline(__always)
  func nextStart(from index: Int) -> Int {
    guard let base = spans.baseAddress else { return 0 }
    var index = index
    // The filter reads one token further than there are: see `TokenBuffer.withSpans`.
    while index < spans.count {
      if trie.firstTokens.mayStart(base[index].hash, base[index + 1].hash) { return index }
      index += 1
    }
    return index
  }

  /// A token with which forms begin, and the trie's state behind it.
  struct Start {
    var token: Int32
    var state: UInt32
  }

  /// Tokens that are looked up together.
  private static let startsTogether = 64

  /// Finds the next tokens with which forms begin.
  ///
  /// In three steps, each of which asks for the memory that the next one needs: the trie is larger than the
  /// caches that are near.
  /// - Returns: the token from which on to search next; the number of tokens at the end.
  func findStarts(from first: Int, into starts: inout ReusableArray<Start>) -> Int {
    starts.removeAll()
    var index = nextStart(from: first)
    while index < spans.count, starts.count < Self.startsTogether {
      trie.prefetch(FormTrie.root, spans[index].hash)
      starts.append(Start(token: Int32(truncatingIfNeeded: index), state: FormTrie.root))
      index = nextStart(from: index + 1)
    }
    starts.keep { start in
      guard let state = trie.next(FormTrie.root, spans[Int(start.token)].hash) else { return nil }
      trie.prefetch(at: state)
      // One more can be read behind the last, see `TokenBuffer.withSpans`.
      if let base = spans.baseAddress { trie.prefetch(state, base[Int(start.token) + 1].hash) }
      return Start(token: start.token, state: state)
    }
    return index
  }

  /// The forms with most tokens that start at a token and whose case rules hold.
  /// - Parameters:
  ///   - start: the trie's state behind the token, where it is known.
  ///   - limit: the token before which the forms must end.
  ///   - usesNegatives: whether phrases that are no mentions count as forms.
  ///   - accepted: gets the positions of those forms in the trie.
  ///   - notes: gets every context form and every phrase that is no mention on the way.
  /// - Returns: their number of tokens; 0 when there is none.
  @inline(never)
  func longest(
    at index: Int, _ start: UInt32? = nil, before limit: Int = .max, usesNegatives: Bool = true,
    accepted: inout ReusableArray<Int32>,
    notes: inout ScanNotes
  ) -> Int {
    guard var state = start ?? trie.next(FormTrie.root, spans[index].hash) else { return 0 }
    var length = 0
    var next = index + 1
    while true {
      let forms = trie.forms(at: state)
      if !forms.isEmpty { accept(forms, index, next, usesNegatives, &length, &accepted, &notes) }
      guard next < min(spans.count, limit), isJoined(next),
        let child = trie.next(state, spans[next].hash)
      else { return length }
      state = child
      next += 1
    }
  }

  private func accept(
    _ forms: Range<Int>, _ first: Int, _ end: Int, _ usesNegatives: Bool, _ length: inout Int,
    _ accepted: inout ReusableArray<Int32>, _ notes: inout ScanNotes
  ) {
    var isFirst = true
    for position in forms {
      let form = trie.allForms[position]
      if form.formClass == .negative && !usesNegatives { continue }
      guard holds(form, first, end), form.length == 1 || isUnbroken(form, first, end),
        !(form.isSingleName && isOtherPerson(form, first)),
        !(form.needsCapitals && isSmall(first, end))
      else { continue }
      switch form.formClass {
      case .context:
        notes.hits.append(ContextHit(entity: form.entity, place: Int32(first)))
        continue
      case .negative: notes.negatives.append(Suppression(entity: form.entity, end: Int32(end)))
      default: break
      }
      if isFirst {
        accepted.removeAll()
        isFirst = false
        length = end - first
      }
      accepted.append(Int32(position))
    }
  }

  /// Whether a token may belong to the same phrase as the one before: close by, in the same
  /// paragraph and not behind a mark that no name contains. ``isUnbroken(_:_:_:)`` looks closer once
  /// a form has been found.
  @inline(__always)
  private func isJoined(_ index: Int) -> Bool {
    let start = Int(spans[index - 1].end)
    let end = Int(spans[index].start)
    if end - start == 1, bytes[start] == UInt8(ascii: " ") { return true }
    if end - start > 3 { return false }
    var lines = 0
    for position in start..<end {
      switch bytes[position] {
      case UInt8(ascii: "\n"): lines += 1
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "?"), UInt8(ascii: "!"):
        return false
      default: break
      }
    }
    return lines < 2
  }

  private func holds(_ form: EntityForm, _ first: Int, _ end: Int) -> Bool {
    if form.rule == .any { return true }
    let spelling = trie.spelling(of: form)
    let slice = Int(spans[first].start)..<Int(spans[end - 1].end)
    guard slice.count == spelling.count else { return false }
    var isSame = true
    var hasLower = false
    for (offset, byte) in spelling.enumerated() {
      let other = bytes[slice.lowerBound + offset]
      if other != byte, !(byte == UInt8(ascii: " ") && other == UInt8(ascii: "\n")) {
        isSame = false
      }
      if 0x61...0x7A ~= other { hasLower = true }
    }
    switch form.rule {
    case .any: return true
    case .dotted: return isSame
    case .capitalised: return isSame || !hasLower
    case .acronym: return isSame && !isShouted(first, end)
    }
  }

  /// Whether all letters are small in a text that has capitals, "I" aside; letters beyond ASCII
  /// count as capitals.
  private func isSmall(_ first: Int, _ end: Int) -> Bool {
    for position in Int(spans[first].start)..<Int(spans[end - 1].end)
    where 0x41...0x5A ~= bytes[position] || bytes[position] >= 0x80 {
      return false
    }
    return spans.prefix(200).indices.contains {
      isCapital($0) && spans[$0].end - spans[$0].start > 1
    }
  }

  /// Whether a single name is no name at all (in lower case, a month), or part of somebody else's:
  /// behind another first name ("Jonathan Spicer") or initial, behind what can hardly be anything but
  /// a first name, or a first name before another surname ("Bernie Woodall").
  private func isOtherPerson(_ form: EntityForm, _ index: Int) -> Bool {
    if !isCapital(index) && isLower(index) { return true }
    if form.isFirstName { return isNext(index + 1) && isCapital(index + 1) }
    let cue = cues[spans[index].hash]
    if cue.contains(.month) && isMonth(index) { return true }
    if let initial = initial(before: index), initial != form.initial { return true }
    return isBehindFirstName(index)
      || form.formClass == .surname && isBehindUnknownName(index)
  }

  /// Whether the words around a token are all in capitals, as in an old wire headline, where "US"
  /// and "WHO" may be ordinary words.
  private func isShouted(_ first: Int, _ end: Int) -> Bool {
    var neighbours = 0
    for index in max(0, first - 3)..<min(spans.count, end + 3) where index < first || index >= end {
      var hasLetter = false
      for position in Int(spans[index].start)..<Int(spans[index].end) {
        if 0x61...0x7A ~= bytes[position] { return false }
        if 0x41...0x5A ~= bytes[position] { hasLetter = true }
      }
      if hasLetter && spans[index].end - spans[index].start > 1 { neighbours += 1 }
    }
    return neighbours >= 2
  }
}
