import DatelineCore

/// Whether two runs differ by more than chance: a two-sided paired randomisation test (Smucker, Allan
/// and Carterette, "A comparison of statistical significance tests for IR evaluation", 2007).
package struct PairedComparison: Sendable {
  /// Mean of the differences, second minus first.
  package let difference: Double
  /// Probability of so large a difference were the runs equally good.
  package let probability: Double

  /// Compares values of the same queries in the same order.
  /// - Parameter rounds: random changes of sign; the same every time, so that figures are
  ///   repeatable.
  package init(_ first: [Double], _ second: [Double], rounds: Int = 10_000) {
    let differences = zip(first, second).map { $1 - $0 }
    let nonzero = differences.filter { $0 != 0 }
    guard !nonzero.isEmpty else {
      difference = 0
      probability = 1
      return
    }
    let sum = nonzero.reduce(0, +)
    difference = sum / Double(differences.count)
    var random = SplitMix64(seed: 1)
    var extreme = 0
    for _ in 0..<rounds {
      var total = 0.0
      var bits: UInt64 = 0
      for (index, value) in nonzero.enumerated() {
        if index % 64 == 0 { bits = random.next() }
        total += bits & 1 == 0 ? value : -value
        bits >>= 1
      }
      // Rounding must not make equal sums differ.
      if abs(total) >= abs(sum) - 1e-12 { extreme += 1 }
    }
    probability = Double(extreme + 1) / Double(rounds + 1)
  }
}
