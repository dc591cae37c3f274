import CLibXML2

/// Makes XML that programs and people have written by hand readable for a strict parser.
///
/// What is repaired: control characters, `&` and `<` that start nothing, names of characters that
/// only HTML defines, end tags that are missing or end nothing, HTML elements without end tags,
/// values of attributes without quotation marks, attributes given twice, more attributes than
/// ``mostAttributes``. Document type declarations are left out, so that no entity is ever expanded
/// and nothing is loaded. The result is well formed. Linear in the input.
struct XMLGuard {
  /// Attributes of a tag that are kept.
  static let mostAttributes = 64
  /// Levels of elements; tags below are left out, their text stays. libxml2 reads 256.
  static let mostLevels = 200

  // Invariant: lent for the call of `repaired`.
  private let input: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  private var position = 0
  /// Names of the open elements, as ranges of the input.
  private var open: [Range<Int>] = []
  private var hasRoot = false
  /// Ends that are known not to occur any more; keeps text full of beginnings linear.
  private var lacksSectionEnd = false
  private var lacksInstructionEnd = false
  private var lacksCommentEnd = false

  /// Repairs UTF-8.
  static func repaired(_ document: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var guarded = XMLGuard(document)
    return guarded.run()
  }

  private init(_ document: UnsafeBufferPointer<UInt8>) {
    input = document
    output.reserveCapacity(document.count + document.count / 16)
  }

  private mutating func run() -> [UInt8] {
    while position < input.count {
      if input[position] == UInt8(ascii: "<") {
        markup()
      } else {
        character(isInValue: false)
      }
    }
    while let name = open.popLast() { close(name) }
    return output
  }

  // MARK: Text

  /// Copies a character or a reference. Text outside the root is left out.
  private mutating func character(isInValue: Bool) {
    let byte = input[position]
    guard !open.isEmpty || isInValue else {
      position += 1
      return
    }
    switch byte {
    case UInt8(ascii: "&"):
      reference()
    case UInt8(ascii: "<"):
      output.append(contentsOf: "&lt;".utf8)
      position += 1
    case UInt8(ascii: "\"") where isInValue:
      output.append(contentsOf: "&quot;".utf8)
      position += 1
    case UInt8(ascii: ">"):
      output.append(contentsOf: "&gt;".utf8)
      position += 1
    default:
      copy()
    }
  }

  /// Copies a byte unless it belongs to a character that XML excludes (XML 1.0, production 2).
  private mutating func copy() {
    let byte = input[position]
    if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
      position += 1
    } else if byte == 0xEF, position + 2 < input.count, input[position + 1] == 0xBF,
      input[position + 2] >= 0xBE
    {
      position += 3
    } else {
      output.append(byte)
      position += 1
    }
  }

  private mutating func reference() {
    let start = position + 1
    var end = start
    while end < input.count, end - start < 32, Self.isNameByte(input[end]) || input[end] == 0x23 {
      end += 1
    }
    guard end > start, end < input.count, input[end] == UInt8(ascii: ";") else {
      output.append(contentsOf: "&amp;".utf8)
      position += 1
      return
    }
    if input[start] == UInt8(ascii: "#") {
      if let scalar = Self.number(input[(start + 1)..<end]) {
        append(scalar)
      }
      position = end + 1
      return
    }
    let name = String(decoding: input[start..<end], as: UTF8.self)
    switch name {
    case "lt", "gt", "amp", "quot", "apos":
      output.append(contentsOf: input[position...end])
    default:
      if let entity = htmlEntityLookup(name) {
        append(Unicode.Scalar(entity.pointee.value) ?? " ")
      } else {
        output.append(contentsOf: "&amp;".utf8)
        output.append(contentsOf: input[start...end])
      }
    }
    position = end + 1
  }

  /// Adds a character as text; characters that XML excludes are left out.
  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "<": output.append(contentsOf: "&lt;".utf8)
    case "&": output.append(contentsOf: "&amp;".utf8)
    case "\"": output.append(contentsOf: "&quot;".utf8)
    case "\u{9}", "\u{A}", "\u{D}", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
      output.append(contentsOf: String(scalar).utf8)
    default: break
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let text = String(decoding: digits, as: UTF8.self)
    let value =
      text.first == "x" || text.first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
    return value.flatMap(Unicode.Scalar.init)
  }

  // MARK: Markup

  private mutating func markup() {
    guard position + 1 < input.count else {
      character(isInValue: false)
      return
    }
    switch input[position + 1] {
    case UInt8(ascii: "!"):
      declaration()
    case UInt8(ascii: "?"):
      instruction()
    case UInt8(ascii: "/"):
      endTag()
    case let byte where Self.isNameStart(byte):
      startTag()
    default:
      character(isInValue: false)
    }
  }

  /// Skips a processing instruction; one that is not closed ends as a tag does.
  private mutating func instruction() {
    if !lacksInstructionEnd, let end = index(of: "?>", from: position) {
      position = end
      return
    }
    lacksInstructionEnd = true
    position = index(of: ">", from: position) ?? input.count
  }

  private mutating func declaration() {
    if matches("<![CDATA["), !lacksSectionEnd {
      let start = position + 9
      if let end = index(of: "]]>", from: start) {
        section(start..<(end - 3))
        position = end
        return
      }
      lacksSectionEnd = true
      position = start
    } else if matches("<!--"), !lacksCommentEnd {
      if let end = index(of: "-->", from: position + 4) {
        position = end
        return
      }
      lacksCommentEnd = true
      position += 4
    } else if matches("<![CDATA[") {
      position += 9
    } else if matches("<!--") {
      position += 4
    } else {
      documentType()
    }
  }

  /// Copies the text of a CDATA section as ordinary text.
  private mutating func section(_ range: Range<Int>) {
    guard !open.isEmpty else { return }
    position = range.lowerBound
    while position < range.upperBound {
      switch input[position] {
      case UInt8(ascii: "&"):
        output.append(contentsOf: "&amp;".utf8)
        position += 1
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        character(isInValue: true)
      default: copy()
      }
    }
  }

  /// Skips a declaration with its internal subset.
  private mutating func documentType() {
    var depth = 0
    var quote: UInt8 = 0
    position += 2
    while position < input.count {
      let byte = input[position]
      position += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "<"): depth += 1
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ">"):
          if depth <= 0 { return }
          if depth > 1 { depth -= 1 }
        default: break
        }
      }
    }
  }

  private mutating func endTag() {
    let start = position + 2
    var end = start
    while end < input.count, Self.isNameByte(input[end]) { end += 1 }
    position = index(of: ">", from: end) ?? input.count
    guard end > start,
      let match = open.lastIndex(where: { isEqual($0, start..<end) })
    else { return }
    while open.count > match, let name = open.popLast() { close(name) }
  }

  private mutating func close(_ name: Range<Int>) {
    output.append(contentsOf: "</".utf8)
    output.append(contentsOf: input[name])
    output.append(UInt8(ascii: ">"))
  }

  private mutating func startTag() {
    let start = position + 1
    var end = start
    while end < input.count, Self.isNameByte(input[end]) { end += 1 }
    let isKept = open.count < Self.mostLevels && (!open.isEmpty || !hasRoot)
    let outputStart = output.count
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: input[start..<end])
    position = end
    var isClosed = attributes()
    if !isClosed, Self.isVoid(input[start..<end]) { isClosed = true }
    guard isKept else {
      output.removeSubrange(outputStart...)
      return
    }
    if isClosed { output.append(UInt8(ascii: "/")) }
    output.append(UInt8(ascii: ">"))
    hasRoot = true
    if !isClosed { open.append(start..<end) }
  }

  /// Copies the attributes and moves behind the tag; true when it is an empty-element tag.
  private mutating func attributes() -> Bool {
    var names: [Range<Int>] = []
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return input[position - 2] == UInt8(ascii: "/")
      }
      // The next tag begins where this one has no end.
      if byte == UInt8(ascii: "<") { return false }
      guard Self.isNameStart(byte) else {
        position += 1
        continue
      }
      let start = position
      while position < input.count, Self.isNameByte(input[position]) { position += 1 }
      let name = start..<position
      while position < input.count, Self.isSpace(input[position]) { position += 1 }
      let isKept = names.count < Self.mostAttributes && !names.contains { isEqual($0, name) }
      let outputStart = output.count
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: input[name])
      output.append(contentsOf: "=\"".utf8)
      if position < input.count, input[position] == UInt8(ascii: "=") {
        position += 1
        value()
      }
      output.append(UInt8(ascii: "\""))
      if isKept { names.append(name) } else { output.removeSubrange(outputStart...) }
    }
    return false
  }

  private mutating func value() {
    while position < input.count, Self.isSpace(input[position]) { position += 1 }
    guard position < input.count else { return }
    let quote = input[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      while position < input.count, input[position] != quote { character(isInValue: true) }
      position += 1
    } else {
      while position < input.count, !Self.isSpace(input[position]), input[position] != 0x3E {
        character(isInValue: true)
      }
    }
  }

  // MARK: Bytes

  private func isEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count && input[first].elementsEqual(input[second])
  }

  private func matches(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= input.count else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where input[position + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// The position behind the next occurrence of a text.
  private func index(of text: StaticString, from start: Int) -> Int? {
    let first = text.utf8Start[0]
    var index = start
    while index + text.utf8CodeUnitCount <= input.count {
      if input[index] == first {
        var length = 1
        while length < text.utf8CodeUnitCount, input[index + length] == text.utf8Start[length] {
          length += 1
        }
        if length == text.utf8CodeUnitCount { return index + length }
      }
      index += 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0xC3
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: byte >= 0x80
    }
  }

  /// Elements of HTML that have no end tag and whose names mean nothing else in news formats.
  private static func isVoid(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "br", "hr", "img", "input", "wbr", "embed": true
    default: false
    }
  }
}
