import DatelineAnalysis

/// An accumulator of postings that can be handed from thread to thread.
///
/// One thread uses it at a time; who hands it on takes care of that.
///
/// Invariant: `InverterPool` hands it on under its lock, to one thread at a time.
final class Inverter: @unchecked Sendable {
  private(set) var postings: PostingsAccumulator
  private var tokens = TokenBuffer()
  /// A line that stands for an entity.
  private struct Line {
    /// Its bytes; negative where it is not known.
    var length = -1
    /// Its terms, in `termsOfLines`.
    var terms = 0..<0
  }

  /// Lines by the position of their entity; valid for one dictionary.
  private var lines: [Line] = []
  private var termsOfLines: [UInt32] = []
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
      lines.removeAll(keepingCapacity: true)
      termsOfLines.removeAll(keepingCapacity: true)
      dictionaryNumber = postings.dictionaryNumber
    }
    var text = text
    var count = 0
    text.withUTF8 { bytes in
      postings.beginColumn(UInt8(truncatingIfNeeded: column))
      var start = 0
      for entity in entities {
        if entity >= lines.count {
          lines += repeatElement(Line(), count: entity + 1 - lines.count)
        }
        if lines[entity].length < 0 {
          lines[entity] = cut(UnsafeBufferPointer(rebasing: bytes[start...].prefix { $0 != 0x0A }))
        }
        let line = lines[entity]
        termsOfLines.withUnsafeBufferPointer {
          postings.add(UnsafeBufferPointer(rebasing: $0[line.terms]))
        }
        count += line.terms.count
        start = min(start + line.length + 1, bytes.count)
      }
    }
    return UInt32(count)
  }

  private func cut(_ line: UnsafeBufferPointer<UInt8>) -> Line {
    let start = termsOfLines.count
    tokens.fill(from: line)
    tokens.withSpans { termsOfLines += postings.terms(of: line, $0) }
    return Line(length: line.count, terms: start..<termsOfLines.count)
  }

  /// Ends a document.
  func end() { postings.endDocument() }

  /// Forgets all postings, for a new run. What is known of tokens stays, up to a limit in bytes.
  func removeAll(keepingDictionary most: Int = .max) {
    postings.removeAll(keepingDictionary: most)
  }
}
