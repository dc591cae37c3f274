import Foundation

/// What interfaces and feeds add to the fields of their records.
enum FieldTrims {
  /// A title without the outlet at its end, as Google News and NewsAPI have it.
  static func title(_ title: String, source: String?) -> String {
    guard let source, !source.isEmpty, title.hasSuffix(source) else { return title }
    for mark in [" - ", " – ", " — ", " | "] where title.hasSuffix(mark + source) {
      let rest = title.dropLast(mark.count + source.count)
      if rest.utf8.count >= shortestTitle { return String(rest) }
    }
    return title
  }

  private static let shortestTitle = 8

  /// A text without NewsAPI's note of how much is missing: `… [+1200 chars]`.
  static func body(_ body: String) -> String {
    let end = " chars]"
    guard body.utf8.suffix(end.utf8.count).elementsEqual(end.utf8),
      let open = body.range(of: "[+", options: .backwards)
    else {
      return body
    }
    let count = body[open.upperBound...].dropLast(end.count)
    guard !count.isEmpty, count.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return body }
    return String(withoutMark(body[..<open.lowerBound]))
  }

  /// A standfirst that is more than the text's first words. Of one that breaks off with a mark in brackets, what
  /// stands before it.
  static func standfirst(_ standfirst: String, of body: String) -> String? {
    let start = withoutMark(standfirst[...])
    if start.isEmpty { return nil }
    let isCut = start.endIndex < standfirst.endIndex
    var rest = body[...]
    for _ in 0..<firstParagraphs {
      if isBeginning(start, of: rest, isCut: isCut) { return nil }
      guard let end = ByteSearch.first("\n\n", in: rest) else { break }
      rest = rest[end.upperBound...]
    }
    let isBracketed = isCut && (standfirst.hasSuffix("]") || standfirst.hasSuffix(")"))
    return isBracketed ? String(start) : standfirst
  }

  /// Paragraphs at one of which it may begin: captions may stand above the text.
  private static let firstParagraphs = 3
  private static let shortestBeginning = 16

  private static func isBeginning(
    _ start: Substring, of body: Substring, isCut: Bool
  ) -> Bool {
    guard isCut || start.utf8.count >= shortestBeginning else { return false }
    var rest = body.utf8.makeIterator()
    for byte in start.utf8 where byte > 0x20 {
      var next = rest.next()
      while let space = next, space <= 0x20 { next = rest.next() }
      if next != byte { return false }
    }
    return true
  }

  /// A text without dots that say that it goes on elsewhere, in brackets or not.
  private static func withoutMark(_ text: Substring) -> Substring {
    var text = text
    while text.last == " " { text.removeLast() }
    for mark in ["[…]", "[...]", "[&hellip;]", "(…)", "(...)", "…", "..."]
    where text.hasSuffix(mark) {
      text.removeLast(mark.count)
      while let last = text.last, last == " " || last == "\n" { text.removeLast() }
      break
    }
    return text
  }
}
