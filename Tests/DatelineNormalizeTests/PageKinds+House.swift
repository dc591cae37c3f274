extension PageKinds {
  private static let root = "https://harbour-wire.example/"

  /// Front pages that call themselves websites.
  static let frontPages = samples(
    "front page",
    [
      page(
        "Harbour Wire", "<h1>Welcome to the bay</h1>" + rows(8) { "<p>\(text($0, 50))</p>" },
        head: website, url: root),
      page(
        "Marsh Engineering",
        "<h1>We build what stands in the sea</h1>"
          + rows(6) { "<section><h2>Our work \($0)</h2><p>\(text($0, 70))</p></section>" },
        head: website, url: "https://marsh.example"),
      page(
        "Notes from the quay",
        rows(3) {
          """
          <article><h2>\(headline($0))</h2><p class=byline>By \(name($0))</p><time datetime=\(isoDate($0))>\(date($0))</time>
          <p>\(text($0, 90))</p><p>\(text($0 + 20, 90))</p></article>
          """
        }, head: website, url: "https://quay.example/"),
      page(
        "The Islander",
        rows(9) { "<div><h3>\(headline($0))</h3><p>\(text($0, 70))</p></div>" }, head: website,
        url: root + "index.html"),
      page(
        "Harbour Wire",
        "<h1>\(headline(4))</h1>" + signatureOf(4) + rows(9) { "<p>\(text($0, 60))</p>" },
        head: website + "<link rel=canonical href='\(root)'>", url: root + "?utm_source=feed"),
      page(
        "Harbour Wire English edition",
        rows(7) { "<h2>\(headline($0))</h2><p>\(text($0, 60))</p>" },
        head: website, url: root + "en/"),
    ])

  /// The same where only the page itself says where it stands, as of files.
  static let savedFrontPages = samples(
    "saved front page",
    frontPages.filter { $0.name != "front page 2" && $0.name != "front page 4" }.map { sample in
      let address = sample.url ?? root
      return (
        nil,
        sample.html.replacing(
          website, with: website + "<link rel=canonical href='\(address)'>", maxReplacements: 1)
      )
    })

  /// An article of a site that gives all its pages the address of the front page.
  static let articleWithFrontAddress = page(
    headline(4),
    "<h1>\(headline(4))</h1>" + signatureOf(4) + rows(9) { "<p>\(text($0, 60))</p>" },
    head: website + "<link rel=canonical href='\(root)'>")

  private static func signatureOf(_ number: Int) -> String {
    "<p class=byline>By \(name(number))</p><time datetime=\(isoDate(number))>\(date(number))</time>"
  }

  private static func about(_ house: String) -> String {
    """
    <p>\(house) was founded in 1931 by two brothers and is still owned by their family. We employ 120 people in
    four offices and publish every day of the year.</p><h2>What we do</h2><p>Our reporters cover the islands, the
    port and the courts. We believe that our readers deserve facts, and we correct our mistakes in public. Our
    newsroom is independent of our owners.</p><h2>Our team</h2><p>Our editors have worked for papers in nine
    countries. We train young journalists, and our alumni lead newsrooms of their own.</p><h2>Our values</h2>
    <p>We listen, we check and we explain. Our work is paid for by our readers and our advertisers, whom we list
    in our annual report. If you want to join us, write to us.</p>
    """
  }

  /// Pages on which a house speaks of itself.
  static let housePages = samples(
    "house page",
    [
      page(
        "About us - Harbour Wire", "<h1>About us</h1>" + about("Harbour Wire"),
        url: root + "about-us"),
      page("About Harbour Wire", "<h1>About Harbour Wire</h1>" + about("Harbour Wire")),
      page(
        "Our story | Marsh Engineering", "<h1>Our story</h1>" + about("Marsh Engineering"),
        url: "https://marsh.example/company/our-story"),
      page(
        "Who we are - Harbour Wire", "<h1>Who we are</h1>" + about("Harbour Wire"),
        head: """
          <meta property='og:type' content='article'><script type='application/ld+json'>{"@type":"WebPage",
          "datePublished":"2019-03-01","name":"Who we are"}</script>
          """, url: root + "who-we-are/"),
      page(
        "Über uns – Hafenbote",
        """
        <h1>Über uns</h1><p>Der Hafenbote erscheint seit 1931 und gehört einer Genossenschaft. Wir berichten von
        den Inseln, aus dem Hafen und aus den Gerichten. Unsere Redaktion ist unabhängig.</p><h2>Unser Team</h2>
        <p>Unsere Mitarbeiter kommen aus neun Ländern. Wir bilden junge Leute aus, und unsere Leser bezahlen unsere
        Arbeit. Wir freuen uns über jede Zuschrift und jede Bewerbung.</p>
        """, url: "https://hafenbote.example/ueber-uns", lang: "de"),
      page(
        "À propos - Le Quai",
        """
        <h1>À propos</h1><p>Le Quai paraît depuis 1931 et appartient à ses lecteurs. Nous racontons les îles, le port
        et les tribunaux. Notre rédaction est indépendante et nos comptes sont publics.</p><h2>Notre équipe</h2>
        <p>Nos journalistes viennent de neuf pays. Nous formons des jeunes, et nos lecteurs paient notre travail.
        Écrivez-nous, nous répondons à toutes les lettres.</p>
        """, lang: "fr"),
      page(
        "Contact us | Harbour Wire",
        """
        <h1>Contact us</h1><p>Our newsroom is open from seven in the morning to ten at night. Write to our desk if
        you want to tell us something that we should look into, and to our readers' editor if you think that we have
        made a mistake.</p><p>Harbour Wire, 12 Quay Street, Elm Bay. Telephone 0555 1234. Our advertising department
        answers from nine to five, and our subscription service at any time.</p><p>If you would like to send us
        documents that nobody else should see, use the address of our lawyers, which we give on request.</p>
        """, url: root + "contact"),
      page(
        "Marsh Engineering at a glance",
        "<h1>Marsh Engineering at a glance</h1>" + about("Marsh Engineering"),
        head:
          "<script type='application/ld+json'>{\"@type\":\"AboutPage\",\"name\":\"At a glance\"}</script>"
      ),
      page(
        "Careers at Harbour Wire", "<h1>Careers</h1>" + about("Harbour Wire"), url: root + "careers"
      ),
      page(
        "Company | Marsh Engineering", "<h1>Company</h1>" + about("Marsh Engineering"),
        url: "https://marsh.example/company"),
    ])

  /// Answers to searches.
  static let searches = samples(
    "search",
    [
      page(
        "Search results for \"bridge\" - Harbour Wire",
        "<h1>Search results for \"bridge\"</h1>"
          + rows(10) {
            """
            <div class=result><h3><a href=/n/\($0)>\(headline($0))</a></h3><p>\(name($0)), \(date($0))</p>
            <p>\(text($0, 34))</p></div>
            """
          }, url: root + "search?q=bridge"),
      page(
        "You searched for bridge - Notes from the quay",
        "<h1>Search Results for: bridge</h1>"
          + rows(6) {
            """
            <article><h2><a href=/2024/\($0)/>\(headline($0))</a></h2><div class=entry-meta><time datetime=\(isoDate($0))>
            \(date($0))</time> by <a rel=author href=/a/\($0)>\(name($0))</a></div><p>\(text($0, 51))</p></article>
            """
          }, url: "https://quay.example/?s=bridge"),
      page(
        "Suchergebnisse für Brücke - Hafenbote",
        "<h1>Suchergebnisse für „Brücke“</h1>"
          + rows(5) {
            "<div><h2><a href=/a/\($0)>\(headline($0))</a></h2><p>\(text($0, 51))</p></div>"
          },
        lang: "de"),
      page(
        "bridge - Harbour Wire search",
        "<h1>12 results for bridge</h1><ol>"
          + rows(12) {
            "<li><a href=/n/\($0)>\(headline($0))</a><div>\(text($0, 34))</div><cite>harbour-wire.example/n/\($0)</cite></li>"
          }
          + "</ol>"),
      page(
        "Hafenbote",
        "<p>Ihre Suche nach Brücke ergab 9 Treffer</p>"
          + rows(9) {
            "<dl><dt><a href=/x/\($0)>\(headline($0))</a></dt><dd>\(text($0, 40)) <b>Brücke</b></dd></dl>"
          },
        url: "https://hafenbote.example/suche?query=Br%C3%BCcke", lang: "de"),
      page(
        "Bridge | Find | Harbour Wire",
        "<div itemscope itemtype='https://schema.org/SearchResultsPage'><h1>Bridge</h1>"
          + rows(8) {
            "<div><h3><a href=/n/\($0)>\(headline($0))</a></h3><span>By \(name($0))</span><time>\(date($0))</time><p>\(text($0, 40))</p></div>"
          } + "</div>"),
      page(
        "Results: bridge",
        "<h1>Results: bridge</h1>"
          + rows(3) {
            "<div><h3><a href=/n/\($0)>\(headline($0))</a></h3><p>\(text($0, 80))</p></div>"
          },
        url: root + "find?keyword=bridge"),
      page(
        "Résultats de recherche pour « pont »",
        "<h1>Résultats de recherche pour « pont »</h1><p>Page 1 sur 12</p>"
          + rows(10) {
            "<article><h2><a href=/n/\($0)>\(headline($0))</a></h2><p>\(date($0))</p><p>\(text($0, 40))</p></article>"
          },
        lang: "fr"),
    ])
}
