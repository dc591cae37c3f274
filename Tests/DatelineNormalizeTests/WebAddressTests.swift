import DatelineCore
import Testing

@testable import DatelineNormalize

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://www.Example.com/a?b#c", "example.com"), ("http://example.com", "example.com"),
    ("//cdn.example.org:8080/x", "cdn.example.org"), ("www.example.com/path", "example.com"),
    ("https://user:word@news.example.co.uk/", "news.example.co.uk"),
    ("http://[2001:db8::1]:80/", "[2001:db8::1]:80"),
    ("https://Bücher.example/a", "bücher.example"),
    ("https://example.com/über", "example.com"),
    ("https://example.com?q=//other.example", "example.com"),
    ("www.example.com//x", "x"),
  ])
  func hostsAreFound(url: String, host: String) {
    #expect(WebAddress.host(of: url) == host)
  }

  @Test(arguments: [
    "", "/", "example.com/a", "https://", "https://www.", "//", "http:/x", "wwwexample",
  ])
  func othersHaveNone(url: String) {
    #expect(WebAddress.host(of: url) == nil)
  }

  /// Characters outside ASCII behind the host change nothing about it.
  @Test func bothWaysAgree() {
    var random = SplitMix64(seed: 3)
    let pieces = ["//", "www.", "A", "b.c", "@", ":", "/", "?", "#", "[", "]", "80"]
    for _ in 0..<2000 {
      let url = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(WebAddress.host(of: url) == WebAddress.host(of: url + "#é"), "\(url)")
    }
  }
}
