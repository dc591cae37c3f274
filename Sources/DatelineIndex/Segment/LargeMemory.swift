import Foundation

/// Memory for large tables that are read and written in no order: in large pages where the system has
/// them, since looking up an address in small ones would cost more than the memory does.
///
/// Invariant: elements are plain bytes (`BitwiseCopyable`), and all pieces come from `malloc` or its like, so that
/// `free` and `realloc` take them; whoever allocates initialises before reading, and frees once.
package enum LargeMemory {
  /// Size of a large page on most machines.
  private static let pageSize = 2 << 20

  /// Uninitialised memory; give it back with ``deallocate(_:)``.
  static func allocate<Element: BitwiseCopyable>(
    _ type: Element.Type = Element.self, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let bytes = capacity * MemoryLayout<Element>.stride
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, bytes >= pageSize ? pageSize : 64, max(bytes, 1)) == 0,
      let memory
    else { fatalError("out of memory") }
    #if os(Linux)
      if bytes >= pageSize { _ = madvise(memory, bytes, Int32(MADV_HUGEPAGE)) }
    #endif
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }

  /// More memory of what `allocate(capacity:)` of the pointer gave, with the same content: large pieces are
  /// moved without being copied.
  static func grown<Element: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Element>, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let larger = realloc(memory, capacity * MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    return larger.bindMemory(to: Element.self, capacity: capacity)
  }

  /// Memory of zero bytes; give it back as what `UnsafeMutablePointer` has allocated.
  package static func zeros<Element: BitwiseCopyable>(
    _ type: Element.Type = Element.self, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory = calloc(capacity, MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }

  static func deallocate<Element>(_ memory: UnsafeMutablePointer<Element>) { free(memory) }
}
