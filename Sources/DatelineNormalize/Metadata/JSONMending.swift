/// Puts right what keeps JSON-LD on real pages from being JSON (RFC 8259): comment and CDATA
/// wrappers, raw control characters in strings, trailing commas, a semicolon at the end, HTML
/// character references for quotation marks, several values in one script.
enum JSONMending {
  /// The JSON values in a script, each as text of its own. Linear.
  static func values(in script: [UInt8]) -> [[UInt8]] {
    var text = script[...]
    // Escaped as a whole by a template: `{&quot;@type&quot;: ...`.
    var unescaped: [UInt8]
    if isEscaped(text) {
      unescaped = CharacterReferences.decode(Array(text))
      text = unescaped[...]
    }
    var values: [[UInt8]] = []
    var value: [UInt8] = []
    // Open brackets of the value.
    var depth = 0
    var isInString = false
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if isInString {
        switch byte {
        case UInt8(ascii: "\\"):
          guard index < text.endIndex else { break }
          let next = text[index]
          index += 1
          if isEscape(next) {
            value.append(byte)
            value.append(next)
          } else {
            append(next, to: &value)
          }
        case UInt8(ascii: "\""):
          isInString = false
          value.append(byte)
        default: append(byte, to: &value)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "[") where depth == 0 && text[index...].starts(with: "CDATA[".utf8):
        index += 6
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        value.append(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { continue }
        while let last = value.last, last == UInt8(ascii: ",") || last <= 0x20 {
          value.removeLast()
        }
        value.append(byte)
        depth -= 1
        if depth == 0 {
          values.append(value)
          value.removeAll(keepingCapacity: true)
          if values.count >= 64 { return values }
        }
      // What stands outside all brackets is a wrapper.
      case _ where depth == 0: continue
      case UInt8(ascii: "\""):
        isInString = true
        value.append(byte)
      case UInt8(ascii: "/") where index < text.endIndex && text[index] == UInt8(ascii: "*"):
        index = end(ofComment: text, from: index + 1)
      default: value.append(byte)
      }
    }
    if depth > 0 { values.append(value) }
    return values
  }

  private static func append(_ byte: UInt8, to value: inout [UInt8]) {
    // A raw line end or tab is a space.
    value.append(byte < 0x20 ? 0x20 : byte)
  }

  private static func isEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "u"):
      return true
    default: return false
    }
  }

  private static func isEscaped(_ text: ArraySlice<UInt8>) -> Bool {
    guard let open = text.firstIndex(of: UInt8(ascii: "{")) else { return false }
    return text[(open + 1)...].drop { $0 <= 0x20 }.starts(with: "&quot;".utf8)
  }

  private static func end(ofComment text: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 1 < text.endIndex {
      if text[index] == UInt8(ascii: "*"), text[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return text.endIndex
  }
}
