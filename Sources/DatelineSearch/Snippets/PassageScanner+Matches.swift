import DatelineAnalysis
import DatelineIndex

/// Where the patterns match.
extension PassageScanner {
  /// Adds the matches that begin at accepted tokens.
  /// - Parameter firstToken: number of the chunk's first token in the text.
  func addMatches(
    _ chunk: Chunk, _ accepted: Int, firstToken: Int, _ map: inout PassageMap
  ) {
    let patterns = patterns
    let hasRuns = !patterns.runs.isEmpty
    for index in 0..<accepted {
      let token = chunk.token(index)
      // Nearly all tokens end here.
      if !hasRuns, !chunk.mayHaveCJK, !patterns.mayBegin(with: token) { continue }
      let isLead = firstToken + index < EntityTagger.leadLength
      for pattern in patterns.runs where isLead || !pattern.isLead {
        addRuns(pattern, index, chunk, &map)
      }
      if chunk.mayHaveCJK, token.contains(where: { $0 >= 0xE3 }) {
        addWordsWithin(index, isLead, chunk, &map)
      }
      guard patterns.mayBegin(with: token), let term = stock.term(of: token) else { continue }
      for pattern in patterns.byFirstTerm[term] ?? [] where isLead || !pattern.isLead {
        guard stands(pattern, index, chunk) else { continue }
        add(pattern, index...index + pattern.terms.count - 1, chunk, &map)
      }
      for pattern in patterns.prefixes where isLead || !pattern.isLead {
        if begins(token, pattern) { add(pattern, index...index, chunk, &map) }
      }
    }
  }

  private func add(
    _ pattern: SnippetPattern, _ tokens: ClosedRange<Int>, _ chunk: Chunk, _ map: inout PassageMap
  ) {
    map.matches.append(
      PassageMap.Match(
        concept: pattern.concept,
        range: chunk[tokens.lowerBound].lowerBound..<chunk[tokens.upperBound].upperBound,
        units: Int(units[tokens.lowerBound])..<Int(units[tokens.upperBound + 1]),
        isPhrase: tokens.count > 1))
  }

  /// Words of other scripts that are written without a space beside CJK ones (`NATO秘书长`), which the
  /// index has by themselves.
  private func addWordsWithin(
    _ index: Int, _ isLead: Bool, _ chunk: Chunk, _ map: inout PassageMap
  ) {
    let bytes = chunk.bytes
    let token = chunk[index]
    var unit = Int(units[index])
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
            let part = TextBytes.Buffer(rebasing: bytes[word])
            let isFound =
              pattern.beginning == nil ? pattern.terms[0] == term : begins(part, pattern)
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

  /// Whether a word has the beginning that a pattern ends with.
  private func begins(_ word: TextBytes.Buffer, _ pattern: SnippetPattern) -> Bool {
    pattern.beginning.map { tokenizer.begins(word, with: $0, &folded) } ?? false
  }

  /// Whether a pattern whose first term stands at a token goes on there.
  private func stands(
    _ pattern: SnippetPattern, _ start: Int, _ chunk: Chunk
  ) -> Bool {
    guard start + pattern.terms.count <= chunk.count else { return false }
    for (offset, wanted) in pattern.terms.enumerated() {
      let token = chunk.token(start + offset)
      if let exact = pattern.exact, !exact.matches(token, at: offset) { return false }
      if offset == 0 { continue }
      guard let term = stock.term(of: token) else { return false }
      let isLast = offset == pattern.terms.count - 1
      guard isLast && pattern.beginning != nil ? begins(token, pattern) : term == wanted else {
        return false
      }
    }
    return true
  }

  /// Occurrences of a word inside an unbroken run of a script without spaces; of a phrase, where the
  /// run ends with its first word and the next tokens go on with the others.
  private func addRuns(
    _ pattern: SnippetPattern, _ index: Int, _ chunk: Chunk, _ map: inout PassageMap
  ) {
    guard let run = pattern.run else { return }
    let bytes = chunk.bytes
    let token = chunk[index]
    var offset = pattern.terms.count > 1 ? token.upperBound - run.count : token.lowerBound
    guard offset >= token.lowerBound else { return }
    var unit = Int(units[index])
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
        guard let last = endOfPhrase(pattern, index, chunk) else { return }
        (end, endUnit) = (last, Int(units[index + pattern.terms.count]))
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
    _ pattern: SnippetPattern, _ start: Int, _ chunk: Chunk
  ) -> Int? {
    guard start + pattern.terms.count <= chunk.count else { return nil }
    for (offset, wanted) in pattern.terms.enumerated().dropFirst() {
      let token = chunk[start + offset]
      guard let term = stock.term(of: chunk.token(start + offset)) else { return nil }
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
}
