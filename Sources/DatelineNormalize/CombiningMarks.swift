/// Runs of combining marks, which Unicode puts in order when a text is composed: what that takes grows with the
/// square of their number.
enum CombiningMarks {
  /// Most marks behind a character that are kept; words of real languages have a handful.
  ///
  /// Source: Unicode Standard Annex #15, section 13 ("Stream-Safe Text Format"): no more than 30.
  static let most = 30

  /// A text without the marks of each run that are too many.
  /// - Parameter bytes: well-formed UTF-8.
  /// - Complexity: O(bytes).
  static func limited(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard hasLongRun(text) else { return text }
    var result = String.UnicodeScalarView()
    var run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run <= most { result.append(scalar) }
    }
    return String(result)
  }

  private static func hasLongRun(_ text: String) -> Bool {
    var run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run > most { return true }
    }
    return false
  }

  @inline(__always)
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // None stands before U+0300, and letters of most scripts need not be looked up.
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }
}
