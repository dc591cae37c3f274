import DatelineCore
import DatelineNormalize
import DatelineSearch
import Foundation

/// Reads bytes as a date of a record, of an address and of a query; a date that was found is read as it is.
enum DateFuzzing {
  private static let now = Date(timeIntervalSince1970: 1_709_294_400)
  private static let parser = DateParser(now: now)

  static func parse(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for order in [nil, .dayFirst, .monthFirst, .likelyDayFirst] as [RawDocument.DateOrder?] {
      guard case .date(let date, _) = parser.parse(text, order: order) else { continue }
      precondition(
        parser.parse(date) == .date(date, ambiguous: false), "\(date) is not read as it is")
    }
    _ = parser.date(inURL: text)
    _ = DateExpression(text, now: now)
  }
}
