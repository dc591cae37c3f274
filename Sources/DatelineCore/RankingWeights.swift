/// The weights of the ranking formula.
///
/// Stored in the file's table `ranking`, so that each can be changed with a stock SQLite tool.
public struct RankingWeights: Sendable, Equatable {
  /// One weight; the raw value is its name in the table.
  public enum Weight: String, Sendable, CaseIterable {
    case titleWeight = "title_weight"
    case titleLength = "title_length"
    case leadWeight = "lead_weight"
    case leadLength = "lead_length"
    case bodyWeight = "body_weight"
    case bodyLength = "body_length"
    case saturation
    case entityWeight = "entity_weight"
    case coverage
    case proximity
    case exactForm = "exact_form"
    case recency
    case expansion

    /// Value in the formula.
    public var defaultValue: Double {
      switch self {
      case .titleWeight: 4
      case .titleLength, .leadLength: 0.3
      case .leadWeight: 2
      case .bodyWeight: 1
      case .bodyLength: 0.75
      case .saturation: 1.2
      case .entityWeight: 2
      case .coverage: 1
      case .proximity: 0.2
      case .exactForm: 0.25
      case .recency: 1
      case .expansion: 0.2
      }
    }

    /// Values that make sense.
    public var range: ClosedRange<Double> {
      switch self {
      case .titleLength, .leadLength, .bodyLength, .expansion: 0...1
      case .saturation: 0.01...100
      default: 0...1000
      }
    }

    /// What it does, in a sentence.
    public var description: String {
      switch self {
      case .titleWeight: "how much an occurrence in the title counts"
      case .titleLength: "how much long titles are held against an article, 0 to 1 (BM25's b)"
      case .leadWeight: "how much an occurrence in the first 60 words counts"
      case .leadLength: "how much long leads are held against an article, 0 to 1 (BM25's b)"
      case .bodyWeight: "how much an occurrence in the rest of the text counts"
      case .bodyLength: "how much long texts are held against an article, 0 to 1 (BM25's b)"
      case .saturation: "how slowly further occurrences count less (BM25's k1)"
      case .entityWeight: "how much a named entity counts against a word"
      case .coverage: "how much articles lose that lack words of a query with an entity; 0: nothing"
      case .proximity: "how much neighbouring words of the query count that stand close together"
      case .exactForm: "how much a word in the very form that was typed counts more"
      case .recency:
        "with --boost-recent: what an article of today gains, as a share of a rare word"
      case .expansion: "with --expand: share of the score that goes to words from the best articles"
      }
    }
  }

  private var values: [Double]

  /// The weights of the formula.
  public init() {
    values = Weight.allCases.map(\.defaultValue)
  }

  /// The value of a weight.
  public subscript(weight: Weight) -> Double {
    get { values[Self.index(of: weight)] }
    set { values[Self.index(of: weight)] = newValue }
  }

  private static func index(of weight: Weight) -> Int {
    Weight.allCases.firstIndex(of: weight) ?? 0
  }
}
