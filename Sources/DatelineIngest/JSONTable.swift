import CSimdJSON
import DatelineCore

/// Tables in JSON, whose rows become objects: arrays below an array of names, an object of columns (pandas
/// writes it as `orient="columns"`), names and arrays as two members (`orient="split"`).
struct JSONTable {
  /// The names of the columns as they are written, with their quotation marks.
  private let names: [[UInt8]]

  /// The table below a header, which is an array of names; `nil` when the parser's text is none.
  /// - Parameter mapping: what says whether the names are those of an article.
  init?(header parser: JSONParser, _ mapping: FieldMapping) {
    guard parser.root.kind == CSIMDJSON_ARRAY else { return nil }
    var names: [[UInt8]] = []
    var texts: [String] = []
    var areNames = true
    parser.forEachMember(of: parser.root) { element in
      areNames = element.value.kind == CSIMDJSON_STRING && element.value.text_length <= 256
      if areNames {
        names.append(Array(parser.raw(element.value)))
        texts.append(Self.string(element.value.text, element.value.text_length))
      }
      return areNames
    }
    guard areNames, names.count >= 2,
      DelimitedHeader(names: texts, mapping: mapping).isRecognised
    else { return nil }
    self.names = names
  }

  /// The row with these elements as an object. Linear in its length.
  func object(row: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "{")]
    output.reserveCapacity(row.count + names.reduce(0) { $0 + $1.count + 2 })
    var position = 1
    for name in names {
      while position < row.count,
        UTF8Bytes.isSpace(row[position]) || row[position] == UInt8(ascii: ",")
      {
        position += 1
      }
      guard position < row.count, row[position] != UInt8(ascii: "]") else { break }
      var scanner = ElementScanner(from: position)
      guard case .end(let end) = scanner.scan(row) else { break }
      Self.append(name[...], row[position..<end], to: &output)
      position = end
    }
    output.append(UInt8(ascii: "}"))
    return output
  }

  /// The rows of an object of columns, which the parser has read: each member is an object, all with the same
  /// keys, and one of the members is called like a title or a text. `nil` for others. Linear.
  static func rows(ofColumns parser: JSONParser, _ mapping: FieldMapping) -> [[UInt8]]? {
    guard parser.root.kind == CSIMDJSON_OBJECT else { return nil }
    var columns: [(name: Range<Int>, cells: [String: Range<Int>])] = []
    var keys: [String] = []
    var isTable = true
    var hasText = false
    parser.forEachMember(of: parser.root) { column in
      guard column.value.kind == CSIMDJSON_OBJECT else {
        isTable = false
        return false
      }
      if case .field(let field, _) = mapping.role(of: string(column.key, column.key_length)),
        field.isText
      {
        hasText = true
      }
      var cells: [String: Range<Int>] = [:]
      let isFirst = columns.isEmpty
      parser.forEachMember(of: column.value) { cell in
        let key = string(cell.key, cell.key_length)
        if isFirst { keys.append(key) }
        cells[key] = cell.value.raw_offset..<cell.value.raw_offset + cell.value.raw_length
        return true
      }
      let start = column.raw_key_offset
      columns.append((start..<start + column.raw_key_length, cells))
      isTable = cells.count == keys.count && keys.first.map { cells[$0] != nil } == true
      return isTable
    }
    guard isTable, hasText, columns.count >= 2, let first = keys.first,
      mapping.role(of: first) == .unknown,
      !FieldNames.textMembers.contains(first), !FieldNames.nameMembers.contains(first)
    else { return nil }
    return keys.map { key in
      var output: [UInt8] = [UInt8(ascii: "{")]
      for column in columns {
        guard let cell = column.cells[key] else { continue }
        append(parser.source[column.name], parser.source[cell], to: &output)
      }
      output.append(UInt8(ascii: "}"))
      return output
    }
  }

  private static func append(
    _ name: some Collection<UInt8>, _ value: Slice<UnsafeBufferPointer<UInt8>>,
    to output: inout [UInt8]
  ) {
    if output.count > 1 { output.append(UInt8(ascii: ",")) }
    output.append(contentsOf: name)
    output.append(UInt8(ascii: ":"))
    output.append(contentsOf: value)
  }

  /// Invariant: the parser gives an address and the number of bytes there, valid until it parses again.
  private static func string(_ text: UnsafePointer<CChar>?, _ count: Int) -> String {
    String(
      decoding: UnsafeBufferPointer(
        start: UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self), count: count),
      as: UTF8.self)
  }
}

extension JSONRecordReader {
  /// What a row of a table is, as an object; `raw` are the bytes it was made from.
  func event(object: [UInt8], origin: Origin, raw: UnsafeBufferPointer<UInt8>) -> IngestEvent {
    let copy = PaddedBytes(object)
    // The parser's values point into the copy.
    return withExtendedLifetime(copy) {
      if let message = parser.parse(copy.bytes) { return RecordCounter.malformed(origin, message) }
      return event(origin: origin, raw: raw)
    }
  }
}
