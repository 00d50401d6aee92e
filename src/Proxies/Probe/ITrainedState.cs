using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe;

/// <summary>Networks after some steps of training, as proxies look at them.</summary>
public interface ITrainedState
{
    /// <summary>Their weights now. They change when training goes on.</summary>
    IWeightSource Weights { get; }

    /// <summary>How training went so far, for each network.</summary>
    IReadOnlyList<LearningCurve> Curves { get; }

    /// <summary>Time spent on training one network up to here.</summary>
    TimeSpan Time { get; }

    /// <summary>Loss and accuracy on the images held back, for each network.</summary>
    IReadOnlyList<Validation> Validate();

    /// <summary>The state of one of the networks.</summary>
    ITrainedState Only(int member);
}
