import CSimdJSON

/// Writes the JSON object of the fields that have no place in a document.
struct ExtraWriter {
  private var bytes: [UInt8] = []

  /// The object's text; `nil` when nothing was added.
  func text() -> String? {
    bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) + "}"
  }

  /// Starts anew, keeping the memory.
  mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a member whose key (with its quotation marks) and value are JSON already.
  mutating func add(
    rawKey: UnsafeBufferPointer<UInt8>, rawValue: UnsafeBufferPointer<UInt8>, isContainer: Bool
  ) {
    startMember()
    bytes.append(contentsOf: rawKey)
    bytes.append(UInt8(ascii: ":"))
    if isContainer && rawValue.contains(0x0A) {
      appendMinified(rawValue)
    } else {
      bytes.append(contentsOf: rawValue)
    }
  }

  /// Adds a member with a text as value.
  mutating func add(key: String, text: String) {
    startMember()
    appendString(key)
    bytes.append(UInt8(ascii: ":"))
    appendString(text)
  }

  /// Adds a member with an array of texts as value.
  mutating func add(key: String, texts: [String]) {
    startMember()
    appendString(key)
    bytes.append(UInt8(ascii: ":"))
    for (index, text) in texts.enumerated() {
      bytes.append(index == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
      appendString(text)
    }
    if texts.isEmpty { bytes.append(UInt8(ascii: "[")) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func startMember() {
    bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
  }

  private mutating func appendMinified(_ value: UnsafeBufferPointer<UInt8>) {
    guard let base = value.baseAddress else { return }
    // Invariant: simdjson writes no more than it reads, in steps that the padding has room for, and says how much.
    let minified = [UInt8](unsafeUninitializedCapacity: value.count + InputBuffer.padding) {
      target, count in
      count = target.baseAddress.map { csimdjson_minify(base, value.count, $0) } ?? 0
    }
    bytes.append(contentsOf: minified.isEmpty ? Array(value) : minified)
  }

  /// A string by RFC 8259, section 7: only what must be escaped is.
  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case ..<0x20:
        let digits = "0123456789abcdef".utf8
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[digits.index(digits.startIndex, offsetBy: Int(byte >> 4))])
        bytes.append(digits[digits.index(digits.startIndex, offsetBy: Int(byte & 15))])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
