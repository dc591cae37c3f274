/// Names of fields in other languages than English, as tables from there have them.
extension FieldNames {
  /// Names as ``FieldMapping/normalized(_:)`` writes them, with and without their accents.
  static let translated: [(field: DocumentField, names: [String])] = [
    (.key, names("artikelid kennung identifiant identificador identificatore идентификатор")),
    (
      .title,
      names(
        """
        titel überschrift ueberschrift schlagzeile titre título titulo titular encabezado titolo \
        manchete kop krantenkop заголовок название заглавие tytuł tytul nagłówek titulek nadpis \
        rubriktitel otsikko overskrift başlık baslik 标题 標題 题目 タイトル 見出し 제목 العنوان عنوان \
        titlu naslov cím cim judul
        """)
    ),
    (
      .standfirst,
      names(
        """
        untertitel vorspann teaser anreißer zusammenfassung kurzfassung beschreibung chapô chapo \
        chapeau résumé soustitre accroche entradilla bajada resumen subtítulo descripción \
        descripcion sommario occhiello sottotitolo riassunto descrizione resumo linhafina descrição \
        descricao samenvatting inleiding ondertitel лид аннотация подзаголовок описание \
        streszczenie ingress sammanfattning özet 摘要 概要
        """)
    ),
    (
      .body,
      names(
        """
        volltext inhalt artikeltext beitrag beitragstext fließtext texte contenu corps \
        textedelarticle texto contenido cuerpo testo contenuto corpo conteúdo conteudo corpodotexto \
        tekst inhoud artikeltekst текст содержание содержимое текстстатьи статья treść tresc obsah \
        brödtext innehåll brødtekst indhold innhold teksti metin içerik icerik 正文 内容 內容 本文 본문 내용 \
        النص المحتوى متن conținut continut tekstclanka szöveg szoveg isi
        """)
    ),
    (
      .published,
      names(
        """
        datum erscheinungsdatum veröffentlicht veröffentlichtam veröffentlichungsdatum \
        veroeffentlicht veroeffentlichungsdatum erschienen publikationsdatum datedepublication \
        datepublication datedeparution publiéle fecha fechadepublicación fechapublicación \
        fechadepublicacion fechapublicacion publicado datadipubblicazione datapubblicazione \
        pubblicato datadepublicação datapublicação datadepublicacao datapublicacao publicadoem \
        publicatiedatum verschijningsdatum gepubliceerd дата датапубликации опубликовано \
        datapublikacji opublikowano dátum päiväys päivämäärä dato publiceringsdatum tarih \
        yayıntarihi 日期 发布时间 發布時間 发布日期 时间 日付 公開日 날짜 게시일 التاريخ تاريخ tanggal data
        """)
    ),
    (
      .url,
      names(
        """
        webadresse verknüpfung lien enlace dirección collegamento indirizzo ligação webadres ссылка \
        адрес odkaz adresurl bağlantı 链接 鏈接 网址 リンク 링크 الرابط
        """)
    ),
    (
      .source,
      names(
        """
        quelle zeitung herausgeber verlag quellename sourcejournal journal média fuente medio \
        periódico periodico diario fonte testata giornale veículo veiculo jornal bron krant источник \
        издание сми źródło zrodlo gazeta zdroj källa tidning kilde avis lähde kaynak gazete 来源 來源 媒体 \
        出典 출처 المصدر sursa izvor forrás sumber
        """)
    ),
    (
      .byline,
      names(
        """
        autor autoren autorin verfasser verfasserin auteur auteurs autores autora redactor autore \
        autori автор авторы autorzy författare forfatter kirjoittaja skribent yazar 作者 记者 記者 著者 기자 \
        작성자 الكاتب szerző penulis
        """)
    ),
    (
      .section,
      names(
        """
        ressort kategorie thema rubrique catégorie categorie sección seccion categoría categoria \
        sezione seção secção secao editoria rubriek рубрика категория раздел kategoria dział \
        kategori bölüm 栏目 分类 分類 カテゴリ 분류
        """)
    ),
    (.language, names("sprache langue idioma lingua língua taal язык język språk sprog dil 语言 言語")),
    (
      .modified,
      names(
        """
        aktualisiert geändert änderungsdatum misàjour modifié actualizado aggiornato atualizado \
        bijgewerkt обновлено изменено zaktualizowano
        """)
    ),
  ]

  /// Rank from which on names are those of ``translated``, which come behind the English ones.
  static let translatedRank = 1_000

  private static func names(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
