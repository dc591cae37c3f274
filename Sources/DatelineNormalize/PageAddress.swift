import Foundation

/// The address a page gives for itself, found without building a tree.
enum PageAddress {
  /// Bytes of the page that are searched; the head of a page stands there.
  private static let limit = 256 << 10

  /// Value of `<link rel="canonical" href>`, else of `<meta property="og:url" content>`; one without
  /// a host says nothing about the site and is passed over, and of a copy in a web archive the page's own
  /// counts. Linear in the head of the page.
  static func find(in html: String) -> String? {
    written(in: html).map { ArchivedAddress($0)?.original ?? $0 }
  }

  private static func written(in html: String) -> String? {
    var html = html
    return html.withUTF8 { bytes in
      let head = UnsafeBufferPointer(rebasing: bytes.prefix(limit))
      return value(of: "href", inTag: "<link", with: "canonical", head)
        ?? value(of: "content", inTag: "<meta", with: "og:url", head)
    }
  }

  /// Value of an attribute in the first tag that begins with `tag` and has the value `mark`.
  private static func value(
    of attribute: String, inTag tag: String, with mark: String,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let tag = Array(tag.utf8)
    let mark = Array(mark.utf8)
    var position = 0
    while let start = firstIndex(of: tag, in: bytes, from: position) {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      let element = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if firstIndex(of: mark, in: element, from: 0) != nil,
        let value = value(of: Array(attribute.utf8), in: element),
        WebAddress.host(of: value) != nil
      {
        return value
      }
      position = end
    }
    return nil
  }

  private static func value(
    of attribute: [UInt8], in tag: UnsafeBufferPointer<UInt8>
  ) -> String? {
    var position = 0
    while let name = firstIndex(of: attribute, in: tag, from: position) {
      position = name + attribute.count
      guard name > 0, tag[name - 1] <= 0x20 else { continue }
      while position < tag.count, tag[position] <= 0x20 { position += 1 }
      guard position < tag.count, tag[position] == UInt8(ascii: "=") else { continue }
      position += 1
      while position < tag.count, tag[position] <= 0x20 { position += 1 }
      guard position < tag.count else { return nil }
      let quote = tag[position]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let start = isQuoted ? position + 1 : position
      let rest = tag[start...]
      let end =
        (isQuoted ? rest.firstIndex(of: quote) : rest.firstIndex { $0 <= 0x20 }) ?? tag.count
      let value = String(decoding: tag[start..<end], as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// Letters are compared without case; `pattern` is in lower case.
  private static func firstIndex(
    of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start + pattern.count <= bytes.count else { return nil }
    var position = start
    let last = bytes.count - pattern.count
    // Tags are found by their first byte, which is no letter; other patterns are sought in one tag.
    let isTag = pattern.first == UInt8(ascii: "<")
    scan: while position <= last {
      if isTag {
        // Invariant: `last` is the last place at which the pattern has room.
        guard let base = bytes.baseAddress,
          let found = memchr(base + position, Int32(UInt8(ascii: "<")), last + 1 - position)
        else { return nil }
        position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      }
      for index in 0..<pattern.count {
        let byte = bytes[position + index]
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        if (isCapital ? byte | 0x20 : byte) != pattern[index] {
          position += 1
          continue scan
        }
      }
      return position
    }
    return nil
  }
}
