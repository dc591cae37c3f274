import DatelineCore
import Foundation

/// Values of articles that are stored as JSON text. Equal values give equal text.
enum ColumnText {
  /// The hints as a JSON array.
  static func hints(of article: Article) -> String {
    if article.hints.isEmpty { return "[]" }
    return "[" + article.hints.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
  }

  /// The hints in a JSON array; those of later versions are passed over.
  static func hints(in text: String?) -> [Article.Hint] {
    guard let text, text != "[]" else { return [] }
    return strings(in: text).compactMap { Article.Hint(rawValue: $0) }
  }

  /// The evidence as a JSON object with sorted keys; `nil` when there is none.
  static func evidence(of article: Article) -> String? {
    if article.evidence.isEmpty { return nil }
    if let text = plainEvidence(article.evidence) { return text }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(article.evidence)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same text where nothing needs an escape and all orders of keys are the same; else `nil`.
  private static func plainEvidence(_ evidence: [String: String]) -> String? {
    var text = ""
    for (key, value) in evidence.sorted(by: { $0.key < $1.key }) {
      guard key.utf8.allSatisfy({ 0x61...0x7A ~= $0 }),
        value.utf8.allSatisfy({
          $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        })
      else { return nil }
      text += text.isEmpty ? "{\"" : ",\""
      text += key
      text += "\":\""
      text += value
      text += "\""
    }
    return text + "}"
  }

  /// The evidence in a JSON object.
  static func evidence(in text: String?) -> [String: String] {
    guard let text else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
  }

  /// The names in a column `author`. Versions of the rules before 3, and most other tools, separate
  /// them by commas; names with a comma cannot be told then.
  static func authors(in text: String?, extractor: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let isOld = extractor.flatMap { Int($0) } ?? 0 < firstWithSemicolons
    let separator = isOld && !text.contains("; ") ? ", " : "; "
    return text.split(separator: separator).map(String.init)
  }

  /// The first version of the rules that separates names by semicolons.
  static let firstWithSemicolons = 3

  /// A column `author` as it was written by all versions, for comparing.
  static func comparableAuthor(_ text: String?) -> String? { text?.replacing("; ", with: ", ") }

  /// The strings in a JSON array.
  static func strings(in text: String?) -> [String] {
    guard let text, text != "[]" else { return [] }
    return plainStrings(in: text)
      ?? (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }

  /// The same for an array as we write it, none of whose strings needs an escape; else `nil`.
  private static func plainStrings(in text: String) -> [String]? {
    var text = text
    return text.withUTF8 { bytes in
      let (quote, end) = (UInt8(ascii: "\""), bytes.count - 2)
      guard bytes.count >= 4, bytes[0] == UInt8(ascii: "["), bytes[1] == quote,
        bytes[end] == quote, bytes[end + 1] == UInt8(ascii: "]")
      else { return nil }
      var strings: [String] = []
      var start = 2
      for index in 2...end {
        let byte = bytes[index]
        if byte < 0x20 || byte == UInt8(ascii: "\\") { return nil }
        guard byte == quote, index >= start else { continue }
        strings.append(
          String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
        if index == end { return strings }
        guard index + 2 < end, bytes[index + 1] == UInt8(ascii: ","), bytes[index + 2] == quote
        else { return nil }
        start = index + 3
      }
      return nil
    }
  }
}
