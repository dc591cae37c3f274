/// Sentences of invented news in many languages, as agencies write them.
enum NewsSentences {
  static let all: [String: [String]] = [
    "en": [
      "“We’re not leaving the café,” the owner said – and the council’s £3m plan was dropped.",
      "Ms. Müller’s résumé didn’t mention it…", "The ferry costs £12 a day.",
    ],
    "fr": [
      "Le maire a annoncé jeudi que le vieux marché serait rénové avant l’été.",
      "Où ira l’argent ? « Dans les écoles », répond l’élue, très applaudie.",
      "La grève a été levée à Besançon.",
    ],
    "de": [
      "Der Bürgermeister kündigte am Dienstag an, die Brücke über den Fluss zu schließen.",
      "„Wir hätten früher prüfen müssen“, sagte er – für viele Händler zu spät.",
      "Die Fähre fährt künftig stündlich.",
    ],
    "es": [
      "El alcalde anunció el jueves que el año próximo habrá más autobuses en la ciudad.",
      "¿Quién pagará la reparación? «Los dueños», respondió la señora Ibáñez.",
      "La línea volvió a abrir ayer según los técnicos.",
    ],
    "it": [
      "Il sindaco ha detto che la città riaprirà il teatro entro giovedì.",
      "Perché così tardi? Più di cento famiglie hanno già protestato, ma la società è in difficoltà.",
      "La qualità dell’acqua è migliorata.",
    ],
    "pt": [
      "A câmara aprovou na terça-feira a construção de três estações de autocarros.",
      "«Não há razão para preocupação», disse a presidente da associação de pescadores.",
      "As eleições serão no próximo verão.",
    ],
    "nl": [
      "De coördinator noemde de financiële crisis in België een ‘drama zonder weerga’.",
      "Zo’n reünie kost één miljoen euro, volgens de ministeriële commissie.",
    ],
    "sv": [
      "Kommunen har beslutat att bygga en ny bro över älven före nästa år.",
      "Många åkare är oroliga för färjan, säger hamnchefen.",
      "Domen överklagades på fredagen.",
    ],
    "da": [
      "Borgmesteren oplyste torsdag, at den nye færge først sejler til næste år.",
      "Håndværkerne måtte gå hjem, før løbet var slut.", "Ærøs fiskere får støtte.",
    ],
    "nb": [
      "Ordføreren sa torsdag at den nye broen først åpner neste år.",
      "Flere bønder på øya fikk ødelagt høsten da været slo om.", "Prøvene er på vei til Tromsø.",
    ],
    "fi": [
      "Kaupunki päätti keskiviikkona, että vanha kirjasto säilytetään.",
      "Päätös tehtiin äänin seitsemän vastaan kuusi, eikä siitä voi enää valittaa.",
      "Työt alkavat syksyllä Jyväskylässä.",
    ],
    "is": [
      "Bæjarstjórinn sagði á fimmtudag að höfnin yrði stækkuð á næsta ári.",
      "Þetta er mikilvægt fyrir sjómenn, en óvíst er hvað það kostar.",
      "Veðrið verður kalt á Ísafirði.",
    ],
    "ca": [
      "L’alcaldessa va anunciar dijous que la plaça s’obrirà abans de l’estiu.",
      "Què passarà amb el mercat? Això no ho sap ningú, diuen els veïns.",
      "La línia de tren tornarà a funcionar demà.",
    ],
    "ga": [
      "Dúirt an tAire inné go mbeidh trí scoil nua á dtógáil sa cheantar.",
      "Tá súil ag muintir na háite go dtiocfaidh feabhas ar an mbóthar.",
    ],
    "pl": [
      "Burmistrz zapowiedział w czwartek, że stary most zostanie zamknięty jesienią.",
      "Mieszkańcy żądają odszkodowań, bo woda zalała piwnice przy ulicy Łąkowej.",
      "Śledztwo umorzono, a źródło skażenia usunięto.",
    ],
    "cs": [
      "Starosta ve čtvrtek oznámil, že most přes řeku bude příští rok uzavřen.",
      "Šéf podniku to označil za zbytečné; lidé přesto žádají náhradní autobusy.",
      "Žáci dostali nové učebnice už v květnu.",
    ],
    "sk": [
      "Primátor vo štvrtok oznámil, že starý most bude budúci rok zatvorený.",
      "Ľudia žiadajú náhradné autobusy, no šéf podniku ich odmieta zaplatiť.",
      "Žiaci dostali nové učebnice ešte v máji.",
    ],
    "hu": [
      "A polgármester csütörtökön bejelentette, hogy jövőre lezárják a régi hidat.",
      "Az őszi árvíz után húsz család költözött új házba, többségük a szülőkhöz.",
      "Később döntenek a fűtésről.",
    ],
    "hr": [
      "Gradonačelnik je u četvrtak najavio da će stari most biti zatvoren do ljeta.",
      "Građani traže više autobusa, ali šef poduzeća kaže da novca nema.",
      "Žalba je odbačena, a suđenje završava uskoro.",
    ],
    "sl": [
      "Župan je v četrtek sporočil, da bodo stari most zaprli že naslednji mesec.",
      "Občani zahtevajo več avtobusov, šef podjetja pa pravi, da denarja ni.",
    ],
    "tr": [
      "Belediye başkanı perşembe günü eski köprünün gelecek yıl kapanacağını açıkladı.",
      "Işıklar söndü, ancak çocuklar okula gitmeyi sürdürdü.",
      "Şehirde ulaşım ücreti değişmeyecek.",
    ],
    "lt": [
      "Meras ketvirtadienį pranešė, kad senasis tiltas bus uždarytas kitąmet.",
      "Žmonės reikalauja daugiau autobusų, tačiau įmonės vadovė sako, kad lėšų nėra.",
    ],
    "lv": [
      "Mērs ceturtdien paziņoja, ka vecais tilts nākamgad tiks slēgts.",
      "Iedzīvotāji prasa vairāk autobusu, bet uzņēmuma vadītāja saka, ka naudas nav.",
    ],
    "et": [
      "Linnapea ütles neljapäeval, et vana sild suletakse järgmisel aastal.",
      "Inimesed nõuavad rohkem busse, kuid öösel neid juurde ei tule.",
    ],
    "ru": [
      "Мэр сообщил в четверг, что старый мост закроют на ремонт до осени.",
      "ЖИТЕЛИ ПРОТИВ", "По словам рабочих, объём воды вырос; ещё две школы переехали.",
    ],
    "uk": [
      "Міський голова повідомив у четвер, що старий міст закриють на ремонт.",
      "Її родина чекає на рішення суду вже п’ять років, але ґрунт досі забруднений.",
      "Європейські кошти надійдуть навесні.",
    ],
    "be": [
      "Мэр паведаміў у чацвер, што стары мост зачыняць на рамонт да восені.",
      "Жыхары ўсё яшчэ чакаюць аўтобусаў у суседні горад.",
    ],
    "bg": [
      "Кметът съобщи в четвъртък, че старият мост ще бъде затворен до есента.",
      "Жителите искат повече автобуси, но парите още не са осигурени.",
    ],
    "sr": [
      "Градоначелник је у четвртак најавио да ће стари мост бити затворен до јесени.",
      "Грађани траже више аутобуса, али директор каже да новца нема.",
    ],
    "el": [
      "Ο δήμαρχος ανακοίνωσε την Πέμπτη ότι η παλιά γέφυρα θα κλείσει έως το φθινόπωρο.",
      "Άγνωστο παραμένει πότε θα αρχίσουν τα έργα στο λιμάνι.",
    ],
    "he": [
      "ראש העיר הודיע ביום חמישי כי הגשר הישן ייסגר עד הסתיו.",
      "התושבים דורשים אוטובוסים נוספים, אך אין כסף.",
    ],
    "ar": [
      "أعلن رئيس البلدية يوم الخميس أن الجسر القديم سيغلق حتى الخريف.",
      "ويطالب السكان بمزيد من الحافلات، لكن المال غير متوفر.",
    ],
    "fa": [
      "شهردار روز پنجشنبه گفت که پل قديمي تا پاييز بسته خواهد شد."
    ],
    "th": [
      "นายกเทศมนตรีกล่าวเมื่อวันพฤหัสบดีว่าสะพานเก่าจะปิดจนถึงฤดูใบไม้ร่วง",
      "ชาวบ้านขอให้เพิ่มรถโดยสาร",
    ],
    "vi": [
      "Thị trưởng cho biết hôm thứ năm rằng cây cầu cũ sẽ đóng cửa đến mùa thu",
      "Người dân muốn có thêm xe buýt",
    ],
    "zh": ["市长星期四宣布，旧桥将关闭到秋天。", "居民要求增加公共汽车，但是没有足够的资金。"],
    "tw": ["市長星期四宣布，舊橋將關閉到秋天。", "居民要求增加公車，但是沒有足夠的經費。"],
    "ja": ["市長は木曜日、古い橋を秋まで閉鎖すると発表した。", "住民はバスの増便を求めているが、予算は足りない。"],
    "ko": ["시장은 목요일에 낡은 다리를 가을까지 폐쇄한다고 발표했다.", "주민들은 버스를 늘려 달라고 요구하지만 예산이 부족하다."],
  ]
}
