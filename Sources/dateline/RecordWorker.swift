import DatelineCore

/// What a working thread of a ``RecordPipeline`` does; each thread has its own.
protocol RecordWorker<Output> {
  associatedtype Output: Sendable
  /// A chunk of records begins; `ordinal` is the number of its first one.
  mutating func beginChunk(at ordinal: UInt32)
  /// Makes something of a record.
  mutating func work(
    on document: RawDocument, ordinal: UInt32
  ) -> RecordPipeline<Output>.Result
  /// The chunk ends.
  mutating func endChunk()
  /// A large record has passed: gives back the memory it has taken.
  mutating func trim()
}

/// A worker that is a function.
struct SimpleWorker<Output: Sendable>: RecordWorker {
  private let body: (RawDocument) -> RecordPipeline<Output>.Result

  init(_ body: @escaping (RawDocument) -> RecordPipeline<Output>.Result) { self.body = body }

  func beginChunk(at ordinal: UInt32) {}
  func work(
    on document: RawDocument, ordinal: UInt32
  ) -> RecordPipeline<Output>.Result { body(document) }
  func endChunk() {}
  func trim() {}
}
