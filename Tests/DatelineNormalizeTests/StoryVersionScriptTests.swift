import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Stories that come several times, in scripts without spaces or full stops, or short.
@Suite struct StoryVersionScriptTests {
  /// A language with a sentence in which `#` stands for numbers, a headline, and what its sites put on
  /// all their pages.
  struct Language: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sentence: String
    var title: String
    var furniture: [String]
  }

  static let languages = [
    Language(
      testDescription: "Thai",
      sentence:
        "สภาเมืองเขต#ประชุมกันนาน#ชั่วโมงแล้วเลื่อนการลงมติเรื่องสะพานหมายเลข#ออกไปจนกว่าวิศวกรจะตรวจตอม่อที่#เสร็จ",
      title: "ปิดสะพานเก่าสองปี",
      furniture: ["เว็บไซต์นี้ใช้คุกกี้เพื่อให้คุณได้รับประสบการณ์ที่ดีที่สุด กดยอมรับเพื่อใช้งานต่อ", "สงวนลิขสิทธิ์ ข่าวท่าเรือ"]),
    Language(
      testDescription: "Lao",
      sentence:
        "ສະພາເມືອງເຂດ#ປະຊຸມກັນ#ຊົ່ວໂມງແລ້ວເລື່ອນການລົງມະຕິເລື່ອງຂົວເລກທີ#ອອກໄປຈົນກວ່າວິສະວະກອນຈະກວດເສົາ#ແລ້ວ",
      title: "ປິດຂົວເກົ່າສອງປີ",
      furniture: ["ເວັບໄຊນີ້ໃຊ້ຄຸກກີ້ເພື່ອໃຫ້ທ່ານໄດ້ຮັບປະສົບການທີ່ດີທີ່ສຸດ ກົດຍອມຮັບເພື່ອໃຊ້ຕໍ່", "ສະຫງວນລິຂະສິດ ຂ່າວທ່າເຮືອ"]),
    Language(
      testDescription: "Khmer",
      sentence:
        "ក្រុមប្រឹក្សាសង្កាត់#បានប្រជុំអស់រយៈពេល#ម៉ោងហើយពន្យារការបោះឆ្នោតអំពីស្ពានលេខ#រហូតដល់វិស្វករពិនិត្យសសរ#រួច៕",
      title: "បិទស្ពានចាស់ពីរឆ្នាំ",
      furniture: ["គេហទំព័រនេះប្រើខូគីដើម្បីផ្តល់បទពិសោធន៍ល្អបំផុតដល់អ្នក។ ចុចយល់ព្រមដើម្បីបន្ត។", "រក្សាសិទ្ធិ ព័ត៌មានកំពង់ផែ"]),
    Language(
      testDescription: "Burmese",
      sentence:
        "ရပ်ကွက်#၏ကောင်စီသည်#နာရီကြာအစည်းအဝေးကျင်းပပြီးတံတားအမှတ်#အတွက်မဲခွဲခြင်းကိုအင်ဂျင်နီယာများတိုင်#စစ်ဆေးပြီးသည်အထိရွှေ့ဆိုင်းခဲ့သည်",
      title: "တံတားဟောင်းနှစ်နှစ်ပိတ်မည်",
      furniture: ["ဤဝက်ဘ်ဆိုက်သည်အကောင်းဆုံးအတွေ့အကြုံပေးရန်ကွတ်ကီးများကိုအသုံးပြုသည်။ဆက်လက်ရန်သဘောတူပါ။", "မူပိုင်ခွင့် ဆိပ်ကမ်းသတင်း"]),
    Language(
      testDescription: "Chinese",
      sentence: "第#区议会开会#小时后决定推迟就第#号大桥的投票，直到工程师检查完第#号桥墩为止，居民对此表示欢迎。",
      title: "旧桥关闭两年",
      furniture: ["本网站使用缓存文件为您提供最佳体验，继续浏览即表示您同意我们的使用条款。", "版权所有 港口新闻"]),
    Language(
      testDescription: "Japanese",
      sentence: "第#区の議会は#時間にわたって話し合い、技術者が橋脚#を調べ終えるまで第#号橋についての採決を先送りすることを決めた",
      title: "古い橋が二年間閉鎖",
      furniture: ["当サイトではより良い体験のためにクッキーを使用しています。続けるには同意してください。", "著作権 港ニュース"]),
    Language(
      testDescription: "English without full stops",
      sentence:
        "The council of ward # met for # hours in the old town hall by the harbour and put off its vote on bridge # "
        + "until the engineers have looked at pier # and told the residents what they found there",
      title: "Old bridge closes for two years",
      furniture: [
        "This site uses cookies to give you the best experience, read more in our policy",
        "Copyright Harbour Wire",
      ]),
  ]

  private static func sentence(_ language: Language, _ number: Int) -> String {
    var count = 0
    var result = ""
    for character in language.sentence {
      if character == "#" {
        count += 1
        result += String(number * 7 + count * 13)
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Paragraphs of two sentences.
  private static func paragraphs(_ language: Language, _ numbers: Range<Int>) -> [String] {
    numbers.map { sentence(language, $0 * 2) + " " + sentence(language, $0 * 2 + 1) }
  }

  private static func html(
    _ language: Language, _ title: String, _ paragraphs: [String], _ number: Int
  ) -> String {
    """
    <html><head><title>\(title)</title></head><body><div class="cookies"><p>\(language.furniture[0])</p></div>
    <ul><li><a href="/">\(language.title.prefix(3))</a></li></ul><div><h1>\(title)</h1>
    <div>\(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))</div><p>\(language.furniture[0])</p></div>
    <footer><p>\(language.furniture[1])</p></footer><!-- \(number) --></body></html>
    """
  }

  private static func bodies(_ documents: [RawDocument]) -> [String] {
    func normalizer(_ memory: LineMemory) -> Normalizer {
      Normalizer(
        now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory)
    }
    var memory = LineMemory()
    let plain = normalizer(memory)
    for document in documents { memory.learn(document, source: plain.memorySource(of: document)) }
    memory.settle()
    let knowing = normalizer(memory)
    return documents.map {
      guard case .article(let article, _) = knowing.article(from: $0) else { return "" }
      return article.body
    }
  }

  private static func others(_ language: Language, _ count: Int) -> [RawDocument] {
    (0..<count).map { number in
      let start = 1_000 + number * 10
      let title = "\(language.title.suffix(6)) \(number)"
      let page = html(language, title, paragraphs(language, start..<start + 5), 100 + number)
      return RawDocument(
        origin: Origin(file: "wire/o\(number).html"), shape: .html, body: page,
        url: "http://wire.example/o\(number)")
    }
  }

  private func expectWhole(
    _ bodies: [String], _ versions: [[String]], _ language: Language, _ place: Comment
  ) {
    for (body, version) in zip(bodies, versions) {
      for paragraph in version { #expect(body.contains(paragraph), place) }
      #expect(!body.contains(language.furniture[1]), place)
    }
  }

  @Test(arguments: languages, [0, 4, 9, 30])
  func versionsAtOtherAddressesKeepTheirText(language: Language, others: Int) {
    for added in [0, 1] {
      let versions = (0..<6).map { Self.paragraphs(language, 0..<6 + $0 * added) }
      let pages = versions.enumerated().map { number, text in
        RawDocument(
          origin: Origin(file: "wire/v\(number).html"), shape: .html,
          body: Self.html(language, language.title, text, number),
          url: "http://wire.example/story-\(number)")
      }
      let bodies = Self.bodies(Self.others(language, others) + pages)
      expectWhole(bodies.suffix(6), versions, language, "\(added) added")
      // What all pages have goes where others are known.
      if others >= 9 { #expect(bodies.allSatisfy { !$0.contains(language.furniture[0]) }) }
    }
  }

  @Test(arguments: languages)
  func capturesWithoutAddressKeepTheirText(language: Language) {
    let text = Self.paragraphs(language, 0..<5)
    let pages = (0..<6).map { number in
      RawDocument(
        origin: Origin(file: "wire/capture-\(number).html"), shape: .html,
        body: Self.html(language, language.title, text, number))
    }
    expectWhole(
      Self.bodies(pages), Array(repeating: text, count: 6), language, "captures in a folder")
  }

  @Test(arguments: languages, [0, 3, 12])
  func shortStoriesKeepTheirText(language: Language, others: Int) {
    let text = Self.paragraphs(language, 0..<1)
    let pages = (0..<6).map { number in
      RawDocument(
        origin: Origin(file: "wire/v\(number).html"), shape: .html,
        body: Self.html(language, language.title, text, number),
        url: "http://wire.example/story-\(number)")
    }
    let bodies = Self.bodies(Self.others(language, others) + pages)
    for body in bodies.suffix(6) { #expect(body.contains(text[0])) }
  }

  @Test(arguments: languages, [0, 9, 30])
  func flattenedPagesKeepTheirText(language: Language, others: Int) {
    func page(_ title: String, _ paragraphs: [String], _ number: Int) -> RawDocument {
      let lines = ["A", "B", title] + paragraphs + [language.furniture[1], "\(number)"]
      return RawDocument(
        origin: Origin(file: "wire/p\(number).txt"), shape: .page,
        body: lines.joined(separator: "\n\n"))
    }
    let text = Self.paragraphs(language, 0..<6)
    let rest = (0..<others).map { number in
      let start = 1_000 + number * 10
      return page(
        "\(language.title.suffix(6)) \(number)", Self.paragraphs(language, start..<start + 5),
        100 + number)
    }
    let bodies = Self.bodies(rest + (0..<6).map { page(language.title, text, $0) })
    for body in bodies.suffix(6) {
      for paragraph in text { #expect(body.contains(paragraph)) }
    }
  }

  @Test(arguments: [
    ("ការបោះឆ្នោតចប់៕", true), ("（投票结束。）", true), ("採決は終わった。』", true), ("投票结束．", true),
    ("جلسه پایان یافت؟", true), ("สภาลงมติ", false), ("会议开始：", false), ("(see below.)", true),
  ])
  func endsOfSentences(text: String, isEnd: Bool) {
    #expect(Sentence.isTerminated(Array(text.utf8)) == isEnd)
  }

  @Test func linksAreNoProse() {
    let text = String(repeating: "The council met again on Tuesday. ", count: 9)
    func prose(_ html: String) -> Int32 {
      PageLines(html: html).lines.values.map(\.prose).max() ?? 0
    }
    #expect(prose("<p>\(text)</p>") > 200)
    #expect(prose("<p><a name=top>\(text)</p>") > 200)
    #expect(prose("<a href=/a><div>\(text)</div></a>") == 0)
    #expect(prose("<p>\(text.prefix(100))</p>") == 0)
  }
}
