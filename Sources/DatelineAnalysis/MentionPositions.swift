/// Writes down where the mentions of an article's entities stand: for each entity a JSON array of
/// `["title",start,length]` and `["body",start,length]`, in order of the text.
///
/// Start (from 1) and length count Unicode code points of the column, as SQL's `substr` does. At most
/// ``most`` places of an entity are kept, the first ones.
package struct MentionPositions {
  /// Places of one entity in one article.
  package static let most = 100

  /// For each entity of the gazetteer its row in `rows`, -1 where it has none.
  private var rowOfEntity: [Int32]
  private var rows: [[UInt8]] = []
  private var counts: [Int] = []

  init(entityCount: Int) {
    rowOfEntity = Array(repeating: -1, count: entityCount)
  }

  /// The places of each mention.
  /// - Parameter occurrences: in order of the text, or nearly so.
  /// - Complexity: O(bytes of title and body) where something occurs.
  mutating func texts(
    of mentions: [EntityTagger.Mention], at occurrences: [EntityTagger.Occurrence], title: String,
    body: String
  ) -> [String] {
    if mentions.isEmpty { return [] }
    while rows.count < mentions.count { rows.append([]) }
    counts = Array(repeating: 0, count: mentions.count)
    for (row, mention) in mentions.enumerated() {
      rowOfEntity[mention.entity] = Int32(truncatingIfNeeded: row)
      rows[row].removeAll(keepingCapacity: true)
      rows[row].append(UInt8(ascii: "["))
    }
    write(occurrences, inTitle: true, of: title, field: "[\"title\",")
    write(occurrences, inTitle: false, of: body, field: "[\"body\",")
    for mention in mentions { rowOfEntity[mention.entity] = -1 }
    return (0..<mentions.count).map { row in
      rows[row].append(UInt8(ascii: "]"))
      return String(decoding: rows[row], as: UTF8.self)
    }
  }

  private mutating func write(
    _ occurrences: [EntityTagger.Occurrence], inTitle: Bool, of text: String,
    field: StaticString
  ) {
    var text = text
    text.withUTF8 { bytes in
      var byte = 0
      var point = 1
      for occurrence in occurrences where occurrence.isTitle == inTitle {
        let range = occurrence.range
        // A form within a longer one may be told behind it.
        if range.lowerBound < byte { (byte, point) = (0, 1) }
        point += Self.codePoints(bytes, byte..<range.lowerBound)
        byte = range.lowerBound
        let row = Int(rowOfEntity[occurrence.entity])
        guard row >= 0, counts[row] < Self.most else { continue }
        if counts[row] > 0 { rows[row].append(UInt8(ascii: ",")) }
        counts[row] += 1
        rows[row].append(
          contentsOf: UnsafeBufferPointer(
            start: field.utf8Start, count: field.utf8CodeUnitCount))
        Self.append(point, to: &rows[row])
        rows[row].append(UInt8(ascii: ","))
        Self.append(Self.codePoints(bytes, range), to: &rows[row])
        rows[row].append(UInt8(ascii: "]"))
      }
    }
  }

  /// Number of code points that begin in a range of well-formed UTF-8.
  private static func codePoints(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    // Invariant: words of eight bytes are read only where all eight lie within the range, which lies within the
    // text.
    let bytes = UnsafeRawBufferPointer(bytes)
    var count = range.count
    var index = range.lowerBound
    // Continuation bytes are those of the form 10xxxxxx; eight are looked at in one word.
    while index + 8 <= range.upperBound {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 {
        let continuing = (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
        // Adds up the bytes in the highest one.
        count -= Int(truncatingIfNeeded: (continuing &* 0x0101_0101_0101_0101) >> 56)
      }
      index += 8
    }
    while index < range.upperBound {
      if bytes[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
