import DatelineCore
import Testing

@testable import DatelineIngest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Character encodings")
struct CharacterEncodingTests {
  private func text(_ bytes: [UInt8], declared: String? = nil, isHTML: Bool = false) -> String {
    bytes.withUnsafeBufferPointer {
      CharacterEncoding.text($0, declared: declared, isHTML: isHTML)
    }
  }

  /// News in several scripts, with the encodings that such files are in.
  static let samples: [(encoding: String, text: String)] = [
    ("windows-1251", Samples.russian), ("koi8-r", Samples.russian),
    ("iso-8859-5", Samples.russian), ("ibm866", Samples.russian),
    ("shift_jis", Samples.japanese), ("euc-jp", Samples.japanese),
    ("iso-2022-jp", Samples.japanese), ("gb18030", Samples.chinese),
    ("big5", Samples.traditional), ("euc-kr", Samples.korean),
    ("windows-1253", Samples.greek), ("windows-1250", Samples.polish),
    ("iso-8859-2", Samples.polish), ("windows-1254", Samples.turkish),
    ("windows-1255", Samples.hebrew), ("windows-1256", Samples.arabic),
    ("windows-874", Samples.thai),
  ]

  @Test("Every encoding by its declaration", arguments: samples)
  func declared(encoding: String, text: String) throws {
    let bytes = try Samples.bytes(text, in: encoding)
    #expect(self.text(bytes, declared: encoding) == text)
    let page = Array("<html><head><meta charset=\"\(encoding)\"></head>".utf8) + bytes
    #expect(self.text(page, isHTML: true).hasSuffix(text))
    // An outer declaration is read before the page's own.
    #expect(self.text(page, declared: encoding.uppercased() + " ", isHTML: true).hasSuffix(text))
    #expect(self.text(Array(text.utf8), declared: encoding) == text)
  }

  @Test(
    "Texts without a declaration",
    arguments: samples.filter { $0.encoding != "iso-2022-jp" })
  func detected(encoding: String, text: String) throws {
    #expect(try self.text(Samples.bytes(text, in: encoding)) == text)
    let page = Array("<!doctype html><html><body class=\"story\"><p>".utf8)
    let bytes = try page + Samples.bytes(text, in: encoding) + Array("</p></body></html>".utf8)
    #expect(self.text(bytes, isHTML: true).contains(text))
  }

  @Test("Byte order marks come before declarations")
  func marks() {
    let content = "Zürich – 東京 😀"
    let utf16 = Array(content.utf16)
    let little = utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big = utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    var utf32: [UInt8] = []
    for scalar in content.unicodeScalars {
      for shift: UInt32 in [0, 8, 16, 24] { utf32.append(UInt8(scalar.value >> shift & 0xFF)) }
    }
    #expect(text([0xEF, 0xBB, 0xBF] + Array(content.utf8), declared: "koi8-r") == content)
    #expect(text([0xFF, 0xFE] + little, declared: "utf-8") == content)
    #expect(text([0xFE, 0xFF] + big) == content)
    #expect(text([0xFF, 0xFE, 0, 0] + utf32) == content)
    #expect(text(little, declared: "utf-16le").contains("Z") == true)
    let ascii = Array("Plain words".utf16).flatMap { unit -> [UInt8] in [UInt8(unit), 0] }
    #expect(text(ascii) == "Plain words")
  }

  @Test("Valid UTF-8 beats a declared single-byte encoding, stray bytes do not")
  func bytesDecide() {
    let page = Array("<meta charset=iso-8859-1><p>Café à Genève".utf8)
    #expect(text(page, declared: "windows-1252", isHTML: true).hasSuffix("Café à Genève"))
    #expect(text(Array("Fran".utf8) + [0xE7] + Array("ais".utf8), declared: "utf-8") == "Français")
    let mixed = Array("Über Köln, Münster, Nürnberg, Düren, Lübeck, Gützkow und Jülich ".utf8)
    #expect(
      text(mixed + mixed + [0x96], declared: "iso-8859-1").hasSuffix("Jülich –"))
    #expect(text(Array("Ã¤".utf8)) == "Ã¤", "decoded wrongly by somebody else")
  }

  @Test("A wrong declaration of UTF-8, or of an encoding that does not fit")
  func wrongDeclaration() throws {
    let bytes = try Samples.bytes(Samples.russian, in: "windows-1251")
    #expect(text(bytes, declared: "utf-8") == Samples.russian)
    #expect(
      try text(Samples.bytes(Samples.japanese, in: "shift_jis"), declared: "euc-jp")
        == Samples.japanese)
  }

  @Test("The euro sign and œ of ISO 8859-15, and what looks like them in windows-1252")
  func euro() throws {
    let french = "Près de 3 000 €, au cœur d'un marché très fermé, déjà fragilisé l'été dernier."
    for text in [french, "Das kostet 20 €.", "Une œuvre à cœur ouvert"] {
      #expect(try self.text(Samples.bytes(text, in: "iso-8859-15")) == text)
    }
    for text in [french, "Das kostet 20 € – mehr als 1½ Stunden", "It took 1½ hours."] {
      #expect(try self.text(Samples.bytes(text, in: "windows-1252")) == text)
    }
    let rows = "title,body\nPrix,\"\(french)\"\n"
    let documents = try read(Samples.bytes(rows, in: "iso-8859-15"), as: .csv).documents
    #expect(documents.map(\.body) == [french])
  }

  @Test("Few letters beyond ASCII are windows-1252")
  func western() {
    let pounds = String(repeating: "It cost #20m, up from #18m a year before. ", count: 20)
    let bytes = Array(pounds.utf8).map { $0 == UInt8(ascii: "#") ? 0xA3 : $0 }
    #expect(text(bytes) == pounds.replacing("#", with: "£"))
    #expect(text([0x93, 0x41, 0x94, 0x85]) == "“A”…")
  }

  @Test("Bytes that are no character become one replacement each, whatever the encoding")
  func faults() {
    #expect(text([0x88, 0x9F, 0x41, 0xFF, 0x42], declared: "shift_jis") == "亜A\u{FFFD}B")
    #expect(text([0x41, 0x88], declared: "shift_jis") == "A\u{FFFD}")
    for encoding in Self.samples.map(\.encoding) + ["utf-16le", "utf-32be", "nonsense"] {
      let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
      #expect(!text(bytes, declared: encoding).isEmpty)
    }
  }

  @Test("Labels of the web")
  func labels() {
    let cases = [
      "latin1": "windows-1252", " ISO-8859-1\n": "windows-1252", "ascii": "windows-1252",
      "gb2312": "gb18030", "GBK": "gb18030", "x-sjis": "shift_jis", "ks_c_5601-1987": "euc-kr",
      "iso-8859-9": "windows-1254", "tis-620": "windows-874", "UTF8": "utf-8",
    ]
    for (label, encoding) in cases { #expect(EncodingLabels.encoding(label) == encoding) }
    #expect(EncodingLabels.encoding("x-user-defined") == "windows-1252")
    // Browsers show one character for these labels; the bytes tell more.
    #expect(EncodingLabels.encoding("replacement") == nil)
    #expect(EncodingLabels.encoding("hz-gb-2312") == "hz")
    #expect(EncodingLabels.encoding("klingon") == nil)
  }

  @Test("Declarations in pages")
  func declarations() {
    func found(_ page: String) -> String? {
      Array(page.utf8).withUnsafeBufferPointer(EncodingDeclaration.html)
    }
    #expect(found("<?xml version='1.0' encoding='KOI8-R'?><html>") == "koi8-r")
    #expect(found("<meta http-equiv=Content-Type content='text/html; charset=big5'>") == "big5")
    #expect(found("<meta content='text/html; charset=big5'>") == nil)
    #expect(found("<!-- <meta charset=big5> --><meta charset=utf-16>") == "utf-8")
    #expect(found("<a title='<meta charset=big5>'><meta charset=koi8-u>") == "koi8-u")
    #expect(found("<metadata charset=big5>") == nil)
    #expect(found("<meta charset=big5") == nil)
  }

  @Test("A delimited file in windows-1251")
  func delimited() throws {
    let rows =
      "id,title,body\n1,Новости дня,\"\(Samples.russian)\"\n2,Погода,\"\(Samples.russian)\"\n"
    let documents = try read(Samples.bytes(rows, in: "windows-1251"), as: .csv).documents
    #expect(documents.map(\.title) == ["Новости дня", "Погода"])
    #expect(documents.map(\.body) == [Samples.russian, Samples.russian])
  }

  @Test(
    "Converters that wait for an accent give their last letter",
    arguments: [
      ("windows-1255", "שלום", Samples.hebrew), ("windows-1258", "Hà Nội", Samples.vietnamese),
    ])
  func lastLetter(encoding: String, word: String, text: String) throws {
    let bytes = try Samples.bytes(word, in: encoding)
    #expect(self.text(bytes, declared: encoding) == word)
    let rows = try Samples.bytes("title,body,section\n\(word),\"\(text)\",\(word)\n", in: encoding)
    let documents = read(rows, as: .csv).documents
    #expect(documents.map(\.title) == [word] && documents.map(\.section) == [word])
    #expect(documents.map(\.body) == [text])
  }
}

/// Sentences of our own.
enum Samples {
  static let russian =
    "Правительство обсудило новый бюджет на следующий год. Министр сообщил журналистам, что "
    + "расходы на школы и больницы вырастут; оппозиция требует больше денег для регионов."
  static let japanese =
    "政府は来年の予算案について話し合いました。大臣は記者団に、学校と病院への支出を増やすと述べました。"
    + "東京の株式市場はこのニュースを受けて上がりました。"
  static let chinese = "政府讨论了明年的预算。部长告诉记者，学校和医院的支出将会增加，市场对这个消息反应积极。"
  static let traditional =
    "政府討論了明年的預算。部長告訴記者，學校和醫院的支出將會增加，市場對這個消息反應積極。"
  static let korean =
    "정부는 내년 예산안을 논의했다. 장관은 기자들에게 학교와 병원에 대한 지출이 늘어날 것이라고 말했다."
  static let greek =
    "Η κυβέρνηση συζήτησε τον νέο προϋπολογισμό για το επόμενο έτος. Ο υπουργός είπε στους "
    + "δημοσιογράφους ότι οι δαπάνες για τα σχολεία θα αυξηθούν."
  static let polish =
    "Rząd omówił w środę nowy budżet na przyszły rok. Minister powiedział dziennikarzom, że "
    + "wydatki na szkoły i szpitale wzrosną, a część środków trafi też do większych miast. "
    + "Opozycja żąda głosowania jeszcze w październiku, zanim ceny znów pójdą w górę."
  static let turkish =
    "Hükümet gelecek yılın bütçesini görüştü. Bakan gazetecilere okullar ve hastaneler için "
    + "harcamaların artacağını söyledi. Muhalefet ise bölgeler için daha çok para istiyor; "
    + "görüşmeler önümüzdeki hafta sürecek."
  static let hebrew =
    "הממשלה דנה בתקציב החדש לשנה הבאה. השר אמר לעיתונאים כי ההוצאות על בתי ספר ובתי חולים יגדלו."
  static let vietnamese =
    "Chính phủ đã thảo luận về ngân sách mới cho năm tới. Bộ trưởng nói với các nhà báo rằng chi tiêu "
    + "cho trường học và bệnh viện sẽ tăng"
  static let arabic =
    "ناقشت الحكومة الميزانية الجديدة للعام المقبل. وقال الوزير للصحفيين إن الإنفاق على المدارس "
    + "والمستشفيات سوف يزداد."
  static let thai =
    "รัฐบาลหารือเรื่องงบประมาณใหม่สำหรับปีหน้า รัฐมนตรีบอกกับผู้สื่อข่าวว่าจะเพิ่มเงินให้โรงเรียนและโรงพยาบาล"

  struct NoConverter: Error {}

  /// `text` in an encoding of the label table.
  static func bytes(_ text: String, in encoding: String) throws -> [UInt8] {
    let converter = iconv_open(EncodingLabels.converterName(encoding), "UTF-8")
    if converter == iconv_t(bitPattern: -1) { throw NoConverter() }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 64)
    let capacity = output.count
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        let status = iconv(converter, &from, &left, &to, &room)
        iconv(converter, nil, nil, &to, &room)
        return status == UInt(bitPattern: -1) || left > 0 ? -1 : capacity - room
      }
    }
    if written < 0 { throw NoConverter() }
    return output[..<written].map { UInt8(bitPattern: $0) }
  }
}
