import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct DateParserTests {
  /// 2024-03-01T12:00:00Z
  private let parser = DateParser(now: Date(timeIntervalSince1970: 1_709_294_400))

  @Test(arguments: [
    // ISO 8601
    ("2016-07-12", "2016-07-12"),
    ("2016-07-12T09:30:00Z", "2016-07-12T09:30:00Z"),
    ("2016-07-12T09:30:00.123Z", "2016-07-12T09:30:00Z"),
    ("2016-07-12T09:30:00,123456Z", "2016-07-12T09:30:00Z"),
    ("2016-07-12T09:30:00+01:00", "2016-07-12T09:30:00+01:00"),
    ("2016-07-12T09:30:00.000+0100", "2016-07-12T09:30:00+01:00"),
    ("2016-07-12T09:30:00-05", "2016-07-12T09:30:00-05:00"),
    ("2016-07-12T09:30:00+00:00", "2016-07-12T09:30:00Z"),
    ("2016-07-12 09:30:00", "2016-07-12T09:30:00Z"),
    ("2016-07-12 09:30:00 +0530", "2016-07-12T09:30:00+05:30"),
    ("2016-07-12T09:30", "2016-07-12T09:30:00Z"),
    ("2016-07-12t09:30:00z", "2016-07-12T09:30:00Z"),
    ("20160712", "2016-07-12"),
    ("20160712T093000Z", "2016-07-12T09:30:00Z"),
    ("20160712093000", "2016-07-12T09:30:00Z"),
    ("2016/07/12", "2016-07-12"),
    ("2016.07.12 09:30", "2016-07-12T09:30:00Z"),
    ("2016:07:12 09:30:00", "2016-07-12T09:30:00Z"),
    // RFC 2822 and ctime
    ("Tue, 12 Jul 2016 09:30:00 GMT", "2016-07-12T09:30:00Z"),
    ("Tue, 12 Jul 2016 09:30:00 -0400", "2016-07-12T09:30:00-04:00"),
    ("12 Jul 16 09:30 EST", "2016-07-12T09:30:00-05:00"),
    ("Tue Jul 12 09:30:00 2016", "2016-07-12T09:30:00Z"),
    ("Tue Jul 12 09:30:00 +0000 2016", "2016-07-12T09:30:00Z"),
    ("Tue Jul 12 09:30:00 GMT+0100 2016", "2016-07-12T09:30:00+01:00"),
    // English
    ("July 12, 2016", "2016-07-12"),
    ("Jul. 12 2016", "2016-07-12"),
    ("12 July 2016", "2016-07-12"),
    ("12th of July, 2016", "2016-07-12"),
    ("JULY 12TH, 2016", "2016-07-12"),
    ("Jul 12, 2016 9:30 am EDT", "2016-07-12T09:30:00-04:00"),
    ("July 12, 2016 at 9:30 p.m. ET", "2016-07-12T21:30:00-04:00"),
    ("January 12, 2016, 12:05 a.m. ET", "2016-01-12T00:05:00-05:00"),
    ("12 July 2016, 9.30pm BST", "2016-07-12T21:30:00+01:00"),
    ("July 12, 2016 9 PM", "2016-07-12T21:00:00Z"),
    ("04:22, 24 Dec 2023", "2023-12-24T04:22:00Z"),
    ("Published 12 July 2016 09:30 GMT", "2016-07-12T09:30:00Z"),
    ("Updated: 2:15 PM PDT, Tue July 12, 2016", "2016-07-12T14:15:00-07:00"),
    ("Published Oct 27, 2023 1:03 PM EDT | Updated Oct 28, 2023", "2023-10-27T13:03:00-04:00"),
    // Wire style, with hundredths of a second
    ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"),
    // Numbers
    ("13/07/2016", "2016-07-13"),
    ("07/13/16", "2016-07-13"),
    ("12.07.2016", "2016-07-12"),
    ("31-12-2016", "2016-12-31"),
    ("7/7/2016", "2016-07-07"),
    // Other languages
    ("12. Juli 2016, 09:30 Uhr", "2016-07-12T09:30:00Z"),
    ("3. März 2016", "2016-03-03"),
    ("12 juillet 2016 à 09h30", "2016-07-12T09:30:00Z"),
    ("mar. 12 juil. 2016", "2016-07-12"),
    ("12 de julio de 2016", "2016-07-12"),
    ("12 luglio 2016", "2016-07-12"),
    ("12 de março de 2016", "2016-03-12"),
    ("12 października 2016", "2016-10-12"),
    ("12 mei 2016", "2016-05-12"),
    ("12 Temmuz 2016", "2016-07-12"),
    ("2016年7月12日", "2016-07-12"),
    ("2016年7月12日 09:30", "2016-07-12T09:30:00Z"),
    // Unix time
    ("1468315800", "2016-07-12T09:30:00Z"),
    ("1468315800000", "2016-07-12T09:30:00Z"),
    ("1468315800.5", "2016-07-12T09:30:00Z"),
    // Edges of the calendar and of the clock
    ("2016-02-29", "2016-02-29"),
    ("1605-01-01", "1605-01-01"),
    ("2024-03-03", "2024-03-03"),
    ("2016-07-12T23:59:60Z", "2016-07-12T23:59:59Z"),
    ("2016-07-12T25:00:00Z", "2016-07-12"),
    ("12 Jul 98", "1998-07-12"),
  ])
  func reads(text: String, expected: String) {
    guard case .date(let date, _) = parser.parse(text) else {
      Issue.record("\(text): \(parser.parse(text))")
      return
    }
    #expect(date == expected, "\(text)")
  }

  /// Dates as news sites of many languages write them.
  @Test(arguments: [
    "28 февраля 2023", "28 февраля 2023 г.", "28 Февраля 2023, 14:05", "28 лютого 2023",
    "28 февруари 2023",
    "28. фебруар 2023.", "28. února 2023", "28. februára 2023", "28. februar 2023",
    "28 februari 2023",
    "28. helmikuuta 2023", "2023. február 28.", "28 februarie 2023", "28 Φεβρουαρίου 2023",
    "28 φεβ 2023",
    "28 Februari 2023", "28 فبراير 2023", "28 فبراير، 2023", "28 בפברואר 2023", "28 फ़रवरी 2023",
    "28 फरवरी 2023", "28 lutego 2023", "28 de febrero de 2023", "28 ŞUBAT 2023", "28 FÉVRIER 2023",
  ])
  func languages(text: String) throws {
    guard case .date(let date, _) = parser.parse(text) else {
      Issue.record("\(text): \(parser.parse(text))")
      return
    }
    #expect(date.hasPrefix("2023-02-28"), "\(text): \(date)")
  }

  /// Each month of a language by the first name that it has; long names differ only behind their beginning.
  @Test(arguments: [
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  ])
  func monthsDiffer(names: String) {
    for (index, name) in names.split(separator: " ").enumerated() {
      let month = String(format: "%02d", index + 1)
      for form in [String(name), name.capitalized] {
        let found = parser.parse("3 \(form) 2021")
        #expect("\(found)".contains("2021-\(month)-03"), "\(form): \(found)")
      }
    }
  }

  @Test(arguments: [
    "", "yesterday", "2016", "July 2016", "2016-02-30", "1900-02-29", "2016-13-01", "13/13/2016",
    "12 Smarch 2016", "9:30 am", "--", "0000-00-00", "2016-00-10", "page 3 of 12",
  ])
  func unreadable(text: String) {
    #expect(parser.parse(text) == .rejected(.unreadable), "\(text)")
  }

  @Test func future() {
    #expect(parser.parse("2024-03-04") == .rejected(.future))
    #expect(parser.parse("12 July 2999") == .rejected(.future))
    #expect(parser.parse("9999999999") == .rejected(.future))
  }

  @Test func implausible() {
    #expect(parser.parse("1599-12-31") == .rejected(.implausible))
    for text in [
      "1970-01-01", "1970-01-01T00:00:00Z", "1970-01-01 00:00:00", "Thu, 01 Jan 1970 00:00:00 GMT",
      "1970-01-01T01:00:00+01:00", "1969-12-31T19:00:00-05:00",
    ] {
      #expect(parser.parse(text) == .rejected(.absent), "\(text)")
    }
    #expect(parser.parse("1970-01-02") == .date("1970-01-02", ambiguous: false))
    #expect(parser.parse("12 July 1066") == .rejected(.implausible))
  }

  @Test func ambiguityIsReported() {
    #expect(parser.parse("12/07/2016") == .date("2016-12-07", ambiguous: true))
    #expect(parser.parse("12/13/2016") == .date("2016-12-13", ambiguous: false))
    #expect(parser.parse("12.07.2016") == .date("2016-07-12", ambiguous: false))
  }

  @Test(arguments: [
    ("https://example.org/2016/07/12/title-of-it", "2016-07-12"),
    ("https://example.org/world/2016/jul/12/title", "2016-07-12"),
    ("https://example.org/title-2016-07-12.html", "2016-07-12"),
    ("https://example.org/20160712/title", "2016-07-12"),
    ("https://example.org/29-10-2021/title", "2021-10-29"),
    ("https://example.org/02-10-2021/title", nil),
    ("https://example.org/2016/07/title", nil),
    ("https://example.org/2016/17/12/", nil),
    ("https://example.org/2116/07/12/", nil),
    ("https://example.org/a/12345678", nil),
  ])
  func dateInAddress(url: String, expected: String?) {
    #expect(parser.date(inURL: url) == expected)
  }

  @Test func everyDayOfFourCenturiesRoundTrips() {
    var date = CivilDate(daysSinceEpoch: -135_140)  // 1600-01-01
    #expect(date == CivilDate(year: 1600, month: 1, day: 1))
    for day in -135_139..<11_000 {
      let next = CivilDate(daysSinceEpoch: day)
      #expect(date < next && next.daysSinceEpoch == day)
      date = next
    }
  }

  @Test func daylightSavingTimeOfTheUnitedStates() {
    #expect(parser.parse("March 12, 2016 9:00 am ET") == date("2016-03-12T09:00:00-05:00"))
    #expect(parser.parse("March 13, 2016 9:00 am ET") == date("2016-03-13T09:00:00-04:00"))
    #expect(parser.parse("November 5, 2016 9:00 am ET") == date("2016-11-05T09:00:00-04:00"))
    #expect(parser.parse("November 6, 2016 9:00 am ET") == date("2016-11-06T09:00:00-05:00"))
    #expect(parser.parse("October 30, 2006 9:00 am ET") == date("2006-10-30T09:00:00-05:00"))
  }

  private func date(_ text: String) -> DateParser.Result { .date(text, ambiguous: false) }

  /// The short way for the usual notation gives what the tokens do.
  @Test func isoDatesAreReadAlike() {
    var generator = SplitMix64(seed: 41)
    func two(_ range: ClosedRange<Int>) -> String {
      let value = Int.random(in: range, using: &generator)
      return value < 10 ? "0\(value)" : "\(value)"
    }
    var short = 0
    for round in 0..<12_000 {
      let century = ["19", "20", "16", "15", "00"].randomElement(using: &generator) ?? ""
      var text =
        "\(century)\(two(0...99))-\(two(0...13))-\(two(0...32))T\(two(0...25)):\(two(0...61))"
      text += ":\(two(0...61))"
      text +=
        ["Z", "z", "+\(two(0...16)):\(two(0...61))", "-\(two(0...16)):\(two(0...61))", "+0100", ""]
        .randomElement(using: &generator) ?? ""
      if round % 4 == 0 {
        var bytes = Array(text.utf8)
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = "0/: -.TZx+".utf8.randomElement(using: &generator) ?? 0
        text = String(decoding: bytes, as: UTF8.self)
      }
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        if ISODate.read(bytes) != nil { short += 1 }
        #expect(parser.parse(bytes) == parser.parseTokens(bytes), "\(text)")
      }
    }
    #expect(short > 1_000)
  }

  @Test(arguments: [
    (RawDocument.DateOrder?.none, "03/04/2021", "2021-03-04", true),
    (.dayFirst, "03/04/2021", "2021-04-03", false),
    (.monthFirst, "03/04/2021", "2021-03-04", false),
    (.likelyDayFirst, "03/04/2021", "2021-04-03", true),
    (.monthFirst, "25/04/2021", "2021-04-25", false),
    (.monthFirst, "03.04.2021", "2021-03-04", false), (nil, "03.25.2021", "2021-03-25", false),
    (.dayFirst, "2021-03-04", "2021-03-04", false),
  ])
  func orderOfDayAndMonth(
    order: RawDocument.DateOrder?, text: String, date: String, ambiguous: Bool
  ) {
    #expect(
      DateParser(now: Date(timeIntervalSince1970: 1_800_000_000)).parse(text, order: order)
        == .date(date, ambiguous: ambiguous))
  }

  @Test(
    "What programs write when there is no date is none",
    arguments: [
      "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "-0001-11-30T00:00:00+00:00",
      "-0001-11-30 00:00:00", "November 30, -0001", "01/01/0001 00:00:00", "0000-00-00 00:00:00",
      "1 Jan 0001", "Mon, 01 Jan 0001 00:00:00 GMT",
    ])
  func nullDates(text: String) {
    guard case .rejected = DateParser(now: Date(timeIntervalSince1970: 1_800_000_000)).parse(text)
    else {
      Issue.record("\(text) is read as a date")
      return
    }
  }
}

/// Days in other scripts, calendars and orders of words.
@Suite struct ForeignDateTests {
  @Test(arguments: [
    ("1 มีนาคม 2566", "2023-03-01"), ("วันที่ 1 มีนาคม พ.ศ. 2566", "2023-03-01"),
    ("01/03/2566", "2023-01-03"),
    ("๑ มีนาคม ๒๕๖๖", "2023-03-01"), ("ngày 1 tháng 3 năm 2023", "2023-03-01"),
    ("1 tháng 3, 2023", "2023-03-01"),
    ("令和5年3月1日", "2023-03-01"), ("平成31年4月30日", "2019-04-30"), ("民國112年3月1日", "2023-03-01"),
    ("١ مارس ٢٠٢٣", "2023-03-01"), ("۱ مارس ۲۰۲۳", "2023-03-01"), ("१ मार्च २०२३", "2023-03-01"),
    ("২ মার্চ ২০২৩", "2023-03-02"), ("２０２３年３月１日", "2023-03-01"),
    ("1 مارس 2023، 12:30", "2023-03-01T12:30:00Z"),
  ])
  func areRead(text: String, day: String) {
    #expect(marchFirst.parse(text) == .date(day, ambiguous: text.contains("/")))
  }

  @Test(
    "Days of the Iranian calendar",
    arguments: [
      ("۱۴۰۲/۱۲/۱۱", "2024-03-01"), ("۱۴۰۲-۱۲-۱۱", "2024-03-01"), ("1402/12/11", "2024-03-01"),
      ("1402-12-11T14:30:00+03:30", "2024-03-01T14:30:00+03:30"),
      ("۱۱ اسفند ۱۴۰۲", "2024-03-01"), ("جمعه ۱۱ اسفند ۱۴۰۲ - ۱۴:۳۰", "2024-03-01T14:30:00Z"),
      ("۱۱ اسفند ماه ۱۴۰۲", "2024-03-01"), ("۱۱/۱۲/۱۴۰۲", "2024-03-01"),
      ("۳۰ اسفند ۱۳۹۹", "2021-03-20"), ("۱ فروردین ۱۴۰۰", "2021-03-21"),
      ("۱ فروردین ۱۴۰۲", "2023-03-21"), ("۳۱ شهریور ۱۳۵۹", "1980-09-22"),
      ("۲۲ بهمن ۱۳۵۷", "1979-02-11"), ("۱ دی ۱۴۰۲، ساعت ۰۹:۰۵", "2023-12-22T09:05:00Z"),
    ])
  func iranian(text: String, day: String) {
    #expect(marchFirst.parse(text) == .date(day, ambiguous: false))
  }

  @Test(arguments: ["۳۰ اسفند ۱۴۰۲", "۳۱ مهر ۱۴۰۲", "۱۴۰۲/۱۳/۰۱", "۱۱ اسفند", "۱۱ اسفند ۰۲"])
  func noIranianDay(text: String) {
    #expect(marchFirst.parse(text) == .rejected(.unreadable))
  }

  @Test(
    "Times with signs of their own, and halves of the day before them",
    arguments: [
      ("2024年3月1日 14時30分", "2024-03-01T14:30:00Z"),
      ("2024年3月1日14時5分20秒", "2024-03-01T14:05:20Z"),
      ("2024年3月1日(金)午後2時30分", "2024-03-01T14:30:00Z"),
      ("2024年3月1日午前0時", "2024-03-01T00:00:00Z"), ("2024年3月1日 午後12時", "2024-03-01T12:00:00Z"),
      ("2024年03月01日 09时05分", "2024-03-01T09:05:00Z"), ("2024年3月1日下午3点", "2024-03-01T15:00:00Z"),
      ("2024년 3월 1일", "2024-03-01"), ("2024년3월1일 금요일", "2024-03-01"),
      ("2024년 3월 1일 14시 30분", "2024-03-01T14:30:00Z"),
      ("입력 2024년 3월 1일 오후 2시 5분", "2024-03-01T14:05:00Z"),
      ("2024.03.01. 오후 2:30", "2024-03-01T14:30:00Z"),
      ("2024-03-01 오전 12:10", "2024-03-01T00:10:00Z"),
      ("2024年3月1日 下午2:30", "2024-03-01T14:30:00Z"), ("2024年3月1日 25時", "2024-03-01"),
    ])
  func timesWithSigns(text: String, day: String) {
    #expect(marchFirst.parse(text) == .date(day, ambiguous: false))
  }

  @Test(arguments: ["5年3月1日", "1 tháng 13 năm 2023", "3 tháng 2023", "2566"])
  func whatIsNoDayIsNone(text: String) {
    #expect(marchFirst.parse(text) == .rejected(.unreadable))
  }
}
