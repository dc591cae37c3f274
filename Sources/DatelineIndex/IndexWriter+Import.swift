extension IndexWriter {
  /// How far unfinished imports came, by the path of the file.
  package func checkpoints() throws(IndexError) -> [String: ImportCheckpoint] {
    if isFresh { return [:] }
    return try transaction { try ImportTables.checkpoints($0) }
  }

  /// Says which records were committed by the part of this import that ran before: names of files
  /// as in the articles' origins, with the number of their last record.
  ///
  /// A new version of an article from there is a second version in one import, not a change.
  package func resume(after records: [String: Int]) {
    rows.committedRecords = records
  }

  /// Stores what was learnt about sources, and how far files have been read, in one transaction.
  package func save(
    _ memory: [SiteMemoryRow], checkpoints: [ImportCheckpoint]
  ) throws(IndexError) {
    if memory.isEmpty && checkpoints.isEmpty { return }
    try transaction {
      try ImportTables.save(memory, $0)
      try ImportTables.save(checkpoints, $0)
    }
  }

  /// Forgets how far files were read: their import is complete.
  package func removeCheckpoints(of files: [String]) throws(IndexError) {
    if files.isEmpty || isFresh { return }
    try transaction { try ImportTables.removeCheckpoints(of: files, $0) }
  }

  /// What is known about sources.
  package func siteMemory() throws(IndexError) -> [SiteMemoryRow] {
    if isFresh { return [] }
    return try transaction { try ImportTables.siteMemory($0) }
  }
}
