import Foundation
import GRDB
import Testing

@testable import DatelineIndex

@Suite struct BatchedInsertTests {
  @Test(arguments: [0, 1, 63, 64, 65, 128, 200])
  func writesAllRows(count: Int) throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE t (a INTEGER, b TEXT, c BLOB)")
      let insert = try BatchedInsert(db, "INSERT INTO t (a, b, c)", columns: 3)
      for number in 0..<count {
        insert.add(Int64(number))
        let text = String(repeating: "é", count: number % 7)
        Array(text.utf8).withUnsafeBufferPointer { insert.add(text: $0) }
        Array("\(number)".utf8).withUnsafeBytes { insert.add(blob: $0) }
        try insert.endRow()
      }
      try insert.finish()
      let rows = try Row.fetchAll(
        db, sql: "SELECT a, b, c, typeof(b), typeof(c) FROM t ORDER BY rowid")
      #expect(rows.count == count)
      for (number, row) in rows.enumerated() {
        #expect(row[0] == number)
        #expect(row[1] == String(repeating: "é", count: number % 7))
        #expect(row[2] == Data("\(number)".utf8))
        #expect(row[3] == "text")
        #expect(row[4] == "blob")
      }
    }
  }
}
