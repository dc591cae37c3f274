/// SplitMix64: a 64-bit pseudo-random generator whose whole state is one counter.
///
/// Formula: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014, with the mixing constants of David Stafford's variant 13. It passes BigCrush and is
/// not for cryptography.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  /// The generator whose stream belongs to `seed`.
  @inlinable package init(seed: UInt64) {
    state = seed
  }

  /// A stream of its own for item `index` of the stream family `label` under `seed`.
  @inlinable package init(seed: UInt64, label: UInt64, index: UInt64) {
    state = Self.mix(Self.mix(seed &+ label &* 0xD1B5_4A32_D192_ED03) ^ Self.mix(~index))
  }

  /// The next 64 random bits.
  @inlinable package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A number in `0..<bound` from 32 random bits (multiply and shift; `bound` must be positive).
  @inlinable package mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// A number in `0 ..< 1` with 53 random bits.
  @inlinable package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// True in `permille` of 1000 calls on average.
  @inlinable package mutating func chance(permille: Int) -> Bool {
    below(1000) < permille
  }

  /// The mixing function alone: a good hash of 64 bits.
  @inlinable package static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
