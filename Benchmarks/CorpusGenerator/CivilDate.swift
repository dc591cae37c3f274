/// A moment in UTC in calendar terms.
///
/// The calendar follows Howard Hinnant's `civil_from_days` ("chrono-Compatible Low-Level Date
/// Algorithms"), for days from 1970-01-01 on.
struct CivilDate {
  var year: Int
  var month: Int
  var day: Int
  var secondOfDay: Int

  /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z, not negative.
  init(secondsSince1970 seconds: Int) {
    secondOfDay = seconds % 86_400
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Appends `2016-05-04T10:00:00Z`.
  func writeISO8601(to out: TextBuffer) {
    writeDay(to: out, separator: 0x2D)
    out.append(0x54)
    out.append(number: secondOfDay / 3_600, width: 2)
    out.append(0x3A)
    out.append(number: secondOfDay / 60 % 60, width: 2)
    out.append(0x3A)
    out.append(number: secondOfDay % 60, width: 2)
    out.append(0x5A)
  }

  /// Appends year, month and day with a separator between them.
  func writeDay(to out: TextBuffer, separator: UInt8) {
    out.append(number: year, width: 4)
    out.append(separator)
    out.append(number: month, width: 2)
    out.append(separator)
    out.append(number: day, width: 2)
  }
}
