import CLibXML2

extension HTMLTree {
  /// Parses an HTML page with libxml2.
  ///
  /// No page is an error: what is not well formed is read as browsers would, roughly. Time and
  /// memory are linear in the page, whatever its nesting.
  /// - Parameters:
  ///   - page: UTF-8; NULs count as spaces.
  ///   - limit: bytes that are read; what stands behind is left out, see ``isCut``.
  package init(page: [UInt8], limit: Int = 16 << 20) {
    self.init()
    isCut = page.count > limit
    var reduced = page.withUnsafeBufferPointer {
      HTMLReduction.reduce(UnsafeBufferPointer(rebasing: $0.prefix(limit)))
    }
    guard !reduced.isEmpty else { return }
    var builder = Self.parse(reduced)
    if builder.stop == .tooDeep {
      HTMLNesting.flatten(&reduced)
      builder = Self.parse(reduced)
    }
    let isCut = isCut || builder.stop != nil
    self = builder.tree
    self.isCut = isCut
  }

  /// The tree, up to where the page exceeds a limit. The parser's calls build it; it makes no tree of
  /// its own.
  private static func parse(_ page: [UInt8]) -> HTMLTreeBuilder {
    var builder = HTMLTreeBuilder(size: page.count)
    ParserLibrary.isReady
    guard let context = htmlNewParserCtxt() else { return builder }
    defer { htmlFreeParserCtxt(context) }
    setCalls(of: context)
    // Invariant: the parser calls back only while it reads, within this closure, and the builder stays where it is.
    withUnsafeMutablePointer(to: &builder) { builder in
      context.pointee._private = UnsafeMutableRawPointer(builder)
      let document = page.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          htmlCtxtReadMemory(
            context, $0.baseAddress, Int32($0.count), nil, "utf-8", ParserOptions.forgiving)
        }
      }
      xmlFreeDoc(document)
      builder.pointee.finish()
    }
    return builder
  }

  private static func setCalls(of context: htmlParserCtxtPtr) {
    let sax = context.pointee.sax
    sax?.pointee.startElement = { user, name, attributes in
      guard let name, let (context, builder) = HTMLTreeBuilder.of(user) else { return }
      builder.pointee.start(name, attributes)
      if context.pointee.nameNr > HTMLNesting.deepest {
        builder.pointee.stop = .tooDeep
      } else if builder.pointee.elements > HTMLTree.mostElements
        || builder.pointee.tree.nodes.count >= HTMLTree.mostNodes
      {
        builder.pointee.stop = .tooMany
      }
      if builder.pointee.stop != nil { xmlStopParser(context) }
    }
    sax?.pointee.endElement = { user, _ in
      HTMLTreeBuilder.of(user)?.builder.pointee.end()
    }
    sax?.pointee.characters = { user, text, count in
      guard let text else { return }
      HTMLTreeBuilder.of(user)?.builder.pointee.text(
        UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax?.pointee.cdataBlock = { user, text, count in
      guard let text else { return }
      HTMLTreeBuilder.of(user)?.builder.pointee.raw(
        UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax?.pointee.comment = { user, _ in HTMLTreeBuilder.of(user)?.builder.pointee.other() }
    sax?.pointee.processingInstruction = { user, _, _ in
      HTMLTreeBuilder.of(user)?.builder.pointee.other()
    }
  }
}
