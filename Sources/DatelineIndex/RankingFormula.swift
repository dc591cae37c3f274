package import DatelineCore
import Foundation

/// The ranking formula with its weights.
///
/// BM25 over weighted fields: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
/// and Beyond", 2009, section 3.6.1; idf in the form that cannot be negative (as Lucene's
/// BM25Similarity). To that come coverage, proximity, exact forms, recency and boosts, see
/// `ReferenceScorer`, which states all of it plainly.
package struct RankingFormula: Sendable {
  /// Weight and length normalisation of a field.
  package struct Field: Sendable {
    package var weight: Double
    package var b: Double
  }

  package let title: Field
  package let lead: Field
  package let rest: Field
  package let k1: Double
  package let entityWeight: Double
  package let coverage: Double
  package let proximity: Double
  package let exactForm: Double
  package let recency: Double
  package let expansion: Double

  /// The formula with some weights, those of the table `ranking` or the usual ones.
  package init(_ weights: RankingWeights = RankingWeights()) {
    title = Field(weight: weights[.titleWeight], b: weights[.titleLength])
    lead = Field(weight: weights[.leadWeight], b: weights[.leadLength])
    rest = Field(weight: weights[.bodyWeight], b: weights[.bodyLength])
    k1 = weights[.saturation]
    entityWeight = weights[.entityWeight]
    coverage = weights[.coverage]
    proximity = weights[.proximity]
    exactForm = weights[.exactForm]
    recency = weights[.recency]
    expansion = weights[.expansion]
  }

  /// Contribution of occurrences in one field: weight times frequency, normalised by length.
  @inline(__always)
  package func frequency(_ count: Double, in field: Field, length: Double, average: Double)
    -> Double
  {
    field.weight * count / Self.norm(of: field, length: length, average: average)
  }

  /// What frequencies in a field of some length are divided by.
  @inline(__always)
  static func norm(of field: Field, length: Double, average: Double) -> Double {
    // With b = 1, a word found by its CJK terms in an empty field would have no bounds.
    max(1 - field.b + field.b * length / average, 1e-6)
  }

  /// Saturation of a summed frequency: from 0 to k1 + 1.
  @inline(__always)
  package func saturate(_ frequency: Double) -> Double {
    frequency * (k1 + 1) / (frequency + k1)
  }

  /// Weight of a concept that `documentFrequency` of `count` articles have.
  package static func idf(documentFrequency: Double, count: Int) -> Double {
    let frequency = min(documentFrequency, Double(count))
    return log(1 + (Double(count) - frequency + 0.5) / (frequency + 0.5))
  }

  /// Power to which the share of the query that an article has is raised: shorter queries need more
  /// of their words.
  package func coveragePower(concepts: Int) -> Double {
    coverage * min(max((6 - Double(concepts)) / 4, 0), 1)
  }

  /// What an article gains that is `age` days old.
  @inline(__always)
  package static func recency(age: Double, halfLife: Double) -> Double {
    exp2(-max(0, age) / halfLife)
  }

  /// Closeness of two words in a text: sum of 1 / distance² over pairs of positions at most 8 apart;
  /// both lists ascend.
  /// - Complexity: O(positions, times 17 at most).
  package static func closeness(_ left: [Int], _ right: [Int]) -> Double {
    var sum = 0.0
    var first = 0
    for position in left {
      while first < right.count, right[first] < position - 8 { first += 1 }
      var index = first
      while index < right.count, right[index] <= position + 8 {
        let distance = Double(abs(right[index] - position))
        if distance > 0 { sum += 1 / (distance * distance) }
        index += 1
      }
    }
    return sum
  }
}

extension RankingFormula {
  /// The frequency of all fields in one, normalised by their lengths.
  @inline(__always)
  package func frequency(
    title titleCount: Double, lead leadCount: Double, rest restCount: Double,
    _ lengths: FieldLengths.Lengths, averages: FieldLengths.Averages
  ) -> Double {
    let body = Double(lengths.body)
    let leadLength = min(body, averages.mostLead)
    // A field without occurrences adds 0: nothing to foresee for the processor.
    let inTitle = frequency(
      titleCount, in: title, length: Double(lengths.title), average: averages.title)
    let inLead = frequency(leadCount, in: lead, length: leadLength, average: averages.lead)
    let inRest = frequency(
      restCount, in: rest, length: body - leadLength, average: averages.rest)
    return inTitle + inLead + inRest
  }

  /// Whether rarer or shorter never scores higher: what bounds on scores rest on.
  var isMonotonous: Bool {
    k1 >= 0 && [title, lead, rest].allSatisfy { $0.weight >= 0 && (0...1).contains($0.b) }
  }
}
