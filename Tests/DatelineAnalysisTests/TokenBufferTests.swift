import DatelineAnalysis
import DatelineCore
import Testing

/// The fast tokenizer finds what the plain one finds.
@Suite struct TokenBufferTests {
  /// Token texts, folded, with their ranges.
  private struct Cut: Equatable {
    var folded: [[UInt8]] = []
    var ranges: [Range<Int>] = []
  }

  private func plain(_ text: String) -> Cut {
    var cut = Cut()
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { bytes in
      Tokenizer().forEachToken(in: bytes, folded: &folded) { token, start, end in
        cut.folded.append(Array(token))
        cut.ranges.append(start..<end)
      }
    }
    return cut
  }

  /// Ranges and hashes of the buffer's tokens.
  private func buffered(_ text: String) -> (ranges: [Range<Int>], hashes: [UInt64]) {
    var buffer = TokenBuffer()
    var text = text
    text.withUTF8 { buffer.fill(from: $0) }
    return buffer.withSpans { spans in
      (spans.map { Int($0.start)..<Int($0.end) }, spans.map(\.hash))
    }
  }

  private static let pieces = [
    "a", "B", "z", "Z", "0", "9", " ", "  ", ".", "@", "[", "`", "{", "/", ":", "\u{7F}", "\n",
    "NATO", "Erdoğan", "é", "e\u{0301}", "\u{0301}", "ß", "İ", "京", "—", "“", "😀",
    "internationalisation",
    "12345678", "abcdefgh", "ABCDEFGHI",
  ]

  @Test func findsTheSameTokens() {
    var random = SplitMix64(seed: 7)
    var hashes: [[UInt8]: UInt64] = [:]
    var known: [UInt64: [UInt8]] = [:]
    for _ in 0..<3000 {
      let length = Int(random.next() % 40)
      let text = (0..<length).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }
      .joined()
      let expected = plain(text)
      let found = buffered(text)
      #expect(found.ranges == expected.ranges, "\(text.debugDescription)")
      guard found.ranges == expected.ranges else { return }
      for (token, hash) in zip(expected.folded, found.hashes) {
        // Equal tokens have equal hashes wherever they stand and whichever way they were read.
        #expect(hashes[token] ?? hash == hash, "\(text.debugDescription)")
        #expect(known[hash] ?? token == token, "\(text.debugDescription)")
        hashes[token] = hash
        known[hash] = token
      }
    }
    #expect(hashes.count > 1000)
  }

  /// Blocks of 64 bytes end anywhere: in tokens, in characters, at the end of the text.
  @Test func findsTheSameTokensAcrossBlocks() {
    var random = SplitMix64(seed: 11)
    var hashes: [[UInt8]: UInt64] = [:]
    for _ in 0..<400 {
      var text = ""
      while text.utf8.count < 400 {
        let piece = Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
        text += String(repeating: piece, count: 1 + Int(random.next() % 20))
        if random.next() % 2 == 0 { text += " " }
      }
      for length in [0, 63, 64, 65, 127, 128, 129, 200, 256, 399] {
        let cut = String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)
        let expected = plain(cut)
        let found = buffered(cut)
        #expect(found.ranges == expected.ranges, "\(cut.debugDescription)")
        for (token, hash) in zip(expected.folded, found.hashes) {
          #expect(hashes[token] ?? hash == hash, "\(cut.debugDescription)")
          hashes[token] = hash
        }
      }
    }
  }

  /// A stretch without spaces that holds more tokens than there is room for at first.
  @Test func growsWithinAStretch() {
    let text = String(repeating: "a“", count: 3000) + " end"
    #expect(buffered(text).ranges == plain(text).ranges)
  }

  @Test func growsForDenseTexts() {
    let text = String(repeating: "a ", count: 5000)
    #expect(buffered(text).ranges.count == 5000)
    #expect(buffered(text).ranges == plain(text).ranges)
  }

  /// The first tokens of a text are those of the whole text, with few more.
  @Test func cutsNoMoreThanIsAskedFor() {
    let texts = [
      String(repeating: "a ", count: 5000), String(repeating: "Überfahrt, naïve ", count: 700),
      String(repeating: "word ", count: 299) + String(repeating: "x", count: 9000) + " end",
      String(repeating: "東京，", count: 900), "one two", "",
    ]
    var buffer = TokenBuffer()
    for text in texts {
      let all = buffered(text)
      for most in [0, 1, 60, 300, 4999] {
        var copy = text
        copy.withUTF8 { buffer.fill(from: $0, most: most) }
        #expect(buffer.count >= min(most, all.hashes.count))
        #expect(buffer.count <= most + 64)
        buffer.withSpans { spans in
          #expect(spans.map(\.hash) == Array(all.hashes.prefix(spans.count)))
          #expect(
            spans.map { Int($0.start)..<Int($0.end) } == Array(all.ranges.prefix(spans.count)))
        }
      }
    }
  }

  @Test func isReusedForTheNextText() {
    var buffer = TokenBuffer()
    for (text, count) in [("one two three", 3), ("", 0), ("four", 1)] {
      var text = text
      text.withUTF8 { buffer.fill(from: $0) }
      #expect(buffer.count == count)
    }
  }
}
