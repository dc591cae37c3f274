/// A page saved with what it shows in one file (RFC 2557, `.mhtml` and `.mht`).
enum MHTMLArchive {
  /// The page of an archive.
  struct Page {
    var body: [UInt8]
    var charset: String?
    var url: String?
    /// When it was saved, as written.
    var saved: String?
  }

  private static let deepest = 4
  /// Headers that letters have and saved pages have not.
  private static let ofLetters = ["to", "received", "message-id", "delivered-to", "return-path"]

  /// Whether a file starts like such an archive. Linear in its header.
  /// - Parameter isNamed: whether its name says so; a letter with pictures is told from it by its header
  ///   else.
  static func starts(_ head: UnsafeBufferPointer<UInt8>, isNamed: Bool) -> Bool {
    guard let first = head.first, (0x41...0x5A).contains(first & 0xDF),
      let entity = MIMEEntity(head)
    else { return false }
    if !isNamed, ofLetters.contains(where: { entity.headers[$0] != nil }) { return false }
    return isArchive(entity)
  }

  private static func isArchive(_ entity: MIMEEntity) -> Bool {
    switch entity.mediaType {
    case "multipart/related", "multipart/alternative": return entity.parameter("boundary") != nil
    case "text/html": return entity.headers["mime-version"] != nil
    default: return false
    }
  }

  /// Whether `bytes` are an archive.
  static func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first != UInt8(ascii: "<") else { return false }
    return starts(bytes, isNamed: true)
  }

  /// The page that an archive was made of; `nil` when it holds none. Linear.
  static func page(_ bytes: UnsafeBufferPointer<UInt8>) -> Page? {
    guard let archive = MIMEEntity(bytes), isArchive(archive),
      let part = root(of: archive, depth: 0)
    else { return nil }
    let addresses = [
      archive.headers["snapshot-content-location"], part.headers["content-location"],
      archive.headers["content-location"],
    ]
    return Page(
      body: part.decodedBody, charset: part.parameter("charset"),
      url: addresses.lazy.compactMap { $0 }.map { $0.filter { !$0.isWhitespace } }
        .first(where: RelativeAddress.isWeb),
      saved: archive.headers["date"])
  }

  /// The part that the header names as its start, else the first page.
  private static func root(of entity: MIMEEntity, depth: Int) -> MIMEEntity? {
    if isPage(entity) { return entity }
    guard entity.mediaType.hasPrefix("multipart/"), depth < deepest else { return nil }
    let parts = entity.parts
    if let start = entity.parameter("start"),
      let part = parts.first(where: { $0.headers["content-id"] == start }),
      let page = root(of: part, depth: depth + 1)
    {
      return page
    }
    for part in parts {
      if let page = root(of: part, depth: depth + 1) { return page }
    }
    return nil
  }

  private static func isPage(_ entity: MIMEEntity) -> Bool {
    entity.mediaType == "text/html" || entity.mediaType == "application/xhtml+xml"
  }
}
