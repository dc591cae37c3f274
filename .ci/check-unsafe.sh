#!/usr/bin/env bash
# Every file that holds memory by pointers, lends it to C, or takes a type's word for its use by several threads says
# why that is sound, in a comment with "Invariant:". Buffers that are lent for a call need none: see CONTRIBUTING.md.
set -euo pipefail
cd "$(dirname "$0")/.."
constructs='(let|var) [A-Za-z_]+: *(Unsafe|OpaquePointer)|\.allocate\(|deallocate\(|Unmanaged|OpaquePointer'
constructs+='|assumingMemoryBound|bindMemory|withMemoryRebound|unsafeBitCast|unsafelyUnwrapped|UnsafeMutable'
constructs+='|Unsafe(Raw)?Pointer<|UnsafeRawPointer|loadUnaligned|[uU]nsafeUninitializedCapacity|@unchecked Sendable'
constructs+='|nonisolated\(unsafe\)|unowned\(unsafe\)|@exclusivity\(unchecked\)'
status=0
while IFS= read -r file; do
  if ! grep -q 'Invariant:' "$file"; then
    echo "unsafe: $file says no invariant of: $(grep -nEm 1 "$constructs" "$file" | sed 's/  */ /g')" >&2
    status=1
  fi
done < <(grep -rlE "$constructs" Sources --include='*.swift' | sort)
exit $status
