import DatelineCore

/// Draws an index with given weights in constant time.
///
/// Walker's alias method (A. J. Walker, 1977) with M. Vose's linear-time set-up (1991).
struct AliasTable: Sendable {
  private struct Slot {
    /// The slot's own index is taken when the fraction is below this, in units of 2^-32.
    var threshold: UInt32
    var alias: UInt32
  }

  private let slots: [Slot]

  /// Number of indices; a power of two when the weights' count is one.
  var count: Int { slots.count }

  /// - Parameter weights: at least one, none negative, their sum positive.
  init(weights: [Double]) {
    let total = weights.reduce(0, +)
    let scale = Double(weights.count) / total
    var scaled = weights.map { $0 * scale }
    var slots = weights.indices.map { Slot(threshold: .max, alias: UInt32($0)) }
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      slots[low].threshold = UInt32(min(scaled[low] * 0x1p32, 0x1p32 - 1))
      slots[low].alias = UInt32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
    self.slots = slots
  }

  /// The index for a slot number and a 32-bit fraction, both uniformly random.
  @inline(__always)
  func index(slot: Int, fraction: UInt32) -> Int {
    let entry = slots[slot]
    return fraction < entry.threshold ? slot : Int(entry.alias)
  }

  /// An index drawn with the table's weights.
  func draw(_ random: inout SplitMix64) -> Int {
    let slot = random.below(slots.count)
    return index(slot: slot, fraction: UInt32(truncatingIfNeeded: random.next() >> 32))
  }

  /// Weights of Zipf-Mandelbrot's law with exponent 1, `1 / (rank + shift)` for ranks from 0.
  ///
  /// B. Mandelbrot, "An informational theory of the statistical structure of language", 1953.
  static func zipfMandelbrot(count: Int, shift: Double) -> AliasTable {
    AliasTable(weights: (0..<count).map { 1 / (Double($0) + shift) })
  }
}
