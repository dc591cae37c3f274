package import DatelineAnalysis
import DatelineCore
package import DatelineIndex
import Foundation

/// Articles as rows of a cluster's index, written as SphinxQL. Not thread-safe.
struct ClusterDocument {
  /// Bytes of a part of a text; a string attribute of Sphinx holds less than 4 MiB.
  static let partSize = 3 << 20

  private let cutter: TermCutter
  private let gazetteer: Gazetteer

  init(cutter: TermCutter, gazetteer: Gazetteer) {
    self.cutter = cutter
    self.gazetteer = gazetteer
  }

  /// The number of the article.
  static func id(of key: String) -> Int64 { ClusterTerm.number(key) }

  /// The row, in brackets, columns in the order of ``ClusterSchema/columns``.
  /// - Throws: ``ClusterError/unmapped(reason:)`` for a text of more than 9 MB, and another field of more than 3.
  func row(_ analyzed: AnalyzedArticle) throws(ClusterError) -> String {
    let article = analyzed.article
    var parts = Self.parts(of: analyzed.searchBody)
    guard parts.count <= 3 else {
      throw .unmapped(
        reason: "\(article.key): a text of more than 9 MB does not fit into a cluster")
    }
    while parts.count < 3 { parts.append("") }
    let record = try record(article)
    for text in [article.title, article.key, analyzed.tags.names, article.url ?? "", record]
    where text.utf8.count > Self.partSize {
      throw .unmapped(
        reason: "\(article.key.prefix(80)): a field of more than 3 MB does not fit into a cluster")
    }
    let entities = analyzed.tags.mentions.map {
      ClusterTerm.number(gazetteer.entities[$0.entity].id)
    }
    let texts =
      [
        terms(of: article.title), terms(of: analyzed.searchBody), words(of: article.title),
        words(of: analyzed.searchBody), terms(of: analyzed.cjkTerms),
        MatchCompiler.everyArticle + " " + terms(of: analyzed.tags.terms), article.key,
        article.title,
      ] + parts + [
        article.published ?? "", article.source ?? "", article.section ?? "",
        article.language ?? "", analyzed.tags.names, article.url ?? "", record,
      ]
    let published = ClusterDate.number(article.published)
    let numbers =
      [published, number(article.source), number(article.section)]
      + [number(article.language), published / 1_000_000]
    return "(\(Self.id(of: article.key)),"
      + texts.map(SphinxLiteral.text).joined(separator: ",") + ","
      + numbers.map(String.init).joined(separator: ",") + ","
      + SphinxLiteral.list(Set(entities).sorted()) + ")"
  }

  private func number(_ name: String?) -> Int64 {
    guard let name, !name.isEmpty else { return 0 }
    return ClusterTerm.number(name)
  }

  /// What has no attribute of its own.
  private func record(_ article: Article) throws(ClusterError) -> String {
    var rest = article
    rest.title = ""
    rest.body = ""
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(rest), as: UTF8.self)
    } catch {
      throw .unmapped(reason: "\(article.key): \(error)")
    }
  }

  private func terms(of text: String) -> String {
    var bytes: [UInt8] = []
    cutter.forEachTerm(of: text) { term in
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      ClusterTerm.append(term, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func words(of text: String) -> String {
    var bytes: [UInt8] = []
    cutter.forEachWord(of: text) { word in
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: ClusterTerm.beginning(of: word))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text in pieces of at most ``partSize`` bytes, cut between characters.
  static func parts(of text: String) -> [String] {
    if text.utf8.count <= partSize { return [text] }
    var parts: [String] = []
    let utf8 = text.utf8
    var start = utf8.startIndex
    while start < utf8.endIndex {
      var end = utf8.index(start, offsetBy: partSize, limitedBy: utf8.endIndex) ?? utf8.endIndex
      while end < utf8.endIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
      parts.append(String(text[start..<end]))
      start = end
    }
    return parts
  }
}
