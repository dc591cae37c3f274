import DatelineCore
import DatelineMarkup
import Foundation

@testable import DatelineNormalize

/// 2024-03-01T12:00:00Z
let marchFirst = DateParser(now: Date(timeIntervalSince1970: 1_709_294_400))

/// Metadata of a page with a head and a body.
func metadata(
  head: String = "", body: String = "", url: String? = "https://www.harbour-wire.example.com/a/1",
  retrieved: String? = nil
) -> PageMetadata {
  let page = "<html><head>\(head)</head><body>\(body)</body></html>"
  return MetadataReader.read(
    HTMLTree(page: Array(page.utf8)), url: url, dates: marchFirst, retrieved: retrieved)
}

/// A JSON-LD script.
func structured(_ json: String) -> String {
  "<script type=\"application/ld+json\">\(json)</script>"
}

/// The article of a page by itself; `nil` where the page is rejected.
func article(ofPage html: String) -> Article? {
  let normalizer = Normalizer(
    now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
  let document = RawDocument(origin: Origin(file: "a/b.html"), shape: .html, body: html)
  guard case .article(let article, _) = normalizer.article(from: document) else { return nil }
  return article
}
