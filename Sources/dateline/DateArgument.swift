import DatelineSearch
import Foundation

/// Dates on the command line: a year, a month, a day, a day and a time, or a period in words such as
/// `last week`, `3 days ago`, `May 2016`.
enum DateArgument {
  /// What is expected, for messages.
  static let expected = "a date such as 2016, 2016-05, 2016-05-04 or last week"

  /// The date from which a period begins, as ISO 8601 or a part of it; `nil` for no date.
  static func beginning(_ text: String, now: Date = Date()) -> String? {
    isValid(text) ? text : DateExpression(text, now: now)?.first
  }

  /// The date to which a period goes.
  static func end(_ text: String, now: Date = Date()) -> String? {
    isValid(text) ? text : DateExpression(text, now: now)?.last
  }

  /// Whether the text is a date or a part of one that ISO 8601 texts can be compared with.
  static func isValid(_ text: String) -> Bool {
    let day = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    if parts.count > 1, !(1...12).contains(Int(parts[1]) ?? 0) { return false }
    return parts.count < 3 || DateExpression(String(day), now: Date()) != nil
  }

  /// Whether nothing can be from `since` on and up to `until`, both valid.
  static func isAfter(_ since: String, _ until: String) -> Bool {
    let length = min(since.utf8.count, until.utf8.count)
    return since.prefix(length) > until.prefix(length)
  }
}
