import DatelineIndex
import Foundation

/// Dates as numbers that compare as ISO 8601 texts do: `2016-05-04T10:00:00Z` is 20160504100000.
enum ClusterDate {
  private static let digits = 14

  /// The number of a date, or of a part of one; what is missing is zero. 0 without a date.
  static func number(_ text: String?) -> Int64 { number(text ?? "", fill: "0") }

  /// The day of a date, counted from the first of March of the year 0 so that it is above 0; 0 without a date.
  static func days(_ text: String?) -> Int {
    guard let day = text.flatMap({ PublicationDays.day(of: $0) }) else { return 0 }
    return max(1, Int(day) + daysBefore1970)
  }

  /// Today.
  static var today: Int { Int(Date().timeIntervalSince1970 / 86_400) + daysBefore1970 }

  /// From 0000-03-01 to 1970-01-01.
  private static let daysBefore1970 = 719_468

  /// The condition that a date lies from one text on and before another one, as an expression.
  ///
  /// A bound that ends in `~` (`2016-05~`) lies behind all dates that begin so.
  static func condition(from: String?, before: String?) -> String {
    var parts = ["published>0"]
    if let from { parts.append("published>=\(number(from, fill: "0"))") }
    if let before {
      parts.append(
        before.hasSuffix("~")
          ? "published<=\(number(before, fill: "9"))" : "published<\(number(before, fill: "0"))")
    }
    return parts.joined(separator: " AND ")
  }

  private static func number(_ text: String, fill: Character) -> Int64 {
    var result = ""
    for character in text.unicodeScalars {
      if result.count == digits { break }
      switch character {
      case "0"..."9": result.unicodeScalars.append(character)
      case "-", ":", "T", " ": continue
      // A fraction, or an offset from UTC.
      default: return padded(result, fill)
      }
    }
    return padded(result, fill)
  }

  private static func padded(_ text: String, _ fill: Character) -> Int64 {
    if text.isEmpty { return 0 }
    return Int64(text + String(repeating: fill, count: digits - text.count)) ?? 0
  }
}
