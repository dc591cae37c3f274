import DatelineCore

/// How many dates of three numbers can only be read with the day first, and how many only with the month.
struct DateOrderCounts {
  private var dayFirst = 0
  private var monthFirst = 0

  var isEmpty: Bool { dayFirst + monthFirst == 0 }

  /// The order all dates agree on.
  var order: RawDocument.DateOrder? {
    switch (dayFirst, monthFirst) {
    case (1..., 0): .dayFirst
    case (0, 1...): .monthFirst
    default: nil
    }
  }

  /// Looks at a value that may hold a date, and counts it. Whether it can be read in both orders.
  mutating func look(at value: UnsafeBufferPointer<UInt8>, counts: Bool = true) -> Bool {
    guard let (first, second) = Self.numbers(value) else { return false }
    if first <= 12, second <= 12 { return first != second }
    if counts, first > 12, second <= 12 { dayFirst += 1 }
    if counts, second > 12, first <= 12 { monthFirst += 1 }
    return false
  }

  /// The two numbers before the year in a date of three numbers with the same mark between them.
  private static func numbers(_ cell: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    var position = cell.firstIndex { isDigit($0) } ?? cell.count
    func number() -> (value: Int, digits: Int) {
      let start = position
      var value = 0
      while position < cell.count, isDigit(cell[position]), position - start < 5 {
        value = value * 10 + Int(cell[position] - 0x30)
        position += 1
      }
      return (value, position - start)
    }
    let first = number()
    guard position < cell.count else { return nil }
    let mark = cell[position]
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else {
      return nil
    }
    position += 1
    let second = number()
    guard position < cell.count, cell[position] == mark else { return nil }
    position += 1
    let year = number()
    guard (1...2).contains(first.digits), (1...2).contains(second.digits), first.value > 0,
      second.value > 0, year.digits == 4 || year.digits == 2
    else { return nil }
    return (first.value, second.value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
