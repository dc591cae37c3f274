/// Reads the positions of a term or phrase in a row one after the other.
///
/// Invariant: points into a list that its user holds and does not change; an integer that a damaged list has cut
/// off ends within the slack behind the list's bytes.
struct PositionCursor {
  /// Behind the last position.
  static let end = UInt64.max

  private var next: UnsafePointer<UInt8>
  private let last: UnsafePointer<UInt8>
  private var column: UInt64 = 0
  private var offset: UInt64 = 0
  /// The position it stands on, a number that sorts by column, then by place: the column in the upper 32 bits,
  /// the place in the lower ones; ``end`` behind the last.
  private(set) var position: UInt64 = 0

  /// Stands on the first position in a row.
  /// - Parameter positions: those of the row, see ``Postings/positions(at:)``.
  @inline(__always)
  init(_ positions: UnsafeBufferPointer<UInt8>) {
    next = positions.baseAddress.unsafelyUnwrapped
    last = next + positions.count
    advance()
  }

  /// Goes to the next position.
  @inline(__always)
  mutating func advance() {
    while next < last {
      let value = Varint.read(&next)
      if value != 1 {
        offset &+= value &- 2
        position = column << 32 | offset & 0xFFFF_FFFF
        return
      }
      column = Varint.read(&next)
      offset = 0
    }
    position = Self.end
  }

  /// Goes to a position or the first one behind it.
  @inline(__always)
  mutating func advance(to wanted: UInt64) {
    while position < wanted { advance() }
  }
}

extension Postings {
  /// Adds a position as a ``PositionCursor`` gives it to the row that ``close(row:)`` ends; positions ascend.
  @inline(__always)
  func appendPosition(_ position: UInt64) {
    appendPosition(
      Int(truncatingIfNeeded: position & 0xFFFF_FFFF),
      column: Int(truncatingIfNeeded: position >> 32))
  }
}
