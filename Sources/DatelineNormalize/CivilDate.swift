import Foundation

/// A day of the proleptic Gregorian calendar.
struct CivilDate: Equatable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  /// The day, if it exists.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day of the Iranian calendar, if it exists; algorithm of "jalali.c" by R. Pournader and M. Toossi
  /// (FarsiWeb, 2000), leap years in a cycle of 33, right from 1244 to 1472.
  init?(iranianYear year: Int, month: Int, day: Int) {
    guard Self.iranianYears.contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33)
    guard day <= (month <= 6 ? 31 : month <= 11 || isLeap ? 30 : 29) else { return nil }
    let years = year - 979
    let dayOfYear = (month - 1) * 30 + min(month - 1, 6) + day - 1
    let since1600 = 365 * years + years / 33 * 8 + (years % 33 + 3) / 4 + 79 + dayOfYear
    self.init(daysSinceEpoch: since1600 - 135_140)
  }

  /// Years of the Iranian calendar in which newspapers print it: 1881 to 2051.
  static let iranianYears = 1260...1430

  /// The day `days` after 1970-01-01; algorithm "civil_from_days" of Howard Hinnant, "chrono-
  /// Compatible Low-Level Date Algorithms".
  init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01 ("days_from_civil", same source).
  var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 0 is Sunday.
  var weekday: Int {
    let remainder = (daysSinceEpoch + 4) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A time of day with its offset from UTC in minutes.
struct ClockTime: Equatable {
  var hour: Int
  var minute: Int
  var second: Int
  var offset: Int
}

/// ISO 8601 notation.
enum ISODate {
  /// The date and time of `2016-07-12T09:30:00Z` and `2016-07-12T09:30:00+01:00`, as most dumps have
  /// them; `nil` for all other notations, and for what is no date.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> (CivilDate, ClockTime)? {
    guard text.count == 20 || text.count == 25, text[4] == UInt8(ascii: "-"),
      text[7] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":")
    else { return nil }
    var isNumeric = true
    func two(_ index: Int) -> Int {
      let (tens, ones) = (text[index] &- 48, text[index + 1] &- 48)
      if tens > 9 || ones > 9 { isNumeric = false }
      return Int(tens) * 10 + Int(ones)
    }
    let year = two(0) * 100 + two(2)
    let date = CivilDate(year: year, month: two(5), day: two(8))
    var time = ClockTime(hour: two(11), minute: two(14), second: two(17), offset: 0)
    if text.count == 25 {
      let (hours, minutes) = (two(20), two(23))
      let isWest = text[19] == UInt8(ascii: "-")
      guard isWest || text[19] == UInt8(ascii: "+"), text[22] == UInt8(ascii: ":"), hours < 15,
        minutes < 60
      else { return nil }
      time.offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    } else if text[19] != UInt8(ascii: "Z") {
      return nil
    }
    guard isNumeric, let date, year >= 1600, time.hour < 24, time.minute < 60, time.second < 60
    else { return nil }
    return (date, time)
  }

  /// `2016-07-12`, or `2016-07-12T09:30:00Z` with a time (`+01:00` for other offsets).
  static func format(_ date: CivilDate, _ time: ClockTime?) -> String {
    // Invariant: the longest form, with an offset, has 25 bytes, all ASCII.
    String(unsafeUninitializedCapacity: 25) { buffer in
      var count = 0
      func put(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
      }
      func two(_ value: Int) {
        put(UInt8(48 + value / 10 % 10))
        put(UInt8(48 + value % 10))
      }
      two(date.year / 100)
      two(date.year % 100)
      put(UInt8(ascii: "-"))
      two(date.month)
      put(UInt8(ascii: "-"))
      two(date.day)
      guard let time else { return count }
      put(UInt8(ascii: "T"))
      two(time.hour)
      put(UInt8(ascii: ":"))
      two(time.minute)
      put(UInt8(ascii: ":"))
      two(time.second)
      if time.offset == 0 {
        put(UInt8(ascii: "Z"))
      } else {
        put(time.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        two(abs(time.offset) / 60)
        put(UInt8(ascii: ":"))
        two(abs(time.offset) % 60)
      }
      return count
    }
  }
}
