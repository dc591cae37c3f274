import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// Cuts the passages of a text that show best why it was found, and marks the matches.
///
/// Terms come from the index's own tokenizer, so that what matched is what is marked (stems,
/// accents); a phrase is marked as a whole, an entity wherever a name of it stands, and words of
/// scripts without spaces inside longer runs. Steps: ``PassageScanner`` finds sentences and matches,
/// ``PassageSelection`` chooses, ``PassageCut`` cuts, ``SnippetBuilder`` writes. Not thread-safe.
final class SnippetGenerator {
  private let weights: [Double]
  private let titles: PassageScanner
  private let bodies: PassageScanner

  init(tokenizer: StockTokenizer, gazetteer: Gazetteer, concepts: [QueryPlan.Concept]) {
    weights = concepts.map { $0.isExpansion ? PassageSelection.relatedWeight : 1 }
    func scanner(_ field: SnippetField) -> PassageScanner {
      PassageScanner(
        patterns: SnippetPatterns(
          concepts, field: field, tokenizer: tokenizer, gazetteer: gazetteer),
        tokenizer: tokenizer, gazetteer: gazetteer)
    }
    titles = scanner(.title)
    bodies = scanner(.body)
  }

  /// Bytes of texts that were looked at.
  var scannedBytes: Int { titles.scannedBytes + bodies.scannedBytes }

  /// A short text (a headline) with its matches marked.
  func highlight(_ text: String) -> Snippet {
    var copy = text
    return copy.withUTF8 { bytes in
      let map = titles.scan(text, bytes)
      return snippet(
        bytes, PassageRange(bytes: 0..<bytes.count, isCutAtStart: false, isCutAtEnd: false), map)
    }
  }

  /// The best passages of a text in their order, at most `fragments` and at most
  /// ``PassageSelection/mostPassages``; its beginning when nothing in it matches.
  /// - Complexity: O(bytes), see ``PassageScanner``, and O(matches) for each passage.
  func snippets(of text: String, fragments: Int) -> [Snippet] {
    var copy = text
    return copy.withUTF8 { bytes in
      let map = bodies.scan(text, bytes)
      var selection = PassageSelection(map, bytes, weights: weights)
      let ranges = PassageCut(map, bytes).ranges(of: selection.passages(fragments))
      return ranges.map { snippet(bytes, $0, map) }
    }
  }

  private func snippet(
    _ bytes: TextBytes.Buffer, _ range: PassageRange, _ map: PassageMap
  ) -> Snippet {
    var builder = SnippetBuilder()
    if range.isCutAtStart { builder.append("…") }
    var position = range.bytes.lowerBound
    for marked in marked(bytes, range.bytes, map) {
      builder.append(bytes[position..<marked.lowerBound])
      builder.appendHighlight(bytes[marked])
      position = marked.upperBound
    }
    builder.append(bytes[position..<range.bytes.upperBound])
    if range.isCutAtEnd { builder.append("…") }
    return builder.snippet
  }

  /// Ranges to mark inside a range: matches that overlap as one.
  private func marked(
    _ bytes: TextBytes.Buffer, _ range: Range<Int>, _ map: PassageMap
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    // Matches are in order: those before the range are passed over.
    var low = 0
    var high = map.matches.count
    while low < high {
      let middle = (low + high) / 2
      if map.matches[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for match in map.matches[low...] {
      guard match.range.lowerBound < range.upperBound else { break }
      let found = Self.includingFinalDot(match.range, bytes).clamped(to: range)
      if let last = result.last, found.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, found.upperBound)
      } else {
        result.append(found)
      }
    }
    return result
  }

  /// The range with the dot behind it when it is an acronym written with dots (`N.A.T.O.`).
  private static func includingFinalDot(
    _ range: Range<Int>, _ bytes: TextBytes.Buffer
  ) -> Range<Int> {
    let stop = UInt8(ascii: ".")
    guard range.upperBound < bytes.count, bytes[range.upperBound] == stop, range.count >= 3 else {
      return range
    }
    let isAcronym = bytes[range].enumerated().allSatisfy { offset, byte in
      offset % 2 == 1 ? byte == stop : (0x41...0x5A).contains(byte)
    }
    return isAcronym ? range.lowerBound..<range.upperBound + 1 : range
  }
}
