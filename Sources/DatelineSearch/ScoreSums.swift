/// Scores of all articles while a query is evaluated concept by concept, in memory that is kept.
///
/// Invariant: both have room for as many rows as the table of lengths has, all initialised; freed with the object.
final class ScoreSums {
  /// By rows of ``FieldLengths``; all 0 between queries.
  let scores: UnsafeMutablePointer<Double>
  /// A bit for each concept that the article has; likewise.
  let masks: UnsafeMutablePointer<UInt64>

  init(count: Int) {
    scores = .allocate(capacity: max(count, 1))
    scores.initialize(repeating: 0, count: max(count, 1))
    masks = .allocate(capacity: max(count, 1))
    masks.initialize(repeating: 0, count: max(count, 1))
  }

  deinit {
    scores.deallocate()
    masks.deallocate()
  }
}
