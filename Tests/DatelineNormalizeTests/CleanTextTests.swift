import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// The quick ways through text give what the slow ones do.
@Suite struct CleanTextTests {
  /// May stand side by side in any order, but not at the end.
  private static let clean = [
    "a", "Word ", "word ", "of ", "; ", "“it’s” ", "é", "Ж", "漢字", ".\n\nThe ", "& ", "S&P", "&am;",
    ".",
    "a stretch of text that takes more than the 64 bytes that are looked at in one step, as most do.",
  ]
  private static let unclean = [
    " ", "  ", "\n", "\n\n", "\n\n\n", " \n\n", "\n\n ", "\r\n", "\t", "\u{0}", "\u{7F}", "\u{85}",
    "\u{92}", "\u{9D}",
    "\u{A0}", "\u{AD}", "e\u{301}", "\u{301}", "\u{200B}", "\u{2028}", "\u{2029}", "\u{FEFF}",
    "\u{212B}",
    "&amp;", "&#65;", "&", "<", "<p>", "</b>", "👩\u{200D}👧", "ไทย\u{E49}", "\u{10FFFF}", "\u{1}",
    "  x",
  ]

  private func text(_ generator: inout SplitMix64, changes: Int) -> String {
    var pieces = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
      Self.clean.randomElement(using: &generator) ?? ""
    }
    for _ in 0..<changes {
      pieces.insert(
        Self.unclean.randomElement(using: &generator) ?? "",
        at: Int.random(in: 0...pieces.count, using: &generator))
    }
    return pieces.joined() + "x"
  }

  private func cleaned(_ text: String, _ lineEnds: TextCleaner.LineEnds) -> [UInt8] {
    Array(text.utf8).withUnsafeBufferPointer { TextNormalizer.cleaned($0, lineEnds: lineEnds) }
  }

  @Test func cleanTextIsWhatTheCleanerLeavesAsItIs() {
    var generator = SplitMix64(seed: 21)
    var bodies = 0
    var lines = 0
    for round in 0..<12_000 {
      let input = text(&generator, changes: round % 3)
      let bytes = Array(input.utf8)
      let isBody = bytes.withUnsafeBufferPointer(CleanText.isBody)
      let isLine = bytes.withUnsafeBufferPointer(CleanText.isLine)
      if isBody { bodies += 1 }
      if isLine { lines += 1 }
      let body = cleaned(input, .paragraphs)
      let line = cleaned(input, .join)
      #expect(!isBody || body == bytes, "\(input.debugDescription)")
      #expect(!isLine || line == bytes, "\(input.debugDescription)")
      #expect(Array(TextNormalizer.body(input).utf8) == body)
      #expect(Array(TextNormalizer.line(input).utf8) == line)
    }
    #expect(bodies > 3_000 && lines > 1_000)
  }

  @Test func oneUncleanCharacterIsSeenAnywhere() {
    let words = Array(repeating: "word", count: 40).joined(separator: " ")
    #expect(Array(words.utf8).withUnsafeBufferPointer(CleanText.isLine))
    for piece in Self.unclean where piece != "&" && piece != "\u{10FFFF}" {
      for offset in 0...words.utf8.count {
        var input = Array(words.utf8)
        input.insert(contentsOf: piece.utf8, at: offset)
        // A space is one too many only beside another one.
        if piece == " ", cleaned(String(decoding: input, as: UTF8.self), .join) == input {
          continue
        }
        #expect(
          !input.withUnsafeBufferPointer(CleanText.isLine), "\(piece.debugDescription) at \(offset)"
        )
      }
    }
  }

  @Test func theCleanerDoesWhatItIsDescribedToDo() {
    var generator = SplitMix64(seed: 22)
    let pieces = (Self.clean + Self.unclean).filter { !$0.contains("<") && !$0.contains("&") }
    for _ in 0..<6_000 {
      let count = Int.random(in: 0..<30, using: &generator)
      let input = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for lineEnds in [TextCleaner.LineEnds.join, .lines, .paragraphs] {
        #expect(
          cleaned(input, lineEnds) == ReferenceCleaner.clean(input, lineEnds),
          "\(lineEnds) \(input.debugDescription)")
      }
    }
  }

  @Test func plainRunsEndBeforeWhatIsNotPlain() {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1..<150, using: &generator)
      let bytes = (0..<count).map { index -> UInt8 in
        if index == 0 { return UInt8(ascii: "x") }
        return switch Int.random(in: 0..<200, using: &generator) {
        case 0: UInt8.random(in: 0...31, using: &generator)
        case 1: UInt8.random(in: 127...255, using: &generator)
        case 2..<30: 0x20
        default: UInt8.random(in: 33...126, using: &generator)
        }
      }
      var end = 1
      while end < count {
        if bytes[end] > 0x20, bytes[end] < 0x7F {
          end += 1
        } else if bytes[end] == 0x20, end + 1 < count, bytes[end + 1] > 0x20, bytes[end + 1] < 0x7F
        {
          end += 2
        } else {
          break
        }
      }
      #expect(bytes.withUnsafeBufferPointer { PlainRun.end(in: $0, from: 0) } == end, "\(bytes)")
    }
  }
}

/// ``TextCleaner`` by Unicode scalars, as its documentation has it.
private enum ReferenceCleaner {
  /// The character of windows-1252 that a control character was.
  private static func meant(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(scalar.value) else { return scalar }
    let byte = [UInt8(scalar.value)]
    return String(bytes: byte, encoding: .windowsCP1252)?.unicodeScalars.first ?? scalar
  }

  static func clean(_ text: String, _ lineEnds: TextCleaner.LineEnds) -> [UInt8] {
    var output = String.UnicodeScalarView()
    var spaces = 0
    var ends = 0
    func end(_ count: Int) {
      ends += count
      spaces = lineEnds == .join ? spaces + 1 : 0
    }
    let scalars = text.unicodeScalars.map(meant)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x20: spaces += 1
      case 0x09: spaces += 4
      case 0x0D where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case 0x0A, 0x0B, 0x0D, 0x2028: end(1)
      case 0x0C, 0x2029: end(2)
      case ..<0x20, 0x7F: break
      default:
        switch ScalarClass(scalar.value) {
        case .space: spaces += 1
        case .removed: break
        default:
          if !output.isEmpty {
            if lineEnds == .join {
              if ends + spaces > 0 { output.append(" ") }
            } else if ends > 0 {
              output.append("\n")
              if lineEnds == .paragraphs {
                if ends > 1 { output.append("\n") }
                if spaces > 1 { output.append("\u{1}") }
              }
            } else if spaces > 0 {
              output.append(" ")
            }
          }
          spaces = 0
          ends = 0
          output.append(scalar)
        }
      }
    }
    let bytes = Array(String(output).precomposedStringWithCanonicalMapping.utf8)
    return lineEnds == .paragraphs ? Paragraphs.arrange(bytes) : bytes
  }
}
