/// Tells the notation of an input from its first bytes.
enum FormatSniffer {
  /// Bytes looked at from the first one that says something.
  static let length = 1 << 16

  /// The format of an input whose `expected` format comes from its name, or is not known.
  ///
  /// Content that is plainly something else beats the name: a `.json` file is often JSON Lines, a
  /// `.txt` file sometimes a page, a `.html` file a feed. XML is told by its root element.
  /// Everything that is neither markup, JSON nor has a header with known names is text.
  static func format(
    of buffer: InputBuffer, expected: InputFormat?, mapping: FieldMapping
  ) -> InputFormat {
    switch expected {
    case .csv, .tsv, .warc: return expected ?? .text
    default: break
    }
    let content = MarkupSniffer.prologueEnd(buffer)
    _ = buffer.require(content + length)
    let start = contentStart(buffer, upTo: content)
    guard start < buffer.count else { return expected ?? .text }
    let head = UnsafeBufferPointer(
      rebasing: buffer.bytes[start..<min(buffer.count, content + length)])
    if head.starts(with: "WARC/".utf8) || head.starts(with: "filedesc://".utf8) { return .warc }
    if MHTMLArchive.starts(head, isNamed: expected == .html) { return .html }
    if let format = MarkupSniffer.format(head, expected: expected) { return format }
    switch expected {
    case .html, .feed, .newsml, .sgml, .csv, .tsv, .warc:
      return expected ?? .text
    case .text:
      return isJSONInText(buffer, start) ?? .text
    case .json, .jsonl, nil:
      return jsonFormat(of: buffer, start, expected) ?? expected
        ?? delimitedFormat(buffer, start, mapping) ?? .text
    }
  }

  /// Which kind of JSON starts at `start`; `nil` when it is none.
  private static func jsonFormat(
    of buffer: InputBuffer, _ start: Int, _ expected: InputFormat?
  ) -> InputFormat? {
    switch buffer[start] {
    case UInt8(ascii: "{"):
      if expected == .jsonl { return .jsonl }
      return isFirstOfManyLines(buffer, start) ? .jsonl : .json
    case UInt8(ascii: "["):
      if expected == .jsonl { return startsArrayOfObjects(buffer, start) ? .json : .jsonl }
      if isFirstOfManyArrays(buffer, start) { return .jsonl }
      return expected ?? (startsJSONArray(buffer, start) ? .json : .text)
    default:
      return nil
    }
  }

  /// Which kind of JSON a text file holds that begins as no text does.
  private static func isJSONInText(_ buffer: InputBuffer, _ start: Int) -> InputFormat? {
    guard let next = secondByte(buffer, start) else { return nil }
    switch (buffer[start], next) {
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")):
      return isFirstOfManyLines(buffer, start) ? .jsonl : .json
    case (UInt8(ascii: "["), UInt8(ascii: "{")):
      return .json
    default:
      return nil
    }
  }

  /// Position of the first byte that is neither a byte order mark nor a space; `end` at most.
  private static func contentStart(_ buffer: InputBuffer, upTo end: Int) -> Int {
    var start = buffer.holds("\u{FEFF}", at: 0) ? 3 : 0
    while start < end && UTF8Bytes.isSpace(buffer[start]) { start += 1 }
    return start
  }

  /// True when the object at `start` ends on its line and another one follows on the next.
  private static func isFirstOfManyLines(_ buffer: InputBuffer, _ start: Int) -> Bool {
    let head = UnsafeBufferPointer(rebasing: buffer.bytes[..<min(buffer.count, start + length)])
    guard let lineEnd = head[start...].firstIndex(of: 0x0A),
      let next = head[lineEnd...].firstIndex(where: { !UTF8Bytes.isSpace($0) }),
      head[next] == UInt8(ascii: "{")
    else { return false }
    // A broken first line must not hide that the file is one object a line.
    var scanner = ElementScanner(from: start)
    switch scanner.scan(UnsafeBufferPointer(rebasing: head[..<lineEnd])) {
    case .end(let end):
      return head[end..<lineEnd].allSatisfy(UTF8Bytes.isSpace)
    case .mismatch:
      return true
    case .needsMore:
      let last = head[..<lineEnd].last { !UTF8Bytes.isSpace($0) } ?? 0
      return head[next - 1] == 0x0A && !"{[,:".utf8.contains(last)
    }
  }

  /// True when the array of texts at `start` ends on its line and another array follows on the next.
  private static func isFirstOfManyArrays(_ buffer: InputBuffer, _ start: Int) -> Bool {
    guard secondByte(buffer, start) == UInt8(ascii: "\"") else { return false }
    let head = buffer.slice(0..<min(buffer.count, start + length))
    guard let lineEnd = head[start...].firstIndex(of: 0x0A),
      head[lineEnd...].first(where: { !UTF8Bytes.isSpace($0) }) == UInt8(ascii: "[")
    else { return false }
    var scanner = ElementScanner(from: start)
    guard case .end(let end) = scanner.scan(UnsafeBufferPointer(rebasing: head[..<lineEnd])) else {
      return false
    }
    return head[end..<lineEnd].allSatisfy(UTF8Bytes.isSpace)
  }

  private static func startsArrayOfObjects(_ buffer: InputBuffer, _ start: Int) -> Bool {
    guard let next = secondByte(buffer, start) else { return false }
    return next == UInt8(ascii: "{")
  }

  private static func startsJSONArray(_ buffer: InputBuffer, _ start: Int) -> Bool {
    guard let next = secondByte(buffer, start) else { return true }
    return "{[]\"".utf8.contains(next) || ElementWindow.startsScalar(next)
  }

  private static func secondByte(_ buffer: InputBuffer, _ start: Int) -> UInt8? {
    let head = buffer.bytes[(start + 1)..<max(min(buffer.count, start + length), start + 1)]
    return head.first { !UTF8Bytes.isSpace($0) }
  }

  private static func delimitedFormat(
    _ buffer: InputBuffer, _ start: Int, _ mapping: FieldMapping
  ) -> InputFormat? {
    let head = buffer.bytes[start..<min(buffer.count, start + length)]
    guard let end = head.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    let line = UnsafeBufferPointer(rebasing: head[..<end])
    let delimiters: [UInt8] = [
      UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"),
    ]
    for delimiter in delimiters where line.contains(delimiter) {
      let names = DelimitedHeader.names(of: line, delimiter: delimiter)
      // Two names, so that a sentence with a comma is no header.
      if names.count >= 2, names.allSatisfy({ $0.count <= 64 }),
        DelimitedHeader.knownCount(names, mapping) >= 2
      {
        return delimiter == UInt8(ascii: "\t") ? .tsv : .csv
      }
    }
    return nil
  }
}
