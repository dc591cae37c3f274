#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the texts between the tags of a page without building a tree: fast enough to read a dump
/// twice.
///
/// Tags and comments end as in the HTML Living Standard, section 13.2.5; what is in elements whose
/// content is no text of the page is passed over up to the next end tag of that name.
enum HTMLTextRuns {
  /// Bytes of a text outside links: all, and all if it is prose, see ``TextRun``.
  struct Length {
    var all: Int32 = 0
    var prose: Int32 = 0

    init() {}

    init(_ text: ArraySlice<UInt8>) {
      all = Int32(clamping: text.count)
      prose = Int32(clamping: TextRun.prose(text))
    }
  }

  /// Elements whose content is passed over.
  private static let opaque = [
    "script", "style", "noscript", "template", "svg", "textarea",
  ].map { Array($0.utf8) }

  /// Calls `body` with the hash of each text and how long it is. Linear.
  static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ hash: UInt64, _ length: Length) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    var scratch: [UInt8] = []
    var position = 0
    var isInLink = false
    while position < bytes.count {
      let mark = Self.find(UInt8(ascii: "<"), base, position, bytes.count)
      if mark > position {
        let run = UnsafeBufferPointer(rebasing: bytes[position..<mark])
        if let hash = hash(of: run, &scratch) {
          // Links are about other pages.
          let length = isInLink ? Length() : Length(scratch[...])
          body(hash, length)
        }
      }
      if mark == bytes.count { return }
      position = end(ofTagAt: mark, bytes, base)
      if hasName(linkName, at: mark + 1, bytes) {
        isInLink = hasAddress(bytes[mark..<position])
      } else if mark + 1 < bytes.count, bytes[mark + 1] == UInt8(ascii: "/"),
        hasName(linkName, at: mark + 2, bytes)
      {
        isInLink = false
      }
    }
  }

  private static let linkName = Array("a".utf8)

  /// Whether `href` stands in a tag: without it, an `a` is the aim of links.
  private static func hasAddress(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    for index in tag.indices.dropLast(3) where tag[index] | 0x20 == UInt8(ascii: "h") {
      if tag[index + 1] | 0x20 == UInt8(ascii: "r"), tag[index + 2] | 0x20 == UInt8(ascii: "e"),
        tag[index + 3] | 0x20 == UInt8(ascii: "f")
      {
        return true
      }
    }
    return false
  }

  private static func hash(
    of run: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8]
  ) -> UInt64? {
    // Most runs are the white space between two tags.
    guard let first = run.firstIndex(where: { $0 > 0x20 }), let base = run.baseAddress else {
      return nil
    }
    if memchr(base + first, Int32(UInt8(ascii: "&")), run.count - first) == nil {
      return TextRun.hash(UnsafeBufferPointer(rebasing: run[first...]), &scratch)
    }
    return CharacterReferences.decode(Array(run)).withUnsafeBufferPointer {
      TextRun.hash($0, &scratch)
    }
  }

  /// Position behind the tag, comment or opaque element that begins at `mark`; a `<` that begins
  /// none of them ends a run as well.
  private static func end(
    ofTagAt mark: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>
  ) -> Int {
    let count = bytes.count
    guard mark + 1 < count else { return count }
    switch bytes[mark + 1] {
    case UInt8(ascii: "!"):
      if mark + 3 < count, bytes[mark + 2] == 0x2D, bytes[mark + 3] == 0x2D {
        return endOfComment(mark + 4, bytes, base)
      }
      return min(find(UInt8(ascii: ">"), base, mark, count) + 1, count)
    case UInt8(ascii: "?"):
      return min(find(UInt8(ascii: ">"), base, mark, count) + 1, count)
    case UInt8(ascii: "/"):
      return endOfTag(mark + 2, bytes)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      let end = endOfTag(mark + 1, bytes)
      // Nothing that is opaque begins with another letter.
      switch bytes[mark + 1] | 0x20 {
      case UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "t"): break
      default: return end
      }
      guard let name = opaque.first(where: { hasName($0, at: mark + 1, bytes) }),
        !(end >= 2 && bytes[end - 2] == UInt8(ascii: "/"))
      else { return end }
      return endOfElement(name, end, bytes, base)
    default:
      return mark + 1
    }
  }

  private static func endOfComment(
    _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>
  ) -> Int {
    // `<!-->` and `<!--->` are whole comments.
    var position = start - 2
    while position < bytes.count {
      position = find(UInt8(ascii: ">"), base, position, bytes.count)
      if position == bytes.count { break }
      if bytes[position - 1] == 0x2D, bytes[position - 2] == 0x2D { return position + 1 }
      position += 1
    }
    return bytes.count
  }

  /// Position behind the `>` of a tag; one inside a quoted value ends nothing.
  private static func endOfTag(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    var quote: UInt8 = 0
    var last: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        last = byte
        continue
      }
      if byte == UInt8(ascii: ">") { return position }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // Elsewhere a quotation mark is a stray one.
        if last == UInt8(ascii: "=") { quote = byte }
      }
      if byte > 0x20 { last = byte }
    }
    return bytes.count
  }

  private static func endOfElement(
    _ name: [UInt8], _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ base: UnsafePointer<UInt8>
  ) -> Int {
    var position = start
    while position < bytes.count {
      position = find(UInt8(ascii: "<"), base, position, bytes.count)
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "/"),
        hasName(name, at: position + 2, bytes)
      {
        return endOfTag(position + 2, bytes)
      }
      position += 1
    }
    return bytes.count
  }

  private static func hasName(
    _ name: [UInt8], at position: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard position + name.count < bytes.count else { return false }
    for index in 0..<name.count where bytes[position + index] | 0x20 != name[index] {
      return false
    }
    let next = bytes[position + name.count] | 0x20
    return !(next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z"))
  }

  /// Position of the first `byte` from `position` on; `count` when there is none.
  ///
  /// Invariant: `base` has `count` bytes.
  private static func find(
    _ byte: UInt8, _ base: UnsafePointer<UInt8>, _ position: Int, _ count: Int
  ) -> Int {
    guard position < count,
      let found = memchr(base + position, Int32(byte), count - position)
    else { return count }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }
}
