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
