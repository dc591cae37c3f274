package import DatelineCore
package import Foundation

/// Reads dates in the notations of news dumps and writes them in ISO 8601.
///
/// Notations: ISO 8601 in its usual shapes, RFC 2822, ctime, day-month-year and month-day-year with
/// month names of some thirty languages, numeric dates, `2016年7月12日`, years of Japanese and Buddhist
/// eras, days of the Iranian calendar, digits of other scripts, Unix seconds and milliseconds; words round a date ("Published ...",
/// "Updated: ...") are passed over. A scanner over UTF-8, no locale, no regular expressions.
package struct DateParser: Sendable {
  /// Why a string gives no date.
  package enum Rejection: Sendable, Equatable {
    /// No date in it, or one that is not in the calendar.
    case unreadable
    /// Before the year 1600: newspapers begin in 1605, so earlier dates are faults of the data.
    case implausible
    /// More than two days after now.
    case future
    /// The first moment or day of 1970, which programs write where there is no date.
    case absent
  }

  /// What a string was read as.
  package enum Result: Sendable, Equatable {
    /// ISO 8601 date (`2016-07-12`), or date and time with offset (`2016-07-12T09:30:00Z`). A time
    /// without a zone is taken as UTC. `ambiguous` tells that day and month could be the other way
    /// round (`12/07/2016`, read as month first, or as the caller says).
    case date(String, ambiguous: Bool)
    /// No date.
    case rejected(Rejection)
  }

  private let latestDay: Int
  private let currentYear: Int

  /// Creates a parser that rejects dates more than two days after `now`.
  package init(now: Date) {
    let today = Int((now.timeIntervalSince1970 / 86_400).rounded(.down))
    latestDay = today + 2
    currentYear = CivilDate(daysSinceEpoch: today).year
  }

  /// Reads the first date in `text`. Linear in the text, of which the first 48 words count.
  /// - Parameter order: what is known of the order of day and month where both are numbers up to 12.
  package func parse(_ text: String, order: RawDocument.DateOrder? = nil) -> Result {
    var text = text
    return text.withUTF8 { parse($0, order: order) }
  }

  /// Reads the first date in UTF-8.
  func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, order: RawDocument.DateOrder? = nil
  ) -> Result {
    if let (date, time) = ISODate.read(bytes) { return check(date, time, ambiguous: false) }
    return parseTokens(bytes, order: order)
  }

  /// ``parse(_:order:)`` for any notation.
  func parseTokens(
    _ bytes: UnsafeBufferPointer<UInt8>, order: RawDocument.DateOrder? = nil
  ) -> Result {
    let tokens = DateTokens(bytes).tokens
    if let stamp = unixTime(tokens) { return check(stamp.date, stamp.time, ambiguous: false) }
    guard let found = DatePattern.find(in: tokens, currentYear: currentYear, order: order)
    else {
      return .rejected(.unreadable)
    }
    guard let date = found.date else { return .rejected(.unreadable) }
    let time = TimePattern.find(in: tokens, outside: found.range, on: date)
    return check(date, time, ambiguous: found.ambiguous)
  }

  private func check(_ date: CivilDate, _ time: ClockTime?, ambiguous: Bool) -> Result {
    if date.year < 1600 { return .rejected(.implausible) }
    if abs(date.daysSinceEpoch) <= 1, isStartOfUnixTime(date, time) { return .rejected(.absent) }
    if date.daysSinceEpoch > latestDay { return .rejected(.future) }
    return .date(ISODate.format(date, time), ambiguous: ambiguous)
  }

  private func isStartOfUnixTime(_ date: CivilDate, _ time: ClockTime?) -> Bool {
    guard let time else { return date.daysSinceEpoch == 0 }
    let minutes = date.daysSinceEpoch * 1440 + time.hour * 60 + time.minute - time.offset
    return minutes == 0 && time.second <= 1
  }

  /// Seconds (9 or 10 digits, 1973 to 2286), milliseconds (12 or 13) and microseconds (15 or 16)
  /// since 1970, with or without a fraction.
  private func unixTime(_ tokens: [DateTokens.Token]) -> (date: CivilDate, time: ClockTime)? {
    guard let first = tokens.first, first.kind == .number else { return nil }
    let isFraction =
      tokens.count == 3 && tokens[1].isMark(UInt8(ascii: ".")) && tokens[2].kind == .number
    guard tokens.count == 1 || isFraction else { return nil }
    let divisor: UInt64
    switch first.length {
    case 9, 10: divisor = 1
    case 12, 13: divisor = 1000
    case 15, 16: divisor = 1_000_000
    default: return nil
    }
    let seconds = Int(first.value / divisor)
    let rest = seconds % 86_400
    return (
      CivilDate(daysSinceEpoch: seconds / 86_400),
      ClockTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: 0)
    )
  }
}

extension DateParser {
  /// A date taken from the path of an address (`/2016/07/12/`, `/2016/jul/12/`, `2016-07-12`,
  /// `20160712`), if it is plausible; ISO 8601, date only.
  package func date(inURL url: String) -> String? {
    var url = url
    return url.withUTF8 { bytes in
      let tokens = DateTokens(bytes, capacity: 200).tokens
      for index in tokens.indices where tokens[index].kind == .number {
        guard let date = DatePattern.pathDate(tokens, at: index), date.year >= 1990,
          date.daysSinceEpoch <= latestDay
        else { continue }
        return ISODate.format(date, nil)
      }
      return nil
    }
  }
}
