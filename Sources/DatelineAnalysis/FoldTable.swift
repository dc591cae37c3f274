/// What the tokenizer does with each Unicode scalar: separate, drop, or keep as a folded scalar.
///
/// Look-up is two array reads; ASCII has a table of its own in ``Tokenizer``.
/// Built once from ``UnicodeRanges``.
package struct FoldTable: Sendable {
  /// The scalar separates tokens.
  static let separator: UInt32 = 0
  /// The scalar belongs to a token that is under way, but leaves no trace in its folded form.
  static let mark: UInt32 = 1

  /// The table of `unicode61 remove_diacritics 2`.
  package static let unicode61 = FoldTable(parsing: UnicodeRanges.text)

  private static let identityBlock: Int32 = -1

  /// First entry of each block of 256 scalars in `entries`, or `identityBlock`.
  private let blocks: [Int32]
  private let entries: [UInt32]

  private init(parsing text: String) {
    var folded: [Int: [UInt32]] = [:]
    var identity = Set<Int>()
    func set(_ scalar: Int, _ value: UInt32) {
      folded[scalar >> 8, default: Array(repeating: Self.separator, count: 256)][scalar & 255] =
        value
    }
    for scalar in 0..<128 {
      switch UInt8(scalar) {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): set(scalar, UInt32(scalar) + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        set(scalar, UInt32(scalar))
      default: break
      }
    }
    var start = 0
    for run in text.utf8.split(separator: UInt8(ascii: ";")) {
      let parts = run.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
      guard parts.count >= 2, let distance = Int(parts[0]), let count = Int(parts[1]) else {
        continue
      }
      start += distance
      let step = parts.count > 2 ? Int(parts[2]) ?? 1 : 1
      let isMark = parts.count > 3 && parts[3] == "m"
      let change = parts.count > 3 ? Int(parts[3]) ?? 0 : 0
      var index = 0
      while index < count {
        let scalar = start + index * step
        // Whole blocks that stand for themselves are not spelled out: nearly all of Unicode.
        if scalar & 255 == 0, count - index >= 256, step == 1, change == 0, !isMark {
          identity.insert(scalar >> 8)
          index += 256
        } else {
          set(scalar, isMark ? Self.mark : UInt32(scalar + change))
          index += 1
        }
      }
    }
    var blocks: [Int32] = []
    var entries: [UInt32] = Array(repeating: Self.separator, count: 256)
    for block in 0..<(0x110000 >> 8) {
      if let values = folded[block] {
        blocks.append(Int32(entries.count))
        entries.append(contentsOf: values)
      } else {
        blocks.append(identity.contains(block) ? Self.identityBlock : 0)
      }
    }
    self.blocks = blocks
    self.entries = entries
  }

  /// The folded scalar, or ``separator`` or ``mark``.
  /// - Complexity: O(1).
  @inline(__always)
  package subscript(scalar: UInt32) -> UInt32 {
    let block = Int(scalar >> 8)
    guard block < blocks.count else { return Self.separator }
    let first = blocks[block]
    return first == Self.identityBlock ? scalar : entries[Int(first) + Int(scalar & 255)]
  }

  /// The scalars that folded tokens are made of, ascending.
  /// - Complexity: O(limit log limit).
  package func keptScalars(below limit: UInt32) -> [UInt32] {
    var kept = Set<UInt32>()
    for scalar in 0..<limit {
      let folded = self[scalar]
      if folded != Self.separator, folded != Self.mark, folded < limit { kept.insert(folded) }
    }
    return kept.sorted()
  }
}
