import GRDB

extension Row {
  /// The text in a column, whatever another tool has stored there: bytes that are no UTF-8 become U+FFFD.
  ///
  /// GRDB stops the program where it cannot make a `String` of a BLOB.
  func text(_ index: Int) -> String? {
    let value: DatabaseValue = self[index]
    return switch value.storage {
    case .null: nil
    case .string(let text): text
    case .blob(let data): String(decoding: data, as: UTF8.self)
    case .int64(let number): String(number)
    case .double(let number): String(number)
    }
  }

  /// The number in a column; `nil` where something else is stored there.
  func number(_ index: Int) -> Int? { Int.fromDatabaseValue(self[index]) }
}
