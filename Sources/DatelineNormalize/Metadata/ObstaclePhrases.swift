/// What pages say that stand in the way of an article, in the languages of news sites.
enum ObstaclePhrases {
  /// Titles, as ``TitleKey`` writes them.
  static let titles: [(String, [String])] = [
    (
      "error page",
      [
        "404", "page not found", "not found", "page unavailable", "page introuvable",
        "page non trouvée", "seite nicht gefunden", "nicht gefunden", "página no encontrada",
        "pagina non trovata", "página não encontrada", "pagina niet gevonden", "error 404",
        "403 forbidden", "500 internal server error", "502 bad gateway", "503 service unavailable",
        "504 gateway time out", "internal server error", "service unavailable", "bad gateway",
        "this page doesnt exist", "this page does not exist", "sorry we cant find that page",
        "410 gone", "404 not found", "404 error", "error 404 not found", "erreur 404", "fehler 404",
        "errore 404",
        "erro 404", "page inexistante", "la página no existe", "la page nexiste pas",
        "seite existiert nicht",
        "fehlerseite", "página não existe", "pagina inesistente", "deze pagina bestaat niet",
        "nie znaleziono strony", "strona nie istnieje", "strona nie została znaleziona", "błąd 404",
        "страница не найдена", "страница не существует", "ошибка 404", "сторінку не знайдено",
        "страницата не е намерена", "stránka nenalezena", "stránka nebyla nalezena",
        "stránka sa nenašla",
        "az oldal nem található", "pagina nu a fost găsită", "pagina nu există", "sayfa bulunamadı",
        "sidan hittades inte", "sidan kunde inte hittas", "siden blev ikke fundet",
        "siden finnes ikke",
        "siden ble ikke funnet", "sivua ei löytynyt", "sivua ei löydy", "η σελίδα δεν βρέθηκε",
        "stranica nije pronađena",
        "halaman tidak ditemukan", "không tìm thấy trang", "ไม่พบหน้าที่คุณต้องการ", "ไม่พบหน้า", "页面不存在",
        "页面未找到",
        "找不到页面", "找不到该页面", "頁面不存在", "找不到頁面", "找不到網頁", "ページが見つかりません", "ページが見つかりませんでした",
        "お探しのページは見つかりません", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة", "لم يتم العثور على الصفحة",
        "صفحه یافت نشد", "הדף לא נמצא", "העמוד לא נמצא", "पृष्ठ नहीं मिला", "पेज नहीं मिला",
      ]
    ),
    (
      "robot check",
      [
        "access denied", "access to this page has been denied", "just a moment", "are you a robot",
        "attention required", "captcha", "robot check", "security check", "verify you are human",
        "pardon our interruption", "please verify you are a human", "ddos guard",
        "checking your browser", "human verification", "sorry you have been blocked",
        "you have been blocked",
        "accès refusé", "zugriff verweigert", "acceso denegado", "accesso negato", "acesso negado",
        "доступ запрещён", "доступ запрещен", "访问被拒绝", "安全验证", "人机验证",
      ]
    ),
    (
      "not shown in this country",
      [
        "451", "451 unavailable for legal reasons", "unavailable for legal reasons",
        "unavailable due to legal reasons",
        "451 unavailable due to legal reasons", "not available in your region",
        "not available in your country",
      ]
    ),
    (
      "consent page",
      [
        "before you continue", "cookie consent", "we value your privacy", "your privacy choices",
        "consent", "privacy consent", "cookies einwilligung", "datenschutz einstellungen",
        "yahoo is part of the yahoo family of brands", "zustimmung", "einwilligung",
        "cookie hinweis", "consentement", "consentimiento", "consenso",
        "wir schätzen ihre privatsphäre",
        "gestisci consenso", "gestisci il consenso", "gestisci consenso cookie",
        "gestisci il consenso ai cookie", "gestisci la tua privacy", "informativa",
        "informativa sui cookie",
        "informativa estesa sui cookie", "impostazioni cookie", "preferenze cookie",
        "manage consent",
        "manage cookie consent", "manage cookies", "cookie settings", "cookie preferences",
        "cookie notice",
        "cookie einstellungen", "cookie zustimmung verwalten", "zustimmung verwalten",
        "gérer le consentement", "gérer le consentement aux cookies", "paramètres des cookies",
        "gestionar consentimiento", "gestionar el consentimiento de las cookies",
        "configuración de cookies", "gerir consentimento", "toestemming beheren",
        "cookie instellingen",
        "votre vie privée", "nous respectons votre vie privée", "valoramos su privacidad",
        "la tua privacy",
      ]
    ),
    (
      "login page",
      [
        "log in", "login", "sign in", "sign up", "anmelden", "connexion", "iniciar sesión",
        "accedi",
        "inloggen", "create an account", "register", "subscribe",
      ]
    ),
    ("search results", ["search results", "search", "suchergebnisse", "résultats de recherche"]),
  ]

  /// Titles of the pages that web servers come with, as ``TitleKey`` writes them.
  static let serverPages: Set<String> = [
    "apache2 ubuntu default page it works", "apache2 ubuntu default page",
    "apache2 debian default page",
    "apache2 debian default page it works", "apache2 default page it works", "apache2 default page",
    "apache http server test page", "apache http server test page powered by centos",
    "test page for the apache http server", "test page for the http server on rocky linux",
    "test page for the http server on red hat enterprise linux",
    "test page for the nginx http server",
    "http server test page powered by centos", "http server test page powered by rocky linux",
    "welcome to nginx", "welcome to openresty", "welcome to centos", "iis windows server",
    "iis windows",
    "iis7", "iis8", "default web site page", "default parallels plesk page",
    "web server's default page",
    "web servers default page", "domain default page", "directadmin default page",
  ]

  /// What such pages tell their reader, in small letters: no article says so.
  static let notices: [(String, [String])] = [
    (
      "error page",
      [
        "the page you are looking for", "the page you're looking for", "page you were looking for",
        "the page you requested", "page you've requested", "url was not found on this server",
        "page that you requested", "page you are trying to", "la página que busca",
        "la página que estás buscando",
        "la página que está buscando", "la página solicitada", "la page que vous recherchez",
        "la page que vous cherchez",
        "la page demandée", "la page que vous avez demandée", "die angeforderte seite",
        "die gewünschte seite",
        "die aufgerufene seite", "die von ihnen gesuchte seite", "die gesuchte seite",
        "la pagina che cerchi",
        "la pagina che stai cercando", "la pagina richiesta", "a página que você",
        "a página que procura",
        "a página solicitada", "de pagina die u zoekt", "de pagina die je zoekt",
        "de opgevraagde pagina",
        "strona, której szukasz", "podana strona nie", "żądana strona", "запрошенная страница",
        "запрошенной страницы",
        "запрашиваемая страница", "страница, которую вы", "сторінка, яку ви", "запитувана сторінка",
        "stránka, kterou hledáte", "požadovaná stránka", "a keresett oldal",
        "pagina pe care o cauți",
        "pagina pe care o căutați", "pagina căutată", "aradığınız sayfa", "sidan du söker",
        "sidan du letar", "siden du leter",
        "siden du leder", "etsimääsi sivua", "hakemaasi sivua", "η σελίδα που ζητήσατε",
        "η σελίδα που αναζητάτε",
        "stranica koju tražite", "страница коју тражите", "страницата, която търсите",
        "halaman yang anda cari",
        "trang bạn", "หน้าที่คุณค้นหา", "您访问的页面", "您要访问的页面", "你访问的页面", "您查找的页面", "您请求的页面", "您訪問的頁面",
        "您要找的頁面", "您瀏覽的頁面", "お探しのページ", "指定されたページ", "ご指定のページ", "요청하신 페이지", "찾으시는 페이지",
        "الصفحة التي تبحث عنها",
        "الصفحة المطلوبة", "صفحه مورد نظر", "הדף שחיפשת", "העמוד שחיפשת", "आप जिस पेज", "आप जिस पृष्ठ",
      ]
    ),
    (
      "robot check",
      [
        "you're not a robot", "you are not a robot", "i'm not a robot", "verify you are human",
        "verifying you are human",
        "verify that you are human", "verify you're human", "complete the security check",
        "complete a captcha",
        "checking your browser before", "unusual traffic from your",
        "review the security of your connection",
        "you are unable to access", "pas un robot", "kein roboter", "no eres un robot",
        "no es un robot", "no soy un robot",
        "non sei un robot", "não é um robô", "geen robot bent", "nie jesteś robotem", "вы не робот",
        "что вы не робот",
        "ви не робот", "robot olmadığınızı", "不是机器人", "不是機器人", "ロボットではない", "로봇이 아닙니다", "لست روبوت",
      ]
    ),
    (
      "page that needs JavaScript",
      [
        "javascript is disabled", "enable javascript", "javascript is required",
        "javascript must be enabled",
        "requires javascript", "turn on javascript", "activer javascript", "activez javascript",
        "javascript est désactivé", "javascript aktivieren", "aktivieren sie javascript",
        "javascript ist deaktiviert",
        "javascript zu aktivieren", "habilite javascript", "active javascript",
        "activar javascript", "habilitar javascript",
        "activa javascript", "abilita javascript", "abilitare javascript", "attiva javascript",
        "attivare javascript",
        "ative o javascript", "habilitar o javascript", "ativar o javascript",
        "habilite o javascript",
        "javascript inschakelen", "schakel javascript", "javascript in te schakelen",
        "włącz javascript",
        "włączyć javascript", "włącz obsługę javascript", "включите javascript",
        "включить javascript",
        "javascript отключен", "увімкніть javascript", "javascript'i etkinleştirin", "启用javascript",
        "启用 javascript",
        "啟用javascript", "啟用 javascript", "开启javascript", "javascriptを有効", "javascript を有効",
        "javascript를 활성",
        "تفعيل javascript", "تفعيل جافا",
      ]
    ),
    (
      "parked domain",
      [
        "this domain is for sale", "domain name is for sale", "this domain may be for sale",
        "buy this domain", "purchase this domain", "inquire about this domain",
        "this domain is parked",
        "domain is parked", "domain has been parked", "this domain name has expired",
        "this domain has expired", "domain has recently been registered",
        "diese domain steht zum verkauf", "domain steht zum verkauf", "domain ist geparkt",
        "domain wurde registriert", "domain ist registriert", "ce nom de domaine est à vendre",
        "domaine est à vendre", "ce domaine est à vendre", "este dominio está en venta",
        "dominio está a la venta", "questo dominio è in vendita", "dominio è in vendita",
        "este domínio está à venda", "domein is te koop", "domeinnaam is te koop",
        "domena jest na sprzedaż",
        "домен продаётся", "домен продается",
      ]
    ),
    (
      "page of a web server",
      [
        "web server is successfully installed", "this is the default welcome page used to test",
        "page is used to test the proper operation", "this is the default web page for this server",
        "this is a default index page", "account has been suspended. please contact",
        "this account has been suspended", "the web server software is running but no content",
      ]
    ),
    (
      "not shown in this country",
      [
        "country belonging to the european economic area", "access cannot be granted at this time",
        "unavailable in most european countries", "not available in your region",
        "not available in your country",
        "not available in your location", "isn't available in your", "unavailable in your country",
        "unavailable in your region", "not available to visitors from",
        "not available to readers in the e",
        "in ihrem land nicht verfügbar", "in ihrer region nicht verfügbar",
        "in deinem land nicht verfügbar",
        "pas disponible dans votre pays", "pas disponible dans votre région",
        "pas accessible depuis votre pays",
        "no está disponible en su país", "no está disponible en tu país",
        "no está disponible en su región",
        "non è disponibile nel tuo paese", "não está disponível no seu país",
        "não está disponível na sua região",
        "niet beschikbaar in uw land", "niet beschikbaar in jouw land", "недоступен в вашей стране",
        "недоступен в вашем регионе", "недоступна в вашей стране", "niedostępna w twoim kraju",
        "您所在的地区", "您所在的國家",
        "您所在的国家", "お住まいの地域では", "غير متاح في بلدك",
      ]
    ),
  ]

  /// The same of a few words: longer texts may say so.
  static let briefNotices: [(String, [String])] = [
    (
      "error page",
      [
        "an unexpected error", "an error has occurred", "an error occurred while",
        "something went wrong",
        "es ist ein fehler aufgetreten", "ein unerwarteter fehler", "une erreur est survenue",
        "une erreur s'est produite", "se ha producido un error", "ha ocurrido un error",
        "si è verificato un errore",
        "ocorreu um erro", "er is een fout opgetreden", "er is iets misgegaan", "er ging iets mis",
        "wystąpił błąd",
        "произошла ошибка", "сталася помилка", "ett fel har uppstått", "der opstod en fejl",
        "došlo k chybě",
        "bir hata oluştu", "terjadi kesalahan", "đã xảy ra lỗi", "发生错误", "出错了", "發生錯誤",
        "エラーが発生しました",
        "오류가 발생", "حدث خطأ",
      ]
    ),
    (
      "page out of service",
      [
        "down for maintenance", "undergoing maintenance", "under maintenance",
        "scheduled maintenance",
        "will be back shortly", "be back online shortly", "wartungsarbeiten nicht erreichbar",
        "wegen wartungsarbeiten",
        "site en maintenance", "actuellement en maintenance", "en mantenimiento", "in manutenzione",
        "em manutenção",
        "in onderhoud", "przerwa techniczna", "ведутся технические работы", "メンテナンス中", "系统维护",
        "系統維護",
      ]
    ),
    (
      "ad blocker notice",
      [
        "ad blocker detected", "adblocker detected", "using an ad blocker", "using an adblocker",
        "disable your ad blocker",
        "turn off your ad blocker", "disable your adblock", "werbeblocker deaktivieren",
        "adblocker deaktivieren",
        "ihren adblocker", "ihren werbeblocker", "votre bloqueur de publicité",
        "désactiver votre adblock",
        "désactivez votre bloqueur", "tu bloqueador de anuncios", "su bloqueador de anuncios",
        "disattiva il tuo adblock", "disattiva l'adblock", "seu bloqueador de anúncios",
        "je adblocker", "uw adblocker",
        "wyłącz adblock", "отключите блокировщик", "广告拦截", "広告ブロック",
      ]
    ),
    (
      "age check",
      [
        "are you over 18", "are you over 21", "are you 18 or", "you must be 18", "you must be 21",
        "of legal drinking age",
        "confirm your age", "verify your age", "sind sie über 18", "bist du über 18",
        "bestätigen sie ihr alter",
        "avez-vous plus de 18", "êtes-vous majeur", "eres mayor de edad", "es usted mayor de",
        "sei maggiorenne",
        "hai più di 18", "tem mais de 18", "ben je 18", "bent u 18", "czy masz ukończone 18",
        "вам исполнилось 18",
        "вам есть 18", "18 yaşından büyük",
      ]
    ),
  ]

  /// What consent is asked for.
  static let consentSubjects = [
    "cookie", "tracking", "traceur", "datenschutz", "privacy", "confidentialité", "privacidad",
    "privacidade", "werbung", "anzeigen", "personalised ads", "personalized ads", "personal data",
    "personenbezogen", "données personnelles", "datos personales", "vie privée", "partenaires",
    "partner", "socios",
    "parceiros", "dati personali", "dados pessoais", "annunci personalizzati", "persoonsgegevens",
    "persoonlijke gegevens", "dane osobowe", "danych osobowych", "partnerzy", "personuppgifter",
    "personoplysninger",
    "персональных данных", "партн", "kişisel veri", "çerez", "个人数据", "クッキー", "쿠키",
    "publicité personnalisée",
    "publicitaires", "terze parti", "tecnologie simili", "similar technologies", "third parties",
    "technologies similaires", "ähnliche technologien", "tecnologías similares",
    "tecnologias semelhantes",
  ]
  /// Words of saying yes or no to it.
  static let consentAnswers = [
    "akzeptier", "zustimm", "einwillig", "accept", "consent", "agree", "aceptar", "acepto",
    "accetta", "akkoord", "anmelden", "votre accord", "rifiutare", "rechazar", "refuser", "acuerdo",
    "consenso",
    "consenti", "acconsent", "toestemming", "accepteren", "zgod", "zgadzam", "akceptuj", "samtyck",
    "samtykke",
    "godkänn",
    "соглас", "принять", "onay", "kabul", "同意", "동의", "manage your choices", "your choices",
    "abonnez-vous",
  ]
  /// Words that address a reader or say who asks.
  static let addresses: Set<Substring> = [
    "we", "our", "us", "you", "your", "wir", "unser", "unsere", "unseren", "unserer", "du", "dein",
    "deine", "nous", "nos",
    "notre", "vous", "votre", "vos", "nosotros", "nuestro", "nuestra", "nuestros", "nuestras",
    "usted", "tus", "noi",
    "nostro", "nostri", "nostra", "nostre", "tuo", "tuoi", "tua", "tue", "puoi", "nosso", "nossos",
    "nossa", "nossas",
    "você", "wij", "ons", "onze", "u", "uw", "je", "jouw", "my", "nasi", "nasze", "naszych",
    "twoje", "twoich", "twoja",
    "vi", "våra", "vår", "vores", "våre", "din", "dina", "ditt", "мы", "наши", "нас", "вы", "ваш",
    "ваши", "вас", "biz",
    "siz", "我们", "您", "私たち", "当社",
  ]
  /// The same with a capital inside a sentence.
  static let formalAddresses: Set<Substring> = ["Sie", "Ihre", "Ihren", "Ihrer", "Ihnen", "Ihr"]
}
