import Testing

/// Pages of every kind, made of invented sentences: lists, galleries, pages of a house about itself, and
/// articles that look like them.
enum PageKinds {
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var url: String?
    var html: String
    var testDescription: String { name }
  }

  private static let subjects = [
    "The council", "A ferry operator", "The mayor of Elm Bay", "Two engineers",
    "The port authority",
    "A group of residents", "The county court", "One shipping company", "The ministry",
    "A committee of teachers", "The fire service",
  ]
  private static let verbs = [
    "approved", "put off", "questioned", "defended", "looked again at", "dropped", "paid for",
  ]
  private static let objects = [
    "a plan to dredge the outer harbour", "the sale of the old lighthouse",
    "new fares for islanders",
    "a second bridge over the estuary", "the winter timetable",
    "the closing of two village schools",
    "a wall against the spring tides", "the repair of the fish market", "a tax on empty houses",
  ]
  private static let tails = [
    "after a long night of talks", "despite objections from its own members",
    "because costs had risen by a third", "before the summer visitors arrive",
    "while the unions were still negotiating", "on the advice of outside experts",
    "as storms kept the boats in port", "to the surprise of most observers",
  ]

  /// A sentence of some fifteen words; different for each number.
  static func sentence(_ number: Int) -> String {
    let n = number * 7 + 3
    return
      "\(subjects[n % 11]) \(verbs[(n / 2) % 7]) \(objects[(n / 3) % 9]) \(tails[(n / 5) % 8]), "
      + "for the \(number % 90 + 2)th time since \(1900 + number % 97)."
  }

  /// Text of at least so many words.
  static func text(_ number: Int, _ words: Int) -> String {
    (0..<max(words / 17, 1)).map { sentence(number * 31 + $0 * 13) }.joined(separator: " ")
  }

  /// Six to nine words without a full stop.
  static func headline(_ number: Int) -> String {
    let n = number * 5 + 1
    return "\(subjects[n % 11]) \(verbs[n % 7]) \(objects[n % 9])"
  }

  static let names = [
    "Ada Marsh", "Ben Okoro", "Clara Whitfield", "Dmitri Sorokin", "Elena Brandt", "Farid Nasser",
  ]
  static func name(_ number: Int) -> String { names[number % names.count] }
  static func date(_ number: Int) -> String { "\(number % 27 + 1) February 2024" }
  static func isoDate(_ number: Int) -> String {
    "2024-02-\(number % 27 + 1 < 10 ? "0" : "")\(number % 27 + 1)"
  }

  static func page(
    _ title: String, _ main: String, head: String = "", url: String? = nil, lang: String = "en"
  ) -> (String?, String) {
    (
      url,
      """
      <!DOCTYPE html><html lang=\(lang)><head><title>\(title)</title>\(head)</head><body>
      <header><a href=/>Harbour Wire</a><nav><ul><li><a href=/news>News</a><li><a href=/sport>Sport</a>
      <li><a href=/culture>Culture</a></ul></nav></header><main>\(main)</main>
      <footer><p>Copyright 2024 Harbour Wire. All rights reserved.</p><a href=/terms>Terms</a></footer>
      </body></html>
      """
    )
  }

  static func rows(_ count: Int, _ make: (Int) -> String) -> String {
    (0..<count).map(make).joined(separator: "\n")
  }

  static func samples(_ kind: String, _ pages: [(String?, String)]) -> [Sample] {
    pages.enumerated().map { Sample(name: "\(kind) \($0)", url: $1.0, html: $1.1) }
  }

  static let website = "<meta property='og:type' content='website'>"

  /// Front pages whose cards are signed and dated.
  static let signedCards = samples(
    "signed cards",
    [
      page(
        "Harbour Wire - News from the bay",
        rows(12) {
          """
          <article class=card><h2><a href=/news/\($0)>\(headline($0))</a></h2><p class=byline>By \(name($0))</p>
          <time datetime=\(isoDate($0))>\(date($0))</time><p>\(text($0, 20))</p></article>
          """
        }, url: "https://harbour-wire.example/"),
      page(
        "Politics | Harbour Wire",
        "<h1>Politics</h1>"
          + rows(10) {
            """
            <div class=post><h3><a href=/p/\($0)>\(headline($0))</a></h3><div><span class=author>\(name($0))</span>
            <span class=date>Feb \($0 + 3), 2024</span></div><p>\(text($0, 45))</p>
            <a class=more href=/p/\($0)>Continue reading</a></div>
            """
          }),
      page(
        "Latest news - Harbour Wire",
        "<h1>Latest</h1><ul>"
          + rows(15) {
            """
            <li><a href="/latest/story-\($0)">\(headline($0))</a><small>\(name($0)) | \($0 + 2) hours ago</small>
            <p>\(text($0, 30))</p></li>
            """
          } + "</ul>"),
      page(
        "Harbour Wire",
        rows(9) {
          """
          <article itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop=headline><a href=/s/\($0)>
          \(headline($0))</a></h2><span itemprop=author>\(name($0))</span>
          <meta itemprop=datePublished content=\(isoDate($0))><p itemprop=description>\(text($0, 30))</p></article>
          """
        }),
      page(
        "Notes from the quay",
        rows(8) {
          """
          <article class=hentry><h2 class=entry-title><a href="https://quay.example/2024/02/\($0)/" rel=bookmark>
          \(headline($0))</a></h2><div class=entry-meta>Posted on <time class=entry-date datetime=\(isoDate($0))>
          \(date($0))</time> by <a rel=author href=/author/\($0)>\(name($0))</a></div>
          <div class=entry-content><p>\(text($0, 60)) <a href="/2024/02/\($0)/">Read more &rarr;</a></p></div></article>
          """
        }, url: "https://quay.example/blog/"),
      page(
        "Culture - Harbour Wire",
        "<h1>Culture</h1><div class=stream>"
          + rows(14) {
            """
            <div class=item><span class=date>\(date($0))</span><h3><a href=/c/\($0)>\(headline($0))</a></h3>
            <p>\(text($0, 30))</p><p class=byline>\(name($0))</p></div>
            """
          } + "</div>", head: website, url: "https://harbour-wire.example/culture"),
      page(
        "Elm Bay Gazette: home",
        "<div class=left>"
          + rows(7) {
            """
            <div class=story><h4><a href="stories/\($0).html">\(headline($0))</a></h4><p>\(text($0, 50))</p>
            <p><i>By \(name($0)), \(date($0))</i></p></div>
            """
          } + "</div><div class=right>"
          + rows(5) {
            "<h4><a href=stories/x\($0).html>\(headline($0 + 40))</a></h4><p>\(text($0 + 40, 18))</p>"
          }
          + "</div>"),
      page(
        "Sport",
        "<h1>Sport</h1>"
          + rows(10) {
            "<section><h2><a href=/sport/\($0)>\(headline($0))</a></h2><p>\(text($0, 30))</p></section>"
          },
        head: "<script type='application/ld+json'>["
          + (0..<10).map {
            """
            {"@type":"NewsArticle","headline":"\(headline($0))","url":"https://harbour-wire.example/sport/\($0)",
            "datePublished":"\(isoDate($0))","author":{"@type":"Person","name":"\(name($0))"}}
            """
          }.joined(separator: ",") + "]</script>", url: "https://harbour-wire.example/sport"),
    ])

  private static let top = "<h1>In pictures: a storm over the bay</h1>"
  private static let signature =
    "<p class=byline>By Ada Marsh</p><time datetime=2024-02-11>11 February 2024</time>"

  /// Galleries whose captions carry "3 of 12".
  static let galleries = samples(
    "gallery",
    [
      page(
        "In pictures: a storm over the bay",
        top
          + rows(12) {
            """
            <figure><img src=\($0).jpg><figcaption><span class=count>\($0 + 1) of 12</span><p>\(text($0, 17))</p>
            </figcaption></figure>
            """
          }),
      page(
        "Storm over the bay",
        top + signature
          + rows(10) {
            """
            <div class=slide><img src=\($0).jpg><p class=counter>\($0 + 1)/10</p><p>\(text($0, 17))</p></div>
            """
          }),
      page(
        "Storm over the bay",
        top + signature
          + rows(9) {
            "<div><img src=\($0).jpg><p>\(text($0, 17)) Photograph: \(name($0)) (\($0 + 1) of 9)</p></div>"
          }),
      page(
        "The week in photos",
        "<h1>The week in photos</h1>"
          + rows(12) { "<h3>Photo \($0 + 1) of 12</h3><img src=\($0).jpg><p>\(text($0, 34))</p>" }),
      page(
        "Bilder vom Sturm",
        "<h1>Bilder vom Sturm über der Bucht</h1><p class=autor>Von Elena Brandt</p><p>11. Februar 2024</p>"
          + rows(14) {
            "<div class=bild><img src=\($0).jpg><div>Bild \($0 + 1) von 14</div><p>\(text($0, 20))</p></div>"
          },
        lang: "de"),
      page(
        "Carnival in Elm Bay",
        "<h1>Carnival in Elm Bay</h1><ol>"
          + rows(11) { "<li><img src=\($0).jpg><p>\($0 + 1) / 11 \(text($0, 17))</p></li>" }
          + "</ol>"),
      page(
        "Winter on the islands",
        "<h1>Winter on the islands</h1>" + signature + "<p>\(text(90, 34))</p>"
          + rows(16) {
            "<figure><img src=\($0).jpg><figcaption>\(text($0, 17))</figcaption></figure><div class=n>\($0 + 1)/16</div>"
          }),
      page(
        "Boats of the bay",
        "<h1>Boats of the bay</h1>" + signature
          + rows(8) {
            "<h2>\($0 + 1) of 8</h2><img src=\($0).jpg><p>\(text($0, 25))</p><p>\(name($0)) / Harbour Wire</p>"
          }),
    ])

  /// Front pages whose cards are no links but lead somewhere by script.
  static let scriptedCards = samples(
    "scripted cards",
    [
      page(
        "Harbour Wire",
        rows(12) {
          "<div class=card data-href=/a/\($0)><h3>\(headline($0))</h3><p>\(text($0, 20))</p></div>"
        }),
      page(
        "News",
        "<h1>News</h1>"
          + rows(10) {
            """
            <div role=link tabindex=0 onclick="location.href='/news/\($0)'"><h2>\(headline($0))</h2>
            <p>\(text($0, 34))</p></div>
            """
          }),
      page(
        "Harbour Wire",
        rows(9) {
          """
          <article onclick="window.location='/news/\($0)'"><h2>\(headline($0))</h2><p class=byline>By \(name($0))</p>
          <time datetime=\(isoDate($0))>\(date($0))</time><p>\(text($0, 25))</p></article>
          """
        }),
      page(
        "Elm Bay today",
        "<ul>"
          + rows(14) {
            "<li data-url='/t/\($0)'><span class=title>\(headline($0))</span><p>\(text($0, 30))</p></li>"
          } + "</ul>"),
      page(
        "Harbour Wire",
        "<div class=grid>"
          + rows(16) {
            "<div class=tile role=link tabindex=0 aria-label=story><h3>\(headline($0))</h3><div>\(text($0, 17))</div></div>"
          }
          + "</div>"),
      page(
        "The bay in brief",
        rows(11) {
          "<div><h2 role=link data-link='/brief/\($0)'>\(headline($0))</h2><p>\(text($0, 34))</p></div>"
        }),
      page(
        "Elm Bay Gazette",
        rows(10) {
          "<div class=card onclick=\"openStory(\($0))\"><h3>\(headline($0))</h3><p>\(text($0, 30))</p></div>"
        }),
      page(
        "World",
        "<h1>World</h1>"
          + rows(13) {
            """
            <section data-href="https://harbour-wire.example/w/\($0)"><img src=\($0).jpg><h4>\(headline($0))</h4>
            <p>\(text($0, 50))</p><span>\(date($0))</span></section>
            """
          }),
    ])

  static let notArticles =
    signedCards + galleries + scriptedCards + frontPages + savedFrontPages + housePages + searches
    + missing + notices + robotChecks + legalBlocks + consentWalls + lists + tables + threads
    + equalCaptions + serverPages + products
}
