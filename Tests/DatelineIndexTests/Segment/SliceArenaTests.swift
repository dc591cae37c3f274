import Testing

@testable import DatelineIndex

/// Chains of slices hold what was added to them, over the ends of slices and of blocks.
@Suite struct SliceArenaTests {
  /// A chain and what it should hold.
  private struct Chain {
    var tail = SliceArena.Tail()
    var bytes: [UInt8] = []
  }

  @Test func holdsWhatWasAdded() throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededGenerator(seed: seed)
    var arena = SliceArena()
    for round in 0..<2 {
      var chains = Array(repeating: Chain(), count: 40)
      var total = 0
      while total < 3 * SliceArena.blockSize {
        let index = Int.random(in: 0..<chains.count, using: &random)
        switch random.next() % 4 {
        case 0, 1:
          let most = random.next() % 2 == 0 ? 20 : 4000
          let count = Int.random(in: 0...most, using: &random)
          let bytes = (0..<min(count, 8)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
          let repeated = (0..<count).map { bytes[$0 % bytes.count] }
          repeated.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            arena.append(base, buffer.count, to: &chains[index].tail)
          }
          chains[index].bytes += repeated
          total += count
        case 2:
          let value = UInt32(truncatingIfNeeded: random.next() >> (32 + random.next() % 32))
          var expected: [UInt8] = []
          expected.append(varint: UInt64(value))
          #expect(arena.append(value, to: &chains[index].tail) == expected.count)
          chains[index].bytes += expected
        default:
          addMarked(&arena, &chains[index], &random)
        }
      }
      #expect(arena.usedBytes > 2 * SliceArena.blockSize)
      for chain in chains {
        var found = [UInt8](repeating: 0, count: chain.bytes.count)
        found.withUnsafeMutableBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          arena.copy(from: chain.tail.head, count: buffer.count, to: base)
        }
        #expect(found == chain.bytes, "seed \(seed), round \(round)")
      }
      arena.removeAll()
    }
  }

  /// A byte that is written late, with bytes behind it that are copied and replaced.
  private func addMarked(
    _ arena: inout SliceArena, _ chain: inout Chain, _ random: inout SeededGenerator
  ) {
    let mark = arena.appendMark(to: &chain.tail)
    let count = Int.random(in: 0...(random.next() % 8 == 0 ? 9000 : 70), using: &random)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var copied = [UInt8](repeating: 0, count: count)
    let replacing = [UInt8(0xAB)] + bytes.map { ~$0 }
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      arena.append(base, count, to: &chain.tail)
    }
    copied.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      arena.copy(behind: mark, count: count, to: base)
    }
    #expect(copied == bytes)
    replacing.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      arena.overwrite(mark, with: base, count: count + 1)
    }
    chain.bytes += replacing
  }
}
