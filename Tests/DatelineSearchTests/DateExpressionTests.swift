import Foundation
import Testing

@testable import DatelineSearch

@Suite struct DateExpressionTests {
  /// Wednesday, 6 March 2024, 11:30 UTC.
  private static let now = Date(timeIntervalSince1970: 1_709_724_600)

  @Test(arguments: [
    ("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("2016-2", "2016-02-01", "2016-02-29"), ("2016-05-04", "2016-05-04", "2016-05-04"),
    ("2016/05/04", "2016-05-04", "2016-05-04"), ("May 2016", "2016-05-01", "2016-05-31"),
    ("Sept. 2016", "2016-09-01", "2016-09-30"), ("3 May 2016", "2016-05-03", "2016-05-03"),
    ("May 3, 2016", "2016-05-03", "2016-05-03"), ("today", "2024-03-06", "2024-03-06"),
    ("yesterday", "2024-03-05", "2024-03-05"), ("last week", "2024-02-26", "2024-03-03"),
    ("this week", "2024-03-04", "2024-03-10"), ("last-month", "2024-02-01", "2024-02-29"),
    ("Last Year", "2023-01-01", "2023-12-31"), ("3 days ago", "2024-03-03", "2024-03-03"),
    ("2 weeks ago", "2024-02-21", "2024-02-21"), ("30d", "2024-02-05", "2024-02-05"),
    ("1y", "2023-03-06", "2023-03-06"), ("a week ago", "2024-02-28", "2024-02-28"),
    ("two weeks ago", "2024-02-21", "2024-02-21"), ("last 30 days", "2024-02-05", "2024-03-06"),
    ("monday", "2024-03-04", "2024-03-04"), ("Wednesday", "2024-03-06", "2024-03-06"),
    ("last Wednesday", "2024-02-28", "2024-02-28"), ("last Friday", "2024-03-01", "2024-03-01"),
    ("3rd May 2016", "2016-05-03", "2016-05-03"), ("May 21st, 2016", "2016-05-21", "2016-05-21"),
    ("2016-05-04T10:00:00Z", "2016-05-04", "2016-05-04"),
    ("13/05/2016", "2016-05-13", "2016-05-13"), ("05/13/2016", "2016-05-13", "2016-05-13"),
    ("5-13-2016", "2016-05-13", "2016-05-13"), ("05/05/2016", "2016-05-05", "2016-05-05"),
    ("4.5.2016", "2016-05-04", "2016-05-04"),
  ])
  func periods(text: String, first: String, last: String) {
    let period = DateExpression(text, now: Self.now)
    #expect(period?.first == first, "\(text)")
    #expect(period?.last == last, "\(text)")
  }

  @Test(arguments: [
    "", "16", "2016-13", "2016-02-31", "31 February 2016", "week", "last", "last tuesday week",
    "ago", "20160504", "-1", "9999999 days ago", "x y", "2016-05-04-03", "maybe 2016",
    "2016-02-31T10:00:00Z", "3rx May 2016", "last -3 days", "a week", "9999y", "3000 years ago",
    "last 2500 years", "04/05/2016", "13/13/2016", "31/02/2016", "0/13/2016", "13/05/16",
  ])
  func noPeriods(text: String) {
    #expect(DateExpression(text, now: Self.now) == nil)
  }

  private static let filtered: [(Query.Filter, String, String?, String?)] = [
    (.before, "2016", nil, "2016-01-01"), (.after, "2016-05", "2016-05-01", nil),
    (.published, "2016", "2016-01-01", "2016-12-31~"),
    (.published, "2015..2016-06", "2015-01-01", "2016-06-30~"),
    (.published, "2016..", "2016-01-01", nil), (.published, "..2016", nil, "2016-12-31~"),
    (.published, "2017..2016", "2016-01-01", "2017-12-31~"),
    (.published, "2016-05..2016", "2016-05-01", "2016-12-31~"),
    (.published, "2016..2016-05", "2016-01-01", "2016-05-31~"),
    (.published, "2016-2017", "2016-01-01", "2017-12-31~"),
    (.published, "2016–2017", "2016-01-01", "2017-12-31~"),
    (.published, "2016-17", "2016-01-01", "2017-12-31~"),
    (.published, "2016-05-2016-08", "2016-05-01", "2016-08-31~"),
    (.published, "2016-05-04—2016-05-06", "2016-05-04", "2016-05-06~"),
    (.published, "May 2016 - June 2016", "2016-05-01", "2016-06-30~"),
    (.published, "2016-11", "2016-11-01", "2016-11-30~"),
  ]

  @Test(arguments: filtered)
  func filters(filter: Query.Filter, value: String, from: String?, before: String?) throws {
    let read = try ArticleFilter.read(filter, value, isNegated: false, now: Self.now)
    #expect(read.condition == .published(from: from, before: before), "\(value): \(read.reading)")
    #expect((read.note != nil) == (value == "2017..2016"))
  }

  @Test func valuesThatAreNoDatesAreNamed() {
    #expect(throws: ArticleFilter.Problem.self) {
      try ArticleFilter.read(.before, "soon", isNegated: false, now: Self.now)
    }
    // Neither a month nor two years.
    for value in ["2016-13", "2016-15", "2016-00"] {
      #expect(throws: ArticleFilter.Problem.self) {
        try ArticleFilter.read(.published, value, isNegated: false, now: Self.now)
      }
    }
  }
}
