/// Phrases of page furniture in nine languages. Facts about how news pages are written, collected by
/// reading pages; see ``PhraseTable`` for the notation.
enum FurnitureLexicon {
  static let table = PhraseTable([
    (.callToAction, callsToAction), (.strongCallToAction, strong), (.photo, photo),
    (.tailHeading, tails), (.note, notes),
  ])

  /// English words a sentence does not end with, and those of other languages: a line that ends so
  /// goes on in the next one.
  static let openEnds = WordSet(
    text: """
      the a an of in to and as by for with on at from that was is has were said told per or but who \
      which his her their its be been are have had than about into \
      der die das und mit von zu im den dem ein eine le la les de des du et à un une dans pour par \
      el los las y en con una il di e che per gli o os as do da dos w z na i het een van en op ve bir
      """)

  /// Words that begin a byline.
  static let bylineStarts = WordSet(text: "by von par por di door")

  static let monthNames = WordSet(
    text: """
      jan january feb february mar march apr april may jun june jul july aug august sep sept september \
      oct october nov november dec december januar februar märz mai juni juli oktober dezember janvier \
      février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo \
      abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile \
      maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho \
      setembro outubro dezembro stycznia lutego marca kwietnia maja czerwca lipca sierpnia września \
      października listopada grudnia januari februari maart mei augustus ocak şubat mart nisan mayıs \
      haziran temmuz ağustos eylül ekim kasım aralık
      """)

  private static let callsToAction = [
    "subscribe;newsletter;newsletters;sign up;sign in;log in;log out;logged in;signing up;signed up",
    "cookie;cookies;privacy policy;privacy notice;all rights reserved;advertisement;advertise",
    "terms of use;terms of service;terms and conditions;follow us;like us on;join our",
    "join the conversation;download the app;download our;notifications;submit your;click here",
    "tap here;read more;learn more;find out more;share this;share on;share your;your email",
    "your inbox;e mail address;email address;enter your;comments;leave a comment;create an account",
    "free trial;support our;support us;donate;affiliate;read next;up next;see also;also read",
    "more from;more on;we may earn;may receive;this article originally;this story originally",
    "republish;permission;contact us;about us;unsubscribe;follow me on;follow him on;follow her on",
    "contributed to this;can be reached at;all fields;javascript;your browser;browser settings",
    "recaptcha;captcha;load more;view all;see all;show more;back to top;skip to;jump to;close this",
    "ad choices;whatsapp channel;google news;have a tip;article continues;story continues",
    "continues below;viewed on the site;promo code;wherever you get your podcasts;our podcast",
    "sponsored;press release;copyright;^ eyewitness $;^ email :;^ e mail :;follow @",
    "^ watch :;^ video :;^ listen :;^ related :;^ more :;^ recommended :;^ also :;^ gallery :",
    "^ photos :;^ opinion :;^ quiz :;^ poll :;^ watch |;^ video |;^ watch more :;^ read :",
    // German, French, Spanish, Italian, Portuguese, Polish, Dutch, Turkish
    "abonnieren;jetzt abonnieren;anmelden;mehr lesen;lesen sie auch;mehr zum thema;zur startseite",
    "alle rechte vorbehalten;datenschutz;impressum;weiterlesen;anzeige $;jetzt anmelden",
    "abonnez vous;lire aussi;lire la suite;tous droits réservés;se connecter;inscrivez vous;à lire",
    "suivez nous;politique de confidentialité;mentions légales;publicité",
    "suscríbete;suscríbase;leer más;lea también;todos los derechos reservados;iniciar sesión",
    "síguenos;política de privacidad;publicidad;regístrate;te puede interesar",
    "iscriviti;leggi anche;leggi di più;tutti i diritti riservati;accedi;seguici;pubblicità;abbonati",
    "assine;leia mais;leia também;todos os direitos reservados;siga nos;publicidade;cadastre se",
    "czytaj także;czytaj więcej;czytaj też;zobacz także;zaloguj;wszelkie prawa zastrzeżone;reklama",
    "zapisz się;polityka prywatności;lees ook;lees meer;abonneer;inloggen;meld je aan;advertentie",
    "alle rechten voorbehouden;privacybeleid;abone ol;giriş yap;devamını oku;ayrıca okuyun",
    "tüm hakları saklıdır;gizlilik politikası;bizi takip edin;reklam",
  ]

  private static let strong = [
    "click here;subscribe to;subscribe now;sign up for;sign up to;our newsletter;to your inbox",
    "all rights reserved;we may earn;affiliate link;affiliate links;affiliate commission",
    "independently selected;use your sign up;privacy policy;terms of use;terms of service",
    "privacy notice;follow * on facebook;follow * on twitter;follow * on instagram;follow * on x $",
    "your inbox;originally appeared on;contributed to this report;contributed to this story",
    "this content can also be;wherever you get your podcasts;pic twitter com;: / / t co /",
    "join our community;jetzt abonnieren;tous droits réservés;todos los derechos reservados",
    "tutti i diritti riservati;todos os direitos reservados;wszelkie prawa zastrzeżone",
    "alle rechten voorbehouden;alle rechte vorbehalten;tüm hakları saklıdır",
  ]

  private static let photo = [
    "getty images;getty image;image :;photo :;picture :;photograph :;pic :;credit :;images :;photos :",
    "illustration :;photo credit;image credit;photo courtesy;image courtesy;photo /;image /;images /",
    "photo by;photos by;image by;images by;picture by;photograph by;photographed by;illustration by",
    "graphic by;photo via;photos via;image via;images via;photo provided;photo from;image from",
    "file photo;ap photo;shutterstock;unsplash;pixabay;pexels;depositphotos;^ file :;^ file –",
    "^ file -;via ap;via reuters;via getty;via afp;/ ap;/ reuters;/ afp;/ getty;/ shutterstock",
    "globe staff $;/ staff $;( ap $;( afp $;( reuters $;( getty $;courtesy of * $",
    "foto :;fotos :;bild :;foto von;quelle :;crédit photo;photo d archives;imagen :;fotografía :",
    "crédito :;foto di;fot .;zdjęcie :;beeld :;foto door;fotoğraf :",
  ]

  private static let tails = [
    "^ recommended;^ related;^ read more;^ read next;^ most popular;^ most read;^ more on this",
    "^ more from;^ more stories;^ more in;^ more news;^ more like this;^ trending;^ you may",
    "^ you might;^ popular;^ latest;^ top stories;^ don't miss;^ around the web;^ from the web",
    "^ promoted;^ sponsored;^ comments;^ join the;^ join our;^ sign up;^ editor's pick",
    "^ editor's picks;^ editors' picks;^ editors picks;^ also on;^ up next;^ what to read;^ must read",
    "^ share this;^ share $;^ topics;^ tags;^ tagged;^ filed under;^ about the author;^ about us",
    "^ leave a;^ newsletter;^ subscribe;^ keep reading;^ in this article;^ story timeline",
    "^ follow us;^ recent;^ further reading;^ see also;^ next article;^ previous;^ discover more",
    "^ next up;^ our partners;^ our commenting;^ in case you missed;^ support;^ explore;^ stay",
    "^ sections;^ copyright;^ get;^ we recommend;^ watch next;^ show comments;^ view comments",
    "^ reader comments;^ post a comment;^ have your say;^ contact;^ company;^ best of",
    "^ mehr zum thema;^ meistgelesen;^ das könnte sie;^ auch interessant;^ empfohlen;^ kommentare",
    "^ lesen sie auch;^ à lire aussi;^ lire aussi;^ sur le même sujet;^ les plus lus;^ commentaires",
    "^ dans la même rubrique;^ lo más leído;^ te puede interesar;^ relacionado;^ más noticias",
    "^ comentarios;^ noticias relacionadas;^ leggi anche;^ i più letti;^ articoli correlati;^ commenti",
    "^ mais lidas;^ leia também;^ veja também;^ comentários;^ relacionadas;^ czytaj także;^ zobacz też",
    "^ zobacz także;^ najczęściej czytane;^ polecane;^ komentarze;^ lees ook;^ meest gelezen;^ reacties",
    "^ gerelateerd;^ ayrıca;^ ilgili haberler;^ en çok okunan;^ çok okunanlar;^ yorumlar;^ önerilen",
  ]

  private static let notes = [
    "^ citation :;^ more information :;^ journal information :;^ provided by;^ contributing :",
    "^ this document is subject to;^ this story was originally;^ this article was originally",
    "^ this story originally;^ this article originally;^ this story was first;^ this article was first",
    "^ additional reporting;^ reporting by;^ contributors :;^ contributor :;^ editing by;^ edited by",
    "^ editors :;^ editor :;^ copy editor :;^ copy editors :;^ tags :;^ topics :;^ read the original",
    "^ follow * coverage;^ follow * on twitter;^ follow * on facebook;^ copyright;^ our standards :",
    "^ source :;^ sources :;^ via :;^ with files from;^ includes information from",
    "^ read more;^ read also;^ read next;^ read the full;^ read :;^ more :;^ related;^ see also",
    "^ also read;^ also see;^ also :;^ don't miss;^ on * com :;^ listen to;^ watch :;^ video :",
    "^ like this story;^ like this article;^ sharing is caring;^ text size;^ go here for;^ click here",
    "^ for more on;^ for more information;^ for more news;^ want more;^ subscribe;^ sign up",
    "^ find out the next;^ join us;^ want to read;^ like what you;^ you can email;^ to learn more",
    "^ lea más;^ lea también;^ leggi anche;^ leggi tutto;^ lire aussi;^ à lire;^ voir aussi;^ lesen sie",
    "^ mehr zum;^ mehr dazu;^ siehe auch;^ leia mais;^ leia também;^ veja também;^ czytaj;^ zobacz",
    "^ lees ook;^ lees meer;^ quelle :;^ quellen :;^ fuente :;^ fonte :;^ fonti :;^ źródło :;^ bron :",
  ]
}
