namespace ZcBench.Imports.NasBench101;

/// <summary>What was measured at one point of a training.</summary>
/// <param name="TrainingSeconds">Seconds of training so far, without evaluation.</param>
/// <param name="Validation">Accuracy on the 10,000 validation images, 0 to 1.</param>
/// <param name="Test">Accuracy on the 10,000 test images, 0 to 1.</param>
internal readonly record struct Evaluation(double TrainingSeconds, double Validation, double Test);
