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

  private struct Span {
    var start: Int32
    var end: Int32
    /// Units before the token.
    var unit: Int32
    var isCandidate: Bool
    /// Whether it has letters of Chinese, Japanese or Korean, perhaps beside others.
    var hasCJK: Bool
  }

  private let patterns: SnippetPatterns
  private let stock: StockTokenizer
  private let tokenizer = Tokenizer()
  private var tagger: EntityTagger?
  private var folded: [UInt8] = []
  private var spans: [Span] = []
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
    var tokens = 0
    var missing = patterns.concepts
    while true {
      let end = chunkEnd(bytes, from: start)
      cut(bytes, start..<end, unit: map.units, after: previous)
      let isLast = end == bytes.count
      // The last tokens are looked at again with what follows them.
      let overlap = max(patterns.longest, tagger == nil ? 1 : Self.longestName)
      let accepted = isLast || spans.count <= overlap ? spans.count : spans.count - overlap
      let next = accepted < spans.count ? Int(spans[accepted].start) : end
      let found = map.matches.count
      addSentences(accepted, bytes, &previous, &map)
      addMatches(accepted, bytes, firstToken: tokens, &map)
      if tagger != nil {
        let chunk =
          start == 0 && isLast ? text : String(decoding: bytes[start..<end], as: UTF8.self)
        addEntities(chunk, at: start, before: next, &map)
      }
      tokens += accepted
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

  /// Cuts a chunk into tokens.
  private func cut(
    _ bytes: TextBytes.Buffer, _ chunk: Range<Int>, unit: Int, after previous: Range<Int>?
  ) {
    spans.removeAll(keepingCapacity: true)
    scannedBytes += chunk.count
    var unit = unit
    var last = previous?.upperBound ?? 0
    tokenizer.forEachToken(in: TextBytes.Buffer(rebasing: bytes[chunk]), folded: &folded) {
      token, start, end in
      let range = chunk.lowerBound + start..<chunk.lowerBound + end
      spans.append(
        Span(
          start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound),
          unit: Int32(clamping: unit), isCandidate: patterns.mayBegin(with: token),
          hasCJK: token.contains { $0 >= 0xE3 }))
      unit += Self.units(bytes, range, after: last)
      last = range.upperBound
    }
    // The units behind the last token, where the next chunk goes on.
    endUnit = unit
  }

  private var endUnit = 0

  /// Units of a token and the gap before it. Long gaps and tokens count for more, so that a passage
  /// of so many units is never long.
  @inline(__always)
  private static func units(
    _ bytes: TextBytes.Buffer, _ range: Range<Int>, after last: Int
  ) -> Int {
    let gap = range.lowerBound - last
    var units = gap > 24 ? gap / 8 : 0
    if range.count > 32 { units += range.count / 8 }
    var isJoined = false
    if gap > 0, bytes[last] >= 0x80, last > 0 {
      // Marks of Indic, Thai or Arabic writing separate tokens, not words.
      isJoined = true
      var offset = last
      while isJoined, offset < range.lowerBound {
        let (scalar, width) = TextBytes.scalar(bytes, at: offset)
        isJoined = TextBytes.isExtending(scalar)
        offset += width
      }
    }
    if bytes[range.lowerBound] < 0x80, bytes[range.upperBound - 1] < 0x80 {
      return units + (isJoined ? 0 : 2)
    }
    let characters = unspacedCount(bytes, range)
    return max(units, characters > 0 ? characters : isJoined ? 0 : 2)
  }

  private static func unspacedCount(_ bytes: TextBytes.Buffer, _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    var count = 0
    while offset < range.upperBound {
      let (scalar, width) = TextBytes.scalar(bytes, at: offset)
      if TextBytes.isUnspaced(scalar) { count += 1 }
      offset += width
    }
    return count
  }

  private func range(_ span: Span) -> Range<Int> { Int(span.start)..<Int(span.end) }

  private func unitEnd(_ index: Int) -> Int {
    index + 1 < spans.count ? Int(spans[index + 1].unit) : endUnit
  }

  private func addSentences(
    _ accepted: Int, _ bytes: TextBytes.Buffer, _ previous: inout Range<Int>?,
    _ map: inout PassageMap
  ) {
    for span in spans[..<accepted] {
      let token = range(span)
      if let last = previous {
        if let found = SentenceBreak.inGap(between: last, and: token, bytes) {
          map.sentences[map.sentences.count - 1].end = found.end
          map.sentences.append(
            PassageMap.Sentence(
              start: found.next, end: bytes.count, unit: Int(span.unit),
              isParagraph: found.isParagraph))
        }
      } else {
        var start = 0
        while start < token.lowerBound, bytes[start] <= 0x20 { start += 1 }
        map.sentences.append(
          PassageMap.Sentence(start: start, end: bytes.count, unit: 0, isParagraph: true))
      }
      previous = token
    }
    map.units = accepted < spans.count ? Int(spans[accepted].unit) : endUnit
  }

  private func addMatches(
    _ accepted: Int, _ bytes: TextBytes.Buffer, firstToken: Int, _ map: inout PassageMap
  ) {
    for index in 0..<accepted {
      let isLead = firstToken + index < EntityTagger.leadLength
      for pattern in patterns.runs where isLead || !pattern.isLead {
        addRuns(pattern, index, bytes, &map)
      }
      if spans[index].hasCJK { addWordsWithin(index, isLead, bytes, &map) }
      guard spans[index].isCandidate else { continue }
      let token = range(spans[index])
      guard let term = stock.term(of: TextBytes.Buffer(rebasing: bytes[token])) else { continue }
      for pattern in patterns.byFirstTerm[term] ?? [] where isLead || !pattern.isLead {
        guard stands(pattern, index, bytes) else { continue }
        let last = index + pattern.terms.count - 1
        map.matches.append(
          PassageMap.Match(
            concept: pattern.concept, range: token.lowerBound..<Int(spans[last].end),
            units: Int(spans[index].unit)..<unitEnd(last), isPhrase: pattern.terms.count > 1))
      }
      for pattern in patterns.prefixes where isLead || !pattern.isLead {
        guard term.hasPrefix(pattern.terms[0]) else { continue }
        map.matches.append(
          PassageMap.Match(
            concept: pattern.concept, range: token, units: Int(spans[index].unit)..<unitEnd(index),
            isPhrase: false))
      }
    }
  }

  /// Words of other scripts that are written without a space beside CJK ones (`NATO秘书长`), which the
  /// index has by themselves.
  private func addWordsWithin(
    _ index: Int, _ isLead: Bool, _ bytes: TextBytes.Buffer, _ map: inout PassageMap
  ) {
    let token = range(spans[index])
    var unit = Int(spans[index].unit)
    var start = token.lowerBound
    var offset = token.lowerBound
    while offset <= token.upperBound {
      let (value, width) =
        offset < token.upperBound ? TextBytes.scalar(bytes, at: offset) : (0x4E00, 1)
      if Unicode.Scalar(value).map(CJKTerms.contains) ?? false {
        let word = start..<offset
        if !word.isEmpty, word != token,
          let term = stock.term(of: TextBytes.Buffer(rebasing: bytes[word]))
        {
          for pattern in (patterns.byFirstTerm[term] ?? []) + patterns.prefixes
          where pattern.terms.count == 1 && (isLead || !pattern.isLead) {
            let isFound =
              pattern.lastIsPrefix ? term.hasPrefix(pattern.terms[0]) : pattern.terms[0] == term
            let part = TextBytes.Buffer(rebasing: bytes[word])
            guard isFound, pattern.exact.map({ $0.matches(part, at: 0) }) ?? true else { continue }
            map.matches.append(
              PassageMap.Match(
                concept: pattern.concept, range: word, units: unit..<unit + 1, isPhrase: false))
          }
        }
        start = offset + width
        unit += 1
      }
      offset += width
    }
  }

  /// Whether a pattern whose first term stands at a token goes on there.
  private func stands(
    _ pattern: SnippetPattern, _ start: Int, _ bytes: TextBytes.Buffer
  ) -> Bool {
    guard start + pattern.terms.count <= spans.count else { return false }
    for (offset, wanted) in pattern.terms.enumerated() {
      let token = TextBytes.Buffer(rebasing: bytes[range(spans[start + offset])])
      if let exact = pattern.exact, !exact.matches(token, at: offset) { return false }
      if offset == 0 { continue }
      guard let term = stock.term(of: token) else { return false }
      let isPrefix = pattern.lastIsPrefix && offset == pattern.terms.count - 1
      if isPrefix ? !term.hasPrefix(wanted) : term != wanted { return false }
    }
    return true
  }

  /// Occurrences of a word inside an unbroken run of a script without spaces; of a phrase, where the
  /// run ends with its first word and the next tokens go on with the others.
  private func addRuns(
    _ pattern: SnippetPattern, _ index: Int, _ bytes: TextBytes.Buffer, _ map: inout PassageMap
  ) {
    guard let run = pattern.run else { return }
    let token = range(spans[index])
    var offset = pattern.terms.count > 1 ? token.upperBound - run.count : token.lowerBound
    guard offset >= token.lowerBound else { return }
    var unit = Int(spans[index].unit)
    var counted = token.lowerBound
    while offset + run.count <= token.upperBound {
      guard stands(run, at: offset, bytes) else {
        offset += 1
        continue
      }
      var end = offset + run.count
      unit += Self.unspacedCount(bytes, counted..<offset)
      var endUnit = unit + Self.unspacedCount(bytes, offset..<end)
      if pattern.terms.count > 1 {
        guard let last = endOfPhrase(pattern, index, bytes) else { return }
        (end, endUnit) = (last, unitEnd(index + pattern.terms.count - 1))
      }
      map.matches.append(
        PassageMap.Match(
          concept: pattern.concept, range: offset..<end, units: unit..<max(unit, endUnit),
          isPhrase: pattern.terms.count > 1))
      (offset, counted, unit) = (end, end, endUnit)
    }
  }

  /// Whether a folded word stands at an offset, but for the case of its letters of ASCII: those of
  /// scripts without spaces have none.
  @inline(__always)
  private func stands(_ word: [UInt8], at start: Int, _ bytes: TextBytes.Buffer) -> Bool {
    for (offset, wanted) in word.enumerated() {
      let byte = bytes[start + offset]
      guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted else { return false }
    }
    return true
  }

  /// Where a phrase ends whose first word ends a token: its last word may begin a longer one.
  private func endOfPhrase(
    _ pattern: SnippetPattern, _ start: Int, _ bytes: TextBytes.Buffer
  ) -> Int? {
    guard start + pattern.terms.count <= spans.count else { return nil }
    for (offset, wanted) in pattern.terms.enumerated().dropFirst() {
      let token = range(spans[start + offset])
      guard let term = stock.term(of: TextBytes.Buffer(rebasing: bytes[token])) else { return nil }
      if offset < pattern.terms.count - 1 {
        if term != wanted { return nil }
      } else {
        let isWhole = term == wanted
        guard isWhole || term.hasPrefix(wanted) else { return nil }
        return isWhole
          ? token.upperBound : min(token.upperBound, token.lowerBound + wanted.utf8.count)
      }
    }
    return nil
  }

  private func addEntities(
    _ chunk: String, at start: Int, before end: Int, _ map: inout PassageMap
  ) {
    guard let found = tagger?.matches(in: chunk) else { return }
    var index = 0
    for match in found {
      guard let concept = patterns.entities[match.entity] else { continue }
      let range = start + match.range.lowerBound..<start + match.range.upperBound
      if range.lowerBound >= end { break }
      while index < spans.count, Int(spans[index].start) < range.lowerBound { index += 1 }
      var last = index
      while last + 1 < spans.count, Int(spans[last + 1].end) <= range.upperBound { last += 1 }
      guard index < spans.count else { break }
      map.matches.append(
        PassageMap.Match(
          concept: concept, range: range, units: Int(spans[index].unit)..<unitEnd(last),
          isPhrase: match.tokenCount > 1))
    }
  }
}
