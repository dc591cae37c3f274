import Testing

@testable import DatelineSearch

@Suite struct EditDistanceTests {
  /// The distance by its definition, without a limit.
  private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count {
      for j in 0...right.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        table[i][j] = min(
          table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), table[i - 1][j] + 1,
          table[i][j - 1] + 1)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test(arguments: 0..<3)
  func equalsItsDefinition(limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit) + 7)
    let letters = "abcp0é東".map { $0 }
    var near = 0
    for _ in 0..<200 {
      let word = String(
        (0..<Int.random(in: 0...7, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        })
      var measure = EditDistance(from: word, limit: limit)
      for _ in 0..<40 {
        var other = Array(word)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          let place = Int.random(in: 0...other.count, using: &random)
          switch random.next() % 4 {
          case 0: other.insert(letters.randomElement(using: &random) ?? "a", at: place)
          case 1 where place < other.count: other.remove(at: place)
          case 2 where place + 1 < other.count: other.swapAt(place, place + 1)
          case 3 where place < other.count:
            other[place] = letters.randomElement(using: &random) ?? "a"
          default: break
          }
        }
        let expected = distance(Array(word.unicodeScalars), Array(String(other).unicodeScalars))
        let found = measure.distance(to: String(other))
        #expect(found == (expected <= limit ? expected : nil), "\(word), \(String(other))")
        near += found == nil ? 0 : 1
      }
    }
    #expect(near > 500)
  }
}
