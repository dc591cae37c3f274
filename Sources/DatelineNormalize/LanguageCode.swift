/// Languages as records name them.
enum LanguageCode {
  /// ISO 639-1 code of a name ("English", "Deutsch"), a code ("eng") or a BCP 47 tag ("en-US"), lower
  /// case; what is not known stays as given, lower case. `nil` for an empty text.
  static func normalize(_ text: String) -> String? {
    let name = TextNormalizer.line(text).lowercased()
    guard !name.isEmpty else { return nil }
    if let code = names[name] { return code }
    let tag = name.prefix { $0 != "-" && $0 != "_" && $0 != " " && $0 != "," && $0 != "(" }
    if let code = names[String(tag)] { return code }
    if tag.utf8.count == 2, tag.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { return String(tag) }
    return name
  }

  /// English and own names, and ISO 639-2 codes.
  private static let names: [String: String] = {
    let lines = """
      ar arabic ara العربية
      bg bulgarian bul български
      bn bengali ben bangla বাংলা
      bs bosnian bos bosanski
      ca catalan cat català
      cs czech ces cze čeština
      cy welsh cym wel cymraeg
      da danish dan dansk
      de german deu ger deutsch
      el greek ell gre ελληνικά
      en english eng anglais englisch inglés
      es spanish spa español castellano castilian
      et estonian est eesti
      eu basque eus baq euskara
      fa persian fas per farsi فارسی
      fi finnish fin suomi
      fr french fra fre français
      ga irish gle gaeilge
      gl galician glg galego
      gu gujarati guj
      he hebrew heb עברית iw
      hi hindi hin हिन्दी
      hr croatian hrv hrvatski
      hu hungarian hun magyar
      hy armenian hye arm
      id indonesian ind bahasa in
      is icelandic isl ice íslenska
      it italian ita italiano
      ja japanese jpn 日本語
      ka georgian kat geo
      kn kannada kan
      ko korean kor 한국어
      lt lithuanian lit lietuvių
      lv latvian lav latviešu
      mk macedonian mkd mac
      ml malayalam mal
      mr marathi mar
      ms malay msa may
      mt maltese mlt
      my burmese mya bur
      nb bokmål nob
      nl dutch nld dut nederlands flemish
      nn nynorsk nno
      no norwegian nor norsk
      pa punjabi pan panjabi
      pl polish pol polski
      ps pashto pus
      pt portuguese por português
      ro romanian ron rum română moldavian
      ru russian rus русский
      sk slovak slk slo slovenčina
      sl slovenian slv slovene slovenščina
      so somali som
      sq albanian sqi alb shqip
      sr serbian srp српски srpski
      sv swedish swe svenska
      sw swahili swa kiswahili
      ta tamil tam
      te telugu tel
      th thai tha ไทย
      tl tagalog tgl filipino
      tr turkish tur türkçe
      uk ukrainian ukr українська
      ur urdu urd اردو
      uz uzbek uzb
      vi vietnamese vie tiếng
      yo yoruba yor
      zh chinese zho chi mandarin 中文
      zu zulu zul
      """
    var table: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let code = words.first else { continue }
      // The code stands for itself first: "may" and "per" are no codes of two letters.
      for word in words { table[word.lowercased()] = code }
    }
    return table
  }()
}
