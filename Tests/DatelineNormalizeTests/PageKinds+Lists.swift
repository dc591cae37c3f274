extension PageKinds {
  /// Pages that list articles, broadcasts, events.
  static let lists = samples(
    "list",
    [
      page(
        "World news",
        "<h1>World</h1>"
          + rows(14) {
            "<div class=sc-a1><a href=/w/\($0)><h3>\(headline($0))</h3></a><p>\(text($0, 17))</p></div>"
          }, head: website, url: "https://harbour-wire.example/world"),
      page(
        "Dredging the harbour: all we know | Harbour Wire",
        "<h1>Dredging the harbour</h1><p>\(text(70, 34))</p>"
          + rows(9) {
            "<div><h2><a href=/d/\($0)>\(headline($0))</a></h2><p>\(text($0, 34))</p></div>"
          }, url: "https://harbour-wire.example/hub/dredging"),
      page(
        "Podcasts | Harbour Wire",
        "<h1>The Bay Podcast</h1><p>\(text(70, 17))</p>"
          + rows(12) {
            "<div class=episode><h3>Episode \(40 - $0): \(headline($0))</h3><span>\(20 + $0) min</span><p>\(text($0, 34))</p><a href=/podcast/\($0)>Listen</a></div>"
          }),
      page(
        "What's on in Elm Bay",
        "<h1>Events</h1>"
          + rows(14) {
            "<div class=event><h3><a href=/events/\($0)>\(headline($0))</a></h3><p>\(date($0)), 7.30 pm, Town Hall</p><p>\(text($0, 17))</p></div>"
          }),
      page(
        "Newsletters",
        "<h1>Our newsletters</h1><p>Sign up for news from the bay, straight to your inbox.</p>"
          + rows(8) {
            "<div class=nl><h3>The \(names[$0 % 6]) Letter</h3><p>\(text($0, 17))</p><button>Sign up</button></div>"
          }),
      page(
        "Harbour blog",
        rows(5) {
          """
          <article class=post><h2><a href=/blog/\($0)>\(headline($0))</a></h2><p>Posted by \(name($0)) on \(date($0))</p>
          <p>\(text($0, 90))</p><p>\(text($0 + 20, 90))</p><p>\(text($0 + 40, 90))</p></article>
          """
        }, url: "https://blog.harbour-wire.example/"),
      page(
        "Index of /archive/2023",
        "<h1>Index of /archive/2023</h1><pre><a href=../>Parent Directory</a>\n"
          + rows(20) {
            "<a href=page\($0).html>page\($0).html</a> 2023-02-\($0 + 1) 10:0\($0 % 10)  \($0 * 3)K"
          }
          + "</pre>"),
    ])

  /// Tables of results and prices.
  static let tables = samples(
    "table",
    [
      page(
        "Football results",
        "<h1>Football results</h1><table>"
          + rows(30) {
            "<tr><td>Elm Bay \($0)</td><td>\($0 % 5) - \($0 % 3)</td><td>Port Ellis \($0)</td><td>FT</td></tr>"
          }
          + "</table>"),
      page(
        "Share prices",
        "<h1>Share prices</h1><table><tr><th>Name</th><th>Price</th><th>Change</th></tr>"
          + rows(40) {
            "<tr><td>Ferry Company \($0)</td><td>\($0 * 7).\($0)</td><td>+0.\($0)%</td></tr>"
          }
          + "</table>"),
      page(
        "League table",
        "<h1>League table</h1><table>"
          + rows(20) {
            "<tr><td>\($0 + 1)</td><td>Bay Rovers \($0)</td><td>\($0)</td><td>\(60 - $0)</td></tr>"
          }
          + "</table><p>Updated after every match.</p>"),
      page(
        "TV guide",
        "<h1>TV guide</h1><table>"
          + rows(20) { "<tr><td>\($0 + 3):00</td><td>\(headline($0))</td></tr>" } + "</table>"),
      page(
        "Results: Sunday league",
        "<h1>Results: Sunday league</h1><ul>"
          + rows(25) { "<li>Elm Bay Rovers \($0 % 4) - \($0 % 3) Port Ellis United</li>" } + "</ul>"
      ),
    ])

  /// Threads of a forum.
  static let threads = samples(
    "forum thread",
    [
      page(
        "Which boat for the bay? - Sailing forum",
        "<h1>Which boat for the bay?</h1>"
          + rows(8) {
            """
            <div class=post id=post\($0)><div class=user>sailor\($0 * 17)</div><div>Joined: 20\($0 + 10) Posts: \($0 * 91)</div>
            <div>\(date($0)), 09:1\($0 % 10) #\($0 + 1)</div><div class=message>\(text($0, 51))</div>
            <a href=#reply>Reply</a> <a href=#quote>Quote</a></div>
            """
          }, url: "https://forum.harbour-wire.example/threads/which-boat.1234/"),
      page(
        "Old lighthouse | Community",
        "<h1>Old lighthouse</h1>"
          + rows(6) {
            """
            <article class=message><h4>gull\($0)</h4><span>Member</span><span>\(date($0))</span><div>\(text($0, 40))</div>
            <ul><li><a href=#like>Like</a><li><a href=#q>Quote</a><li><a href=#r>Report</a></ul></article>
            """
          }, url: "https://harbour-wire.example/viewtopic.php?t=77"),
      page(
        "Best bait for cod",
        "<h1>Best bait for cod</h1>"
          + rows(7) {
            """
            <table><tr><td>angler\($0)<br>Posts: \($0 * 31)<br>Joined: 2015</td><td>Posted: \(date($0))<br>
            \(text($0, 34))</td></tr></table>
            """
          }),
    ])

  /// Articles that have something of such pages.
  static let articlesWithLists = samples(
    "article with a list",
    [
      page(
        "How the storm unfolded",
        "<h1>How the storm unfolded</h1>"
          + rows(6) { "<h3>\(date($0))</h3><p>\(text($0, 51))</p>" }),
      page(
        "Ten questions to the mayor",
        "<h1>Ten questions to the mayor</h1>"
          + rows(10) { "<p><b>What of the harbour in \($0 + 2030)?</b></p><p>\(text($0, 34))</p>" }),
      page(
        "Ferry late again",
        "<h1>Ferry late again</h1>" + rows(4) { "<p>\(text($0, 34))</p>" }
          + "<div id=comments><h3>Comments</h3>"
          + rows(6) {
            "<div class=comment><b>gull\($0)</b><p>\(text($0 + 20, 17))</p><a href=#>Reply</a></div>"
          } + "</div>"),
      page(
        "Rovers win the league",
        "<h1>Rovers win the league</h1>" + rows(3) { "<p>\(text($0, 34))</p>" } + "<table>"
          + rows(20) { "<tr><td>Team \($0)</td><td>\($0)</td><td>\($0 * 2)</td></tr>" } + "</table>"
      ),
    ])

  /// Galleries whose captions are all alike.
  static let equalCaptions = samples(
    "equal captions",
    [
      page(
        "In pictures: carnival",
        "<h1>In pictures: carnival</h1>"
          + rows(12) {
            "<figure><img src=\($0).jpg><figcaption>The carnival in Elm Bay drew thousands of visitors on Sunday. Photo: Ada Marsh</figcaption></figure>"
          }, head: "<meta property='og:type' content='article'>"),
      page(
        "Storm over the bay",
        "<h1>Storm over the bay</h1>"
          + rows(10) {
            "<div class=slide><img src=\($0).jpg><p>The storm reached the harbour in the evening</p></div>"
          }, head: "<meta property='og:type' content='article'>"),
      page(
        "Photos: carnival",
        "<h1>Photos: carnival</h1><p>By Ada Marsh</p>"
          + rows(15) {
            "<div><img src=\($0).jpg><p>Visitors watch the carnival in the streets of Elm Bay on Sunday.</p></div>"
          }),
    ])
}
