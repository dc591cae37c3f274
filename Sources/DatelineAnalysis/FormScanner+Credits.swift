import DatelineCore

/// Is a name only that of who wrote or delivered the article?
extension FormScanner {
  /// Tokens of a body in which a dateline may stand.
  private static let datelineLength = 40

  /// Whether an organisation delivers the article or a part of it: "(Reuters) -" or "- Reuters -"
  /// behind the place of a dateline, "(Reuters)" or "- Reuters" at the end of a line, "Name, Reuters"
  /// in a byline, "REUTERS/Name" under a picture, "Associated Press writer Name contributed to this
  /// report". "for Reuters" in a list of reporters is passed over with the list.
  func isCredit(_ form: EntityForm, _ first: Int, _ end: Int) -> Bool {
    guard form.kind == .organisation, form.formClass == .name || form.formClass == .maybe else {
      return false
    }
    let start = Int(spans[first].start)
    let stop = Int(spans[end - 1].end)
    let isNearTop = first < Self.datelineLength
    let isAgency = form.role.contains(.agency)
    if start > 0, bytes[start - 1] == UInt8(ascii: "("), let close = closingBracket(from: stop) {
      let after = skipBlanks(from: close + 1)
      let isBeforeDash = dashWidth(at: after) > 0
      // A medium's department may follow its name ("Reuters Health").
      if isNearTop && isBeforeDash { return close == stop || isAgency }
      return isAgency && close == stop && (isLineEnd(after) || isBeforeDash)
    }
    return isAgency && isAgencyCredit(first, end, start: start, stop: stop)
  }

  private func isAgencyCredit(_ first: Int, _ end: Int, start: Int, stop: Int) -> Bool {
    // "REUTERS/Jim Young", "Getty Images/AFP"
    if stop < bytes.count, bytes[stop] == UInt8(ascii: "/"), end < spans.count, isCapital(end),
      Int(spans[end].start) == stop + 1
    {
      return true
    }
    if start > 0, bytes[start - 1] == UInt8(ascii: "/"), first > 0, !isLower(first - 1) {
      return true
    }
    let after = skipDots(from: stop)
    if isBehindDash(start) {
      if isLineEnd(after) || (first < Self.datelineLength && dashWidth(at: after) > 0) {
        return true
      }
    }
    if isLineEnd(after) && isByline(first) { return true }
    return contains("contributed to this", after: stop, within: 160)
      || contains("Copyright", after: max(0, start - 24), within: 20)
      || contains("\u{A9}", after: max(0, start - 14), within: 12)
  }

  /// Whether the line with a token begins with "By" and is short.
  private func isByline(_ index: Int) -> Bool {
    var first = index
    while first > max(0, index - 8), !hasLineBreak(before: first) { first -= 1 }
    guard first == 0 || hasLineBreak(before: first) else { return false }
    let start = Int(spans[first].start)
    return spans[first].end - spans[first].start == 2 && bytes[start] == UInt8(ascii: "B")
      && bytes[start + 1] | 0x20 == UInt8(ascii: "y")
  }

  /// Whether words stand in the bytes behind a place, on its line.
  private func contains(_ words: StaticString, after start: Int, within length: Int) -> Bool {
    words.withUTF8Buffer { words in
      let last = min(bytes.count, start + length) - words.count
      var index = start
      while index <= last, bytes[index] != UInt8(ascii: "\n") {
        if bytes[index] == words[0],
          UnsafeBufferPointer(rebasing: bytes[index..<index + words.count]).elementsEqual(words)
        {
          return true
        }
        index += 1
      }
      return false
    }
  }

  /// The bracket that closes within two words.
  private func closingBracket(from stop: Int) -> Int? {
    var index = stop
    while index < min(bytes.count, stop + 20), bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: ")") { return index }
      index += 1
    }
    return nil
  }

  /// Where a list of reporters or editors ends that begins at a token: behind its bracket, or with
  /// its line. `nil` if the words stand in a sentence.
  func endOfCredits(from first: Int) -> Int? {
    let start = Int(spans[first].start)
    guard isCapital(first) else { return nil }
    let isBracketed = start > 0 && bytes[start - 1] == UInt8(ascii: "(")
    guard isBracketed || isBehindSeparator(start) else { return nil }
    var index = Int(spans[first].end)
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if isBracketed && bytes[index] == UInt8(ascii: ")") { break }
      index += 1
    }
    return index
  }

  /// Whether a line or a part of a credit begins at a byte.
  private func isBehindSeparator(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, bytes[index] == UInt8(ascii: " ") { index -= 1 }
    return index < 0 || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: ";")
      || bytes[index] == UInt8(ascii: "(")
  }

  private func skipBlanks(from index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  private func skipDots(from index: Int) -> Int {
    var index = index
    while index < bytes.count,
      bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: " ")
    {
      index += 1
    }
    return index
  }

  private func isLineEnd(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == UInt8(ascii: "\n")
  }

  /// Bytes of the dash at a byte (-, –, —, also doubled), or 0.
  private func dashWidth(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == UInt8(ascii: "-") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 ? 3 : 0
  }

  /// Whether a dash with a blank behind it precedes a byte.
  private func isBehindDash(_ start: Int) -> Bool {
    guard start >= 2, bytes[start - 1] == UInt8(ascii: " ") else { return false }
    return dashWidth(at: start - 2) == 1 || (start >= 4 && dashWidth(at: start - 4) == 3)
  }
}
