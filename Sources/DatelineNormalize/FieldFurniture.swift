import DatelineCore
import Foundation

/// Lines in the texts of records that are unmistakably no part of them: what programs copied along with the
/// text from a page. Only short lines are looked at, and only for what no sentence of an article says.
struct FieldFurniture {
  /// The text without such lines.
  private(set) var text: String
  /// The author line above the text.
  private(set) var byline: String?
  /// The date line above it.
  private(set) var published: String?
  /// What was left out, author and date line included, where that is asked for.
  private(set) var dropped: [ExtractionTrace.Dropped] = []

  private var isTraced: Bool
  private var repeated: RepeatedLines?

  /// Bytes of the longest line that is looked at.
  private static let longest = 240
  /// Bytes of the longest line that names author or date.
  private static let longestHead = 90
  /// Paragraphs in which author and date stand.
  private static let headParagraphs = 6

  /// Linear.
  /// - Parameters:
  ///   - body: Paragraphs with a blank line between them, see ``TextNormalizer/body(_:)``.
  ///   - repeated: Lines that stand in many texts of the outlet.
  init(_ body: String, repeated: RepeatedLines? = nil, isTraced: Bool = false) {
    self.isTraced = isTraced
    self.repeated = repeated
    text = body
    var source = body
    let kept = source.withUTF8 { read($0) }
    guard let kept else { return }
    // What is made of lines that come again and again is a form, and these lines are its own.
    if repeated != nil, kept.count * 2 < body.utf8.count {
      self = FieldFurniture(body, isTraced: isTraced)
      return
    }
    if kept.isEmpty {
      (byline, published, dropped) = (nil, nil, [])
    } else {
      text = String(decoding: kept, as: UTF8.self)
    }
  }

  /// The paragraphs that stay; `nil` when all do.
  private mutating func read(_ body: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var kept: [UInt8]?
    var paragraphs = 0
    var start = 0
    var hasText = false
    while start < body.count {
      let end = Self.endOfLine(body, from: start)
      // A text of one paragraph is what it is.
      if start == 0, end == body.count { return nil }
      let paragraph = UnsafeBufferPointer(rebasing: body[start..<end])
      let isHead = !hasText && paragraphs < Self.headParagraphs
      if let reason = reason(paragraph, isHead: isHead) {
        if isTraced {
          dropped.append(.init(text: String(decoding: paragraph, as: UTF8.self), reason))
        }
        if kept == nil { kept = Array(body[..<max(start - 2, 0)]) }
      } else {
        hasText = true
        if kept != nil {
          if kept?.isEmpty == false { kept?.append(contentsOf: [0x0A, 0x0A]) }
          kept?.append(contentsOf: paragraph)
        }
      }
      paragraphs += 1
      start = end + 2
    }
    return kept
  }

  /// Place of the next line end; the number of bytes where there is none.
  private static func endOfLine(_ body: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = body.baseAddress, let found = memchr(base + start, 0x0A, body.count - start)
    else { return body.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Why a paragraph is left out; `nil` where it stays.
  private mutating func reason(
    _ paragraph: UnsafeBufferPointer<UInt8>, isHead: Bool
  ) -> ExtractedPage.DropReason? {
    guard paragraph.count <= Self.longest, paragraph.count >= 2 else { return nil }
    if let repeated, repeated.areFurniture(paragraph) { return .repeated }
    if Self.isQuoted(paragraph) { return nil }
    let mayBegin = Self.mayBegin(paragraph)
    guard mayBegin || isHead && paragraph.count <= Self.longestHead else { return nil }
    func text() -> String { String(decoding: paragraph, as: UTF8.self) }
    if isHead, paragraph.count <= Self.longestHead, readHead(text()) { return .byline }
    return mayBegin ? Self.furniture(Self.small(paragraph) ?? text().lowercased()) : nil
  }

  /// Whether a line of a page is unmistakably furniture, by the same rules. Linear in the line, at once for most.
  static func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest else { return false }
    return line.withUnsafeBufferPointer { bytes in
      guard bytes.count >= 2, !isQuoted(bytes), mayBegin(bytes) else { return false }
      return furniture(small(bytes) ?? String(decoding: bytes, as: UTF8.self).lowercased()) != nil
    }
  }

  /// Whether a line begins with a typographic quotation mark (U+2018 to U+201F).
  private static func isQuoted(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count > 2 && line[0] == 0xE2 && line[1] == 0x80 && (0x98...0x9F).contains(line[2])
  }

  /// A line in small letters; `nil` where it has others than ASCII.
  private static func small(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    if line.contains(where: { $0 >= 0x80 }) { return nil }
    // Invariant: a byte is written for each of the line, all ASCII.
    return String(unsafeUninitializedCapacity: line.count) { output in
      for (index, byte) in line.enumerated() {
        output[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return line.count
    }
  }

  /// Reads a line above the text that names the author or the date; whether it is one.
  private mutating func readHead(_ paragraph: String) -> Bool {
    guard paragraph.utf8.count <= Self.longestHead, let last = paragraph.last, !".!?".contains(last)
    else {
      return false
    }
    var words: [UInt64] = []
    var line = paragraph
    let scanned = line.withUTF8 { LineScanner.scan($0, 0..<$0.count, words: &words) }
    if scanned.isByline, scanned.words >= 2, scanned.words <= 8 {
      byline = byline ?? line
      return true
    }
    let label = paragraph.lowercased()
    guard scanned.isDateLine, scanned.words <= 10 else { return false }
    if Self.dateLabels.contains(where: { label.hasPrefix($0) }) {
      published = published ?? line
      return true
    }
    // A day alone.
    if scanned.words <= 4, published == nil {
      published = line
      return true
    }
    return Self.changeLabels.contains { label.hasPrefix($0) }
  }

  private static let dateLabels = [
    "published", "posted", "first published", "veröffentlicht", "publié", "publicado", "pubblicato",
  ]
  private static let changeLabels = [
    "updated", "last updated", "aktualisiert", "mis à jour", "actualizado", "aggiornato",
  ]

  /// What a line is that is no part of the text.
  /// - Parameter line: in small letters.
  private static func furniture(_ line: String) -> ExtractedPage.DropReason? {
    if line.utf8.count <= longestWhole {
      let bare = line.trimming(endMarks)
      if TailPhrases.advertisements.contains(bare) { return .advertisement }
      if whole.contains(bare) { return rights.contains(bare) ? .rights : .callToAction }
    }
    let words = line.utf8.count { $0 == 0x20 } + 1
    if words <= 25 {
      if isLabelled(line) { return .teaser }
      if isRights(line) { return .rights }
    }
    // Who speaks of such things is quoted.
    return words <= 35 && isCall(line) && !line.contains { quotes.contains($0) }
      ? .callToAction : nil
  }

  private static let longestWhole = 64
  private static let endMarks: Set<Character> = [".", ":", "…", "!", "»", ">", "→", "|", " "]
  private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«"]

  /// A label and the headline of another article: `Read more: …`.
  private static func isLabelled(_ line: String) -> Bool {
    guard let colon = line.utf8.prefix(longestWhole).firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    return headings.contains(line[..<colon].trimming([" "]))
  }

  private static func isRights(_ line: String) -> Bool {
    func begins(_ start: String) -> Bool { line.utf8.starts(with: start.utf8) }
    if begins("© ") || begins("copyright ©") || begins("(c) 20") { return true }
    guard
      begins("copyright") || rights.contains(where: begins)
        || ByteSearch.contains("©", in: line[...])
    else { return false }
    return rights.contains { ByteSearch.contains($0, in: line[...]) }
  }

  /// An invitation to subscribe to or to follow the outlet.
  private static func isCall(_ line: String) -> Bool {
    calls.contains { line.utf8.starts(with: $0.utf8) }
      && aims.contains { ByteSearch.contains($0, in: line[...]) }
  }

  /// Lines as a whole, in small letters and without marks at their end.
  private static let whole: Set<String> = phrases(
    """
    share on facebook;share on twitter;share on whatsapp;share on linkedin;share on pinterest;share on reddit;
    share on x;share via email;share by email;share this;share this article;share this story;share this post;
    share this on facebook;share this on twitter;share this with;share to facebook;share to twitter;
    share article;share story;tweet this;print this;print this article;print article;email this article;
    e-mail to a friend;email to a friend;e-mail this;click to share;copy link;copy this link;
    continue reading;continue reading below;continue reading the main story;story continues below;
    article continues below;story continues below advertisement;article continues below advertisement;
    story continues after advertisement;continues below advertisement;advertisement - story continues below;
    scroll to continue;scroll down to continue reading;scroll to continue reading;read the full story;
    read full article;read the full article;read full story;read the rest of this entry;read more;read more here;
    sign up for our newsletter;sign up for our newsletters;subscribe to our newsletter;subscribe now;
    sign up now;sign in to comment;log in to comment;leave a comment;post a comment;view comments;
    show comments;hide comments;back to top;skip to content;skip to main content;skip advertisement;
    loading;please wait;follow us on twitter;follow us on facebook;like us on facebook;all rights reserved;
    weiterlesen;artikel teilen;auf facebook teilen;auf twitter teilen;lire la suite;partager sur facebook;
    partager sur twitter;seguir leyendo;leer más;compartir en facebook;compartir en twitter;
    condividi su facebook;condividi su twitter;leggi tutto;compartilhar no facebook;leia mais;
    czytaj dalej;lees verder;devamını oku;facebook'ta paylaş
    """)

  /// Labels before headlines of other articles.
  private static let headings: Set<String> = phrases(
    """
    read more;read also;also read;read next;see also;related;related story;related stories;related article;
    related articles;related coverage;more on this;must read;don't miss;recommended;lesen sie auch;lesen sie mehr;
    mehr zum thema;lies auch;lire aussi;à lire aussi;à lire;lea también;lee también;te puede interesar;leggi anche;
    leia também;leia mais;veja também;lees ook;czytaj także;czytaj też;czytaj więcej;zobacz także;zobacz też;
    läs också;läs även;les også;læs også;baca juga;xem thêm;читайте также;читайте також
    """)

  private static let rights = [
    "all rights reserved", "alle rechte vorbehalten", "tous droits réservés",
    "todos los derechos reservados", "tutti i diritti riservati", "todos os direitos reservados",
    "wszelkie prawa zastrzeżone", "alle rechten voorbehouden", "tüm hakları saklıdır",
  ]

  private static let calls = [
    "sign up for ", "sign up to ", "subscribe to our", "subscribe to the ", "subscribe now",
    "subscribe for ", "follow us on", "follow us @", "like us on", "join us on", "join our ",
    "download our ", "download the ", "get our ", "get the latest", "click here to ",
    "click here for ",
    "to receive our ", "never miss a story", "want more news", "for more news",
  ]
  private static let aims = [
    "newsletter", "inbox", "mailing list", "email alert", "e-mail alert", "our app", " app ",
    "twitter", "facebook", "instagram", "whatsapp", "telegram", "youtube channel", "subscribe",
  ]

  /// The first two bytes that such a line may have, as ``pair(_:_:)`` gives them.
  private static let beginnings: [Bool] = {
    var pairs = Array(repeating: false, count: 1 << 16)
    let advertisements = TailPhrases.advertisements
    let all = whole.union(headings).union(advertisements).union(rights).union(calls)
    for phrase in all.union(["copyright", "(c) 20"]) {
      let bytes = Array(phrase.utf8.prefix(2))
      if bytes.count == 2 { pairs[pair(bytes[0], bytes[1])] = true }
    }
    return pairs
  }()

  /// Whether a line begins as one that is furniture may; it has two bytes or more.
  private static func mayBegin(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if line[0] >= 0x80 { return true }
    guard beginnings[pair(line[0], line[1])] else { return false }
    // Lines with the mark of rights may have them anywhere.
    guard line.count >= 4, line[1] | line[2] | line[3] < 0x80, !line.contains(0xC2) else {
      return true
    }
    return longBeginnings[four(line[0], line[1], line[2], line[3])]
  }

  /// The same for the first four bytes, as ``four(_:_:_:_:)`` gives them, all that are ASCII. Behind shorter
  /// phrases stand marks.
  private static let longBeginnings: [Bool] = {
    let marks = endMarks.compactMap(\.asciiValue)
    var isOne = Array(repeating: false, count: 1 << 16)
    let all = whole.union(headings).union(TailPhrases.advertisements).union(rights).union(calls)
    for phrase in all.union(["copyright", "(c) 20"]) {
      let bytes = Array(phrase.utf8.prefix(4))
      if bytes.count < 2 { continue }
      for third in bytes.count > 2 ? [bytes[2]] : marks {
        for fourth in bytes.count > 3 ? [bytes[3]] : marks {
          isOne[four(bytes[0], bytes[1], third, fourth)] = true
        }
      }
    }
    return isOne
  }()

  /// Sixteen bits of four bytes, the same for small letters and capitals.
  private static func four(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int
  {
    let word =
      (UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth))
      | 0x2020_2020
    return Int((word &* 0x9E37_79B1) >> 16)
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    func small(_ byte: UInt8) -> Int {
      Int((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return small(first) << 8 | small(second)
  }

  private static func phrases(_ text: String) -> Set<String> {
    Set(
      text.split { $0 == ";" || $0 == "\n" }.map { $0.trimming([" "]) }
        .filter { !$0.isEmpty })
  }
}

extension StringProtocol {
  /// The text without such characters at its ends.
  fileprivate func trimming(_ marks: Set<Character>) -> String {
    guard let start = firstIndex(where: { !marks.contains($0) }),
      let end = lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[start...end])
  }
}
