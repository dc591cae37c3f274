import CCLD2

/// Languages of texts, by CLD2 (Compact Language Detector 2).
package enum LanguageDetector {
  /// Bytes of a page's text that are looked at.
  package static let longest = 4096
  /// Bytes that tell the language of a text nobody doubts.
  package static let enough = 768
  /// Bytes below which the declared language is believed rather than the text.
  private static let shortest = 200

  /// ISO 639-1 code of a text's language, and whether the text (`text`) or the record (`declared`)
  /// says so; `nil` when neither does. Some 50 µs for each KB that is looked at.
  /// - Parameters:
  ///   - declared: Name or code the record gives.
  ///   - limit: Bytes from the start of the text that are looked at.
  package static func language(
    of text: String, declared: String?, limit: Int = longest
  ) -> (code: String, source: String)? {
    let given = declared.flatMap(LanguageCode.normalize).flatMap { isCode($0) ? $0 : nil }
    var text = text
    let detected = text.withUTF8 { detect(cut($0, to: limit)) }
    guard let detected, detected.isReliable else {
      if let given { return (given, "declared") }
      // Better than nothing, when most of the text is in it.
      guard let detected, detected.percent >= 80, text.utf8.count >= 60 else { return nil }
      return (detected.code, "text")
    }
    guard let given, given != detected.code else { return (detected.code, "text") }
    let isSure = text.utf8.count >= shortest && detected.percent >= 70
    if !isSure || isVariant(given, of: detected.code) { return (given, "declared") }
    return (detected.code, "text")
  }

  private static func isCode(_ code: String) -> Bool { code.utf8.count <= 3 }

  /// Languages that CLD2 takes for one another or names in another way.
  private static func isVariant(_ given: String, of detected: String) -> Bool {
    let groups = [
      ["no", "nb", "nn", "da"], ["bs", "hr", "sr"], ["id", "ms"], ["gl", "pt", "es"],
    ]
    return groups.contains { $0.contains(given) && $0.contains(detected) }
  }

  private static func detect(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (code: String, isReliable: Bool, percent: Int)? {
    guard !text.isEmpty else { return nil }
    if EnglishWords.fill(text) { return ("en", true, 100) }
    var isReliable: Int32 = 0
    var percent: Int32 = 0
    // Invariant: CLD2 is told the length, and gives the address of a constant.
    let name = text.withMemoryRebound(to: CChar.self) {
      ccld2_detect($0.baseAddress, Int32($0.count), &isReliable, &percent)
    }
    guard let name else { return nil }
    let code = String(cString: name)
    guard code != "un", !code.hasPrefix("xx"), let normal = LanguageCode.normalize(code) else {
      return nil
    }
    return (normal, isReliable != 0, Int(percent))
  }

  /// The start of a text, cut between characters.
  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>, to limit: Int
  ) -> UnsafeBufferPointer<UInt8> {
    guard text.count > limit else { return text }
    var end = limit
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[..<end])
  }
}
