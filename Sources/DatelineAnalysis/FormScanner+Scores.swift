import DatelineCore

/// Is a town named for its team?
extension FormScanner {
  /// Whether a town or state stands for its team: with a number behind it in a line of results
  /// ("Pittsburgh 5 HOUSTON 2"), alone against another ("Oakland at Boston": Boston is a place), or before a player ("Seattle
  /// shortstop"). A country's team
  /// bears its name; the country stays a mention.
  func isScore(_ form: EntityForm, _ first: Int, _ end: Int) -> Bool {
    guard form.kind == .place, !form.role.contains(.country) else { return false }
    if isNext(end) && cues[spans[end].hash].contains(.player) { return true }
    let isBeforeNumber = isNext(end) && isPoints(end)
    let isBeforeVersus = isNext(end) && cues[spans[end].hash].hasAny(of: .versus | .at)
    let isBehindVersus = isNext(first) && cues[spans[first - 1].hash].contains(.versus)
    guard isBeforeNumber || isBeforeVersus || isBehindVersus else { return false }
    var numbers = 0
    var small = 0
    var words = 0
    for token in line(around: first) {
      words += 1
      if isNumber(token) {
        numbers += 1
      } else if isLower(token), !cues[spans[token].hash].hasAny(of: .versus | .at | .locative | .of)
      {
        small += 1
      }
    }
    if isBeforeNumber { return numbers >= 2 && small * 4 <= words }
    return small == 0 && words <= 8
  }

  /// Whether a token is a number as in results: no year of four digits, no decimal fraction.
  private func isPoints(_ token: Int) -> Bool {
    guard isNumber(token), spans[token].end - spans[token].start < 4 else { return false }
    let stop = Int(spans[token].end)
    guard stop + 1 < bytes.count else { return true }
    let isPoint = bytes[stop] == UInt8(ascii: ".") || bytes[stop] == UInt8(ascii: ",")
    return !(isPoint && 0x30...0x39 ~= bytes[stop + 1])
  }

  /// The tokens of the line with a token, no more than 50 to each side.
  private func line(around index: Int) -> Range<Int> {
    var first = index
    while first > max(0, index - 50), !hasLineBreak(before: first) { first -= 1 }
    var end = index + 1
    while end < min(spans.count, index + 50), !hasLineBreak(before: end) { end += 1 }
    return first..<end
  }

  /// Whether a line ends between a token and the one before.
  func hasLineBreak(before token: Int) -> Bool {
    bytes[Int(spans[token - 1].end)..<Int(spans[token].start)].contains(UInt8(ascii: "\n"))
  }
}
