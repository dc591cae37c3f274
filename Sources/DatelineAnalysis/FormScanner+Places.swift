import DatelineCore

/// Does the name of a place mean a person or another place?
extension FormScanner {
  /// Tokens to each side in which an ordinary word is looked for.
  private static let wordDistance = 400

  /// Whether the name of a place is somebody's first name ("Chad Smith"): before a capitalised word
  /// that is no office and no head of a name, nor an ordinary word of the text, and not
  /// behind an article ("the Georgia Project").
  func isGivenName(_ form: EntityForm, _ first: Int) -> Bool {
    guard form.kind == .place, form.length == 1, cues[spans[first].hash].contains(.givenPlace),
      isNext(first + 1), isCapital(first + 1), !isTitleCase, hasLower(first), hasLower(first + 1),
      !cues[spans[first + 1].hash].hasAny(
        of: .office | .nameEnd | .head | .state | .player | .company | .honorific)
    else { return false }
    // "pro-Israel Washington Institute"
    if spans[first].start > 0, bytes[Int(spans[first].start) - 1] == UInt8(ascii: "-") {
      return false
    }
    if first > 0, isNext(first), cues[spans[first - 1].hash].contains(.article) { return false }
    let surname = spans[first + 1].hash
    // "the ambassador to Israel David Friedman"
    if cues[surname].contains(.given), isNext(first + 2), isCapital(first + 2) { return false }
    let around = max(0, first - Self.wordDistance)..<min(spans.count, first + Self.wordDistance)
    return !around.contains { spans[$0].hash == surname && isLower($0) }
  }

  /// Whether the name of a country or its capital stands before the state of a town of that name
  /// ("Jordan, Minnesota"), not in a list of places ("Mexico, Texas and Arizona").
  func isTown(_ form: EntityForm, _ first: Int, _ end: Int) -> Bool {
    guard form.kind == .place, form.length == 1, form.role.contains(.country),
      form.formClass == .name || form.formClass == .metonym, isBehindComma(end)
    else { return false }
    let behind = end + regionLength(at: end)
    if behind == end || isBehindComma(first) && isCapital(first - 1) { return false }
    // "the White House, Kentucky Sen. Paul", "in Washington, New York, Philadelphia"
    guard isNext(behind) || isBehindComma(behind) else { return true }
    return !isCapital(behind) && !cues[spans[behind].hash].contains(.conjunction)
  }

  /// Whether there is such a token, behind a comma and a blank.
  private func isBehindComma(_ token: Int) -> Bool {
    guard token > 0, token < spans.count else { return false }
    let gap = Int(spans[token - 1].end)
    return Int(spans[token].start) - gap == 2 && bytes[gap] == UInt8(ascii: ",")
      && bytes[gap + 1] == UInt8(ascii: " ")
  }

  /// Tokens of the state or province that begins at a token; 0 when there is none.
  private func regionLength(at token: Int) -> Int {
    guard isCapital(token) else { return 0 }
    if cues[spans[token].hash].contains(.region) { return 1 }
    guard isCapital(token + 1) else { return 0 }
    if isNext(token + 1), cues[spans[token].hash].contains(.regionStart),
      cues[spans[token + 1].hash].contains(.regionEnd)
    {
      return 2
    }
    // "N.Y."
    let start = Int(spans[token].start)
    return spans[token].end - spans[token].start == 1
      && spans[token + 1].end - spans[token + 1].start == 1
      && Int(spans[token + 1].start) == start + 2 && bytes[start + 1] == UInt8(ascii: ".")
      && [UInt8(ascii: "N"), UInt8(ascii: "S"), UInt8(ascii: "W")].contains(bytes[start]) ? 2 : 0
  }

  /// The surname with which a full name ends, when a place bears it too ("George Washington").
  func placeSurname(_ form: EntityForm, _ end: Int) -> UInt64? {
    guard form.kind == .person, form.isFullName, !cues[spans[end - 2].hash].contains(.of)
    else { return nil }
    let hash = spans[end - 1].hash
    guard let state = trie.next(FormTrie.root, hash) else { return nil }
    var isPlace = false
    for position in trie.forms(at: state) {
      let other = trie.allForms[position]
      if other.entity == form.entity { return nil }
      if other.kind == .place, other.formClass.tenths > 0 { isPlace = true }
    }
    return isPlace ? hash : nil
  }
}
