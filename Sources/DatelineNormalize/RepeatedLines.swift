import DatelineCore
import Foundation

/// Lines that stand in the texts of many records of one outlet, and whether they are furniture that was copied along
/// with the texts.
///
/// What says so itself (buttons, captions, the name of the house) goes from some per cent of the records on, other
/// lines only when most of the records have them. Sentences stay, unless they tell the reader to go or click somewhere
/// and very many records have them.
struct RepeatedLines: Sendable {
  /// Bytes of the longest line that is looked at.
  static let longest = 240

  private static let fewestRecords = 8
  private static let mostWords = 30.0
  /// Records and their share from which on a line goes: one that speaks of itself, any other, a sentence.
  private static let speaking = (records: fewestRecords, share: 0.02)
  private static let silent = (records: 12, share: 0.6)
  private static let sentence = (records: 20, share: 0.3)

  private let records: Int
  private let counts: [UInt64: Int]
  private let outlet: String
  private let verdicts = Verdicts()

  /// What was said of a line before: its text alone decides.
  ///
  /// Invariant: what changes is touched with the lock held only.
  private final class Verdicts: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [UInt64: Bool] = [:]

    func value(of hash: UInt64, _ judge: () -> Bool) -> Bool {
      lock.lock()
      defer { lock.unlock() }
      if let verdict = known[hash] { return verdict }
      let verdict = judge()
      known[hash] = verdict
      return verdict
    }
  }

  /// The lines by outlet; outlets without any are left out. Linear in the memory.
  static func byOutlet(_ memory: LineMemory) -> [String: RepeatedLines] {
    memory.sources.reduce(into: [:]) { lines, source in
      lines[source.key] = RepeatedLines(source.value, outlet: source.key)
    }
  }

  private init?(_ source: LineMemory.Source, outlet: String) {
    records = source.documents
    let fewest = max(Double(Self.fewestRecords), Double(records) * Self.speaking.share)
    counts = source.counts.compactMapValues {
      Double($0.documents) >= fewest ? Int($0.documents) : nil
    }
    self.outlet = outlet.lowercased().filter(\.isLetter)
    if counts.isEmpty { return nil }
  }

  /// Whether a paragraph is furniture. One look-up for most, two for the lines of the outlet.
  func areFurniture(_ paragraph: UnsafeBufferPointer<UInt8>) -> Bool {
    guard paragraph.count <= Self.longest else { return false }
    let hash = ContentHash.short(paragraph)
    guard let count = counts[hash] else { return false }
    return verdicts.value(of: hash) { judge(paragraph, count) }
  }

  private func judge(_ paragraph: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
    func reaches(_ limit: (records: Int, share: Double)) -> Bool {
      count >= limit.records && Double(count) >= Double(records) * limit.share
    }
    var words: [UInt64] = []
    let line = LineScanner.scan(paragraph, 0..<paragraph.count, words: &words)
    let text = String(decoding: paragraph, as: UTF8.self)
    guard line.words <= Self.mostWords, let first = text.first, !Self.quotes.contains(first) else {
      return false
    }
    if Self.isSentence(text) {
      return reaches(Self.sentence) && SharedSentence.leadsElsewhere(line, text)
    }
    return reaches(Self.silent)
      || reaches(Self.speaking) && (Self.isLabel(text) || speaksOfHouse(text, line))
  }

  private static let quotes: Set<Character> = ["\"", "“", "„", "«", "‘", "'"]

  /// Whether a line ends like a sentence; dots that lead elsewhere end none.
  private static func isSentence(_ text: String) -> Bool {
    if text.hasSuffix("...") || text.hasSuffix("…") { return false }
    let end = text.last { !"\"”’»)*".contains($0) }
    return end.map { ".!?。！？؟।".contains($0) } ?? false
  }

  /// Whether a line speaks to the reader or of the house, or is the credit of a picture.
  private func speaksOfHouse(_ text: String, _ line: PageLine) -> Bool {
    if line.isAdvertisement { return true }
    if !line.meanings.isDisjoint(with: [.callToAction, .strongCallToAction, .photo]) {
      return true
    }
    var letters = ""
    // "Our Lady of Lourdes"
    let isName = text.split(separator: " ").allSatisfy {
      $0.count <= 3 || $0.first?.isUppercase == true
    }
    for word in text.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
      let small = word.lowercased()
      letters += small.filter(\.isLetter)
      // A country.
      if word == "US" { continue }
      let stem = small.prefix { $0.isLetter }
      if !isName && BackgroundProse.addresses.contains(stem)
        || BackgroundProse.subjects.contains(stem)
        || BackgroundProse.stems.contains(where: stem.hasPrefix)
      {
        return true
      }
    }
    return outlet.utf8.count >= Self.shortestOutlet && ByteSearch.contains(outlet, in: letters[...])
  }

  private static let shortestOutlet = 5

  /// Whether a line is a label that programs or page makers wrote.
  private static func isLabel(_ text: String) -> Bool {
    let line = text.lowercased()
    if line.first == "[", line.last == "]", !line.contains(" ") { return true }
    let bare = line.filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
    return labels.contains(bare) || starts.contains { bare.hasPrefix($0) }
  }

  /// Labels as a whole, in small letters and without marks.
  private static let labels: Set<String> = [
    "photo", "photos", "video", "videos", "image", "images", "gallery", "slideshow", "caption",
    "close", "print", "tweet", "share", "pin", "loading", "play", "pause", "prev", "next", "menu",
    "search", "related", "watch", "listen", "whatsapp", "facebook", "twitter", "linkedin", "reddit",
    "pocket", "telegram", "pinterest", "instagram", "flipboard", "link copied", "copied", "ads",
    "teilen", "drucken", "bild", "foto", "fotos", "vidéo", "partager", "imprimir", "compartir",
  ]

  /// How longer ones begin.
  private static let starts = [
    "story continue", "article continue", "continue reading", "slideshow image", "prev image",
    "next image", "more on this", "more on that", "go deeper", "full coverage", "image copyright",
    "image caption", "image source", "media playback", "media caption", "enlarge this image",
    "toggle caption", "show caption", "hide caption", "click ", "tap ", "follow ", "watch live",
    "related coverage", "related stor", "related article", "advertisement ", "recommended for you",
  ]
}
