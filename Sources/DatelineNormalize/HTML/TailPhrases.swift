/// Headings of what stands in or below an article and is not its text, in the languages of news sites;
/// small letters. A heading begins with one.
enum TailPhrases {
  /// Of lists of other articles.
  static let related = phrases(
    """
    related;most read;most popular;most viewed;most shared;more from;more on this;more stories;more news;more in;
    more like this;more articles;read next;read more;read also;also read;you may also;you might also;recommended;
    recommended for you;trending;up next;next up;latest news;latest stories;latest from;latest in;top stories;
    editor's picks;editors' picks;see also;keep reading;further reading;popular stories;popular posts;popular now;
    in case you missed;from our partners;around the web;promoted stories;sponsored stories;sponsored content;
    what to read next;must read;must reads;other stories;other news;recent posts;recent articles;recent stories;
    don't miss;similar articles;elsewhere on;discover more;explore more;
    mehr zum thema;mehr aus;mehr von;mehr zu;meistgelesen;meist gelesen;meistgelesene;lesen sie auch;lesen sie mehr;
    lesen sie weiter;lies auch;das könnte sie;das könnte dich;auch interessant;weitere artikel;weitere meldungen;
    weitere nachrichten;weitere themen;ähnliche artikel;verwandte artikel;empfohlene artikel;passend zum thema;
    top-artikel;neueste artikel;aktuelle nachrichten;aus dem ressort;beliebte artikel;
    à lire aussi;lire aussi;a lire aussi;à lire également;lire également;les plus lus;articles les plus lus;
    sur le même sujet;sur le même thème;articles similaires;articles liés;articles connexes;dans la même rubrique;
    vous aimerez aussi;voir aussi;à ne pas manquer;derniers articles;nos derniers articles;plus d'articles;
    te puede interesar;también te puede interesar;puede interesarte;le puede interesar;lo más leído;lo más visto;
    más leídas;más leídos;noticias relacionadas;artículos relacionados;relacionado;relacionadas;más noticias;más sobre;
    lea también;lee también;leer más;lea más;últimas noticias;no te pierdas;recomendados;recomendadas;temas relacionados;
    leggi anche;potrebbe interessarti;ti potrebbe interessare;i più letti;le più lette;articoli correlati;
    notizie correlate;altri articoli;altre notizie;ultime notizie;consigliati;vedi anche;
    leia também;leia mais;veja também;mais lidas;mais lidos;relacionadas;notícias relacionadas;artigos relacionados;
    últimas notícias;mais notícias;você pode gostar;recomendadas para você;
    lees ook;lees meer;lees verder;meest gelezen;gerelateerd;gerelateerde artikelen;meer over;meer nieuws;ook interessant;
    czytaj także;czytaj też;czytaj również;czytaj więcej;zobacz także;zobacz też;zobacz również;najczęściej czytane;
    najpopularniejsze;polecane;polecamy;powiązane artykuły;podobne artykuły;przeczytaj także;
    läs också;läs även;läs mer;mest läst;mest lästa;les også;mest lest;læs også;mest læste;relaterat;relaterte;lue myös;
    luetuimmat;čtěte také;nejčtenější;související;přečtěte si;čítajte aj;najčítanejšie;olvasta már;kapcsolódó;
    legolvasottabb;citește și;citeste si;cele mai citite;articole similare;
    ayrıca okuyun;ilgili haberler;benzer haberler;en çok okunan;çok okunanlar;son haberler;diğer haberler;
    baca juga;berita terkait;artikel terkait;terpopuler;berita lainnya;xem thêm;tin liên quan;đọc thêm;bài liên quan;
    читайте также;читать также;читайте ещё;читайте еще;читать далее;также читайте;смотрите также;самое читаемое;
    популярное;популярные;похожие;другие новости;новости по теме;материалы по теме;ещё по теме;еще по теме;
    по теме;последние новости;главные новости;главное за;рекомендуем;вам может;читайте і;читайте також;новини за темою;
    схожі;популярні;останні новини;вижте още;още от;прочетете още;свързани;най-четени;прочитајте и;pročitajte i;
    pročitajte još;povezane vesti;najčitanije;preberite tudi;
    διαβάστε επίσης;διαβάστε ακόμη;δείτε επίσης;σχετικά άρθρα;δημοφιλή;
    اقرأ أيض;اقرأ ايض;إقرأ أيض;اقرأ المزيد;مواضيع ذات صلة;موضوعات ذات صلة;أخبار ذات صلة;مقالات ذات صلة;ذات صلة;
    الأكثر قراءة;الأكثر مشاهدة;قد يعجبك;قد يهمك;أخبار متعلقة;المزيد من;آخر الأخبار;مقالات مشابهة;مواضيع متعلقة;
    مطالب مرتبط;اخبار مرتبط;بیشتر بخوانید;پربازدید;קראו גם;כתבות נוספות;עוד בנושא;הנקראות ביותר;אולי יעניין;
    यह भी पढ़ें;यह भी पढ़े;ये भी पढ़ें;ये भी पढ़े;इसे भी पढ़ें;और पढ़ें;और भी पढ़ें;संबंधित;ताज़ा खबरें;ताज़ा ख़बरें;ताजा खबरें;सबसे ज्यादा पढ़ी;ट्रेंडिंग;आगे पढ़ें;बड़ी खबरें;আরও পড়ুন;আরো পড়ুন;
    関連記事;関連ニュース;関連リンク;関連キーワード;あわせて読みたい;合わせて読みたい;こちらもおすすめ;おすすめ記事;おすすめの記事;人気記事;
    人気の記事;ランキング;アクセスランキング;最新記事;新着記事;よく読まれている;次に読みたい;もっと読む;
    相关阅读;相关新闻;相关文章;相关报道;相关推荐;相关链接;延伸阅读;推荐阅读;推荐文章;热门文章;热门新闻;热门推荐;最新文章;更多新闻;
    猜你喜欢;为您推荐;相關新聞;相關閱讀;相關文章;相關報導;延伸閱讀;推薦閱讀;推薦文章;熱門文章;熱門新聞;最新文章;更多新聞;看更多;
    관련기사;관련 기사;많이 본 뉴스;인기 기사;추천 기사;주요뉴스;최신기사;더보기;ข่าวที่เกี่ยวข้อง;อ่านเพิ่มเติม;บทความที่เกี่ยวข้อง;ข่าวแนะนำ
    """)

  /// Of readers' comments.
  static let comments = phrases(
    """
    comments;comment;leave a comment;leave a reply;post a comment;add a comment;reader comments;join the discussion;
    join the conversation;what do you think;have your say;responses;kommentare;kommentar;leserkommentare;
    diskutieren sie mit;schreiben sie einen kommentar;commentaires;commentaire;laisser un commentaire;vos réactions;
    réactions;comentarios;deja un comentario;deja una respuesta;opiniones de los lectores;commenti;lascia un commento;
    comentários;deixe um comentário;reacties;reageer;plaats een reactie;komentarze;dodaj komentarz;kommentarer;
    kommentera;kommentit;komentáře;diskuse;diskuze;komentáre;hozzászólások;comentarii;yorumlar;yorum yap;komentar;
    bình luận;комментарии;комментариев;обсуждение;оставить комментарий;коментарі;залишити коментар;коментари;σχόλια;
    التعليقات;تعليقات;أضف تعليق;اترك تعليق;نظرات;תגובות;टिप्पणियां;टिप्पणी;コメント;コメントを書く;みんなのコメント;评论;網友評論;
    网友评论;发表评论;留言;評論;댓글;ความคิดเห็น
    """)

  /// Lines in small letters that are furniture wherever they stand in a text.
  static let lines = phrases(
    """
    continue reading;article continues below;story continues below;print this page;print this article;listen to this;
    artikel teilen;artikel drucken;weiterlesen;hier weiterlesen;lire la suite;seguir leyendo;continuar leyendo;
    continua a leggere;continue lendo;lees verder onder;czytaj dalej;devamını oku;
    подписывайтесь;подпишитесь;подписаться;следите за;читать полностью;читать дальше;оставайтесь с нами;присоединяйтесь к;
    підписуйтесь;підпишіться;читати далі;стежте за;абонирайте се;последвайте ни;εγγραφείτε;ακολουθήστε;
    اشترك في;اشتركوا في;تابعنا;تابعونا;تابعوا;حمل تطبيق;حمّل;انضم إلى;للاشتراك;مشاركة الخبر;شارك المقال;شارك الخبر;
    हमें फॉलो;फॉलो करें;सब्सक्राइब;शेयर करें;व्हाट्सएप चैनल;हमारे साथ जुड़ें;ऐप डाउनलोड;डाउनलोड करें;
    続きを読む;記事をシェア;この記事をシェア;フォローする;会員登録;無料登録;もっと見る;有料会員;残り;
    扫码关注;扫一扫;关注我们;责任编辑;責任編輯;点击查看;点击进入;阅读原文;下载客户端;分享到;分享至;加入收藏;掃碼;追蹤我們;訂閱;订阅;
    теги:;метки:;ключевые слова:;фото:;фотография:;источник:;нашли ошибку;нашли опечатку;заметили ошибку;тег:;теми:;джерело:;
    знайшли помилку;все права защищены;كلمات مفتاحية;كلمات دلالية;وسوم;الوسوم;المصدر:;جميع الحقوق محفوظة;صورة:;تصوير:;
    टैग;ताजा खबरों के लिए;ताज़ा खबरों के लिए;सभी अधिकार सुरक्षित;फोटो:;タグ：;タグ:;キーワード：;写真：;写真=;写真提供;撮影：;画像：;
    この記事は有料;記事提供社;無断転載;無断複製;転載禁止;ログインして;编辑：;编辑:;編輯：;编辑 ;责编;責編;来源：;来源:;來源：;來源:;
    版权所有;版權所有;未经授权;未經授權;转载请注明;轉載請註明;纠错;标签：;標籤：;关键词：;關鍵字：;图片来源;圖片來源;图：;圖：;摄影：;攝影：;
    本文来源;原标题：;原文链接;사진=;사진：;출처:;태그;
    구독하기;기사 공유;무단전재;저작권자;ติดตามข่าว;ติดตามเรา;theo dõi chúng tôi;ikuti kami
    """)

  /// Words that stand above or below an advertisement.
  static let advertisements: Set<String> = [
    "ad", "ads", "advertisement", "advertisements", "advertising", "sponsored", "sponsored content",
    "promoted",
    "paid content", "anzeige", "werbung", "anzeigen", "- anzeige -", "– anzeige –", "publicité",
    "publicidad", "publicidade",
    "pubblicità", "annuncio", "advertentie", "reklama", "reklam", "mainos", "annonce", "annons",
    "reclame", "iklan",
    "quảng cáo", "реклама", "на правах рекламы", "διαφήμιση", "إعلان", "اعلان", "إعلانات",
    "تبلیغات", "פרסומת", "विज्ञापन",
    "বিজ্ঞাপন", "広告", "スポンサーリンク", "广告", "廣告", "광고", "โฆษณา",
  ]

  /// Whether a line may begin with a phrase of a heading: by its first two letters, behind marks and numbers.
  /// Constant time.
  static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstIndex(where: { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) })
    else { return false }
    // A mark of three bytes.
    if line[start] == 0xE2 || line[start] == 0xEF { return true }
    guard start + 1 < line.endIndex else { return false }
    return beginnings.contains(pair(line[start], line[start + 1]))
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 {
    func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return UInt16(small(first)) << 8 | UInt16(small(second))
  }

  private static let beginnings: Set<UInt16> = {
    var pairs: Set<UInt16> = []
    for phrase in Array(related.values.joined()) + Array(comments.values.joined()) {
      for form in [phrase, phrase.prefix(1).uppercased() + phrase.dropFirst()] {
        let bytes = Array(form.utf8.prefix(2))
        if bytes.count == 2 { pairs.insert(pair(bytes[0], bytes[1])) }
      }
    }
    // 【 and the like.
    pairs.insert(pair(0xE3, 0x80))
    return pairs
  }()

  /// Whether a line begins with a phrase and little follows it.
  static func begins(_ line: String, with table: [Character: [String]]) -> Bool {
    guard let first = line.first, let phrases = table[first] else { return false }
    return phrases.contains { phrase in
      guard line.hasPrefix(phrase) else { return false }
      let rest = line.dropFirst(phrase.count)
      guard let next = rest.first else { return true }
      return !next.isLetter || next.utf8.count > 1
    }
  }

  private static func phrases(_ text: String) -> [Character: [String]] {
    var table: [Character: [String]] = [:]
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let phrase = part.drop { $0 == " " }
      if let first = phrase.first { table[first, default: []].append(String(phrase)) }
    }
    return table
  }
}
