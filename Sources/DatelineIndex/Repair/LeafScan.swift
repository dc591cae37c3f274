import Foundation
import GRDB

/// Reads rows of a table straight from the pages of a file, where the tree above them is damaged.
///
/// A row is taken where a leaf of a table's tree holds a record with as many columns as the table has; whose row
/// it is, the caller decides by its values. Source: "B-tree Pages", "Cell Payload Overflow Pages" and "Record
/// Format" of SQLite's file format.
struct LeafScan {
  /// Longest record that is put together, in bytes: SQLite's own limit.
  private static let longest = 1_000_000_000

  private let data: Data
  private let pageSize: Int
  private let usable: Int

  /// - Parameters:
  ///   - path: a file whose log was played back already.
  ///   - length: how much of it is looked at. A copy is made as long as its header claims, which may be terabytes of
  ///     nothing.
  init?(path: String, length: Int) {
    guard let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
      min(file.count, length) >= 512
    else { return nil }
    let data = file.prefix(length)
    self.data = data
    let size = Int(data[16]) << 8 | Int(data[17])
    pageSize = size == 1 ? 65_536 : size
    usable = pageSize - Int(data[20])
    guard pageSize >= 512, usable >= 480, data.count >= pageSize else { return nil }
  }

  /// Calls `body` with row number and values of each record with so many columns; what it has less is NULL. Linear in the file: no more bytes
  /// of overflow pages are read than the file has, twice over, though a damaged one may lead in circles.
  func rows(columns: ClosedRange<Int>, _ body: (Int64, [DatabaseValue]) throws -> Void) rethrows {
    let free = freePages()
    var budget = 2 * data.count
    for page in 0..<data.count / pageSize {
      let start = page * pageSize
      let header = start + (page == 0 ? 100 : 0)
      guard data[header] == 0x0D, !free.contains(page + 1) else { continue }
      let cells = number(header + 3, 2)
      guard cells > 0, header + 8 + 2 * cells <= start + usable else { continue }
      for cell in 0..<cells {
        let place = number(header + 8 + 2 * cell, 2)
        guard place >= 8, place < usable,
          let (id, record) = record(at: start + place, end: start + usable, budget: &budget),
          let values = values(record, columns: columns)
        else { continue }
        try body(id, values)
      }
    }
  }

  /// Pages that hold nothing any more; what stands on them was deleted.
  private func freePages() -> Set<Int> {
    var found: Set<Int> = []
    var trunk = number(32, 4)
    while trunk > 0, trunk * pageSize <= data.count, found.insert(trunk).inserted {
      let start = (trunk - 1) * pageSize
      let count = min(number(start + 4, 4), usable / 4 - 2)
      for leaf in 0..<max(count, 0) { found.insert(number(start + 8 + 4 * leaf, 4)) }
      trunk = number(start, 4)
    }
    return found
  }

  private func number(_ place: Int, _ bytes: Int) -> Int {
    data[place..<place + bytes].reduce(0) { $0 << 8 | Int($1) }
  }

  private func varint(_ place: inout Int, end: Int, in bytes: Data) -> Int64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard place < end else { return nil }
      let byte = bytes[place]
      place += 1
      if index == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: value)
  }

  /// Row number and record of a cell, put together from its overflow pages.
  private func record(at place: Int, end: Int, budget: inout Int) -> (Int64, Data)? {
    var place = place
    guard let length = varint(&place, end: end, in: data), length > 0, length <= Self.longest,
      length <= data.count, let id = varint(&place, end: end, in: data)
    else { return nil }
    let total = Int(length)
    if total <= usable - 35 {
      guard place + total <= end else { return nil }
      return (id, data.subdata(in: place..<place + total))
    }
    let least = (usable - 12) * 32 / 255 - 23
    let fitting = least + (total - least) % (usable - 4)
    let local = fitting <= usable - 35 ? fitting : least
    guard place + local + 4 <= end else { return nil }
    var record = data.subdata(in: place..<place + local)
    var next = number(place + local, 4)
    while record.count < total {
      budget -= usable
      guard budget > 0, next > 1, next * pageSize <= data.count else { return nil }
      let start = (next - 1) * pageSize
      let part = min(usable - 4, total - record.count)
      record.append(data[start + 4..<start + 4 + part])
      next = number(start, 4)
    }
    return (id, record)
  }

  /// The values of a record, if it has so many.
  private func values(_ record: Data, columns: ClosedRange<Int>) -> [DatabaseValue]? {
    var place = 0
    guard let size = varint(&place, end: record.count, in: record), size >= place,
      size <= record.count
    else { return nil }
    var types: [Int64] = []
    while place < size, types.count <= columns.upperBound {
      guard let type = varint(&place, end: Int(size), in: record), type >= 0 else { return nil }
      types.append(type)
    }
    guard columns.contains(types.count), place == size else { return nil }
    var values: [DatabaseValue] = []
    for type in types {
      let length: Int
      switch type {
      case 0, 8, 9: length = 0
      case 1...4: length = Int(type)
      case 5: length = 6
      case 6, 7: length = 8
      case 10, 11: return nil
      default: length = Int((type - 12) / 2)
      }
      guard length <= record.count - place else { return nil }
      let bytes = record[place..<place + length]
      place += length
      switch type {
      case 0: values.append(.null)
      case 8, 9: values.append(Int64(type - 8).databaseValue)
      case 1...6:
        var value: Int64 = (bytes.first ?? 0) >= 0x80 ? -1 : 0
        for byte in bytes { value = value << 8 | Int64(byte) }
        values.append(value.databaseValue)
      case 7:
        let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        values.append(Double(bitPattern: bits).databaseValue)
      default:
        if type % 2 == 0 {
          values.append(Data(bytes).databaseValue)
        } else {
          guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
          values.append(text.databaseValue)
        }
      }
    }
    guard place == record.count else { return nil }
    return values + Array(repeating: .null, count: columns.upperBound - values.count)
  }
}
