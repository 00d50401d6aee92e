// Eight resamples at once, one a lane. Counts of pairs are integers below 2⁵³ and thus exact in doubles.
// Where the hardware has narrower vectors the runtime splits these.
global using Lanes = System.Runtime.Intrinsics.Vector512<double>;
