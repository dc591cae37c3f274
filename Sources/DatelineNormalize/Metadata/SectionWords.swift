/// Names of sections, which stand above headlines and in titles.
enum SectionWords {
  /// Whether a text is nothing but a section's name.
  static func isSection(_ text: String) -> Bool {
    text.utf8.count <= 60 && names.contains(TitleKey(text).text)
  }

  private static let names: Set<String> = Set(
    """
    news;home;world;world news;politics;business;sport;sports;local;local news;national;international;opinion;culture;
    entertainment;health;science;technology;tech;lifestyle;travel;education;weather;latest;latest news;breaking news;
    top stories;us news;uk news;economy;finance;markets;environment;society;region;features;analysis;comment;magazine;
    nachrichten;politik;wirtschaft;kultur;panorama;regional;lokales;aktuelles;aktuell;ausland;inland;gesellschaft;wissen;
    meinung;actualités;actualité;politique;économie;monde;société;faits divers;international;noticias;política;economía;
    deportes;cultura;mundo;sociedad;actualidad;internacional;nacional;notizie;cronaca;politica;economia;esteri;attualità;
    notícias;esportes;desporto;país;nieuws;binnenland;buitenland;economie;wiadomości;kraj;świat;aktualności;gospodarka;
    nyheter;nyheder;uutiset;zprávy;zpravodajství;hírek;știri;stiri;haberler;haber;gündem;dünya;berita;tin tức;
    новости;политика;экономика;общество;мир;спорт;в мире;новини;світ;суспільство;вести;новини;ειδήσεις;νέα;
    أخبار;الأخبار;سياسة;اقتصاد;رياضة;عالم;حوادث;חדשות;समाचार;देश;दुनिया;राजनीति;ニュース;社会;政治;経済;国際;スポーツ;
    新闻;新聞;要闻;国内;财经;體育;뉴스;정치;경제;사회
    """.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(String.init))
}
