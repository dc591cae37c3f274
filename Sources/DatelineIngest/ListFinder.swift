import CSimdJSON
import DatelineCore

/// Finds the array of articles in an object that is only the frame round it, such as the answer
/// of a news service: `{"status": "ok", "articles": [{...}, ...]}`.
///
/// An array counts when its name is a usual one (``FieldNames/lists``), it lies in the outermost
/// object or in objects with usual names (``FieldNames/listContainers``), its first element has a
/// title or a text, and no text of an article stands before it in the same object.
final class ListFinder {
  /// Where reading goes on behind a list.
  enum Continuation {
    /// Behind the opening bracket of another list, in so many objects.
    case list(depth: Int)
    /// Behind the outermost object.
    case closed
    /// Nowhere: the object is not well formed, or the file ends.
    case broken
  }

  /// The feed when the object searched last is one.
  private(set) var feed: JSONFeed?
  /// The names of the columns where the list found last has arrays for rows.
  private(set) var table: JSONTable?
  /// True when the object searched last has a list with a usual name that is empty.
  private(set) var hasEmptyList = false

  private let buffer: InputBuffer
  private let window: ElementWindow
  private let records: JSONRecordReader
  private let mapping: FieldMapping

  /// Name of the member looked at last.
  private var lastKey = ""

  private static let maximumDepth = 3
  private static let longestKey = 1 << 10

  init(
    buffer: InputBuffer, window: ElementWindow, records: JSONRecordReader, mapping: FieldMapping
  ) {
    self.buffer = buffer
    self.window = window
    self.records = records
    self.mapping = mapping
  }

  /// Looks for a list in the object whose members start at `position`, and keeps the object in
  /// the window. The position behind the list's bracket and the number of objects round it.
  func find(behindBrace position: Int) -> (start: Int, depth: Int)? {
    hasEmptyList = false
    feed = nil
    table = nil
    var members: [String: String] = [:]
    var position = position
    var textSeen = [false]
    while let start = window.significant(from: position) {
      switch step(at: start, &textSeen) {
      case .go(let next):
        position = next
      case .skip(let value):
        let limit = max(window.limit - value, 0)
        guard case .complete(let end) = window.extent(from: value, limit: limit).outcome
        else { return nil }
        if textSeen.count == 1, let field = JSONFeed.members[lastKey],
          let text = text(value..<end, for: field)
        {
          members[lastKey] = text
        }
        if lastKey == "columns", records.parser.parse(buffer.slice(value..<end)) == nil {
          table = JSONTable(header: records.parser, mapping)
        }
        position = end
      case .list(let start):
        feed = JSONFeed(members: members)
        return (start, textSeen.count)
      case .closed, .broken, .cut:
        return nil
      }
    }
    return nil
  }

  /// Looks for a further list in the objects round the one that was read, keeping nothing. Leaves
  /// the window behind what it returns.
  func findNext(openObjects: Int) -> Continuation {
    var textSeen = Array(repeating: false, count: openObjects)
    while let start = window.significant(from: 0) {
      switch step(at: start, &textSeen) {
      case .go(let next):
        buffer.discard(next)
      case .skip(let value):
        buffer.discard(value)
        if !window.skipValue() { return .broken }
      case .list(let start):
        buffer.discard(start)
        return .list(depth: textSeen.count)
      case .closed:
        buffer.discard(start + 1)
        return .closed
      case .broken:
        return .broken
      case .cut:
        buffer.discard(buffer.count)
      }
    }
    buffer.discard(buffer.count)
    return .broken
  }

  /// The text of a short value in the place of `field`.
  private func text(_ range: Range<Int>, for field: DocumentField) -> String? {
    guard range.count <= 1 << 12, records.parser.parse(buffer.slice(range)) == nil
    else { return nil }
    return records.text(of: records.parser.root, for: field)
  }

  private enum Step {
    case go(Int)
    case skip(Int)
    case list(Int)
    case closed
    case broken
    /// The file ends inside the member.
    case cut
  }

  /// Looks at one comma, bracket or member. `textSeen` has an element for each open object.
  private func step(at start: Int, _ textSeen: inout [Bool]) -> Step {
    switch buffer[start] {
    case UInt8(ascii: ","):
      return .go(start + 1)
    case UInt8(ascii: "}"):
      textSeen.removeLast()
      return textSeen.isEmpty ? .closed : .go(start + 1)
    case UInt8(ascii: "\""):
      let keyEnd: Int
      switch window.extent(from: start, limit: Self.longestKey).outcome {
      case .complete(let end): keyEnd = end
      case .unclosed: return .cut
      case .mismatch, .tooLarge: return .broken
      }
      guard let colon = window.significant(from: keyEnd) else { return .cut }
      guard buffer[colon] == UInt8(ascii: ":") else { return .broken }
      guard let value = window.significant(from: colon + 1) else { return .cut }
      let key = String(decoding: buffer.slice((start + 1)..<(keyEnd - 1)), as: UTF8.self)
      return step(key: key, value: value, &textSeen)
    default:
      return .broken
    }
  }

  private func step(key: String, value: Int, _ textSeen: inout [Bool]) -> Step {
    let name = FieldMapping.normalized(key)
    lastKey = key
    switch buffer[value] {
    case UInt8(ascii: "["):
      guard FieldNames.lists.contains(name), mapping.mayBeContainer(key),
        textSeen.last == false, let first = window.significant(from: value + 1)
      else { return .skip(value) }
      if buffer[first] == UInt8(ascii: "]") {
        hasEmptyList = true
        return .go(first + 1)
      }
      if table != nil, key == "data", buffer[first] == UInt8(ascii: "[") { return .list(value + 1) }
      return isArticle(at: first) ? .list(value + 1) : .skip(value)
    case UInt8(ascii: "{"):
      let isContainer =
        FieldNames.listContainers.contains(name) && textSeen.count < Self.maximumDepth
      guard isContainer else { return .skip(value) }
      textSeen.append(false)
      return .go(value + 1)
    case UInt8(ascii: "\""):
      if case .field(.body, _) = mapping.role(of: key) { textSeen[textSeen.count - 1] = true }
      return .skip(value)
    default:
      return .skip(value)
    }
  }

  /// Whether the members of the object behind `position` are articles under keys that name no fields
  /// (`{"0": {"title": …}, "1": {"title": …}}`): the first two are, and begin alike.
  func startsArticles(behindBrace position: Int) -> Bool {
    var position = position
    var firstNames: [String] = []
    while firstNames.count < 2, let start = window.significant(from: position) {
      if buffer[start] == UInt8(ascii: ","), !firstNames.isEmpty {
        position = start + 1
        continue
      }
      guard let (key, value) = member(at: start), buffer[value] == UInt8(ascii: "{"),
        mapping.role(of: key) == .unknown,
        !FieldNames.envelopes.contains(FieldMapping.normalized(key)),
        case .complete(let end) = window.extent(from: value, limit: window.limit - value).outcome,
        records.parser.parse(buffer.slice(value..<end)) == nil,
        case .document = records.event(origin: Origin(file: ""), raw: buffer.slice(value..<end)),
        let inner = window.significant(from: value + 1), let name = member(at: inner)?.key
      else { return false }
      firstNames.append(name)
      position = end
    }
    return firstNames.count == 2 && firstNames[0] == firstNames[1]
  }

  /// The key of the member at `start` and the place of its value; `nil` when there is none.
  func member(at start: Int) -> (key: String, value: Int)? {
    guard buffer[start] == UInt8(ascii: "\""),
      case .complete(let keyEnd) = window.extent(from: start, limit: Self.longestKey).outcome,
      let colon = window.significant(from: keyEnd), buffer[colon] == UInt8(ascii: ":"),
      let value = window.significant(from: colon + 1)
    else { return nil }
    return (String(decoding: buffer.slice((start + 1)..<(keyEnd - 1)), as: UTF8.self), value)
  }

  /// True when the element is an article, or might be one if it were not broken.
  private func isArticle(at start: Int) -> Bool {
    guard buffer[start] == UInt8(ascii: "{") else { return false }
    let extent = window.extent(from: start, limit: window.limit)
    guard case .complete(let end) = extent.outcome,
      records.parser.parse(buffer.slice(start..<end)) == nil
    else { return true }
    if case .rejected(let rejection) = records.event(
      origin: Origin(file: ""), raw: records.parser.source)
    {
      return rejection.reason != .notAnArticle
    }
    return true
  }
}
