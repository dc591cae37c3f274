package import Foundation

/// Periods as people write them: `2016`, `2016-05`, `May 2016`, `3 May 2016`, `yesterday`,
/// `last week`, `3 days ago`, `2w`. Weeks begin on Monday; days are those of UTC.
package struct DateExpression {
  /// First day, `yyyy-MM-dd`.
  package var first: String
  /// Last day.
  package var last: String

  private enum Unit: String {
    case day, week, month, year

    init?(_ text: String) {
      var name = text.lowercased()
      if name.count > 1, name.hasSuffix("s") { name.removeLast() }
      switch name {
      case "d": self = .day
      case "w": self = .week
      case "m": self = .month
      case "y": self = .year
      default: self.init(rawValue: name)
      }
    }

    var component: Calendar.Component {
      switch self {
      case .day: .day
      case .week: .weekOfYear
      case .month: .month
      case .year: .year
      }
    }
  }

  /// Words of the longest period.
  static let mostWords = 3

  /// Whether words next to each other are a period, whatever day it is.
  static func isWritten(_ words: [String]) -> Bool {
    range(words.flatMap(Self.words(of:)), Date(timeIntervalSince1970: 0)) != nil
  }

  /// Whether a period of several words can begin with a word.
  static func mayGoOn(_ first: String) -> Bool {
    let word = first.lowercased()
    let digits = cardinal(word)
    return isRelative(word) || month(word) != nil || count(word) != nil && Int(word) == nil
      || (1...3).contains(digits.utf8.count)
        && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isRelative(_ text: String) -> Bool {
    ["last", "this", "past", "previous"].contains(text)
  }

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    if let utc = TimeZone(secondsFromGMT: 0) { calendar.timeZone = utc }
    return calendar
  }()

  /// The year 1: earlier ones do not sort as texts.
  private static let earliest = Date(timeIntervalSince1970: -62_135_596_800)

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Reads a period; `nil` when the text is none.
  package init?(_ text: String, now: Date) {
    guard let range = Self.range(Self.words(of: text), now),
      range.lowerBound >= Self.earliest
    else { return nil }
    first = Self.day(range.lowerBound)
    last = Self.day(range.upperBound)
  }

  /// Bytes of the longest text that may be two periods.
  private static let longestRange = 80

  /// First and last of the periods that a dash joins (`2016-2017`, `2016-05–2016-08`, `2016–17`); `nil`
  /// where the text is one period, or none.
  static func ends(ofRange text: String, now: Date) -> (String, String)? {
    guard text.utf8.count <= longestRange, DateExpression(text, now: now) == nil else {
      return nil
    }
    for place in text.indices where "-–—".contains(text[place]) {
      let from = text[..<place].trimmingCharacters(in: .whitespaces)
      var through = text[text.index(after: place)...].trimmingCharacters(in: .whitespaces)
      if from.count == 4, through.count == 2, let year = Int(from), let short = Int(through) {
        // `2016-17`, but `2016-13` is neither a month nor a later year.
        guard short > year % 100 else { return nil }
        through = from.prefix(2) + through
      }
      if DateExpression(from, now: now) != nil, DateExpression(through, now: now) != nil {
        return (from, through)
      }
    }
    return nil
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().replacing(",", with: " ").split { $0 == " " || $0 == "_" }.map(String.init)
  }

  /// First and last day of a period.
  private static func range(_ words: [String], _ now: Date) -> ClosedRange<Date>? {
    switch words.count {
    case 1: return single(words[0], now)
    case 2:
      if isRelative(words[0]), let unit = Unit(words[1]) {
        return period(unit, back: words[0] == "this" ? 0 : 1, now)
      }
      if words[0] == "last", let weekday = weekday(words[1]) { return latest(weekday, 1, now) }
      if let month = month(words[0]) { return written(words[1], month, nil) }
    case 3:
      if words[2] == "ago", let count = count(words[0]), let unit = Unit(words[1]) {
        return back(count, unit, now)
      }
      if words[0] == "last" || words[0] == "past", let count = count(words[1]),
        let unit = Unit(words[2]), let first = back(count, unit, now),
        let last = period(.day, back: 0, now)
      {
        return first.lowerBound...last.upperBound
      }
      if let month = month(words[1]) { return written(words[2], month, cardinal(words[0])) }
      if let month = month(words[0]) { return written(words[2], month, cardinal(words[1])) }
    default: break
    }
    return nil
  }

  private static func single(_ word: String, _ now: Date) -> ClosedRange<Date>? {
    switch word {
    case "today", "now": return period(.day, back: 0, now)
    case "yesterday": return period(.day, back: 1, now)
    default: break
    }
    if let weekday = weekday(word) { return latest(weekday, 0, now) }
    // The day of `2016-05-04T10:00:00Z`.
    if word.utf8.count > 10, word.dropFirst(10).first == "t", word.contains(":") {
      return single(String(word.prefix(10)), now)
    }
    // `last-week` and `2016/05/04` as well.
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
      .map(String.init)
    if parts.count == 2, isRelative(parts[0]), let unit = Unit(parts[1]) {
      return period(unit, back: parts[0] == "this" ? 0 : 1, now)
    }
    if (1...3).contains(parts.count), parts[0].count == 4 {
      return written(
        parts[0], parts.count > 1 ? Int(parts[1]) ?? 0 : nil, parts.count > 2 ? parts[2] : nil)
    }
    if parts.count == 3, parts[2].count == 4 { return dayFirstOrMonthFirst(word, parts) }
    if parts.count == 1, let unit = word.last.flatMap({ Unit(String($0)) }),
      let count = Int(word.dropLast())
    {
      return back(count, unit, now)
    }
    return nil
  }

  /// `13/05/2016`, `05/13/2016`, `13.5.2016`: with slashes and dashes only where it cannot be read in
  /// two ways; dots stand behind days.
  private static func dayFirstOrMonthFirst(
    _ word: String, _ parts: [String]
  ) -> ClosedRange<Date>? {
    guard parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0]),
      let second = Int(parts[1])
    else { return nil }
    if first > 12 || first == second || word.contains(".") {
      return written(parts[2], second, parts[0])
    }
    return second > 12 ? written(parts[2], first, parts[1]) : nil
  }

  /// A year, month or day by its numbers.
  private static func written(
    _ yearText: String, _ month: Int?, _ dayText: String?
  ) -> ClosedRange<Date>? {
    guard yearText.count == 4, let year = Int(yearText), year > 0 else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    let day = dayText.map { Int($0) ?? 0 }
    guard
      let start = calendar.date(
        from: DateComponents(year: year, month: month ?? 1, day: day ?? 1))
    else { return nil }
    if let day {
      // The calendar turns 31 February into March.
      return calendar.component(.day, from: start) == day ? start...start : nil
    }
    return interval(month == nil ? .year : .month, start)
  }

  private static func period(_ unit: Unit, back count: Int, _ now: Date) -> ClosedRange<Date>? {
    calendar.date(byAdding: unit.component, value: -count, to: now).flatMap { interval(unit, $0) }
  }

  /// The day so many units ago.
  private static func back(_ count: Int, _ unit: Unit, _ now: Date) -> ClosedRange<Date>? {
    guard (0...9999).contains(count) else { return nil }
    return calendar.date(byAdding: unit.component, value: -count, to: now).flatMap {
      interval(.day, $0)
    }
  }

  private static func interval(_ unit: Unit, _ date: Date) -> ClosedRange<Date>? {
    guard let interval = calendar.dateInterval(of: unit.component, for: date) else { return nil }
    return interval.start...interval.end.addingTimeInterval(-86_400)
  }

  /// A weekday, 1 for Sunday as in `Calendar`.
  private static func weekday(_ word: String) -> Int? {
    ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
      .firstIndex(of: word).map { $0 + 1 }
  }

  /// The latest such weekday, at least so many days ago.
  private static func latest(_ weekday: Int, _ least: Int, _ now: Date) -> ClosedRange<Date>? {
    let days = (calendar.component(.weekday, from: now) - weekday - least + 14) % 7 + least
    return back(days, .day, now)
  }

  /// A number in digits or as a word.
  private static func count(_ word: String) -> Int? {
    if word == "a" || word == "an" { return 1 }
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return words.firstIndex(of: word).map { $0 + 1 } ?? Int(word)
  }

  /// `3` of `3rd`.
  private static func cardinal(_ word: String) -> String {
    guard word.first?.isWholeNumber == true,
      ["st", "nd", "rd", "th"].contains(where: word.hasSuffix)
    else { return word }
    return String(word.dropLast(2))
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let name = word.hasSuffix(".") ? String(word.dropLast()) : word
    return months.firstIndex {
      $0 == name || $0.prefix(3) == name || name == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }

  private static func day(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    func padded(_ number: Int?, _ width: Int) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}

extension Query.Filter {
  /// Whether its value is a date.
  var isDate: Bool {
    switch self {
    case .published, .before, .after: true
    case .source, .section, .language: false
    }
  }
}
