import DatelineAnalysis

/// An accumulator of postings that can be handed from thread to thread.
///
/// One thread uses it at a time; who hands it on takes care of that.
///
/// Invariant: `InverterPool` hands it on under its lock, to one thread at a time.
final class Inverter: @unchecked Sendable {
  private(set) var postings: PostingsAccumulator
  private var tokens = TokenBuffer()
  /// Terms of the texts that stand for an entity, by its position; valid for one dictionary.
  private var termsOfEntity: [Int: [UInt32]] = [:]
  private var dictionaryNumber = 0

  init() throws { postings = try PostingsAccumulator() }

  /// Whether the run has no document.
  var isEmpty: Bool { postings.ordinals == nil }

  /// The ordinal of the last document of the run, -1 without one.
  var lastOrdinal: Int64 { postings.ordinals.map { Int64($0.upperBound) } ?? -1 }

  /// Begins a document; its ordinal must be above those before in this run.
  func begin(_ ordinal: UInt32) { postings.beginDocument(ordinal) }

  /// Adds a column whose tokens are known, columns in ascending order.
  func add(
    column: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ spans: UnsafeBufferPointer<TokenSpan>
  ) {
    postings.beginColumn(UInt8(truncatingIfNeeded: column))
    postings.add(bytes, spans)
  }

  /// Adds a column, columns in ascending order.
  /// - Returns: the number of its tokens.
  func add(column: Int32, _ text: String) -> UInt32 {
    if text.isEmpty { return 0 }
    var text = text
    return text.withUTF8 { bytes in
      tokens.fill(from: bytes)
      tokens.withSpans { add(column: column, bytes, $0) }
      return UInt32(tokens.count)
    }
  }

  /// Adds the column with the names of entities, a line for each. The text of an entity is the same
  /// in each article, so that it is cut once.
  /// - Parameters:
  ///   - text: the lines.
  ///   - entities: positions of their entities, in order.
  /// - Returns: the number of its tokens.
  func add(column: Int32, lines text: String, of entities: some Sequence<Int>) -> UInt32 {
    if text.isEmpty { return 0 }
    if dictionaryNumber != postings.dictionaryNumber {
      termsOfEntity.removeAll()
      dictionaryNumber = postings.dictionaryNumber
    }
    var text = text
    var count = 0
    text.withUTF8 { bytes in
      postings.beginColumn(UInt8(truncatingIfNeeded: column))
      var start = 0
      for entity in entities {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = min(end + 1, bytes.count)
        let terms = termsOfEntity[entity] ?? cut(line)
        if termsOfEntity[entity] == nil { termsOfEntity[entity] = terms }
        postings.add(terms)
        count += terms.count
      }
    }
    return UInt32(count)
  }

  private func cut(_ line: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    tokens.fill(from: line)
    return tokens.withSpans { postings.terms(of: line, $0) }
  }

  /// Ends a document.
  func end() { postings.endDocument() }

  /// Forgets all postings, for a new run. What is known of tokens stays, up to a limit in bytes.
  func removeAll(keepingDictionary most: Int = .max) {
    postings.removeAll(keepingDictionary: most)
  }
}
