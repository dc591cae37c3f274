/// Words of the lines round a headline that say who wrote an article and when, in the languages of
/// news sites; lower case. Facts about how news pages are written.
enum SignatureWords {
  /// Words before an author's name.
  static let introductions = phrases(
    """
    by;written by;story by;words by;words;text by;report by;reporting by;reported by;posted by;published by;
    analysis by;opinion by;review by;interview by;interview;interview von;ein interview von;das interview führte;
    erstellt von;verfasst von;geschrieben von;veröffentlicht von;kommentar von;ein kommentar von;analyse von;
    author;authors;reporter;von;ein artikel von;ein beitrag von;autor;autorin;autoren;text;
    par;auteur;auteurs;autrice;propos recueillis par;por;texto;redacción;redactor;di;a cura di;autore;autrice;
    autores;door;tekst;auteur;autorzy;autorka;oprac;opracowanie;af;av;skribent;författare;tekijä;teksti;
    napsal;napsala;autoři;írta;szerző;de;autorul;scris de;yazan;yazar;muhabir;haber;oleh;penulis;
    tác giả;автор;авторы;автори;текст;корреспондент;журналист;кореспондент;аўтар;аутор;пише;
    συντάκτης;του;της;γράφει;بقلم;كتب;كتبت;كتب:;إعداد;الكاتب;المؤلف;نویسنده;تحریر;מאת;लेखक;लेखिका;द्वारा;
    रिपोर्ट;লেখক;நிருபர்;โดย;ผู้เขียน;ผู้สื่อข่าว;กองบรรณาธิการ
    """)
  /// Those labels that are words of headlines as well unless a colon follows.
  static let beforeColon: Set<String> = [
    "words", "interview", "photographs", "photography", "photos", "pictures", "fotos",
  ]
  /// The same in scripts without spaces, with or without a mark behind them; the longest first.
  static let joinedIntroductions = [
    "本报记者", "本報記者", "特约记者", "见习记者", "特派记者", "特派員", "通讯员", "撰稿人", "執筆者", "ライター",
    "记者", "記者", "作者", "撰文", "執筆", "取材", "筆者", "著者", "文／", "文/", "文：", "기자",
  ]
  /// Words behind the name in such scripts.
  static let joinedEndings = [
    "本报记者", "特约记者", "記者", "记者", "선임기자", "인턴기자", "객원기자", "전문기자", "기자", "특파원", "논설위원", "特派員", "报道",
    "報道", "報導",
  ]

  /// Words behind a Korean name, written apart or not.
  static let koreanOffices: Set<String> = [
    "기자", "선임기자", "인턴기자", "객원기자", "전문기자", "특파원", "논설위원",
  ]

  /// Words before a date of publication.
  static let published = phrases(
    """
    published;posted;first published;publication date;date published;date;originally published;created;
    issued;released;veröffentlicht;erschienen;erstellt;publiziert;datum;publié;publiée;paru;mis en ligne;créé;
    publicado;publicada;fecha;creado;pubblicato;pubblicata;data;gepubliceerd;geplaatst;geschreven;
    opublikowano;data publikacji;dodano;utworzono;publiceret;publisert;publicerad;publicerat;skapad;julkaistu;
    publikováno;vydáno;zveřejněno;vytvořeno;közzétéve;megjelent;publicat;publicată;yayınlanma;yayınlanma tarihi;
    yayın tarihi;giriş tarihi;giriş;oluşturulma;oluşturma tarihi;eklenme;diterbitkan;dipublikasikan;terbit;xuất bản;
    опубликовано;опубликована;дата публикации;публикация;создано;опубліковано;публікація;публикувано;
    објављено;δημοσιεύτηκε;δημοσίευση;δημοσιεύθηκε;نشر;نُشر;نشرت;نشر في;تاريخ النشر;تم النشر;منشور;انتشار;
    تاریخ انتشار;פורסם;פורסם בתאריך;प्रकाशित;प्रकाशन;प्रकाशित तिथि;প্রকাশ;প্রকাশিত;เผยแพร่
    """)
  /// Words before the date of a change.
  static let modified = phrases(
    """
    updated;last updated;last modified;modified;revised;update;edited;last update;aktualisiert;stand;
    zuletzt aktualisiert;geändert;bearbeitet;mis à jour;mise à jour;mis a jour;modifié;modifié le;actualisé;
    actualizado;actualizada;última actualización;modificado;aggiornato;aggiornata;ultimo aggiornamento;modificato;
    atualizado;atualizada;última atualização;bijgewerkt;laatst bijgewerkt;laatste update;gewijzigd;aktualizacja;
    zaktualizowano;ostatnia aktualizacja;opdateret;oppdatert;uppdaterad;uppdaterat;senast uppdaterad;päivitetty;
    aktualizováno;aktualizované;frissítve;frissült;actualizat;güncelleme;güncellendi;son güncelleme;
    güncellenme;güncelleme tarihi;diperbarui;cập nhật;обновлено;обновлена;изменено;обновление;дата обновления;
    оновлено;обновена;ажурирано;ενημερώθηκε;ενημέρωση;تحديث;آخر تحديث;تم التحديث;عُدل;به روز;به‌روزرسانی;
    עודכן;אחרון עודכן;अपडेट;अपडेटेड;अद्यतन;अंतिम अपडेट;আপডেট;อัปเดต;แก้ไข
    """)
  /// Both, in scripts without spaces.
  static let joinedPublished = [
    "发布时间", "發布時間", "发表时间", "公開日時", "公開日", "掲載日", "投稿日", "配信", "发布于", "发表于", "发布", "發布", "公開",
    "기사입력", "최초입력", "입력", "송고시간", "송고", "등록", "승인", "게재",
  ]
  static let joinedModified = [
    "更新时间", "更新時間", "更新日時", "更新日", "最終更新", "最后更新", "最後更新", "更新", "기사수정", "최종수정", "수정", "업데이트",
  ]

  /// Words before where a text comes from or who looked after it.
  static let sources = phrases(
    """
    source;sources;edited by;editor;photo by;photos by;photographs by;photographs;photography by;photography;
    photos;pictures by;pictures;fotos;quelle;quellen;redaktion;fuente;fonte;bron;źródło;kilde;källa;lähde;
    zdroj;forrás;sursa;kaynak;editör;sumber;editor;nguồn;источник;редактор;джерело;източник;извор;πηγή;
    المصدر;منبع;تحرير;مراجعة;מקור;स्रोत;संपादक;edited;สำนักข่าว;ที่มา
    """)
  static let joinedSources = [
    "来源", "來源", "责任编辑", "責任編輯", "责编", "编辑", "編輯", "編集", "校对", "審核", "审核", "出典", "提供", "原标题", "출처",
    "편집",
  ]

  /// Beginnings of words for minutes, of the time that reading takes.
  static let minutes = [
    "min", "dakika", "dk", "phút", "menit", "мин", "хв", "λεπτ", "دقيقة", "دقائق", "دقیقه", "דק",
    "मिनट",
    "মিনিট", "分", "นาที", "분",
  ]
  /// Words beside it.
  static let reading = words(
    """
    read reading time of to a this article story estimated approx about ca lesezeit lesedauer lesen zeit lecture \
    temps de lire tiempo lectura leer lettura tempo di leitura leestijd leestid lezen czas czytania czyta się \
    okuma süresi okunma lästid läsning lukuaika waktu baca đọc чтения время читать на чтение читання час \
    ανάγνωση χρόνος ανάγνωσης قراءة القراءة وقت مدة זמן קריאה ten ta tekst tekstu przeczytasz पढ़ें पढ़ने समय का में ~ < > +
    """)
  /// How words for reading begin.
  static let readingStems = [
    "read", "lese", "lect", "lett", "leit", "lees", "czyt", "przeczyt", "чит", "чтен", "прочт",
    "oku", "läs", "læs", "čt", "olvas",
    "baca", "đọc", "ανάγν", "قراء", "קריא", "पढ", "cit",
  ]
  static let joinedReading = ["阅读", "閱讀", "読了", "読む", "阅读时间", "読了時間", "需", "约", "約", "아티클"]

  /// Words of an age ("3 hours ago").
  static let ages = words(
    """
    ago vor il hace há fa geleden temu siden sedan sitten před óta önce yang lalu trước назад тому преди πριν \
    منذ قبل پیش לפני पहले আগে yesterday today gestern heute hier aujourd'hui ayer hoy ieri oggi ontem hoje \
    gisteren vandaag wczoraj dziś dzisiaj вчера сегодня вчора сьогодні أمس اليوم
    """)
  static let joinedAges = ["前", "전", "昨天", "今天", "昨日", "今日", "어제", "오늘", "ที่แล้ว"]

  /// Words of buttons and counters round a headline.
  static let controls = words(
    """
    share shares sharing comparte compártelo compartilhe partagez condividere teile поделитесь facebook twitter x whatsapp telegram linkedin reddit pinterest email e-mail mail sms \
    messenger flipboard threads bluesky tumblr viber vk weibo copy link print save bookmark listen comment comments \
    follow gift like likes views play pause teilen drucken merken kommentare kommentar kommentieren vorlesen anhören \
    partager imprimer envoyer commenter commentaires commentaire réagir écouter sauvegarder compartir compartilhar \
    guardar comentar comentarios comentários escuchar ouvir condividi stampa salva commenti commenta ascolta delen \
    afdrukken bewaren reacties reactie udostępnij drukuj komentarze komentarzy skomentuj posłuchaj del dela kommentarer \
    jaa tulosta sdílet tisk komentáře megosztás nyomtatás distribuie paylaş yazdır yorum yorumlar dinle bagikan cetak \
    komentar chia bình поделиться распечатать печать комментарии комментариев комментарий комментировать просмотров \
    просмотры слушать поділитися друк коментарі коментарів сподели коментари κοινοποίηση εκτύπωση σχόλια شارك مشاركة طباعة \
    استمع تعليق تعليقات التعليقات نسخ فيسبوك تويتر واتساب תגובות שתף שתפו הדפסה שיתוף הדפס शेयर साझा टिप्पणी टिप्पणियां \
    प्रिंट सुनें শেয়ার
    """)
  /// Words between those.
  static let controlFillers = words(
    """
    to this article story on via with and the font text size us as aloud google preferred source add a a- a+ small \
    large out auf per artikel diesen seite l'article par sur cet esta este en artículo artigo noticia por articolo su \
    questo dit op artykuł in ut skriv sẻ luận lưu в на статью ссылку скопировать الرابط على هذا المقال करें को
    """)
  static let joinedControls = [
    "シェア", "共有", "印刷", "保存", "ツイート", "コメント", "ブックマーク", "音声", "分享", "打印", "列印", "收藏", "评论", "評論",
    "留言", "字号",
    "字體", "字体", "點閱", "阅读数", "阅读量", "浏览", "瀏覽", "复制链接", "複製連結", "微信", "微博", "朋友圈", "扫一扫", "听新闻",
    "转发", "點擊",
    "点击", "大", "中", "小", "到", "공유", "댓글", "인쇄", "스크랩", "글자", "แชร์", "ความคิดเห็น", "พิมพ์", "บันทึก",
  ]

  /// Words between names, and between a label and what it is of.
  static let fillers = words(
    """
    and und et y e i en og och ja a ve dan и й і та و & on at in um am den der le à a el las los il alle alle ore ore \
    op om dnia o godz kl klo v saat uhr h hrs a.m p.m am pm noon midnight ist est edt gmt utc cet bst pst pdt et pt ist jst в г года في الساعة de
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Phrases by their first word, the longest first.
  private static func phrases(_ text: String) -> [String: [[String]]] {
    var table: [String: [[String]]] = [:]
    for phrase in text.split(separator: ";") {
      let words = phrase.split(whereSeparator: \.isWhitespace).map(String.init)
      if let first = words.first { table[first, default: []].append(words) }
    }
    return table.mapValues { $0.sorted { $0.count > $1.count } }
  }
}
