import DatelineAnalysis

/// An accumulator of postings that can be handed from thread to thread.
///
/// One thread uses it at a time; who hands it on takes care of that.
final class Inverter: @unchecked Sendable {
  private(set) var postings: PostingsAccumulator
  private var tokens = TokenBuffer()

  init() throws { postings = try PostingsAccumulator() }

  /// Whether the run has no document.
  var isEmpty: Bool { postings.lastOrdinal == nil }

  /// Begins a document; its ordinal must be above those before in this run.
  func begin(_ ordinal: UInt32) { postings.beginDocument(ordinal) }

  /// Adds a column whose tokens are known, columns in ascending order.
  func add(
    column: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ spans: UnsafeBufferPointer<TokenSpan>
  ) {
    postings.add(column: column, bytes, spans)
  }

  /// Adds a column, columns in ascending order.
  /// - Returns: the number of its tokens.
  func add(column: UInt32, _ text: String) -> UInt32 {
    if text.isEmpty { return 0 }
    var text = text
    return text.withUTF8 { bytes in
      tokens.fill(from: bytes)
      tokens.withSpans { postings.add(column: column, bytes, $0) }
      return UInt32(tokens.count)
    }
  }

  /// Ends a document.
  func end() { postings.endDocument() }

  /// Forgets all postings, for a new run. What is known of tokens stays, up to a limit in bytes.
  func removeAll(keepingDictionary most: Int = .max) {
    postings.removeAll(keepingDictionary: most)
  }
}
