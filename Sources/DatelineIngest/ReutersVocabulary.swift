import DatelineCore
import DatelineMarkup

/// The Reuters-21578 collection (D. Lewis, README of distribution 1.0): SGML files with a thousand
/// wire stories each.
struct ReutersVocabulary: XMLVocabulary {
  let recordNames: Set<String> = ["reuters"]

  func emptyMessage(root: String) -> String? {
    root == "lewis" ? "the file has no stories" : nil
  }

  mutating func begin(_ head: XMLTree) {}

  func document(_ record: XMLTree, origin: Origin) -> RawDocument {
    var document = RawDocument(origin: origin)
    guard !record.isEmpty else { return document }
    document.key = record.value("newid", of: 0).map { "reuters21578-" + $0 }
    document.source = "Reuters"
    document.language = "en"
    document.published = record.line(record.child("date", of: 0)).map(Self.date)
    let text = record.child("text", of: 0)
    let inside = text ?? 0
    document.title = record.line(record.child("title", of: inside))
    document.byline = record.line(record.child("author", of: inside))
    if let body = record.text(record.child("body", of: inside)) {
      document.body = Self.withoutSignature(body)
    } else if let text, document.title == nil {
      document.body = record.text(text).map(Self.withoutSignature)
    }
    var extra = ExtraWriter()
    for name in ["topics", "places", "people", "orgs", "exchanges", "companies"] {
      guard let list = record.child(name, of: 0) else { continue }
      let values = record.children(list).compactMap { record.line($0) }
      if name == "topics" { document.section = values.first }
      if !values.isEmpty { extra.add(key: name, texts: values) }
    }
    if let dateline = record.line(record.child("dateline", of: inside)) {
      extra.add(key: "dateline", text: dateline)
    }
    document.extra = extra.text()
    return document
  }

  /// `26-FEB-1987 15:01:01.79` as ISO 8601 without the fraction; other notations as they are.
  static func date(_ text: String) -> String {
    let parts = text.split(separator: " ")
    guard parts.count >= 2 else { return text }
    let day = parts[0].split(separator: "-")
    let time = parts[1].prefix(8)
    guard day.count == 3, (1...2).contains(day[0].count), day[2].count == 4,
      let month = months.firstIndex(of: String(day[1])),
      time.count == 8, time.allSatisfy({ $0.isNumber || $0 == ":" })
    else { return text }
    let zero = { (digits: String) -> String in digits.count == 1 ? "0" + digits : digits }
    return "\(day[2])-\(zero("\(month + 1)"))-\(zero(String(day[0])))T\(time)"
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// The text without the wire's sign-off: the agency's name on the last line alone, or in capitals
  /// behind the last sentence.
  static func withoutSignature(_ text: String) -> String {
    let end = text.lastIndex { !$0.isWhitespace && $0 != "." }
    guard let end else { return text }
    let word = text[...end].suffix(while: \.isLetter)
    guard ["reuter", "reuters"].contains(word.lowercased()), word.startIndex > text.startIndex
    else { return text }
    let rest = text[..<word.startIndex]
    let line = rest[(rest.lastIndex(where: \.isNewline) ?? rest.startIndex)...]
    let isAlone = line.allSatisfy(\.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return text }
    let isSentence = ".!?)\"".contains(rest[last]) || rest[last].isNumber
    guard isAlone || isSentence && word.allSatisfy(\.isUppercase) else { return text }
    return String(rest[...last])
  }
}

extension StringProtocol {
  /// The longest end whose characters all satisfy a condition. Linear in that end.
  fileprivate func suffix(while condition: (Character) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
