/// The roles of the names met so far, looked up by the bytes of the name as it is written.
///
/// Records of one file mostly have the same fields in the same order, so the search starts behind
/// the name found last and ends at once.
struct RoleTable {
  private struct Entry {
    var start: Int
    var count: Int
    var role: FieldMapping.Role
  }

  private let mapping: FieldMapping
  private var names: [UInt8] = []
  private var entries: [Entry] = []
  private var next = 0

  /// Names kept; the names of a file are few, unless it uses data as names.
  private static let limit = 128

  init(mapping: FieldMapping) { self.mapping = mapping }

  /// What is done with the field `name`. Constant time for names in their usual order.
  mutating func role(of name: UnsafeBufferPointer<UInt8>) -> FieldMapping.Role {
    for distance in 0..<entries.count {
      var index = next + distance
      if index >= entries.count { index -= entries.count }
      if matches(entries[index], name) {
        next = index + 1
        return entries[index].role
      }
    }
    let role = mapping.role(of: String(decoding: name, as: UTF8.self))
    if entries.count < Self.limit {
      entries.append(Entry(start: names.count, count: name.count, role: role))
      names.append(contentsOf: name)
      next = entries.count
    }
    return role
  }

  private func matches(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.count == name.count else { return false }
    return names.withUnsafeBufferPointer { stored in
      for index in 0..<entry.count where stored[entry.start + index] != name[index] {
        return false
      }
      return true
    }
  }
}
