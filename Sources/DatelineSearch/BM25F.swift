import Foundation

/// BM25 over weighted fields.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section
/// 3.6.1; idf in the form that cannot be negative (as Lucene's BM25Similarity).
enum BM25F {
  /// Weight and length normalisation of a field.
  struct Field {
    var weight: Double
    var b: Double
  }

  static let title = Field(weight: 1.5, b: 0.3)
  static let lead = Field(weight: 2, b: 0.3)
  static let rest = Field(weight: 1, b: 0.75)
  static let k1 = 1.2

  /// Contribution of occurrences in one field: weight times frequency, normalised by length.
  @inline(__always)
  static func frequency(
    _ count: Double, in field: Field, length: Double, average: Double
  ) -> Double {
    field.weight * count / (1 - field.b + field.b * length / average)
  }

  /// Saturation of a summed frequency: from 0 to k1 + 1.
  @inline(__always)
  static func saturate(_ frequency: Double) -> Double {
    frequency * (k1 + 1) / (frequency + k1)
  }

  /// Weight of a concept that `documentFrequency` of `count` articles have.
  static func idf(documentFrequency: Double, count: Int) -> Double {
    let frequency = min(documentFrequency, Double(count))
    return log(1 + (Double(count) - frequency + 0.5) / (frequency + 0.5))
  }
}
