// The live-handle counter is one for the whole process, so tests that read it must not overlap.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
