import DatelineMarkup

/// The words of the texts that stand for a page's title, to recognise the headline where it stands
/// again in the text.
enum PageTitles {
  /// Word hashes of `og:title`, the first `h1` and the title element.
  static func words(_ tree: HTMLTree, _ page: PageBlocks, _ lines: Page) -> [[UInt64]] {
    var titles: [[UInt64]] = []
    func add(_ text: String) {
      let words = Page(text: Array(text.utf8)).words
      if !words.isEmpty { titles.append(words) }
    }
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .title:
        if titles.isEmpty { add(tree.line(index)) }
      case .meta:
        let name = tree.value(.property, of: index) ?? tree.value(.name, of: index)
        if name == "og:title", let content = tree.value(.content, of: index) {
          titles.removeAll()
          add(content)
        }
      case .body: return titles
      default: break
      }
    }
    return titles
  }
}
