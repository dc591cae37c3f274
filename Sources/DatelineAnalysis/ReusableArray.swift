/// An array that is emptied and filled again many times: emptying costs nothing, and its memory stays.
struct ReusableArray<Element> {
  private var storage: [Element] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Forgets the elements.
  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count < storage.count {
      storage[count] = element
    } else {
      storage.append(element)
    }
    count += 1
  }

  @inline(__always)
  subscript(index: Int) -> Element { storage[index] }

  /// Keeps the elements for which `body` is true, in order.
  @inline(__always)
  mutating func keep(where body: (Element) -> Bool) {
    var kept = 0
    for index in 0..<count {
      let element = storage[index]
      guard body(element) else { continue }
      storage[kept] = element
      kept += 1
    }
    count = kept
  }

  /// Puts what `body` makes of each element in its place, in order; `nil` takes it out.
  @inline(__always)
  mutating func keep(_ body: (Element) -> Element?) {
    var kept = 0
    for index in 0..<count {
      guard let element = body(storage[index]) else { continue }
      storage[kept] = element
      kept += 1
    }
    count = kept
  }

  /// Whether `body` is true for an element.
  @inline(__always)
  func contains(where body: (Element) -> Bool) -> Bool {
    for index in 0..<count where body(storage[index]) { return true }
    return false
  }
}
