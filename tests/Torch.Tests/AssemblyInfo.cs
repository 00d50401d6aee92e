// The counts of live tensors are the process's: tests that compare them run one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
