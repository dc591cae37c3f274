extension PageKinds {
  private static let places = [
    "Pier Walk", "Old Mill", "Gull Point", "Lantern House", "The Ropery", "Salt Stairs",
    "North Mole",
    "Fishers' Row", "Kelp Beach", "Signal Hill", "Customs Yard", "The Narrows",
  ]

  /// Articles made of a list, each item with a linked heading and a text: not signed, not declared.
  static let listicles = samples(
    "listicle",
    [
      page(
        "10 best walks around the bay",
        "<h1>10 best walks around the bay</h1><p>\(text(80, 40))</p>"
          + rows(10) {
            "<h2><a href='https://walks-\($0).example/'>\(places[$0])</a></h2><p>\(text($0, 51))</p>"
          }),
      page(
        "Ten places to eat by the water",
        "<h1>Ten places to eat by the water</h1><p>\(text(80, 34))</p>"
          + rows(10) {
            "<h2>\($0 + 1). <a href=/eat/\($0)>\(places[$0])</a></h2><p>\(text($0, 45))</p><p>\(text($0 + 30, 30))</p>"
          }, url: "https://harbour-wire.example/food/ten-places-to-eat-by-the-water"),
      page(
        "Seven lamps for dark evenings",
        "<h1>Seven lamps for dark evenings</h1><p>\(text(80, 51))</p>"
          + rows(7) {
            """
            <div class=item><img src=\($0).jpg><h3><a href="https://shop.example/p/\($0)">\(places[$0]) lamp</a></h3>
            <p>\(text($0, 60))</p><p>Price: $\($0 + 20)</p></div>
            """
          }),
      page(
        "The best films of 2023",
        "<h1>The best films of 2023</h1><p>\(text(80, 51))</p><ol>"
          + rows(12) {
            "<li><h3><a href=/film/\($0)>\(places[$0])</a></h3><p>\(text($0, 55))</p></li>"
          }
          + "</ol><p>\(text(81, 34))</p>"),
      page(
        "Five things to know about the spring tides",
        "<h1>Five things to know about the spring tides</h1><p>\(text(80, 34))</p>"
          + rows(5) { "<h3><a href=/tides/\($0)>\(places[$0])</a></h3><p>\(text($0, 45))</p>" }
          + "<p>\(text(81, 34))</p>"),
      page(
        "Where to stay in Elm Bay: twelve small hotels",
        "<h1>Where to stay in Elm Bay: twelve small hotels</h1><p>\(text(80, 60))</p>"
          + rows(12) {
            "<section><h2><a href='https://hotel\($0).example'>\(places[$0])</a></h2><p>\(text($0, 40))</p></section>"
          }),
      page(
        "Die 8 schönsten Strände der Bucht",
        "<h1>Die 8 schönsten Strände der Bucht</h1><p>\(text(80, 34))</p>"
          + rows(8) { "<h2><a href=/strand/\($0)>\(places[$0])</a></h2><p>\(text($0, 51))</p>" },
        lang: "de"),
      page(
        "Our favourite books this autumn",
        "<h1>Our favourite books this autumn</h1><p>\(text(80, 51))</p>"
          + rows(9) {
            "<div class=product><h3><a href='https://books.example/\($0)'>\(places[$0])</a></h3><p>\(text($0, 51))</p></div>"
          }),
      page(
        "What we read this week",
        "<h1>What we read this week</h1><p>\(text(80, 34))</p>"
          + rows(8) {
            "<h3><a href='https://paper\($0).example/x'>\(headline($0))</a></h3><p>\(text($0, 40))</p>"
          }),
      page(
        "10 soups for cold nights",
        "<h1>10 soups for cold nights</h1><p>\(text(80, 34))</p>"
          + rows(10) {
            """
            <div><img src=\($0).jpg><h2><a href=/recipes/\($0)>\(places[$0]) soup</a></h2><p>\(text($0, 40))</p>
            <a href=/recipes/\($0)>Get the recipe</a></div>
            """
          }),
    ])

  private static func story(_ number: Int, _ paragraphs: Int) -> String {
    rows(paragraphs) { "<p>\(text(number + $0, 50))</p>" }
  }

  /// Articles that share something with pages that are none.
  static let lookalikes = samples(
    "lookalike",
    [
      page(
        "Storm closes the port, as it happened",
        "<h1>Storm closes the port, as it happened</h1>"
          + rows(12) {
            "<div class=entry><h3>\(headline($0))</h3><time>\($0 + 8):15</time><span class=author>\(name($0))</span><p>\(text($0, 60))</p></div>"
          }, url: "https://harbour-wire.example/news/live/storm"),
      page(
        "About a lighthouse nobody wanted",
        "<h1>About a lighthouse nobody wanted</h1>" + story(1, 6),
        url: "https://harbour-wire.example/about-a-lighthouse"),
      page(
        "Search results: what the engines leave out",
        "<h1>Search results: what the engines leave out</h1>" + story(2, 6)),
      page(
        "Three of twelve jurors wanted to go on",
        "<h1>Three of twelve jurors wanted to go on</h1>"
          + rows(7) { "<p>\($0 + 1) of 12 jurors spoke. \(text($0, 60))</p>" }),
      page(
        "Our mission has failed, says the general",
        "<h1>Our mission has failed, says the general</h1>"
          + rows(6) {
            "<p>\"We did what we could, and our friends know it,\" he said. \(text($0, 50))</p>"
          },
        url: "https://harbour-wire.example/world/our-mission-has-failed"),
      page(
        "Why the ferry fares rise",
        "<h1>Why the ferry fares rise</h1>" + signatureLine + story(3, 6)
          + rows(10) {
            "<div><h4><a href=/n/\($0)>\(headline($0))</a></h4><p>By \(name($0)), \(date($0))</p><p>\(text($0 + 60, 17))</p></div>"
          }),
      page(
        "Our bay in winter",
        "<h1>Our bay in winter</h1>"
          + rows(5) {
            "<p>We walk along our harbour when our summer guests are gone. \(text($0, 50))</p>"
          },
        url: "https://harbour-wire.example/our-bay-in-winter"),
      page(
        "Careers at sea end early", "<h1>Careers at sea end early</h1>" + story(4, 5),
        url: "https://harbour-wire.example/careers-at-sea-end-early"),
      page(
        "How the storm looked from nine windows",
        "<h1>How the storm looked from nine windows</h1>" + story(5, 4)
          + rows(9) {
            "<figure><img src=\($0).jpg><figcaption>\($0 + 1)/9 \(text($0, 17))</figcaption></figure><p>\(text($0 + 70, 60))</p>"
          }),
      page(
        "Bridge opens after two years",
        "<h1>Bridge opens after two years</h1>" + story(6, 6),
        url: "https://harbour-wire.example/?p=812&s=1"),
      page(
        "Search for the crew goes on", "<h1>Search for the crew goes on</h1>" + story(7, 4),
        url: "https://harbour-wire.example/search-for-the-crew-goes-on"),
    ])

  /// Articles of one sentence, and ones with a robot check's headline.
  static let briefs = samples(
    "brief",
    [
      page(
        "Harbour closed on Monday",
        "<h1>Harbour closed on Monday</h1><time datetime=2024-02-11>11 February 2024</time>"
          + "<p>The harbour of Elm Bay will be closed on Monday because of a storm, the town said.</p>"
      ),
      page(
        "Are you a robot? A visit to the pier",
        "<h1>Are you a robot? A visit to the pier</h1>" + signatureLine + "<p>\(text(3, 60))</p>"),
      page(
        "Are you a robot? Ask the lighthouse",
        "<h1>Are you a robot? Ask the lighthouse</h1><p>\(text(4, 100))</p>"),
    ])

  private static let signatureLine =
    "<p class=byline>By Ada Marsh</p><time datetime=2024-02-11>11 February 2024</time>"

  static let articles =
    listicles + lookalikes + shortArticles + articlesWithLists + briefs
    + samples("front address", [articleWithFrontAddress])
}
