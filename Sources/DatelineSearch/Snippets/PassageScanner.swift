import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// Finds sentences and matches in a text in one pass over its tokens.
///
/// Tokens are cut by our own tokenizer; only those whose first bytes a pattern can have are stemmed.
/// The first megabyte is always looked at, what is behind it chunk by chunk until every concept was
/// seen. Not thread-safe, for its scratch space.
final class PassageScanner {
  /// Bytes that are looked at in any case.
  static let firstChunk = 1 << 20
  /// Bytes that are looked at together behind that.
  static let laterChunk = 1 << 18
  /// Tokens of the longest name of an entity, at least.
  private static let longestName = 12

  /// The tokens of a part of a text.
  ///
  /// Invariant: text and tokens are lent as long as the part is looked at; ranges of tokens lie within the text
  /// behind `start`.
  struct Chunk {
    /// The whole text.
    let bytes: TextBytes.Buffer
    /// Where the part begins.
    let start: Int
    let spans: UnsafeBufferPointer<TokenSpan>
    /// Whether there may be letters of Chinese, Japanese or Korean.
    let mayHaveCJK: Bool

    var count: Int { spans.count }

    /// Bytes of a token.
    @inline(__always)
    subscript(index: Int) -> Range<Int> {
      start + Int(spans[index].start)..<start + Int(spans[index].end)
    }

    /// The token itself.
    @inline(__always)
    func token(_ index: Int) -> TextBytes.Buffer { TextBytes.Buffer(rebasing: bytes[self[index]]) }
  }

  let patterns: SnippetPatterns
  let stock: StockTokenizer
  let tokenizer = Tokenizer()
  var folded: [UInt8] = []
  private var tagger: EntityTagger?
  private var tokens = TokenBuffer()
  /// Units before each token, and behind the last.
  private(set) var units: [Int32] = []
  /// Bytes looked at since the scanner was made: the work done.
  private(set) var scannedBytes = 0

  init(patterns: SnippetPatterns, tokenizer: StockTokenizer, gazetteer: Gazetteer) {
    self.patterns = patterns
    stock = tokenizer
    if !patterns.entities.isEmpty { tagger = EntityTagger(gazetteer: gazetteer) }
  }

  /// The sentences and matches of a text.
  /// - Complexity: O(bytes); see the type for texts of more than ``firstChunk`` bytes.
  func scan(_ text: String, _ bytes: TextBytes.Buffer) -> PassageMap {
    var map = PassageMap()
    var previous: Range<Int>?
    var start = 0
    var seenTokens = 0
    var missing = patterns.concepts
    while true {
      let end = chunkEnd(bytes, from: start)
      let isLast = end == bytes.count
      let part = TextBytes.Buffer(rebasing: bytes[start..<end])
      scannedBytes += part.count
      tokens.fill(from: part)
      let found = map.matches.count
      let next = tokens.withSpans { spans in
        let chunk = Chunk(
          bytes: bytes, start: start, spans: spans, mayHaveCJK: part.contains { $0 >= 0xE3 })
        // The last tokens are looked at again with what follows them.
        let wanted = max(patterns.longest, tagger == nil ? 1 : Self.longestName)
        // Of a phrase longer than the chunk no more than half is looked at again.
        let overlap = isLast ? 0 : min(wanted, chunk.count / 2)
        let accepted = chunk.count - overlap
        addSentences(chunk, accepted, &previous, &map)
        addMatches(chunk, accepted, firstToken: seenTokens, &map)
        let next = accepted < chunk.count ? chunk[accepted].lowerBound : end
        if tagger != nil {
          let string = part.count == bytes.count ? text : String(decoding: part, as: UTF8.self)
          addEntities(chunk, string, before: next, &map)
        }
        seenTokens += accepted
        return next
      }
      for match in map.matches[found...] { missing.remove(match.concept) }
      map.isComplete = isLast
      if isLast || missing.isEmpty { break }
      start = next
    }
    if let last = map.sentences.indices.last {
      map.sentences[last].end =
        map.isComplete ? Self.trimmedEnd(bytes) : previous?.upperBound ?? bytes.count
    }
    map.matches.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    return map
  }

  /// Where a chunk ends: at a space if there is one near its end.
  private func chunkEnd(_ bytes: TextBytes.Buffer, from start: Int) -> Int {
    let end = start + (start == 0 ? Self.firstChunk : Self.laterChunk)
    if end >= bytes.count { return bytes.count }
    for offset in stride(from: end, to: end - 1024, by: -1) where bytes[offset] <= 0x20 {
      return offset
    }
    return TextBytes.scalarStart(bytes, atOrBefore: end)
  }

  private static func trimmedEnd(_ bytes: TextBytes.Buffer) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// Counts the units of all tokens and cuts sentences before those that are accepted.
  private func addSentences(
    _ chunk: Chunk, _ accepted: Int, _ previous: inout Range<Int>?, _ map: inout PassageMap
  ) {
    let bytes = chunk.bytes
    // Local while it grows: each access to a property of a class is checked.
    var counted = units
    units = []
    counted.removeAll(keepingCapacity: true)
    counted.reserveCapacity(chunk.count + 1)
    var unit = map.units
    var last = previous
    for index in 0..<chunk.count {
      let token = chunk[index]
      counted.append(Int32(clamping: unit))
      // Most gaps are one space.
      let gap = token.lowerBound - (last?.upperBound ?? 0)
      let isPlain = gap == 1 && bytes[token.lowerBound - 1] == UInt8(ascii: " ")
      if index < accepted {
        if let last {
          if !isPlain, let found = SentenceBreak.inGap(between: last, and: token, bytes) {
            map.sentences[map.sentences.count - 1].end = found.end
            map.sentences.append(
              PassageMap.Sentence(
                start: found.next, end: bytes.count, unit: unit, isParagraph: found.isParagraph))
          }
        } else {
          var start = 0
          while start < token.lowerBound, bytes[start] <= 0x20 { start += 1 }
          map.sentences.append(
            PassageMap.Sentence(start: start, end: bytes.count, unit: 0, isParagraph: true))
        }
        previous = token
      }
      unit += Self.units(bytes, token, gap: gap, isPlain: isPlain)
      last = token
    }
    counted.append(Int32(clamping: unit))
    map.units = Int(counted[accepted])
    units = counted
  }

  /// Units of a token and the gap before it. Long gaps and tokens count for more, so that a passage
  /// of so many units is never long.
  @inline(__always)
  private static func units(
    _ bytes: TextBytes.Buffer, _ token: Range<Int>, gap: Int, isPlain: Bool
  ) -> Int {
    let isASCII = bytes[token.lowerBound] < 0x80 && bytes[token.upperBound - 1] < 0x80
    if isPlain, isASCII, token.count <= 32 { return 2 }
    var units = gap > 24 ? gap / 8 : 0
    if token.count > 32 { units += token.count / 8 }
    var isJoined = false
    var offset = token.lowerBound - gap
    if gap > 0, offset > 0, bytes[offset] >= 0x80 {
      // Marks of Indic, Thai or Arabic writing separate tokens, not words.
      isJoined = true
      while isJoined, offset < token.lowerBound {
        let (scalar, width) = TextBytes.scalar(bytes, at: offset)
        isJoined = TextBytes.isExtending(scalar)
        offset += width
      }
    }
    if isASCII { return units + (isJoined ? 0 : 2) }
    let characters = unspacedCount(bytes, token)
    return max(units, characters > 0 ? characters : isJoined ? 0 : 2)
  }

  /// Characters of scripts without spaces in a range.
  static func unspacedCount(_ bytes: TextBytes.Buffer, _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    var count = 0
    while offset < range.upperBound {
      let (scalar, width) = TextBytes.scalar(bytes, at: offset)
      if TextBytes.isUnspaced(scalar) { count += 1 }
      offset += width
    }
    return count
  }

  private func addEntities(
    _ chunk: Chunk, _ text: String, before end: Int, _ map: inout PassageMap
  ) {
    guard let found = tagger?.matches(in: text) else { return }
    var index = 0
    for match in found {
      guard let concept = patterns.entities[match.entity] else { continue }
      let range =
        chunk.start + match.range.lowerBound..<chunk.start + match.range.upperBound
      if range.lowerBound >= end { break }
      while index < chunk.count, chunk[index].lowerBound < range.lowerBound { index += 1 }
      guard index < chunk.count else { break }
      var last = index
      while last + 1 < chunk.count, chunk[last + 1].upperBound <= range.upperBound { last += 1 }
      map.matches.append(
        PassageMap.Match(
          concept: concept, range: range, units: Int(units[index])..<Int(units[last + 1]),
          isPhrase: match.tokenCount > 1))
    }
  }
}
