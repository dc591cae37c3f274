import Foundation

/// Texts of feeds as they are written: HTML, plain text or base64.
enum FeedText {
  /// What an element's text is by its attributes `type` and `mode`.
  enum Kind: Equatable {
    /// HTML, as most feeds have it.
    case html
    /// Says what it says.
    case plain
    /// Certainly bytes in base64 (Atom 0.3, `mode="base64"`).
    case base64
    /// Bytes in base64 if they can be read as text (RFC 4287, section 4.1.3.3), else plain text.
    case data
    /// A picture, sound or film.
    case media
  }

  /// The kind of an element's text.
  static func kind(type: String, mode: String?) -> Kind {
    let type = type.lowercased()
    for prefix in ["image/", "audio/", "video/"] where type.hasPrefix(prefix) { return .media }
    if mode?.lowercased() == "base64" || type == "base64" { return .base64 }
    if type == "text/plain" { return .plain }
    let isMarkup = type.hasPrefix("text/") || type.contains("html") || type.hasSuffix("xml")
    return type.contains("/") && !isMarkup ? .data : .html
  }

  /// The bytes that are written in base64 (RFC 4648, section 4) on one line or several; `nil` when
  /// it is no base64. Linear.
  static func bytes(inBase64 text: String) -> Data? {
    var digits: [UInt8] = []
    digits.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x0D, 0x09: continue
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        digits.append(byte)
      case 0x20:
        // Lines may be indented, but text has spaces between words.
        if digits.count < 16 && !digits.isEmpty { return nil }
      default: return nil
      }
    }
    guard digits.count >= 4 else { return nil }
    return Data(base64Encoded: Data(digits))
  }

  /// The text of bytes; `nil` when they are none.
  static func text(_ bytes: Data) -> String? {
    let isText = bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    guard isText, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  /// Shortest text that is tried as base64 where nothing says that it is: shorter words may be
  /// both.
  static let shortestUnmarked = 24

  /// Number of bytes outside tags, white space left out. Linear.
  static func length(ofHTML text: String) -> Int {
    var length = 0
    var isInTag = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag: isInTag = false
      default: if !isInTag, byte > 0x20 { length += 1 }
      }
    }
    return length
  }

  /// Whether a teaser is the beginning of the text, cut off with an ellipsis or not. Linear in the
  /// teaser.
  static func isBeginning(_ teaser: String, of text: String) -> Bool {
    var teaser = Letters(teaser)
    var text = Letters(text)
    var count = 0
    while let letter = teaser.next() {
      guard letter == text.next() else {
        return count >= 16 && teaser.isEllipsis(from: letter)
      }
      count += 1
    }
    return count > 0
  }

  /// The bytes of HTML that are neither white space nor in tags.
  private struct Letters {
    private var bytes: Substring.UTF8View
    private var isInTag = false

    init(_ text: String) { bytes = text[...].utf8 }

    mutating func next() -> UInt8? {
      while let byte = bytes.popFirst() {
        if byte == UInt8(ascii: "<") {
          isInTag = true
        } else if byte == UInt8(ascii: ">"), isInTag {
          isInTag = false
        } else if !isInTag, byte > 0x20 {
          return byte
        }
      }
      return nil
    }

    /// Whether nothing but an ellipsis, in brackets or not, starts with `first`.
    func isEllipsis(from first: UInt8) -> Bool {
      var rest = self
      var tail = [first]
      while tail.count <= 12, let next = rest.next() { tail.append(next) }
      return [
        "[...]", "...", "[…]", "…", "[&#8230;]", "&#8230;", "[&hellip;]", "&hellip;", "(...)",
      ]
      .contains(String(decoding: tail, as: UTF8.self))
    }
  }
}
