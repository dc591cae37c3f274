import DatelineCore

/// Dates of pages: later than the web and not after the page was fetched.
struct PlausibleDates {
  private let dates: DateParser
  /// Nothing on the page was published after this day; `YYYY-MM-DD`.
  private let lastDay: String?
  /// Whether `03/04/2016` is in April.
  private let isDayFirst: Bool

  /// - Parameters:
  ///   - retrieved: When the page was fetched.
  ///   - isDayFirst: Whether the page's readers write the day before the month, see ``DayOrder``.
  init(_ dates: DateParser, retrieved: String?, isDayFirst: Bool = false) {
    self.dates = dates
    self.isDayFirst = isDayFirst
    lastDay = retrieved.flatMap { Self.dayAfter($0, dates) }
  }

  /// The last day a page that was fetched at a time may have been published on.
  private static func dayAfter(_ retrieved: String, _ dates: DateParser) -> String? {
    guard case .date(let date, _) = dates.parse(retrieved), let day = civil(date) else {
      return nil
    }
    return ISODate.format(CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1), nil)
  }

  /// The day of a date in the notation of ``DateParser``.
  static func civil(_ date: String) -> CivilDate? {
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Whether a date may be a page's.
  func isPlausible(_ date: String) -> Bool {
    let day = date.prefix(10)
    return day >= "1990-01-01" && lastDay.map { day <= $0 } ?? true
  }

  /// The first date in a text.
  func parse(_ text: String) -> String? {
    let order: RawDocument.DateOrder? = isDayFirst ? .dayFirst : nil
    guard case .date(let date, _) = dates.parse(text, order: order) else { return nil }
    return isPlausible(date) ? date : nil
  }

  /// A date in an address, whether plausible or not.
  func date(inURL url: String) -> String? { dates.date(inURL: url) }
}
