import Foundation

/// Turns text as found in dumps into the text that is indexed: Unicode NFC, no control characters,
/// character references decoded once, HTML tags reduced to text, white space collapsed.
///
/// Quotation marks, dashes and letters stay as written. Both functions are linear in the input.
package enum TextNormalizer {
  /// `text` as one line.
  package static func line(_ text: String) -> String {
    normalized(text, lineEnds: .join, isClean: CleanText.isLine)
  }

  /// `text` as paragraphs separated by one blank line.
  ///
  /// A line is a paragraph, unless the text is hard-wrapped (most line ends fall inside a
  /// sentence): then its lines are joined, and a blank line or an indented line starts a paragraph.
  package static func body(_ text: String) -> String {
    normalized(text, lineEnds: .paragraphs, isClean: CleanText.isBody)
  }

  /// UTF-8 of the page `text` with one `\n` between lines that are not blank; lines that were cut at a
  /// width (``HardWrap``) are joined.
  static func lines(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { cleaned($0, lineEnds: .page) }
  }

  private static func normalized(
    _ text: String, lineEnds: TextCleaner.LineEnds,
    isClean: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> String {
    var text = text
    let changed = text.withUTF8 { input -> String? in
      isClean(input) ? nil : String(decoding: cleaned(input, lineEnds: lineEnds), as: UTF8.self)
    }
    return changed ?? text
  }

  /// The text of `input`, whatever it looks like; what ``CleanText`` says nothing can change.
  static func cleaned(
    _ input: UnsafeBufferPointer<UInt8>, lineEnds: TextCleaner.LineEnds
  ) -> [UInt8] {
    var hasReference = false
    var hasTag = false
    for byte in input {
      if byte == UInt8(ascii: "&") { hasReference = true }
      if byte == UInt8(ascii: "<") { hasTag = true }
    }
    if !hasReference && !hasTag { return TextCleaner.clean(input, lineEnds: lineEnds) }
    var bytes = [UInt8](input)
    if hasTag {
      bytes = Markup.stripTags(bytes, keepsLines: lineEnds == .lines || lineEnds == .page)
    }
    if hasReference { bytes = CharacterReferences.decode(bytes) }
    return bytes.withUnsafeBufferPointer { TextCleaner.clean($0, lineEnds: lineEnds) }
  }
}
