import DatelineCore

/// Is a form that was found part of somebody's or something's longer name?
extension FormScanner {
  /// Whether there is such a token and it begins with a small ASCII letter.
  func isLower(_ token: Int) -> Bool {
    token < spans.count && 0x61...0x7A ~= bytes[Int(spans[token].start)]
  }

  /// Whether there is such a token and it begins with an ASCII capital.
  func isCapital(_ token: Int) -> Bool {
    token < spans.count && 0x41...0x5A ~= bytes[Int(spans[token].start)]
  }

  /// Whether there is such a token and it begins with a digit.
  func isNumber(_ token: Int) -> Bool {
    token < spans.count && 0x30...0x39 ~= bytes[Int(spans[token].start)]
  }

  /// Whether there is such a token, one blank behind the one before.
  func isNext(_ token: Int) -> Bool {
    token > 0 && token < spans.count && spans[token].start - spans[token - 1].end == 1
      && bytes[Int(spans[token - 1].end)] == UInt8(ascii: " ")
  }

  /// Whether there is such a token, behind a dot and a blank.
  private func isNextSentence(_ token: Int) -> Bool {
    guard token > 0, token < spans.count else { return false }
    let gap = Int(spans[token - 1].end)
    return Int(spans[token].start) - gap == 2 && bytes[gap] == UInt8(ascii: ".")
      && bytes[gap + 1] == UInt8(ascii: " ")
  }

  /// Whether a token has a small letter behind its first byte.
  func hasLower(_ token: Int) -> Bool {
    bytes[Int(spans[token].start)..<Int(spans[token].end)].contains { 0x61...0x7A ~= $0 }
  }

  /// Whether a word with a cue precedes a token.
  func isBehind(_ cue: Cue, _ token: Int) -> Bool {
    token > 0 && cues[spans[token - 1].hash].contains(cue)
  }

  /// Whether a dateline begins with tokens: at the beginning of a line, before a bracket or dash, or
  /// in capitals before a comma or a year ("MILAN, Italy", "MILAN 1996-08-25").
  func isDateline(_ first: Int, _ end: Int) -> Bool {
    guard first == 0 || hasLineBreak(before: first) else { return false }
    let stop = Int(spans[end - 1].end)
    guard stop + 1 < bytes.count else { return false }
    if bytes[stop] == UInt8(ascii: " ") {
      let next = bytes[stop + 1]
      if next == UInt8(ascii: "(") || next == UInt8(ascii: "-") || next == 0xE2 { return true }
      return !isTitle && !hasLower(end - 1) && isNumber(end)
        && spans[end].end - spans[end].start == 4
    }
    return !isTitle && bytes[stop] == UInt8(ascii: ",") && !hasLower(end - 1)
  }

  /// Whether "'s" precedes a token.
  func isPossessed(_ token: Int) -> Bool {
    guard isNext(token) else { return false }
    let span = spans[token - 1]
    return span.end - span.start == 1 && bytes[Int(span.start)] | 0x20 == UInt8(ascii: "s")
  }

  /// Whether a token follows a first name, or a first name and an initial ("Vernon E. Jordan").
  func isBehindFirstName(_ index: Int) -> Bool {
    guard index > 0, isCapital(index - 1) else { return false }
    if isNext(index) { return cues[spans[index - 1].hash].contains(.given) }
    return initial(before: index) != nil && isNext(index - 1) && isCapital(index - 2)
      && cues[spans[index - 2].hash].contains(.given)
  }

  /// Whether a surname follows a capitalised word, itself behind a small one, that is no title and
  /// begins no known name ("and Lyndon Johnson").
  func isBehindUnknownName(_ index: Int) -> Bool {
    guard !isTitle, index > 1, isNext(index), isNext(index - 1), isCapital(index - 1),
      isLower(index - 2), spans[index - 1].end - spans[index - 1].start > 2
    else { return false }
    let name = spans[index - 1]
    for byte in bytes[Int(name.start) + 1..<Int(name.end)] where 0x41...0x5A ~= byte {
      return false
    }
    return !cues[name.hash].hasAny(of: .office | .honorific | .abbreviation | .head | .month)
      && trie.next(FormTrie.root, name.hash) == nil
  }

  /// Whether a token follows "Mr" or "Mr.".
  private func isBehindHonorific(_ index: Int) -> Bool {
    index > 0 && isCapital(index - 1) && (isNext(index) || isNextSentence(index))
      && cues[spans[index - 1].hash].contains(.honorific)
  }

  /// The initial before a token ("B. Yeltsin"), a capital letter; that of an acronym is none.
  func initial(before index: Int) -> UInt8? {
    guard index > 0, isNextSentence(index), isCapital(index - 1) else { return nil }
    let span = spans[index - 1]
    guard span.end - span.start == 1 else { return nil }
    if span.start > 0, bytes[Int(span.start) - 1] == UInt8(ascii: ".") { return nil }
    return bytes[Int(span.start)]
  }

  /// The token behind a company's name with what follows of it ("Inc", "& Co").
  func endOfCompany(_ form: EntityForm, _ end: Int) -> Int {
    guard form.kind == .organisation, form.formClass == .name else { return end }
    var end = end
    while isNext(end), isCapital(end), cues[spans[end].hash].contains(.company) { end += 1 }
    return end
  }

  /// Whether a capitalised word that is a month and a name is the month.
  func isMonth(_ index: Int) -> Bool {
    if index > 0, spans[index].start - spans[index - 1].end <= 2 {
      if isNumber(index - 1) || cues[spans[index - 1].hash].contains(.beforeMonth) { return true }
    }
    return index + 1 < spans.count && spans[index + 1].start - spans[index].end <= 2
      && isNumber(index + 1)
  }

  /// Whether what was found at a token is a surname that belongs to a person of another name
  /// ("Michael Jordan", "Denzel Washington"): only for single words.
  func isSurname(_ form: EntityForm, _ index: Int) -> Bool {
    guard form.kind != .person, form.length == 1, form.rule != .acronym else { return false }
    // "George Washington University"
    if isNext(index + 1), isCapital(index + 1), cues[spans[index + 1].hash].contains(.nameEnd) {
      return false
    }
    switch form.formClass {
    case .name, .maybe, .metonym: return isBehindFirstName(index) || isBehindHonorific(index)
    // "Jim French", but not "Carl Lewis American".
    case .demonym: return isBehindFirstName(index) && !(isNext(index - 1) && isCapital(index - 2))
    default: return false
    }
  }

  /// Whether tokens stand in an address of the web or of mail, written small
  /// ("https://www.youtube.com/watch", "news@reuters.com").
  func isInAddress(_ first: Int) -> Bool {
    guard isLower(first) else { return false }
    var index = Int(spans[first].start) - 1
    let end = max(-1, index - 200)
    while index > end, bytes[index] > UInt8(ascii: " ") {
      if bytes[index] == UInt8(ascii: "@") { return true }
      if bytes[index] == UInt8(ascii: "/"), index > 1, bytes[index - 1] == UInt8(ascii: "/"),
        bytes[index - 2] == UInt8(ascii: ":")
      {
        return true
      }
      if bytes[index] == UInt8(ascii: "."), index > 2, bytes[index - 1] | 0x20 == UInt8(ascii: "w"),
        bytes[index - 2] | 0x20 == UInt8(ascii: "w"), bytes[index - 3] | 0x20 == UInt8(ascii: "w")
      {
        return true
      }
      index -= 1
    }
    return false
  }

  /// Whether what was found at tokens is only a part of a name: of a club, company, event, building
  /// and so on.
  /// - Parameter beginsMention: whether another form begins at a token.
  func isInLongerName(
    _ form: EntityForm, _ first: Int, _ end: Int, beginsMention: (Int) -> Bool
  ) -> Bool {
    guard form.kind != .person else { return false }
    if form.kind == .place, isNameStart(before: first) { return true }
    guard isNext(end) || (form.rule == .dotted && isNextSentence(end)),
      isCapital(end) || isNumber(end)
    else { return false }
    guard form.kind == .place || form.formClass == .demonym else { return false }
    // Where all words begin with capitals, those beside no longer belong together visibly: an
    // adjective may belong to an event two words on ("BELGIAN GRAND PRIX").
    if isTitleCase || !(hasLower(first) || hasLower(end)) {
      for token in end..<min(spans.count, form.formClass == .demonym ? end + 3 : end + 1) {
        guard token == end || isNext(token) else { return false }
        if cues[spans[token].hash].contains(.eventEnd) {
          return !(isNext(token + 1) && cues[spans[token + 1].hash].contains(.particle))
        }
      }
      return false
    }
    var token = end
    repeat {
      if cues[spans[token].hash].contains(.nameEnd) { return true }
      if beginsMention(token) { return false }
      token += 1
    } while token < end + 4 && isNext(token) && (isCapital(token) || isNumber(token))
    return false
  }

  /// "University of Chicago", "Bank of China", "CSKA Sofia".
  private func isNameStart(before first: Int) -> Bool {
    guard isNext(first), isCapital(first - 1) || isLower(first - 1) else { return false }
    let cue = cues[spans[first - 1].hash]
    if cue.contains(.club) { return isCapital(first - 1) }
    return cue.contains(.of) && isNext(first - 1) && isCapital(first - 2)
      && cues[spans[first - 2].hash].contains(.nameStart)
  }

  /// Whether most longer words of the title (the first hundred) begin with capitals, as in some headlines.
  var isTitleCase: Bool {
    guard isTitle else { return false }
    var capitals = 0
    var longer = 0
    for token in spans.indices.prefix(100) where spans[token].end - spans[token].start >= 4 {
      longer += 1
      if isCapital(token) { capitals += 1 }
    }
    return capitals * 3 >= longer * 2
  }
}
