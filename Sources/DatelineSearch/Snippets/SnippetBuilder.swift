import DatelineCore

/// Collects the text of a snippet on one line, counting scalars.
struct SnippetBuilder {
  private var bytes: [UInt8] = []
  private var count = 0
  private var isASCII = true
  private var highlights: [Range<Int>] = []

  /// Adds text; control characters and line breaks become spaces, several of them one.
  mutating func append(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    if text.allSatisfy({ (0x20...0x7E).contains($0) }) {
      bytes.append(contentsOf: text)
      count += text.count
    } else {
      append(String(decoding: text, as: UTF8.self))
    }
  }

  /// Adds text, see above.
  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80 { isASCII = false }
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029
      {
        if bytes.last == UInt8(ascii: " ") || count == 0 { continue }
        bytes.append(UInt8(ascii: " "))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      count += 1
    }
  }

  /// Adds text that is marked.
  mutating func appendHighlight(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let start = count
    append(text)
    if count > start { highlights.append(start..<count) }
  }

  /// The snippet; what is marked is widened to whole characters.
  var snippet: Snippet {
    let text = String(decoding: bytes, as: UTF8.self)
    return Snippet(text: text, highlights: isASCII ? highlights : widened(text))
  }

  private func widened(_ text: String) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var remaining = highlights[...]
    var start = 0
    for character in text {
      let end = start + character.unicodeScalars.count
      while let range = remaining.first, range.lowerBound < end {
        let lower = max(min(range.lowerBound, start), result.last?.upperBound ?? 0)
        if range.upperBound > end { break }
        if lower < end { result.append(lower..<end) }
        remaining.removeFirst()
      }
      if let range = remaining.first, range.lowerBound > start, range.lowerBound < end {
        // Begins inside this character and goes on behind it.
        remaining[remaining.startIndex] = start..<range.upperBound
      }
      start = end
    }
    return result
  }
}
