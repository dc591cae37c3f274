/// What was last made of texts, by their 64-bit hash: 512 places, of two hashes in one place the later
/// one stays. Hashes are random bits, so that nothing is hashed again.
struct HashCache<Value> {
  private var entries: [(hash: UInt64, value: Value)]

  /// - Parameter empty: any value; what the hash 0 stands for at first.
  init(empty: Value) { entries = Array(repeating: (0, empty), count: 512) }

  /// The value of a hash, made if it is not here. Constant time.
  mutating func value(of hash: UInt64, _ make: () -> Value) -> Value {
    let place = Int(truncatingIfNeeded: (hash ^ hash >> 32) & 511)
    if entries[place].hash == hash { return entries[place].value }
    let value = make()
    entries[place] = (hash, value)
    return value
  }
}
