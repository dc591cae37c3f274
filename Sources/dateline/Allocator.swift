import CMalloc

/// What becomes of freed memory: by default the allocator of glibc keeps what a large record took, once for
/// each thread that met one. Nothing to do elsewhere.
enum Allocator {
  /// Gives large pieces back as soon as they are freed. To be called before other threads start.
  static func bound() { cmalloc_map_from(1 << 20) }

  /// Keeps large pieces for the next ones: getting memory from the system takes longer than filling it. To be
  /// called before other threads start.
  static func kept() { cmalloc_keep(32 << 20) }

  /// Gives back what is free, after a record that was larger than most. Takes milliseconds.
  static func trim() { cmalloc_trim() }
}
