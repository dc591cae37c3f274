/// The frequencies of ``RankingFormula``, with what depends on a field's length alone looked up: equal to the last
/// bit.
///
/// Invariant: `norms` holds those of titles, leads and rests one after the other, as many as the counts say, all
/// initialised; it does not change and is freed with the object.
package final class FrequencyTable: @unchecked Sendable {
  private let formula: RankingFormula
  private let averages: FieldLengths.Averages
  private let norms: UnsafeMutablePointer<Double>
  /// Lengths that are looked up: 0 up to one less than that.
  private let titles: Int
  private let leads: Int
  private let rests: Int

  package init(_ formula: RankingFormula, _ averages: FieldLengths.Averages) {
    self.formula = formula
    self.averages = averages
    titles = 65
    leads = Int(min(averages.mostLead, 1024)) + 1
    // Where the lead can be longer than that, or has no whole number of tokens, nothing is looked up.
    rests = Double(leads - 1) == averages.mostLead ? 4097 : 0
    norms = .allocate(capacity: titles + leads + rests)
    func fill(
      _ field: RankingFormula.Field, _ average: Double, _ count: Int, from start: Int
    ) {
      for length in 0..<count {
        (norms + start + length).initialize(
          to: RankingFormula.norm(of: field, length: Double(length), average: average))
      }
    }
    fill(formula.title, averages.title, titles, from: 0)
    fill(formula.lead, averages.lead, leads, from: titles)
    fill(formula.rest, averages.rest, rests, from: titles + leads)
  }

  deinit { norms.deallocate() }

  /// The frequency in all fields.
  @inline(__always)
  func text(_ count: PhraseCounts.Count, _ lengths: FieldLengths.Lengths) -> Double {
    let body = Int(lengths.body)
    let lead = min(body, leads - 1)
    guard body >= 0, body - lead < rests, lengths.title >= 0, Int(lengths.title) < titles else {
      return formula.frequency(
        title: Double(count.title), lead: Double(count.lead), rest: Double(count.rest), lengths,
        averages: averages)
    }
    let inTitle = formula.title.weight * Double(count.title) / norms[Int(lengths.title)]
    let inLead = formula.lead.weight * Double(count.lead) / norms[titles + lead]
    return inTitle + inLead
      + formula.rest.weight * Double(count.rest) / norms[titles + leads + body - lead]
  }

  /// The frequency in the title.
  @inline(__always)
  func title(_ count: UInt32, _ lengths: FieldLengths.Lengths) -> Double {
    formula.frequency(
      title: Double(count), lead: 0, rest: 0, lengths, averages: averages)
  }
}
