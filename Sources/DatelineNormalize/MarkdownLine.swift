/// A line of Markdown as readers see it.
enum MarkdownLine {
  /// Bytes of the longest address in a link, and of the longest text of one.
  private static let longestAim = 500
  /// Bytes of the longest text in emphasis, and brackets within brackets.
  private static let longestEmphasis = 400
  private static let mostOpen = 16

  /// A line without marks of emphasis and the aims of links. Linear.
  static func text(_ line: Substring) -> String {
    guard line.utf8.contains(where: { marks.contains($0) }) else { return String(line) }
    return String(decoding: withoutEmphasis(withoutLinks(Array(line.utf8))), as: UTF8.self)
  }

  private static let marks: Set<UInt8> = [
    UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "]"),
  ]

  // MARK: - Links

  private static func withoutLinks(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "]")) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    /// Where the texts of links may begin in the output, the inner ones last.
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "[") {
        if open.count == mostOpen { open.removeFirst() }
        open.append(output.count)
      }
      if byte == UInt8(ascii: "]"), let start = open.popLast(), output.count - start <= longestAim,
        let end = endOfAim(bytes, index + 1)
      {
        if start > 0, output[start - 1] == UInt8(ascii: "!") {
          // The words that stand for a picture are no text.
          output.removeSubrange((start - 1)...)
        } else {
          output.remove(at: start)
        }
        index = end
        continue
      }
      output.append(byte)
      index += 1
    }
    return output
  }

  /// Behind the aim of a link in round brackets that begins at `start`, with a title in quotation marks or
  /// without; `nil` when there is none.
  private static func endOfAim(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
    let limit = min(start + longestAim, bytes.count)
    var depth = 0
    var index = start
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index > start + 1 ? index + 1 : nil }
      case 0x20:
        let title = bytes[(index + 1)..<limit]
        guard title.first == UInt8(ascii: "\""),
          let end = title.dropFirst().firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        index = end
      case 0...0x1F: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: - Emphasis

  private static func withoutEmphasis(_ bytes: [UInt8]) -> [UInt8] {
    var isDropped = [Bool](repeating: false, count: bytes.count)
    var open: [UInt8: (start: Int, length: Int)] = [:]
    var index = 0
    while index < bytes.count {
      let mark = bytes[index]
      guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] == mark { end += 1 }
      defer { index = end }
      let length = end - index
      guard length <= 3 else { continue }
      // All runs of two stars go, as they never stand in prose.
      if mark == UInt8(ascii: "*"), length >= 2 {
        for star in index..<end { isDropped[star] = true }
      }
      let isBehindWord = index > 0 && bytes[index - 1] > 0x20
      let isAheadOfWord = end < bytes.count && bytes[end] > 0x20
      if isBehindWord, !(isWord(bytes, end)), let begin = open[mark], begin.length == length,
        index - begin.start <= longestEmphasis
      {
        for star in begin.start..<(begin.start + length) { isDropped[star] = true }
        for star in index..<end { isDropped[star] = true }
        open[mark] = nil
      } else if isAheadOfWord, !isWord(bytes, index - 1) {
        open[mark] = (index, length)
      }
    }
    guard isDropped.contains(true) else { return bytes }
    return bytes.indices.lazy.filter { !isDropped[$0] }.map { bytes[$0] }
  }

  /// Whether a letter or digit stands at a place; general punctuation (U+2000 to U+206F) is none.
  private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    let byte = bytes[index]
    if byte >= 0x80 { return byte != 0xE2 && !(index >= 2 && bytes[index - 2] == 0xE2) }
    return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
