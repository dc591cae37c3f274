import DatelineCore

/// Day, month and year in a token sequence.
struct DatePattern {
  var year: Int
  var month: Int
  var day: Int
  /// Tokens the date takes up.
  var range: Range<Int>
  /// Day and month may be the other way round.
  var ambiguous = false
  /// Whether the date is one of the Iranian calendar.
  var isIranian = false

  /// The day, if it is in the calendar.
  var date: CivilDate? {
    isIranian
      ? CivilDate(iranianYear: year, month: month, day: day)
      : CivilDate(year: year, month: month, day: day)
  }

  private typealias Tokens = [DateTokens.Token]

  /// The first complete date, else the first day and month with a year further on (ctime).
  static func find(
    in tokens: [DateTokens.Token], currentYear: Int, order: RawDocument.DateOrder? = nil
  ) -> DatePattern? {
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .number {
        if var date = compact(tokens, index) ?? eraYearFirst(tokens, index)
          ?? yearFirst(tokens, index) ?? numeric(tokens, index, order) ?? dayFirst(tokens, index)
          ?? namedNumbers(tokens, index) ?? iranian(tokens, index)
        {
          date.expandYear(currentYear, tokens)
          return date
        }
      } else if token.kind == .word, let month = DateWords.months[token.value],
        var date = monthFirst(tokens, index, month)
      {
        date.expandYear(currentYear, tokens)
        return date
      }
    }
    for index in tokens.indices where tokens[index].kind == .word {
      guard let month = DateWords.months[tokens[index].value],
        let date = yearLast(tokens, index, month)
      else { continue }
      return date
    }
    return nil
  }

  /// A date in a path: year first, separated by single marks, or eight digits; day first
  /// (`29-10-2021`) only where it cannot be the month.
  static func pathDate(_ tokens: [DateTokens.Token], at index: Int) -> CivilDate? {
    var found = compact(tokens, index) ?? yearFirst(tokens, index)
    if found == nil, let date = numeric(tokens, index), date.day > 12, date.year > 99 {
      found = date
    }
    guard let found else { return nil }
    return CivilDate(year: found.year, month: found.month, day: found.day)
  }

  /// Two-digit years: 69 to 99 are of the 20th century (POSIX strptime), also if the 21st
  /// century's would lie ahead. Years of four digits are what they are: `0001-01-01` and `-0001-11-30` are
  /// how programs write that there is no date.
  private mutating func expandYear(_ currentYear: Int, _ tokens: [DateTokens.Token]) {
    // The Buddhist era of Thailand.
    if (2443...2643).contains(year) { year -= 543 }
    // Numbers of no other calendar in use; newspapers began in 1605.
    if CivilDate.iranianYears.contains(year), year + 621 <= currentYear { isIranian = true }
    guard year < 100, !tokens[range].contains(where: { $0.kind == .number && $0.length == 4 })
    else { return }
    year += year + 2000 > currentYear + 1 || year >= 69 ? 1900 : 2000
  }

  /// `20160712`, `20160712T093000Z`, `20160712093000`.
  private static func compact(_ tokens: [DateTokens.Token], _ index: Int) -> DatePattern? {
    let token = tokens[index]
    var value = Int(token.value)
    if token.length == 14 { value /= 1_000_000 } else if token.length == 12 { value /= 10_000 }
    guard token.length == 8 || token.length == 12 || token.length == 14 else { return nil }
    guard (1600_01_01...2999_12_31).contains(value) else { return nil }
    return DatePattern(
      year: value / 10_000, month: value / 100 % 100, day: value % 100, range: index..<index + 1)
  }

  /// `2016-07-12`, `2016/07/12`, `2016.07.12`, `2016 Jul 12`, `2016年7月12日`.
  private static func yearFirst(_ tokens: [DateTokens.Token], _ index: Int) -> DatePattern? {
    guard tokens[index].length == 4 else { return nil }
    let monthIndex = skipSeparator(tokens, index + 1)
    guard let month = number(tokens, monthIndex) ?? monthName(tokens, monthIndex) else {
      return nil
    }
    let dayIndex = skipSeparator(tokens, monthIndex + 1)
    guard let day = number(tokens, dayIndex), tokens[dayIndex].length <= 2 else { return nil }
    // Numbers side by side without a mark (`2016 7 12`) are no date.
    guard monthIndex > index + 1 || monthName(tokens, monthIndex) != nil else { return nil }
    var end = dayIndex + 1
    if end < tokens.count, tokens[end].isMark(DateTokens.dayMark) { end += 1 }
    return DatePattern(
      year: Int(tokens[index].value), month: month, day: day, range: index..<end)
  }

  /// `令和5年3月1日`, `民國112年3月1日`: years of Japanese emperors and of the Republic of China.
  private static func eraYearFirst(_ tokens: [DateTokens.Token], _ index: Int) -> DatePattern? {
    guard index > 0, tokens[index].length <= 3, index + 4 < tokens.count,
      tokens[index + 1].isMark(DateTokens.yearMark), tokens[index + 3].isMark(DateTokens.monthMark),
      tokens[index - 1].kind == .word, let start = DateWords.eras[tokens[index - 1].value],
      let month = number(tokens, index + 2), let day = number(tokens, index + 4)
    else { return nil }
    return DatePattern(
      year: start + Int(tokens[index].value), month: month, day: day,
      range: index - 1..<min(index + 6, tokens.count))
  }

  /// `15 اسفند 1402`, `15 اسفند ماه 1402`
  private static func iranian(_ tokens: [DateTokens.Token], _ index: Int) -> DatePattern? {
    guard index + 2 < tokens.count, let day = number(tokens, index),
      tokens[index + 1].kind == .word, let month = DateWords.iranianMonths[tokens[index + 1].value]
    else { return nil }
    var next = index + 2
    if tokens[next].kind == .word, tokens[next].value == DateWords.iranianMonthWord { next += 1 }
    if next < tokens.count, tokens[next].isMark(UInt8(ascii: ",")) { next += 1 }
    guard next < tokens.count, tokens[next].kind == .number, tokens[next].length == 4,
      CivilDate.iranianYears.contains(Int(tokens[next].value))
    else { return nil }
    return DatePattern(
      year: Int(tokens[next].value), month: month, day: day, range: index..<next + 1,
      isIranian: true)
  }

  /// `1 tháng 3 năm 2023`, `1 tháng 3, 2023`
  private static func namedNumbers(_ tokens: [DateTokens.Token], _ index: Int) -> DatePattern? {
    guard index + 3 < tokens.count, let day = number(tokens, index),
      tokens[index + 1].kind == .word, DateWords.monthWords.contains(tokens[index + 1].value),
      let month = number(tokens, index + 2)
    else { return nil }
    var next = index + 3
    if tokens[next].kind != .number { next += 1 }
    guard next < tokens.count, tokens[next].kind == .number, tokens[next].length == 4 else {
      return nil
    }
    return DatePattern(
      year: Int(tokens[next].value), month: month, day: day, range: index..<next + 1)
  }

  /// `12/07/2016`, `7/12/16`, `12.07.2016`, `12-07-2016`: with full stops the day comes first, else
  /// the month, unless it is more than 12 or `order` says otherwise.
  private static func numeric(
    _ tokens: [DateTokens.Token], _ index: Int, _ order: RawDocument.DateOrder? = nil
  ) -> DatePattern? {
    guard index + 4 < tokens.count, let first = number(tokens, index),
      let second = number(tokens, index + 2), tokens[index + 4].kind == .number,
      tokens[index + 1].kind == .mark, tokens[index + 3].kind == .mark,
      tokens[index + 1].value == tokens[index + 3].value
    else { return nil }
    let mark = UInt8(truncatingIfNeeded: tokens[index + 1].value)
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else {
      return nil
    }
    let length = tokens[index + 4].length
    guard length == 4 || (length == 2 && mark != UInt8(ascii: "-")) else { return nil }
    let hasStops = mark == UInt8(ascii: ".")
    var dayFirst = hasStops ? second <= 12 : first > 12
    var ambiguous = false
    if length == 4, CivilDate.iranianYears.contains(Int(tokens[index + 4].value)) {
      dayFirst = true
    } else if first <= 12, second <= 12 {
      switch order {
      case .dayFirst: dayFirst = true
      case .monthFirst: dayFirst = false
      case .likelyDayFirst:
        dayFirst = true
        ambiguous = !hasStops && first != second
      case nil: ambiguous = !hasStops && first != second
      }
    }
    return DatePattern(
      year: Int(tokens[index + 4].value), month: dayFirst ? second : first,
      day: dayFirst ? first : second, range: index..<index + 5, ambiguous: ambiguous)
  }

  /// `12 July 2016`, `12. Juli 2016`, `26-FEB-1987`, `12th of July, 2016`, `12 de julio de 2016`.
  private static func dayFirst(_ tokens: [DateTokens.Token], _ index: Int) -> DatePattern? {
    guard let day = number(tokens, index) else { return nil }
    let monthIndex = skipFiller(tokens, index + 1)
    guard let month = monthName(tokens, monthIndex) else { return nil }
    let yearIndex = skipFiller(tokens, monthIndex + 1)
    guard let year = yearNumber(tokens, yearIndex) else { return nil }
    return DatePattern(year: year, month: month, day: day, range: index..<yearIndex + 1)
  }

  /// `July 12, 2016`, `Jul. 12th 2016`.
  private static func monthFirst(
    _ tokens: [DateTokens.Token], _ index: Int, _ month: Int
  ) -> DatePattern? {
    let dayIndex = skipFiller(tokens, index + 1)
    guard let day = number(tokens, dayIndex) else { return nil }
    let yearIndex = skipFiller(tokens, dayIndex + 1)
    guard let year = yearNumber(tokens, yearIndex) else { return nil }
    return DatePattern(year: year, month: month, day: day, range: index..<yearIndex + 1)
  }

  /// `Tue Jul 12 09:30:00 +0000 2016`, `12 July, 09:30, 2016`.
  private static func yearLast(
    _ tokens: [DateTokens.Token], _ index: Int, _ month: Int
  ) -> DatePattern? {
    var dayIndex = skipFiller(tokens, index + 1)
    let follows = number(tokens, dayIndex) != nil && !isTime(tokens, dayIndex)
    if !follows {
      var before = index - 1
      while before > 0, tokens[before].kind == .mark { before -= 1 }
      guard number(tokens, before) != nil else { return nil }
      dayIndex = before
    }
    guard let day = number(tokens, dayIndex) else { return nil }
    for yearIndex in tokens.indices.dropFirst(max(index, dayIndex) + 1) {
      let token = tokens[yearIndex]
      guard token.kind == .number, token.length == 4, (1600...2999).contains(token.value) else {
        continue
      }
      let before = tokens[yearIndex - 1]
      if before.isMark(UInt8(ascii: "+")) || before.isMark(UInt8(ascii: "-")) { continue }
      let start = min(index, dayIndex)
      return DatePattern(
        year: Int(token.value), month: month, day: day,
        range: start..<max(index, dayIndex) + 1)
    }
    return nil
  }

  private static func isTime(_ tokens: [DateTokens.Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].isMark(UInt8(ascii: ":"))
  }

  /// A number of one or two digits.
  private static func number(_ tokens: [DateTokens.Token], _ index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].kind == .number, tokens[index].length <= 2
    else { return nil }
    return Int(tokens[index].value)
  }

  /// A year of four digits, or of two that are not the hour of a time.
  private static func yearNumber(_ tokens: [DateTokens.Token], _ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number else { return nil }
    if tokens[index].length == 4 { return Int(tokens[index].value) }
    guard tokens[index].length == 2, !isTime(tokens, index) else { return nil }
    return Int(tokens[index].value)
  }

  private static func monthName(_ tokens: [DateTokens.Token], _ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    return DateWords.months[tokens[index].value]
  }

  private static func skipSeparator(_ tokens: [DateTokens.Token], _ index: Int) -> Int {
    index < tokens.count && tokens[index].kind == .mark ? index + 1 : index
  }

  /// Passes marks, ordinal endings ("12th") and "of", "de", "del" between the parts of a date.
  private static func skipFiller(_ tokens: [DateTokens.Token], _ start: Int) -> Int {
    var index = start
    // "พ.ศ." before a year
    let isEra = start < tokens.count && DateWords.eraLetters.contains(tokens[start].value)
    while index < tokens.count, index < start + (isEra ? 5 : 3) {
      let token = tokens[index]
      switch token.kind {
      case .mark:
        let byte = UInt8(truncatingIfNeeded: token.value)
        guard
          byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "/")
        else { return index }
      case .word:
        guard token.length <= 3, DateWords.months[token.value] == nil else { return index }
      case .number: return index
      }
      index += 1
    }
    return index
  }
}
