import DatelineAnalysis

/// The saturated frequency of a phrase in each article that has it, computed for those articles only that are asked
/// for.
///
/// Equal to the last bit to what ``RankingFormula`` gives for the counts of ``PhraseCounts``.
///
/// Invariant: `rows` and `values` that are passed have room for ``count`` elements, as the caller sees to; positions are
/// read as ``PhraseCounts`` does.
package final class PhraseFrequencies {
  private let postings: Postings
  private let positions: Postings.View
  private let formula: RankingFormula
  private let table: FrequencyTable
  private let lengths: FieldLengths
  /// Tokens of the lead.
  private let lead = EntityTagger.leadLength

  package init(
    _ counts: PhraseCounts, _ formula: RankingFormula, _ table: FrequencyTable,
    _ lengths: FieldLengths
  ) {
    postings = counts.postings
    positions = postings.view
    self.formula = formula
    self.table = table
    self.lengths = lengths
  }

  /// Number of articles.
  package var count: Int { postings.count }

  /// Bytes of memory, those of the positions included.
  package var memory: Int { postings.memory }

  /// The articles as a set of rows, shared by all who ask.
  package var rowSet: RowSet { postings.rowSet(lengths) }

  /// Writes the rows of the articles in ``FieldLengths``, ascending.
  /// - Returns: false where some article has none.
  /// - Complexity: O(articles).
  package func fillRows(_ rows: UnsafeMutablePointer<Int32>) -> Bool {
    lengths.fillRows(rows, of: postings.allRows)
  }

  /// The frequency in the article at a place, which has a row.
  /// - Complexity: O(positions).
  package func value(at place: Int, row: Int32) -> Double { computed(place, row) }

  /// Computes the frequencies at places where none is known yet.
  /// - Parameter values: 0 where the frequency is not known.
  package func fill(
    _ values: UnsafeMutablePointer<Double>, _ rows: UnsafePointer<Int32>, at places: Range<Int>
  ) {
    for place in places where values[place] == 0 { values[place] = computed(place, rows[place]) }
  }

  @inline(__always)
  private func computed(_ place: Int, _ row: Int32) -> Double {
    let found = positions.positions(at: place)
    guard let start = found.baseAddress else { return 0 }
    var cursor = start
    let count = PhraseCounts.count(&cursor, upTo: start + found.count, lead)
    return formula.saturate(table.text(count, lengths[Int(row)]))
  }
}

extension FieldLengths {
  /// Writes the rows of articles whose ids ascend.
  /// - Returns: false where some have no row; what was written is of no use then.
  /// - Complexity: O(articles).
  fileprivate func fillRows(
    _ rows: UnsafeMutablePointer<Int32>, of ids: UnsafeBufferPointer<Int64>
  ) -> Bool {
    guard let first = ids.first, let last = ids.last else { return true }
    if let start = row(of: first), let end = row(of: last, from: start), hasNoGaps {
      for index in 0..<ids.count {
        rows[index] = Int32(truncatingIfNeeded: start &+ Int(ids[index] &- first))
      }
      return end < count
    }
    var place = 0
    for index in 0..<ids.count {
      guard let row = row(of: ids[index], from: place) else { return false }
      place = row
      rows[index] = Int32(truncatingIfNeeded: row)
    }
    return true
  }
}
