import DatelineCore

/// Near-duplicates: an earlier article printed again by another outlet with small edits.
final class WireCopy {
  private static let permille = 30
  /// How far back a copied article lies at most, so that nothing has to be kept: the original is
  /// composed again from its own seed.
  private static let reach = 200

  /// Index of the article that the one at `index` copies; `nil` for an original.
  static func source(seed: UInt64, index: Int) -> Int? {
    var random = SplitMix64(seed: seed, label: 5, index: UInt64(index))
    guard index > 0, random.chance(permille: permille) else { return nil }
    var candidate = index - 1 - random.below(min(index, reach))
    while candidate > 0 && isCopy(seed: seed, index: candidate) { candidate -= 1 }
    return candidate
  }

  private static func isCopy(seed: UInt64, index: Int) -> Bool {
    var random = SplitMix64(seed: seed, label: 5, index: UInt64(index))
    return index > 0 && random.chance(permille: permille)
  }

  /// Appends an edited copy: about one word in a hundred is replaced, one later paragraph in twelve
  /// dropped, sometimes a dateline or a headline prefix added.
  func rewrite(
    title: TextBuffer, body: TextBuffer, agency: StaticString, random: SplitMix64,
    vocabulary: Vocabulary, intoTitle newTitle: TextBuffer, body newBody: TextBuffer
  ) {
    var random = random
    if random.chance(permille: 300) {
      newTitle.append("UPDATE ")
      newTitle.append(number: 1 + random.below(5))
      newTitle.append("-")
    }
    newTitle.append(title.bytes)
    if random.chance(permille: 500) {
      newBody.append("(")
      newBody.append(agency)
      newBody.append(") - ")
    }
    let bytes = body.bytes
    // The first edit comes early, so that even the shortest copy differs from its original.
    var untilEdit = 4 + random.below(36)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A && position + 1 < bytes.count && random.chance(permille: 80) {
        position = endOfParagraph(bytes, after: position + 2)
        continue
      }
      if byte == 0x0A && position + 1 < bytes.count {
        newBody.append("\n\n")
        position += 2
        continue
      }
      newBody.append(byte)
      position += 1
      guard byte == 0x20 else { continue }
      untilEdit -= 1
      guard untilEdit == 0, position < bytes.count, isLowercase(bytes[position]) else {
        untilEdit = max(untilEdit, 1)
        continue
      }
      vocabulary.write(vocabulary.contentWord(random.next(), &random), to: newBody)
      while position < bytes.count && isLowercase(bytes[position]) { position += 1 }
      untilEdit = 40 + random.below(120)
    }
  }

  /// Position of the line break after the paragraph that starts at `start`, or the end.
  private func endOfParagraph(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
    var position = start
    while position < bytes.count && bytes[position] != 0x0A { position += 1 }
    return position
  }

  private func isLowercase(_ byte: UInt8) -> Bool {
    byte &- 97 < 26
  }
}
