import DatelineCore
import DatelineIndex
import DatelineIngest
import Foundation

/// Reads inputs on a thread of its own, lets workers make something of each record, and hands the
/// results to the caller in the order of reading.
///
/// What comes, and in which order, depends on the inputs alone, not on the number of workers.
final class RecordPipeline<Output: Sendable>: Sendable {
  /// What a worker made of a document.
  enum Result: Sendable {
    case output(Output)
    case rejected(Rejection)
  }

  /// One record, or the end of a file.
  struct Item: Sendable {
    /// `nil` at the end of a file that was read to its end.
    var result: Result?
    /// Position of the file among the inputs.
    var file: Int
    /// Notation of the file.
    var format: InputFormat
  }

  /// Some records in a row.
  struct Chunk: Sendable {
    var items: [Item] = []
    /// Bytes of all inputs read up to the end of the chunk.
    var bytesRead: Int64 = 0
  }

  /// What is read and how.
  struct Input: Sendable {
    var files: [InputFile]
    var options: IngestOptions
    /// Records at the beginning of each file that are passed over unseen; `nil` for a file that is
    /// not read at all.
    var skipped: [Int?]
    var workers: Int
    /// Where not all records are of interest: what is read of each file. Behind that it is left, unless it is an
    /// archive, whose pages are read.
    var samples: [RecordSample.Limit]?

    init(
      files: [InputFile], options: IngestOptions, workers: Int, skipped: [Int?]? = nil,
      samples: [RecordSample.Limit]? = nil
    ) {
      self.files = files
      self.options = options
      self.workers = max(workers, 1)
      self.samples = samples
      self.skipped = skipped ?? Array(repeating: 0, count: files.count)
    }
  }

  /// A record as it was read.
  private struct RawItem: Sendable {
    var event: IngestEvent?
    var file: Int
    var format: InputFormat
  }

  private struct RawChunk: Sendable {
    var items: [RawItem] = []
    /// Number of its first item among all.
    var firstOrdinal: UInt32 = 0
    var bytes = 0
    var bytesRead: Int64 = 0
  }

  /// Records and bytes of one chunk: a lock a chunk costs nothing, and a slow record delays few.
  private static var mostItems: Int { 128 }
  private static var mostBytes: Int { 256 << 10 }
  /// Bytes of all chunks on their way: some batches, so that the caller need not wait while it
  /// writes one.
  private static var mostBytesInFlight: Int { 16 << 20 }
  /// Bytes of the chunks that are not done. A page takes up to thirty times its size while it is
  /// worked on, so this is what bounds the memory of an import, with the largest record.
  private static var mostRawBytes: Int { 12 << 20 }
  /// Size from which a chunk has the pipeline for itself.
  private static var largeBytes: Int { 2 << 20 }

  private let input: Input
  private let makeWorker: @Sendable () -> any RecordWorker<Output>
  private let queue: OrderedQueue<RawChunk, Chunk>

  /// - Parameter makeWorker: called once on each working thread.
  init(_ input: Input, makeWorker: @escaping @Sendable () -> any RecordWorker<Output>) {
    self.input = input
    self.makeWorker = makeWorker
    // Enough to keep the workers busy, little enough that Ctrl-C is answered soon.
    queue = OrderedQueue(
      mostPieces: 128, mostBytes: Self.mostBytesInFlight, mostRawBytes: Self.mostRawBytes,
      largeBytes: Self.largeBytes)
  }

  /// - Parameter body: makes something of a record; called on all working threads.
  convenience init(_ input: Input, body: @escaping @Sendable (RawDocument) -> Result) {
    self.init(input) { SimpleWorker(body) }
  }

  /// Runs the pipeline, handing each chunk to `consume` on the calling thread.
  ///
  /// After Ctrl-C what was read until then is still handed over, unless the input keeps the reader
  /// waiting for longer than a second.
  /// - Parameters:
  ///   - isDue: whether the caller wants to be at rest soon: nothing is read then, until `rest` has been
  ///     called.
  ///   - rest: called when everything that was read has been consumed, no worker is at work, and either
  ///     `isDue` or the input has kept the reader waiting for a second.
  func run(
    isDue: () -> Bool = { false }, rest: () throws -> Void = {},
    _ consume: (Chunk) throws -> Void
  ) throws {
    start { [self] in
      read()
      queue.finish()
    }
    for _ in 0..<input.workers {
      start { [self] in
        var worker = makeWorker()
        while let (number, chunk) = queue.next() {
          let product = Self.process(chunk, &worker)
          if chunk.bytes >= Self.largeBytes {
            // Its buffers have grown to the record's size; the next large one may go elsewhere.
            worker.trim()
            Allocator.trim()
          }
          queue.complete(number, product)
        }
      }
    }
    defer { queue.cancel() }
    var waits = 0
    while true {
      if isDue() { queue.pause() }
      if queue.isPausedAndEmpty {
        try rest()
        queue.resume()
      }
      switch queue.take(timeout: 0.1) {
      case .finished: return
      case .product(let chunk):
        waits = 0
        try consume(chunk)
      case .nothingYet:
        waits += 1
        if Interrupt.isRaised, waits > 10 { return }
        if waits == 10, queue.isEmpty { try rest() }
      }
    }
  }

  private func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 8 << 20
    thread.start()
  }

  private static func process(
    _ raw: RawChunk, _ worker: inout any RecordWorker<Output>
  ) -> Chunk {
    var chunk = Chunk(bytesRead: raw.bytesRead)
    chunk.items.reserveCapacity(raw.items.count)
    worker.beginChunk(at: raw.firstOrdinal)
    defer { worker.endChunk() }
    var ordinal = raw.firstOrdinal
    for item in raw.items {
      let result: Result?
      switch item.event {
      case .document(let document): result = worker.work(on: document, ordinal: ordinal)
      case .rejected(let rejection): result = .rejected(rejection)
      case nil: result = nil
      }
      ordinal += 1
      chunk.items.append(Item(result: result, file: item.file, format: item.format))
    }
    return chunk
  }

  private func read() {
    var chunk = RawChunk()
    var finished: Int64 = 0
    func add(_ item: RawItem, bytesRead: Int64) -> Bool {
      chunk.items.append(item)
      if case .document(let document) = item.event { chunk.bytes += document.textBytes }
      chunk.bytesRead = bytesRead
      guard chunk.items.count >= Self.mostItems || chunk.bytes >= Self.mostBytes else {
        return true
      }
      let next = chunk.firstOrdinal + UInt32(chunk.items.count)
      defer { chunk = RawChunk(firstOrdinal: next, bytesRead: bytesRead) }
      return queue.put(chunk, size: chunk.bytes)
    }
    for (position, file) in input.files.enumerated() where !Interrupt.isRaised {
      guard let skipped = input.skipped[position] else {
        finished += file.size ?? 0
        continue
      }
      let reader: DocumentReader
      do {
        reader = try DocumentReader(file: file, options: input.options)
      } catch {
        let rejection = Rejection(
          origin: Origin(file: file.path), reason: .unreadable, message: error.description)
        let item = RawItem(
          event: .rejected(rejection), file: position, format: file.format ?? .text)
        if !add(item, bytesRead: finished) { return }
        continue
      }
      var isComplete = true
      var count = 0
      let limit = input.samples?[position]
      var sampled = 0
      while !Interrupt.isRaised, let event = reader.next() {
        count += 1
        if count <= skipped { continue }
        if let limit, case .document(let document) = event,
          document.shape == .fields || limit.includesPages
        {
          sampled += document.textBytes
          if sampled > limit.bytes {
            // The places of an archive's records name its entries, which may be of any format; crawls have
            // feeds between pages.
            if document.origin.file == file.path, reader.format != .warc { break }
            continue
          }
        }
        if case .rejected(let rejection) = event, rejection.reason == .unreadable {
          isComplete = false
        }
        let item = RawItem(
          event: event, file: position, format: reader.format ?? file.format ?? .text)
        if !add(item, bytesRead: finished + reader.bytesRead) { return }
      }
      finished += reader.bytesRead
      if isComplete, !Interrupt.isRaised {
        let end = RawItem(event: nil, file: position, format: reader.format ?? file.format ?? .text)
        if !add(end, bytesRead: finished) { return }
      }
    }
    _ = queue.put(chunk, size: chunk.bytes)
  }
}

extension RawDocument {
  /// Bytes of the fields that may be long.
  fileprivate var textBytes: Int {
    (body?.utf8.count ?? 0) + (title?.utf8.count ?? 0) + (standfirst?.utf8.count ?? 0)
      + (extra?.utf8.count ?? 0)
  }
}
