import DatelineCore

/// Is a name only that of who wrote or delivered the article?
extension FormScanner {
  /// Tokens of a body in which a dateline may stand.
  private static let datelineLength = 40

  /// Whether an organisation delivers the article or a part of it: "(Reuters) -" behind the place
  /// of a dateline, "(Reuters)" or "- Reuters" at the end of a line, "REUTERS/Name" under a picture,
  /// "for Reuters" in a list of reporters is passed over with the list.
  func isCredit(_ form: EntityForm, _ first: Int, _ end: Int) -> Bool {
    guard form.kind == .organisation, form.formClass == .name || form.formClass == .maybe else {
      return false
    }
    let start = Int(spans[first].start)
    let stop = Int(spans[end - 1].end)
    if start > 0, bytes[start - 1] == UInt8(ascii: "("), stop < bytes.count,
      bytes[stop] == UInt8(ascii: ")")
    {
      let after = skipBlanks(from: stop + 1)
      let isDateline = first < Self.datelineLength && dashWidth(at: after) > 0
      if isDateline { return true }
      return form.role.contains(.agency) && (isLineEnd(after) || dashWidth(at: after) > 0)
    }
    guard form.role.contains(.agency) else { return false }
    // "REUTERS/Jim Young"
    if stop + 1 < bytes.count, bytes[stop] == UInt8(ascii: "/"), end < spans.count, isCapital(end),
      Int(spans[end].start) == stop + 1
    {
      return true
    }
    let after = skipDots(from: stop)
    return isLineEnd(after) && isBehindDash(start)
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
