import DatelineMarkup
import Foundation

/// The lines of a page and the figures by which the model judges them, for training it.
package struct ExtractionFeatures {
  /// Names of the figures, in order.
  package static let names = BlockFeatures.names

  /// Text of each line.
  package let lines: [String]
  /// Line by line, as many figures as there are names.
  package let values: [Float]

  /// Reads a page. Linear in it.
  package init(html: String) {
    let tree = HTMLTree(page: Array(html.utf8))
    let page = PageBlocks(tree)
    let metadata = MetadataReader.read(
      tree, url: nil, dates: DateParser(now: Date()), retrieved: nil)
    let features = BlockFeatures(
      tree, page, Page(text: page.text), metadata, StructuredBody(metadata.structuredBody))
    lines = page.blocks.indices.map(page.string)
    values = features.values
  }
}
