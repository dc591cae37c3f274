import DatelineCore

/// Writes titles, sentences and paragraphs of one article at a time.
final class SentenceWriter {
  private enum Token {
    case function
    case content
    case topic
    case again
    case entity
    case number
    case compound
  }

  /// Kind of token for eight random bits.
  private static let tokens: [Token] =
    Array(repeating: .function, count: 110) + Array(repeating: .content, count: 68)
    + Array(repeating: .topic, count: 32) + Array(repeating: .again, count: 32)
    + Array(repeating: .entity, count: 8) + Array(repeating: .number, count: 4)
    + Array(repeating: .compound, count: 2)
  private static let memory = 64
  private static let entityWordCounts: [Int] = Names.entities.map { name in
    1
      + UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      .count(where: { $0 == 0x20 })
  }

  let vocabulary = Vocabulary.shared
  private(set) var topics = Topics()
  private var random = SplitMix64(seed: 0)
  /// Ring of the content words written last.
  private var recent: [Vocabulary.WordID]
  private var recentCount = 0

  init() {
    recent = Array(repeating: 0, count: Self.memory)
  }

  /// Draws the topics of an article; everything written after it belongs to that article.
  func begin(seed: UInt64, index: Int) {
    random = SplitMix64(seed: seed, label: 1, index: UInt64(index))
    recentCount = 0
    topics.draw(seed: seed, index: index, vocabulary: vocabulary, random: &random)
  }

  /// Appends a headline of 6 to 12 words, important words with a capital.
  func writeTitle(to out: TextBuffer) {
    let target = 6 + random.below(7)
    var words = 0
    while words < target {
      if words > 0 { out.append(0x20) }
      let start = out.count
      let bits = random.next()
      let kind = bits & 15
      if kind < 3 && words + 2 < target || words == 0 && kind < 8 {
        words += writeEntity(topic: 0, bits: bits >> 8, to: out)
      } else if kind < 7 && words > 0 {
        vocabulary.write(vocabulary.functionWord(bits >> 8), to: out)
        words += 1
        if words > 1 { continue }
      } else {
        let word =
          kind < 13
          ? topics.word(ofTopic: topic(bits >> 4), bits: bits >> 32)
          : vocabulary.contentWord(bits >> 8, &random)
        vocabulary.write(word, to: out)
        remember(word)
        words += 1
      }
      out.capitalize(at: start)
    }
  }

  /// Appends paragraphs of one to three sentences, about `target` words in all.
  func writeBody(words target: Int, to out: TextBuffer) {
    var written = 0
    while written < target {
      if written > 0 { out.append("\n\n") }
      let sentences = 1 + Int((random.next() >> 32) % 3)
      for sentence in 0..<sentences where written < target {
        if sentence > 0 { out.append(0x20) }
        written += writeSentence(limit: max(4, target - written), to: out)
      }
    }
  }

  /// Appends one sentence of 8 to 38 words, not more than `limit`, and returns its words.
  private func writeSentence(limit: Int, to out: TextBuffer) -> Int {
    let shape = random.next()
    let topic = topic(shape)
    let length = min(limit, 8 + Int((shape >> 8) & 15) + Int((shape >> 12) & 15))
    let isQuote = (shape >> 16) & 7 == 0
    let isStraight = (shape >> 19) & 1 == 0
    var nextComma = 4 + Int((shape >> 20) & 15)
    if isQuote {
      if isStraight { out.append(0x22) } else { out.append("“") }
    }
    let start = out.count
    var words = 0
    while words < length {
      if words > 0 { out.append(0x20) }
      words += writeToken(topic: topic, to: out)
      if words >= nextComma && words + 1 < length {
        out.append(0x2C)
        nextComma = words + 5 + Int((shape >> 24) & 15)
      }
    }
    out.capitalize(at: start)
    if isQuote {
      out.append(0x2C)
      if isStraight { out.append(0x22) } else { out.append("”") }
      out.append(" said ")
      words += 1 + writeEntity(topic: topic, bits: shape >> 32, to: out)
    }
    out.append(0x2E)
    return words
  }

  /// Appends the next word or name and returns how many words it has.
  @inline(__always)
  private func writeToken(topic: Int, to out: TextBuffer) -> Int {
    let bits = random.next()
    switch Self.tokens[Int(bits & 0xFF)] {
    case .function:
      vocabulary.write(vocabulary.functionWord(bits >> 8), to: out)
    case .content:
      let word = vocabulary.contentWord(bits >> 8, &random)
      writeContent(word, to: out)
      if bits >> 62 == 0 {
        out.append(0x20)
        writeContent(vocabulary.collocate(of: word), to: out)
        return 2
      }
    case .topic:
      writeContent(topics.word(ofTopic: topic, bits: bits >> 8), to: out)
    case .again where recentCount > 0:
      let known = UInt64(min(recentCount, Self.memory))
      // Remembered again: what was repeated once is repeated more, as in Polya's urn.
      writeContent(recent[Int((((bits >> 8) & 0xFFFF) &* known) >> 16)], to: out)
    case .again:
      vocabulary.write(vocabulary.functionWord(bits >> 8), to: out)
    case .entity:
      let words = writeEntity(topic: topic, bits: bits >> 8, to: out)
      if (bits >> 56) & 7 == 0 {
        if (bits >> 59) & 1 == 0 { out.append("'s") } else { out.append("’s") }
      }
      return words
    case .number:
      writeNumber(bits >> 8, to: out)
    case .compound:
      vocabulary.write(vocabulary.contentWord(bits >> 8, &random), to: out)
      out.append(0x2D)
      vocabulary.write(vocabulary.contentWord(random.next(), &random), to: out)
    }
    return 1
  }

  @inline(__always)
  private func writeContent(_ word: Vocabulary.WordID, to out: TextBuffer) {
    vocabulary.write(word, to: out)
    remember(word)
  }

  @inline(__always)
  private func remember(_ word: Vocabulary.WordID) {
    recent[recentCount & (Self.memory - 1)] = word
    recentCount &+= 1
  }

  private func topic(_ bits: UInt64) -> Int {
    // The product of two fractions: the leading topic has the most sentences.
    (Int(bits & 15) * Int((bits >> 4) & 15) * topics.count) >> 8
  }

  private func writeEntity(topic: Int, bits: UInt64, to out: TextBuffer) -> Int {
    let number =
      bits & 3 == 0
      ? vocabulary.entity(&random) : topics.entity(ofTopic: topic, bits: bits >> 2)
    out.append(Names.entities[number])
    return Self.entityWordCounts[number]
  }

  private func writeNumber(_ bits: UInt64, to out: TextBuffer) {
    let value = Int((bits >> 8) & 0xFFFF)
    switch bits & 7 {
    case 0, 1:
      out.append(number: 1990 + value % 40)
    case 2, 3:
      out.append(number: 2 + value % 98)
    case 4:
      out.append(number: 1 + value % 999)
      out.append(0x2C)
      out.append(number: value & 511, width: 3)
    case 5:
      out.append(number: 1 + value % 60)
      out.append(0x2E)
      out.append(number: value % 10)
      out.append(0x25)
    case 6:
      out.append("$")
      out.append(number: 1 + value % 900)
    default:
      out.append(number: value)
    }
  }
}
