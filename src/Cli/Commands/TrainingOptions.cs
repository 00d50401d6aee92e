using System.CommandLine;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>The options that say how networks are trained for proxies such as wot@20.</summary>
internal sealed class TrainingOptions
{
    private static readonly TrainingRequest Usual = new();

    private readonly Option<string?> _images = new("--train-images")
    {
        Description = "Folder of images to train on; that of --images if not given",
    };

    private readonly Option<int> _batch = new("--train-batch")
    {
        Description = "Images in a minibatch of training",
        DefaultValueFactory = _ => Usual.Batch,
    };

    private readonly Option<int?> _count = new("--train-count")
    {
        Description = "Images to train on; all that are not held back if not given",
    };

    private readonly Option<int?> _heldBack = new("--train-held-back")
    {
        Description = "Images held back for validation; a tenth, at most 1000, if not given",
    };

    private readonly Option<int?> _classes = new("--train-classes")
    {
        Description = "Train on the first so many classes only",
    };

    private readonly Option<double> _rate = new("--train-rate")
    {
        Description = "Learning rate of the first epoch",
        DefaultValueFactory = _ => Usual.Rate,
    };

    private readonly Option<bool> _plain = new("--train-plain")
    {
        Description = "Train on the images as they are, without crops and mirroring",
    };

    private readonly Option<int> _epochs;

    /// <summary>The options; the length of training may have other names too.</summary>
    public TrainingOptions(params string[] epochs) =>
        _epochs = new("--train-epochs", epochs)
        {
            Description = "Length of the whole training in epochs, over which the learning rate falls to 0",
            DefaultValueFactory = _ => Usual.Epochs,
        };

    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[]
            {
                _images,
                _count,
                _heldBack,
                _classes,
                _epochs,
                _batch,
                _rate,
                _plain,
            }
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the options ask for, not checked yet.</summary>
    public TrainingRequest Read(ParseResult parsed) =>
        new()
        {
            Images = parsed.GetValue(_images),
            ImageCount = parsed.GetValue(_count),
            HeldBack = parsed.GetValue(_heldBack),
            Classes = parsed.GetValue(_classes),
            Epochs = parsed.GetValue(_epochs),
            Batch = parsed.GetValue(_batch),
            Rate = parsed.GetValue(_rate),
            IsAugmented = !parsed.GetValue(_plain),
        };
}
