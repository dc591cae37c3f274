/// Finds the elements that are records in a stream of XML or SGML, without parsing the rest.
///
/// A record ends with its end tag, or where the next one begins: records never contain each other.
/// Comments and CDATA sections hide tags. Memory is bounded by the largest record.
final class XMLRecordScanner {
  enum Outcome {
    /// A record, the first so many bytes of the window.
    case record(count: Int)
    /// A record without an end before the end of the file.
    case unclosed
    /// A record larger than the limit; reading goes on inside it.
    case tooLarge
  }

  /// The bytes before the first record, at most ``mostHead``.
  private(set) var head: [UInt8] = []

  private let buffer: InputBuffer
  private let names: Set<String>
  private let limit: Int
  private var isInHead = true
  /// Offset in the file before which no comment and no section is known to end; keeps the time for
  /// a file full of open ones proportional to its length.
  private var endlessBefore: Int64 = 0

  private static let mostHead = 1 << 20
  private static let longestName = 64

  /// - Parameters:
  ///   - names: local names of the records' elements, in lower case.
  ///   - limit: largest record in bytes.
  init(buffer: InputBuffer, names: Set<String>, limit: Int) {
    self.buffer = buffer
    self.names = names
    self.limit = limit
  }

  /// Moves the window to the next record; `nil` when there is no other. Linear in the bytes passed.
  func next() -> Outcome? {
    while moveToMark() {
      if skipHidden() { continue }
      let name = tagName(at: 1)
      if !name.isEmpty, names.contains(Self.localName(name)) {
        isInHead = false
        return scanRecord(name)
      }
      discard(1)
    }
    return nil
  }

  /// The name behind `<` in lower case, without its prefix.
  static func localName(_ name: [UInt8]) -> String {
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
    return String(decoding: name[start...], as: UTF8.self).lowercased()
  }

  // MARK: Between records

  private func discard(_ count: Int) {
    if isInHead, head.count < Self.mostHead {
      head.append(contentsOf: buffer.slice(0..<min(count, Self.mostHead - head.count)))
    }
    buffer.discard(count)
  }

  /// Moves the window to the next `<`; false when there is none.
  private func moveToMark() -> Bool {
    while true {
      if let mark = buffer.firstIndex(of: UInt8(ascii: "<"), from: 0) {
        discard(mark)
        return true
      }
      discard(buffer.count)
      if !buffer.fill() { return false }
    }
  }

  /// Skips a comment or a CDATA section at the window's start.
  private func skipHidden() -> Bool {
    guard let hidden = hidden(at: 0) else { return false }
    discard(hidden.start.utf8CodeUnitCount)
    let last = hidden.end.utf8Start[hidden.end.utf8CodeUnitCount - 1]
    while true {
      guard let end = buffer.firstIndex(of: last, from: hidden.end.utf8CodeUnitCount - 1) else {
        discard(max(buffer.count - hidden.end.utf8CodeUnitCount + 1, 0))
        if !buffer.fill() {
          discard(buffer.count)
          return true
        }
        continue
      }
      let start = end + 1 - hidden.end.utf8CodeUnitCount
      let found = matches(hidden.end, at: start)
      discard(found ? end + 1 : start + 1)
      if found { return true }
    }
  }

  // MARK: Inside a record

  private func scanRecord(_ name: [UInt8]) -> Outcome {
    guard var position = endOfStartTag(from: name.count + 1) else { return unfinished() }
    if buffer[position - 2] == UInt8(ascii: "/") { return .record(count: position) }
    var lacksEnd = false
    while let mark = index(of: UInt8(ascii: "<"), from: position) {
      if mark > limit { return tooLarge() }
      if !lacksEnd, let hidden = hidden(at: mark) {
        let isKnown = buffer.offset + Int64(mark) < endlessBefore
        let start = mark + hidden.start.utf8CodeUnitCount
        if !isKnown, let end = index(of: hidden.end, from: start) {
          position = end
        } else {
          lacksEnd = true
          if !isKnown { endlessBefore = buffer.offset + Int64(min(buffer.count, limit)) }
          position = mark + 1
        }
        continue
      }
      position = mark + 1
      let isEnd = buffer.require(mark + 2) && buffer[mark + 1] == UInt8(ascii: "/")
      guard tagName(at: mark + (isEnd ? 2 : 1)) == name else { continue }
      if !isEnd { return .record(count: mark) }
      guard let end = index(of: UInt8(ascii: ">"), from: mark) else { break }
      return end < limit ? .record(count: end + 1) : tooLarge()
    }
    return unfinished()
  }

  private func tooLarge() -> Outcome {
    buffer.discard(min(limit, buffer.count))
    return .tooLarge
  }

  /// A record at the end of the file. When the elements round it end, only its own end tag is
  /// missing.
  private func unfinished() -> Outcome {
    if buffer.count > limit { return tooLarge() }
    var end = buffer.count
    while end > 0, UTF8Bytes.isSpace(buffer[end - 1]) { end -= 1 }
    guard end > 0, buffer[end - 1] == UInt8(ascii: ">"),
      let mark = buffer.bytes[..<end].lastIndex(of: UInt8(ascii: "<")),
      mark > 0, buffer[mark + 1] == UInt8(ascii: "/")
    else { return .unclosed }
    return .record(count: buffer.count)
  }

  private func endOfStartTag(from start: Int) -> Int? {
    var position = start
    var quote: UInt8 = 0
    while buffer.require(position + 1), position <= limit {
      let byte = buffer[position]
      position += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return position
      }
    }
    return nil
  }

  /// Marks of a comment or a section that starts at a position.
  private func hidden(at position: Int) -> (start: StaticString, end: StaticString)? {
    guard buffer.require(position + 2), buffer[position + 1] == UInt8(ascii: "!") else {
      return nil
    }
    _ = buffer.require(position + 9)
    if matches("<!--", at: position) { return ("<!--", "-->") }
    if matches("<![CDATA[", at: position) { return ("<![CDATA[", "]]>") }
    return nil
  }

  private func tagName(at start: Int) -> [UInt8] {
    _ = buffer.require(start + Self.longestName)
    let end = min(buffer.count, start + Self.longestName)
    guard start < end else { return [] }
    return Array(
      buffer.slice(start..<end).prefix { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2D
          || byte == 0x2E || byte == 0x5F
      })
  }

  private func matches(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, position + text.utf8CodeUnitCount <= buffer.count else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where buffer[position + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Position of the next `byte`; `nil` when the file or the largest record ends before it.
  private func index(of byte: UInt8, from start: Int) -> Int? {
    var searched = start
    while true {
      if let found = buffer.firstIndex(of: byte, from: searched) { return found }
      searched = max(buffer.count, start)
      if searched > limit + 1 || !buffer.fill() { return nil }
    }
  }

  /// Position behind the next occurrence of a text inside the largest record.
  private func index(of text: StaticString, from start: Int) -> Int? {
    var position = start
    let first = text.utf8Start[0]
    while let found = index(of: first, from: position) {
      if found > limit { return nil }
      _ = buffer.require(found + text.utf8CodeUnitCount)
      if matches(text, at: found) { return found + text.utf8CodeUnitCount }
      position = found + 1
    }
    return nil
  }
}
