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

  /// UTF-8 of `text` with one `\n` between lines that are not blank.
  static func lines(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { cleaned($0, lineEnds: .lines) }
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
    if hasTag { bytes = Markup.stripTags(bytes, keepsLines: lineEnds == .lines) }
    if hasReference { bytes = CharacterReferences.decode(bytes) }
    return bytes.withUnsafeBufferPointer { TextCleaner.clean($0, lineEnds: lineEnds) }
  }
}

/// Paragraph structure of cleaned text.
enum Paragraphs {
  /// Longest line, in bytes, of a text that may be hard-wrapped.
  private static let widestWrap = 140

  /// `text` (read with ``TextCleaner/LineEnds/paragraphs``) with one blank line between
  /// paragraphs and none inside.
  static func arrange(_ text: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    guard text.contains(newline) else { return text }
    let lines = text.split(separator: newline, omittingEmptySubsequences: false)
    let wrapped = isHardWrapped(lines)
    var output: [UInt8] = []
    output.reserveCapacity(text.count + lines.count)
    var afterBlank = true
    for line in lines {
      if line.isEmpty {
        afterBlank = true
        continue
      }
      let indented = line.first == TextCleaner.indentMark
      let content = indented ? line.dropFirst() : line
      if !output.isEmpty {
        if wrapped && !afterBlank && !indented {
          output.append(UInt8(ascii: " "))
        } else {
          output.append(newline)
          output.append(newline)
        }
      }
      output.append(contentsOf: content)
      afterBlank = false
    }
    return output
  }

  /// Whether most line ends inside blocks fall inside a sentence.
  private static func isHardWrapped(_ lines: [ArraySlice<UInt8>]) -> Bool {
    var inside = 0
    var unfinished = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      if line.count > widestWrap { return false }
      if line.isEmpty || next.isEmpty { continue }
      if next.first == TextCleaner.indentMark { continue }
      inside += 1
      // A wrapped line is of some length: lists of short lines are no paragraphs.
      if line.count >= 30 && !Sentence.isTerminated(line) { unfinished += 1 }
    }
    return inside >= 2 && unfinished * 2 > inside
  }
}
