/// Days of publication of every article, in memory: what recency needs for each hit.
package struct PublicationDays: Sendable {
  /// Day of an article without a date.
  package static let unknown = Int32.min

  /// Days since 1970-01-01, in the rows of ``FieldLengths``.
  package private(set) var days: [Int32]
  /// The latest day that is not after today; `nil` when there is none.
  package private(set) var latest: Int32?

  /// - Parameter today: days since 1970-01-01; dates after it are mistakes and count as unknown.
  init(_ snapshot: IndexSnapshot, _ lengths: FieldLengths, today: Int32) throws {
    days = Array(repeating: Self.unknown, count: lengths.count)
    // Of the index on dates alone.
    let select = try PreparedStatement(
      snapshot.db,
      sql: "SELECT id, published FROM articles WHERE published IS NOT NULL ORDER BY published")
    try select.forEachRow { row in
      // A damaged index may hold NULL all the same: no bytes.
      let text = String(decoding: row.bytes(1).prefix(10), as: UTF8.self)
      guard let day = Self.day(of: text), day <= today,
        let place = lengths.row(of: row.integer(0))
      else { return }
      days[place] = day
      latest = max(latest ?? day, day)
    }
  }

  /// Day number of the date at the beginning of an ISO 8601 text; a month or a year counts as its
  /// first day.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  package static func day(of text: String) -> Int32? {
    var numbers: [Int] = []
    for part in text.utf8.prefix(10).split(separator: UInt8(ascii: "-")) {
      guard part.count <= 4, let number = Int(String(decoding: part, as: UTF8.self)) else {
        return nil
      }
      numbers.append(number)
    }
    guard let first = numbers.first, (1...9999).contains(first) else { return nil }
    let month = numbers.count > 1 ? numbers[1] : 1
    let day = numbers.count > 2 ? numbers[2] : 1
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let year = month <= 2 ? first - 1 : first
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension IndexSnapshot {
  /// Days of publication, in the rows of `lengths`.
  /// - Complexity: O(articles).
  package func publicationDays(
    _ lengths: FieldLengths, today: Int32
  ) throws -> PublicationDays {
    try PublicationDays(self, lengths, today: today)
  }
}
