import DatelineAnalysis
import DatelineIndex
import Foundation

/// The order of hits, as an expression for the rankers of both engines: the formula of a file as far as they have what
/// it is made of.
///
/// A file adds up what its words count, each saturated by itself: sum of idf · s(f), s(f) = f (k1 + 1) / (f + k1), with
/// f the occurrences of a word in all fields, weighted and divided by the fields' lengths. The engines give sums over
/// words only, for each field: `hit_count` (of f), `tf_idf` (of f · idf) and `sum_idf`. With T = sum of f · idf and
/// S = sum of idf, S · s(T / S) is the same where all words are equally frequent in the article, and close to it where
/// a common word is more so. Of a single word idf is left out: each shard has its own.
///
/// Source of the factors: "Expression based ranker" in the manual of Sphinx 2.2, "Quick summary of the ranking factors" in
/// that of Manticore.
struct ClusterRanking: Sendable {
  /// What is known of all articles together.
  struct Means: Sendable, Equatable {
    /// Mean number of terms in a title.
    var title = 9.0
    /// Mean number of terms in a text.
    var body = 600.0
    /// The latest day that is not after today, as ``ClusterSchema`` counts days; `nil` when there is none.
    var latest: Int?

    /// Those of an index of which nothing is known.
    init() {}

    /// Takes what the statements for them gave.
    init(lengths: ClusterRow?, latest: SphinxConnection.ResultSet?) {
      if let lengths, let title = Double(lengths.text("t")), let body = Double(lengths.text("b")),
        title.isFinite, body.isFinite, title > 0 || body > 0
      {
        // Rounded, so that statements stay the same for some time.
        (self.title, self.body) = (title.rounded(), body.rounded())
      }
      // 0 where no article has a date.
      self.latest = latest?.number
    }
  }

  /// What `WEIGHT()`, an integer, is of a score.
  static let scoreFactor = 100_000.0
  /// `WEIGHT()` has 32 bits.
  private static let mostWeight = 2_000_000_000

  var means = Means()
  /// Words, phrases and entities that are ranked.
  var concepts = 1
  /// Numbers of entities, and what the scores of their articles are multiplied with.
  var factors: [(entity: Int64, factor: Double)] = []
  /// Days after which the gain of recent articles has halved; `nil` for no gain.
  var halfLife: Double?

  /// Options of a statement.
  var options: [String] {
    let marks = Mark.fields.map { "\($0.field)=\($0.mark.rawValue)" }.joined(separator: ",")
    return [
      "ranker=expr('min(\(Self.mostWeight),\(Self.number(Self.scoreFactor))*\(score)\(boosts)\(recency))')",
      "field_weights=(\(marks))", "idf='plain,tfidf_unnormalized'",
    ]
  }

  /// An expression cannot ask for a field's name, but for its weight.
  private enum Mark: Int {
    case text = 1
    case lead = 2
    case tags = 3
    case title = 4

    static let fields: [(field: String, mark: Mark)] = [
      ("title", .title), ("body", .text), ("lead", .lead), ("title_words", .title),
      ("body_words", .text), ("cjk", .text), ("tags", .tags),
    ]
  }

  private static let formula = RankingFormula()

  private var score: String {
    let k1 = Self.formula.k1
    if concepts == 1 {
      let frequency = "sum(\(weight(ofEntities: 1))*hit_count)"
      return "\(Self.number(k1 + 1))*\(frequency)/(\(Self.number(k1))+\(frequency))"
    }
    let entityWeight = Self.formula.entityWeight
    let sum = "sum(\(weight(ofEntities: entityWeight))*tf_idf)"
    // Words are in the text and some of them in the title too.
    let words = "max(\(sumIDF(.text)),\(sumIDF(.title)))"
    let total = "(\(words)+\(Self.number(entityWeight))*\(sumIDF(.tags)))"
    return "\(Self.number(k1 + 1))*\(sum)*\(total)/(\(Self.number(k1))*\(total)+\(sum)+0.000001)"
  }

  private func sumIDF(_ mark: Mark) -> String {
    "sum(if(user_weight=\(mark.rawValue),sum_idf,0))"
  }

  /// What an occurrence in a field counts. The text has the words of the lead too.
  private func weight(ofEntities entityWeight: Double) -> String {
    let formula = Self.formula
    let longestLead = Double(EntityTagger.leadLength)
    let lead = min(means.body, longestLead)
    let title = norm(formula.title, "title_length", mean: means.title)
    let inLead = norm(formula.lead, "min(body_length,\(EntityTagger.leadLength))", mean: lead)
    let rest = norm(
      formula.rest, "max(body_length-\(EntityTagger.leadLength),0)", mean: means.body - lead)
    return "if(user_weight=\(Mark.title.rawValue),\(Self.number(formula.title.weight))/\(title),"
      + "if(user_weight=\(Mark.lead.rawValue),"
      + "\(Self.number(formula.lead.weight))/\(inLead)-\(Self.number(formula.rest.weight))/\(rest),"
      + "if(user_weight=\(Mark.tags.rawValue),\(Self.number(entityWeight)),"
      + "\(Self.number(formula.rest.weight)))/\(rest)))"
  }

  private func norm(
    _ field: RankingFormula.Field, _ length: String, mean: Double
  ) -> String {
    "(\(Self.number(1 - field.b))+\(Self.number(field.b / max(mean, 1)))*\(length))"
  }

  private var boosts: String {
    factors.map { entity, factor in
      let gain = String(format: "%.4f", abs(factor - 1))
      return "*(1\(factor < 1 ? "-" : "+")\(gain)*in(entities,\(entity)))"
    }.joined()
  }

  /// A file adds a share of the mean idf; here it is one of the score.
  private var recency: String {
    guard let halfLife, let latest = means.latest else { return "" }
    let gain = Self.formula.recency / Double(max(concepts, 1))
    let age = "(days-\(latest))/\(Self.number(max(halfLife, 0.01)))"
    return "*(1+\(Self.number(gain))*if(days>0,if(days<=\(latest),pow(2,\(age)),0),0))"
  }

  /// A number as the engines read it, without an exponent.
  private static func number(_ value: Double) -> String {
    var text = String(format: "%.6f", value)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
