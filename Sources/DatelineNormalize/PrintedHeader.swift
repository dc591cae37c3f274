/// What stands ahead of the Daily Mail's stories in the collection of CNN and Daily Mail, with a full stop between the
/// parts or each on a line: `By . Ada Marsh . PUBLISHED: . 03:48 EST, 20 May 2013 . | . UPDATED: . …`.
struct PrintedHeader {
  /// The author line.
  private(set) var byline: String?
  /// When the story was published, as written.
  private(set) var published: String?
  /// When it was changed.
  private(set) var modified: String?
  /// The text behind it.
  private(set) var text: String
  /// Whether full stops or bars stand alone between its parts, as in no other texts.
  private var hasMarks = false

  /// Bytes of the longest names and of the longest date.
  private static let longestNames = 160
  private static let longestDate = 60
  /// Parts that names can have.
  private static let mostParts = 4

  /// Reads the header of a text; `nil` when there is none. Looks at the first words alone where there is none.
  init?(_ body: String) {
    text = ""
    guard Self.mayBegin(body) else { return nil }
    var rest = body[...]
    let hasNames = readNames(&rest)
    var hasDate = false
    while readDate(&rest) { hasDate = true }
    skipMarks(&rest)
    guard hasDate ? hasMarks : hasNames, !rest.isEmpty else { return nil }
    text = String(rest)
  }

  private static func mayBegin(_ body: String) -> Bool {
    switch body.utf8.first {
    case UInt8(ascii: "B"): body.hasPrefix("By ") || body.hasPrefix("By\n")
    case UInt8(ascii: "P"): isLabel(publishedLabels, body[...])
    case UInt8(ascii: "U"), UInt8(ascii: "L"): isLabel(modifiedLabels, body[...])
    default: false
    }
  }

  private static let publishedLabels = ["PUBLISHED:", "Published:"]
  private static let modifiedLabels = ["UPDATED:", "Updated:", "Last updated at ", "Last updated:"]

  private static func isLabel(_ labels: [String], _ text: Substring) -> Bool {
    labels.contains { text.hasPrefix($0) }
  }

  /// Reads the names behind "By"; whether full stops set them off, so that they are a header
  /// without a date.
  private mutating func readNames(_ rest: inout Substring) -> Bool {
    guard rest.hasPrefix("By") else { return false }
    let start = rest
    rest = rest.dropFirst(2)
    let isSetOff = skipMarks(&rest)
    var names: [String] = []
    var isClosed = false
    for _ in 0..<Self.mostParts {
      if Self.isLabel(Self.publishedLabels + Self.modifiedLabels, rest) { break }
      let part = Self.part(rest)
      let line = TextNormalizer.line(String(part))
      let isFurther =
        ["and ", "in ", "for ", "In ", "For ", "And "].contains { line.hasPrefix($0) }
        || line == "and"
      guard part.utf8.count <= Self.longestNames,
        names.isEmpty || isClosed && isFurther || names.last == "and"
      else { break }
      names.append(line)
      rest = rest[part.endIndex...]
      isClosed = skipMarks(&rest)
    }
    let found = names.joined(separator: " ")
    guard !found.isEmpty, found.utf8.count <= Self.longestNames, !FieldAuthors.names(found).isEmpty
    else {
      rest = start
      return false
    }
    byline = "By " + found
    return isSetOff && isClosed
  }

  /// Reads a label and the date behind it, up to its year.
  private mutating func readDate(_ rest: inout Substring) -> Bool {
    skipMarks(&rest)
    let isModified = Self.isLabel(Self.modifiedLabels, rest)
    guard isModified || Self.isLabel(Self.publishedLabels, rest),
      let label = rest.prefix(20).firstIndex(where: { $0 == ":" || $0.isNumber })
    else { return false }
    var date = rest[(rest[label] == ":" ? rest.index(after: label) : label)...]
    skipMarks(&date)
    guard let end = Self.endOfYear(date) else { return false }
    let line = TextNormalizer.line(String(date[..<end]))
    if isModified { modified = modified ?? line } else { published = published ?? line }
    rest = date[end...]
    return true
  }

  /// Behind the first number of four digits that is a year.
  private static func endOfYear(_ text: Substring) -> Substring.Index? {
    let bytes = text.utf8
    var digits = 0
    var offset = 0
    for index in bytes.indices {
      let byte = bytes[index]
      offset += 1
      if (0x30...0x39).contains(byte) {
        digits += 1
        continue
      }
      if digits == 4, bytes[bytes.index(index, offsetBy: -4)] <= UInt8(ascii: "2") { return index }
      digits = 0
      if offset > longestDate { return nil }
    }
    return digits == 4 ? text.endIndex : nil
  }

  /// The text up to a full stop that stands alone, a label or the end of a line.
  private static func part(_ text: Substring) -> Substring {
    let bytes = text.utf8
    var index = bytes.startIndex
    var before: UInt8 = 0x20
    var count = 0
    while index < bytes.endIndex, count <= longestNames {
      let byte = bytes[index]
      if byte == 0x0A { break }
      if before == 0x20 {
        if byte == UInt8(ascii: "."), bytes[bytes.index(after: index)...].first ?? 0x20 <= 0x20 {
          break
        }
        if byte == UInt8(ascii: "P") || byte == UInt8(ascii: "U") || byte == UInt8(ascii: "L"),
          isLabel(publishedLabels + modifiedLabels, text[index...])
        {
          break
        }
      }
      before = byte
      index = bytes.index(after: index)
      count += 1
    }
    return text[..<index]
  }

  /// Passes over spaces, and full stops and bars that stand alone; whether there was such a mark.
  @discardableResult
  private mutating func skipMarks(_ text: inout Substring) -> Bool {
    var isFound = false
    while let first = text.utf8.first {
      if first > 0x20 {
        guard first == UInt8(ascii: ".") || first == UInt8(ascii: "|"),
          text.utf8.dropFirst().first ?? 0x20 <= 0x20
        else { break }
        isFound = true
      }
      text = text[text.utf8.index(after: text.startIndex)...]
    }
    if isFound { hasMarks = true }
    return isFound
  }
}
