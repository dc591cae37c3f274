package import DatelineAnalysis

extension IndexWriter {
  /// What tagging anew has done.
  package struct Retagging: Sendable, Equatable {
    /// Articles in the file when it began.
    package var total = 0
    /// Articles that were read.
    package var read = 0
    /// Articles whose entities or mentions are others now.
    package var changed = 0
    /// Whether all articles are tagged with the same entities now: not when it was broken off, or when
    /// another process has added articles with other entities meanwhile.
    package var isComplete = false
  }

  /// Changes the user's entities in one transaction; articles stay as they are.
  ///
  /// This writer goes on with the entities that held when it was opened.
  package func editEntities<T>(
    _ change: (inout GazetteerEdits) -> T
  ) throws(IndexError) -> T {
    try transaction { db in
      let stored = try GazetteerTable.edits(db)
      var edits = stored
      let result = change(&edits)
      if edits != stored { try GazetteerTable.store(edits, db) }
      return result
    }
  }

  /// Tags all articles with the entities that hold now; memory is bounded.
  ///
  /// Each batch is a transaction: after an interruption of any kind the file is in order, and the next
  /// call completes the work. Other processes may read and write meanwhile.
  /// - Parameters:
  ///   - workers: threads that tag.
  ///   - progress: called after each batch; returns false to break off.
  /// - Throws: an error of the database; batches before it are committed.
  /// - Complexity: O(text of all articles), and the cost of indexing for those that change.
  package func retag(
    workers: Int, progress: (Retagging) -> Bool
  ) throws(IndexError) -> Retagging {
    let retagger = try transaction { try ArticleRetagger($0, workers: workers) }
    var result = Retagging(total: retagger.total)
    while try transaction({ try retagger.tagBatch($0) }) {
      result.read = retagger.read
      result.changed = retagger.changed
      if !progress(result) { return result }
    }
    result.isComplete = try transaction { try retagger.finish($0) }
    // Entities that are mentioned no more have lost their rows.
    stock.mentions.entities.forgetUncommitted()
    return result
  }
}
