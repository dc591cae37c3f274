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
    var builder = Builder()
    builder.addASCII()
    builder.add(runs: text)
    blocks = builder.blocks
    entries = builder.entries
  }

  /// Fills a table run by run, and reads runs byte by byte: that is part of the start of every program that searches.
  private struct Builder {
    /// 0 for blocks that separate, of which the first entries are.
    var blocks = [Int32](repeating: 0, count: 0x110000 >> 8)
    var entries = [UInt32](repeating: FoldTable.separator, count: 256)

    init() { entries.reserveCapacity(1 << 16) }

    mutating func set(_ scalar: Int, _ value: UInt32) {
      let block = scalar >> 8
      if blocks[block] <= 0 {
        blocks[block] = Int32(entries.count)
        entries.append(contentsOf: repeatElement(FoldTable.separator, count: 256))
      }
      entries[Int(blocks[block]) + scalar & 255] = value
    }

    mutating func addASCII() {
      for scalar in 0..<128 {
        switch UInt8(scalar) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): set(scalar, UInt32(scalar) + 32)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          set(scalar, UInt32(scalar))
        default: break
        }
      }
    }

    /// Adds the runs of ``UnicodeRanges``.
    mutating func add(runs text: String) {
      var run = Run()
      var (start, field, number, isNegative) = (0, 0, 0, false)
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "m"): run.isMark = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          number = number * 10 + Int(byte - UInt8(ascii: "0"))
        default:
          run.set(field, isNegative ? -number : number)
          (field, number, isNegative) = (field + 1, 0, false)
          if byte == UInt8(ascii: ";") {
            start += run.distance
            add(run, from: start)
            (run, field) = (Run(), 0)
          }
        }
      }
      run.set(field, isNegative ? -number : number)
      add(run, from: start + run.distance)
    }

    private mutating func add(_ run: Run, from start: Int) {
      let isPlain = run.step == 1 && run.change == 0 && !run.isMark
      var index = 0
      while index < run.count {
        let scalar = start + index * run.step
        // Whole blocks that stand for themselves are not spelled out: nearly all of Unicode.
        if isPlain, scalar & 255 == 0, run.count - index >= 256 {
          if blocks[scalar >> 8] == 0 { blocks[scalar >> 8] = FoldTable.identityBlock }
          index += 256
        } else {
          set(scalar, run.isMark ? FoldTable.mark : UInt32(scalar + run.change))
          index += 1
        }
      }
    }
  }

  /// A run of ``UnicodeRanges``.
  private struct Run {
    var distance = 0
    var count = 0
    var step = 1
    var change = 0
    var isMark = false

    /// Sets the number of a field, in the order in which they stand.
    mutating func set(_ field: Int, _ number: Int) {
      switch field {
      case 0: distance = number
      case 1: count = number
      case 2: step = number
      default: change = number
      }
    }
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
