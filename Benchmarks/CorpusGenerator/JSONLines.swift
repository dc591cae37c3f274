/// Writes the composed article as one line of JSON (RFC 8259), only needed escapes.
struct JSONLines {
  func write(_ article: ArticleComposer, to out: TextBuffer) {
    out.append("{\"id\":\"")
    article.writeKey(to: out)
    out.append("\",\"title\":\"")
    escape(article.title.bytes, to: out)
    out.append("\",\"body\":\"")
    escape(article.body.bytes, to: out)
    out.append("\",\"published\":\"")
    article.writePublished(to: out)
    out.append("\",\"source\":\"")
    article.writeSource(to: out)
    out.append("\",\"url\":\"")
    article.writeURL(to: out)
    out.append("\",\"author\":\"")
    article.writeByline(to: out)
    out.append("\",\"section\":\"")
    article.writeSection(to: out)
    out.append("\"}\n")
  }

  /// Copies runs between the bytes that JSON does not allow in a string.
  private func escape(_ text: UnsafeBufferPointer<UInt8>, to out: TextBuffer) {
    var runStart = 0
    for position in 0..<text.count {
      let byte = text[position]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      out.append(UnsafeBufferPointer(rebasing: text[runStart..<position]))
      runStart = position + 1
      out.append(0x5C)
      switch byte {
      case 0x0A: out.append(0x6E)
      case 0x22, 0x5C: out.append(byte)
      default:
        out.append("u00")
        out.append(byte < 0x10 ? 0x30 : 0x31)
        out.append(Self.hexadecimal[Int(byte & 15)])
      }
    }
    out.append(UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
