import Testing

/// Writers among failing calls and losses of power. One test at a time: the watch is the process's.
@Suite(.serialized) struct FaultTests {}
