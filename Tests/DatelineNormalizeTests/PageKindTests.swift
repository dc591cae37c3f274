import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Which pages are taken for articles.
@Suite struct PageKindTests {
  private func reason(_ sample: PageKinds.Sample) -> String? {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())
    let document = RawDocument(
      origin: Origin(file: "a/b.html"), shape: .html, body: sample.html, url: sample.url)
    guard case .rejected(let rejection) = normalizer.article(from: document) else { return nil }
    return rejection.message
  }

  @Test(arguments: PageKinds.notArticles)
  func isRejected(sample: PageKinds.Sample) { #expect(reason(sample) != nil) }

  @Test(arguments: PageKinds.articles)
  func isTaken(sample: PageKinds.Sample) { #expect(reason(sample) == nil) }
}
