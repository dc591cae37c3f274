/// Finds where a sentence that is too long can be cut: at a clause, else between words, in scripts
/// without spaces between characters; never inside a character as readers see it.
struct PassageCut {
  /// Bytes looked at on one side of a match: more than the units of a passage take.
  private static let reach = 2048

  private let map: PassageMap
  private let bytes: TextBytes.Buffer

  init(_ map: PassageMap, _ bytes: TextBytes.Buffer) {
    self.map = map
    self.bytes = bytes
  }

  /// The bytes of passages, which must be in order.
  func ranges(of passages: [Passage]) -> [PassageRange] {
    var result: [PassageRange] = []
    for (index, passage) in passages.enumerated() {
      let floor = result.last?.bytes.upperBound ?? 0
      let ceiling =
        index + 1 < passages.count ? firstMatch(passages[index + 1]) ?? bytes.count : bytes.count
      let range = self.range(of: passage, floor: floor, ceiling: ceiling)
      // What is left out between two cuts would be shorter than the marks for it.
      if let last = result.last, last.isCutAtEnd || range.isCutAtStart,
        range.bytes.lowerBound - last.bytes.upperBound < 16
      {
        result[result.count - 1].bytes = last.bytes.lowerBound..<range.bytes.upperBound
        result[result.count - 1].isCutAtEnd = range.isCutAtEnd
      } else {
        result.append(range)
      }
    }
    return result
  }

  private func firstMatch(_ passage: Passage) -> Int? {
    if passage.start == .sentence { return map.sentences[passage.sentences.lowerBound].start }
    return passage.matches.first.map { map.matches[$0].range.lowerBound }
  }

  private func range(of passage: Passage, floor: Int, ceiling: Int) -> PassageRange {
    let first = map.sentences[passage.sentences.lowerBound]
    let last = map.sentences[passage.sentences.upperBound]
    let matches = map.matches[passage.matches]
    var start = max(first.start, floor)
    var isCutAtStart = start > first.start
    if case .cut(let room) = passage.start, let match = matches.first {
      let found = startOfCut(
        before: match.range.lowerBound, room: room, floor: start)
      (start, isCutAtStart) = (found, found > first.start)
    }
    var end = min(last.end, max(ceiling, start))
    var isCutAtEnd = end < last.end
    if case .cut(let room) = passage.end {
      let anchor = matches.map(\.range.upperBound).max() ?? start
      end = endOfCut(behind: max(anchor, start), room: room, ceiling: end)
      isCutAtEnd = end < last.end
    } else if !map.isComplete, passage.sentences.upperBound == map.sentences.count - 1 {
      isCutAtEnd = true
    }
    // A word of a thousand letters is not shown whole.
    if end - start > 2 * Self.reach {
      end = TextBytes.scalarStart(bytes, atOrBefore: start + 2 * Self.reach)
      end = characterStart(start..<end)
      isCutAtEnd = true
    }
    return PassageRange(bytes: start..<end, isCutAtStart: isCutAtStart, isCutAtEnd: isCutAtEnd)
  }

  /// The beginning of the last character of a range.
  private func characterStart(_ range: Range<Int>) -> Int {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return range.upperBound - (text.last?.utf8.count ?? 0)
  }

  private func startOfCut(before offset: Int, room: Int, floor: Int) -> Int {
    let from = max(floor, TextBytes.scalarStart(bytes, atOrBefore: max(floor, offset - Self.reach)))
    let characters = Array(String(decoding: bytes[from..<offset], as: UTF8.self))
    var units = 0
    var position = offset
    var word = offset
    var clause: Int?
    for (index, character) in characters.enumerated().reversed() {
      position -= character.utf8.count
      units += self.units(
        character, before: index + 1 < characters.count ? characters[index + 1] : nil)
      if units > room { break }
      if index == 0 {
        if from == floor { word = position }
        break
      }
      let previous = characters[index - 1]
      if character.isWhitespace { continue }
      if previous.isWhitespace || isUnspaced(previous) || isUnspaced(character) { word = position }
      let beforeSpace = characters[..<index].last { !$0.isWhitespace }
      if word == position, let mark = beforeSpace, isClauseMark(mark) { clause = position }
    }
    return clause ?? word
  }

  private func endOfCut(behind offset: Int, room: Int, ceiling: Int) -> Int {
    // The last character of the match may go on.
    let from = TextBytes.scalarStart(bytes, atOrBefore: max(0, offset - 16))
    let limit = TextBytes.scalarStart(bytes, atOrBefore: min(ceiling, offset + Self.reach))
    guard offset < limit else { return ceiling }
    let characters = Array(String(decoding: bytes[from..<limit], as: UTF8.self))
    var units = 0
    var position = from
    var word: Int?
    var clause: Int?
    for (index, character) in characters.enumerated() {
      let start = position
      position += character.utf8.count
      if position < offset { continue }
      if start < offset {
        // Not yet behind the match; a cut right here is the least there can be.
        word = position
        continue
      }
      units += self.units(character, before: index > 0 ? characters[index - 1] : nil)
      if units > room { return clause ?? word ?? start }
      guard index + 1 < characters.count else { break }
      let next = characters[index + 1]
      if character.isWhitespace { continue }
      if isClauseMark(character), next.isWhitespace || isUnspaced(next) {
        if 2 * units >= room { clause = start }
      } else if next.isWhitespace || isUnspaced(next) || isUnspaced(character), !isClauseMark(next)
      {
        word = position
      }
    }
    return limit == ceiling ? ceiling : clause ?? word ?? limit
  }

  /// Units that a character begins, seen from the one behind or before it.
  private func units(_ character: Character, before neighbour: Character?) -> Int {
    if isUnspaced(character) { return 1 }
    if character.isWhitespace { return 0 }
    return neighbour.map { $0.isWhitespace || isUnspaced($0) } ?? true ? 2 : 0
  }

  private func isUnspaced(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { TextBytes.isUnspaced($0.value) } ?? false
  }

  private func isClauseMark(_ character: Character) -> Bool {
    switch character {
    case ",", ";", ":", "–", "—", "，", "、", "；", "：", "،", "؛", "।": true
    default: false
    }
  }
}
