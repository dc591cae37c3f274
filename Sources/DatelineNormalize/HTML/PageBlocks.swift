import DatelineMarkup

/// A line of an HTML page as a browser would show it: the text between two breaks of the layout.
struct PageBlock {
  /// Element whose break ended the line before: the innermost block element round the text.
  var node: Int32
  /// First and last text node.
  var firstText: Int32
  var lastText: Int32
  /// Bytes in ``PageBlocks/text``.
  var range: Range<Int>
  /// Letters of links, and of all.
  var linkBytes: Int32
  var strongBytes: Int32
  /// Subjects in the classes of the elements round it, by distance.
  var near: ClassMeaning
  var far: ClassMeaning
  var context: ElementContext
  /// Level of the heading it is in; 0 for none.
  var headingLevel: UInt8
  /// Ended by a line break (`br`) and not by the end of the block element.
  var endsInBreak = false
  /// Share of the text that stands on other pages of the site too.
  var repeatedBytes: Int32 = 0
}

/// Elements round a text that say something of it.
struct ElementContext: OptionSet {
  let rawValue: UInt32
  static let article = ElementContext(rawValue: 1 << 0)
  static let main = ElementContext(rawValue: 1 << 1)
  static let aside = ElementContext(rawValue: 1 << 2)
  static let nav = ElementContext(rawValue: 1 << 3)
  static let header = ElementContext(rawValue: 1 << 4)
  static let footer = ElementContext(rawValue: 1 << 5)
  static let figure = ElementContext(rawValue: 1 << 6)
  static let form = ElementContext(rawValue: 1 << 7)
  static let list = ElementContext(rawValue: 1 << 8)
  static let table = ElementContext(rawValue: 1 << 9)
  static let quote = ElementContext(rawValue: 1 << 10)
  static let section = ElementContext(rawValue: 1 << 11)
  static let button = ElementContext(rawValue: 1 << 12)
  static let bodyProperty = ElementContext(rawValue: 1 << 13)
  static let paragraph = ElementContext(rawValue: 1 << 14)
  static let hidden = ElementContext(rawValue: 1 << 15)
  static let nestedArticle = ElementContext(rawValue: 1 << 16)
  static let otherProperty = ElementContext(rawValue: 1 << 17)
  static let linked = ElementContext(rawValue: 1 << 18)
  static let heading = ElementContext(rawValue: 1 << 19)
  static let definition = ElementContext(rawValue: 1 << 20)
  static let preformatted = ElementContext(rawValue: 1 << 21)
  static let count = 22
}

/// All lines of a page in order.
struct PageBlocks {
  var blocks: [PageBlock] = []
  /// UTF-8 of the lines, white space collapsed, one `\n` between them.
  var text: [UInt8] = []
  /// Whether lines were left out behind ``mostLines``.
  var isCut: Bool { blocks.count == Self.mostLines }
  /// Lines that are weighed, which takes some microseconds each; no article comes near.
  static let mostLines = 60_000
  /// For each node: subjects of its own attributes.
  private(set) var meanings: [ClassMeaning] = []

  /// Cuts a page into lines. Linear in the page.
  init(_ tree: HTMLTree) {
    guard !tree.nodes.isEmpty else { return }
    var builder = BlockBuilder(tree: tree)
    builder.run()
    blocks = builder.blocks
    text = builder.text
    meanings = builder.own
  }

  func string(_ index: Int) -> String { String(decoding: text[blocks[index].range], as: UTF8.self) }
}

private struct BlockBuilder {
  let tree: HTMLTree
  var blocks: [PageBlock] = []
  var text: [UInt8] = []
  var own: [ClassMeaning]
  private var far: [ClassMeaning]
  private var context: [ElementContext]
  private var reader = ClassReader()

  private var current: PageBlock?
  private var needsSpace = false
  private var isInLink = 0
  private var isInStrong = 0

  init(tree: HTMLTree) {
    self.tree = tree
    let count = tree.nodes.count
    own = Array(repeating: [], count: count)
    far = own
    context = Array(repeating: [], count: count)
    text.reserveCapacity(tree.bytes.count)
  }

  mutating func run() {
    // Open elements, innermost last.
    var open: [Int] = []
    let nodes = tree.nodes
    for index in nodes.indices {
      while let last = open.last, Int(nodes[last].end) <= index {
        close(open.removeLast())
      }
      let tag = nodes[index].tag
      if tag == .text {
        add(index)
      } else {
        enter(index)
        open.append(index)
      }
    }
    while let last = open.popLast() { close(last) }
    flush(isBreak: false)
  }

  private mutating func enter(_ index: Int) {
    let node = tree.nodes[index]
    let parent = Int(node.parent)
    var meaning: ClassMeaning = []
    var context = parent >= 0 ? self.context[parent] : []
    let above = context
    for position in Int(node.start)..<Int(node.start + node.count) {
      let attribute = tree.attributes[position]
      let value = Int(attribute.start)..<Int(attribute.start + attribute.count)
      switch attribute.name {
      case .class, .id, .dataComponent, .dataTestid, .dataType, .dataQa, .dataModule, .role:
        tree.bytes.withUnsafeBufferPointer {
          meaning.formUnion(reader.meaning(UnsafeBufferPointer(rebasing: $0[value])))
        }
      case .itemprop:
        let name = tree.bytes[value]
        if name.elementsEqual("articleBody".utf8) || name.elementsEqual("reviewBody".utf8)
          || name.elementsEqual("text".utf8)
        {
          context.insert(.bodyProperty)
        } else if !context.contains(.bodyProperty) || !name.elementsEqual("description".utf8) {
          context.insert(.otherProperty)
        }
      case .hidden: context.insert(.hidden)
      case .ariaHidden:
        if tree.bytes[value].elementsEqual("true".utf8) { context.insert(.hidden) }
      case .style:
        if tree.bytes.withUnsafeBufferPointer({
          Self.isHidden(UnsafeBufferPointer(rebasing: $0[value]))
        }) {
          context.insert(.hidden)
        }
      default: break
      }
    }
    context.formUnion(Self.context(of: node.tag, in: above))
    if node.tag == .html || node.tag == .body { meaning = [] }
    own[index] = meaning
    far[index] = parent >= 0 ? far[parent].union(own[parent]) : []
    self.context[index] = context
    if node.tag == .br {
      flush(isBreak: true)
    } else if node.tag.isBlock {
      flush(isBreak: false)
    }
    switch node.tag {
    case .a, .button: isInLink += 1
    case .b, .strong, .em, .i: isInStrong += 1
    default: break
    }
  }

  private mutating func close(_ index: Int) {
    switch tree.nodes[index].tag {
    case .a, .button: isInLink -= 1
    case .b, .strong, .em, .i: isInStrong -= 1
    case let tag where tag.isBlock: flush(isBreak: false)
    default: break
    }
  }

  private static func context(of tag: HTMLTag, in above: ElementContext) -> ElementContext {
    switch tag {
    case .article: return above.contains(.article) ? [.article, .nestedArticle] : .article
    case .main: return .main
    case .aside: return .aside
    case .nav, .menu: return .nav
    case .header: return .header
    case .footer: return .footer
    case .figure, .figcaption, .picture, .video, .audio: return .figure
    case .form, .input, .select, .textarea, .label, .option, .fieldset: return .form
    case .ul, .ol, .li: return .list
    case .table, .td, .th, .tr: return .table
    case .blockquote, .q: return .quote
    case .section: return .section
    case .button: return .button
    case .p: return .paragraph
    case .a: return .linked
    case .dl, .dt, .dd: return .definition
    case .pre: return .preformatted
    case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
    default: return []
    }
  }

  /// `display: none` or `visibility: hidden` in a style attribute.
  private static func isHidden(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    style.count < 512 && (holds("display:none", style) || holds("visibility:hidden", style))
  }

  /// Whether a style has a declaration (lower case), without regard to case and spaces.
  private static func holds(
    _ declaration: StaticString, _ style: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let length = declaration.utf8CodeUnitCount
    let letters = declaration.utf8Start
    for start in style.indices where style[start] | 0x20 == letters[0] {
      var matched = 1
      var place = start + 1
      while place < style.count, matched < length {
        let byte = style[place]
        place += 1
        if byte == 0x20 { continue }
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        guard (isCapital ? byte | 0x20 : byte) == letters[matched] else { break }
        matched += 1
      }
      if matched == length { return true }
    }
    return false
  }

  private mutating func add(_ index: Int) {
    let parent = Int(tree.nodes[index].parent)
    let tag = parent >= 0 ? tree.nodes[parent].tag : .body
    switch tag {
    case .head, .title, .option, .textarea, .select, .object, .video, .audio, .iframe: return
    default: break
    }
    var place = Int(tree.nodes[index].start)
    let end = place + Int(tree.nodes[index].count)
    var letters: Int32 = 0
    while place < end {
      let byte = tree.bytes[place]
      // U+00A0 and U+200B separate words and are nothing else.
      if byte == 0xC2, place + 1 < end, tree.bytes[place + 1] == 0xA0 {
        needsSpace = true
        place += 2
        continue
      }
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        needsSpace = true
        place += 1
        continue
      }
      if current == nil {
        start(index, parent)
      } else if needsSpace {
        text.append(0x20)
      }
      needsSpace = false
      text.append(byte)
      letters += 1
      place += 1
    }
    if letters > 0, current != nil {
      current?.lastText = Int32(index)
      if isInLink > 0 { current?.linkBytes += letters }
      if isInStrong > 0 { current?.strongBytes += letters }
    }
  }

  private mutating func start(_ index: Int, _ parent: Int) {
    var block = parent
    while block > 0, !tree.nodes[block].tag.isBlock { block = Int(tree.nodes[block].parent) }
    block = max(block, 0)
    // The classes of the element, of what is inline in it, and of the two around it are near.
    var near = own[max(parent, 0)].union(own[block])
    var above = Int(tree.nodes[block].parent)
    if above > 0 { near.formUnion(own[above]) }
    var level = 0
    above = block
    for _ in 0..<3 where above > 0 && level == 0 {
      level = tree.nodes[above].tag.headingLevel
      above = Int(tree.nodes[above].parent)
    }
    current = PageBlock(
      node: Int32(block), firstText: Int32(index), lastText: Int32(index),
      range: text.count..<text.count, linkBytes: 0, strongBytes: 0, near: near,
      far: far[block], context: context[max(parent, 0)], headingLevel: UInt8(level))
  }

  private mutating func flush(isBreak: Bool) {
    needsSpace = false
    guard var block = current else { return }
    current = nil
    guard blocks.count < PageBlocks.mostLines else {
      text.removeSubrange(block.range.lowerBound...)
      return
    }
    block.range = block.range.lowerBound..<text.count
    block.endsInBreak = isBreak
    blocks.append(block)
    text.append(0x0A)
  }
}
