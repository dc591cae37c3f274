/// Month names and time zones as they stand in news dates.
enum DateWords {
  /// Key of a word: its bytes, lower case (ASCII), and its length; of a long word a hash of them. No allocation.
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for index in range.prefix(longest) {
      let byte = bytes[index]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if index - range.lowerBound < 7 {
        key = key << 8 | UInt64(lower)
      } else {
        // FNV-1a, of the bytes that find no room.
        key = (key ^ UInt64(lower)) &* 0x100_0000_01B3
      }
    }
    return key << 8 | UInt64(min(range.count, 255))
  }

  /// Bytes of a word that are looked at.
  private static let longest = 40

  private static func key(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { key($0, 0..<$0.count) }
  }

  /// Whether a word, in small letters, is the name of a month or its abbreviation.
  static func isMonth(_ word: String) -> Bool {
    let key = key(word)
    return months[key] != nil || iranianMonths[key] != nil
  }

  /// Months 1 to 12 by ``key(_:_:)``, in the forms that dates have, and their usual abbreviations: English,
  /// German, French, Spanish, Italian, Portuguese, Polish, Dutch, Turkish, Danish, Norwegian, Swedish, Finnish,
  /// Czech, Slovak, Hungarian, Romanian, Serbian, Bulgarian, Russian, Ukrainian, Greek, Indonesian, Arabic, Hebrew,
  /// Hindi. Letters beyond ASCII may be capitals.
  static let months: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for (index, line) in monthNames.enumerated() {
      for name in line.split(separator: " ") {
        let name = String(name)
        for form in [name, name.prefix(1).uppercased() + name.dropFirst(), name.uppercased()] {
          table[key(form)] = index + 1
        }
      }
    }
    return table
  }()

  /// Months 1 to 12 of the Iranian calendar by ``key(_:_:)``, with Persian and with Arabic letters.
  static let iranianMonths: [UInt64: Int] = {
    let names = [
      "فروردین فروردين", "اردیبهشت ارديبهشت", "خرداد", "تیر تير", "مرداد", "شهریور شهريور", "مهر",
      "آبان", "آذر", "دی دي", "بهمن", "اسفند",
    ]
    var table: [UInt64: Int] = [:]
    for (index, forms) in names.enumerated() {
      for form in forms.split(separator: " ") { table[key(String(form))] = index + 1 }
    }
    return table
  }()

  /// The word for "month" behind the name of one.
  static let iranianMonthWord = key("ماه")

  /// Words before a time that say whether it is one after noon (`true`); by ``key(_:_:)``.
  static let halfDays: [UInt64: Bool] = [
    key("午前"): false, key("午後"): true, key("上午"): false, key("下午"): true, key("凌晨"): false,
    key("早上"): false, key("晚上"): true, key("오전"): false, key("오후"): true,
  ]

  /// What to add to a year of an era; by ``key(_:_:)``.
  static let eras: [UInt64: Int] = [
    key("令和"): 2018, key("平成"): 1988, key("昭和"): 1925, key("民國"): 1911, key("民国"): 1911,
    key("中華民國"): 1911,
  ]

  /// Letters of the abbreviation of the Buddhist and of the common era in Thai.
  static let eraLetters: Set<UInt64> = [key("พ"), key("ค")]

  /// Words for "month" between two numbers.
  static let monthWords: Set<UInt64> = [key("tháng"), key("Tháng")]

  private static let monthNames: [String] = [
    """
    january jan januar jän jänner janvier janv enero ene gennaio gen janeiro stycznia sty januari ocak ledna \
    januára január ianuarie tammikuuta януари января янв січня јануар ιανουαρίου ιαν يناير ינואר בינואר जनवरी \
    มกราคม ژانویه জানুয়ারি
    """,
    """
    february feb febr februar février févr fév febrero febbraio fevereiro fev lutego lut februari şubat února \
    februára február februarie helmikuuta февруари февраля фев февр лютого фебруар φεβρουαρίου φεβ فبراير شباط \
    פברואר בפברואר फरवरी फ़रवरी \
    กุมภาพันธ์ فوریه ফেব্রুয়ারি
    """,
    """
    march mar märz mrz mars marzo março marca maart mrt mart marts března március martie maaliskuuta maret март \
    марта мар березня μαρτίου μαρ مارس آذار מרץ במרץ מרס במרס मार्च \
    มีนาคม مارچ মার্চ
    """,
    """
    april apr avril avr abril abr aprile kwietnia kwi nisan dubna apríla április aprilie huhtikuuta април апреля \
    апр квітня απριλίου απρ أبريل إبريل نيسان אפריל באפריל अप्रैल \
    เมษายน آوریل এপ্রিল
    """,
    """
    may mai mayo maggio mag maio maja mei mayıs maj května mája május toukokuuta май мая травня мај μαΐου μαΐ \
    مايو أيار מאי במאי मई \
    พฤษภาคม مه মে
    """,
    """
    june jun juni juin junio giugno giu junho czerwca cze haziran června júna június iunie kesäkuuta юни июня июн \
    червня јун ιουνίου ιουν يونيو يونيه حزيران יוני ביוני जून \
    มิถุนายน ژوئن জুন
    """,
    """
    july jul juli juillet juil julio luglio lug julho lipca lip temmuz července júla július iulie heinäkuuta юли \
    июля июл липня јул ιουλίου ιουλ يوليو يوليه تموز יולי ביולי जुलाई \
    กรกฎาคม ژوئیه জুলাই
    """,
    """
    august aug août aout agosto ago sierpnia sie augustus augusti ağustos srpna augusta augusztus elokuuta agustus \
    avgust август августа авг серпня αυγούστου αυγ أغسطس آب אוגוסט באוגוסט अगस्त \
    สิงหาคม اوت আগস্ট
    """,
    """
    september sep sept septembre septiembre settembre set setembro września wrz eylül září septembra szeptember \
    septembrie syyskuuta septembar септември сентября сен сент вересня септембар σεπτεμβρίου σεπ سبتمبر أيلول \
    ספטמבר בספטמבר सितंबर सितम्बर \
    กันยายน سپتامبر সেপ্টেম্বর
    """,
    """
    october oct oktober okt octobre octubre ottobre ott outubro out października paź ekim října októbra október \
    octombrie lokakuuta oktobar октомври октября окт жовтня октобар οκτωβρίου οκτ أكتوبر אוקטובר באוקטובר अक्टूबर \
    अक्तूबर \
    ตุลาคม اکتبر অক্টোবর
    """,
    """
    november nov novembre noviembre novembro listopada lis kasım listopadu novembra noiembrie marraskuuta novembar \
    ноември ноября ноя нояб листопада новембар νοεμβρίου νοε نوفمبر נובמבר בנובמבר नवंबर नवम्बर \
    พฤศจิกายน نوامبر নভেম্বর
    """,
    """
    december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia gru aralık prosince decembra \
    decembrie joulukuuta desember des decembar декември декабря дек грудня децембар δεκεμβρίου δεκ ديسمبر דצמבר \
    בדצמבר दिसंबर दिसम्बर \
    ธันวาคม دسامبر ডিসেম্বর
    """,
  ]

  /// What a zone name stands for.
  enum Zone: Equatable {
    /// Minutes east of UTC.
    case fixed(Int)
    /// Standard offset in minutes; daylight saving time by the rule of the United States.
    case american(Int)
  }

  static let zones: [UInt64: Zone] = {
    let fixed: [(String, Int)] = [
      ("z", 0), ("gmt", 0), ("utc", 0), ("ut", 0), ("wet", 0), ("bst", 60), ("wat", 60),
      ("west", 60), ("cet", 60), ("mez", 60), ("cest", 120), ("mesz", 120), ("eet", 120),
      ("sast", 120), ("cat", 120), ("eest", 180), ("msk", 180), ("eat", 180), ("trt", 180),
      ("gst", 240), ("pkt", 300), ("ist", 330), ("wib", 420), ("ict", 420), ("hkt", 480),
      ("sgt", 480), ("pht", 480), ("awst", 480), ("jst", 540), ("kst", 540), ("aest", 600),
      ("aedt", 660), ("nzst", 720), ("nzdt", 780), ("brt", -180), ("art", -180), ("ast", -240),
      ("adt", -180), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420),
      ("mdt", -360), ("pst", -480), ("pdt", -420), ("akst", -540), ("akdt", -480), ("hst", -600),
    ]
    var table: [UInt64: Zone] = [:]
    for (name, minutes) in fixed { table[key(name)] = .fixed(minutes) }
    for (name, minutes) in [("et", -300), ("ct", -360), ("mt", -420), ("pt", -480)] {
      table[key(name)] = .american(minutes)
    }
    return table
  }()

  /// Minutes east of UTC of `zone` on `date`. Daylight saving time in the United States runs from
  /// the second Sunday of March to the first Sunday of November since 2007 (Energy Policy Act of
  /// 2005), from the first Sunday of April to the last of October before.
  static func offset(of zone: Zone, on date: CivilDate) -> Int {
    switch zone {
    case .fixed(let minutes): return minutes
    case .american(let standard):
      let modern = date.year >= 2007
      let start = sunday(modern ? 2 : 1, month: modern ? 3 : 4, year: date.year)
      let end = modern ? sunday(1, month: 11, year: date.year) : lastSundayOfOctober(date.year)
      guard let start, let end else { return standard }
      return date >= start && date < end ? standard + 60 : standard
    }
  }

  private static func sunday(_ ordinal: Int, month: Int, year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let day = 1 + (7 - first.weekday) % 7 + (ordinal - 1) * 7
    return CivilDate(year: year, month: month, day: day)
  }

  private static func lastSundayOfOctober(_ year: Int) -> CivilDate? {
    guard let last = CivilDate(year: year, month: 10, day: 31) else { return nil }
    return CivilDate(year: year, month: 10, day: 31 - last.weekday)
  }
}
