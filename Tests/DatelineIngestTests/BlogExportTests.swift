import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite struct BlogExportTests {
  private static func item(_ title: String, type: String, status: String = "publish") -> String {
    """
    <item><title>\(title)</title><link>https://blog.example/\(title)</link>
    <pubDate>Fri, 01 Mar 2024 10:00:00 +0000</pubDate><dc:creator><![CDATA[ada]]></dc:creator>
    <guid isPermaLink="false">https://blog.example/?p=7</guid><description></description>
    <content:encoded><![CDATA[<!-- wp:paragraph --><p>The harbour [1] is open.</p>
    [caption id="a_1" width="3"]<img src="a.jpg"/> A ship[/caption][vc_row]<p>Ships come.</p>[/vc_row]
    [gallery ids="1,2"]]]></content:encoded>
    <excerpt:encoded><![CDATA[Ships are back.]]></excerpt:encoded>
    <wp:post_id>7</wp:post_id><wp:status><![CDATA[\(status)]]></wp:status>
    <wp:post_type><![CDATA[\(type)]]></wp:post_type>
    <category domain="post_tag" nicename="ship"><![CDATA[Ship]]></category>
    <category domain="category" nicename="city"><![CDATA[City]]></category>
    <wp:comment><wp:comment_author>Bo</wp:comment_author>
    <wp:comment_content><![CDATA[A comment.]]></wp:comment_content></wp:comment></item>
    """
  }

  private func wordPress(_ items: [String]) -> [IngestEvent] {
    read(
      """
      <?xml version="1.0" encoding="UTF-8" ?>
      <!-- This is a WordPress eXtended RSS file -->
      <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
       xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour Blog</title>
      <link>https://blog.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
      <wp:author><wp:author_login><![CDATA[ada]]></wp:author_login>
      <wp:author_display_name><![CDATA[Ada Marsh]]></wp:author_display_name></wp:author>
      \(items.joined())</channel></rss>
      """, as: nil, path: "blog.xml")
  }

  @Test func postsOfWordPress() throws {
    let events = wordPress([Self.item("One", type: "post"), Self.item("Two", type: "report")])
    #expect(events.documents.map(\.title) == ["One", "Two"])
    let document = try #require(events.documents.first)
    #expect(document.byline == "Ada Marsh")
    #expect(document.section == "City")
    #expect(document.standfirst == "Ships are back.")
    let body = try #require(document.body)
    #expect(body.contains("The harbour [1] is open.") && body.contains("Ships come."))
    #expect(!body.contains("gallery") && !body.contains("A ship") && !body.contains("vc_row"))
    #expect(!body.contains("comment"))
  }

  @Test func blankLinesOfWordPressBeginParagraphs() {
    let text = "The harbour is <em>open</em>.\n\nShips\ncome.\r\n \r\n<h2>Fares</h2>\nLow."
    #expect(
      BlogExport.text(text)
        == "The harbour is <em>open</em>.\n<p>\nShips\ncome.\n<p>\n<h2>Fares</h2>\nLow.")
    #expect(BlogExport.text("<p>One.</p>\n\n<p>Two.</p>") == "<p>One.</p>\n\n<p>Two.</p>")
  }

  @Test(arguments: [
    ("attachment", "inherit"), ("page", "publish"), ("nav_menu_item", "publish"),
    ("revision", "inherit"), ("post", "draft"), ("post", "trash"), ("post", "private"),
    ("wp_block", "publish"),
  ])
  func otherItemsOfWordPress(type: String, status: String) {
    let events = wordPress([
      Self.item("One", type: type, status: status), Self.item("Two", type: "post"),
    ])
    #expect(events.documents.map(\.title) == ["Two"])
    #expect(events.rejections.map(\.reason) == [.notAnArticle])
  }

  private func blogger(_ fields: String) -> [IngestEvent] {
    read(
      """
      <?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'
       xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://www.w3.org/2007/app'
       xmlns:blogger='http://schemas.google.com/blogger/2018'><title>Harbour Blog</title>
      <entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2024-03-01T10:00:00Z</published>
      <title>One</title><content type='html'>&lt;p&gt;The harbour is open.&lt;/p&gt;</content>
      \(fields)<category term='City'/></entry></feed>
      """, as: nil, path: "blog.xml")
  }

  private static let kind = "scheme='http://schemas.google.com/g/2005#kind'"

  @Test(arguments: [
    "<category \(kind) term='http://schemas.google.com/blogger/2008/kind#post'/>",
    "<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>",
  ])
  func postsOfBlogger(fields: String) {
    let documents = blogger(fields).documents
    #expect(documents.map(\.title) == ["One"])
    #expect(documents.first?.section == "City")
  }

  @Test(arguments: [
    "<category \(kind) term='http://schemas.google.com/blogger/2008/kind#comment'/>",
    "<category \(kind) term='http://schemas.google.com/blogger/2008/kind#template'/>",
    "<category \(kind) term='http://schemas.google.com/blogger/2008/kind#post'/><app:control><app:draft>yes</app:draft></app:control>",
    "<blogger:type>PAGE</blogger:type>",
    "<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>",
    "<thr:in-reply-to ref='tag:x' href='https://blog.example/1'/>",
  ])
  func otherEntriesOfBlogger(fields: String) {
    let events = blogger(fields)
    #expect(events.documents.isEmpty)
    #expect(events.rejections.map(\.reason) == [.notAnArticle])
  }

  @Test(arguments: [
    ("stat:usable", false), ("stat:canceled", true), ("stat:withheld", true),
    ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", true),
  ])
  func statusOfNewsItems(code: String, isRefused: Bool) {
    let attribute = code.hasPrefix("http") ? "uri" : "qcode"
    let text = """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta>
      <itemClass qcode="ninat:text"/><pubStatus \(attribute)="\(code)"/></itemMeta>
      <contentMeta><headline>Harbour open</headline></contentMeta><contentSet><inlineXML>
      <html><body><p>The harbour is open.</p></body></html></inlineXML></contentSet></newsItem>
      """
    let events = read(text, as: nil, path: "x.xml")
    #expect(events.documents.isEmpty == isRefused)
    #expect(events.rejections.map(\.reason) == (isRefused ? [.notAnArticle] : []))
  }

  @Test(arguments: [("usable", false), ("canceled", true), ("withheld", true)])
  func statusOfStories(status: String, isRefused: Bool) {
    let texts = [
      """
      <nitf><head><docdata management-status="\(status)"/></head><body><body.head><hedline><hl1>Harbour
      open</hl1></hedline></body.head><body.content><p>The harbour is open.</p></body.content></body></nitf>
      """,
      """
      <NewsML><NewsItem><NewsManagement><Status FormalName="\(status.capitalized)"/></NewsManagement>
      <NewsComponent><NewsLines><HeadLine>Harbour open</HeadLine></NewsLines><ContentItem><DataContent>
      <p>The harbour is open.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
      """,
    ]
    for text in texts {
      let events = read(text, as: nil, path: "x.xml")
      #expect(events.documents.isEmpty == isRefused)
      #expect(events.rejections.map(\.reason) == (isRefused ? [.notAnArticle] : []))
    }
  }
}
