/// Makes a page flat that nests deeper than any honest one.
///
/// libxml2 looks for the start of every end tag through all open elements, and so do some features
/// of lines; browsers stop nesting at some depth too (512 elements in Blink).
enum HTMLNesting {
  /// Open elements at most; a page with more is flattened, see ``flatten(_:)``.
  static let deepest = 512

  /// Open elements that stay in a page made flat: fewer, because rows and cells come on top.
  private static let kept = 128

  /// Replaces tags of elements too deep inside others, and end tags without a start: those of blocks
  /// by a paragraph, others by spaces. Elements whose end may be left out stay. Linear in the page.
  static func flatten(_ page: inout [UInt8]) {
    // Invariant: only bytes of the tag that is replaced are written, three of them where it has so many.
    page.withUnsafeMutableBufferPointer { bytes in
      var open: [UInt64] = []
      var index = 0
      while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isEnd ? 2 : 1)
        var end = nameStart
        var name: UInt64 = 0
        while end < bytes.count, let letter = nameByte(bytes[end]) {
          // Names of more than eight letters are told apart by their last ones.
          name = name << 8 | UInt64(letter)
          end += 1
        }
        index = max(end, start + 1)
        if name == 0 || unlimited.contains(name) { continue }
        if isEnd {
          if let place = open.lastIndex(of: name) {
            open.removeSubrange(place...)
            continue
          }
        } else if open.count < kept {
          open.append(name)
          continue
        }
        let close = bytes[end...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
        var behind = close ?? bytes.count
        if behind < bytes.count, bytes[behind] == UInt8(ascii: ">") { behind += 1 }
        for position in start..<behind { bytes[position] = 0x20 }
        if behind - start > 2, !inline.contains(name) {
          for (offset, byte) in "<p>".utf8.enumerated() { bytes[start + offset] = byte }
        }
        index = behind
      }
    }
  }

  /// The byte in lower case when it may stand in a name.
  private static func nameByte(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: ":"):
      byte
    default: nil
    }
  }

  private static func names(_ list: String) -> Set<UInt64> {
    Set(list.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  /// Elements without an end tag, with one that may be left out, with raw content, and the outermost.
  private static let unlimited = names(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead "
      + "tbody tfoot colgroup option optgroup script style html head body title")
  private static let inline = names(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span "
      + "strike strong sub sup tt u var")
}
