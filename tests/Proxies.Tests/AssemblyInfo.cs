// The live-handle counter is one for the whole process, so tests that read it must not overlap.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
