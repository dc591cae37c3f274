import Testing

@testable import DatelineIndex

@Suite struct FrequencyTableTests {
  /// What is looked up is what the formula gives, to the last bit: bounds of old files stay equal.
  @Test(arguments: [60.0, 60.5, 4000])
  func equalsTheFormula(lead: Double) {
    let formula = RankingFormula()
    let averages = FieldLengths.Averages(
      title: 8.37, lead: 51.2, rest: 377.7, mostLead: lead)
    let table = FrequencyTable(formula, averages)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let lengths = FieldLengths.Lengths(
        title: .random(in: -1...90, using: &random), body: .random(in: -1...5000, using: &random))
      let count = PhraseCounts.Count(
        title: .random(in: 0...3, using: &random), lead: .random(in: 0...5, using: &random),
        rest: .random(in: 0...40, using: &random))
      let expected = formula.frequency(
        title: Double(count.title), lead: Double(count.lead), rest: Double(count.rest), lengths,
        averages: averages)
      #expect(table.text(count, lengths) == expected)
    }
  }
}
