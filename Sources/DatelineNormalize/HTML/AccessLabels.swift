/// Lines that say who may read an article, which sites set above its text.
enum AccessLabels {
  /// Whether a line in small letters is nothing but such a label, marks round it apart.
  static func contains(_ line: String) -> Bool {
    let start = line.drop { !$0.isLetter }
    guard let end = start.lastIndex(where: { $0.isLetter || $0.isMark }) else { return false }
    return labels.contains(String(start[...end]))
  }

  private static let labels: Set<String> = {
    let text = """
      subscriber only;subscribers only;for subscribers;for subscribers only;subscriber exclusive;exclusive to subscribers;
      subscriber-only;subscriber-only content;subscriber-only article;members only;member exclusive;for members only;
      premium article;premium content;this article is for subscribers only;this article is for subscribers;
      share full article;gift this article;give this article;gift article;
      nur für abonnenten;exklusiv für abonnenten;für abonnenten;abonnenten-artikel;plus-artikel;premium-artikel;
      dieser artikel ist nur für abonnenten;bezahlartikel;
      article réservé aux abonnés;réservé aux abonnés;réservé à nos abonnés;article réservé à nos abonnés;abonnés;
      article abonné;contenu réservé aux abonnés;offrir cet article;
      exclusivo suscriptores;exclusivo para suscriptores;solo suscriptores;solo para suscriptores;sólo suscriptores;
      sólo para suscriptores;contenido exclusivo para suscriptores;contenido exclusivo;artículo exclusivo para suscriptores;
      exclusivo para assinantes;exclusivo para subscritores;exclusivo assinantes;só para assinantes;conteúdo exclusivo para assinantes;
      riservato agli abbonati;contenuto riservato agli abbonati;articolo riservato agli abbonati;solo per abbonati;
      solo per gli abbonati;per abbonati;alleen voor abonnees;voor abonnees;exclusief voor abonnees;premium artikel;
      tylko dla prenumeratorów;tylko dla subskrybentów;dla prenumeratorów;artykuł dla subskrybentów;
      för prenumeranter;endast för prenumeranter;låst artikel;for abonnenter;kun for abonnenter;kun for abonnementer;
      tilaajille;vain tilaajille;jen pro předplatitele;pouze pro předplatitele;článek pro předplatitele;
      csak előfizetőknek;előfizetőknek;doar pentru abonați;exclusiv pentru abonați;abonelere özel;sadece aboneler için;
      khusus pelanggan;artikel khusus pelanggan;dành cho thuê bao;
      материал доступен по подписке;доступно по подписке;доступ по подписке;только для подписчиков;статья доступна по подписке;
      для подписчиков;тільки для передплатників;лише для передплатників;доступно за передплатою;само за абонати;
      μόνο για συνδρομητές;για συνδρομητές;للمشتركين فقط;حصري للمشتركين;ویژه مشترکان;למנויים בלבד;כתבה למנויים;למנויים;
      केवल ग्राहकों के लिए;सिर्फ सब्सक्राइबर के लिए;สำหรับสมาชิกเท่านั้น;เฉพาะสมาชิก;
      有料記事;会員限定;会員限定記事;有料会員限定;有料会員限定記事;会員記事;この記事は有料記事です;この記事は会員限定です;
      付费文章;付费内容;会员专享;会员专属;仅限会员;订阅专享;付費文章;訂閱專屬;會員專屬;會員限定;유료기사;유료 기사;구독자 전용;회원 전용;
      프리미엄 기사
      """
    return Set(
      text.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map {
        String($0.drop { $0 == " " })
      })
  }()
}

extension Character {
  /// Whether a vowel sign or the like ends here.
  fileprivate var isMark: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .nonspacingMark }
  }
}
