extension PageKinds {
  private static func wall(
    _ title: String, _ lines: [String], lang: String = "en", buttons: [String] = []
  ) -> (String?, String) {
    let button = buttons.map { "<button>\($0)</button>" }.joined()
    return page(
      title, "<h1>\(title)</h1>" + lines.map { "<p>\($0)</p>" }.joined() + button, lang: lang)
  }

  /// Pages that say that something is not there.
  static let missing = samples(
    "missing page",
    [
      wall(
        "Página no encontrada | Diario de la Bahía",
        [
          "La página que busca no existe o ha cambiado de dirección. Vuelva a la portada o use el buscador."
        ],
        lang: "es"),
      wall(
        "页面不存在", ["抱歉，您访问的页面不存在或已被删除。请返回首页，或者使用上方的搜索功能查找您需要的内容。"], lang: "zh"),
      wall(
        "Page introuvable - Le Courrier de la baie",
        [
          "La page que vous recherchez n'existe pas ou a été déplacée. Vous pouvez revenir à la page d'accueil du site."
        ],
        lang: "fr"),
      wall(
        "Seite nicht gefunden",
        [
          "Die angeforderte Seite konnte leider nicht gefunden werden. Zur Startseite geht es hier entlang."
        ],
        lang: "de"),
      wall(
        "Страница не найдена",
        [
          "Запрошенная страница не найдена. Возможно, она была удалена или её адрес изменился. Перейдите на главную."
        ],
        lang: "ru"),
      wall(
        "ページが見つかりません", ["お探しのページは移動または削除された可能性があります。トップページに戻って、もう一度お探しください。"], lang: "ja"),
      wall(
        "الصفحة غير موجودة",
        [
          "عذرا، الصفحة التي تبحث عنها غير موجودة أو تم حذفها. يمكنك العودة إلى الصفحة الرئيسية للموقع والبحث فيه."
        ],
        lang: "ar"),
      wall(
        "Oops!",
        [
          "We can't seem to find the page you're looking for. It may have been moved or deleted. Try searching, or go back to the home page."
        ]),
      wall(
        "Ups",
        [
          "Strona, której szukasz, nie istnieje lub została przeniesiona. Wróć na stronę główną albo skorzystaj z wyszukiwarki."
        ],
        lang: "pl"),
      wall(
        "Error",
        [
          "The requested URL was not found on this server. If you entered the URL manually please check your spelling and try again."
        ]),
    ])

  /// Pages that ask whether the reader is a person, or for a browser that runs scripts.
  static let robotChecks = samples(
    "robot check",
    [
      wall(
        "Are you a robot?",
        [
          "To continue, please click the box below to let us know you're not a robot. Why did this happen? Please make sure your browser supports JavaScript and cookies."
        ]),
      wall(
        "harbour-wire.example",
        [
          "Verifying you are human. This may take a few seconds. harbour-wire.example needs to review the security of your connection before proceeding. Ray ID: 7f1e2d3c4b5a"
        ]),
      wall(
        "One more step",
        [
          "Please complete the security check to access harbour-wire.example. Why do I have to complete a CAPTCHA? Completing the CAPTCHA proves you are a human and gives you temporary access to the web property."
        ]),
      wall(
        "Harbour Wire",
        [
          "JavaScript is disabled in your browser. Please enable JavaScript to proceed. A required part of this site couldn't load."
        ]),
      wall(
        "Küstenbote",
        [
          "Bitte aktivieren Sie JavaScript in Ihrem Browser, um diese Seite in vollem Umfang nutzen zu können, und laden Sie die Seite neu."
        ],
        lang: "de"),
      wall(
        "Le Courrier",
        [
          "Vous devez activer JavaScript dans votre navigateur pour lire ce site. Rechargez ensuite la page s'il vous plaît."
        ], lang: "fr"),
      wall(
        "Sorry, you have been blocked",
        [
          "You are unable to access harbour-wire.example. This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution."
        ]),
    ])

  /// Other notices in place of a page.
  static let notices = samples(
    "notice",
    [
      wall(
        "Ad blocker detected",
        [
          "We noticed that you are using an ad blocker. Please turn off your ad blocker to continue reading: advertising pays for our reporters."
        ]),
      wall(
        "Are you over 18?",
        [
          "This site has content about alcohol. Please confirm that you are of legal drinking age in your country to go on."
        ], buttons: ["Yes", "No"]),
      wall(
        "Something went wrong",
        [
          "An unexpected error occurred while processing your request. Please try again later, or contact us if it goes on."
        ]),
      wall(
        "We will be back soon",
        [
          "The site is down for maintenance at the moment. We apologise for the inconvenience and will be back online shortly."
        ]),
      wall(
        "Une erreur est survenue",
        [
          "Une erreur est survenue lors du chargement de la page. Veuillez réessayer dans quelques minutes, merci."
        ], lang: "fr"),
    ])

  /// Pages that are not shown in the reader's country.
  static let legalBlocks = samples(
    "legal block",
    [
      wall(
        "451: Unavailable due to legal reasons",
        [
          "We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time."
        ]),
      wall(
        "Unavailable",
        [
          "Unfortunately, our website is currently unavailable in most European countries. We are engaged on the issue and committed to looking at options that support our full range of digital offerings to the EU market."
        ]),
      wall(
        "Harbour Wire",
        [
          "This content is not available in your region. Due to European data protection rules we cannot show you this site at the moment."
        ]),
    ])

  /// Pages that ask for consent before anything is shown.
  static let consentWalls = samples(
    "consent wall",
    [
      wall(
        "Le Courrier de la baie",
        [
          "Le respect de votre vie privée est notre priorité. Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et consulter des données personnelles comme votre visite sur ce site.",
          "Vous pouvez retirer votre consentement à tout moment ou vous opposer aux traitements en cliquant sur « En savoir plus ».",
        ], lang: "fr", buttons: ["Accepter et fermer", "Continuer sans accepter"]),
      wall(
        "Abonnez-vous ou acceptez les cookies",
        [
          "Pour accéder gratuitement à nos contenus, vous pouvez accepter les traceurs publicitaires. Sinon, abonnez-vous et lisez sans publicité personnalisée."
        ],
        lang: "fr", buttons: ["Accepter", "S'abonner"]),
      wall(
        "Informativa",
        [
          "Noi e i nostri partner archiviamo informazioni su un dispositivo, come i cookie, e trattiamo i dati personali per annunci personalizzati.",
          "Con il tuo consenso possiamo utilizzare dati di geolocalizzazione precisi. Puoi accettare o rifiutare e cambiare le tue preferenze in ogni momento.",
        ], lang: "it", buttons: ["Accetta", "Rifiuta"]),
      wall(
        "Küstenbote",
        [
          "Wir und unsere Partner verarbeiten personenbezogene Daten mit Cookies, um Ihnen Anzeigen zu zeigen, die zu Ihren Interessen passen.",
          "Ihre Einwilligung können Sie jederzeit in den Einstellungen zum Datenschutz widerrufen.",
        ], lang: "de", buttons: ["Alle akzeptieren", "Einstellungen"]),
      wall(
        "Diario de la Bahía",
        [
          "Con su acuerdo, nosotros y nuestros socios usamos cookies para almacenar y acceder a datos personales, como su visita a esta web.",
          "Puede retirar su consentimiento u oponerse al tratamiento de datos en cualquier momento en nuestra política de privacidad.",
        ], lang: "es", buttons: ["Aceptar y continuar", "Rechazar"]),
      wall(
        "Harbour Wire",
        [
          "We and our partners store and access information on your device, such as cookies, and process personal data for personalised ads.",
          "You can accept or manage your choices at any time. Your preferences will apply to this website only.",
        ], buttons: ["Accept all", "More options"]),
    ])

  /// Pages that servers, registrars and shops show.
  static let serverPages = samples(
    "server page",
    [
      wall(
        "harbour.example",
        ["This domain is for sale. Buy this domain now, or make an offer to its owner."]),
      wall(
        "Diese Domain steht zum Verkauf",
        ["Die Domain hafen.example wurde von ihrem Inhaber geparkt und kann gekauft werden."],
        lang: "de"),
      wall(
        "Apache2 Ubuntu Default Page: It works",
        ["It works!"]
          + (0..<20).map { "The files of the server lie in folder \($0) and can be changed there." }
      ),
      wall(
        "Welcome to nginx!",
        ["If you see this page, the nginx web server is successfully installed and working."]),
      wall(
        "Informativa",
        [
          "Noi e terze parti usiamo cookie o tecnologie simili per finalità tecniche e, con il tuo consenso, per altre.",
          "Puoi dare o negare il consenso in qualsiasi momento. Usa il pulsante Accetta per acconsentire.",
        ], lang: "it"),
      wall(
        "Gestisci il consenso",
        [
          "Per dare le migliori esperienze usiamo tecnologie che ricordano i dati del dispositivo e le visite."
        ],
        lang: "it", buttons: ["Accetta"]),
    ])

  static let products = samples(
    "product page",
    [
      page(
        "Brass lamp | Harbour Shop",
        "<h1>Brass lamp</h1><p>$49.99</p><button>Add to cart</button><p>\(text(5, 60))</p>"
          + "<ul><li>In stock</li><li>Free shipping</li></ul>"),
      page(
        "Messinglampe | Hafenladen",
        "<h1>Messinglampe</h1><p>\(text(6, 60))</p><a href=/cart>In den Warenkorb</a>", lang: "de"),
      page(
        "Brass lamp", "<h1>Brass lamp</h1><p>\(text(7, 60))</p>",
        head: "<meta property=og:type content=product>"),
    ])

  private static let note = "By Ada Marsh"

  /// Short articles on what such pages speak of.
  static let shortArticles = samples(
    "short article",
    [
      page(
        "Ferry company fined over cookies",
        """
        <h1>Ferry company fined over cookies</h1>
        <p>The privacy regulator has fined the ferry company of Elm Bay 40,000 pounds for tracking visitors of its website with cookies before they could accept or refuse them.</p>
        <p>The company asked for consent only after the data had been sent to advertisers, the regulator said on Tuesday. It has four weeks to appeal.</p>
        """),
      page(
        "Reederei muss wegen Cookies zahlen",
        """
        <h1>Reederei muss wegen Cookies zahlen</h1>
        <p>Die Reederei von Elmbucht muss 40.000 Euro zahlen, weil sie Cookies für Werbung setzte, bevor Besucher zustimmen konnten, teilte die Behörde für Datenschutz am Dienstag mit.</p>
        <p>Die Einwilligung sei erst danach abgefragt worden. Das Unternehmen kündigte an, das Urteil zu akzeptieren.</p>
        """, lang: "de"),
      page(
        "Une compagnie sanctionnée pour ses cookies",
        """
        <h1>Une compagnie sanctionnée pour ses cookies</h1>
        <p>La compagnie de ferries de la baie devra payer 40 000 euros pour avoir déposé des cookies publicitaires avant que les visiteurs ne puissent accepter ou refuser, a annoncé mardi le régulateur.</p>
        <p>Le consentement n'était demandé qu'après l'envoi des données personnelles aux annonceurs.</p>
        """, lang: "fr"),
      page(
        "Lost page of old map not found",
        """
        <h1>Lost page of old map not found</h1>
        <p>The page that is missing from the oldest map of Elm Bay was not found in the archive of the county, the museum said on Monday after a search of three weeks.</p>
        """),
      page(
        "Town website blocked by attack",
        """
        <h1>Town website blocked by attack</h1>
        <p>Residents could not reach the website of Elm Bay on Tuesday after an attack. Browsers showed a security check and a captcha, the council said, and it hopes to be back by the evening.</p>
        """),
    ])
}
