import DatelineCore
import Foundation

/// Makes one article after the other in buffers that are used again.
///
/// The text of an article depends on the seed and its index only; its date also on the size of the
/// corpus, which spreads over a fixed period. Not safe to share between threads: use one each.
final class ArticleComposer {
  /// Start and end of the period, in seconds since 1970: 2000-01-01 and 2026-06-30.
  private static let firstSecond = 946_684_800
  private static let lastSecond = 1_782_777_600
  private static let medianWords = 420.0
  private static let logDeviation = 0.75
  private static let outletRanks = AliasTable.zipfMandelbrot(
    count: Names.outlets.count, shift: 2)
  private static let hosts: [[UInt8]] = Names.outlets.map { name in
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return bytes.filter { $0 != 0x20 }.map { $0 | 0x20 } + Array(".example".utf8)
  }

  private let articles: Int
  private let seed: UInt64
  private let writer = SentenceWriter()
  private let wireCopy = WireCopy()
  private let draftTitle = TextBuffer(capacity: 256)
  private let draftBody = TextBuffer()

  private(set) var index = 0
  let title = TextBuffer(capacity: 256)
  let body = TextBuffer()
  private(set) var date = CivilDate(secondsSince1970: 0)
  private var outlet = 0
  private var givenName = 0
  private var familyName = 0
  private var sectionNumber = 0

  init(articles: Int, seed: UInt64) {
    self.articles = articles
    self.seed = seed
  }

  /// Composes the article at `index`; time and memory grow with its length only.
  func compose(_ index: Int) {
    self.index = index
    var random = SplitMix64(seed: seed, label: 2, index: UInt64(index))
    outlet = Self.outletRanks.draw(&random)
    givenName = random.below(Names.givenNames.count)
    familyName = random.below(Names.familyNames.count)
    let period = Self.lastSecond - Self.firstSecond
    let size = max(articles, index + 1)
    let start = period / size * index + period % size * index / size
    date = CivilDate(
      secondsSince1970: Self.firstSecond + start + random.below(max(1, period / size)))
    title.removeAll()
    body.removeAll()
    if let source = WireCopy.source(seed: seed, index: index) {
      draftTitle.removeAll()
      draftBody.removeAll()
      composeOriginal(source, title: draftTitle, body: draftBody)
      wireCopy.rewrite(
        title: draftTitle, body: draftBody, agency: Names.outlets[outlet],
        random: SplitMix64(seed: seed, label: 3, index: UInt64(index)),
        vocabulary: writer.vocabulary, intoTitle: title, body: body)
    } else {
      composeOriginal(index, title: title, body: body)
    }
    sectionNumber = writer.topics.leading % Names.sections.count
  }

  private func composeOriginal(_ index: Int, title: TextBuffer, body: TextBuffer) {
    writer.begin(seed: seed, index: index)
    writer.writeTitle(to: title)
    var random = SplitMix64(seed: seed, label: 4, index: UInt64(index))
    writer.writeBody(words: Self.length(&random), to: body)
  }

  /// Log-normal number of words, 60 to 6000 (normal deviate by Box and Muller, 1958).
  private static func length(_ random: inout SplitMix64) -> Int {
    let radius = (-2 * Foundation.log(1 - random.unit())).squareRoot()
    let normal = radius * Foundation.cos(2 * Double.pi * random.unit())
    let words = medianWords * Foundation.exp(logDeviation * normal)
    return Int(min(max(words, 60), 6000))
  }

  /// Appends the identifier, unique in the corpus.
  func writeKey(to out: TextBuffer) {
    out.append("news-")
    out.append(number: index, width: 8)
  }

  func writePublished(to out: TextBuffer) {
    date.writeISO8601(to: out)
  }

  func writeSource(to out: TextBuffer) {
    out.append(Names.outlets[outlet])
  }

  func writeByline(to out: TextBuffer) {
    out.append(Names.givenNames[givenName])
    out.append(0x20)
    out.append(Names.familyNames[familyName])
  }

  func writeSection(to out: TextBuffer) {
    out.append(Names.sections[sectionNumber])
  }

  /// Appends an address on a host under the reserved name `example` (RFC 2606).
  func writeURL(to out: TextBuffer) {
    out.append("https://")
    out.append(Self.hosts[outlet])
    out.append(0x2F)
    date.writeDay(to: out, separator: 0x2F)
    out.append(0x2F)
    for byte in title.bytes {
      let lower = byte | 0x20
      if lower &- 97 < 26 {
        out.append(lower)
      } else if byte == 0x20 {
        out.append(0x2D)
      }
    }
    out.append(0x2D)
    out.append(number: index)
  }
}
