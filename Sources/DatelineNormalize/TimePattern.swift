/// Time of day and zone in a token sequence.
enum TimePattern {
  /// The first time outside the tokens of the date; `nil` when there is none or it is no time of
  /// day.
  static func find(
    in tokens: [DateTokens.Token], outside date: Range<Int>, on day: CivilDate
  ) -> ClockTime? {
    // `20160712093000`: the time is in the same number.
    let first = tokens[date.lowerBound]
    if first.kind == .number, first.length == 14 || first.length == 12 {
      let digits = Int(first.value) * (first.length == 12 ? 100 : 1)
      return make(
        hour: digits / 10_000 % 100, minute: digits / 100 % 100, second: digits % 100,
        zoneAt: date.upperBound, tokens, day)
    }
    for index in tokens.indices where !date.contains(index) && tokens[index].kind == .number {
      if index > 0, tokens[index - 1].isMark(UInt8(ascii: ":")), !tokens[index].spaced { continue }
      if let time = time(tokens, index, day, afterDate: index > date.lowerBound) { return time }
    }
    return nil
  }

  private static func time(
    _ tokens: [DateTokens.Token], _ index: Int, _ day: CivilDate, afterDate: Bool
  ) -> ClockTime? {
    let token = tokens[index]
    // `T093000` of the basic ISO format.
    if (token.length == 6 || token.length == 4), index > 0, isLetter(tokens[index - 1], "t"),
      !token.spaced
    {
      let digits = Int(token.value) * (token.length == 4 ? 100 : 1)
      return make(
        hour: digits / 10_000, minute: digits / 100 % 100, second: digits % 100,
        zoneAt: index + 1, tokens, day)
    }
    guard token.length <= 2 else { return nil }
    var hour = Int(token.value)
    var minute = 0
    var second = 0
    var next = index + 1
    var isTime = false
    if next < tokens.count, tokens[next].isSign(DateTokens.hourSign) {
      // `14時30分`, `3시 5분 20초`
      (minute, next) = counted(tokens, next + 1, DateTokens.minuteSign)
      (second, next) = counted(tokens, next, DateTokens.secondSign)
      isTime = true
    } else if let part = pair(tokens, next, UInt8(ascii: ":")) ?? hourWord(tokens, next) {
      minute = part
      next += 2
      isTime = true
      if let part = pair(tokens, next, UInt8(ascii: ":")) {
        second = part
        next += 2
        next = skipFraction(tokens, next)
      }
    } else if let part = pair(tokens, next, UInt8(ascii: ".")), isHalfDay(tokens, next + 2) != nil {
      // `9.30am`
      minute = part
      next += 2
    }
    if index > 0, let afternoon = DateWords.halfDays[tokens[index - 1].value],
      tokens[index - 1].kind == .word, isTime, hour <= 12
    {
      hour = hour % 12 + (afternoon ? 12 : 0)
    } else if let afternoon = isHalfDay(tokens, next) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (afternoon ? 12 : 0)
      next += halfDayLength(tokens, next)
      isTime = true
    }
    return isTime
      ? make(hour: hour, minute: minute, second: second, zoneAt: next, tokens, day) : nil
  }

  private static func make(
    hour: Int, minute: Int, second: Int, zoneAt index: Int, _ tokens: [DateTokens.Token],
    _ day: CivilDate
  ) -> ClockTime? {
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    // A leap second is written as the second before: databases do not know it.
    return ClockTime(
      hour: hour, minute: minute, second: min(second, 59), offset: zone(tokens, index, day))
  }

  /// Minutes east of UTC of the zone at `start`; 0 when there is none.
  private static func zone(_ tokens: [DateTokens.Token], _ start: Int, _ day: CivilDate) -> Int {
    var index = start
    while index < tokens.count, index < start + 2,
      tokens[index].isMark(UInt8(ascii: "(")) || tokens[index].isMark(UInt8(ascii: ","))
    {
      index += 1
    }
    guard index < tokens.count else { return 0 }
    if tokens[index].kind == .word {
      guard let zone = DateWords.zones[tokens[index].value] else { return 0 }
      let minutes = DateWords.offset(of: zone, on: day)
      // `GMT+0100`
      if minutes == 0, let offset = offset(tokens, index + 1), !tokens[index + 1].spaced {
        return offset
      }
      return minutes
    }
    return offset(tokens, index) ?? 0
  }

  /// `+01:00`, `+0100`, `+01`, `-0500`; up to 15 hours.
  private static func offset(_ tokens: [DateTokens.Token], _ index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].kind == .mark, tokens[index + 1].kind == .number,
      !tokens[index + 1].spaced
    else { return nil }
    let sign: Int
    if tokens[index].isMark(UInt8(ascii: "+")) {
      sign = 1
    } else if tokens[index].isMark(UInt8(ascii: "-")) {
      sign = -1
    } else {
      return nil
    }
    let value = Int(tokens[index + 1].value)
    let minutes: Int
    switch tokens[index + 1].length {
    case 4: minutes = value / 100 * 60 + value % 100
    case 1, 2: minutes = value * 60 + (pair(tokens, index + 2, UInt8(ascii: ":")) ?? 0)
    default: return nil
    }
    return minutes <= 15 * 60 ? sign * minutes : nil
  }

  /// The two-digit number after `mark`.
  private static func pair(_ tokens: [DateTokens.Token], _ index: Int, _ mark: UInt8) -> Int? {
    guard index + 1 < tokens.count, tokens[index].isMark(mark), tokens[index + 1].kind == .number,
      tokens[index + 1].length == 2, !tokens[index + 1].spaced
    else { return nil }
    return Int(tokens[index + 1].value)
  }

  /// `09h30`
  private static func hourWord(_ tokens: [DateTokens.Token], _ index: Int) -> Int? {
    guard index + 1 < tokens.count, isLetter(tokens[index], "h"), !tokens[index].spaced,
      tokens[index + 1].kind == .number, tokens[index + 1].length == 2, !tokens[index + 1].spaced
    else { return nil }
    return Int(tokens[index + 1].value)
  }

  /// The number that a sign follows, and the index behind both; 0 where there is none.
  private static func counted(
    _ tokens: [DateTokens.Token], _ index: Int, _ sign: UInt64
  ) -> (value: Int, next: Int) {
    guard index + 1 < tokens.count, tokens[index].kind == .number, tokens[index].length <= 2,
      tokens[index + 1].isSign(sign)
    else { return (0, index) }
    return (Int(tokens[index].value), index + 2)
  }

  private static func skipFraction(_ tokens: [DateTokens.Token], _ index: Int) -> Int {
    guard index + 1 < tokens.count,
      tokens[index].isMark(UInt8(ascii: ".")) || tokens[index].isMark(UInt8(ascii: ",")),
      tokens[index + 1].kind == .number, !tokens[index + 1].spaced
    else { return index }
    return index + 2
  }

  private static let am = word("am")
  private static let pm = word("pm")

  private static func word(_ text: StaticString) -> UInt64 {
    text.withUTF8Buffer { DateWords.key($0, 0..<$0.count) }
  }

  private static func isLetter(_ token: DateTokens.Token, _ letter: StaticString) -> Bool {
    token.kind == .word && token.length == 1 && token.value == word(letter)
  }

  /// Whether `am` (false) or `pm` (true) stands at `index`, also as `a.m.`.
  private static func isHalfDay(_ tokens: [DateTokens.Token], _ index: Int) -> Bool? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    if tokens[index].value == am { return false }
    if tokens[index].value == pm { return true }
    guard index + 2 < tokens.count, tokens[index + 1].isMark(UInt8(ascii: ".")),
      isLetter(tokens[index + 2], "m")
    else { return nil }
    if isLetter(tokens[index], "a") { return false }
    return isLetter(tokens[index], "p") ? true : nil
  }

  private static func halfDayLength(_ tokens: [DateTokens.Token], _ index: Int) -> Int {
    guard tokens[index].length == 1 else { return 1 }
    let dotted = index + 3 < tokens.count && tokens[index + 3].isMark(UInt8(ascii: "."))
    return dotted ? 4 : 3
  }
}
