import CBuiltins

/// Tells texts that are as ``TextNormalizer`` would leave them, which most texts of dumps with fields
/// are: they need no copy.
///
/// Looks at 64 bytes at a time, and at single ones only where they are not visible ASCII with single
/// spaces between. Reads texts from `String`, so that their UTF-8 is well formed.
enum CleanText {
  /// Whether ``TextNormalizer/line(_:)`` gives `text` itself; may be false although it does.
  static func isLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isClean(text, hasParagraphs: false)
  }

  /// Whether ``TextNormalizer/body(_:)`` gives `text` itself; may be false although it does.
  static func isBody(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isClean(text, hasParagraphs: true)
  }

  @inline(__always)
  private static func isClean(
    _ text: UnsafeBufferPointer<UInt8>, hasParagraphs: Bool
  ) -> Bool {
    guard let base = text.baseAddress, let first = text.first, let last = text.last else {
      return true
    }
    guard first > 0x20, last > 0x20 else { return false }
    var start = 0
    blocks: while start < text.count {
      let mask = cbuiltins_text(base + start, text.count - start)
      let carry: UInt64 = start > 0 && text[start - 1] == 0x20 ? 1 : 0
      var marks = mask.marks | (mask.spaces & (mask.spaces << 1 | carry))
      while marks != 0 {
        let index = start + marks.trailingZeroBitCount
        let next = position(behind: index, in: text, hasParagraphs: hasParagraphs)
        guard let next else { return false }
        if next - start >= 64 {
          start = next
          continue blocks
        }
        marks &= ~0 &<< UInt64(next - start)
      }
      start += 64
    }
    return true
  }

  /// Position behind the character at `index`, or behind the blank line there; `nil` when it is one
  /// that the normaliser changes, or may change.
  private static func position(
    behind index: Int, in text: UnsafeBufferPointer<UInt8>, hasParagraphs: Bool
  ) -> Int? {
    let byte = text[index]
    if byte >= 0x80 {
      let (scalar, length) = TextCleaner.scalar(in: text, at: index)
      return ScalarClass(scalar) == .composed ? index + length : nil
    }
    switch byte {
    case UInt8(ascii: "&"):
      return CharacterReferences.reference(in: text, at: index) == nil ? index + 1 : nil
    case 0x0A where hasParagraphs:
      // The first byte of the text is no space and no line end, and neither is the last.
      guard text[index - 1] != 0x20, text[index + 1] == 0x0A, text[index + 2] > 0x20 else {
        return nil
      }
      return index + 2
    default: return nil
    }
  }
}

/// Stretches of visible ASCII with single spaces between, which the cleaner copies as they are.
enum PlainRun {
  /// Where the stretch ends that begins at `start` with a visible character. It ends with one. Linear.
  static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    var position = start
    var end = text.count
    while position < text.count {
      let mask = cbuiltins_text(base + position, text.count - position)
      let carry: UInt64 = position > start && text[position - 1] == 0x20 ? 1 : 0
      let marks = mask.odd | (mask.spaces & (mask.spaces << 1 | carry))
      if marks != 0 {
        end = position + marks.trailingZeroBitCount
        break
      }
      position += 64
    }
    return text[end - 1] == 0x20 ? end - 1 : end
  }
}
