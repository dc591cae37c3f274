/// Headers of WARC records: a version line, then named fields as in e-mail (ISO 28500:2017,
/// section 4; versions 0.17 to 1.1).
enum WARCHeader {
  /// True when a version line starts at `position`.
  static func startsLine(_ buffer: InputBuffer, at position: Int) -> Bool {
    guard buffer.require(position + 9), buffer.holds("WARC/", at: position),
      isDigit(buffer[position + 5]), buffer[position + 6] == UInt8(ascii: ".")
    else { return false }
    var end = position + 7
    while end < position + 10, buffer.require(end + 1), isDigit(buffer[end]) { end += 1 }
    while end < position + 14, buffer.require(end + 1),
      buffer[end] == 0x0D || buffer[end] == 0x20
    {
      end += 1
    }
    return end > position + 7 && buffer.require(end + 1) && buffer[end] == 0x0A
  }

  /// Reads the header at `position`. Linear in its length.
  static func read(_ buffer: InputBuffer, at position: Int) -> CrawlHeader {
    guard startsLine(buffer, at: position),
      var line = CrawlHeader.lineEnd(buffer, from: position, header: position)
    else {
      return .malformed("no WARC record starts here")
    }
    var record = CrawlRecord(
      kind: .other, headerLength: 0, contentLength: -1, url: nil, date: nil, contentType: nil,
      isARC: false)
    while true {
      let start = line + 1
      guard let end = CrawlHeader.lineEnd(buffer, from: start, header: position) else {
        return .malformed("the header of the WARC record does not end")
      }
      line = end
      let field = trimmed(buffer, start..<end)
      if field.isEmpty {
        record.headerLength = end + 1
        break
      }
      // Else a file full of headers that break off would be read once for each of them.
      if endsInVersion(buffer, field) {
        return .malformed("the header of the WARC record breaks off")
      }
      // A line that goes on with the field before; no field that is read here has one.
      if field.lowerBound > start { continue }
      guard let colon = buffer.slice(field).firstIndex(of: UInt8(ascii: ":")) else {
        return .malformed("the header of the WARC record is damaged")
      }
      let name = field.lowerBound..<field.lowerBound + colon
      let value = trimmed(buffer, name.upperBound + 1..<field.upperBound)
      read(buffer, name: name, value: value, into: &record)
    }
    if record.contentLength < 0 {
      return .malformed("the WARC record has no valid Content-Length")
    }
    return .record(record.relative(to: position))
  }

  /// True when the line ends in the version line of another record.
  private static func endsInVersion(_ buffer: InputBuffer, _ line: Range<Int>) -> Bool {
    for length in 8...10 where line.count >= length {
      if startsLine(buffer, at: line.upperBound - length) { return true }
    }
    return false
  }

  private static func read(
    _ buffer: InputBuffer, name: Range<Int>, value: Range<Int>, into record: inout CrawlRecord
  ) {
    let bytes = buffer.slice(name)
    switch name.count {
    case 9 where bytes.equalsIgnoringCase("warc-type"):
      let type = buffer.slice(value)
      if type.equalsIgnoringCase("response") {
        record.kind = .response
      } else if type.equalsIgnoringCase("resource") {
        record.kind = .resource
      } else if type.equalsIgnoringCase("conversion") {
        record.kind = .conversion
      }
    case 14 where bytes.equalsIgnoringCase("content-length"):
      record.contentLength = CrawlHeader.number(buffer.slice(value)) ?? -1
    case 15 where bytes.equalsIgnoringCase("warc-target-uri"):
      record.url = address(buffer, value)
    case 9 where bytes.equalsIgnoringCase("warc-date"):
      record.date = value
    case 12 where bytes.equalsIgnoringCase("content-type"):
      record.contentType = value
    default:
      break
    }
  }

  /// The address without the angle brackets that WARC 1.0's grammar asked for by mistake.
  private static func address(_ buffer: InputBuffer, _ value: Range<Int>) -> Range<Int> {
    guard value.count >= 2, buffer[value.lowerBound] == UInt8(ascii: "<"),
      buffer[value.upperBound - 1] == UInt8(ascii: ">")
    else { return value }
    return value.lowerBound + 1..<value.upperBound - 1
  }

  private static func trimmed(_ buffer: InputBuffer, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end && UTF8Bytes.isSpace(buffer[start]) { start += 1 }
    while end > start && UTF8Bytes.isSpace(buffer[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension UnsafeBufferPointer<UInt8> {
  /// True when the bytes are `text` but for the case of ASCII letters; `text` is in lower case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = self[index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != text.utf8Start[index] { return false }
    }
    return true
  }
}
