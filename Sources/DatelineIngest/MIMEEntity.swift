/// A header and a body as in e-mail (RFC 2045, RFC 5322), read leniently.
struct MIMEEntity {
  /// Values by names in lower case, lines that go on joined; of several with one name the first.
  private(set) var headers: [String: String] = [:]
  // Invariant: a part of the bytes it was made of, used no longer than these are lent.
  let body: UnsafeBufferPointer<UInt8>

  private static let longestHeader = 1 << 16

  /// Reads an entity; `nil` when the bytes do not start with a header that ends. Linear in the header.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var last: String?
    while true {
      let rest = bytes[position..<min(bytes.count, position + Self.longestHeader)]
      guard position < Self.longestHeader, let end = rest.firstIndex(of: 0x0A) else { return nil }
      var line = bytes[position..<end]
      if line.last == 0x0D { line = line.dropLast() }
      position = end + 1
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        guard let last else { return nil }
        headers[last]? += TextDecoding.string(UnsafeBufferPointer(rebasing: line))
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = line[(colon + 1)...].drop(while: UTF8Bytes.isSpace)
      last = headers[name] == nil ? name : nil
      if last == nil {
        last = ""
      } else {
        headers[name] = TextDecoding.string(.init(rebasing: value))
      }
    }
    body = UnsafeBufferPointer(rebasing: bytes[min(position, bytes.count)...])
  }

  /// The media type in lower case, without parameters.
  var mediaType: String {
    let type = headers["content-type"] ?? "text/plain"
    return type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
  }

  /// A parameter of the media type.
  func parameter(_ name: String) -> String? {
    guard let type = headers["content-type"] else { return nil }
    var rest = Substring(type)
    while let semicolon = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: semicolon)...].drop(while: \.isWhitespace)
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      guard key.endIndex < rest.endIndex, rest[key.endIndex] == "=" else { continue }
      rest = rest[rest.index(after: key.endIndex)...].drop(while: \.isWhitespace)
      let value: Substring
      if rest.first == "\"" {
        value = rest.dropFirst().prefix { $0 != "\"" }
      } else {
        value = rest.prefix { $0 != ";" && !$0.isWhitespace }
      }
      rest = rest[value.endIndex...]
      if key.lowercased() == name { return String(value) }
    }
    return nil
  }

  /// The entities of a multipart body (RFC 2046, section 5.1). Linear.
  var parts: [MIMEEntity] {
    guard let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [MIMEEntity] = []
    var start: Int?
    var position = 0
    while position < body.count {
      let end = body[position...].firstIndex(of: 0x0A) ?? body.count
      if body[position..<end].starts(with: delimiter) {
        if let start, let part = MIMEEntity(slice(start, position)) { parts.append(part) }
        start = end + 1
        if body[(position + delimiter.count)..<end].starts(with: "--".utf8) { return parts }
      }
      position = end + 1
    }
    if let start, start < body.count, let part = MIMEEntity(slice(start, body.count)) {
      parts.append(part)
    }
    return parts
  }

  /// Bytes between two delimiters, without the line end that belongs to the second.
  private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    var end = end
    if end < body.count || end > start, end > start, body[end - 1] == 0x0A {
      end -= 1
      if end > start, body[end - 1] == 0x0D { end -= 1 }
    }
    return UnsafeBufferPointer(rebasing: body[min(start, end)..<end])
  }

  /// The body without its transfer encoding (RFC 2045, section 6). Linear.
  var decodedBody: [UInt8] {
    switch headers["content-transfer-encoding"]?.filter({ !$0.isWhitespace }).lowercased() {
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    case "base64": TransferEncoding.base64(body)
    default: Array(body)
    }
  }
}

/// Decoders of MIME's transfer encodings; faults are passed over.
enum TransferEncoding {
  /// `=` and two digits are a byte, `=` at a line's end joins it with the next.
  static func quotedPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "=") else {
        output.append(byte)
        continue
      }
      if position + 1 < bytes.count, let high = digit(bytes[position]),
        let low = digit(bytes[position + 1])
      {
        output.append(high << 4 | low)
        position += 2
        continue
      }
      var end = position
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
        end += 1
      }
      if end == bytes.count || bytes[end] == 0x0A {
        position = end + 1
      } else {
        output.append(byte)
      }
    }
    return output
  }

  static func base64(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 4 * 3)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): return output
      default: continue
      }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
